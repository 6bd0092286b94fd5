//! « En faire mon dossier »: the button, and what is said where the present dossier could not be kept
//! as a copy first.

use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

use crate::browser::task;
use crate::domain::route::Route;
use crate::domain::school::dossier::Change;
use crate::domain::school::timeline::Snapshot;
use crate::session::{NotCopied, Session};
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::file_cards::save_button;
use crate::ui::shared::own_tab::only_in_own_tab;

/// Why nothing was taken over yet.
const NOT_KEPT: &str = "La copie de votre dossier actuel n’a pas pu être gardée sur cet appareil, souvent parce que \
    l’espace est plein. Rien n’a été remplacé. Téléchargez d’abord une sauvegarde, puis continuez sans \
    copie\u{a0}: le bouton d’annulation remettrait tout comme avant.";

/// Why nothing is taken over in a frame of another site.
const ONLY_IN_OWN_TAB: &str = "Cet outil est affiché à l’intérieur d’un autre site, qui pourrait vous faire remplacer \
    votre dossier sans que vous le vouliez\u{a0}: pour en faire votre dossier, ouvrez \
    l’outil dans son propre onglet. Si vous lisez un fichier, vous l’y choisirez de \
    nouveau.";

/// The button, and the place of the sentence where it fails. `change` is asked for at the press: another
/// tab may have edited one's own dossier while this screen was read. The positionings that came along are kept too.
pub fn take_over(
    session: Session,
    change: impl Fn() -> Change + 'static,
    snapshots: Vec<Snapshot>,
) -> (View, View) {
    if session.is_in_foreign_frame() {
        let why = only_in_own_tab(session, ONLY_IN_OWN_TAB);
        return (View::nothing(), callout(Tone::Info, why));
    }
    let trouble = RwSignal::new("");
    let change: Rc<dyn Fn() -> Change> = Rc::new(change);
    let (anyway, is_busy) = (change.clone(), Rc::new(Cell::new(false)));
    let take = move |_| {
        // A second click while the copy is being written would keep a second copy.
        if is_busy.replace(true) {
            return;
        }
        let (change, snapshots, is_busy) = (change(), snapshots.clone(), is_busy.clone());
        task::spawn(async move {
            match session.take_over(change, &snapshots).await {
                Ok(true) => session.go(Route::Positioning),
                Ok(false) => {}
                Err(NotCopied) => {
                    // The screen may be gone by now, and the sentence with it.
                    let _ = trouble.try_set(NOT_KEPT);
                }
            }
            is_busy.set(false);
        });
    };
    let button = button::plain()
        .on("click", take)
        .child("En faire mon dossier");
    let failed = move || {
        if trouble.get().is_empty() {
            return View::nothing();
        }
        let anyway = anyway.clone();
        let go_on = button::plain()
            .on("click", move |_| {
                session.apply(anyway());
                session.go(Route::Positioning);
            })
            .child("En faire mon dossier sans garder de copie");
        let row = el_class("div", "btn-row")
            .child(save_button(
                session,
                "Télécharger une sauvegarde de mon dossier actuel",
            ))
            .child(go_on);
        let text = View::all([el("p").child(trouble.get()).view(), row.view()]);
        callout(Tone::Alert, text)
    };
    let place = el("div").attr("role", "alert").dynamic(failed);
    (button.view(), place.view())
}
