//! What the draft does to the figures and to the answers, and the buttons that apply it or let it go.

use leptos::prelude::*;

use super::Making;
use super::again::again;
use crate::browser::task;
use crate::domain::formats::adaptation::write_adaptation;
use crate::domain::formats::link::Asked;
use crate::domain::school::adaptation::{Adaptation, Migration};
use crate::domain::school::positioning::Positioning;
use crate::session::NotFrozen;
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::card;
use crate::words::fr::{adapting as say, migrating};

/// The card of what the draft does.
pub fn effects(making: Making) -> View {
    let lines = move || {
        let lines = lines(making).into_iter();
        let lines = lines.map(|line| el("li").child(line).view());
        el_class("ul", "help__list").children(lines).view()
    };
    card("h-effects", "Ce que cela change")
        .attr("class", "card help__section adapting__effects")
        .child(el("div").attr("role", "status").dynamic(lines))
        .child(again(making))
        .child(buttons(making))
        .view()
}

fn is_changed(making: Making) -> bool {
    let present = making.session.adaptation();
    // Which official words it rests on is noted as it is applied.
    let noted = |one: &Adaptation| one.resting_on(making.base);
    let is_other = making.draft.with(|draft| noted(draft) != noted(&present));
    is_other || !present.outdated(making.base).is_empty()
}

fn lines(making: Making) -> Vec<String> {
    if !making.session.can_adapt() {
        return vec![say::NOT_SAVED.to_owned()];
    }
    let changes = making.draft.with(say::changes);
    if !is_changed(making) {
        return vec![changes, say::NOTHING.to_owned()];
    }
    // What to look at again stands first.
    let mut lines = Vec::new();
    let present = making.session.adaptation();
    let outdated = present.outdated(making.base);
    if !outdated.is_empty() {
        let (own, rest) = outdated
            .into_iter()
            .partition::<Vec<_>, _>(|item| present.wordings.contains_key(item));
        lines.push(migrating::official_changed(&rest, &own));
    }
    let before = making.session.questionnaire;
    let after = making.draft.with(|draft| draft.apply(making.base));
    making.session.read(|dossier| {
        let answers = &dossier.answers;
        let migration = Migration::between(before, &after, answers);
        lines.extend(migrating::again(&migration));
        lines.push(changes);
        let [was, is] = [before, &after].map(|asked| Positioning::of(asked, answers));
        lines.push(say::figures(&was, &is));
        if after.adapted.is_some() {
            lines.push(say::official(&Positioning::official(&after, answers)));
        }
        lines.extend(migrating::migration(&migration));
    });
    if making.session.has_team.get() && Asked::of(before) != Asked::of(&after) {
        lines.push(say::TEAM.to_owned());
    }
    lines
}

fn buttons(making: Making) -> View {
    let said = RwSignal::new(String::new());
    let apply = move |_| {
        if !untrack(|| is_changed(making) && making.session.can_adapt()) {
            return;
        }
        let text = making
            .draft
            .with_untracked(|draft| write_adaptation(&draft.resting_on(making.base)));
        task::spawn(async move {
            let applied = making.session.adapt(text, say::FROZEN).await;
            if let Err(NotFrozen::Refused) = applied {
                let _ = said.try_set(say::NOT_FROZEN.to_owned());
            }
        });
    };
    let disabled = move || {
        let rests = !is_changed(making) || !making.session.can_adapt();
        rests.then(|| "true".to_owned())
    };
    let apply = button::once()
        .attr("data-kind", "primary")
        .attr_fn("aria-disabled", disabled)
        .on("click", apply)
        .child(icon(Icon::TICK))
        .child("Appliquer");
    let has_changed = move || is_changed(making);
    let drop = move || has_changed().then(|| dropping(making)).into();
    let is_adapted = move || making.draft.with(|draft| !draft.is_none());
    let official = move || is_adapted().then(|| going_back(making)).into();
    let status = el("p").attr("role", "alert").text(move || said.get());
    el_class("div", "btn-row")
        .child(apply)
        .dynamic_by(move || has_changed().to_string(), drop)
        .dynamic_by(move || is_adapted().to_string(), official)
        .child(status)
        .view()
}

fn dropping(making: Making) -> View {
    button::plain()
        .on("click", move |_| {
            making.open.set(None);
            making.draft.set(untrack(|| making.session.adaptation()));
        })
        .child("Abandonner ces changements")
        .view()
}

fn going_back(making: Making) -> View {
    button::plain()
        .attr("data-kind", "quiet")
        .on("click", move |_| {
            making.open.set(None);
            making
                .draft
                .update(|draft| *draft = Adaptation::taken_away(draft));
        })
        .child("Revenir au questionnaire officiel")
        .view()
}
