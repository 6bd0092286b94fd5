//! « Partage »: saving the whole dossier as a file, and opening one.

use leptos::prelude::*;
use std::pin::Pin;
use std::rc::Rc;

use crate::browser::file::Picked;
use crate::browser::task;
use crate::domain::school::dossier::Bin;
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::check::check_box;
use crate::ui::kit::drop_zone::drop_zone;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::share_card::{card, has, has_not};
use crate::words::fr;

/// The card from which the dossier is saved.
pub fn saving(session: Session) -> View {
    let content = el_class("ul", "has-list").children([
        has("Les réponses, les notes et les liens de preuve"),
        has("L’identité de l’établissement, l’équipe projet et vos contacts"),
        has("Les objectifs, avec leurs pilotes"),
        has("Les réponses retenues avec l’équipe, et leurs motifs"),
        has_not(
            "Les réponses individuelles\u{a0}: elles s’enregistrent depuis «\u{a0}Équipe\u{a0}»",
        ),
    ]);
    card("h-save", "Télécharger une sauvegarde")
        .child(el("p").child(
            "Un fichier qui contient tout le dossier, à garder ailleurs que sur cet appareil, ou à ouvrir sur un autre.",
        ))
        .child(content)
        .child(el_class("p", "small").child(
            "Une sauvegarde peut contenir des noms, dans vos notes ou parmi les pilotes\u{a0}: donnez-la aux seules personnes \
             qui peuvent les lire.",
        ))
        .child(save_button(session, "Télécharger une sauvegarde"))
        .view()
}

/// A button that saves the present dossier. It says when that was last done, then what came of it.
pub fn save_button(session: Session, label: &str) -> View {
    let first = move || fr::files::standing(session.unsaved(), session.is_file_due());
    let binned = move || session.read(|dossier| dossier.plan.bin().len());
    saving_button((label, "primary"), first, binned, save_file(session))
}

/// What becomes of a file: what is to be said of it, once the browser has it; nothing where it takes none.
pub type Saving = Pin<Box<dyn Future<Output = Option<String>>>>;

/// Saves the present dossier.
pub fn save_file(session: Session) -> impl Fn(Bin) -> Saving + Copy + 'static {
    move |bin| {
        Box::pin(async move {
            let (name, left_out) = session.save_file(bin).await.ok()?;
            Some(fr::files::saved_with(&name, left_out))
        })
    }
}

/// A button of this label and kind that saves a file by `save`. It says `first`, then what came of it. Where the « Corbeille » holds something, a box puts it into the file.
pub fn saving_button(
    (label, kind): (&str, &str),
    first: impl Fn() -> String + 'static,
    binned: impl Fn() -> usize + 'static,
    save: impl Fn(Bin) -> Saving + 'static,
) -> View {
    let said = RwSignal::new(String::new());
    let bin = RwSignal::new(Bin::LeftOut);
    let button = button::plain()
        .attr("data-kind", kind)
        .on("click", move |_| {
            let saving = save(bin.get_untracked());
            task::spawn(async move {
                let sentence = saving.await;
                // A button that is needed no longer is gone by now.
                let _ = said.try_set(sentence.unwrap_or_else(|| fr::files::NOT_SAVED.to_owned()));
            });
        })
        .child(icon(Icon::FILE))
        .child(label);
    let status = el_class("span", "small saving__said")
        .attr("role", "status")
        .text(move || match said.get() {
            said if said.is_empty() => first(),
            said => said,
        });
    View::all([button.view(), bin_box(bin, binned), status.view()])
}

/// The box that puts what was deleted into the file; only where something was.
pub fn bin_box(bin: RwSignal<Bin>, binned: impl Fn() -> usize + 'static) -> View {
    let binned = Rc::new(binned);
    let is_empty = {
        let binned = binned.clone();
        move || (binned() == 0).then(String::new)
    };
    let is_given = move || bin.get() == Bin::Given;
    let give = move |is_ticked| {
        bin.set(if is_ticked { Bin::Given } else { Bin::LeftOut });
    };
    el_class("label", "pill saving__bin")
        .attr_fn("hidden", is_empty)
        .child(unlocked(|| check_box(is_given, give)))
        .text(move || fr::files::with_bin(binned()))
        .view()
}

/// The card in which a file is opened.
pub fn opening(session: Session) -> View {
    let wrong = RwSignal::new("");
    let open = move |picked: Option<Picked>| {
        let Some(picked) = picked else { return };
        wrong.set("");
        task::spawn(async move {
            if let Err(error) = session.open_file(picked).await {
                // The screen may be gone by now, and the sentence with it.
                let _ = wrong.try_set(fr::files::file_error(error));
            }
        });
    };
    let sentence = move || match wrong.get() {
        "" => String::new(),
        wrong => [wrong, fr::files::NOTHING_CHANGED].concat(),
    };
    card("h-open", "Ouvrir une sauvegarde")
        .child(el("p").child(
            "Elle s’ouvre en lecture seule. Vous choisissez ensuite de la consulter seulement, ou d’en faire votre dossier. Un classeur rempli se choisit ici \
             aussi\u{a0}: l’outil montre d’abord ce qu’il changerait. Une invitation reçue comme fichier s’ouvre ici pour y répondre.",
        ))
        .child(field(wrong, open))
        .child(
            el_class("p", "form-field__hint")
                .attr("id", "file-wrong")
                .attr("role", "alert")
                .text(sentence),
        )
        .view()
}

/// The field. A file may be dropped there too, as anywhere: see `dropping`.
fn field(wrong: RwSignal<&'static str>, open: impl Fn(Option<Picked>) + 'static) -> Element {
    let input = unlocked(|| el_class("input", "file-input"))
        .attr("id", "file")
        .attr("type", "file")
        .attr("accept", ".json,application/json,.xlsx,.xlsm,.ods,.csv")
        .attr("aria-describedby", "file-wrong")
        .attr_fn("aria-invalid", move || {
            (!wrong.get().is_empty()).then(|| "true".to_owned())
        })
        .on("change", move |event| open(Picked::chosen(&event)));
    drop_zone(
        "file",
        "Fichier de sauvegarde (.json), à choisir ou à déposer ici",
        input,
    )
}
