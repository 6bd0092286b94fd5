//! Item by item: how many schools reached each stage.

use crate::domain::network::{FieldFigures, ItemFigures};
use crate::domain::route::Route;
use crate::domain::school::questionnaire::{Stage, StatementId};
use crate::ui::kit::bar::bar;
use crate::ui::kit::card::card;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::pages::network::figures::figure;
use crate::ui::pages::network::is_folded;
use crate::ui::pages::network::room::Room;
use crate::ui::shared::copied_table::copy_button;
use crate::ui::shared::table::{part, stage_head};
use crate::words::fr::{self, network as say};

/// The table of the items.
pub fn items(room: Room) -> View {
    room.figures(|figures| {
        let groups = figures.fields.iter().map(|field| group(room, field));
        let table = part("table", "table")
            .attr("class", "field-table network-items-table")
            .child(
                el_class("caption", "visually-hidden")
                    .child("Établissements qui atteignent chaque étape, item par item"),
            )
            .child(stage_head("Item"))
            .children(groups);
        card("card stack", "h-network-items", "Item par item")
            .child(el_class("p", "hint").child(say::ITEMS_HINT))
            .child(table)
            .child(copy_button(".network-items-table"))
            .view()
    })
}

fn group(room: Room, field: &FieldFigures) -> View {
    let title = room.session.questionnaire.field(field.id);
    let title = title.map(|field| field.title.as_str()).unwrap_or_default();
    let head = part("th", "rowheader")
        .attr("scope", "rowgroup")
        .attr("colspan", "4")
        .child(format!("{} {title}", field.id));
    part("tbody", "rowgroup")
        .child(
            part("tr", "row")
                .attr("class", "network__field")
                .child(head),
        )
        .children(field.items.iter().map(|item| row(room, item)))
        .view()
}

fn row(room: Room, item: &ItemFigures) -> View {
    let title = room.session.questionnaire.item(item.id);
    let title = title.map(|item| item.title.as_str()).unwrap_or_default();
    let link = el("a")
        .attr("href", &Route::Item(item.id).to_string())
        .child(format!("{} {title}", item.id));
    // How many said what else is told of no fewer than five either.
    let states = Some(say::states(item)).filter(|said| !said.is_empty() && !room.is_anonymous());
    let states = states.map(|said| el_class("span", "small network__states").child(said).view());
    part("tr", "row")
        .child(
            part("th", "rowheader")
                .attr("scope", "row")
                .child(link)
                .child(states),
        )
        .children(Stage::ALL.map(|stage| cell(room, item, stage)))
        .view()
}

fn cell(room: Room, item: &ItemFigures, stage: Stage) -> View {
    let count = *stage.of(&item.stages);
    let is_folded = is_folded(room, count.of);
    let percent = if is_folded {
        0
    } else {
        count.percent().unwrap_or(0)
    };
    let statement = StatementId {
        item: item.id,
        stage,
    };
    let share = (!is_folded).then(|| {
        el_class("span", "nowrap small")
            .child(fr::percent(count))
            .view()
    });
    let figure = figure(stage)
        .child(
            el("span")
                .attr("data-network-count", &statement.to_string())
                .child(say::cell(count, is_folded)),
        )
        .child(" ")
        .child(share);
    part("td", "cell")
        .attr("data-stage", &stage.to_string())
        .child(bar("s", move || percent))
        .child(figure)
        .view()
}
