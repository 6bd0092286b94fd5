//! Under each item: its note and proofs, the words to explain, and where to read more.

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::dom;
use crate::domain::formats::questionnaire::words_of;
use crate::domain::school::answers::{ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX};
use crate::domain::school::dossier::Change;
use crate::domain::school::proofs::{has_several_links, links_in, spread};
use crate::domain::school::questionnaire::{Item, ItemId};
use crate::domain::school::reading::to_reach;
use crate::domain::web_address::is_web_address;
use crate::session::Session;
use crate::ui::kit::disclosure::{disclosure, unfolded};
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::view::{Element, View, dynamic, el, el_class, text};
use crate::ui::shared::resources::{DATED, glossary, resource_list};
use crate::ui::shared::reviewing::reviewing;
use crate::ui::shared::{missing, on_paper};
use crate::words::fr::{self, planning};

/// The tools of one item.
pub fn item_tools(session: Session, item: &'static Item) -> View {
    let explaining = words_of(session.questionnaire);
    let words = explaining.glossary_of(&item.texts());
    let resources: Vec<_> = explaining.resources_of(item).collect();
    let about = format!("pour l’item {}", item.id);
    let notes = el_class("div", "note-grid")
        .child(note(session, item))
        .child(proofs(session, item));
    let folded = |title: &str, number, content: View| {
        (number > 0).then(|| disclosure(format!("{title} ({number})"), &about, content))
    };
    el_class("div", "item-card__tools")
        .child(reviewing(session, item.id))
        .child(disclosure(
            text(move || session.answer(item.id, notes_title)),
            &about,
            notes,
        ))
        .child(unfolded("Objectif", &about, move || aims(session, item)))
        .child(folded(
            "Sigles et mots expliqués",
            words.len(),
            glossary(words),
        ))
        .child(folded(
            "Pour aller plus loin",
            resources.len(),
            View::all([
                el_class("p", "small").child(DATED).view(),
                resource_list(resources),
            ]),
        ))
        .child(on_paper::notes(session.own(), item))
        .view()
}

/// What the item has yet to reach, each stage with the way to an objective.
fn aims(session: Session, item: &'static Item) -> View {
    dynamic(move || {
        let missing = session.answer(item.id, |answer| to_reach(item, answer.response));
        // An objective is made on another screen: this one is then made anew.
        untrack(|| match missing.as_slice() {
            [] => el("p").child(planning::NOTHING_TO_REACH).view(),
            missing => missing::aims(session, item.id, missing),
        })
    })
}

/// « Note et preuves (1 note, 2 liens) ».
fn notes_title(answer: &ItemAnswer) -> String {
    let mut kept = Vec::new();
    if !answer.note.is_empty() {
        kept.push("1\u{a0}note".to_owned());
    }
    let proofs = answer.proofs.iter().filter(|link| !link.is_empty()).count();
    if proofs > 0 {
        kept.push(fr::plural(proofs, "lien", "liens"));
    }
    if kept.is_empty() {
        "Note et preuves".to_owned()
    } else {
        format!("Note et preuves ({})", kept.join(", "))
    }
}

/// The label of a field: its name, what it is about for those who hear it alone, and that it is optional.
fn label(id: &str, name: &str, about: &str) -> Element {
    el_class("label", "form-field__label")
        .attr("for", id)
        .child(name)
        .child(el_class("span", "visually-hidden").child(about))
        .child(" ")
        .child(el("span").child("(facultatif)"))
}

fn note(session: Session, item: &'static Item) -> View {
    let id = format!("note-{}", item.id);
    let hint = format!("{id}-hint");
    let bound = Bound {
        get: Rc::new(move || session.answer(item.id, |answer| answer.note.clone())),
        set: Rc::new(move |text| {
            let item = item.id;
            session.apply(Change::Note { item, text });
        }),
    };
    let area = el_class("textarea", "input")
        .attr("id", &id)
        .attr("rows", "3");
    let (area, sentence) = entry::text(area, (&id, &hint), (Lines::Several, NOTE_MAX), &bound);
    el_class("div", "form-field")
        .child(label(&id, "Note", &format!(" sur l’item {}", item.id)))
        .child(area)
        .child(sentence)
        .child(el_class("p", "form-field__hint").attr("id", &hint).child(
            "Cette note reste sur cet appareil et dans vos sauvegardes. Un lien ne la montre que si vous l’y ajoutez. \
             Écrivez les fonctions plutôt que les noms.",
        ))
        .view()
}

/// The proof links, and always one empty field after the last.
fn proofs(session: Session, item: &'static Item) -> View {
    let fields =
        move || session.answer(item.id, |answer| (answer.proofs.len() + 1).min(PROOFS_MAX));
    let said = RwSignal::new(String::new());
    // Every field is made once, so that typing in the last one does not make it anew.
    let field = move |place: usize| {
        el_class("div", "form-field")
            .attr_fn("hidden", move || (place >= fields()).then(String::new))
            .child(proof(session, item, place, said))
            .view()
    };
    el_class("div", "stack")
        .children((0..PROOFS_MAX).map(field))
        .child(
            el_class("p", "form-field__said")
                .attr("role", "status")
                .text(move || said.get()),
        )
        .view()
}

/// Puts several links where they were pasted or typed into one field, one a field. Gives what
/// to say of it; none where there is one link at most.
fn put_links(session: Session, item: ItemId, place: usize, text: &str) -> Option<String> {
    let links = links_in(text);
    if links.is_empty() {
        return None;
    }
    let proofs = untrack(|| session.answer(item, |answer| answer.proofs.clone()));
    let spread = spread(&proofs, place, &links);
    let said = fr::entry::links(links.len() - spread.over.len(), &spread);
    session.apply(Change::Proofs {
        item,
        links: spread.proofs,
    });
    Some(said)
}

fn proof(session: Session, item: &'static Item, place: usize, said: RwSignal<String>) -> View {
    let id = format!("proof-{}-{place}", item.id);
    let hint = format!("{id}-hint");
    let link = move || {
        session.answer(item.id, |answer| {
            answer.proofs.get(place).cloned().unwrap_or_default()
        })
    };
    let keep = move |text: String, is_done: bool| {
        let mut links = untrack(|| session.answer(item.id, |answer| answer.proofs.clone()));
        match links.get_mut(place) {
            Some(link) => *link = text,
            None => links.push(text),
        }
        if is_done {
            links.retain(|link| !link.trim().is_empty());
        }
        session.apply(Change::Proofs {
            item: item.id,
            links,
        });
    };
    let name = if place == 0 {
        "Lien vers une preuve".to_owned()
    } else {
        format!("Lien {}", place + 1)
    };
    let bound = Bound {
        get: Rc::new(link),
        set: Rc::new(move |text| {
            said.set(String::new());
            keep(text, false);
        }),
    };
    let input = el_class("input", "input")
        .attr("id", &id)
        .attr("type", "url")
        .attr("inputmode", "url")
        .attr("placeholder", "https://")
        .on("paste", move |event| {
            if let Some(links) = put_links(session, item.id, place, &dom::transferred(&event)) {
                event.prevent_default();
                said.set(links);
            }
        })
        .on("change", move |event| {
            let text = dom::value(&event);
            match put_links(session, item.id, place, &text) {
                Some(links) => said.set(links),
                None => keep(text, true),
            }
        });
    let (input, sentence) = entry::text(input, (&id, &hint), (Lines::One, PROOF_MAX), &bound);
    View::all([
        label(&id, &name, &format!(" de l’item {}", item.id)).view(),
        input.view(),
        sentence.view(),
        el_class("p", "form-field__hint")
            .attr("id", &hint)
            .dynamic_by(link, move || proof_hint(&link(), place))
            .view(),
    ])
}

/// Where the link goes, or what it lacks.
fn proof_hint(link: &str, place: usize) -> View {
    let link = link.trim();
    if has_several_links(link) {
        "Plusieurs liens dans un seul champ\u{a0}: mettez-en un par champ, pour pouvoir les ouvrir."
            .into()
    } else if is_web_address(link) {
        let open = el("a")
            .attr("href", link)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer");
        open.child("Ouvrir ce lien (nouvel onglet)").view()
    } else if !link.is_empty() {
        "Ce texte est gardé. Pour ouvrir une page d’ici, écrivez son adresse entière, qui commence par https://, et rien d’autre.".into()
    } else if place == 0 {
        "Compte rendu, charte, convention… Le document reste là où il est\u{a0}: seul le lien est noté.".into()
    } else {
        View::nothing()
    }
}
