//! Comparing two positionings, or one with the dossier as it is now: in words first, then field by field, then a chart.

use leptos::prelude::*;
use std::rc::Rc;

use super::Kept;
use super::changes::changes;
use crate::domain::charts::compared::comparison_chart;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::questionnaire::Stage;
use crate::domain::school::timeline::{Comparison, Snapshot};
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::field::{Bound, Label, choice};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::ui::shared::results::picture;
use crate::words::fr::{self, timeline as say};

/// What stands for the dossier as it is now.
const NOW: &str = "now";

/// Which two are compared: ids of positionings, or [`NOW`]. Empty until somebody chooses.
#[derive(Clone, Copy)]
struct Chosen {
    before: RwSignal<String>,
    after: RwSignal<String>,
}

/// The card of the comparison.
pub fn comparing(session: Session, kept: Kept) -> View {
    let chosen = Chosen {
        before: RwSignal::new(String::new()),
        after: RwSignal::new(NOW.to_owned()),
    };
    let is_ready = move || kept.read(|all| !all.is_empty());
    let compared = Memo::new(move |_| compare(session, kept, chosen));
    let content = move || {
        if !untrack(is_ready) {
            return el("p").child(say::NOTHING_TO_COMPARE).view();
        }
        let body = el_class("div", "timeline__result").dynamic(move || {
            let which = el("p").child(between(kept, chosen));
            compared.with(|found| match found {
                Some(comparison) => View::all([which.view(), changes(session, comparison)]),
                None => View::nothing(),
            })
        });
        let stage = RwSignal::new(Stage::One);
        View::all([
            choices(kept, chosen),
            body.view(),
            chart(session, compared, stage),
        ])
    };
    card("h-compare", "Ce qui a changé")
        .dynamic_by(move || is_ready().to_string(), content)
        .view()
}

/// The two that are chosen, compared; none before there is one.
fn compare(session: Session, kept: Kept, chosen: Chosen) -> Option<Comparison> {
    let (before, after) = (chosen.before.get(), chosen.after.get());
    kept.read(|all| {
        // The latest one, until another is chosen or where the chosen one is gone.
        let latest = all.first()?;
        let with = |id: &str, read: &mut dyn FnMut(&Dossier)| {
            let found = all.iter().find(|one| one.id.to_string() == id);
            match found {
                Some(snapshot) => read(&snapshot.dossier),
                None if id == NOW => session.read(|own| read(own)),
                None => read(&latest.dossier),
            }
        };
        let mut comparison = None;
        with(&before, &mut |before| {
            with(&after, &mut |after| {
                comparison = Some(Comparison::of(session.questionnaire, before, after));
            });
        });
        comparison
    })
}

/// Which two are compared, in words: paper has no list of choices.
fn between(kept: Kept, chosen: Chosen) -> String {
    let named = |id: String| {
        kept.read(|all| {
            let found = all.iter().find(|one| one.id.to_string() == id);
            let known = found.or(all.first().filter(|_| id != NOW));
            known.map_or_else(|| say::NOW.to_owned(), say::named)
        })
    };
    say::between(&named(chosen.before.get()), &named(chosen.after.get()))
}

/// Which two are compared, and the way to exchange them.
fn choices(kept: Kept, chosen: Chosen) -> View {
    let field = move |id: &'static str, name: &'static str, signal: RwSignal<String>| {
        let label = Label { id, name, hint: "" };
        let shown = move || {
            let is_there = |all: &[_]| {
                all.iter()
                    .any(|one: &Snapshot| one.id.to_string() == signal.get())
            };
            let latest = kept.read(|all| all.first().map(|one| one.id.to_string()));
            if signal.get() == NOW || kept.read(is_there) {
                signal.get()
            } else {
                latest.unwrap_or_default()
            }
        };
        let bound = Bound {
            get: Rc::new(shown),
            set: Rc::new(move |id| signal.set(id)),
        };
        let taken = kept.read(|all| {
            let named = all.iter().map(|one| (one.id.to_string(), say::named(one)));
            named.collect::<Vec<_>>()
        });
        let now = (NOW.to_owned(), say::NOW.to_owned());
        // It changes nothing of what is kept.
        unlocked(|| choice(label, taken.into_iter().chain([now]), &bound))
    };
    let exchange = move |_| {
        let (before, after) = (chosen.before.get_untracked(), chosen.after.get_untracked());
        // Nothing chosen stands for the latest one, whose id the list knows.
        let latest = kept.read(|all| all.first().map(|one| one.id.to_string()));
        let known = |id: String| {
            if id.is_empty() {
                latest.clone().unwrap_or_default()
            } else {
                id
            }
        };
        chosen.before.set(known(after));
        chosen.after.set(known(before));
    };
    el_class("div", "timeline__fields no-print")
        .dynamic(move || field("compare-before", "De", chosen.before))
        .dynamic(move || field("compare-after", "À", chosen.after))
        .child(button::plain().on("click", exchange).child("Échanger"))
        .view()
}

/// Before and after on one chart, for the stage that is chosen.
fn chart(session: Session, compared: Memo<Option<Comparison>>, stage: RwSignal<Stage>) -> View {
    let label = Label {
        id: "compare-stage",
        name: "Graphique de l’étape",
        hint: "",
    };
    let bound = Bound {
        get: Rc::new(move || stage.get().to_string()),
        set: Rc::new(move |text| {
            if let Ok(chosen) = text.parse() {
                stage.set(chosen);
            }
        }),
    };
    let stages = Stage::ALL.map(|stage| (stage.to_string(), fr::stage(stage)));
    let option = move || {
        let look = session.own().chart_look();
        let comparison = compared.get()?;
        Some(comparison_chart(
            session.questionnaire,
            &comparison,
            stage.get(),
            &look,
        ))
    };
    let words =
        move || compared.with(|found| found.as_ref().map(|found| say::chart(stage.get(), found)));
    let entry = |name: &'static str, words: &'static str| {
        el_class("span", "legend__entry")
            .attr("data-series", name)
            .child(el_class("span", "chart__line").attr("aria-hidden", "true"))
            .child(words)
            .view()
    };
    let legend = el_class("figcaption", "legend chart__legend")
        .attr_fn("data-stage", move || Some(stage.get().to_string()))
        .child(entry("before", "Avant"))
        .child(entry("after", "Après"));
    View::all([
        unlocked(|| choice(label, stages, &bound)),
        picture("comparison", option, words, legend.view()),
    ])
}
