//! The objectives of all centres in one schedule, by lead.

use super::Sides;
use crate::domain::school::plan::{Led, LedRow, by_lead};
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::card;
use crate::ui::shared::schedule::standing;
use crate::ui::shared::table::part;
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
    let column = |name: &&str| {
        part("th", "columnheader")
            .attr("scope", "col")
            .child(*name)
            .view()
    };
    let head = part("tr", "row").children(COLUMNS.iter().map(column));
    let table = part("table", "table")
        .attr("class", "data-table schedule__table")
        .attr("data-stack", "")
        .child(el_class("caption", "visually-hidden").child("Objectifs de tous les centres"))
        .child(part("thead", "rowgroup").child(head))
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
    let named = |place: usize, content: View| {
        let name = COLUMNS.get(place).copied().unwrap_or_default();
        part("td", "cell")
            .child(el_class("span", "data-table__label").child(name))
            .child(el("span").child(content))
    };
    let what = el_class("div", "schedule__what")
        .child(el("span").child(objective_name(objective, session.questionnaire)))
        .child(
            el_class("span", "schedule__ref").child(field(objective.field, session.questionnaire)),
        );
    part("tr", "row")
        .attr_if("data-late", row.is_late.then_some(""))
        .child(part("th", "rowheader").attr("scope", "row").child(what))
        .child(named(1, row.whose.into()))
        .child(named(2, measure(objective).into()))
        .child(named(3, dates(objective).into()).attr("data-num", ""))
        .child(named(4, standing(row.is_late, objective)))
        .view()
}
