//! A paper on the screen, as it is printed.

use crate::domain::paper::{Block, Level, Paper, Table};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::table::part;

/// The paper; `chart` draws its chart, told in these words.
pub fn paper(paper: &Paper, chart: impl Fn(&str) -> View) -> View {
    // The foot of every printed page has the source.
    let Paper {
        title,
        lines,
        blocks,
        foot: _,
    } = paper;
    let line = |line: &String| el("p").child(line).view();
    let block = |block: &Block| match block {
        Block::Heading(Level::One, text) => el("h3").child(text).view(),
        Block::Heading(Level::Two, text) => el("h4").child(text).view(),
        Block::Text(text) => el("p").child(text).view(),
        Block::List(lines) => {
            let line = |line: &String| el("li").child(line).view();
            el_class("ul", "help__list")
                .children(lines.iter().map(line))
                .view()
        }
        Block::Table(table) => self::table(table),
        Block::Chart(words) => chart(words),
    };
    el_class("section", "card paper")
        .attr("aria-labelledby", "h-paper")
        .child(el("h2").attr("id", "h-paper").child(title))
        .child(el_class("div", "paper__lines").children(lines.iter().map(line)))
        .children(blocks.iter().map(block))
        .view()
}

/// One of its tables.
pub fn table(table: &Table) -> View {
    let Table {
        caption,
        columns,
        rows,
    } = table;
    let width = |(_, share): &(String, u8)| el("col").attr("width", &format!("{share}%")).view();
    let name = |(name, _): &(String, u8)| {
        part("th", "columnheader")
            .attr("scope", "col")
            .child(name)
            .view()
    };
    let row = |cells: &Vec<String>| {
        let cells = cells.iter().zip(columns).enumerate();
        let cells = cells.map(|(place, (text, (name, _)))| cell(place, text, name).view());
        part("tr", "row").children(cells).view()
    };
    part("table", "table")
        .attr("class", "data-table paper__table")
        .attr("data-stack", "")
        .child(el_class("caption", "visually-hidden").child(caption))
        .child(el("colgroup").children(columns.iter().map(width)))
        .child(
            part("thead", "rowgroup").child(part("tr", "row").children(columns.iter().map(name))),
        )
        .child(part("tbody", "rowgroup").children(rows.iter().map(row)))
        .view()
}

/// A cell; the first of a row is its heading. Phones show the name of its column beside it.
fn cell(place: usize, text: &str, name: &str) -> Element {
    if place == 0 {
        return part("th", "rowheader").attr("scope", "row").child(text);
    }
    part("td", "cell")
        .child(el_class("span", "data-table__label").child(name))
        .child(el("span").child(text))
}
