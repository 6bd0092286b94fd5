//! The three headline figures.

use crate::domain::school::questionnaire::Stage;
use crate::session::Viewed;
use crate::ui::kit::bar::bar;
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::local_figure::{local_figure, official_name};
use crate::ui::shared::marks::stage_name;
use crate::words::fr;

/// The three headline figures.
pub fn stage_figures(viewed: Viewed) -> View {
    el_class("div", "figure-row")
        .children(Stage::ALL.map(|stage| stage_figure(viewed, stage)))
        .view()
}

fn stage_figure(viewed: Viewed, stage: Stage) -> View {
    let count = move || viewed.stage_count(stage);

    let value = el_class("p", "stage-figure__value")
        .attr("data-figure", &format!("stage-{stage}"))
        .attr("translate", "no")
        .child(el_class("span", "nowrap").text(move || fr::percent(count())))
        .child(" ")
        .child(el_class("small", "nowrap").text(move || fr::count(count())));
    el_class("div", "card stage-figure")
        .attr("data-stage", &stage.to_string())
        .child(el_class("h3", "stage-figure__name").child(stage_name(stage)))
        .child(official_name(viewed))
        .child(value)
        .child(bar("l", move || count().percent().unwrap_or(0)))
        .child(local_figure(viewed, None, stage))
        .view()
}
