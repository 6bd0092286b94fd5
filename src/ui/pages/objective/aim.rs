//! What an objective aims at, above its form.

use leptos::prelude::untrack;

use super::fields::Form;
use crate::domain::school::answers::Tick;
use crate::domain::school::dossier::Change;
use crate::domain::school::plan::Objective;
use crate::domain::school::questionnaire::{Questionnaire, Stage, StatementId};
use crate::domain::school::reading::Aim;
use crate::ui::kit::button::once;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, dynamic_by, el, el_class};
use crate::ui::shared::marks::stage_badge;
use crate::words::fr::planning as say;

/// What is aimed at, in the source's words, where an item and a stage are chosen: the conditions that are
/// missing, not the whole statement. It follows the answers.
pub fn origin(form: Form) -> View {
    let questionnaire = form.session.questionnaire;
    let aim = move || {
        let chosen = form.read(|objective| objective.item.zip(objective.stage));
        let (id, stage) = chosen.flatten()?;
        let item = questionnaire.item(id)?;
        let response = form.session.answer(id, |answer| answer.response);
        Some((id, stage, Aim::of(item, response, stage)))
    };
    let quote = move || {
        let shown = untrack(aim).and_then(|(_, stage, aim)| {
            let objective = form.read(Objective::clone)?;
            let mut title = say::aim(&objective, questionnaire);
            if let Aim::Missing(missing) = &aim {
                title.push_str(" – ");
                title.push_str(&say::missing(missing));
            }
            let text = el_class("div", "smart__origin")
                .attr("data-stage", &stage.to_string())
                .child(el_class("p", "small").child(format!("Énoncé visé\u{a0}: {title}")));
            let tick = objective.to_tick(&aim).map(|one| tick(form, one));
            let left = left_of(stage, &aim, questionnaire);
            Some(text.child(left).child(tick).view())
        });
        shown.into()
    };
    let key = move || match aim() {
        Some((item, stage, aim)) => {
            let to_tick = form.read(|objective| objective.to_tick(&aim)).flatten();
            let is_to_tick = to_tick.is_some();
            format!("{item}/{stage} {is_to_tick} {}", said(&aim, questionnaire))
        }
        None => String::new(),
    };
    dynamic_by(key, quote)
}

/// What is left to do for what is aimed at, one sentence a line.
pub fn said(aim: &Aim, questionnaire: &Questionnaire) -> String {
    match aim {
        Aim::Missing(missing) => missing.sentences(questionnaire).join("\n"),
        Aim::Reached => say::AIM_REACHED.to_owned(),
        Aim::Passed(higher) => say::aim_passed(*higher),
        Aim::NotConcerned => say::AIM_NOT_CONCERNED.to_owned(),
    }
}

/// What is left of a statement.
fn left_of(stage: Stage, aim: &Aim, questionnaire: &Questionnaire) -> View {
    match aim {
        Aim::Missing(missing) => {
            let sentences = missing.sentences(questionnaire).into_iter();
            let sentences = sentences.map(|sentence| el("li").child(sentence).view());
            el("blockquote")
                .child(stage_badge(stage))
                .child(el_class("ul", "gap-list__text").children(sentences))
                .view()
        }
        Aim::Reached | Aim::Passed(_) | Aim::NotConcerned => {
            el("p").child(said(aim, questionnaire)).view()
        }
    }
}

/// Of an objective that is done, the way to tick what it aimed at: one press of the person, one step to undo.
fn tick(form: Form, statement: StatementId) -> View {
    let StatementId { item, stage } = statement;
    let tick = Tick::On;
    let press = move |_| form.session.apply(Change::Statement { item, stage, tick });
    let button = once()
        .on("click", press)
        .child(icon(Icon::TICK))
        .child(say::tick(statement));
    let question = el("p").child(say::IS_AIM_REACHED);
    el_class("div", "smart__tick")
        .child(question)
        .child(button)
        .view()
}
