//! What is missing of a statement, and the way from it to an objective.

use crate::domain::route::Route;
use crate::domain::school::questionnaire::{ItemId, StatementId};
use crate::domain::school::reading::Missing;
use crate::session::{Session, Viewed};
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::link::own_link;
use crate::ui::shared::marks::{origin_chip, stage_badge};
use crate::words::fr;
use crate::words::fr::planning as say;

/// « 1.1.3 La charte numérique », leading to the item or to one of its statements.
pub fn item_link(viewed: Viewed, item: ItemId, route: Route) -> View {
    let asked = viewed.questionnaire.item(item);
    let title = asked.map_or("", |item| &item.title);
    let link = own_link(viewed, route).child(format!("{item} {title}"));
    let chip = asked.and_then(|item| origin_chip(item.origin));
    View::all([link.view(), chip.into()])
}

/// An item, and for each of these stages the sentences of the missing conditions. Nothing is advised.
pub fn told(viewed: Viewed, item: ItemId, missing: &[Missing]) -> View {
    let stages = missing
        .iter()
        .map(|one| stage(viewed, one, View::nothing()));
    entry(viewed, item).children(stages).view()
}

/// The same, each stage with the way to an objective; where the item has an open one, the way to that instead. `own` makes
/// it: none where the dossier is only read.
pub fn advised(viewed: Viewed, own: Option<Session>, item: ItemId, missing: &[Missing]) -> View {
    let open = open_link(viewed, item);
    let maker = own.filter(|_| open.is_none());
    let stages = missing.iter().map(|one| {
        let make = maker.map(|session| make_button(session, one));
        stage(viewed, one, make.into())
    });
    entry(viewed, item)
        .child(View::from(open))
        .children(stages)
        .view()
}

/// The way from a line of progress to an objective: one that is made, or the open one about the item.
pub fn to_objective(viewed: Viewed, own: Option<Session>, missing: &Missing) -> View {
    let open = open_link(viewed, missing.statement.item);
    open.or_else(|| own.map(|session| make_button(session, missing)))
        .into()
}

/// For each of these stages of an item how much of it is missing, with the way to an objective; where the item has an open one,
/// the way to that, once.
pub fn aims(own: Session, item: ItemId, missing: &[Missing]) -> View {
    let open = open_link(own.own(), item);
    let is_open = open.is_some();
    let stages = missing.iter().map(|one| {
        let button = (!is_open).then(|| make_button(own, one));
        el("li")
            .child(stage_badge(one.statement.stage))
            .child(el("span").child(say::missing_at_stage(one)))
            .child(View::from(button))
            .view()
    });
    let list = el_class("ul", "aims").children(stages).view();
    View::all([View::from(open), list])
}

fn entry(viewed: Viewed, item: ItemId) -> Element {
    let name = el_class("p", "gap-list__where").child(item_link(viewed, item, Route::Item(item)));
    el_class("li", "gap-list__item").child(name)
}

fn stage(viewed: Viewed, missing: &Missing, button: View) -> View {
    let stage = missing.statement.stage;
    let sentences = missing.sentences(viewed.questionnaire).into_iter();
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
fn open_link(viewed: Viewed, item: ItemId) -> Option<View> {
    let id = viewed.open_about(item).filter(|_| viewed.is_own())?;
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
