//! Strengths, what is missing, lines of progress.

use crate::support::{OFFICIAL, any_answers, item, stage};
use numea::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Tick, Ticks};
use numea::domain::school::positioning::{ItemState, Positioning};
use numea::domain::school::questionnaire::{LIMITS, Questionnaire, Stage};
use numea::domain::school::reading::{Aim, Gap, MOST, Missing, Reading, to_reach};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn set(answers: &mut Answers, id: &str, response: Response) {
    let answer = ItemAnswer {
        response,
        ..ItemAnswer::default()
    };
    answers.set(item(id), answer);
}

/// The answers of lines such as `1.1.1 1 3:2,4` (stage 1 whole, conditions 2 and 4 of stage 3, from 1),
/// `1.1.2 none`, `1.1.3 unknown`, `1.1.4 not-applicable`.
fn answers(lines: &[&str]) -> Answers {
    let mut answers = Answers::default();
    for line in lines {
        let (id, what) = line.split_once(' ').unwrap();
        let response = match what {
            "none" => Response::Declared(Declared::NoStage),
            "unknown" => Response::Declared(Declared::Unknown),
            "not-applicable" => Response::Declared(Declared::NotApplicable),
            ticked => Response::from_ticks(
                ticked
                    .split(' ')
                    .fold(Ticks::default(), |ticks, part| tick(id, ticks, part)),
            ),
        };
        set(&mut answers, id, response);
    }
    answers
}

fn tick(id: &str, ticks: Ticks, part: &str) -> Ticks {
    let (number, conditions) = part.split_once(':').unwrap_or((part, ""));
    let stage = stage(number.parse().unwrap());
    if conditions.is_empty() {
        let all = OFFICIAL.statement(item(id), stage).unwrap().bits();
        return ticks.with_all(stage, all, Tick::On);
    }
    let numbers = conditions.split(',').map(|n| n.parse::<u8>().unwrap());
    numbers.fold(ticks, |ticks, n| ticks.with(stage, n - 1, Tick::On))
}

fn read(lines: &[&str]) -> Reading {
    Reading::of(&OFFICIAL, &answers(lines))
}

/// `1.1.1/3:1,2`: the statement and its missing conditions, from 1.
fn text(missing: &Missing) -> String {
    let numbers: Vec<_> = missing
        .conditions
        .iter()
        .map(|n| (n + 1).to_string())
        .collect();
    format!("{}:{}", missing.statement, numbers.join(","))
}

fn texts(missing: &[Missing]) -> Vec<String> {
    missing.iter().map(text).collect()
}

fn only_gap(lines: &[&str]) -> Gap {
    let mut gaps = read(lines).gaps;
    assert_eq!(gaps.len(), 1, "{lines:?}");
    gaps.remove(0)
}

#[test]
fn without_any_answer_there_is_neither_strength_nor_weakness() {
    let reading = read(&[]);
    assert_eq!(reading.unanswered.len(), 21);
    assert!(reading.strengths.is_empty() && reading.gaps.is_empty() && reading.progress.is_empty());
    assert!(reading.unknown.is_empty());
}

#[test]
fn strengths_are_the_items_at_stage_3_then_at_stage_2_in_the_order_of_the_source() {
    let strengths = |lines: &[&str]| -> Vec<String> {
        let strengths = read(lines).strengths;
        strengths
            .iter()
            .map(|strength| format!("{} {}", strength.item, strength.reached))
            .collect()
    };
    for (what, lines, expected) in [
        (
            "stage 3 goes before stage 2, then the source decides",
            &["1.2.3 1 2", "1.1.2 2", "2.1.1 1 2 3", "1.3.5 3"][..],
            &["1.3.5 3", "2.1.1 3", "1.1.2 2", "1.2.3 2"][..],
        ),
        (
            "only the highest reached stage counts",
            &["1.2.3 3", "2.1.1 2"],
            &["1.2.3 3", "2.1.1 2"],
        ),
        ("stage 1 is no strength", &["1.2.3 1"], &[]),
        (
            "a statement ticked in part is not reached",
            &["1.1.1 2:1,2,3,4,5", "1.1.4 1 3:1,2,3,4"],
            &[],
        ),
        (
            "a declared answer is no strength",
            &["1.1.1 none", "1.1.2 unknown", "1.1.3 not-applicable"],
            &[],
        ),
    ] {
        assert_eq!(strengths(lines), expected, "{what}");
    }
}

#[test]
fn every_strength_is_given_so_that_the_screen_can_say_5_out_of_9() {
    let nine: Vec<_> = OFFICIAL
        .items()
        .take(9)
        .map(|item| format!("{} 2", item.id))
        .collect();
    let lines: Vec<_> = nine.iter().map(String::as_str).collect();
    let reading = read(&lines);
    assert_eq!(
        (
            reading.strengths.iter().take(MOST).count(),
            reading.strengths.len()
        ),
        (5, 9)
    );
}

#[test]
fn what_is_missing_is_above_the_highest_reached_stage_what_is_unticked_below_it_is_apart() {
    for (what, line, reached, above, below) in [
        (
            "nothing reached: every stage is above",
            "1.2.1 1:2",
            None,
            &["1.2.1/1:1", "1.2.1/2:1,2", "1.2.1/3:1,2"][..],
            &[][..],
        ),
        (
            "no stage reached is an answer: everything is missing",
            "1.3.3 none",
            None,
            &["1.3.3/1:1", "1.3.3/2:1,2,3", "1.3.3/3:1,2"],
            &[],
        ),
        (
            "stage 1 reached: what is ticked above is not missing",
            "1.1.1 1 2:1,3 3:12",
            Some(1),
            &["1.1.1/2:2,4,5,6", "1.1.1/3:1,2,3,4,5,6,7,8,9,10,11"],
            &[],
        ),
        (
            "stage 2 without stage 1: stage 1 is apart",
            "1.1.3 1:1 2",
            Some(2),
            &["1.1.3/3:1,2,3"],
            &["1.1.3/1:2"],
        ),
        (
            "1.3.5 at stage 3 without stage 1: without object, or forgotten?",
            "1.3.5 2 3",
            Some(3),
            &[],
            &["1.3.5/1:1"],
        ),
    ] {
        let gap = only_gap(&[line]);
        assert_eq!(gap.reached.map(Stage::number), reached, "{what}");
        assert_eq!(texts(&gap.above), above, "{what}");
        assert_eq!(texts(&gap.below), below, "{what}");
    }
    assert!(
        read(&["1.3.5 1 2 3"]).gaps.is_empty(),
        "nothing is missing of an item ticked whole"
    );
}

#[test]
fn the_nearest_next_stage_comes_first_by_the_share_of_its_conditions_that_is_ticked() {
    for (what, lines, expected) in [
        (
            "the largest share first: 4 of 5, then 1 of 3, then nothing",
            &["1.1.1 1:1,2,3,4 2:1,2", "1.1.2 2", "1.3.6 1 2 3:3"][..],
            &["1.1.1/1:5", "1.3.6/3:1,2", "1.1.2/3:1,2"][..],
        ),
        (
            "a statement of one sentence does not go before one that is half done",
            &["2.3.1 none", "1.2.3 none", "1.3.2 1", "1.1.1 1 2:1,2,3"],
            &["1.1.1/2:4,5,6", "1.2.3/1:1", "2.3.1/1:1", "1.3.2/2:1"],
        ),
        (
            "as large a share, of more conditions or fewer: the lower stage first",
            &["1.1.4 1 2:1", "1.1.3 1:1"],
            &["1.1.3/1:2", "1.1.4/2:2"],
        ),
        (
            "same share and stage: the order of the source",
            &["2.3.1 none", "1.1.1 none", "1.3.2 none"],
            &["1.1.1/1:1,2,3,4,5", "1.3.2/1:1", "2.3.1/1:1"],
        ),
        (
            "the next stage is above the highest reached, never below",
            &["1.3.5 2"],
            &["1.3.5/3:1,2"],
        ),
        ("an item at stage 3 has no next stage", &["1.3.5 3"], &[]),
        (
            "unknown and not applicable are no weaknesses",
            &["1.1.1 unknown", "1.1.2 not-applicable"],
            &[],
        ),
    ] {
        assert_eq!(texts(&read(lines).progress), expected, "{what}");
    }
}

#[test]
fn a_stage_that_stops_being_true_at_a_higher_one_is_never_proposed() {
    for (line, progress, above) in [
        // « L’utilisation du numérique se limite à une ou des salles dédiées. »
        (
            "1.3.5 none",
            &["1.3.5/2:1"][..],
            &["1.3.5/2:1", "1.3.5/3:1,2"][..],
        ),
        ("1.3.5 3:1", &["1.3.5/2:1"], &["1.3.5/2:1", "1.3.5/3:2"]),
        ("1.3.5 2", &["1.3.5/3:1,2"], &["1.3.5/3:1,2"]),
    ] {
        assert_eq!(texts(&read(&[line]).progress), progress, "{line}");
        assert_eq!(texts(&only_gap(&[line]).above), above, "{line}");
    }
    assert!(texts(&read(&["1.3.5 3"]).progress).is_empty());
    for sentence in LIMITS {
        let statements = OFFICIAL.items().flat_map(|item| &item.statements);
        let told = statements.filter(|statement| statement.text() == sentence);
        assert_eq!(told.count(), 1, "{sentence}");
    }
}

#[test]
fn an_objective_aims_at_what_is_left_of_its_statement() {
    let aim = |line: &str, stage| {
        let response = answers(&[line]).response(item("1.1.3"));
        Aim::of(OFFICIAL.item(item("1.1.3")).unwrap(), response, stage)
    };
    let left = |aim| match aim {
        Aim::Missing(missing) => text(&missing),
        Aim::Reached | Aim::Passed(_) | Aim::NotConcerned => format!("{aim:?}"),
    };
    assert_eq!(left(aim("1.1.3 1:1", Stage::One)), "1.1.3/1:2");
    assert_eq!(left(aim("1.1.3 unknown", Stage::Two)), "1.1.3/2:1,2");
    assert_eq!(aim("1.1.3 1", Stage::One), Aim::Reached);
    assert_eq!(aim("1.1.3 1 3", Stage::Two), Aim::Passed(Stage::Three));
    assert_eq!(left(aim("1.1.3 2", Stage::Three)), "1.1.3/3:1,2,3");
    assert_eq!(aim("1.1.3 not-applicable", Stage::Two), Aim::NotConcerned);
}

#[test]
fn an_item_has_yet_to_reach_the_stages_above_its_highest_and_none_where_it_is_not_concerned() {
    let charter = OFFICIAL.item(item("1.1.3")).unwrap();
    let left = |lines: &[&str]| {
        let response = answers(lines).response(charter.id);
        let stages = to_reach(charter, response).into_iter();
        stages
            .map(|missing| missing.statement.stage)
            .collect::<Vec<_>>()
    };
    assert_eq!(left(&[]), Stage::ALL);
    assert_eq!(left(&["1.1.3 1"]), [Stage::Two, Stage::Three]);
    assert_eq!(left(&["1.1.3 1 2 3"]), []);
    assert_eq!(left(&["1.1.3 not-applicable"]), []);
}

#[test]
fn unanswered_and_unknown_are_apart_and_not_applicable_is_nowhere() {
    let reading = read(&["1.1.1 unknown", "1.1.2 not-applicable", "1.1.3 none"]);
    assert_eq!(reading.unknown, [item("1.1.1")]);
    assert_eq!(reading.unanswered.len(), 18);
    assert_eq!(reading.unanswered.first(), Some(&item("1.1.4")));
    let gaps: Vec<_> = reading.gaps.iter().map(|gap| gap.item).collect();
    assert_eq!(gaps, [item("1.1.3")]);
}

#[test]
fn answers_to_items_and_conditions_that_the_questionnaire_lacks_say_nothing() {
    let mut stray = Answers::default();
    let outside = Ticks::default().with(Stage::Three, 31, Tick::On);
    set(&mut stray, "1.1.1", Response::from_ticks(outside));
    set(&mut stray, "9.9.9", Response::Declared(Declared::Unknown));
    assert_eq!(Reading::of(&OFFICIAL, &stray), read(&[]));
}

/// Every missing condition of a gap, above and below.
fn conditions(gap: &Gap) -> Vec<(Stage, u8)> {
    let missing = gap.above.iter().chain(&gap.below);
    missing
        .flat_map(|missing| {
            missing
                .conditions
                .iter()
                .map(|n| (missing.statement.stage, *n))
        })
        .collect()
}

fn len(questionnaire: &Questionnaire, gap: &Gap) -> usize {
    let item = questionnaire.item(gap.item).unwrap();
    item.statements.iter().map(|s| s.conditions.len()).sum()
}

proptest! {
    #[test]
    fn a_gap_lists_every_unticked_condition_once_and_never_a_ticked_one(answers in any_answers()) {
        for gap in Reading::of(&OFFICIAL, &answers).gaps {
            let ticks = answers.response(gap.item).ticks();
            let missing = conditions(&gap);
            prop_assert!(missing.iter().all(|(stage, n)| !ticks.is_ticked(*stage, *n)));
            let ticked: usize = Stage::ALL.iter().map(|stage| usize::from(ticks.count(*stage))).sum();
            let limits = OFFICIAL.item(gap.item).unwrap().statements.iter().zip(Stage::ALL);
            // One that tells a limit is missing nowhere, unless a higher stage is reached.
            let unsaid: usize = limits
                .filter(|(statement, stage)| statement.is_limit() && Some(*stage) > gap.reached)
                .map(|(statement, stage)| usize::from(statement.len() - ticks.count(stage)))
                .sum();
            prop_assert_eq!(missing.len() + ticked + unsaid, len(&OFFICIAL, &gap));
            prop_assert_eq!(missing.iter().collect::<BTreeSet<_>>().len(), missing.len());
            prop_assert!(gap.above.iter().all(|missing| Some(missing.statement.stage) > gap.reached));
            prop_assert!(gap.below.iter().all(|missing| Some(missing.statement.stage) < gap.reached));
        }
    }

    #[test]
    fn every_answered_item_below_stage_3_has_exactly_one_next_stage(answers in any_answers()) {
        let reading = Reading::of(&OFFICIAL, &answers);
        let positioning = Positioning::of(&OFFICIAL, &answers);
        for item in positioning.items() {
            let next: Vec<_> =
                reading.progress.iter().filter(|next| next.statement.item == item.id).collect();
            let reached = item.highest_reached();
            let wanted = usize::from(
                item.state == ItemState::Answered && reached != Some(Stage::Three),
            );
            prop_assert_eq!(next.len(), wanted, "{}", item.id);
            if let Some(next) = next.first() {
                let above = |stage: &Stage| Some(*stage) > reached;
                let is_limit = |stage: &Stage| OFFICIAL.statement(item.id, *stage).unwrap().is_limit();
                let wanted = Stage::ALL.into_iter().filter(above).find(|stage| !is_limit(stage));
                prop_assert_eq!(Some(next.statement.stage), wanted);
                prop_assert!(!next.conditions.is_empty());
            }
        }
    }

    #[test]
    fn every_item_concerned_is_in_one_place_only(answers in any_answers()) {
        let reading = Reading::of(&OFFICIAL, &answers);
        for item in Positioning::of(&OFFICIAL, &answers).items() {
            let has = |found: bool| usize::from(found);
            let answered = reading.gaps.iter().any(|gap| gap.item == item.id)
                || reading.strengths.iter().any(|strength| strength.item == item.id);
            let places = has(answered)
                + has(reading.unanswered.contains(&item.id))
                + has(reading.unknown.contains(&item.id));
            prop_assert_eq!(places, usize::from(item.state != ItemState::NotApplicable));
        }
    }

    #[test]
    fn lines_of_progress_and_strengths_are_in_order(answers in any_answers()) {
        let reading = Reading::of(&OFFICIAL, &answers);
        // 60 is a multiple of every number of conditions of a statement.
        let progress = |next: &Missing| {
            let share = 60 * next.conditions.len() / usize::from(next.of);
            (share, next.statement.stage, next.statement.item)
        };
        prop_assert!(reading.progress.is_sorted_by_key(progress));
        let gaps = reading.gaps.iter().filter_map(Gap::next);
        prop_assert!(gaps.eq(&reading.progress));
        prop_assert!(reading.strengths.is_sorted_by_key(|s| (3 - s.reached.number(), s.item)));
    }
}
