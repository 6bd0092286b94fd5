//! What the schedule shows between two councils: what a filter leaves, and the school year.

use crate::support::{OFFICIAL, any_plan, day};
use numea::domain::school::plan::{
    Arrangement, Filter, Objective, ObjectiveId, Plan, Priority, Schedule, SortBy, State, Status,
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
}
