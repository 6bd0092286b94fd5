//! One field: the same items as in a dossier, without notes, proofs or objectives.

use leptos::prelude::*;

use super::{Asked, Step, eyebrow, go};
use crate::domain::formats::questionnaire::words_of;
use crate::domain::school::questionnaire::Item;
use crate::domain::school::undo::Way;
use crate::session::{Respondent, Session};
use crate::ui::kit::button;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el_class, unlocked};
use crate::ui::shared::item_card::bare_card;
use crate::ui::shared::page::heading;
use crate::ui::shared::resources::glossary;
use crate::words::fr::{self, answering as say};

/// The field of this place, from 0.
pub fn field(asked: &Asked, respondent: Respondent, step: RwSignal<Step>, place: usize) -> View {
    let Some(field) = asked.fields.get(place).copied() else {
        return View::nothing();
    };
    let (form, said) = (respondent.form, asked.clone());
    let aim = el_class("p", "lead survey__aim").child(format!("Objectif\u{a0}: {}", field.aim));
    // The pen of the dossier does not lock a respondent: her answers are no part of it.
    let cards = field.items.iter().map(|item| {
        unlocked(|| bare_card(form, item))
            .child(words(form, item))
            .view()
    });
    let back = match place.checked_sub(1) {
        Some(before) => Step::Field(before),
        None => Step::Start,
    };
    let is_last = place + 1 == asked.fields.len();
    let (forth, label) = if is_last {
        (Step::Sending, "Relire et envoyer".to_owned())
    } else {
        let next = asked.fields.get(place + 1);
        let next = next.map(|next| format!("{} {}", next.id, next.title));
        (
            Step::Field(place + 1),
            format!("Champ suivant\u{a0}: {}", next.unwrap_or_default()),
        )
    };
    View::all([
        eyebrow(say::field_of(place + 1, asked.fields.len())),
        heading(format!("{} {}", field.id, field.title)).view(),
        aim.view(),
        el_class("p", "survey__rule").child(fr::INDEPENDENT).view(),
        el_class("h2", "survey__h2")
            .child(fr::the_items(field.items.len()))
            .view(),
        el_class("div", "survey__items").children(cards).view(),
        el_class("p", "small")
            .attr("role", "status")
            .text(move || said.progress(form))
            .view(),
        el_class("div", "btn-row answering__go")
            .child(
                button::plain()
                    .attr("data-size", "l")
                    .on("click", move |_| go(step, back))
                    .child(icon(Icon::BACK))
                    .child("Retour"),
            )
            .child(
                button::plain()
                    .attr("data-kind", "primary")
                    .attr("data-size", "l")
                    .on("click", move |_| go(step, forth))
                    .child(label)
                    .child(icon(Icon::NEXT)),
            )
            .child(undo(form))
            .view(),
    ])
}

/// The words of the item that are explained, as under the items of a dossier.
fn words(form: Session, item: &'static Item) -> View {
    let words = words_of(form.questionnaire).glossary_of(&item.texts());
    let title = format!("Sigles et mots expliqués ({})", words.len());
    let about = format!("pour l’item {}", item.id);
    let words = (!words.is_empty()).then(|| {
        el_class("div", "item-card__tools")
            .child(disclosure(title, &about, glossary(words)))
            .view()
    });
    words.into()
}

/// Takes back the last answer.
fn undo(form: Session) -> Element {
    button::plain()
        .attr("data-kind", "quiet")
        .attr_fn("aria-disabled", move || {
            form.next_step(Way::Back)
                .is_none()
                .then(|| "true".to_owned())
        })
        .on("click", move |_| form.undo())
        .child(icon(Icon::UNDO))
        .child("Annuler la dernière réponse")
}
