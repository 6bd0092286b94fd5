//! « Effacer de cet appareil »: what goes, what stays, the file first, and a second button to confirm.

use leptos::prelude::*;

use crate::browser::{clock, page, task};
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::dossier::{Bin, Dossier};
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::file_cards::{Saving, save_file, saving_button};
use crate::ui::shared::own_tab::only_in_own_tab;
use crate::ui::shared::share_card::card;
use crate::words::fr;

/// Why nothing is erased in a frame of another site.
const ONLY_IN_OWN_TAB: &str = "Cet outil est affiché à l’intérieur d’un autre site, qui pourrait vous faire effacer \
    votre dossier sans que vous le vouliez\u{a0}: pour effacer, ouvrez l’outil dans son \
    propre onglet. Si vos réponses ne se trouvent qu’ici, effacez les données de ce site \
    dans les réglages du navigateur.";

/// The card.
pub fn erasing(session: Session) -> View {
    if session.is_in_foreign_frame() {
        return card("h-erase", "Effacer de cet appareil")
            .child(only_in_own_tab(session, ONLY_IN_OWN_TAB))
            .view();
    }
    let asked = RwSignal::new("");
    let about = |what: &str, text: &str| el("p").child(el("b").child(what)).child(text).view();
    let ask = button("Effacer de cet appareil…")
        .attr("class", "btn erasing__ask")
        .on("click", move |_| {
            asked.set("asked");
            page::next_frame(|| page::focus(".erasing__keep"));
        });
    let sure = move || {
        if asked.get().is_empty() {
            View::nothing()
        } else {
            confirmation(session, asked)
        }
    };
    card("h-erase", "Effacer de cet appareil")
        .child(el("p").child(
            "Sur un ordinateur partagé, la personne qui l’utilise après vous verrait vos réponses et vos notes. Les \
             autres onglets de l’outil se vident aussi.",
        ))
        .child(about(
            "Effacés\u{a0}:",
            " votre dossier, ses copies gardées ici, les réponses reçues de l’équipe, ce que vous avez écrit pour un conseil, vos réglages, et ce qui avait été \
             mis à part.",
        ))
        .child(about(
            "Restent\u{a0}:",
            " les sauvegardes que vous avez téléchargées, les liens que vous avez donnés, l’historique du navigateur, et l’outil lui-même, \
             vide.",
        ))
        .child(el("div").dynamic(move || one_of_several(session)))
        .child(file_first(session))
        .child(el_class("div", "btn-row").child(ask))
        .child(el("div").dynamic(sure))
        .view()
}

/// Where there are several dossiers: that one is erased, and the way to erase all.
fn one_of_several(session: Session) -> View {
    if !session.has_several_dossiers() {
        return View::nothing();
    }
    let link = el("a")
        .attr("href", &Route::Centres(CentresScreen::List).to_string())
        .child("Effacer tous les dossiers");
    let text = el("p").child(fr::centres::ONE_OF_SEVERAL).child(" ");
    callout(Tone::Info, text.child(link).view())
}

/// What erasing would lose, and the file that keeps it; the file is proposed no longer once it holds
/// everything, nor where there is nothing to hold.
fn file_first(session: Session) -> View {
    let is_blank = move || session.read(Dossier::is_blank);
    let said = move || {
        if is_blank() {
            String::new()
        } else {
            fr::files::before_erasing(session.unsaved(), clock::now())
        }
    };
    let is_needed = move || !is_blank() && session.unsaved().is_needed();
    let save = move |bin: Bin| -> Saving {
        Box::pin(async move {
            let said = save_file(session)(bin).await?;
            // The button that had the focus is gone.
            page::next_frame(|| page::focus(".erasing__ask"));
            Some(said)
        })
    };
    let label = ("Télécharger d’abord une sauvegarde", "primary");
    let buttons = move || {
        let binned = move || session.read(|dossier| dossier.plan.bin().len());
        let button = is_needed().then(|| saving_button(label, String::new, binned, save));
        button.into()
    };
    View::all([
        el("p").attr("role", "status").text(said).view(),
        el_class("div", "btn-row")
            .dynamic_by(move || is_needed().to_string(), buttons)
            .view(),
    ])
}

fn button(label: &str) -> Element {
    button::once().child(label)
}

fn confirmation(session: Session, asked: RwSignal<&'static str>) -> View {
    let keep = button("Non, tout garder")
        .attr("class", "btn erasing__keep")
        .on("click", move |_| {
            asked.set("");
            // The button that had the focus is gone.
            page::next_frame(|| page::focus("h1"));
        });
    let erase = button("Oui, tout effacer de cet appareil").on("click", move |_| {
        task::spawn(session.erase_device());
    });
    let question = el("p")
        .attr("role", "status")
        .child("Tout effacer de cet appareil\u{202f}? Vous pourrez encore l’annuler tant que cette page restera ouverte.");
    let row = el_class("div", "btn-row erasing__sure")
        .child(keep)
        .child(erase);
    callout(Tone::Alert, View::all([question.view(), row.view()]))
}
