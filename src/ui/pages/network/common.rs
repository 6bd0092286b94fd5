//! What schools have in common: what most of them miss, and what most objectives are about.

use crate::domain::network::{Aimed, Figures, Lacking};
use crate::domain::route::Route;
use crate::domain::school::positioning::Count;
use crate::ui::kit::bar::bar;
use crate::ui::kit::card::card;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::network::is_folded;
use crate::ui::pages::network::room::Room;
use crate::words::fr::network as say;

/// How many of each are shown: the workbook has them all.
const MOST: usize = 12;

/// The two lists.
pub fn common(room: Room) -> View {
    room.figures(|figures| {
        let both = [lacking(room, figures), aimed(room, figures)];
        el_class("div", "results__two").children(both).view()
    })
}

/// A share of the schools, as a bar.
fn share(schools: u16, of: u16) -> View {
    let percent = Count {
        reached: schools,
        of,
    }
    .percent()
    .unwrap_or(0);
    bar("s", move || percent)
}

fn lacking(room: Room, figures: &Figures) -> View {
    let questionnaire = room.session.questionnaire;
    // Without names, what fewer than five miss is not told.
    let shown = figures
        .lacking
        .iter()
        .filter(|one| !is_folded(room, one.schools));
    let line = |one: &Lacking| {
        let statement = questionnaire.statement(one.statement.item, one.statement.stage)?;
        let sentence = statement.condition(one.condition)?;
        let link = el("a")
            .attr("href", &Route::Statement(one.statement).to_string())
            .child(say::statement(one.statement));
        Some(
            el("li")
                .attr("data-stage", &one.statement.stage.to_string())
                .child(el("p").child(&sentence.text))
                .child(share(one.schools, figures.schools))
                .child(
                    el_class("p", "small")
                        .child(link)
                        .child("\u{a0}: ")
                        .child(say::lacking(one.schools, figures.schools)),
                )
                .view(),
        )
    };
    let lines: Vec<_> = shown.take(MOST).filter_map(line).collect();
    list(
        "h-network-lacking",
        "Ce qui manque le plus souvent",
        say::LACKING_HINT,
        lines,
    )
    .attr("data-network-lacking", "")
    .view()
}

fn aimed(room: Room, figures: &Figures) -> View {
    let questionnaire = room.session.questionnaire;
    let shown = figures
        .aimed
        .iter()
        .filter(|one| !is_folded(room, one.schools));
    let line = |one: &Aimed| {
        let item = questionnaire.item(one.item)?;
        let link = el("a")
            .attr("href", &Route::Item(one.item).to_string())
            .child(format!("{} {}", item.id, item.title));
        Some(
            el("li")
                .child(el("p").child(link))
                .child(share(one.schools, figures.schools))
                .child(el_class("p", "small").child(say::aimed(one.schools, one.objectives)))
                .view(),
        )
    };
    let lines: Vec<_> = shown.take(MOST).filter_map(line).collect();
    list(
        "h-network-aimed",
        "Les objectifs les plus fréquents",
        say::AIMED_HINT,
        lines,
    )
    .attr("data-network-aimed", "")
    .view()
}

fn list(id: &str, title: &str, hint: &str, lines: Vec<View>) -> Element {
    let content = if lines.is_empty() {
        el("p").child(say::NOTHING_COMMON).view()
    } else {
        el_class("ol", "network__common").children(lines).view()
    };
    card("card stack", id, title)
        .child(el_class("p", "hint").child(hint))
        .child(content)
}
