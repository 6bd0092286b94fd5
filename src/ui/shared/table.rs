//! What the tables of stages share.

use crate::domain::school::positioning::Count;
use crate::domain::school::questionnaire::Stage;
use crate::ui::kit::bar::bar;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::marks::{stage_badge, stage_name};
use crate::words::fr;

/// What a copied table does not take along: boxes, marks, and names that are only heard.
pub const UNSAID: &str =
    ".visually-hidden, .data-table__label, .bar, input, button, svg, [aria-hidden]";

/// An element of a table, with its role: phones lay tables out as blocks, which hides their roles.
pub fn part(tag: &'static str, role: &str) -> Element {
    el(tag).attr("role", role)
}

/// The head of a table with these columns.
pub fn head<'a>(columns: impl IntoIterator<Item = &'a str>) -> View {
    let column = |name: &'a str| {
        part("th", "columnheader")
            .attr("scope", "col")
            .child(name)
            .view()
    };
    let row = part("tr", "row").children(columns.into_iter().map(column));
    part("thead", "rowgroup").child(row).view()
}

/// A cell that phones show with the name of its column.
pub fn named_cell(name: &str, content: View) -> Element {
    part("td", "cell")
        .child(el_class("span", "data-table__label").child(name))
        .child(el("span").child(content))
}

/// A cell with the bar and the figures of a stage; `handle` is the attribute that outside tools find the figure by.
pub fn figure_cell(
    stage: Stage,
    handle: (&'static str, &str),
    count: impl Fn() -> Count + Copy + 'static,
) -> Element {
    let (attribute, value) = handle;
    let figure = el_class("span", "field-table__figure")
        .attr("translate", "no")
        .child(el_class("span", "field-table__badge").child(stage_badge(stage)))
        .child(" ")
        .child(
            el_class("span", "nowrap")
                .attr(attribute, value)
                .text(move || fr::count(count())),
        )
        .child(" ")
        .child(el_class("span", "nowrap small").text(move || fr::percent(count())));
    part("td", "cell")
        .attr("data-stage", &stage.to_string())
        .child(bar("s", move || count().percent().unwrap_or(0)))
        .child(figure)
}

/// The head of a table whose first column is named so, and whose others are the stages.
pub fn stage_head(first: &str) -> View {
    let stage = |stage: Stage| {
        part("th", "columnheader")
            .attr("scope", "col")
            .attr("class", "matrix__stage")
            .attr("data-stage", &stage.to_string())
            .child(el_class("span", "matrix__stage-name").child(stage_name(stage)))
            .view()
    };
    let row = part("tr", "row")
        .child(part("th", "columnheader").attr("scope", "col").child(first))
        .children(Stage::ALL.map(stage));
    part("thead", "rowgroup").child(row).view()
}
