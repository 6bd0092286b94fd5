//! The card of an item as it will stand in the questionnaire. Nothing is ticked in it.

use crate::domain::school::questionnaire::{Item, Stage};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::marks::{origin_chip, stage_badge};
use crate::words::fr;

/// The card.
pub fn preview(item: &Item) -> View {
    let title = el_class("p", "item-card__title")
        .child(el_class("span", "item-card__number").child(item.id.to_string()))
        .child(" ")
        .child(el("span").child(&item.title))
        .child(origin_chip(item.origin));
    el_class("div", "adapting__card")
        .child(title)
        .children(Stage::ALL.map(|stage| statement(item, stage)))
        .view()
}

fn statement(item: &Item, stage: Stage) -> View {
    let statement = stage.of(&item.statements);
    let name = el_class("p", "adapting__stage")
        .child(stage_badge(stage))
        .child(" ")
        .child(fr::stage(stage));
    let sentences = statement.sentences();
    let sentences = sentences.map(|sentence| el_class("li", "blank__box").child(sentence).view());
    let number = statement.is_split().then(|| {
        let number = fr::plural(statement.len(), "condition", "conditions");
        el_class("p", "small").child(number).view()
    });
    el("div")
        .attr("data-stage", &stage.to_string())
        .child(name)
        .child(number)
        .child(el_class("ul", "adapting__sentences").children(sentences))
        .view()
}
