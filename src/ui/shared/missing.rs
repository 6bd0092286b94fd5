//! What is missing of a statement, and the way from it to an objective.

use crate::domain::route::Route;
use crate::domain::school::questionnaire::{ItemId, StatementId};
use crate::domain::school::reading::Missing;
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::link::own_link;
use crate::ui::shared::marks::stage_badge;
use crate::words::fr;
use crate::words::fr::planning as say;

/// « 1.1.3 La charte numérique », leading to the item or to one of its statements.
pub fn item_link(session: Session, item: ItemId, route: Route) -> View {
    let title = session
        .questionnaire
        .item(item)
        .map(|item| item.title.as_str());
    let label = format!("{item} {}", title.unwrap_or_default());
    own_link(session, route).child(label).view()
}

/// An item, and for each of these stages the sentences of the missing conditions. Nothing is advised.
pub fn told(session: Session, item: ItemId, missing: &[Missing]) -> View {
    let stages = missing
        .iter()
        .map(|one| stage(session, one, View::nothing()));
    entry(session, item).children(stages).view()
}

/// The same, each stage with the way to an objective; where the item has an open one, the way to that instead.
pub fn advised(session: Session, item: ItemId, missing: &[Missing]) -> View {
    let open = open_link(session, item);
    let is_free = open.is_none() && !session.is_read_only();
    let stages = missing.iter().map(|one| {
        let make = is_free.then(|| make_button(session, one));
        stage(session, one, make.into())
    });
    entry(session, item)
        .child(View::from(open))
        .children(stages)
        .view()
}

/// The way from a line of progress to an objective: one that is made, or the open one about the item.
pub fn to_objective(session: Session, missing: &Missing) -> View {
    match open_link(session, missing.statement.item) {
        None if session.is_read_only() => View::nothing(),
        None => make_button(session, missing),
        Some(link) => link,
    }
}

fn entry(session: Session, item: ItemId) -> Element {
    let name = el_class("p", "gap-list__where").child(item_link(session, item, Route::Item(item)));
    el_class("li", "gap-list__item").child(name)
}

fn stage(session: Session, missing: &Missing, button: View) -> View {
    let stage = missing.statement.stage;
    let sentences = missing.sentences(session.questionnaire).into_iter();
    let sentences = sentences.map(|sentence| el("li").child(sentence).view());
    let content = el("div")
        .child(el_class("ul", "gap-list__text").children(sentences))
        .child(button);
    el_class("div", "gap-list__stage")
        .attr("data-stage", &stage.to_string())
        .child(stage_badge(stage))
        .child(el_class("span", "visually-hidden").child(format!("{}\u{a0}: ", fr::stage(stage))))
        .child(content)
        .view()
}

/// « Objectif en cours », where this item has one; nobody else's dossier is linked to.
fn open_link(session: Session, item: ItemId) -> Option<View> {
    let id = session
        .open_about(item)
        .filter(|_| !session.is_read_only())?;
    let link = el_class("a", "btn")
        .attr("data-kind", "quiet")
        .attr("href", &Route::Objective(id).to_string());
    Some(named(link, "Objectif en cours", format!("item {item}")))
}

/// From what is missing to an objective that aims at it.
fn make_button(session: Session, missing: &Missing) -> View {
    let StatementId { item, stage } = missing.statement;
    let missing = missing.clone();
    let make = move |_| {
        if let Some(id) = session.aim_at(&missing) {
            session.go(Route::Objective(id));
        }
    };
    let button = button::once().attr("data-kind", "quiet").on("click", make);
    let about = format!("item {item}, étape {stage}");
    named(button, say::MAKE_OBJECTIVE, about)
}

fn named(element: Element, words: &str, about: String) -> View {
    element
        .child(icon(Icon::TARGET))
        .child(words)
        .child(el_class("span", "visually-hidden").child(format!("\u{a0}: {about}")))
        .view()
}
