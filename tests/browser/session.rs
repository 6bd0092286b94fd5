//! A change runs the effects of what it changed.

use leptos::prelude::*;
use numea::domain::formats::questionnaire::official;
use numea::domain::school::answers::{ItemAnswer, Response};
use numea::domain::school::dossier::Dossier;
use numea::domain::school::plan::{Objective, ObjectiveId};
use numea::domain::school::questionnaire::ItemId;
use numea::session::{Items, Watched};
use numea::ui::kit::view::{View, effect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::views::{settle, show};

#[wasm_bindgen_test]
async fn a_tick_in_1_3_1_runs_nothing_of_1_3_2() {
    let questionnaire = official().unwrap();
    let dossier = RwSignal::new(Dossier::default());
    let runs = [item("1.3.1"), item("1.3.2")].map(|id| (id, Rc::new(Cell::new(0))));
    let counted = runs.clone();
    show("items", move || {
        let items = Items::of(&questionnaire, dossier);
        for (id, runs) in counted {
            effect(Box::new(move || {
                items.read(id, |answer| drop(answer.clone()));
                runs.set(runs.get() + 1);
            }));
        }
        View::nothing()
    });
    let runs = runs.map(|(_, runs)| runs);
    settle().await;
    assert_eq!([runs[0].get(), runs[1].get()], [1, 1]);
    let ticked = ItemAnswer {
        note: "Une note".to_owned(),
        response: Response::Declared(numea::domain::school::answers::Declared::Unknown),
        ..ItemAnswer::default()
    };
    dossier.update(|dossier| dossier.answers.set(item("1.3.1"), ticked));
    settle().await;
    assert_eq!([runs[0].get(), runs[1].get()], [2, 1]);
}

#[wasm_bindgen_test]
async fn what_reads_an_answer_runs_again_when_its_edit_is_refused() {
    let questionnaire = official().unwrap();
    let dossier = RwSignal::new(Dossier::default());
    let kept = StoredValue::new(None);
    let runs = Rc::new(Cell::new(0));
    let counted = runs.clone();
    show("refused-edit", move || {
        let items = Items::of(&questionnaire, dossier);
        kept.set_value(Some(items));
        effect(Box::new(move || {
            items.read(item("1.3.1"), |answer| drop(answer.clone()));
            counted.set(counted.get() + 1);
        }));
        View::nothing()
    });
    settle().await;
    dossier.notify();
    settle().await;
    assert_eq!(runs.get(), 1, "no answer changed");
    kept.get_value().unwrap().show_again();
    settle().await;
    assert_eq!(runs.get(), 2);
}

/// What reads each of these objectives counts how often it ran. Gives the counts, and what refuses an edit.
fn watch(
    section: &'static str,
    ids: [ObjectiveId; 2],
    dossier: RwSignal<Dossier>,
) -> ([Rc<Cell<u32>>; 2], RwSignal<()>) {
    let runs = ids.map(|_| Rc::new(Cell::new(0)));
    let refusals = RwSignal::new(());
    let counted = runs.clone();
    show(section, move || {
        for (id, runs) in ids.into_iter().zip(counted) {
            let watched = Watched::of(id, dossier, refusals);
            effect(Box::new(move || {
                watched.read(|objective| drop(objective.description.clone()));
                runs.set(runs.get() + 1);
            }));
        }
        View::nothing()
    });
    (runs, refusals)
}

/// A dossier with these two objectives.
fn planned(ids: [ObjectiveId; 2]) -> RwSignal<Dossier> {
    let mut dossier = Dossier::default();
    for id in ids {
        let objective = Objective::new("1.1".parse().unwrap());
        dossier.plan.set(id, objective);
    }
    RwSignal::new(dossier)
}

fn counts(runs: &[Rc<Cell<u32>>; 2]) -> [u32; 2] {
    [runs[0].get(), runs[1].get()]
}

#[wasm_bindgen_test]
async fn an_edit_of_one_objective_runs_nothing_of_another() {
    let ids = ["1".parse().unwrap(), "2".parse().unwrap()];
    let dossier = planned(ids);
    let (runs, _) = watch("objectives", ids, dossier);
    settle().await;
    assert_eq!(counts(&runs), [1, 1]);
    let written = Objective {
        description: "Équiper trois salles".to_owned(),
        ..Objective::new("1.1".parse().unwrap())
    };
    dossier.update(|dossier| dossier.plan.set(ids[0], written));
    settle().await;
    assert_eq!(counts(&runs), [2, 1]);
    let ticked = ItemAnswer {
        note: "Une note".to_owned(),
        ..ItemAnswer::default()
    };
    dossier.update(|dossier| dossier.answers.set(item("1.3.1"), ticked));
    settle().await;
    assert_eq!(counts(&runs), [2, 1], "a note is of no objective");
}

#[wasm_bindgen_test]
async fn what_reads_an_objective_runs_again_when_its_edit_is_refused() {
    let ids = ["1".parse().unwrap(), "2".parse().unwrap()];
    let dossier = planned(ids);
    let (runs, refusals) = watch("refused-objective", ids, dossier);
    settle().await;
    dossier.notify();
    settle().await;
    assert_eq!(counts(&runs), [1, 1], "no objective changed");
    refusals.notify();
    settle().await;
    assert_eq!(counts(&runs), [2, 2]);
}

fn item(id: &str) -> ItemId {
    id.parse().unwrap()
}
