//! « Partage »: the link to the whole dossier, as short and as discreet as the person wants it.

use leptos::prelude::*;

use crate::domain::formats::dossier_link::Reach;
use crate::domain::school::dossier::LeftOut;
use crate::session::Session;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::check::check_box;
use crate::ui::kit::icon::Icon;
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::copied::{copied, shown};
use crate::ui::shared::file_cards::save_button;
use crate::ui::shared::late::{Late, late, trouble};
use crate::ui::shared::mail::mail;
use crate::ui::shared::share_card::card;
use crate::words::fr::dossier_link as fr;

const NOT_LOADED: &str =
    "Le lien n’a pas pu être préparé. Téléchargez plutôt une sauvegarde, ou rechargez la page.";

/// The card in which the link is made, folded until it is asked for.
pub fn giving_whole(session: Session) -> View {
    let words = Late {
        id: "whole-link",
        role: "group",
        icon: Icon::SHARE,
        kind: "primary",
        name: "le lien du dossier",
        loading: "Préparation du lien…",
        not_loaded: NOT_LOADED,
    };
    card("h-whole", "Donner un lien vers tout le dossier")
        .child(el("p").child(
            "La personne qui l’ouvre lit vos réponses et vos objectifs, et peut en faire son dossier. Les noms n’y sont que si vous \
             les ajoutez.",
        ))
        .child(late(words, move || choosing(session)))
        .view()
}

/// What goes along, and the link that follows.
fn choosing(session: Session) -> View {
    let given = [
        ("les objectifs", RwSignal::new(true)),
        ("les noms et les fonctions", RwSignal::new(false)),
        (
            "les notes et les liens de preuve, les décisions et leurs motifs",
            RwSignal::new(false),
        ),
    ];
    let choices = el_class("fieldset", "choices")
        .child(el_class("legend", "form-field__label").child("Avec les réponses, donner aussi"))
        .children(given.map(|(name, is_given)| choice(name, is_given)));
    let [objectives, names, texts] = given.map(|(_, is_given)| is_given);
    let link = el_class("div", "stack").dynamic(move || {
        let left_out = LeftOut {
            names: !names.get(),
            texts: !texts.get(),
            objectives: !objectives.get(),
        };
        made(session, left_out)
    });
    let warning = el_class("p", "small").child(
        "Relisez vos objectifs avant de donner ce lien\u{a0}: ils y sont tels que vous les avez écrits. Ceux de la corbeille n’y sont jamais. Le lien reste lisible dans \
         l’historique du navigateur et dans les messages de ceux qui le reçoivent.",
    );
    View::all([choices.view(), link.view(), warning.view()])
}

fn choice(name: &'static str, is_given: RwSignal<bool>) -> View {
    el_class("label", "pill")
        .child(unlocked(|| {
            check_box(move || is_given.get(), move |checked| is_given.set(checked))
        }))
        .child(name)
        .view()
}

/// The link without these parts, or why there is none.
fn made(session: Session, left_out: LeftOut) -> View {
    match session.dossier_link(left_out) {
        Ok(Some(link)) => given(session, link),
        Ok(None) => file_instead(session, fr::FAR_TOO_LONG),
        Err(_) => file_instead(session, NOT_LOADED),
    }
}

fn given(session: Session, link: String) -> View {
    // A link is ASCII: as many characters as bytes.
    let (length, reach) = (link.len(), Reach::of(link.len()));
    let sentence = fr::reach(reach, length);
    let told = match reach {
        Reach::Safe => el_class("p", "hint").child(sentence).view(),
        Reach::Risky => trouble(&sentence),
        Reach::TooLong => return file_instead(session, &sentence),
    };
    let sent = link.clone();
    let field = shown("input", "dossier-link", move || link.clone())
        .attr("type", "text")
        .attr("data-dossier-link", "");
    let label = "Lien du dossier";
    let button = ("Copier le lien du dossier", Some("primary"));
    let field = copied(field, "dossier-link", label, button);
    let letter = mail(move || (fr::LETTER.0.to_owned(), fr::LETTER.1.to_owned() + &sent));
    View::all([field.view(), letter, announced(told).view()])
}

fn file_instead(session: Session, sentence: &str) -> View {
    let save = el_class("div", "btn-row").child(save_button(session, "Télécharger une sauvegarde"));
    let text = View::all([el("p").child(sentence).view(), save.view()]);
    announced(callout(Tone::Alert, text)).view()
}

/// It comes while one ticks: whoever does not see it hears it.
fn announced(told: View) -> Element {
    el("div").attr("role", "status").child(told)
}
