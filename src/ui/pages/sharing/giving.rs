//! « Partage »: the link to this positioning, with the name of the school where that is ticked.

use leptos::prelude::*;

use crate::domain::bidi::closed;
use crate::domain::formats::sender::{NAME_MAX, name_to_give};
use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::check::check_box;
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::copied::{copied, shown};
use crate::ui::shared::mail::mail;
use crate::ui::shared::qr_code::qr_code;
use crate::ui::shared::share_card::{card, has, has_not};
use crate::words::fr;

/// The card in which the link is given.
pub fn giving(session: Session) -> View {
    let is_signed = RwSignal::new(false);
    let name = move || session.read(|own| name_to_give(&fr::planning::school(&own.identity)));
    // Off by default, and again at each visit of the screen.
    let sender = move || {
        if is_signed.get() {
            name()
        } else {
            String::new()
        }
    };
    let link = move || session.share_link(&sender());
    let field = shown("input", "share-link", link)
        .attr("type", "text")
        .attr("data-share-link", "");
    let button = ("Copier le lien", Some("primary"));
    let copied_link = copied(field, "share-link", "Lien", button);
    let field = shown("input", "share-code", move || session.share_code())
        .attr("type", "text")
        .attr("data-share-code", "");
    let label = "Code, si la messagerie abîme les liens";
    let code = copied(field, "share-code", label, ("Copier le code", None));
    let letter = move || {
        let (subject, text) = fr::letter(&sender());
        (subject, [text, &link(), "\n"].concat())
    };
    card("h-give", "Donner un lien vers ce positionnement")
        .child(el("p").child(
            "La personne qui l’ouvre voit les mêmes chiffres et le même graphique, sans rien changer à son propre travail.",
        ))
        .child(el_class("ul", "has-list").dynamic_by(sender, move || holds(&sender())))
        .child(el("div").dynamic_by(name, move || signing(&name(), is_signed)))
        .child(copied_link)
        .child(mail(letter))
        .child(qr_code(link, "QR code du lien vers ce positionnement"))
        .child(code)
        .child(el_class("p", "small").child(
            "Le lien décrit le positionnement d’aujourd’hui\u{a0}: après une modification, donnez le nouveau. Il reste lisible \
             dans l’historique du navigateur et dans les messages de ceux qui le reçoivent.",
        ))
        .view()
}

/// What the link tells, and what it does not.
fn holds(sender: &str) -> View {
    let name = (!sender.is_empty()).then(|| has(&fr::planning::sender_given(sender)));
    let without = if sender.is_empty() {
        "Ni nom, ni note, ni lien de preuve, ni objectif"
    } else {
        "Ni note, ni lien de preuve, ni objectif, ni autre nom"
    };
    View::all([
        has(
            "Les étapes et les conditions cochées, «\u{a0}ne sait pas\u{a0}», «\u{a0}non concerné\u{a0}»",
        ),
        has("L’année scolaire et la date du positionnement, si vous les avez données"),
        name.into(),
        has_not(without),
    ])
}

/// The box that adds the name; the way to give one, where there is none.
fn signing(name: &str, is_signed: RwSignal<bool>) -> View {
    if name.is_empty() {
        let link = el("a")
            .attr("href", &Route::Identity.to_string())
            .child("Donner un nom à l’établissement");
        return el_class("p", "hint")
            .child(link)
            .child(", pour pouvoir l’ajouter au lien.")
            .view();
    }
    let add = unlocked(|| {
        check_box(
            move || is_signed.get(),
            move |is_ticked| is_signed.set(is_ticked),
        )
    });
    let choice = el_class("label", "pill")
        .child(add)
        .child(format!("Dire de qui il vient\u{a0}: {}", closed(name)));
    let is_cut = name.chars().count() == NAME_MAX;
    let cut = is_cut.then(|| el_class("p", "hint").child(fr::planning::NAME_CUT).view());
    View::all([choice.view(), cut.into()])
}
