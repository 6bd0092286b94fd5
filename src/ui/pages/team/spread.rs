//! How the answers about an item spread, in words and as a small picture.

use crate::domain::school::questionnaire::{ItemId, Stage, StatementId};
use crate::domain::school::team::{Level, Tally};
use crate::ui::kit::bar::bar;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::marks::stage_badge;
use crate::words::fr;

/// Most people who are shown one by one.
const DOTS_MAX: u16 = 15;

/// The three stages, then who answered.
pub fn spread(item: ItemId, tally: Tally) -> View {
    let rows = Stage::ALL.map(|stage| row(StatementId { item, stage }, tally));
    let rows = el_class("ul", "spread").children(rows);
    let people = el_class("p", "small").child(fr::team::people(tally));
    View::all([rows.view(), people.view()])
}

fn row(statement: StatementId, tally: Tally) -> View {
    let stage = statement.stage;
    el_class("li", "spread__row")
        .attr("data-stage", &stage.to_string())
        .child(stage_badge(stage))
        .child(
            el_class("span", "spread__words")
                .attr("data-spread", &statement.to_string())
                .child(fr::team::reached(tally, stage)),
        )
        .child(picture(*stage.of(&tally.reached), tally.answered))
        .view()
}

/// So many of so many people: a dot each, or a bar where there are too many to count at a glance.
fn picture(reached: u16, of: u16) -> View {
    if of > DOTS_MAX {
        let percent = u32::from(reached) * 100 / u32::from(of);
        return bar("s", move || u8::try_from(percent).unwrap_or(100));
    }
    let dot = |number| {
        el_class("span", "spread__dot")
            .attr_if("data-on", (number < reached).then_some(""))
            .view()
    };
    el_class("span", "spread__people")
        .attr("aria-hidden", "true")
        .children((0..of).map(dot))
        .view()
}

/// How far apart the answers are: a word with its sign.
pub fn level_chip(level: Level) -> View {
    let (tone, sign) = match level {
        Level::FarApart => (Some("alert"), Icon::SPLIT),
        Level::Apart => (Some("ink"), Icon::SPLIT),
        Level::Close => (None, Icon::NEAR),
        Level::Agreed => (Some("good"), Icon::TICK),
        Level::Alone => (None, Icon::INFO),
    };
    el_class("span", "chip")
        .attr_if("data-tone", tone)
        .child(icon(sign))
        .child(fr::team::level(level))
        .view()
}
