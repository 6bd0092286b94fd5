//! What people see: the `frame` around every screen, and the screens, `pages`. Both are made of what is `shared`, which
//! knows the domain, and of the `kit`, which knows nothing of schools.

mod following;
pub mod frame;
pub mod kit;
pub mod pages;
mod parts;
mod screens;
pub mod shared;
mod titles;

use leptos::prelude::*;

use crate::browser::{entries, page};
use crate::session::{Boot, SaveState, Session};
use frame::{footer, header, notices};
use kit::entry;
use kit::view::{View, dynamic_by, effect, el_class, lock_fields};

/// The whole app, from what the start found.
pub fn app(boot: Boot) -> View {
    // Before the session, which shows another screen as soon as it hears of an address.
    entries::listen();
    let session = Session::new(boot);
    parts::start();
    lock_fields(move || session.is_elsewhere());
    entry::say_by(shared::troubles::said);
    let skip_link = el_class("a", "skip-link")
        .attr("href", "#contenu")
        .child("Aller au contenu");
    let view = View::all([
        skip_link
            .on("click", |event| {
                // The address is a route: the link moves the focus without changing it.
                event.prevent_default();
                page::focus("#contenu");
            })
            .view(),
        header::header(session),
        notices::notices(session),
        parts::paper_head(session),
        screen(session),
        parts::paper_foot(session),
        footer::footer(session),
        parts::announcer(session),
        parts::helpers(session),
    ]);
    following::follow_route(session);
    parts::fetch_when_idle();
    effect(Box::new(move || {
        if screens::progress(session.route.get()).is_settled() {
            page::mark_ready();
        }
    }));
    effect(Box::new(move || {
        if let SaveState::Saved(_) = session.save_state.get() {
            session.ask_to_retain();
        }
    }));
    view
}

/// The screen of the present route.
fn screen(session: Session) -> View {
    let key = move || session.route.get().map(|route| route.screen().to_string());
    let shown = move || screens::screen(session, session.route.get_untracked());
    dynamic_by(move || key().unwrap_or_default(), shown)
}
