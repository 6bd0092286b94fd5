//! What becomes of the answers on this device once they are sent: a blank form for somebody else, or nothing at all.

use leptos::prelude::*;
use std::rc::Rc;

use super::{Asked, Stage, begin_anew};
use crate::browser::page;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::heading;

/// The two buttons.
pub fn leaving(asked: &Asked) -> View {
    let (another, gone) = (asked.clone(), asked.clone());
    el_class("div", "stack")
        .child(confirmed(
            ("another", "Une autre personne répond"),
            "Le questionnaire repart vide et vos réponses sont effacées de cet appareil. Votre code est-il bien parti\u{202f}?",
            move || begin_anew(&another),
        ))
        .child(confirmed(
            ("erase", "Effacer mes réponses de cet appareil"),
            "Vos réponses sont effacées de cet appareil, sans retour. Votre code est-il bien parti\u{202f}?",
            move || {
                gone.store.forget();
                gone.stage.set(Stage::Erased);
                page::next_frame(|| page::focus("h1"));
            },
        ))
        .view()
}

/// Said once nothing is left.
pub fn erased(asked: &Asked) -> View {
    let again = asked.clone();
    let button = button::once()
        .on("click", move |_| begin_anew(&again))
        .child("Répondre de nouveau, à vide");
    View::all([
        heading("Vos réponses sont effacées").view(),
        el_class("p", "lead")
            .child("Cet appareil ne garde plus rien de vos réponses. Le code déjà envoyé reste valable. Vous pouvez fermer cette page.")
            .view(),
        el_class("div", "btn-row").child(button).view(),
    ])
}

/// A button of this id and label that does something once a question was answered by yes.
pub fn confirmed(
    (id, label): (&'static str, &'static str),
    question: &'static str,
    act: impl Fn() + 'static,
) -> View {
    let is_asked = RwSignal::new(false);
    let ask = button::once()
        .attr("data-leaving", id)
        .attr_fn("aria-expanded", move || Some(is_asked.get().to_string()))
        .on("click", move |_| {
            is_asked.update(|is_asked| *is_asked = !*is_asked);
            page::next_frame(|| page::focus(".answering__keep"));
        })
        .child(label);
    let act: Rc<dyn Fn()> = Rc::new(act);
    let content = move || {
        let act = act.clone();
        is_asked
            .get()
            .then(|| confirmation(question, is_asked, act))
            .into()
    };
    el("div")
        .child(ask)
        .child(el("div").dynamic(content))
        .view()
}

fn confirmation(question: &'static str, is_asked: RwSignal<bool>, act: Rc<dyn Fn()>) -> View {
    let keep = button::once()
        .attr("class", "btn answering__keep")
        .on("click", move |_| is_asked.set(false))
        .child("Non, revenir");
    let sure = button::once()
        .attr("data-leaving", "sure")
        .on("click", move |_| act())
        .child("Oui, effacer");
    callout(
        Tone::Alert,
        View::all([
            el("p").attr("role", "status").child(question).view(),
            el_class("div", "btn-row").child(keep).child(sure).view(),
        ]),
    )
}
