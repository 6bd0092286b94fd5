//! The schools that are counted, where they are named.

use leptos::prelude::*;

use crate::domain::bidi::closed;
use crate::domain::network::Source;
use crate::domain::school::questionnaire::Stage;
use crate::domain::text::plural;
use crate::session::network;
use crate::ui::kit::button;
use crate::ui::kit::card::card;
use crate::ui::kit::view::{View, dynamic, el, el_class, unlocked};
use crate::ui::pages::network::room::Room;
use crate::ui::shared::marks::stage_name;
use crate::ui::shared::table::part;
use crate::words::fr::{self, network as say};

/// How many are shown at first, and more at each press: all at once would stop the page.
const ROWS: usize = 60;

/// The table, and the way to see more of it.
pub fn schools(room: Room) -> View {
    if room.is_anonymous() || !room.has_figures() {
        return View::nothing();
    }
    let all = counted(room, 0, usize::MAX, |_| ()).len();
    let shown = RwSignal::new(ROWS);
    // Each has a body of its own, so that one more leaves the others alone.
    let batch = |from: usize| {
        let key = move || (shown.get() > from).to_string();
        let made = move || {
            if untrack(|| shown.get()) > from {
                rows(room, from)
            } else {
                View::nothing()
            }
        };
        part("tbody", "rowgroup").dynamic_by(key, made).view()
    };
    let table = part("table", "table")
        .attr("class", "data-table network-schools")
        .attr("data-stack", "")
        .child(el_class("caption", "visually-hidden").child("Établissements comptés"))
        .child(head())
        .children((0..all).step_by(ROWS).map(batch));
    let more = move || {
        let left = all.saturating_sub(shown.get());
        if left == 0 {
            return View::nothing();
        }
        let words = plural(
            left.min(ROWS),
            "autre établissement",
            "autres établissements",
        );
        unlocked(button::plain)
            .on("click", move |_| shown.update(|shown| *shown += ROWS))
            .child(format!("Montrer {words}"))
            .view()
    };
    card("card stack", "h-network-schools", "Les établissements")
        .child(table)
        .child(el_class("div", "btn-row").child(dynamic(more)))
        .view()
}

/// What `make` makes of the schools that are counted, from one place on.
fn counted<T>(room: Room, from: usize, many: usize, make: impl Fn(&Source) -> T) -> Vec<T> {
    let filter = room.filter.get_untracked();
    network(|network| {
        let counted = network.counted(&filter).into_iter();
        counted.skip(from).take(many).map(make).collect()
    })
}

fn head() -> View {
    let column = |name: View| {
        part("th", "columnheader")
            .attr("scope", "col")
            .child(name)
            .view()
    };
    let names = ["Établissement", "Centre", "Année", "Étiquette"].map(View::from);
    let row = part("tr", "row")
        .children(names.map(column))
        .children(Stage::ALL.map(|stage| column(stage_name(stage))));
    part("thead", "rowgroup").child(row).view()
}

fn rows(room: Room, from: usize) -> View {
    View::all(counted(room, from, ROWS, row))
}

fn row(source: &Source) -> View {
    let school = &source.school;
    let cell = |name: &str, text: String| {
        part("td", "cell")
            .child(el_class("span", "data-table__label").child(name))
            .child(el("span").child(text))
            .view()
    };
    let stage = |stage: Stage| {
        let count = *stage.of(&school.positioning.stages);
        let text = format!("{} – {}", fr::count(count), fr::percent(count));
        part("td", "cell")
            .child(el_class("span", "data-table__label").child(fr::stage(stage)))
            .child(el_class("span", "nowrap").child(text))
            .view()
    };
    let centre = school.centre.map_or("–", |centre| centre.text());
    let year = school
        .year
        .map_or_else(|| "–".to_owned(), |year| year.to_string());
    let label = if source.label.is_empty() {
        "–"
    } else {
        &source.label
    };
    let name = if school.is_nameless() {
        say::unnamed(&closed(&source.origin))
    } else {
        closed(&school.name)
    };
    part("tr", "row")
        .child(part("th", "rowheader").attr("scope", "row").child(name))
        .children([
            cell("Centre", centre.to_owned()),
            cell("Année", year),
            cell("Étiquette", closed(label)),
        ])
        .children(Stage::ALL.map(stage))
        .view()
}
