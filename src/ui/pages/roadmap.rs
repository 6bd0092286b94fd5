//! « Feuille de route »: one page of A4 for a council. Where digital counts already, where objectives matter, which come
//! first, who leads them, by when. On the screen it is seen as it will be printed.

use crate::domain::route::{PaperScreen, Route};
use crate::domain::school::plan::{Objective, ObjectiveId};
use crate::domain::school::questionnaire::{ItemId, Stage};
use crate::domain::school::reading::{MOST, Missing};
use crate::session::Viewed;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::counting_rule::counting_rule;
use crate::ui::shared::link::{big_link, own_link};
use crate::ui::shared::local_figure::local_figure;
use crate::ui::shared::marks::stage_badge;
use crate::ui::shared::missing::item_link;
use crate::ui::shared::page::{card, heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::results::field_table;
use crate::ui::shared::table::part;
use crate::words::fr::papers::{self, short};
use crate::words::fr::{self, planning, roadmap as say};

/// Longest words of an objective and of a lead on this page, in characters: the schedule has them whole.
const SHORT: (usize, usize) = (110, 40);

/// The one page.
pub fn roadmap(viewed: Viewed) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading(papers::title(PaperScreen::Roadmap)))
        .child(el_class("p", "lead no-print").child(say::LEAD));
    let buttons = el_class("div", "btn-row")
        .child(print_button("Imprimer la feuille de route").attr("data-kind", "primary"))
        .child(big_link(Route::Documents, "Documents"));
    let figures = Stage::ALL.map(|stage| {
        let words = move || say::stage(stage, viewed.stage_count(stage));
        el("li")
            .child(stage_badge(stage))
            .child(" ")
            .child(el("span").text(words))
            .child(local_figure(viewed, None, stage))
            .view()
    });
    let both = (viewed.official).map(|_| el_class("p", "small").child(fr::BOTH_COUNTS).view());
    screen("page roadmap")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(
            card("h-figures", "Positionnement")
                .child(both)
                .child(el_class("ul", "roadmap__figures").children(figures))
                .child(field_table::field_table(viewed)),
        )
        .child(el_class("div", "roadmap__points").dynamic(move || points(viewed)))
        .child(card("h-goals", say::OBJECTIVES).dynamic(move || objectives(viewed)))
        .child(counting_rule(viewed))
        .view()
}

/// Strengths and lines of progress, the first of each.
fn points(viewed: Viewed) -> View {
    let reading = viewed.reading();
    let strengths = reading.strengths.iter().map(|one| (one.item, one.reached));
    let next = |one: &Missing| (one.statement.item, one.statement.stage);
    View::all([
        list(
            viewed,
            ("h-strengths", say::STRENGTHS),
            strengths.collect(),
            say::NO_STRENGTH,
        ),
        list(
            viewed,
            ("h-progress", say::PROGRESS),
            reading.progress.iter().map(next).collect(),
            say::NO_PROGRESS,
        ),
    ])
}

fn list(
    viewed: Viewed,
    (id, title): (&str, &str),
    items: Vec<(ItemId, Stage)>,
    nothing: &str,
) -> View {
    let entry = |(item, stage): &(ItemId, Stage)| {
        el("li")
            .child(stage_badge(*stage))
            .child(
                el_class("span", "visually-hidden").child(format!("{}\u{a0}: ", fr::stage(*stage))),
            )
            .child(" ")
            .child(item_link(viewed, *item, Route::Item(*item)))
            .view()
    };
    let shown = items.len().min(MOST);
    let content = if items.is_empty() {
        el("p").child(nothing).view()
    } else {
        el_class("ul", "roadmap__list")
            .children(items.iter().take(MOST).map(entry))
            .view()
    };
    card(id, title)
        .child(content)
        .child(note(say::some_items(shown, items.len())))
        .view()
}

/// What the page has no room for, said.
fn note(text: Option<String>) -> View {
    text.map(|text| el_class("p", "small").child(text).view())
        .into()
}

/// The objectives that come first, with who leads them and by when.
fn objectives(viewed: Viewed) -> View {
    let first = viewed.read(|dossier| dossier.plan.first());
    if first.ids.is_empty() {
        return el("p").child(say::NO_OBJECTIVE).view();
    }
    let column = |name: &str| {
        part("th", "columnheader")
            .attr("scope", "col")
            .child(name)
            .view()
    };
    let head = part("tr", "row").children(["Objectif", "Pilote", "Échéance"].map(column));
    let rows = first.ids.iter().map(|id| {
        let row = viewed.objective(*id, |objective| row(viewed, *id, objective));
        row.map(Element::view).into()
    });
    let table = part("table", "table")
        .attr("class", "data-table roadmap__table")
        .child(el_class("caption", "visually-hidden").child(say::OBJECTIVES))
        .child(part("thead", "rowgroup").child(head))
        .child(part("tbody", "rowgroup").children(rows));
    View::all([table.view(), note(say::some_objectives(&first))])
}

fn row(viewed: Viewed, id: ObjectiveId, objective: &Objective) -> Element {
    let name = planning::objective_name(objective, viewed.questionnaire);
    let name = own_link(viewed, Route::Objective(id)).child(short(&name, SHORT.0));
    let is_late = objective.is_late(viewed.today());
    let due = objective
        .due
        .map_or_else(|| "–".to_owned(), |due| due.short_text());
    let due = if is_late {
        format!("{due}, en retard")
    } else {
        due
    };
    let lead = match objective.lead.trim() {
        "" => "–".to_owned(),
        lead => short(lead, SHORT.1),
    };
    part("tr", "row")
        .child(part("th", "rowheader").attr("scope", "row").child(name))
        .child(part("td", "cell").child(lead))
        .child(part("td", "cell").attr("data-num", "").child(due))
}
