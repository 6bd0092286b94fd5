//! Fields × stages: a table whose cells hold the figures of the chart, each with its bar.

use crate::domain::route::Route;
use crate::domain::school::questionnaire::{ActionField, Stage};
use crate::session::Viewed;
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::link::own_link;
use crate::ui::shared::local_figure::local_figure;
use crate::ui::shared::table::{figure_cell, part, stage_head};

/// The figures of each field and stage.
pub fn field_table(viewed: Viewed) -> View {
    part("table", "table")
        .attr("class", "field-table")
        .child(
            el_class("caption", "visually-hidden")
                .child("Items atteints par champ d’action et par étape"),
        )
        .child(stage_head("Champ d’action"))
        .child(
            part("tbody", "rowgroup").children(
                viewed
                    .questionnaire
                    .fields()
                    .map(|field| row(viewed, field)),
            ),
        )
        .view()
}

fn row(viewed: Viewed, field: &'static ActionField) -> View {
    let link =
        own_link(viewed, Route::Field(field.id)).child(format!("{} {}", field.id, field.title));
    part("tr", "row")
        .child(part("th", "rowheader").attr("scope", "row").child(link))
        .children(Stage::ALL.map(|stage| cell(viewed, field, stage)))
        .view()
}

fn cell(viewed: Viewed, field: &'static ActionField, stage: Stage) -> View {
    let name = format!("{}/stage-{stage}", field.id);
    let count = move || viewed.field_count(field.id, stage);
    figure_cell(stage, ("data-figure", &name), count)
        .child(local_figure(viewed, Some(field.id), stage))
        .view()
}
