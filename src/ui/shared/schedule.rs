//! « Échéancier »: the objectives by field, month or lead, as a council reads them.

use std::rc::Rc;

use crate::domain::route::Route;
use crate::domain::school::plan::{Group, Heading, Objective, Priority, Row, Status};
use crate::domain::school::questionnaire::FieldId;
use crate::session::Viewed;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::gradual::Slices;
use crate::ui::shared::link::own_link;
use crate::ui::shared::marks::stage_badge;
use crate::ui::shared::table::{head, named_cell, part};
use crate::words::fr::planning as say;
use crate::words::fr::schedule::heading;

/// The head of each column.
const COLUMNS: [&str; 5] = [
    "Objectif",
    "Pilote",
    "Indicateur et cible",
    "Échéance",
    "État",
];

/// Rows from here on are made after the first paint, and laid out once they come near the window: the fullest plan holds a
/// megabyte of words.
const NEAR: usize = 10;
/// From so many rows on, columns have widths of their own, which no word changes.
const LONG: usize = 40;

/// The schedule; nothing where a filter leaves nothing of it. `add` is what stands beside the title of each field.
pub fn schedule(viewed: Viewed, add: impl Fn(FieldId) -> View + 'static) -> View {
    let groups = viewed.schedule().groups;
    if groups.is_empty() {
        return View::nothing();
    }
    let rows = groups.iter().map(|group| group.rows.len()).sum::<usize>();
    // The title of each group is a piece as its rows are.
    let slices = Slices::of(rows + groups.len(), NEAR);
    let add = Rc::new(add);
    let mut from = 0;
    let parts = groups.into_iter().map(|group| {
        let title = from;
        from += 1 + group.rows.len();
        let (group, add) = (Rc::new(group), add.clone());
        slices.pieces(title..title + 1, move |title| {
            part_of(viewed, slices, title, group.clone(), &*add)
        })
    });
    part("table", "table")
        .attr("class", "data-table schedule__table")
        .attr("data-stack", "")
        .attr_if("data-long", (rows > LONG).then_some(""))
        .child(el_class("caption", "visually-hidden").child("Objectifs de l’établissement"))
        .child(head(COLUMNS))
        .children(parts)
        .view()
}

/// A title, which is the piece of this place, and the rows under it.
fn part_of(
    viewed: Viewed,
    slices: Slices,
    place: usize,
    group: Rc<Group>,
    add: &dyn Fn(FieldId) -> View,
) -> View {
    let field = match group.heading {
        Heading::Field(field) => Some(field),
        Heading::Month(_) | Heading::Lead(_) | Heading::Status(_) | Heading::Priority(_) => None,
    };
    let title = title(viewed, &group, field.map(add));
    let first = place + 1;
    let rows = slices.pieces(first..first + group.rows.len(), move |place| {
        let row = group.rows.get(place - first);
        row.map(|row| placed(viewed, *row, field.is_none(), place >= NEAR))
            .into()
    });
    part("tbody", "rowgroup").child(title).child(rows).view()
}

/// A row of the table; with its field where no title says it. One that is far is laid out once it comes near the window.
fn placed(viewed: Viewed, one: Row, is_alone: bool, is_far: bool) -> View {
    let row = viewed.objective(one.id, |objective| {
        let place = is_alone.then(|| say::field(objective.field, viewed.questionnaire));
        row(viewed, one, objective, place).attr_if("data-far", is_far.then_some(""))
    });
    row.map(Element::view).into()
}

/// What the objectives under it have in common; of a field, with the way to one more.
fn title(viewed: Viewed, group: &Group, add: Option<View>) -> View {
    let note = group.rows.is_empty().then(|| {
        el_class("span", "schedule__group-note")
            .child("Aucun objectif")
            .view()
    });
    let name = heading(&group.heading, viewed.questionnaire);
    let shown = el_class("div", "schedule__group-head")
        .child(el("span").child(name).child(" ").child(note))
        .child(add);
    let title = part("th", "rowheader")
        .attr("scope", "rowgroup")
        .attr("colspan", "5")
        .child(shown);
    part("tr", "row")
        .attr("class", "schedule__group")
        .child(title)
        .view()
}

/// An objective; `place` is its field, where that is said of each.
fn row(viewed: Viewed, row: Row, objective: &Objective, place: Option<String>) -> Element {
    let [_, whose, measured, due, state] = COLUMNS;
    part("tr", "row")
        .attr("data-objective", &row.id.to_string())
        .attr_if("data-late", row.is_late.then_some(""))
        .child(what(viewed, row, objective, place))
        .child(named_cell(whose, or_dash(&objective.lead)))
        .child(named_cell(measured, say::measure(objective).into()))
        .child(named_cell(due, say::dates(objective).into()).attr("data-num", ""))
        .child(named_cell(state, standing(row.is_late, objective)))
}

fn or_dash(text: &str) -> View {
    match text.trim() {
        "" => "–".into(),
        text => text.into(),
    }
}

/// The objective, its field where that is said, what it aims at, and its means.
fn what(viewed: Viewed, row: Row, objective: &Objective, place: Option<String>) -> Element {
    let place = place.map(|place| el_class("span", "schedule__ref").child(place).view());
    let name = say::objective_name(objective, viewed.questionnaire);
    let aim = say::aim(objective, viewed.questionnaire);
    let aim = (!aim.is_empty() && !objective.description.trim().is_empty()).then(|| {
        el_class("span", "schedule__ref")
            .child(objective.stage.map(stage_badge))
            .child(el("span").child(aim))
            .view()
    });
    let means = (!objective.means.trim().is_empty()).then(|| {
        el_class("span", "schedule__ref")
            .child(format!("Moyens\u{a0}: {}", objective.means.trim()))
            .view()
    });
    let words = el_class("div", "schedule__what")
        .child(own_link(viewed, Route::Objective(row.id)).child(name))
        .child(View::from(place))
        .child(aim)
        .child(means);
    part("th", "rowheader").attr("scope", "row").child(words)
}

/// Its status, whether it is late, whether it comes first.
pub fn standing(is_late: bool, objective: &Objective) -> View {
    let chip = |tone, sign: Option<Icon>, word: &str| {
        el_class("span", "chip")
            .attr("data-tone", tone)
            .child(sign.map(icon))
            .child(word)
            .view()
    };
    let text = objective.status.text();
    let status = match objective.status {
        Status::Done => chip("good", Some(Icon::TICK), text),
        Status::ToStart | Status::Ongoing | Status::Abandoned => chip("ink", None, text),
    };
    let late = is_late.then(|| chip("alert", Some(Icon::ALERT), "En retard"));
    let first = match objective.priority {
        Priority::High => Some(chip("ink", Some(Icon::TARGET), "Prioritaire")),
        Priority::Usual => None,
    };
    el_class("span", "schedule__state")
        .child(late)
        .child(status)
        .child(first)
        .view()
}
