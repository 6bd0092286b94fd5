//! One field of the questionnaire.

pub mod adapted;
mod field_nav;
pub mod left_to_answer;
mod live_figures;
pub mod reminder;

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::route::Route;
use crate::domain::school::questionnaire::{ActionField, Item, Part, Stage};
use crate::session::Session;
use crate::ui::kit::disclosure::{disclosure, disclosure_element};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, together, together_after_paint};
use crate::ui::parts::{self, Adapted};
use crate::ui::shared::gradual::after_paint;
use crate::ui::shared::item_card::item_card;
use crate::ui::shared::marks::stage_name;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::words::fr;
use field_nav::{field_nav, place_of};
use live_figures::live_figures;
use reminder::reminder;

/// Windows of this width have no room for the aim: it folds with the headings, so that the first item is
/// on the first screen.
const NARROW: &str = "(max-width: 43.99rem)";
/// Windows of this size show the first item under the three headings too.
const LARGE: &str = "(min-width: 80rem) and (min-height: 50rem)";

/// One field: its aim, its three stages, its items.
pub fn survey(session: Session, field: &'static ActionField) -> View {
    let main = screen("survey__main")
        .child(head(session, field))
        .child(parts::adapted(session, Adapted::Note))
        .child(items(session, field))
        .child(next_steps(session, field))
        .child(is_last(session, field).then(|| reminder(session)));
    let local = parts::adapted(session, Adapted::Figures);
    let fields = together_after_paint(|| field_nav(session, field.id));
    let live = together(|| live_figures(session.own(), field, local));
    el_class("div", "survey")
        .child(el_class("div", "survey__fields").child(fields))
        .child(live)
        .child(main)
        .view()
}

fn head(session: Session, field: &'static ActionField) -> View {
    let part = session
        .questionnaire
        .parts
        .iter()
        .find(|part| part.number == field.id.part());
    let place = part.map(|part| format!("Partie {} – {}", part.number, part.title));
    let aim = el_class("p", "lead survey__aim")
        .child(el("b").child("Objectif\u{a0}:"))
        .child(" ")
        .child(&field.aim);
    let introduction = part.and_then(|part| introduction(part, field));
    let rule = el_class("p", "survey__rule").child(fr::INDEPENDENT);
    let head = el_class("header", "survey__head")
        .child(el_class("p", "eyebrow").child(place.unwrap_or_default()))
        .child(heading(format!("{} {}", field.id, field.title)));
    if page::matches_media(NARROW) {
        let content = [aim.view(), ladder(field), introduction.into()];
        let folded = folded("Objectif et étapes de ce champ", field, View::all(content));
        head.child(folded).child(rule).view()
    } else {
        let is_first = Route::Field(field.id) == session.first_field();
        let is_open = is_first && session.is_blank() && page::matches_media(LARGE);
        let headings = folded("Les trois étapes de ce champ", field, ladder(field))
            .attr_if("open", is_open.then_some(""));
        let folds = el_class("div", "survey__folds")
            .child(headings)
            .child(View::from(introduction));
        head.child(aim).child(rule).child(folds).view()
    }
}

/// Named after its field too: what is unfolded in one is not in the next.
fn folded(title: &str, field: &ActionField, content: View) -> Element {
    disclosure_element(title, &field.title, content).attr("class", "disclosure survey__headings")
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
    el_class("ol", "stage-ladder")
        .children(Stage::ALL.map(step))
        .view()
}

fn items(session: Session, field: &'static ActionField) -> View {
    let hint = "Rien n’est obligatoire.";
    let head = el_class("div", "survey__items-head")
        .child(
            el_class("h2", "survey__h2")
                .attr("id", "h-items")
                .child(fr::the_items(field.items.len())),
        )
        .child(el_class("p", "hint").child(hint));
    // Whoever comes for an item further down gets all of them at once.
    let now = match session.route.get_untracked() {
        Some(Route::Field(_)) => 1,
        _ => field.items.len(),
    };
    let cards = cards(session, &field.items, now);
    el("section")
        .attr("aria-labelledby", "h-items")
        .child(head)
        .child(el_class("div", "survey__items").child(cards))
        .view()
}

/// As many items as `now`, the others one by one, each after a paint: the first fills a window.
fn cards(session: Session, items: &'static [Item], now: usize) -> View {
    let (items, rest) = items.split_at(now.min(items.len()));
    let rest = (!rest.is_empty()).then(|| after_paint(move || cards(session, rest, 1)));
    let items = items.iter().map(|item| item_card(session, item));
    View::all(items.chain(rest))
}

fn is_last(session: Session, field: &ActionField) -> bool {
    let last = session.questionnaire.fields().last();
    last.is_some_and(|last| last.id == field.id)
}

/// Back, and the one obvious next step; after the last field, what is left to answer.
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
    let next = fields.get(place).copied();
    let is_done = move || session.positioning.with(|all| all.progress.is_complete());
    let label = next.map(|next| format!("Champ suivant\u{a0}: {}", name(next)));
    let label = move || label.clone().unwrap_or_else(|| fr::ending(is_done()));
    let forward = el_class("a", "btn")
        .attr("data-kind", "primary")
        .attr("data-size", "l")
        .attr(
            "href",
            &next
                .map_or(Route::Positioning, |next| Route::Field(next.id))
                .to_string(),
        )
        .text(label)
        .child(icon(Icon::NEXT));
    let blank = el_class("a", "btn")
        .attr("data-kind", "quiet")
        .attr("href", &Route::Blank.to_string())
        .child(icon(Icon::PRINT))
        .child("Imprimer le questionnaire vierge");
    el_class("nav", "survey__next")
        .attr("aria-label", "Suite du questionnaire")
        .child(next.is_none().then(|| parts::left_to_answer(session)))
        .child(back)
        .child(forward)
        .child(print_button("Imprimer ce champ").attr("data-kind", "quiet"))
        .child(blank)
        .view()
}
