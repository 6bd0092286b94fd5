//! What stands in the place of a piece that is not there.

use super::{Piece, fetch};
use crate::browser::{page, task};
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{Element, View, el, el_class};

/// In the place of what is on its way. A piece of a screen is simply not there yet, unless somebody unfolds it meanwhile.
pub(super) fn waiting(piece: Piece) -> View {
    let words = || el_class("p", "lead soon").child("Chargement…");
    match piece {
        Piece::Screen(..) => main().child(words().attr("role", "status")).view(),
        Piece::Receiving => words().view(),
        Piece::Tools(_)
        | Piece::Message(_)
        | Piece::Elsewhere
        | Piece::PaperHead
        | Piece::PaperFoot
        | Piece::Saving
        | Piece::Left
        | Piece::Published
        | Piece::Adapted(_)
        | Piece::Helpers
        | Piece::Centres
        | Piece::Announcer(_) => View::nothing(),
    }
}

/// In the place of what could not be fetched.
pub(super) fn failed(piece: Piece) -> View {
    let Piece::Screen(part, _) = piece else {
        return View::nothing();
    };
    let again = el_class("button", "btn")
        .attr("type", "button")
        .attr("data-kind", "primary")
        .on("click", move |_| {
            page::focus("#contenu");
            task::spawn(fetch(part));
        })
        .child("Réessayer");
    let sentence = "Cette page n’a pas pu être chargée\u{a0}: le réseau est coupé, ou l’outil a été mis à jour entre-temps. Rien \
                    de ce qui est enregistré n’est perdu. Si «\u{a0}Réessayer\u{a0}» ne suffit pas, rechargez la page.";
    let text = el("p").attr("role", "alert").child(sentence);
    main()
        .child(callout(Tone::Alert, View::all([text.view(), again.view()])))
        .view()
}

fn main() -> Element {
    el_class("main", "page")
        .attr("id", "contenu")
        .attr("tabindex", "-1")
}
