//! The positioning chart: its library is fetched when it is about to be shown; then one instance
//! follows every change until the screen is left.

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::echarts::{self, Chart};
use crate::browser::{page, task};
use crate::domain::charts::radar::{ChartOption, positioning_chart};
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::Stage;
use crate::domain::text::agree;
use crate::session::Viewed;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::progress::Progress;
use crate::ui::kit::view::{View, effect, el, el_class};
use crate::words::fr;

/// Width and height of a chart on paper, in pixels: those of `.chart__picture` in print.css.
pub const PAPER: [u16; 2] = [530, 360];

/// What a chart draws, now and whenever that changes.
type Drawn = Rc<dyn Fn() -> Option<ChartOption>>;

/// The chart, if it is there, and how far it is.
#[derive(Clone, Copy)]
struct Picture {
    chart: StoredValue<Option<Chart>, LocalStorage>,
    progress: RwSignal<Progress>,
    paper: [u16; 2],
}

/// The positioning chart, with a legend of its own that prints. Where the questionnaire is adapted, the official one and our own
/// each have theirs.
pub fn chart(viewed: Viewed) -> View {
    let Some(official) = viewed.official else {
        return counted(viewed, "positioning", viewed.positioning, "");
    };
    let [one, other] = fr::COUNTS;
    View::all([
        el("h3").child(one).view(),
        counted(viewed, "positioning", official, one),
        el("h3").child(other).view(),
        counted(viewed, "local", viewed.positioning, other),
    ])
}

/// The chart of one count; `whose` it is, where there are two.
fn counted(
    viewed: Viewed,
    name: &'static str,
    count: Memo<Positioning>,
    whose: &'static str,
) -> View {
    let option = move || {
        let look = viewed.chart_look();
        let drawn = |all: &_| positioning_chart(viewed.questionnaire, all, &look);
        Some(count.with(drawn))
    };
    let words = move || {
        let said = count.with(description);
        let whose = Some(whose).filter(|whose| !whose.is_empty());
        Some(whose.map_or(said.clone(), |whose| format!("{whose}. {said}")))
    };
    picture(name, option, words, legend())
}

/// A chart of this name: what it draws, the sentence for those who do not see it, and its legend.
pub fn picture(
    name: &'static str,
    option: impl Fn() -> Option<ChartOption> + 'static,
    words: impl Fn() -> Option<String> + 'static,
    legend: View,
) -> View {
    picture_of(PAPER, name, option, words, legend)
}

/// The same, of this width and height on paper.
pub fn picture_of(
    paper: [u16; 2],
    name: &'static str,
    option: impl Fn() -> Option<ChartOption> + 'static,
    words: impl Fn() -> Option<String> + 'static,
    legend: View,
) -> View {
    let picture = Picture {
        chart: StoredValue::new_local(None),
        progress: RwSignal::new(Progress::Loading),
        paper,
    };
    let progress = picture.progress;
    let place = el_class("div", "chart__picture")
        .attr("data-chart", name)
        .attr("role", "img")
        .attr_fn("aria-label", words)
        .attr_fn("hidden", move || {
            (progress.get() == Progress::Failed).then(String::new)
        });
    let node = place.node();
    let option: Drawn = Rc::new(option);
    let first = option.clone();
    let load = move || task::spawn(picture.load(node.clone(), first.clone()));
    load();
    effect(Box::new(move || picture.show(&*option)));
    el_class("figure", "chart")
        .attr("tabindex", "-1")
        // Until it is drawn, paper has the table only.
        .attr_fn("data-drawn", move || {
            (progress.get() == Progress::Shown).then(String::new)
        })
        .child(place)
        .dynamic(move || match progress.get() {
            Progress::Loading => el_class("p", "hint")
                .child("Chargement du graphique…")
                .view(),
            Progress::Hidden | Progress::Shown => View::nothing(),
            Progress::Failed => failure(load.clone()),
        })
        .child(legend)
        .view()
}

impl Picture {
    async fn load(self, place: crate::browser::dom::Element, option: Drawn) {
        self.progress.try_set(Progress::Loading);
        let loaded = echarts::load().await;
        // Reading the library, making the chart and drawing it are tasks of their own: as one they would hold up the page.
        task::pause(0).await;
        let made = loaded.and_then(|()| Chart::new(&place, self.paper));
        // The screen may have been left while the library came: then nothing is kept.
        let progress = if made.is_ok() {
            Progress::Shown
        } else {
            Progress::Failed
        };
        if self.chart.try_set_value(made.ok()).is_some() {
            return;
        }
        task::pause(0).await;
        // Read only while the screen is there.
        if self.progress.try_get_untracked().is_some() {
            let steps = untrack(|| option()).map(|option| option.steps());
            for step in steps.into_iter().flatten() {
                self.draw(Some(&step));
                task::pause(0).await;
            }
        }
        self.progress.try_set(progress);
    }

    /// Draws the present figures, once the chart is there.
    fn show(self, option: &dyn Fn() -> Option<ChartOption>) {
        if self.progress.get() == Progress::Shown {
            self.draw(option().as_ref());
        }
    }

    fn draw(self, option: Option<&ChartOption>) {
        let Some(option) = option else { return };
        // Refused only once disposed, when nobody looks any more.
        let _ = self
            .chart
            .try_with_value(|chart| chart.as_ref().map(|chart| chart.show(option)));
    }
}

fn failure(again: impl Fn() + 'static) -> View {
    let sentence = "Le graphique n’a pas pu être chargé. Tous ses chiffres sont dans le tableau ci-dessous, et le reste fonctionne.";
    let retry = button::plain()
        .on("click", move |_| {
            again();
            // The button that had the focus is gone.
            page::focus(".chart");
        })
        .child("Réessayer");
    callout(
        Tone::Alert,
        View::all([el("p").child(sentence).view(), retry.view()]),
    )
}

/// The three stages, as they are drawn.
pub fn legend() -> View {
    let entry = |stage: Stage| {
        el_class("span", "legend__entry")
            .attr("data-stage", &stage.to_string())
            .child(el_class("span", "chart__line").attr("aria-hidden", "true"))
            .child(fr::stage(stage))
            .view()
    };
    el_class("figcaption", "legend chart__legend")
        .children(Stage::ALL.map(entry))
        .view()
}

/// The chart in one sentence, for those who do not see it.
pub fn description(positioning: &Positioning) -> String {
    let figures: Vec<_> = Stage::ALL
        .into_iter()
        .map(|stage| {
            let count = *stage.of(&positioning.stages);
            format!(
                "étape {stage}, {} {}, {}",
                fr::count(count),
                agree(count.of.into(), "item", "items"),
                fr::percent(count)
            )
        })
        .collect();
    format!(
        "Graphique de positionnement\u{a0}: pour chacun des {} champs d’action, part des items atteints à chaque étape. \
         Au total, {}. Les chiffres de chaque champ sont dans le tableau qui suit.",
        positioning.fields.len(),
        figures.join("\u{202f}; ")
    )
}
