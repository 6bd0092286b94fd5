//! One statement: its box, its official wording, and its conditions where it has several.
//!
//! Long statements fold by sentence: the first one, then all of them, each with its box.

use std::cell::Cell;

use crate::browser::dom;
use crate::domain::school::answers::Tick;
use crate::domain::school::dossier::Change;
use crate::domain::school::positioning::StatementState;
use crate::domain::school::questionnaire::{Condition, Item, Stage, Statement, StatementId};
use crate::session::Session;
use crate::ui::kit::check::check_box;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::marks::statement_mark;
use crate::words::fr;

/// A split statement longer than this shows its first sentence only, until it is unfolded.
const FOLD_ABOVE: usize = 330;

/// The box of a statement: ticked, mixed or not, and tickable.
pub fn statement_box(session: Session, item: &'static Item, stage: Stage) -> Element {
    let state = move || *stage.of(&session.counted(item).statements);
    let is_checked = move || state() == StatementState::Reached;
    let changed = move |is_checked| {
        let tick = Tick::from(is_checked);
        session.tick(Change::Statement {
            item: item.id,
            stage,
            tick,
        });
    };
    check_box(is_checked, changed)
        .attr("data-item", &item.id.to_string())
        .attr("data-stage", &stage.to_string())
        .flag("indeterminate", move || {
            matches!(state(), StatementState::Partial { .. })
        })
}

/// One statement.
pub fn stage_option(session: Session, item: &'static Item, stage: Stage) -> View {
    let statement = stage.of(&item.statements);
    let state = move || *stage.of(&session.counted(item).statements);
    let box_id = format!("box-{}-{stage}", item.id);
    let number = statement.len();
    let folds = statement.is_split() && statement.text().chars().count() > FOLD_ABOVE;
    let conditions = statement
        .is_split()
        .then(|| conditions(session, item, stage, folds));
    let tick_box = statement_box(session, item, stage)
        .attr("data-size", "l")
        .attr("id", &box_id);
    let tick_box = match &conditions {
        Some(details) if folds => unfolding(tick_box, details),
        Some(_) | None => tick_box,
    };
    let name = el_class("span", "stage-option__name")
        .child(el_class("span", "visually-hidden").child(format!("Item {}, ", item.id)))
        .child(fr::stage(stage));
    let label = el_class("label", "stage-option__label")
        .attr("for", &box_id)
        .child(name)
        .child(" ")
        .child(wording(item, stage, statement, folds));
    el_class("div", "stage-option")
        .attr("data-stage", &stage.to_string())
        .attr_fn("data-state", move || Some(state_word(state()).to_owned()))
        .child(el_class("span", "stage-option__box").child(tick_box))
        .child(label)
        .dynamic_by(
            move || fr::reached_of(state(), number),
            move || state_chip(state(), number),
        )
        .child(
            conditions.map(|details| el_class("div", "stage-option__more").child(details).view()),
        )
        .view()
}

/// A tick answers all the conditions at once: the first one unfolds them, so that the person sees what she
/// just answered. Once they were seen they stay as she leaves them.
fn unfolding(tick_box: Element, details: &Element) -> Element {
    let (details, seen) = (details.node(), Cell::new(false));
    tick_box.on("change", move |event| {
        if dom::is_checked(&event) && !seen.replace(true) {
            dom::set_flag(&details, "open", true);
        }
    })
}

/// The official wording whole, or its first sentence where the conditions hold it.
fn wording(item: &Item, stage: Stage, statement: &Statement, folds: bool) -> View {
    let text = el_class("span", "stage-option__text");
    if folds {
        let others = statement.conditions.len().saturating_sub(1);
        text.child(statement.sentences().next().map(View::from))
            .child(" ")
            .child(el("span").attr("aria-hidden", "true").child("[…]"))
            .child(el_class("span", "visually-hidden").child(format!(
                "et {}",
                fr::plural(others, "autre condition", "autres conditions")
            )))
            .view()
    } else {
        text.attr(
            "data-statement",
            &StatementId {
                item: item.id,
                stage,
            }
            .to_string(),
        )
        .child(statement.text())
        .view()
    }
}

fn state_word(state: StatementState) -> &'static str {
    match state {
        StatementState::Reached => "on",
        StatementState::Partial { .. } => "mixed",
        StatementState::NotReached => "off",
    }
}

/// What the boxes add up to; nothing is said of a statement of which nothing is ticked.
fn state_chip(state: StatementState, conditions: u8) -> View {
    let chip = |mark: View| {
        el_class("span", "chip stage-option__state")
            .attr("data-tone", "stage")
            .child(mark)
            .child(fr::reached_of(state, conditions))
            .view()
    };
    statement_mark(state).map(chip).into()
}

/// The conditions of a split statement, each with its box.
fn conditions(session: Session, item: &'static Item, stage: Stage, hold_wording: bool) -> Element {
    let conditions = &stage.of(&item.statements).conditions;
    let number = conditions.len();
    let verb = if hold_wording {
        "Lire et cocher"
    } else {
        "Cocher une par une"
    };
    let summary = el("summary")
        .child(icon(Icon::CHEVRON))
        .child(
            el_class("span", "conditions__closed").child(format!("{verb} les {number} conditions")),
        )
        .child(
            el_class("span", "conditions__opened")
                .child(format!("Replier les {number} conditions")),
        )
        .child(
            el_class("span", "visually-hidden")
                .child(format!(" de l’étape {stage}, item {}", item.id)),
        );
    let wording = hold_wording.then(|| {
        StatementId {
            item: item.id,
            stage,
        }
        .to_string()
    });
    let list = el_class("ul", "conditions__list")
        .attr_if("data-statement", wording.as_deref())
        .children(
            conditions
                .iter()
                .map(|one| condition(session, item, stage, one)),
        );
    el_class("details", "disclosure conditions")
        .child(summary)
        .child(list)
}

/// One condition; the space after it parts the sentences.
fn condition(session: Session, item: &'static Item, stage: Stage, of: &Condition) -> View {
    let condition = of.id;
    let is_ticked = move || {
        session.answer(item.id, |answer| {
            answer.response.ticks().is_ticked(stage, condition)
        })
    };
    let changed = move |is_checked| {
        let tick = Tick::from(is_checked);
        session.tick(Change::Condition {
            item: item.id,
            stage,
            condition,
            tick,
        });
    };
    let tick_box = check_box(is_ticked, changed)
        .attr("data-item", &item.id.to_string())
        .attr("data-stage", &stage.to_string())
        .attr("data-condition", &(condition + 1).to_string());
    let label = el_class("label", "conditions__item")
        .child(tick_box)
        .child(el("span").child(of.text.as_str()));
    View::all([el("li").child(label).view(), " ".into()])
}
