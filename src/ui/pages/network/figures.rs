//! The figures of all schools together, and field by field; how schools spread over the percentages.

use crate::domain::network::{BANDS, Figures};
use crate::domain::school::positioning::Count;
use crate::domain::school::questionnaire::{FieldId, Stage};
use crate::ui::kit::bar::bar;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::card::card;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::network::room::Room;
use crate::ui::shared::copied_table::copy_button;
use crate::ui::shared::marks::{stage_badge, stage_name};
use crate::ui::shared::table::{part, stage_head};
use crate::words::fr::{self, network as say};

/// The three stages, and how schools spread.
pub fn whole(room: Room) -> View {
    room.figures(|figures| {
        let stages = Stage::ALL.map(|stage| stage_figure(figures, stage));
        let rule = el("p")
            .child(el("b").child("Règle de calcul."))
            .child(" ")
            .child(say::RULE);
        let spread = card(
            "card stack",
            "h-network-spread",
            "Répartition des établissements",
        )
        .child(el_class("p", "hint").child(say::SPREAD_HINT))
        .child(spread("Répartition des établissements", figures.spread));
        View::all([
            el_class("div", "figure-row").children(stages).view(),
            callout(Tone::Info, rule.view()),
            spread.view(),
        ])
    })
}

fn stage_figure(figures: &Figures, stage: Stage) -> View {
    let count = *stage.of(&figures.stages);
    let percent = count.percent().unwrap_or(0);
    let value = el_class("p", "stage-figure__value")
        .attr("data-network-figure", &format!("stage-{stage}"))
        .attr("translate", "no")
        .child(el_class("span", "nowrap").child(fr::percent(count)))
        .child(" ")
        .child(el_class("small", "nowrap").child(say::items_reached(count)));
    el_class("div", "card stage-figure")
        .attr("data-stage", &stage.to_string())
        .child(el_class("h3", "stage-figure__name").child(stage_name(stage)))
        .child(value)
        .child(bar("l", move || percent))
        .child(
            el_class("p", "small network__median").child(say::median(*stage.of(&figures.medians))),
        )
        .view()
}

/// How many schools are in each band of percentages.
fn spread(caption: &str, spread: [[u16; BANDS]; 3]) -> View {
    let cell = |stage: Stage, place: usize| {
        let bands = stage.of(&spread);
        let all: u16 = bands.iter().sum();
        let reached = bands.get(place).copied().unwrap_or_default();
        let percent = Count { reached, of: all }.percent().unwrap_or(0);
        part("td", "cell")
            .attr("data-stage", &stage.to_string())
            .child(bar("s", move || percent))
            .child(figure(stage).children(number(reached)))
            .view()
    };
    let row = |place: usize| {
        part("tr", "row")
            .child(
                part("th", "rowheader")
                    .attr("scope", "row")
                    .child(say::band(place)),
            )
            .children(Stage::ALL.map(|stage| cell(stage, place)))
            .view()
    };
    part("table", "table")
        .attr("class", "field-table")
        .child(el_class("caption", "visually-hidden").child(caption))
        .child(stage_head("Part des items atteints"))
        .child(part("tbody", "rowgroup").children((0..BANDS).map(row)))
        .view()
}

/// The place of the words of a cell; a phone has no head above it.
pub fn figure(stage: Stage) -> Element {
    el_class("span", "field-table__figure")
        .attr("translate", "no")
        .child(el_class("span", "field-table__badge").child(stage_badge(stage)))
        .child(" ")
}

/// « 23 », heard as « 23 établissements ».
fn number(schools: u16) -> [View; 2] {
    let words = say::schools(schools.into());
    let number = say::number(schools.into());
    let word = words.strip_prefix(number.as_str()).unwrap_or_default();
    let heard = el_class("span", "visually-hidden").child(word);
    [number.into(), heard.view()]
}

/// Field by field.
pub fn fields(room: Room) -> View {
    room.figures(|figures| {
        let title = |id: FieldId| {
            let field = room.session.questionnaire.field(id);
            let title = field.map(|field| field.title.as_str()).unwrap_or_default();
            format!("{id} {title}")
        };
        let row = |field: &crate::domain::network::FieldFigures| {
            part("tr", "row")
                .child(
                    part("th", "rowheader")
                        .attr("scope", "row")
                        .child(title(field.id)),
                )
                .children(Stage::ALL.map(|stage| cell(field.id, stage, *stage.of(&field.stages))))
                .view()
        };
        let table = part("table", "table")
            .attr("class", "field-table network-fields-table")
            .child(
                el_class("caption", "visually-hidden")
                    .child("Items atteints par champ d’action et par étape"),
            )
            .child(stage_head("Champ d’action"))
            .child(part("tbody", "rowgroup").children(figures.fields.iter().map(row)));
        let spreads = figures.fields.iter().map(|field| {
            let title = title(field.id);
            let content = spread(&title, field.spread);
            View::all([el("h3").child(title).view(), content])
        });
        let spreads = el_class("div", "stack").children(spreads);
        card("card stack", "h-network-fields", "Par champ d’action")
            .child(el_class("p", "hint").child(say::FIELDS_HINT))
            .child(table)
            .child(copy_button(".network-fields-table"))
            .child(disclosure(
                "Répartition des établissements dans chaque champ",
                "",
                spreads,
            ))
            .view()
    })
}

fn cell(field: FieldId, stage: Stage, count: Count) -> View {
    let percent = count.percent().unwrap_or(0);
    let figure = figure(stage)
        .child(
            el_class("span", "nowrap")
                .attr("data-network-figure", &format!("{field}/stage-{stage}"))
                .child(fr::count(count)),
        )
        .child(" ")
        .child(el_class("span", "nowrap small").child(fr::percent(count)));
    part("td", "cell")
        .attr("data-stage", &stage.to_string())
        .child(bar("s", move || percent))
        .child(figure)
        .view()
}
