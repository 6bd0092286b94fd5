//! « À reprendre »: each item whose words change under its answer, as it was worded before and as it will be.

use leptos::prelude::*;

use super::Making;
use crate::browser::task;
use crate::domain::school::adaptation::Migration;
use crate::domain::school::answers::Response;
use crate::domain::school::questionnaire::{Item, Questionnaire, Stage, Statement};
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::marks::stage_badge;
use crate::words::fr::{self, migrating as say};

/// The words of an item before, and after; either may be unknown or gone.
type Both = [Option<Item>; 2];

/// The list; nothing where nothing is to be looked at again.
pub fn again(making: Making) -> View {
    let earlier = RwSignal::new(None);
    let has_outdated = !untrack(|| making.session.adaptation().outdated(making.base)).is_empty();
    if has_outdated {
        // The official words of before are read beside the dossier.
        task::spawn(async move {
            let _ = earlier.try_set(Some(making.session.asked_before().await));
        });
    }
    let list = move || {
        let known = earlier.with(|known: &Option<Vec<_>>| known.is_some() || !has_outdated);
        let both = earlier.with(|known| changed(making, known.as_deref().unwrap_or_default()));
        if both.is_empty() || !known {
            return View::nothing();
        }
        let rows = both.into_iter().map(|(name, both)| row(&name, &both));
        let title = el("p").child(el("b").child(say::BOTH_WORDS));
        View::all([title.view(), View::all(rows)])
    };
    el_class("div", "stack adapting__again")
        .dynamic(list)
        .view()
}

/// Every item that was answered and is worded otherwise, with its name: official ones whose official words are others since they were
/// last looked at, and those that the draft words otherwise.
fn changed(making: Making, earlier: &[Questionnaire]) -> Vec<(String, Both)> {
    let (present, before) = (making.session.adaptation(), making.session.questionnaire);
    let after = making.draft.with(|draft| draft.apply(making.base));
    let outdated = present.outdated(making.base);
    let migration = making
        .session
        .read(|own| Migration::between(before, &after, &own.answers));
    let is_answered = |item| {
        making
            .session
            .read(|own| own.answers.response(item) != Response::Unanswered)
    };
    let mut all = Vec::new();
    for item in making.base.items() {
        if outdated.contains(&item.id) && is_answered(item.id) {
            let former = present.former(item.id, earlier).cloned();
            all.push((name(item), [former, Some(item.clone())]));
        }
    }
    for id in migration.changed {
        if !outdated.contains(&id)
            && let Some(item) = after.item(id)
        {
            let both = [before.item(id), Some(item)];
            all.push((name(item), both.map(Option::<&Item>::cloned)));
        }
    }
    all
}

fn name(item: &Item) -> String {
    format!("{} {}", item.id, item.title)
}

fn row(name: &str, both: &Both) -> View {
    let columns = say::COLUMNS.into_iter().zip([0, 1]);
    let columns = columns.map(|(title, place)| {
        let own = both.get(place).and_then(Option::as_ref);
        let other = both.get(1 - place).and_then(Option::as_ref);
        column(title, own, other)
    });
    let columns = el_class("div", "adapting__both").children(columns);
    disclosure(name, "", columns)
}

/// The words of one time. What the other does not have is marked.
fn column(title: &'static str, own: Option<&Item>, other: Option<&Item>) -> View {
    let stages = own.map(|own| {
        let stages = Stage::ALL.map(|stage| {
            let other = other.map(|other| stage.of(&other.statements));
            statement(stage, stage.of(&own.statements), other)
        });
        View::all(stages)
    });
    let words = stages.unwrap_or_else(|| el_class("p", "small").child(say::NOT_KEPT).view());
    el_class("div", "adapting__card")
        .child(el_class("p", "eyebrow").child(title))
        .child(words)
        .view()
}

fn statement(stage: Stage, own: &Statement, other: Option<&Statement>) -> View {
    let sentence = |sentence: &str| {
        let is_other = other.is_some_and(|other| !other.sentences().any(|one| one == sentence));
        let text = el(if is_other { "mark" } else { "span" }).child(sentence);
        el("li").child(text).view()
    };
    let sentences = own.sentences().map(sentence);
    let name = el_class("p", "adapting__stage")
        .child(stage_badge(stage))
        .child(" ")
        .child(fr::stage(stage));
    el("div")
        .attr("data-stage", &stage.to_string())
        .child(name)
        .child(el_class("ul", "adapting__sentences").children(sentences))
        .view()
}
