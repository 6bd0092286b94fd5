//! The 21 items × 3 stages: the referential itself, read at a glance. Each cell leads to its statement,
//! and on a wide screen has its box, so that a questionnaire on paper is copied in five minutes.

use crate::domain::route::Route;
use crate::domain::school::positioning::{ItemState, StatementState};
use crate::domain::school::questionnaire::{ActionField, Item, Stage, StatementId};
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::link::own_link;
use crate::ui::shared::marks::statement_mark;
use crate::ui::shared::stage_option::statement_box;
use crate::ui::shared::table::{part, stage_head};
use crate::words::fr;

/// Whether the cells can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boxes {
    /// Each has its box, on a wide screen.
    Shown,
    /// They are read.
    None,
}

/// The matrix, grouped by field.
pub fn matrix(session: Session, boxes: Boxes) -> View {
    part("table", "table")
        .attr("class", "matrix")
        .child(
            el_class("caption", "visually-hidden")
                .child("État des trois étapes pour chaque item, par champ d’action"),
        )
        .child(stage_head("Item"))
        .children(
            session
                .questionnaire
                .fields()
                .map(|field| field_rows(session, field, boxes)),
        )
        .view()
}

fn field_rows(session: Session, field: &'static ActionField, boxes: Boxes) -> View {
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
                .map(|item| item_row(session, item, boxes)),
        )
        .view()
}

fn item_row(session: Session, item: &'static Item, boxes: Boxes) -> View {
    let link = own_link(session, Route::Item(item.id))
        .child(el_class("span", "matrix__number").child(item.id.to_string()))
        .child(" ")
        .child(el("span").child(&item.title));
    part("tr", "row")
        .child(
            part("th", "rowheader")
                .attr("scope", "row")
                .attr("class", "matrix__item")
                .child(link),
        )
        .children(Stage::ALL.map(|stage| cell(session, item, stage, boxes)))
        .view()
}

fn cell(session: Session, item: &'static Item, stage: Stage, boxes: Boxes) -> View {
    let state = move || {
        let counted = session.counted(item);
        (counted.state, *stage.of(&counted.statements))
    };
    let name = format!("Item {}, étape {stage}", item.id);
    let conditions = stage.of(&item.statements).len();
    // Its conditions are out of sight here: the box says that it ticks them all, then that it did.
    let together = move || (conditions > 1).then(|| fr::together(state().1, conditions));
    let tick_box = (boxes == Boxes::Shown).then(|| {
        statement_box(session, item, stage)
            .attr("class", "check matrix__box")
            .attr("aria-label", &name)
            .attr_fn("title", together)
            .view()
    });
    let link = own_link(
        session,
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
fn cell_word(state: (ItemState, StatementState)) -> String {
    match state {
        (ItemState::Unknown, _) => "Ne sait pas".to_owned(),
        (ItemState::NotApplicable, _) => "Non concerné".to_owned(),
        (ItemState::Unanswered, StatementState::NotReached) => "À renseigner".to_owned(),
        (_, StatementState::Partial { ticked, of }) => format!("{ticked} sur {of}"),
        (ItemState::Unanswered | ItemState::Answered, state) => fr::statement_state(state),
    }
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
