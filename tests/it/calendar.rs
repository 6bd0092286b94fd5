//! The calendar of due dates, read back by another library than the one that writes it.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
};
use numea::documents::calendar::{self, Asked, Reminders};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::plan::{Objective, Plan, Rhythm, Standing, Status};
use numea::domain::school::questionnaire::Questionnaire;
use proptest::prelude::*;

use crate::support::{OFFICIAL, any_dossier, change, day, moment};

fn asked(reminders: Reminders) -> Asked {
    Asked {
        lead: None,
        reminders,
        next_positioning: None,
        stamp: moment(),
        exported: String::new(),
    }
}

/// The calendar alone.
fn write(dossier: &Dossier, questionnaire: &Questionnaire, asked: &Asked) -> Option<String> {
    calendar::write(dossier, questionnaire, asked).map(|made| made.text)
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

/// The events of a calendar: UID, SEQUENCE, status, title.
fn told(text: &str) -> Vec<[String; 4]> {
    let value = |event: &str, name: &str| {
        let line = event.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().to_owned()
    };
    let unfolded = raw(text);
    let events = unfolded.split("BEGIN:VEVENT").skip(1);
    events
        .map(|event| {
            ["UID:objectif-", "SEQUENCE:", "STATUS:", "SUMMARY:"].map(|name| value(event, name))
        })
        .collect()
}

/// « 2-etape-1 » of a UID, without its school.
fn named(id: &str) -> String {
    let (id, _) = id.split_once('@').unwrap();
    id.rsplit_once('-').unwrap().0.to_owned()
}

/// The names of the events that are cancelled.
fn cancelled(text: &str) -> Vec<String> {
    let told = told(text)
        .into_iter()
        .filter(|[_, _, status, _]| status == "CANCELLED");
    told.map(|[id, ..]| named(&id)).collect()
}

fn later(exported: &str) -> Asked {
    Asked {
        exported: exported.to_owned(),
        ..asked(Reminders::Alarms)
    }
}

fn made(dossier: &Dossier, asked: &Asked) -> calendar::Made {
    calendar::write(dossier, &OFFICIAL, asked).unwrap()
}

fn delete(plan: &mut Plan, id: &str) {
    plan.place(id.parse().unwrap(), Standing::Absent);
}

#[test]
fn each_milestone_of_an_open_objective_is_an_event_of_its_own() {
    let twice = |status| Objective {
        rhythm: Some(Rhythm::TwiceYearly),
        status,
        start: Some(day("2026-01-15")),
        ..objective("2027-06-30", "")
    };
    let text = write(
        &dossier([twice(Status::Ongoing), twice(Status::Done)]),
        &OFFICIAL,
        &asked(Reminders::Alarms),
    )
    .unwrap();
    assert_eq!(events(&text).len(), 4);
    for line in ["DTSTART;VALUE=DATE:20261230", "DTSTART;VALUE=DATE:20260630"] {
        assert_eq!(text.matches(line).count(), 1, "{line}");
    }
    let told = told(&text);
    let points: Vec<_> = told
        .iter()
        .filter(|[.., title]| title.starts_with("Point d’étape"))
        .collect();
    assert!(
        points[0][0].starts_with("1-etape-1-") && points[1][0].starts_with("1-etape-2-"),
        "{points:?}"
    );
}

#[test]
fn what_was_deleted_since_the_last_calendar_is_cancelled_in_the_next_with_a_higher_number() {
    let mut all = dossier([
        objective("2027-06-30", "Proviseure"),
        objective("2027-05-01", "Proviseure"),
    ]);
    let first = made(&all, &asked(Reminders::Alarms));
    assert_eq!(cancelled(&first.text), Vec::<String>::new());
    delete(&mut all.plan, "2");
    let second = made(&all, &later(&first.exported));
    assert_eq!(cancelled(&second.text), ["2"]);
    let number = |text: &str| {
        let told = told(text);
        let [_, number, ..] = told
            .iter()
            .find(|[id, ..]| id.starts_with("2-"))
            .unwrap()
            .clone();
        number.parse::<u64>().unwrap()
    };
    assert!(number(&second.text) > number(&first.text));
    assert!(
        raw(&second.text).contains("DTSTART;VALUE=DATE:20270501\r\n"),
        "on the day that it had"
    );
    assert_eq!(events(&second.text).len(), 2, "another library reads it");
    // Nobody knows whether the file was taken: it says it again, with the same number, until the day is past.
    let third = made(&all, &later(&second.exported));
    assert_eq!(number(&third.text), number(&second.text));
    let past = Asked {
        stamp: "2027-05-02T08:00:00".parse().unwrap(),
        ..later(&third.exported)
    };
    let last = made(&all, &later(&made(&all, &past).exported));
    assert_eq!(cancelled(&last.text), Vec::<String>::new());
}

#[test]
fn what_is_only_not_asked_for_is_not_cancelled() {
    let all = dossier([
        objective("2027-06-30", "Proviseure"),
        objective("2027-05-01", "Référent"),
    ]);
    let first = made(&all, &asked(Reminders::Events));
    let one = Asked {
        lead: Some("Référent".into()),
        ..later(&first.exported)
    };
    let second = made(&all, &one);
    assert_eq!(cancelled(&second.text), Vec::<String>::new());
    assert_eq!(
        cancelled(&made(&all, &later(&second.exported)).text),
        Vec::<String>::new()
    );
    // Another dossier on the same device.
    let mut other = all.clone();
    other.identity.school = "Lycée d’à côté".into();
    delete(&mut other.plan, "1");
    assert_eq!(
        cancelled(&made(&other, &later(&second.exported)).text),
        Vec::<String>::new()
    );
}

#[test]
fn an_objective_that_another_leads_now_is_cancelled_in_the_agenda_of_the_first() {
    let mut all = dossier([objective("2027-06-30", "Proviseure")]);
    let of = |lead: &str, exported: &str| Asked {
        lead: Some(lead.into()),
        ..later(exported)
    };
    let first = made(&all, &of("Proviseure", ""));
    all.plan
        .set("1".parse().unwrap(), objective("2027-06-30", "Référent"));
    let second = made(&all, &of("Référent", &first.exported));
    assert_eq!(cancelled(&second.text), Vec::<String>::new());
    let third = made(&all, &of("Proviseure", &second.exported));
    assert_eq!(cancelled(&third.text), ["1"], "nothing else is in it");
    assert_eq!(
        cancelled(&made(&all, &later(&third.exported)).text),
        Vec::<String>::new()
    );
}

#[test]
fn a_milestone_that_is_no_more_is_cancelled_and_a_moved_one_keeps_its_identity() {
    let with = |rhythm, due| Objective {
        rhythm,
        ..objective(due, "")
    };
    let mut all = dossier([with(Some(Rhythm::ThriceYearly), "2027-12-31")]);
    let first = made(&all, &asked(Reminders::Alarms));
    all.plan.set(
        "1".parse().unwrap(),
        with(Some(Rhythm::TwiceYearly), "2027-11-30"),
    );
    let second = made(&all, &later(&first.exported));
    assert_eq!(
        cancelled(&second.text),
        ["1-etape-2"],
        "two before the due date became one"
    );
    assert!(second.text.contains("DTSTART;VALUE=DATE:20270530"));
}

#[test]
fn the_next_positioning_is_an_event_where_it_is_asked_for() {
    let next = Asked {
        next_positioning: Some(day("2027-11-24")),
        ..asked(Reminders::Alarms)
    };
    let first = made(&dossier([]), &next);
    assert_eq!(events(&first.text).len(), 1);
    assert!(
        first.text.contains("DTSTART;VALUE=DATE:20271124")
            && raw(&first.text).contains("SUMMARY:Prochain positionnement")
    );
    let without = made(&dossier([]), &later(&first.exported));
    assert!(
        without.text.contains("STATUS:CANCELLED"),
        "it was given, and is wanted no more"
    );
}

#[test]
fn what_does_not_read_of_the_calendars_before_cancels_nothing() {
    let all = dossier([objective("2027-06-30", "")]);
    for text in [
        "null",
        "[[1]]",
        "{}",
        "[[\"objectif-9\",1,\"x\",\"\",\"\",0]]",
    ] {
        assert_eq!(
            cancelled(&made(&all, &later(text)).text),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

proptest! {
    // A whole dossier takes a while to make up.
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_plan_gives_a_calendar_that_another_library_reads_whole(dossier in any_dossier()) {
        let dated = dossier.plan.iter().filter(|(_, one)| one.due.is_some());
        let dated: usize = dated.map(|(_, one)| match one.status.is_open() {
            true => 1 + one.milestones().len(),
            false => 1,
        }).sum();
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

/// Where the browser keeps nothing, or kept something that is no list of ours, the calendar is the first one.
#[test]
fn without_what_was_exported_before_the_calendar_is_that_of_a_first_time() {
    let all = dossier([
        objective("2027-06-30", "Proviseure"),
        objective("2027-05-01", "Référent"),
    ]);
    let first = made(&all, &asked(Reminders::Events));
    for lost in ["", "null", "[", "{}", "[1]", "\u{fffd}\n1 2 3"] {
        let again = Asked {
            exported: lost.to_owned(),
            ..asked(Reminders::Events)
        };
        let again = made(&all, &again);
        assert_eq!(
            (again.text, again.exported),
            (first.text.clone(), first.exported.clone()),
            "{lost}"
        );
    }
}
