//! The calendar of due dates, read back by another library than the one that writes it.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
};
use numea::documents::calendar::{Asked, Reminders, write};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::plan::{Objective, Status};
use proptest::prelude::*;

use crate::support::{OFFICIAL, any_dossier, change, day, moment};

fn asked(reminders: Reminders) -> Asked {
    Asked {
        lead: None,
        reminders,
        stamp: moment(),
    }
}

/// An objective for the council: a comma, a semicolon, a stroke, two lines, a trailing « = ».
fn objective(due: &str, lead: &str) -> Objective {
    Objective {
        description:
            "Équiper 6 classes sur 10 ; d’abord le CDI, puis l’atelier\nC:\\partage = à revoir"
                .into(),
        lead: lead.into(),
        due: Some(day(due)),
        ..Objective::new("1.1".parse().unwrap())
    }
}

fn dossier(objectives: impl IntoIterator<Item = Objective>) -> Dossier {
    let mut dossier = Dossier::default();
    dossier.identity.school = "Lycée du Val".into();
    for objective in objectives {
        assert!(change(&mut dossier, Change::AddObjective(objective)).is_some());
    }
    dossier
}

fn events(text: &str) -> Vec<ICalendarComponent> {
    let calendar = ICalendar::parse(text).unwrap();
    let is_event = |one: &ICalendarComponent| one.component_type == ICalendarComponentType::VEvent;
    calendar.components.into_iter().filter(is_event).collect()
}

fn text_of(event: &ICalendarComponent, name: &ICalendarProperty) -> String {
    let entry = event.property(name).unwrap();
    entry.values[0].as_text().unwrap().to_owned()
}

fn raw(text: &str) -> String {
    text.replace("\r\n ", "")
}

#[test]
fn each_due_date_is_an_event_of_one_whole_day_that_blocks_nobody() {
    let text = write(
        &dossier([objective("2027-06-30", "Proviseure")]),
        &OFFICIAL,
        &asked(Reminders::Alarms),
    )
    .unwrap();
    let events = events(&text);
    assert_eq!(events.len(), 1);
    assert_eq!(
        text_of(&events[0], &ICalendarProperty::Summary),
        "Échéance\u{a0}: Équiper 6 classes sur 10 ; d’abord le CDI, puis l’atelier"
    );
    let description = text_of(&events[0], &ICalendarProperty::Description);
    assert!(
        description.contains("l’atelier\nC:\\partage = à revoir\n"),
        "{description}"
    );
    assert!(
        description.contains("Pilote\u{a0}: Proviseure"),
        "{description}"
    );
    let raw = raw(&text);
    for line in [
        "METHOD:PUBLISH",
        "DTSTAMP:20261123T104205Z",
        "DTSTART;VALUE=DATE:20270630",
        "DTEND;VALUE=DATE:20270701",
        "TRANSP:TRANSPARENT",
        "X-WR-CALNAME:Objectifs NumEA – Lycée du Val",
    ] {
        assert!(raw.contains(&format!("\r\n{line}\r\n")), "{line} in {raw}");
    }
}

#[test]
fn an_event_keeps_its_identity_and_its_sequence_rises_with_edits() {
    let mut dossier = dossier([objective("2027-06-30", "Proviseure")]);
    let line = |dossier: &Dossier, name: &str| {
        let text = write(dossier, &OFFICIAL, &asked(Reminders::Alarms)).unwrap();
        raw(&text)
            .lines()
            .find_map(|line| line.strip_prefix(name).map(str::to_owned))
            .unwrap()
    };
    let (id, sequence) = (line(&dossier, "UID:"), line(&dossier, "SEQUENCE:"));
    assert!(id.starts_with("objectif-1-"), "{id}");
    dossier.edited_at = Some("2026-12-01T08:00:00".parse().unwrap());
    assert_eq!(line(&dossier, "UID:"), id);
    let later: u32 = line(&dossier, "SEQUENCE:").parse().unwrap();
    assert!(later > sequence.parse().unwrap() && later < i32::MAX as u32);
    dossier.identity.school = "Lycée d’à côté".into();
    assert_ne!(line(&dossier, "UID:"), id, "two schools in one calendar");
}

#[test]
fn what_was_given_up_is_cancelled_and_what_is_over_reminds_nobody() {
    let of = |status| Objective {
        status,
        ..objective("2027-06-30", "")
    };
    let all = dossier(Status::ALL.map(of));
    let text = write(&all, &OFFICIAL, &asked(Reminders::Events)).unwrap();
    // Two open ones with a reminder each, a finished one, an abandoned one.
    assert_eq!(events(&text).len(), 6);
    assert_eq!(text.matches("STATUS:CANCELLED").count(), 1);
    assert_eq!(text.matches("BEGIN:VALARM").count(), 2);
    assert_eq!(text.matches("DTSTART;VALUE=DATE:20270623").count(), 2);
    for alarm in raw(&text).split("BEGIN:VALARM").skip(1) {
        let (_, after) = alarm.split_once("END:VALARM\r\n").unwrap();
        assert!(after.starts_with("END:VEVENT"), "alarms come last: {after}");
    }
}

#[test]
fn a_reminder_comes_a_week_before_over_the_ends_of_months_and_years() {
    for (due, reminder) in [
        ("2027-01-03", "20261227"),
        ("2027-03-07", "20270228"),
        ("2028-03-07", "20280229"),
        ("2027-03-08", "20270301"),
    ] {
        let text = write(
            &dossier([objective(due, "")]),
            &OFFICIAL,
            &asked(Reminders::Events),
        )
        .unwrap();
        assert!(
            text.contains(&format!("DTSTART;VALUE=DATE:{reminder}\r\n")),
            "{due}"
        );
    }
}

#[test]
fn one_lead_gets_the_due_dates_of_that_lead_alone() {
    let all = dossier([
        objective("2027-06-30", "Proviseure"),
        objective("2027-05-01", " Référent numérique "),
        Objective {
            due: None,
            ..objective("2027-01-01", "Personne")
        },
    ]);
    let of = |lead: &str| {
        write(
            &all,
            &OFFICIAL,
            &Asked {
                lead: Some(lead.into()),
                ..asked(Reminders::Alarms)
            },
        )
    };
    let text = of("référent numérique").unwrap();
    assert!(text.contains("20270501") && !text.contains("20270630"));
    assert_eq!(of("Personne"), None, "no due date");
    assert_eq!(
        write(&dossier([]), &OFFICIAL, &asked(Reminders::Alarms)),
        None
    );
}

proptest! {
    // A whole dossier takes a while to make up.
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_plan_gives_a_calendar_that_another_library_reads_whole(dossier in any_dossier()) {
        let dated = dossier.plan.iter().filter(|(_, one)| one.due.is_some()).count();
        match write(&dossier, &OFFICIAL, &asked(Reminders::Alarms)) {
            None => prop_assert_eq!(dated, 0),
            Some(text) => {
                prop_assert_eq!(events(&text).len(), dated);
                prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
                for line in text.split("\r\n") {
                    prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{}", line);
                }
            }
        }
    }
}
