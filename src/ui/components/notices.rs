//! What the start or the stores have to say, above every screen.

use leptos::prelude::*;

use crate::browser::page;
use crate::session::{Notice, Session};
use crate::ui::fr;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};

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
            move || session.is_elsewhere().then(|| elsewhere(session)).into(),
        ))
        .dynamic(move || {
            View::all(
                session
                    .notices
                    .get()
                    .into_iter()
                    .map(|notice| one(session, notice)),
            )
        })
        .view()
}

/// Another tab has the pen: why nothing can be changed here, and the way to go on here.
fn elsewhere(session: Session) -> View {
    let sentence = el("p")
        .attr("id", "elsewhere")
        .attr("tabindex", "-1")
        .child(fr::ELSEWHERE);
    let take = el_class("button", "btn")
        .attr("type", "button")
        .on("click", move |_| {
            session.take_pen();
            // The button goes with the sentence.
            page::focus("h1");
        })
        .child("Continuer ici");
    callout(Tone::Info, View::all([sentence.view(), take.view()]))
}

fn one(session: Session, notice: Notice) -> View {
    let close = el_class("button", "btn")
        .attr("type", "button")
        .on("click", move |_| {
            session
                .notices
                .update(|all| all.retain(|one| *one != notice));
            // The button that had the focus is gone.
            page::focus("h1");
        })
        .child(icon(Icon::CLOSE))
        .child("Fermer ce message");
    let action = |kind, label: &str, act: Box<dyn Fn()>| {
        let button = el_class("button", "btn")
            .attr("type", "button")
            .attr_if("data-kind", kind);
        Some(button.on("click", move |_| act()).child(label).view())
    };
    let (tone, action) = match notice {
        Notice::NewVersion => {
            let update = Box::new(move || session.use_new_version());
            (
                Tone::Info,
                action(Some("primary"), "Mettre à jour maintenant", update),
            )
        }
        Notice::SetAside | Notice::Newer | Notice::Repaired => {
            let save = Box::new(move || session.save_originals(notice));
            (
                Tone::Alert,
                action(None, "Enregistrer l’original dans un fichier", save),
            )
        }
        Notice::Copied(_) | Notice::NoStore | Notice::SafeStart => (Tone::Alert, None),
    };
    let buttons = el_class("div", "btn-row").child(action).child(close);
    let text = el("p").child(fr::notice(notice));
    callout(tone, View::all([text.view(), buttons.view()]))
}
