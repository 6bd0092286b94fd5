//! « Partage »: the link to give, computed as one edits, and what one receives.

mod dossier_link;
mod erasing;
mod giving;
mod kept_copies;

use crate::browser::device;
use crate::domain::route::{Route, TeamScreen};
use crate::session::Session;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::file_cards::{opening, saving};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::receiving::receiving;
use crate::words::fr;
use dossier_link::giving_whole;
use erasing::erasing;
use giving::giving;
use kept_copies::kept_copies;

/// Sharing.
pub fn sharing(session: Session) -> View {
    let text = el_class("div", "page-head__text").child(heading("Partage")).child(
        el_class("p", "lead").child("Un lien montre votre positionnement ou votre dossier, une sauvegarde garde tout. Rien ne part tant que vous n’avez pas donné le lien ou la sauvegarde."),
    );
    let team = Route::Team(TeamScreen::Overview);
    let buttons = el_class("div", "btn-row")
        .child(big_link(team, "Faire répondre l’équipe…"))
        .child(big_link(Route::Documents, "Documents"));
    screen("page share")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(limits())
        .child(
            el_class("div", "share__grid")
                .child(column([giving(session), giving_whole(session)]))
                .child(column([
                    saving(session),
                    receiving(session),
                    opening(session),
                ])),
        )
        .child(kept_copies(session))
        .child(erasing(session))
        .view()
}

/// What this address does not allow, if anything.
fn limits() -> View {
    if device::is_secure() {
        return View::nothing();
    }
    let link = el("a")
        .attr("href", &Route::Diagnostic.to_string())
        .child("Voir le diagnostic");
    let text = el("p").child(fr::device::PLAIN_HTTP).child(" ").child(link);
    callout(Tone::Info, text.view())
}

fn column(cards: impl IntoIterator<Item = View>) -> Element {
    el_class("div", "share__column").children(cards)
}
