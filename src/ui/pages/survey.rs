//! One field of the questionnaire.

use crate::browser::page;
use crate::domain::questionnaire::{ActionField, Part, Stage};
use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::components::field_nav::{field_nav, place_of};
use crate::ui::components::item_card::item_card;
use crate::ui::components::live_figures::live_figures;
use crate::ui::components::marks::stage_name;
use crate::ui::fr;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::pages::{heading, screen};

/// One field: its aim, its three stages, its items.
pub fn survey(session: Session, field: &'static ActionField) -> View {
    let part = session
        .questionnaire
        .parts
        .iter()
        .find(|part| part.number == field.id.part());
    let place = part.map(|part| format!("Partie {} – {}", part.number, part.title));
    let head = el_class("header", "survey__head")
        .child(el_class("p", "eyebrow").child(place.unwrap_or_default()))
        .child(heading(format!("{} {}", field.id, field.title)))
        .child(
            el_class("p", "lead")
                .child(el("b").child("Objectif\u{a0}:"))
                .child(" ")
                .child(&field.aim),
        )
        .child(part.and_then(|part| introduction(part, field)));
    let main = screen("survey__main")
        .child(head)
        .child(ladder(field))
        .child(items(session, field))
        .child(next_steps(session, field));
    let fields = el_class("div", "survey__fields").child(field_nav(session, field.id));
    el_class("div", "survey")
        .child(fields)
        .child(live_figures(session, field))
        .child(main)
        .view()
}

/// The source's introduction to the part, where the part begins.
fn introduction(part: &Part, field: &ActionField) -> Option<View> {
    let is_first = part
        .fields
        .first()
        .is_some_and(|first| first.id == field.id);
    let title = format!("Ce que vise la partie\u{a0}{}", part.number);
    is_first.then(|| {
        disclosure(
            title,
            "",
            el_class("p", "hint survey__part").child(&part.introduction),
        )
    })
}

/// The field's three headings, once.
fn ladder(field: &ActionField) -> View {
    let step = |stage: Stage| {
        el_class("li", "stage-ladder__step")
            .attr("data-stage", &stage.to_string())
            .child(el_class("p", "stage-ladder__name").child(stage_name(stage)))
            .child(el_class("p", "stage-ladder__text").child(stage.of(&field.headings)))
            .view()
    };
    el_class("section", "survey__ladder")
        .attr("aria-labelledby", "h-stages")
        .child(
            el_class("h2", "survey__h2")
                .attr("id", "h-stages")
                .child("Les trois étapes de ce champ"),
        )
        .child(el_class("ol", "stage-ladder").children(Stage::ALL.map(step)))
        .view()
}

fn items(session: Session, field: &'static ActionField) -> View {
    let hint = "Cochez toutes les étapes où se trouve l’établissement. Rien n’est obligatoire.";
    let head = el_class("div", "survey__items-head")
        .child(
            el_class("h2", "survey__h2")
                .attr("id", "h-items")
                .child(fr::the_items(field.items.len())),
        )
        .child(el_class("p", "hint").child(hint));
    let cards = field.items.iter().map(|item| item_card(session, item));
    el("section")
        .attr("aria-labelledby", "h-items")
        .child(head)
        .child(el_class("div", "survey__items").children(cards))
        .view()
}

/// Back, and the one obvious next step.
fn next_steps(session: Session, field: &ActionField) -> View {
    let fields: Vec<_> = session.questionnaire.fields().collect();
    let place = place_of(session, field);
    let before = place.checked_sub(2).and_then(|before| fields.get(before));
    let name = |field: &ActionField| format!("{}\u{a0}{}", field.id, field.title);
    let back = before.map(|before| {
        el_class("a", "btn")
            .attr("data-size", "l")
            .attr("href", &Route::Field(before.id).to_string())
            .child(icon(Icon::BACK))
            .child(format!("Champ précédent\u{a0}: {}", name(before)))
            .view()
    });
    let (next, label) = fields.get(place).map_or_else(
        || (Route::Positioning, "Voir le positionnement".to_owned()),
        |next| {
            (
                Route::Field(next.id),
                format!("Champ suivant\u{a0}: {}", name(next)),
            )
        },
    );
    let forward = el_class("a", "btn")
        .attr("data-kind", "primary")
        .attr("data-size", "l")
        .attr("href", &next.to_string())
        .child(label)
        .child(icon(Icon::NEXT));
    let blank = el_class("a", "btn")
        .attr("data-kind", "quiet")
        .attr("href", &Route::Blank.to_string())
        .child(icon(Icon::PRINT))
        .child("Imprimer le questionnaire vierge");
    el_class("nav", "survey__next")
        .attr("aria-label", "Suite du questionnaire")
        .child(back)
        .child(forward)
        .child(print_button("Imprimer ce champ").attr("data-kind", "quiet"))
        .child(blank)
        .view()
}

/// A button that opens the browser's print dialogue.
pub(super) fn print_button(label: &str) -> crate::ui::kit::view::Element {
    el_class("button", "btn")
        .attr("type", "button")
        .on("click", |_| page::print())
        .child(icon(Icon::PRINT))
        .child(label)
}
