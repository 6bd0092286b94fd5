//! « Réseau »: many schools at once. What is gathered, which of it is looked at, and the figures.

mod adding;
mod choosing;
mod common;
mod figures;
mod items;
mod report;
mod room;
mod schools;

use crate::domain::school::team::GROUP_MIN;
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
];

/// The screen.
pub fn network(session: Session) -> View {
    let room = Room::open(session);
    let text = el_class("div", "page-head__text")
        .child(heading(say::TITLE))
        .child(el_class("p", "lead").child(say::LEAD));
    let buttons = el_class("div", "btn-row").child(print_button("Imprimer"));
    let adding = adding::Adding::new(room);
    screen("page network")
        .on("drop", move |event| {
            if let Some(dropped) = adding::dropped(&event) {
                adding.take(Came::Dropped(dropped));
            }
        })
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(callout(Tone::Info, el("p").child(say::NOTHING_KEPT).view()))
        .child(adding.card())
        .children(
            PIECES
                .into_iter()
                .enumerate()
                .map(|(turn, piece)| room.piece(turn, piece)),
        )
        .view()
}

/// Whether a figure of so few schools is not shown: they are not named.
fn is_folded(room: Room, of: u16) -> bool {
    room.is_anonymous() && (1..GROUP_MIN).contains(&of)
}
