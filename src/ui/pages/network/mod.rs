//! « Réseau »: many schools at once. What is gathered, which of it is looked at, and the figures.

mod adding;
mod chart;
mod choosing;
mod common;
mod figures;
mod giving;
mod items;
mod report;
mod room;
mod schools;

use leptos::prelude::*;

use crate::browser::{device, echarts, task};
use crate::domain::network::is_too_few;
use crate::session::{Came, Session};
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::words::fr::network as say;
use room::Room;

/// What a piece of the screen is made of.
type Piece = fn(Room) -> View;

/// The pieces under what adds, in their order. Each is made in a turn of its own: together they would stop the page.
const PIECES: [Piece; room::TURNS] = [
    report::report,
    choosing::choosing,
    figures::whole,
    figures::fields,
    items::items,
    common::common,
    schools::schools,
    giving::giving_card,
];

/// The turn of the fields, beside which the chart stands.
const FIELDS: usize = 3;

/// The screen.
pub fn network(session: Session) -> View {
    let room = Room::open(session);
    // What draws comes while files are chosen: it would stop the page while they are read.
    task::spawn(async {
        task::idle().await;
        if !device::saves_data() {
            // Asked for again where the chart is shown, which says what failed.
            let _ = echarts::load().await;
        }
    });
    let text = el_class("div", "page-head__text")
        .child(heading(say::TITLE))
        .child(el_class("p", "lead").child(say::LEAD));
    let buttons = el_class("div", "btn-row").child(print_button("Imprimer"));
    let adding = adding::Adding::new(room);
    let pieces = PIECES.into_iter().enumerate().map(|(turn, piece)| {
        let piece = room.piece(turn, piece);
        if turn == FIELDS {
            let both = [chart::chart(room), piece];
            el_class("div", "results__two network__pair")
                .children(both)
                .view()
        } else {
            piece
        }
    });
    let pieces: Vec<_> = pieces.collect();
    screen("page network")
        .on("drop", move |event| {
            if let Some(dropped) = adding::dropped(&event) {
                adding.take(Came::Dropped(dropped));
            }
        })
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(callout(Tone::Info, el("p").child(say::NOTHING_KEPT).view()))
        .child(adding.card())
        .children(pieces)
        .view()
}

/// Whether a figure of so few schools is not shown: they are not named.
fn is_folded(room: Room, of: u16) -> bool {
    is_too_few(room.names.get_untracked(), of)
}
