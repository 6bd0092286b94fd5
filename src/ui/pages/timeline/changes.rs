//! What changed between two positionings: in one sentence, in a table, then item by item.

use std::rc::Rc;

use crate::domain::school::questionnaire::{Item, Stage, StatementId};
use crate::domain::school::timeline::{Comparison, FieldChange, ItemChange, Move};
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::copied_table::copy_button;
use crate::ui::shared::gradual::Slices;
use crate::ui::shared::table::{part, stage_head};
use crate::words::fr::{self, timeline as say};

/// The whole of it.
pub fn changes(session: Session, comparison: &Comparison) -> View {
    let whole = Stage::ALL.map(|stage| {
        let [before, after] = comparison.counts.map(|counts| *stage.of(&counts));
        let words = say::gain(comparison.gain(stage), before, after);
        el("li")
            .child(format!("{}\u{a0}: {words}", fr::stage(stage)))
            .view()
    });
    let table = part("table", "table")
        .attr("class", "field-table gains-table")
        .child(
            el_class("caption", "visually-hidden")
                .child("Ce qui a changé, par champ d’action et par étape"),
        )
        .child(stage_head("Champ d’action"))
        .child(
            part("tbody", "rowgroup")
                .children(comparison.fields.iter().map(|field| row(session, field))),
        );
    View::all([
        el_class("p", "lead timeline__summary")
            .child(say::summary(comparison))
            .view(),
        el_class("ul", "timeline__whole").children(whole).view(),
        table.view(),
        copy_button(".gains-table"),
        items(session, comparison),
    ])
}

fn row(session: Session, field: &FieldChange) -> View {
    let title = session.questionnaire.field(field.id);
    let title = title.map(|known| known.title.as_str()).unwrap_or_default();
    part("tr", "row")
        .child(
            part("th", "rowheader")
                .attr("scope", "row")
                .child(format!("{} {title}", field.id)),
        )
        .children(Stage::ALL.map(|stage| cell(field, stage)))
        .view()
}

fn cell(field: &FieldChange, stage: Stage) -> View {
    let [before, after] = field.counts.map(|counts| *stage.of(&counts));
    let gain = field.gain(stage);
    let tone = match gain {
        0 => None,
        more if more > 0 => Some("good"),
        _ => Some("alert"),
    };
    let words = el("span")
        .attr("data-gain", &format!("{}/stage-{stage}", field.id))
        .attr_if("data-tone", tone)
        .attr("class", "timeline__gain")
        .child(say::gain(gain, before, after));
    part("td", "cell")
        .attr("data-stage", &stage.to_string())
        .child(words)
        .view()
}

/// The items that changed, field by field, each with what was gained or lost, and the objectives reached beside it. The
/// fields come after what is above them was painted, one by one.
fn items(session: Session, comparison: &Comparison) -> View {
    let compared = Rc::new(comparison.clone());
    let fields = compared.fields.len();
    let piece = move |place| match compared.fields.get(place) {
        Some(field) => items_of(session, &compared, field),
        None => others(&compared),
    };
    let slices = Slices::one_by_one(fields + 1, 0);
    el_class("div", "timeline__items")
        .child(slices.pieces(0..fields + 1, piece))
        .view()
}

/// The items of a field that changed; nothing where none did.
fn items_of(session: Session, comparison: &Comparison, field: &FieldChange) -> View {
    let known = session.questionnaire.field(field.id);
    let content = known.and_then(|known| {
        let changed: Vec<_> = field
            .items
            .iter()
            .filter(|item| item.is_changed())
            .collect();
        let rest = field.items.len() - changed.len();
        if changed.is_empty() {
            return None;
        }
        let entries = changed.into_iter().filter_map(|item| {
            let asked = session.questionnaire.item(item.id)?;
            Some(entry(asked, item, comparison))
        });
        let title = el("h3").child(format!("{} {}", field.id, known.title));
        let list = el_class("ul", "gap-list").children(entries);
        let rest = (rest > 0).then(|| el_class("p", "hint").child(say::unchanged(rest)).view());
        Some(View::all([title.view(), list.view(), rest.into()]))
    });
    content.into()
}

/// The objectives that were reached and aimed at no item.
fn others(comparison: &Comparison) -> View {
    let others = comparison
        .reached
        .iter()
        .filter(|(_, one)| one.item.is_none());
    let others: Vec<_> = others
        .map(|(_, one)| el("li").child(say::objective(one)).view())
        .collect();
    let content = (!others.is_empty()).then(|| {
        let title = el("h3").child("Objectifs atteints qui ne visaient pas un item");
        let list = el_class("ul", "gap-list").children(others);
        View::all([title.view(), list.view()])
    });
    content.into()
}

fn entry(asked: &Item, item: &ItemChange, comparison: &Comparison) -> View {
    let mut lines = Vec::new();
    for stage in Stage::ALL {
        let one = *stage.of(&item.stages);
        if one != Move::Unchanged {
            let tone = if one == Move::Gained { "good" } else { "alert" };
            let chip = el_class("span", "chip").attr("data-tone", tone);
            lines.push(chip.child(say::moved(stage, one)).view());
        }
        let statement = StatementId {
            item: item.id,
            stage,
        };
        // One that named no stage stands beside the first one that was gained.
        let reached = comparison
            .reached_for(statement)
            .filter(|objective| objective.stage.is_some() || Some(stage) == first_gained(item));
        lines.extend(reached.map(|objective| {
            el_class("p", "small")
                .child(say::objective(objective))
                .view()
        }));
    }
    let states = say::states(item.states);
    let states = states.map(|words| el_class("p", "small").child(words).view());
    el("li")
        .child(el("p").child(el("strong").child(format!("{} {}", item.id, asked.title))))
        .child(el_class("div", "timeline__moves").children(lines))
        .child(View::from(states))
        .view()
}

fn first_gained(item: &ItemChange) -> Option<Stage> {
    let mut stages = Stage::ALL.into_iter();
    let gained = stages.find(|stage| *stage.of(&item.stages) == Move::Gained);
    gained.or(Some(Stage::One))
}
