//! « Partage »: the link to give, computed as one edits, and what one receives.

use leptos::prelude::*;

use crate::browser::{device, dom};
use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::components::copied::{copied, shown};
use crate::ui::components::dossier_link::giving_whole;
use crate::ui::components::erasing::erasing;
use crate::ui::components::file_cards::{opening, saving};
use crate::ui::components::kept_copies::kept_copies;
use crate::ui::components::qr_code::qr_code;
use crate::ui::components::share_card::{card, has, has_not};
use crate::ui::fr;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::pages::{heading, screen};

/// Sharing.
pub fn sharing(session: Session) -> View {
    let text = el_class("div", "page-head__text").child(heading("Partage")).child(
        el_class("p", "lead").child("Un lien montre votre positionnement ou votre dossier, un fichier garde tout. Rien ne part tant que vous n’avez pas donné le lien ou le fichier."),
    );
    screen("page share")
        .child(el_class("header", "page-head").child(text))
        .child(limits())
        .child(
            el_class("div", "share__grid")
                .child(column([giving(session), giving_whole(session)]))
                .child(column([
                    saving(session),
                    receiving(session),
                    opening(session),
                ])),
        )
        .child(kept_copies(session))
        .child(erasing(session))
        .view()
}

/// What this address does not allow, if anything.
fn limits() -> View {
    if device::is_secure() {
        return View::nothing();
    }
    let link = el("a")
        .attr("href", &Route::Diagnostic.to_string())
        .child("Voir le diagnostic");
    let text = el("p").child(fr::device::PLAIN_HTTP).child(" ").child(link);
    callout(Tone::Info, text.view())
}

fn column(cards: impl IntoIterator<Item = View>) -> Element {
    el_class("div", "share__column").children(cards)
}

fn giving(session: Session) -> View {
    let content = el_class("ul", "has-list").children([
        has("Les étapes et les conditions cochées, «\u{a0}ne sait pas\u{a0}», «\u{a0}non concerné\u{a0}»"),
        has("L’année scolaire et la date du positionnement, si vous les avez données"),
        has_not("Ni nom, ni note, ni lien de preuve, ni objectif"),
    ]);
    let field = shown("input", "share-link", move || session.share_link())
        .attr("type", "text")
        .attr("data-share-link", "");
    let link = copied(field, "share-link", "Lien", "Copier le lien");
    let field = shown("input", "share-code", move || session.share_code())
        .attr("type", "text")
        .attr("data-share-code", "");
    let label = "Code, si la messagerie abîme les liens";
    let code = copied(field, "share-code", label, "Copier le code");
    card("h-give", "Donner un lien vers ce positionnement")
        .child(el("p").child(
            "La personne qui l’ouvre voit les mêmes chiffres et le même graphique, sans rien changer à son propre travail.",
        ))
        .child(content)
        .child(link)
        .child(qr_code(session))
        .child(code)
        .child(el_class("p", "small").child(
            "Le lien décrit le positionnement d’aujourd’hui\u{a0}: après une modification, donnez le nouveau. Il reste lisible \
             dans l’historique du navigateur et dans les messages de ceux qui le reçoivent.",
        ))
        .view()
}

fn receiving(session: Session) -> View {
    let wrong = RwSignal::new(None);
    let input = unlocked(|| el_class("input", "input"))
        .attr("id", "pasted")
        .attr("type", "text")
        .attr("data-code", "")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "pasted-wrong")
        .attr_fn("aria-invalid", move || {
            wrong.get().map(|_| "true".to_owned())
        });
    let node = input.node();
    let open = move |event: dom::Event| {
        event.prevent_default();
        wrong.set(session.open_pasted(&dom::field_value(&node)).err());
    };
    let sentence = move || {
        wrong
            .get()
            .map(|error| fr::link_error(&error))
            .unwrap_or_default()
    };
    let field = el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", "pasted")
                .child("Lien ou code reçu"),
        )
        .child(input)
        .child(
            el_class("p", "form-field__hint")
                .attr("id", "pasted-wrong")
                .attr("role", "alert")
                .text(sentence),
        );
    let button = el_class("button", "btn")
        .attr("type", "submit")
        .child("Ouvrir");
    card("h-receive", "Coller un lien ou un code reçu")
        .child(el("p").child("Il s’ouvre en lecture seule. Votre propre travail n’est pas touché."))
        .child(
            el_class("form", "open-form")
                .on("submit", open)
                .child(field)
                .child(button),
        )
        .view()
}
