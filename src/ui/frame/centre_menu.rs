//! The menu of the header where there are several dossiers: which one is open, and the way to another in one gesture.

use leptos::prelude::*;

use crate::browser::{dom, page, task};
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::library::{Library, Listed};
use crate::domain::world::DossierId;
use crate::session::{NotSwitched, Session};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, effect, el, el_class};
use crate::words::fr::centres as say;

/// The menu; nothing as long as there is one dossier.
pub fn centre_menu(session: Session) -> View {
    let library = RwSignal::new(None::<Library>);
    // What is done to the list is shown at once; what another tab does to it once the screen changes.
    effect(Box::new(move || {
        session.route.track();
        session.centres.track();
        task::spawn(async move {
            // What waited long enough in « Corbeille » goes with it.
            let read = session.empty_bin().await;
            leave_what_is_gone(session, &read).await;
            if library.try_get_untracked().flatten().as_ref() != Some(&read) {
                let _ = library.try_set(Some(read));
            }
        });
    }));
    el_class("div", "centre-menu__place")
        .dynamic(move || {
            let menu = library.with(|library| Some(menu(session, library.as_ref()?)));
            menu.flatten().into()
        })
        .view()
}

/// A page on a dossier that was erased, and in which nothing was done since, goes on in one that is there.
async fn leave_what_is_gone(session: Session, library: &Library) {
    let is_gone = library.listed(session.present_dossier()).is_none();
    if is_gone
        && session.holds_nothing()
        && let Some((id, _)) = library.in_use().first()
    {
        // Where it cannot, the page stays on a blank dossier.
        let _ = session.open_dossier(*id).await;
    }
}

fn menu(session: Session, library: &Library) -> Option<View> {
    if !library.has_several() {
        return None;
    }
    let present = session.present_dossier();
    let own = library.listed(present).cloned().unwrap_or_default();
    let name = say::title(&own);
    let label = format!("Centre ouvert\u{a0}: {name}. Changer de centre");
    let others: Vec<_> = library
        .in_use()
        .into_iter()
        .map(|(id, listed)| entry(session, id, listed, id == present))
        .collect();
    let link = |route: Route, words: &'static str| {
        let link = el("a").attr("href", &route.to_string()).child(words);
        el("li").child(link).view()
    };
    let list = el_class("ul", "centre-menu__list")
        .children(others)
        .child(link(
            Route::Centres(CentresScreen::Together),
            "Voir les centres côte à côte",
        ))
        .child(link(
            Route::Centres(CentresScreen::List),
            "Gérer les centres",
        ))
        .child(link(Route::Identity, "Identité de ce centre"));
    let summary = el_class("summary", "dossier__name")
        .attr("aria-label", &label)
        .attr("title", &name)
        .child(el("span").child(name.as_str()))
        .child(icon(Icon::CHEVRON));
    let details = el_class("details", "centre-menu");
    let (closing, leaving) = (details.node(), details.node());
    let menu = details
        .child(summary)
        .child(list)
        .on("keydown", move |event| {
            if dom::plain_key(&event).as_deref() == Some("Escape") {
                dom::set_flag(&closing, "open", false);
                page::focus(".centre-menu summary");
            }
        })
        .on("focusout", move |_| {
            let menu = leaving.clone();
            // Some browsers give a button no focus where it is pressed: the focus is then nowhere, and the menu stays.
            page::next_frame(move || {
                if !page::has_focus(".centre-menu *") && !page::has_focus("body") {
                    dom::set_flag(&menu, "open", false);
                }
            });
        });
    Some(menu.view())
}

fn entry(session: Session, id: DossierId, listed: &Listed, is_here: bool) -> View {
    let go = move |_| {
        if is_here {
            return;
        }
        task::spawn(async move {
            if let Err(NotSwitched::Unwritten | NotSwitched::Refused) =
                session.open_dossier(id).await
            {
                // The list says why.
                session.go(Route::Centres(CentresScreen::List));
            }
        });
    };
    let button = el("button")
        .attr("type", "button")
        .attr_if("aria-current", is_here.then_some("true"))
        .child(say::title(listed))
        .on("click", go);
    el("li").child(button).view()
}
