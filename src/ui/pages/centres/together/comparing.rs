//! Two centres on one chart, for the stage that is chosen, with the figures of each field beside it.

use leptos::prelude::*;
use std::rc::Rc;

use super::{Side, Sides};
use crate::domain::charts::compared::comparison_chart;
use crate::domain::school::questionnaire::{Questionnaire, Stage};
use crate::domain::school::timeline::{Comparison, FieldChange};
use crate::session::Session;
use crate::ui::kit::field::{Bound, Label, choice};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::ui::shared::results::picture;
use crate::ui::shared::table::{head, named_cell, part};
use crate::words::fr::{self, centres as say};

/// Which two, by their places, and which stage.
#[derive(Clone, Copy)]
struct Chosen {
    sides: Sides,
    places: [RwSignal<usize>; 2],
    stage: RwSignal<Stage>,
}

impl Chosen {
    fn titles(self) -> [String; 2] {
        self.places.map(|place| {
            let title = |all: &[Side]| all.get(place.get()).map(|side| side.title.clone());
            self.sides.read(title).unwrap_or_default()
        })
    }

    /// The two compared, and what both answer; none where they answer different questionnaires.
    fn compared(self, session: Session) -> Option<(&'static Questionnaire, Comparison)> {
        let [one, other] = self.places.map(|place| place.get());
        self.sides.read(|all| {
            let (one, other) = (&all.get(one)?.dossier, &all.get(other)?.dossier);
            if !one.adaptation.is_akin(&other.adaptation) {
                return None;
            }
            let asked = session.questionnaire_for(&one.adaptation);
            Some((asked, Comparison::of(asked, one, other)))
        })
    }
}

/// The card.
pub fn comparing(session: Session, sides: Sides) -> View {
    let chosen = Chosen {
        sides,
        places: [RwSignal::new(0), RwSignal::new(1)],
        stage: RwSignal::new(Stage::One),
    };
    let compared = Memo::new(move |_| chosen.compared(session));
    let option = move || {
        let look = session.own().chart_look();
        let (asked, comparison) = compared.get()?;
        let stage = chosen.stage.get();
        Some(comparison_chart(asked, &comparison, stage, &look))
    };
    let words = move || Some(say::chart(chosen.stage.get(), &chosen.titles()));
    card("h-two", "Deux centres, champ par champ")
        .child(choices(chosen))
        .child(picture("centres", option, words, legend(chosen)))
        .dynamic(move || {
            compared.with(|found| match found {
                Some((asked, comparison)) => table(asked, chosen, comparison),
                None => el("p").child(say::NOT_AKIN).view(),
            })
        })
        .view()
}

fn choices(chosen: Chosen) -> View {
    let titles = chosen.sides.read(|all| {
        let titles = all.iter().enumerate();
        titles
            .map(|(place, side)| (place.to_string(), side.title.clone()))
            .collect::<Vec<_>>()
    });
    let centre = |id, name, place: RwSignal<usize>| {
        let bound = Bound {
            get: Rc::new(move || place.get().to_string()),
            set: Rc::new(move |text| {
                if let Ok(chosen) = text.parse() {
                    place.set(chosen);
                }
            }),
        };
        choice(Label { id, name, hint: "" }, titles.clone(), &bound)
    };
    let [one, other] = chosen.places;
    let stage = chosen.stage;
    let bound = Bound {
        get: Rc::new(move || stage.get().to_string()),
        set: Rc::new(move |text| {
            if let Ok(chosen) = text.parse() {
                stage.set(chosen);
            }
        }),
    };
    let label = Label {
        id: "centres-stage",
        name: "Étape",
        hint: "",
    };
    let stages = Stage::ALL.map(|stage| (stage.to_string(), fr::stage(stage)));
    // They change nothing of what is kept.
    unlocked(|| {
        el_class("div", "timeline__fields no-print")
            .child(centre("centres-one", "Premier centre", one))
            .child(centre("centres-other", "Second centre", other))
            .child(choice(label, stages, &bound))
            .view()
    })
}

fn legend(chosen: Chosen) -> View {
    let entry = |series: &'static str, which: usize| {
        el_class("span", "legend__entry")
            .attr("data-series", series)
            .child(el_class("span", "chart__line").attr("aria-hidden", "true"))
            .text(move || chosen.titles().into_iter().nth(which).unwrap_or_default())
            .view()
    };
    el_class("figcaption", "legend chart__legend")
        .attr_fn("data-stage", move || Some(chosen.stage.get().to_string()))
        .child(el("span").text(move || fr::stage(chosen.stage.get())))
        .child(entry("before", 0))
        .child(entry("after", 1))
        .view()
}

/// The figures of the chart.
fn table(asked: &Questionnaire, chosen: Chosen, comparison: &Comparison) -> View {
    let stage = chosen.stage.get();
    let [one, other] = chosen.titles();
    let row = |field: &FieldChange| {
        let title = asked.field(field.id);
        let title = title.map(|known| known.title.as_str()).unwrap_or_default();
        let cells = field
            .counts
            .iter()
            .zip([&one, &other])
            .map(|(counts, name)| {
                let count = el_class("span", "nowrap").child(fr::count(*stage.of(counts)));
                named_cell(name, count.view()).view()
            });
        part("tr", "row")
            .child(
                part("th", "rowheader")
                    .attr("scope", "row")
                    .child(format!("{} {title}", field.id)),
            )
            .children(cells)
            .view()
    };
    part("table", "table")
        .attr("class", "data-table centres__two")
        .attr("data-stack", "")
        .child(el_class("caption", "visually-hidden").child(say::two_caption(stage)))
        .child(head(["Champ d’action", &one, &other]))
        .child(part("tbody", "rowgroup").children(comparison.fields.iter().map(row)))
        .view()
}
