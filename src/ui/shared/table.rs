//! What the tables of stages share.

use crate::domain::school::questionnaire::Stage;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::marks::stage_name;

/// What a copied table does not take along: boxes, marks, and names that are only heard.
pub const UNSAID: &str =
    ".visually-hidden, .data-table__label, .bar, input, button, svg, [aria-hidden]";

/// An element of a table, with its role: phones lay tables out as blocks, which hides their roles.
pub fn part(tag: &'static str, role: &str) -> Element {
    el(tag).attr("role", role)
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
