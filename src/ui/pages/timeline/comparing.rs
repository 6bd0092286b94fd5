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
use crate::ui::shared::compared::compared;
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

/// What can be compared: the positionings that are kept, and what came by a link or in a file.
#[derive(Clone, Copy)]
struct Compared {
    kept: Kept,
    came: StoredValue<Option<Snapshot>>,
    session: Session,
}

impl Compared {
    /// What `read` finds in them, and how many are left out as they answer another questionnaire; follows them.
    fn sorted<T>(self, read: impl FnOnce(&[&Snapshot], usize) -> T) -> T {
        let own = self.session.read(|own| own.adaptation.clone());
        self.kept.read(|kept| {
            self.came.with_value(|came| {
                let all = kept.iter().chain(came);
                let is_akin = |one: &&Snapshot| one.dossier.adaptation.is_akin(&own);
                let (akin, others): (Vec<_>, Vec<_>) = all.partition(is_akin);
                read(&akin, others.len())
            })
        })
    }

    /// What `read` finds in them; follows them.
    fn read<T>(self, read: impl FnOnce(&[&Snapshot]) -> T) -> T {
        self.sorted(|akin, _| read(akin))
    }
}

/// The card of the comparison.
pub fn comparing(session: Session, kept: Kept) -> View {
    let kept = Compared {
        kept,
        came: StoredValue::new(compared()),
        session,
    };
    let came = kept
        .came
        .with_value(|came| came.as_ref().map(|one| one.id.to_string()));
    let chosen = Chosen {
        before: RwSignal::new(came.unwrap_or_default()),
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
    let others = move || {
        let is_some = kept.sorted(|_, others| others > 0);
        is_some
            .then(|| el_class("p", "small").child(say::OF_ANOTHER).view())
            .into()
    };
    card("h-compare", "Ce qui a changé")
        .dynamic(others)
        .dynamic_by(move || is_ready().to_string(), content)
        .view()
}

/// What stands chosen: what somebody chose, as long as it is there; else the latest one. Empty where none is kept.
fn standing(kept: Compared, chosen: RwSignal<String>) -> String {
    let id = chosen.get();
    kept.read(|all| {
        let is_there = id == NOW || all.iter().any(|one| one.id.to_string() == id);
        let latest = || all.first().map(|one| one.id.to_string());
        if is_there {
            id
        } else {
            latest().unwrap_or_default()
        }
    })
}

/// What `read` finds in the positioning of this id; nothing, which stands for today, where there is none.
fn taken<T>(kept: Compared, id: &str, read: impl FnOnce(Option<&Snapshot>) -> T) -> T {
    kept.read(|all| read(all.iter().copied().find(|one| one.id.to_string() == id)))
}

/// The two that are chosen, compared; none before there is one.
fn compare(session: Session, kept: Compared, chosen: Chosen) -> Option<Comparison> {
    let [before, after] = [chosen.before, chosen.after].map(|one| standing(kept, one));
    if kept.read(|all| all.is_empty()) {
        return None;
    }
    let of =
        |before: &Dossier, after: &Dossier| Comparison::of(session.questionnaire, before, after);
    session.read(|own| {
        let dossier = |found: Option<&Snapshot>| found.map_or(own, |one| &one.dossier).clone();
        let (before, after) = (taken(kept, &before, dossier), taken(kept, &after, dossier));
        Some(of(&before, &after))
    })
}

/// Which two are compared, in words: paper has no list of choices.
fn between(kept: Compared, chosen: Chosen) -> String {
    let [before, after] = [chosen.before, chosen.after].map(|one| {
        let named =
            |found: Option<&Snapshot>| found.map_or_else(|| say::NOW.to_owned(), say::named);
        taken(kept, &standing(kept, one), named)
    });
    say::between(&before, &after)
}

/// Which two are compared, and the way to exchange them.
fn choices(kept: Compared, chosen: Chosen) -> View {
    let field = move |id: &'static str, name: &'static str, signal: RwSignal<String>| {
        let label = Label { id, name, hint: "" };
        let bound = Bound {
            get: Rc::new(move || standing(kept, signal)),
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
        let [before, after] =
            untrack(|| [chosen.before, chosen.after].map(|one| standing(kept, one)));
        chosen.before.set(after);
        chosen.after.set(before);
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
