//! What the start or the stores have to say, above every screen.

use leptos::prelude::*;

use crate::browser::{page, task};
use crate::domain::route::{CentresScreen, Route};
use crate::session::{Notice, Session};
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::parts;
use crate::ui::shared::own_tab::own_tab;
use crate::words::fr;

/// Sentences about the start, each with a way to close it, and the trouble of the stores, if any.
pub fn notices(session: Session) -> View {
    let trouble = move || fr::save_trouble(session.save_state.get());
    let alert = move || {
        let sentence = trouble().map(|trouble| callout(Tone::Alert, el("p").child(trouble).view()));
        sentence.into()
    };
    el_class("div", "notices")
        .attr("role", "region")
        .attr("aria-label", "Messages")
        .child(
            el("div")
                .attr("role", "alert")
                .dynamic_by(move || trouble().unwrap_or_default().to_owned(), alert),
        )
        .child(el("div").attr("aria-live", "polite").dynamic_by(
            move || session.is_elsewhere().to_string(),
            move || {
                session
                    .is_elsewhere()
                    .then(|| parts::elsewhere(session))
                    .into()
            },
        ))
        .dynamic(move || {
            View::all(
                session
                    .notices
                    .get()
                    .into_iter()
                    .map(|notice| parts::message(session, notice)),
            )
        })
        .view()
}

/// Another tab has the pen: why nothing can be changed here, and the way to go on here.
pub fn elsewhere(session: Session) -> View {
    let sentence = el("p")
        .attr("id", "elsewhere")
        .attr("tabindex", "-1")
        .child(fr::ELSEWHERE);
    let take = button::once()
        .on("click", move |_| {
            session.take_pen();
            // The button goes with the sentence.
            page::focus("h1");
        })
        .child("Continuer ici");
    callout(Tone::Info, View::all([sentence.view(), take.view()]))
}

/// One of them.
pub fn one(session: Session, notice: Notice) -> View {
    let close = button("Fermer ce message", move || {
        session.dismiss(notice);
        // The button that had the focus is gone.
        page::focus("h1");
    });
    let (tone, more, action) = match notice {
        Notice::NewVersion => {
            let update = button("Mettre à jour maintenant", move || {
                session.use_new_version()
            });
            let cost = el("p").text(move || fr::reloading(session.save_state.get()).to_owned());
            (
                Tone::Info,
                Some(cost),
                Some(update.attr("data-kind", "primary")),
            )
        }
        Notice::Frame => {
            let link = own_tab(session, "Ouvrir dans un nouvel onglet");
            let link = link.attr("data-kind", "primary");
            (Tone::Info, Some(in_frame(session)), Some(link))
        }
        Notice::FileSaved => (Tone::Info, None, None),
        Notice::ErasedElsewhere => (Tone::Info, others(session), None),
        Notice::Erased | Notice::ErasedLate | Notice::PartErased => {
            let back = button("Annuler l’effacement", move || {
                task::spawn(session.restore_erased());
                page::focus("h1");
            });
            let tone = if notice == Notice::Erased {
                Tone::Info
            } else {
                Tone::Alert
            };
            (tone, others(session), Some(back))
        }
        Notice::NoStore | Notice::SafeStart => (Tone::Alert, None, Some(diagnostic())),
        Notice::SetAside | Notice::Newer | Notice::Repaired => {
            let original = button("Télécharger l’original", move || {
                session.save_originals(notice);
            });
            (Tone::Alert, None, Some(original))
        }
        Notice::Binned => {
            let list = Route::Centres(CentresScreen::List);
            let link = el_class("a", "btn").attr("href", &list.to_string());
            (
                Tone::Alert,
                None,
                Some(link.child("Voir la liste des centres")),
            )
        }
        Notice::Copied(_)
        | Notice::TooLate(_)
        | Notice::NotOpened(_)
        | Notice::NoClock
        | Notice::PlanFull
        | Notice::FileNotSaved => (Tone::Alert, None, None),
    };
    let view = |element: Option<Element>| View::from(element.map(Element::view));
    let buttons = el_class("div", "btn-row")
        .child(view(action))
        .child(close.child(icon(Icon::CLOSE)));
    // The focus goes there: one may have asked for it far below.
    let id = if let Notice::NotOpened(_) = notice {
        Some("not-opened")
    } else {
        [Notice::NoClock, Notice::PlanFull, Notice::FileNotSaved]
            .contains(&notice)
            .then_some("refused")
    };
    let text = el("p")
        .attr("role", "status")
        .attr_if("id", id)
        .attr_if("tabindex", id.map(|_| "-1"))
        .child(fr::notice(notice));
    callout(tone, View::all([text.view(), view(more), buttons.view()]))
}

fn button(label: &str, mut click: impl FnMut() + 'static) -> Element {
    button::once().on("click", move |_| click()).child(label)
}

/// Of an erasure, where there are several dossiers: the others are still there.
fn others(session: Session) -> Option<Element> {
    let text = el("p").child(fr::centres::OTHERS_STAY);
    session.has_several_dossiers().then_some(text)
}

/// What becomes of the work in a frame, and the address of the way out where the frame allows no tab.
fn in_frame(session: Session) -> Element {
    let keeps_nothing = session.saves_in() == [false, false];
    el("p")
        .child(fr::device::in_frame(keeps_nothing))
        .child(" Si le bouton n’ouvre rien, copiez cette adresse\u{a0}: ")
        .child(el_class("code", "notices__address").text(move || session.screen_address()))
}

fn diagnostic() -> Element {
    el_class("a", "btn")
        .attr("href", &Route::Diagnostic.to_string())
        .child("Voir le diagnostic")
}
