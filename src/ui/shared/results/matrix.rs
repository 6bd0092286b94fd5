//! The 21 items × 3 stages: the referential itself, read at a glance. Each cell leads to its statement,
//! and on a wide screen has its box, so that a questionnaire on paper is copied in five minutes.

use crate::domain::route::Route;
use crate::domain::school::positioning::{ItemState, StatementState};
use crate::domain::school::questionnaire::{ActionField, Item, Stage, StatementId};
use crate::session::{Session, Viewed};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::link::own_link;
use crate::ui::shared::marks::{origin_chip, statement_mark};
use crate::ui::shared::stage_option::statement_box;
use crate::ui::shared::table::{part, stage_head};
use crate::words::fr;

/// The matrix, grouped by field. Each cell has its box on a wide screen, where `entering` ticks it.
pub fn matrix(viewed: Viewed, entering: Option<Session>) -> View {
    part("table", "table")
        .attr("class", "matrix")
        .child(
            el_class("caption", "visually-hidden")
                .child("État des trois étapes pour chaque item, par champ d’action"),
        )
        .child(stage_head("Item"))
        .children(
            viewed
                .questionnaire
                .fields()
                .map(|field| field_rows(viewed, field, entering)),
        )
        .view()
}

fn field_rows(viewed: Viewed, field: &'static ActionField, entering: Option<Session>) -> View {
    let name = part("th", "rowheader")
        .attr("scope", "rowgroup")
        .attr("colspan", "4")
        .child(format!("{} {} ", field.id, field.title))
        .child(el_class("span", "matrix__field-sum").child(fr::items(field.items.len())));
    part("tbody", "rowgroup")
        .child(part("tr", "row").attr("class", "matrix__field").child(name))
        .children(
            field
                .items
                .iter()
                .map(|item| item_row(viewed, item, entering)),
        )
        .view()
}

fn item_row(viewed: Viewed, item: &'static Item, entering: Option<Session>) -> View {
    let link = own_link(viewed, Route::Item(item.id))
        .child(el_class("span", "matrix__number").child(item.id.to_string()))
        .child(" ")
        .child(el("span").child(&item.title))
        .child(origin_chip(item.origin));
    part("tr", "row")
        .child(
            part("th", "rowheader")
                .attr("scope", "row")
                .attr("class", "matrix__item")
                .child(link),
        )
        .children(Stage::ALL.map(|stage| cell(viewed, item, stage, entering)))
        .view()
}

fn cell(viewed: Viewed, item: &'static Item, stage: Stage, entering: Option<Session>) -> View {
    let state = move || {
        let counted = viewed.counted(item);
        (counted.state, *stage.of(&counted.statements))
    };
    let name = format!("Item {}, étape {stage}", item.id);
    let conditions = stage.of(&item.statements).len();
    // Its conditions are out of sight here: the box says that it ticks them all, then that it did.
    let together = move || (conditions > 1).then(|| fr::together(state().1, conditions));
    let tick_box = entering.map(|session| {
        statement_box(session, item, stage)
            .attr("class", "check matrix__box")
            .attr("aria-label", &name)
            .attr_fn("title", together)
            .view()
    });
    let link = own_link(
        viewed,
        Route::Statement(StatementId {
            item: item.id,
            stage,
        }),
    )
    .attr("class", "matrix__link")
    .attr_fn("data-short", move || {
        Some(format!("É{stage} {}", cell_short(state())))
    })
    .dynamic(move || statement_mark(state().1).into())
    .child(el_class("span", "visually-hidden").child(format!("{name}\u{a0}: ")))
    .child(el_class("span", "matrix__long nowrap").text(move || cell_word(state())));
    let content = el_class("div", "matrix__state")
        .attr_fn("data-state", move || Some(cell_kind(state()).to_owned()))
        .child(View::from(tick_box))
        .child(link);
    part("td", "cell")
        .attr("class", "matrix__cell")
        .attr("data-stage", &stage.to_string())
        .child(content)
        .view()
}

/// What the style tells apart.
fn cell_kind(state: (ItemState, StatementState)) -> &'static str {
    match state {
        (ItemState::Unknown, _) => "ask",
        (ItemState::NotApplicable, _) => "none",
        (_, StatementState::Reached) => "on",
        (_, StatementState::Partial { .. }) => "part",
        (ItemState::Unanswered, StatementState::NotReached) => "blank",
        (ItemState::Answered, StatementState::NotReached) => "off",
    }
}

/// The cell in a word.
fn cell_word((item, statement): (ItemState, StatementState)) -> String {
    fr::statement_cell(item, statement)
}

/// The cell in three or four letters, for phones.
fn cell_short(state: (ItemState, StatementState)) -> String {
    match state {
        (ItemState::Unknown, _) => "?".to_owned(),
        (ItemState::NotApplicable, _) => "n. c.".to_owned(),
        (_, StatementState::Reached) => "oui".to_owned(),
        (_, StatementState::Partial { ticked, of }) => format!("{ticked}/{of}"),
        (ItemState::Unanswered, StatementState::NotReached) => "–".to_owned(),
        (ItemState::Answered, StatementState::NotReached) => "non".to_owned(),
    }
}
