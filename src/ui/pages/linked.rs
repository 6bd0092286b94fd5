//! A whole dossier received as a link: shown as an opened file is, read only. It writes nothing.

use crate::browser::{page, task};
use crate::domain::route::Route;
use crate::session::{NotUnpacked, Session};
use crate::ui::kit::button;
use crate::ui::kit::view::{View, dynamic, el, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::opened_dossier::shown;
use crate::ui::shared::page::{heading, screen};
use crate::words::fr;

/// What the link in the address bar holds, once the module that unpacks it is there.
pub fn linked(session: Session) -> View {
    dynamic(move || match session.code_to_unpack() {
        Some(code) => {
            task::spawn(unpack(session, code));
            opening()
        }
        None => session.linked(|linked| match linked {
            Some(Ok(opened)) => shown(session, heading(fr::dossier_link::TITLE), opened),
            Some(Err(error)) => refused(session, *error),
            None => refused(session, NotUnpacked::NOTHING),
        }),
    })
}

async fn unpack(session: Session, code: String) {
    let linked = session.unpack(&code).await;
    let was_focused = page::has_focus("h1");
    session.show_unpacked(code, linked);
    if was_focused {
        // The title was made anew: whoever was on it stays on it.
        page::next_frame(|| page::focus("h1"));
    }
}

fn opening() -> View {
    screen("page")
        .child(heading(fr::dossier_link::TITLE))
        .child(
            el("p")
                .attr("role", "status")
                .child("Ouverture du dossier…"),
        )
        .view()
}

fn refused(session: Session, error: NotUnpacked) -> View {
    let own = big_link(Route::Positioning, "Aller à mon positionnement");
    let other = match error {
        NotUnpacked::Refused(_) => big_link(Route::Sharing, "Coller un autre lien ou un code"),
        NotUnpacked::NotLoaded => button::plain()
            .on("click", move |_| session.unpack_again())
            .child("Réessayer"),
    };
    let text = el_class("div", "page-head__text")
        .child(heading(fr::dossier_link::REFUSED))
        .child(el_class("p", "lead").child(fr::dossier_link::error(error)))
        .child(el("p").child("Rien n’a été changé sur cet appareil."))
        .child(
            el_class("div", "btn-row")
                .child(other.attr("data-kind", "primary"))
                .child(own),
        );
    screen("page").child(text).view()
}
