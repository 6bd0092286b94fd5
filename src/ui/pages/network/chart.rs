//! The chart of all schools together: made once, it follows what is looked at.

use leptos::prelude::*;

use crate::domain::charts::radar::positioning_chart;
use crate::ui::kit::card::card;
use crate::ui::kit::view::{View, el_class};
use crate::ui::pages::network::room::{Room, TURNS};
use crate::ui::shared::results::{legend, picture};
use crate::words::fr::network as say;

/// Drawn last: that takes longer than all the rest.
const LAST: usize = TURNS - 1;

/// The chart; nothing while there are no figures.
pub fn chart(room: Room) -> View {
    let key = move || {
        room.follow(LAST);
        room.has_figures().to_string()
    };
    let made = move || {
        if untrack(|| room.has_figures()) {
            untrack(|| drawn(room))
        } else {
            View::nothing()
        }
    };
    el_class("div", "network__piece")
        .dynamic_by(key, made)
        .view()
}

fn drawn(room: Room) -> View {
    let viewed = room.session.own();
    let option = move || {
        room.follow(LAST);
        let look = viewed.chart_look();
        room.read_figures(|figures| {
            positioning_chart(viewed.questionnaire, &figures.together(), &look)
        })
    };
    let words = move || {
        room.follow(LAST);
        room.read_figures(|figures| say::chart(figures.schools.into(), figures.stages))
    };
    card("card", "h-network-chart", "Graphique")
        .child(picture("network", option, words, legend()))
        .view()
}
