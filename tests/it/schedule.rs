//! What the schedule shows between two councils: what a filter leaves, and the school year.

use crate::support::{OFFICIAL, any_plan, day};
use numea::domain::school::identity::SchoolYear;
use numea::domain::school::plan::{
    Arrangement, Coming, Filter, MONTHS, Objective, ObjectiveId, Plan, Priority, Rhythm, Schedule,
    SortBy, State, Status, Year, by_lead as led_together,
};
use proptest::prelude::*;

const TODAY: &str = "2027-01-15";

fn plan_of(objectives: impl IntoIterator<Item = Objective>) -> Plan {
    let mut plan = Plan::default();
    for objective in objectives {
        plan.set(plan.next_id().unwrap(), objective);
    }
    plan
}

fn led_by(lead: &str) -> Objective {
    Objective {
        lead: lead.into(),
        ..Objective::new("1.2".parse().unwrap())
    }
}

/// Late, then usual; ongoing; done; without a lead and first.
fn school() -> Plan {
    let late = Objective {
        due: Some(day("2026-12-01")),
        ..led_by("Professeur TIM")
    };
    let ongoing = Objective {
        status: Status::Ongoing,
        priority: Priority::High,
        ..led_by("éCONOME")
    };
    let done = Objective {
        status: Status::Done,
        due: Some(day("2026-12-01")),
        ..led_by(" professeur tim ")
    };
    let first = Objective {
        priority: Priority::High,
        ..led_by("")
    };
    plan_of([late, ongoing, done, first])
}

fn shown(plan: &Plan, filter: &Filter) -> Vec<u32> {
    let arrangement = Arrangement {
        sort_by: SortBy::Field,
        filter: filter.clone(),
    };
    let schedule = Schedule::of(&OFFICIAL, plan, &arrangement, day(TODAY));
    let mut ids: Vec<_> = schedule.rows().map(|row| row.id.number()).collect();
    ids.sort_unstable();
    ids
}

fn by_lead(name: &str) -> Filter {
    Filter {
        lead: Some(name.into()),
        ..Filter::default()
    }
}

#[test]
fn a_filter_leaves_what_has_the_lead_however_it_is_written_the_state_and_the_priority() {
    let plan = school();
    let state = |state| Filter {
        state: Some(state),
        ..Filter::default()
    };
    let priority = |priority| Filter {
        priority: Some(priority),
        ..Filter::default()
    };
    for (filter, ids) in [
        (Filter::default(), &[1, 2, 3, 4][..]),
        (by_lead("PROFESSEUR TIM"), &[1, 3]),
        (by_lead("Économe"), &[2]),
        (by_lead(""), &[4]),
        (by_lead("Personne d’ici"), &[]),
        (state(State::Late), &[1]),
        (state(State::Of(Status::ToStart)), &[1, 4]),
        (state(State::Of(Status::Done)), &[3]),
        (priority(Priority::High), &[2, 4]),
        (
            Filter {
                state: Some(State::Of(Status::Ongoing)),
                ..priority(Priority::Usual)
            },
            &[],
        ),
    ] {
        assert_eq!(shown(&plan, &filter), ids, "{filter:?}");
    }
}

#[test]
fn a_filtered_schedule_has_no_field_that_seems_to_be_empty() {
    let arrangement = Arrangement {
        sort_by: SortBy::Field,
        filter: by_lead("Professeur TIM"),
    };
    let schedule = Schedule::of(&OFFICIAL, &school(), &arrangement, day(TODAY));
    assert_eq!(schedule.groups.len(), 1);
    assert_eq!(schedule.groups[0].rows.len(), 2);
}

#[test]
fn a_name_that_nobody_has_any_more_and_a_plan_of_one_objective_are_not_filtered() {
    let mut plan = school();
    let asked = by_lead("professeur Tim");
    assert_eq!(asked.in_force(&plan), by_lead("Professeur TIM"));
    let both = Filter {
        state: Some(State::Late),
        ..by_lead("Proviseure")
    };
    let left = both.in_force(&plan);
    assert_eq!((left.lead, left.state), (None, Some(State::Late)));
    for id in ["2", "3", "4"] {
        let id: ObjectiveId = id.parse().unwrap();
        plan.place(id, numea::domain::school::plan::Standing::Absent);
    }
    assert!(asked.in_force(&plan).is_none());
}

#[test]
fn each_lead_is_offered_once_in_the_order_of_a_dictionary_and_nobody_last() {
    assert_eq!(school().leads(), ["éCONOME", "Professeur TIM", ""]);
    assert!(Plan::default().leads().is_empty());
}

fn dated(start: &str, due: &str) -> Objective {
    Objective {
        start: start.parse().ok(),
        due: due.parse().ok(),
        ..led_by("")
    }
}

fn year(start: u16) -> SchoolYear {
    SchoolYear::starting_in(start).unwrap()
}

#[test]
fn a_bar_runs_from_the_month_of_the_start_to_that_of_the_due_date_within_the_school_year() {
    let plan = plan_of([
        dated("2026-09-01", "2027-08-31"),
        dated("2026-11-30", "2026-12-01"),
        dated("", "2027-01-15"),
        dated("2027-06-01", ""),
        dated("2025-01-01", "2026-10-01"),
        dated("2027-08-01", "2030-01-01"),
        dated("2027-03-01", "2027-02-01"),
        dated("2025-09-01", "2026-08-31"),
        dated("2027-09-01", "2027-10-01"),
        dated("", ""),
    ]);
    let found = Year::of(&plan, &Filter::default(), year(2026), day(TODAY));
    let mut bars: Vec<_> = found
        .bars
        .iter()
        .map(|bar| (bar.id.number(), bar.first, bar.last))
        .collect();
    bars.sort_unstable();
    assert_eq!(
        bars,
        [
            (1, 0, 11),
            (2, 2, 3),
            (3, 4, 4),
            (4, 9, 9),
            (5, 0, 1),
            (6, 11, 11),
            (7, 5, 6)
        ]
    );
    assert_eq!((found.elsewhere, found.undated), (2, 1));
    let late = found.bars.iter().filter(|bar| bar.is_late);
    assert_eq!(late.map(|bar| bar.id.number()).collect::<Vec<_>>(), [5, 2]);
}

#[test]
fn a_school_year_goes_from_september_to_august() {
    let months: Vec<_> = Year::months(year(2026))
        .map(|day| day.to_string())
        .collect();
    assert_eq!(months.len(), usize::from(MONTHS));
    assert_eq!(
        (months[0].as_str(), months[3].as_str()),
        ("2026-09-01", "2026-12-01")
    );
    assert_eq!(
        (months[4].as_str(), months[11].as_str()),
        ("2027-01-01", "2027-08-01")
    );
}

#[test]
fn the_year_of_today_is_shown_first_or_the_next_one_or_the_last() {
    let years = |plan: &Plan| Year::all(plan, &Filter::default(), day(TODAY));
    let all = years(&plan_of([
        dated("2025-09-01", "2027-09-01"),
        dated("", "2029-06-30"),
    ]));
    assert_eq!(all, [2025, 2026, 2027, 2028].map(year));
    assert!(years(&plan_of([dated("", ""), dated("0001-01-01", "")])).is_empty());
    for (today, years, shown) in [
        ("2027-01-15", &[2025, 2026, 2027][..], Some(2026)),
        ("2027-01-15", &[2025, 2028], Some(2028)),
        ("2027-01-15", &[2024, 2025], Some(2025)),
        ("0001-01-01", &[2025, 2026], Some(2025)),
        ("2027-01-15", &[], None),
    ] {
        let years: Vec<_> = years.iter().map(|start| year(*start)).collect();
        assert_eq!(
            Year::first_shown(&years, day(today)),
            shown.map(year),
            "{today} {years:?}"
        );
    }
}

#[test]
fn what_is_late_comes_first_and_what_comes_next_is_a_milestone_or_a_due_date() {
    let looked_at = Objective {
        rhythm: Some(Rhythm::Monthly),
        ..dated("2026-09-01", "2027-06-30")
    };
    let done = Objective {
        status: Status::Done,
        ..dated("", "2026-11-01")
    };
    let plan = plan_of([
        dated("", "2026-12-01"),
        dated("", "2026-10-01"),
        dated("", "2027-02-15"),
        looked_at,
        done,
        dated("2027-02-01", ""),
    ]);
    let coming = Coming::of(&plan, &Filter::default(), day(TODAY));
    let late: Vec<_> = coming.late.iter().map(|(_, id)| id.number()).collect();
    let next: Vec<_> = coming
        .next
        .iter()
        .map(|(day, id)| (day.to_string(), id.number()))
        .collect();
    assert_eq!(late, [2, 1]);
    assert_eq!(
        next,
        [("2027-01-30".to_owned(), 4), ("2027-02-15".to_owned(), 3)]
    );
}

proptest! {
    #[test]
    fn a_filter_hides_what_it_does_not_keep_and_nothing_else(plan in any_plan(), place in 0..14_usize) {
        let today = day(TODAY);
        let like = plan.iter().nth(place).map(|(_, objective)| objective.clone());
        let filter = like.map(|one| Filter {
            lead: Some(one.lead),
            state: Some(State::Of(one.status)),
            priority: None,
        });
        let filter = filter.unwrap_or_default();
        let kept: Vec<_> = plan.iter().filter(|(_, one)| filter.keeps(one, today)).map(|(id, _)| id).collect();
        prop_assert!(!kept.is_empty() || plan.is_empty());
        for sort_by in SortBy::ALL {
            let arrangement = Arrangement { sort_by, filter: filter.clone() };
            let schedule = Schedule::of(&OFFICIAL, &plan, &arrangement, today);
            let mut ids: Vec<_> = schedule.rows().map(|row| row.id).collect();
            ids.sort_unstable();
            prop_assert_eq!(&ids, &kept);
        }
    }

    #[test]
    fn every_objective_is_in_a_school_year_or_counted_beside_it(plan in any_plan(), start in 2000..2100_u16) {
        let (today, all) = (day(TODAY), Filter::default());
        let found = Year::of(&plan, &all, year(start), today);
        prop_assert_eq!(found.bars.len() + found.elsewhere + found.undated, plan.len());
        prop_assert!(found.bars.iter().all(|bar| bar.first <= bar.last && bar.last < MONTHS));
        prop_assert_eq!(found.bars.is_empty(), !Year::all(&plan, &all, today).contains(&year(start)));
    }
}

#[test]
fn objectives_of_several_plans_stand_by_lead_the_soonest_of_any_first_and_none_is_left_out() {
    let soonest = Objective {
        due: Some(day("2026-11-01")),
        ..led_by("PROFESSEUR TIM")
    };
    let (one, other) = (school(), plan_of([soonest, led_by("")]));
    let groups = led_together([("lycée", &one), ("CFA", &other)], day(TODAY));
    let leads: Vec<_> = groups.iter().map(|led| led.lead).collect();
    assert_eq!(leads, ["éCONOME", "Professeur TIM", ""]);
    let of_tim: Vec<_> = groups[1]
        .rows
        .iter()
        .map(|row| (row.whose, row.is_late))
        .collect();
    assert_eq!(of_tim, [("CFA", true), ("lycée", true), ("lycée", false)]);
    let all: usize = groups.iter().map(|led| led.rows.len()).sum();
    assert_eq!(all, one.len() + other.len());
}
