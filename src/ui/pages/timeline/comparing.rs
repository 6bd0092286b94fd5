//! Comparing two positionings, or one with the dossier as it is now: in words first, then field by field, then a chart.

use leptos::prelude::*;
use std::rc::Rc;

use super::Kept;
use super::changes::changes;
use super::pair::{Chosen, Compared, NOW};
use crate::browser::{paint, task};
use crate::domain::charts::compared::comparison_chart;
use crate::domain::school::questionnaire::Stage;
use crate::domain::school::timeline::{Comparison, Head};
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::field::{Bound, Label, choice};
use crate::ui::kit::view::{View, effect, el, el_class, unlocked};
use crate::ui::shared::gradual::after_paint;
use crate::ui::shared::page::card;
use crate::ui::shared::results::picture;
use crate::words::fr::{self, timeline as say};

/// The card of the comparison.
pub fn comparing(session: Session, kept: Kept) -> View {
    let all = Compared::of(session, kept);
    let offered = Memo::new(move |_| all.offered());
    let standing = Memo::new(move |_| all.standing());
    let is_ready = Memo::new(move |_| !offered.with(Vec::is_empty));
    effect(Box::new(move || {
        let wanted = standing.get();
        task::spawn(async move { all.read(wanted).await });
    }));
    let compared = Memo::new(move |_| all.comparison().filter(|_| is_ready.get()));
    // Two others may compare alike.
    let which = Memo::new(move |_| all.in_words());
    let content = move || {
        if !is_ready.get_untracked() {
            return el("p").child(say::NOTHING_TO_COMPARE).view();
        }
        let body = el_class("div", "timeline__result").dynamic(move || {
            compared.with(|found| match found {
                Some(comparison) => {
                    let which = el("p").text(move || which.get());
                    View::all([which.view(), changes(session, comparison)])
                }
                None => View::nothing(),
            })
        });
        let stage = RwSignal::new(Stage::One);
        let drawn = after(compared);
        View::all([
            choices(all, offered, standing),
            body.view(),
            after_paint(move || chart(session, drawn, stage)),
        ])
    };
    let others = move || {
        let said = || el_class("p", "small").child(say::OF_ANOTHER).view();
        all.has_others().then(said).into()
    };
    card("h-compare", "Ce qui a changé")
        .dynamic(others)
        .dynamic_by(move || is_ready.get().to_string(), content)
        .view()
}

/// What is compared, once its words are painted: they come first, and drawing takes longer.
fn after(compared: Memo<Option<Comparison>>) -> RwSignal<Option<Comparison>> {
    let drawn = RwSignal::new(None);
    effect(Box::new(move || {
        compared.track();
        paint::after_paint(move || {
            let Some(now) = compared.try_get_untracked() else {
                return;
            };
            if drawn.try_with_untracked(|drawn| *drawn != now) == Some(true) {
                let _ = drawn.try_set(now);
            }
        });
    }));
    drawn
}

/// Which two are compared, and the way to exchange them.
fn choices(all: Compared, offered: Memo<Vec<Head>>, standing: Memo<[String; 2]>) -> View {
    let Chosen { before, after } = all.chosen;
    let field = move |id: &'static str,
                      name: &'static str,
                      signal: RwSignal<String>,
                      stands: fn([String; 2]) -> String| {
        let label = Label { id, name, hint: "" };
        let bound = Bound {
            get: Rc::new(move || stands(standing.get())),
            set: Rc::new(move |id| signal.set(id)),
        };
        let taken = offered.with(|all| {
            let named = all.iter().map(|one| (one.id.to_string(), say::named(one)));
            named.collect::<Vec<_>>()
        });
        let now = (NOW.to_owned(), say::NOW.to_owned());
        // It changes nothing of what is kept.
        unlocked(|| choice(label, taken.into_iter().chain([now]), &bound))
    };
    let exchange = move |_| {
        let [one, other] = standing.get_untracked();
        before.set(other);
        after.set(one);
    };
    el_class("div", "timeline__fields no-print")
        .dynamic(move || field("compare-before", "De", before, |[before, _]| before))
        .dynamic(move || field("compare-after", "À", after, |[_, after]| after))
        .child(button::plain().on("click", exchange).child("Échanger"))
        .view()
}

/// Before and after on one chart, for the stage that is chosen.
fn chart(session: Session, compared: RwSignal<Option<Comparison>>, stage: RwSignal<Stage>) -> View {
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
        .child(el("span").text(move || fr::stage(stage.get())))
        .child(entry("before", "Avant"))
        .child(entry("after", "Après"));
    View::all([
        el_class("div", "no-print")
            .child(unlocked(|| choice(label, stages, &bound)))
            .view(),
        picture("comparison", option, words, legend.view()),
    ])
}
