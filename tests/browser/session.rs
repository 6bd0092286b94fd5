//! A change runs the effects of what it changed.

use leptos::prelude::*;
use numea::domain::formats::questionnaire::official;
use numea::domain::school::answers::{ItemAnswer, Response};
use numea::domain::school::dossier::Dossier;
use numea::domain::school::questionnaire::ItemId;
use numea::session::Items;
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

fn item(id: &str) -> ItemId {
    id.parse().unwrap()
}
