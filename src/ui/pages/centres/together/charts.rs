//! The chart of each centre side by side: the one that its own « Positionnement » shows, by the questionnaire that it answers
//! itself.

use leptos::prelude::*;

use super::{Side, Sides};
use crate::domain::charts::radar::{AxisNames, ChartLook, positioning_chart};
use crate::session::Session;
use crate::ui::kit::check::check_box;
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::ui::shared::results::{description, legend, picture_of};
use crate::words::fr::centres as say;

/// Most charts that are shown at once: more are too small to be read.
pub const CHARTS_MAX: usize = 6;

/// Width and height of one of them on paper, in pixels, as in print.css.
const PAPER: [u16; 2] = [320, 240];

/// The card.
pub fn charts(session: Session, sides: Sides) -> View {
    let number = sides.read(<[_]>::len);
    let shown = RwSignal::new(
        (0..number)
            .map(|place| place < CHARTS_MAX)
            .collect::<Vec<_>>(),
    );
    let is_shown = move |place: usize| shown.with(|all| all.get(place) == Some(&true));
    let one = |(place, side): (usize, &Side)| {
        let side = side.clone();
        let content = move || {
            let chart = is_shown(place).then(|| untrack(|| chart(session, &side)));
            chart.into()
        };
        el("div")
            .attr_fn("hidden", move || (!is_shown(place)).then(String::new))
            .dynamic_by(move || is_shown(place).to_string(), content)
            .view()
    };
    let all = sides.read(|all| all.iter().enumerate().map(one).collect::<Vec<_>>());
    let choice = (number > CHARTS_MAX).then(|| choice(sides, shown));
    card("h-charts", "Les graphiques, côte à côte")
        .child(el("p").child(say::CHARTS))
        .child(View::from(choice))
        .child(el_class("div", "centres__charts").children(all))
        .child(el_class("figure", "centres__legend").child(legend()))
        .view()
}

/// Which ones are shown, where there are too many.
fn choice(sides: Sides, shown: RwSignal<Vec<bool>>) -> View {
    let is_full = move || shown.with(|all| all.iter().filter(|one| **one).count() >= CHARTS_MAX);
    let pill = |(place, side): (usize, &Side)| {
        let is_ticked = move || shown.with(|all| all.get(place) == Some(&true));
        let tick = move |now| {
            shown.update(|all| {
                if let Some(one) = all.get_mut(place) {
                    *one = now;
                }
            });
        };
        // It changes nothing of what is kept.
        let ticked = unlocked(|| check_box(is_ticked, tick))
            .flag("disabled", move || is_full() && !is_ticked());
        el_class("label", "pill")
            .child(ticked)
            .child(side.title.as_str())
            .view()
    };
    let pills = sides.read(|all| all.iter().enumerate().map(pill).collect::<Vec<_>>());
    el_class("fieldset", "centres__choice no-print")
        .child(el("legend").child(say::charts_max(CHARTS_MAX)))
        .children(pills)
        .view()
}

fn chart(session: Session, side: &Side) -> View {
    let asked = session.questionnaire_for(&side.dossier.adaptation);
    let (counted, title) = (side.positioning.clone(), side.title.as_str());
    let words = format!("{title}. {}", description(&counted));
    let option = move || {
        let look = ChartLook {
            // The table of two centres has the titles.
            names: AxisNames::Numbers,
            ..session.own().chart_look()
        };
        Some(positioning_chart(asked, &counted, &look))
    };
    let picture = picture_of(
        PAPER,
        "centre",
        option,
        move || Some(words.clone()),
        View::nothing(),
    );
    View::all([el("h3").child(title).view(), picture])
}
