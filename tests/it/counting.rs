//! The one rule of counting.

use crate::support::{OFFICIAL, any_answers, change, item, stage};
use numea::domain::school::answers::{Declared, Tick};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::positioning::{Count, ItemState, Positioning, StatementState};
use numea::domain::school::questionnaire::Stage;
use proptest::prelude::*;

fn counted(dossier: &Dossier) -> Positioning {
    Positioning::of(&OFFICIAL, &dossier.answers)
}

fn tick(dossier: &mut Dossier, id: &str, number: u8) {
    change(
        dossier,
        Change::Statement {
            item: item(id),
            stage: stage(number),
            tick: Tick::On,
        },
    );
}

fn declare(dossier: &mut Dossier, id: &str, declared: Declared) {
    change(
        dossier,
        Change::Declare {
            item: item(id),
            declared,
            tick: Tick::On,
        },
    );
}

fn condition(dossier: &mut Dossier, id: &str, number: u8, condition: u8, tick: Tick) {
    change(
        dossier,
        Change::Condition {
            item: item(id),
            stage: stage(number),
            condition,
            tick,
        },
    );
}

#[test]
fn nothing_answered_is_0_out_of_21_and_0_percent() {
    let positioning = counted(&Dossier::default());
    assert_eq!(positioning.stages, [Count { reached: 0, of: 21 }; 3]);
    assert_eq!(positioning.stages[0].percent(), Some(0));
    assert_eq!(positioning.first_unanswered(), Some(item("1.1.1")));
}

#[test]
fn stages_are_counted_apart() {
    let mut dossier = Dossier::default();
    tick(&mut dossier, "1.3.5", 3);
    let stages = counted(&dossier).stages.map(|count| count.reached);
    assert_eq!(stages, [0, 0, 1], "stage 3 without stage 1, as 1.3.5 wants");
}

#[test]
fn a_statement_counts_only_when_every_condition_is_ticked() {
    let mut dossier = Dossier::default();
    for number in 0..5 {
        let before = counted(&dossier);
        assert_eq!(before.stages[0].reached, 0);
        condition(&mut dossier, "1.1.1", 1, number, Tick::On);
    }
    assert_eq!(counted(&dossier).stages[0].reached, 1);
    condition(&mut dossier, "1.1.1", 1, 2, Tick::Off);
    let positioning = counted(&dossier);
    assert_eq!(positioning.stages[0].reached, 0);
    let counted_item = positioning.item(item("1.1.1")).unwrap();
    assert_eq!(
        counted_item.statements[0],
        StatementState::Partial { ticked: 4, of: 5 }
    );
    assert_eq!(counted_item.state, ItemState::Answered);
}

#[test]
fn not_applicable_leaves_the_denominators_unknown_stays() {
    let mut dossier = Dossier::default();
    tick(&mut dossier, "2.1.1", 1);
    declare(&mut dossier, "2.1.2", Declared::NotApplicable);
    declare(&mut dossier, "1.1.1", Declared::Unknown);
    declare(&mut dossier, "1.1.2", Declared::NoStage);
    let positioning = counted(&dossier);
    assert_eq!(positioning.stages[0], Count { reached: 1, of: 20 });
    let field = positioning.field("2.1".parse().unwrap()).unwrap();
    assert_eq!(field.stages[0], Count { reached: 1, of: 1 });
    let progress = positioning.progress;
    assert_eq!(
        (progress.answered, progress.unknown, progress.not_applicable),
        (4, 1, 1)
    );
    assert_eq!(
        positioning.item(item("1.1.2")).unwrap().state,
        ItemState::Answered
    );
}

#[test]
fn a_field_without_any_item_concerned_has_no_percentage() {
    let mut dossier = Dossier::default();
    declare(&mut dossier, "2.1.1", Declared::NotApplicable);
    declare(&mut dossier, "2.1.2", Declared::NotApplicable);
    let field = counted(&dossier)
        .field("2.1".parse().unwrap())
        .unwrap()
        .clone();
    assert_eq!(field.stages, [Count { reached: 0, of: 0 }; 3]);
    assert_eq!(field.stages[0].percent(), None);
}

#[test]
fn the_63_statements_ticked_are_100_percent_everywhere() {
    let mut dossier = Dossier::default();
    for id in OFFICIAL.items().map(|item| item.id) {
        for stage in Stage::ALL {
            change(
                &mut dossier,
                Change::Statement {
                    item: id,
                    stage,
                    tick: Tick::On,
                },
            );
        }
    }
    let positioning = counted(&dossier);
    assert!(
        positioning
            .stages
            .iter()
            .all(|count| count.percent() == Some(100))
    );
    assert!(positioning.progress.is_complete());
    assert_eq!(positioning.first_unanswered(), None);
}

proptest! {
    #[test]
    fn whatever_is_answered_the_parts_add_up_to_the_whole(answers in any_answers()) {
        let positioning = Positioning::of(&OFFICIAL, &answers);
        for stage in Stage::ALL {
            let whole = *stage.of(&positioning.stages);
            let reached: u16 = positioning.fields.iter().map(|f| stage.of(&f.stages).reached).sum();
            let of: u16 = positioning.fields.iter().map(|f| stage.of(&f.stages).of).sum();
            prop_assert_eq!(whole, Count { reached, of });
            prop_assert!(whole.reached <= whole.of);
            prop_assert_eq!(whole.of, 21 - positioning.progress.not_applicable);
        }
    }
}
