//! Progress and the three figures, in sight while answering.

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::domain::school::questionnaire::{ActionField, Stage};
use crate::session::Viewed;
use crate::ui::kit::bar::bar;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::counting_rule::folded_counting_rule;
use crate::ui::shared::marks::stage_badge;
use crate::words::fr;

/// The live figures, those of the school’s own questionnaire, and those of the field that is shown.
pub fn live_figures(viewed: Viewed, field: &'static ActionField, local: Option<View>) -> View {
    let in_field = el_class("p", "hint")
        .child("Dans ce champ\u{a0}:")
        .children(Stage::ALL.map(|stage| in_field(viewed, field, stage)));
    let more = el_class("div", "live-figures__more")
        .child(in_field)
        .child(folded_counting_rule())
        .child(
            el_class("a", "btn")
                .attr("href", &Route::Positioning.to_string())
                .child(icon(Icon::BARS))
                .child("Voir le positionnement"),
        );
    el_class("aside", "survey__live live-figures")
        .attr("aria-label", "Chiffres en direct")
        .child(el_class("h2", "live-figures__title").child("Chiffres en direct"))
        .child(
            el_class("p", "live-figures__progress")
                .attr("data-progress", "")
                .attr("translate", "no")
                .text(move || viewed.positioning.with(|all| fr::progress(all.progress))),
        )
        .child(
            el_class("div", "live-figures__list")
                .children(Stage::ALL.map(|stage| line(viewed, stage))),
        )
        .child(local)
        .child(more)
        .view()
}

fn line(viewed: Viewed, stage: Stage) -> View {
    let count = move || viewed.stage_count(stage);
    let percent = el_class("span", "live-figures__pct")
        .child(el_class("span", "live-figures__dash").child("– "))
        .text(move || fr::percent(count()));
    let figure = el_class("span", "nowrap")
        .attr("data-figure", &format!("stage-{stage}"))
        .attr("translate", "no")
        .child(el("b").text(move || fr::count(count())))
        .child(" ")
        .child(percent);
    let text = el_class("p", "live-figures__text")
        .child(el_class("span", "live-figures__name").child(format!("{}\u{a0}:", fr::stage(stage))))
        .child(" ")
        .child(figure);
    el_class("div", "live-figures__line")
        .attr("data-stage", &stage.to_string())
        .child(stage_badge(stage))
        .child(text)
        .child(bar("m", move || count().percent().unwrap_or(0)))
        .view()
}

fn in_field(viewed: Viewed, field: &'static ActionField, stage: Stage) -> View {
    let figure = el("span")
        .attr("data-figure", &format!("{}/stage-{stage}", field.id))
        .attr("translate", "no")
        .text(move || fr::count(viewed.field_count(field.id, stage)));
    let text = el_class("span", "nowrap")
        .child(format!("étape\u{a0}{stage}\u{a0}: "))
        .child(figure)
        .child(if stage == Stage::Three { "." } else { "," });
    View::all([" ".into(), text.view()])
}
