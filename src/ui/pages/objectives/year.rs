//! « L'année en un coup d'œil »: what is late and what comes next, in words; then a bar for each objective, month by month.

use leptos::prelude::*;
use std::rc::Rc;

use crate::domain::date::Day;
use crate::domain::route::Route;
use crate::domain::school::identity::SchoolYear;
use crate::domain::school::plan::{
    Bar, Coming, MONTHS, Month, Objective, ObjectiveId, Status, TOLD, Year,
};
use crate::session::Viewed;
use crate::ui::kit::field::{Bound, Label, choice};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::gradual::Slices;
use crate::ui::shared::link::own_link;
use crate::ui::shared::table::part;
use crate::words::fr::planning::objective_name;
use crate::words::fr::schedule as say;

/// Bars that are made at once; the others follow slice by slice.
const NEAR: usize = 10;

/// The school year of the objectives that are shown; nothing while none has a date.
pub fn year(viewed: Viewed) -> View {
    let asked = RwSignal::new(None::<SchoolYear>);
    let years = move || {
        let (filter, today) = (viewed.filter(), viewed.today());
        viewed.read(|dossier| Year::all(&dossier.plan, &filter, today))
    };
    let shown = move || {
        let years = years();
        let asked = asked.get().filter(|year| years.contains(year));
        asked.or_else(|| Year::first_shown(&years, viewed.today()))
    };
    let content = move || {
        let Some(shown) = shown() else {
            return View::nothing();
        };
        let head = el_class("div", "section-head")
            .child(
                el("h2")
                    .attr("id", "h-year")
                    .child(format!("L’année {shown} en un coup d’œil")),
            )
            .child(choose(&years(), shown, asked));
        el_class("section", "card year")
            .attr("aria-labelledby", "h-year")
            .child(head)
            .child(coming(viewed))
            .child(months(viewed, shown))
            .view()
    };
    el("div").dynamic(content).view()
}

/// Another school year, where the objectives run in several.
fn choose(years: &[SchoolYear], shown: SchoolYear, asked: RwSignal<Option<SchoolYear>>) -> View {
    if years.len() < 2 {
        return View::nothing();
    }
    let all = years.to_vec();
    let bound = Bound {
        get: Rc::new(move || shown.to_string()),
        set: Rc::new(move |chosen| {
            let mut all = all.iter();
            asked.set(all.find(|year| year.to_string() == chosen).copied());
        }),
    };
    let label = Label {
        id: "year",
        name: "Année scolaire",
        hint: "",
    };
    let choices = years
        .iter()
        .map(|year| (year.to_string(), year.to_string()));
    let field = unlocked(|| choice(label, choices, &bound));
    el_class("div", "year__choice").child(field).view()
}

/// What is late and what comes next, in words.
fn coming(viewed: Viewed) -> View {
    let (filter, today) = (viewed.filter(), viewed.today());
    let Coming { late, next } = viewed.read(|dossier| Coming::of(&dossier.plan, &filter, today));
    el_class("div", "year__words")
        .child(told(
            viewed,
            "En retard",
            "Aucun objectif n’est en retard.",
            &late,
        ))
        .child(told(viewed, "À venir", "Aucune date à venir.", &next))
        .view()
}

/// The first of these days, each with its objective.
fn told(viewed: Viewed, title: &str, none: &str, days: &[(Day, ObjectiveId)]) -> View {
    let one = |(day, id): &(Day, ObjectiveId)| {
        let words = viewed.objective(*id, |objective| {
            let when = el_class("span", "schedule__ref").child(say::expected(objective, *day));
            let name = link(viewed, *id, objective);
            el("li").child(name).child(" ").child(when).view()
        });
        View::from(words)
    };
    let content = if days.is_empty() {
        el("p").child(none)
    } else {
        let more = say::more(days.len().saturating_sub(TOLD));
        let more = more.map(|more| el("li").child(more).view());
        el("ul")
            .children(days.iter().take(TOLD).map(one))
            .child(more)
    };
    el("div").child(el("h3").child(title)).child(content).view()
}

/// The table of months.
fn months(viewed: Viewed, shown: SchoolYear) -> View {
    let (filter, today) = (viewed.filter(), viewed.today());
    let year = viewed.read(|dossier| Year::of(&dossier.plan, &filter, shown, today));
    let head = part("tr", "row")
        .child(
            part("th", "columnheader")
                .attr("scope", "col")
                .child("Objectif"),
        )
        .children(Year::months(shown).map(|first| month(first, today)));
    let beside = say::beside(&year).map(|words| el_class("p", "hint").child(words).view());
    let bars = year.bars;
    let all = 0..bars.len();
    let rows = Slices::of(bars.len(), NEAR).pieces(all, move |place| {
        let row = bars.get(place).and_then(|bar| {
            viewed.objective(bar.id, |objective| row(viewed, *bar, objective).view())
        });
        View::from(row)
    });
    let table = part("table", "table")
        .attr("class", "year__table")
        .child(el_class("caption", "visually-hidden").child(say::year_caption(shown)))
        .child(part("thead", "rowgroup").child(head))
        .child(part("tbody", "rowgroup").child(rows));
    let key = el_class("p", "hint").child(say::BARS);
    View::all([table.view(), key.view(), beside.into()])
}

/// The head of a month: whole for who hears it, short or one letter for who sees it.
fn month(first: Day, today: Day) -> View {
    let is_now = Month::of(first) == Month::of(today);
    let seen = |class: &str, words: &str| {
        el_class("span", class)
            .attr("aria-hidden", "true")
            .child(words)
    };
    let short = first.short_month();
    let initial = short.get(..1).unwrap_or_default().to_ascii_uppercase();
    part("th", "columnheader")
        .attr("scope", "col")
        .attr_if("aria-current", is_now.then_some("date"))
        .child(el_class("span", "visually-hidden").child(first.month_title()))
        .child(seen("year__month", short))
        .child(seen("year__initial", &initial))
        .view()
}

/// An objective: its name, then one cell over its months, between cells that say nothing.
fn row(viewed: Viewed, bar: Bar, objective: &Objective) -> Element {
    let cell = |months: u16| part("td", "cell").attr("colspan", &months.to_string());
    let empty = |months: u16| View::from((months > 0).then(|| cell(months).view()));
    let late = bar.is_late.then(|| {
        el_class("span", "chip")
            .attr("data-tone", "alert")
            .child(icon(Icon::ALERT))
            .child("En retard")
            .view()
    });
    let state = match (bar.is_late, objective.status) {
        (true, _) => "late",
        (false, Status::ToStart | Status::Ongoing) => "open",
        (false, Status::Done | Status::Abandoned) => "closed",
    };
    let drawn = cell(bar.months())
        .attr("class", "year__bar")
        .attr("data-state", state)
        .child(el_class("span", "visually-hidden").child(say::run(objective)));
    let name = part("th", "rowheader")
        .attr("scope", "row")
        .child(link(viewed, bar.id, objective))
        .child(late);
    part("tr", "row")
        .child(name)
        .child(empty(bar.first))
        .child(drawn)
        .child(empty(MONTHS - bar.first - bar.months()))
}

fn link(viewed: Viewed, id: ObjectiveId, objective: &Objective) -> Element {
    own_link(viewed, Route::Objective(id)).child(objective_name(objective, viewed.questionnaire))
}
