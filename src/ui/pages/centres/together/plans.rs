//! The objectives of all centres in one schedule, by lead.

use super::Sides;
use crate::domain::school::plan::{Led, LedRow, by_lead};
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::card;
use crate::ui::shared::schedule::standing;
use crate::ui::shared::table::{head, named_cell, part};
use crate::words::fr::planning::{dates, field, measure, objective_name};
use crate::words::fr::{centres as say, schedule::lead};

/// The head of each column.
const COLUMNS: [&str; 5] = [
    "Objectif",
    "Centre",
    "Indicateur et cible",
    "Échéance",
    "État",
];

/// The card.
pub fn plans(session: Session, sides: Sides) -> View {
    let today = session.today();
    let groups = sides.read(|all| {
        let plans = all
            .iter()
            .map(|side| (side.title.as_str(), &side.dossier.plan));
        let groups = by_lead(plans, today);
        let groups = groups.iter().map(|led| group(session, led));
        groups.collect::<Vec<_>>()
    });
    let card = card("h-plans", "Les objectifs de tous les centres, par pilote");
    if groups.is_empty() {
        return card.child(el("p").child(say::NO_OBJECTIVE)).view();
    }
    let table = part("table", "table")
        .attr("class", "data-table schedule__table")
        .attr("data-stack", "")
        .child(el_class("caption", "visually-hidden").child("Objectifs de tous les centres"))
        .child(head(COLUMNS))
        .children(groups);
    card.child(table).view()
}

fn group(session: Session, led: &Led<'_, &str>) -> View {
    let title = part("th", "rowheader")
        .attr("scope", "rowgroup")
        .attr("colspan", "5")
        .child(el_class("div", "schedule__group-head").child(lead(led.lead)));
    let title = part("tr", "row")
        .attr("class", "schedule__group")
        .child(title);
    part("tbody", "rowgroup")
        .child(title)
        .children(led.rows.iter().map(|one| row(session, one)))
        .view()
}

fn row(session: Session, row: &LedRow<'_, &str>) -> View {
    let objective = row.objective;
    let what = el_class("div", "schedule__what")
        .child(el("span").child(objective_name(objective, session.questionnaire)))
        .child(
            el_class("span", "schedule__ref").child(field(objective.field, session.questionnaire)),
        );
    let [_, whose, measured, due, state] = COLUMNS;
    part("tr", "row")
        .attr_if("data-late", row.is_late.then_some(""))
        .child(part("th", "rowheader").attr("scope", "row").child(what))
        .child(named_cell(whose, row.whose.into()))
        .child(named_cell(measured, measure(objective).into()))
        .child(named_cell(due, dates(objective).into()).attr("data-num", ""))
        .child(named_cell(state, standing(row.is_late, objective)))
        .view()
}
