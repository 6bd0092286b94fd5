//! Under each item: its note and proofs, the words to explain, and where to read more.

use leptos::prelude::*;

use crate::domain::answers::{ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX};
use crate::domain::dossier::Change;
use crate::domain::questionnaire::Item;
use crate::session::use_session;
use crate::ui::components::resources::{Glossary, ResourceList};
use crate::ui::fr;
use crate::ui::kit::disclosure::Disclosure;

/// The tools of one item.
#[component]
pub fn ItemTools(
    /// The item.
    item: &'static Item,
    /// What is kept about it.
    answer: Memo<ItemAnswer>,
) -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    let words = questionnaire.glossary_of(&item.texts());
    let resources: Vec<_> = questionnaire.resources_of(item).collect();
    let about = format!("pour l’item {}", item.id);
    let notes = Signal::derive(move || answer.with(notes_title));
    view! {
        <div class="item-card__tools">
            <Disclosure title=notes about=about.clone()>
                <div class="note-grid">
                    <Note item=item answer=answer />
                    <Proofs item=item answer=answer />
                </div>
            </Disclosure>
            {(!words.is_empty())
                .then(|| {
                    view! {
                        <Disclosure title=format!("Sigles et mots expliqués ({})", words.len()) about=about.clone()>
                            <Glossary entries=words />
                        </Disclosure>
                    }
                })}
            {(!resources.is_empty())
                .then(|| {
                    view! {
                        <Disclosure title=format!("Pour aller plus loin ({})", resources.len()) about=about.clone()>
                            <ResourceList resources=resources />
                        </Disclosure>
                    }
                })}
        </div>
    }
}

/// « Note et preuves (1 note, 2 liens) ».
fn notes_title(answer: &ItemAnswer) -> String {
    let mut kept = Vec::new();
    if !answer.note.is_empty() {
        kept.push("1\u{a0}note".to_owned());
    }
    let proofs = answer.proofs.iter().filter(|link| !link.is_empty()).count();
    if proofs > 0 {
        kept.push(fr::plural(
            u16::try_from(proofs).unwrap_or(u16::MAX),
            "lien",
            "liens",
        ));
    }
    if kept.is_empty() {
        "Note et preuves".to_owned()
    } else {
        format!("Note et preuves ({})", kept.join(", "))
    }
}

#[component]
fn Note(item: &'static Item, answer: Memo<ItemAnswer>) -> impl IntoView {
    let session = use_session();
    let id = format!("note-{}", item.id);
    view! {
        <div class="form-field">
            <label class="form-field__label" for=id.clone()>
                "Note"
                <span class="visually-hidden">{format!(" sur l’item {}", item.id)}</span>
                " "
                <span>"(facultatif)"</span>
            </label>
            <textarea
                class="input"
                id=id
                rows="3"
                maxlength=NOTE_MAX.to_string()
                prop:value=move || answer.with(|answer| answer.note.clone())
                on:input=move |event| session.apply(Change::Note { item: item.id, text: event_target_value(&event) })
            ></textarea>
            <p class="form-field__hint">"Reste sur cet appareil. Préférez les fonctions aux noms."</p>
        </div>
    }
}

/// The proof links, and always one empty field after the last.
#[component]
fn Proofs(item: &'static Item, answer: Memo<ItemAnswer>) -> impl IntoView {
    let fields = Memo::new(move |_| {
        answer.with(|answer| answer.proofs.len().saturating_add(1).min(PROOFS_MAX))
    });
    view! {
        <div class="stack">
            <For each=move || 0..fields.get() key=|place| *place let:place>
                <Proof item=item answer=answer place=place />
            </For>
        </div>
    }
}

#[component]
fn Proof(item: &'static Item, answer: Memo<ItemAnswer>, place: usize) -> impl IntoView {
    let session = use_session();
    let id = format!("proof-{}-{place}", item.id);
    let hint = format!("{id}-hint");
    let link = Memo::new(move |_| {
        answer.with(|answer| answer.proofs.get(place).cloned().unwrap_or_default())
    });
    let keep = move |text: String, is_done: bool| {
        let mut links = answer.get_untracked().proofs;
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
    view! {
        <div class="form-field">
            <label class="form-field__label" for=id.clone()>
                {if place == 0 { "Lien vers une preuve".to_owned() } else { format!("Lien {}", place + 1) }}
                <span class="visually-hidden">{format!(" de l’item {}", item.id)}</span>
                " "
                <span>"(facultatif)"</span>
            </label>
            <input
                class="input"
                id=id
                type="url"
                inputmode="url"
                placeholder="https://"
                maxlength=PROOF_MAX.to_string()
                aria-describedby=hint.clone()
                prop:value=link
                on:input=move |event| keep(event_target_value(&event), false)
                on:change=move |event| keep(event_target_value(&event), true)
            />
            <p class="form-field__hint" id=hint>{move || proof_hint(&link.get(), place)}</p>
        </div>
    }
}

/// Where the link goes, or what it lacks.
fn proof_hint(link: &str, place: usize) -> AnyView {
    let link = link.trim();
    let is_address = link.starts_with("https://") || link.starts_with("http://");
    if is_address {
        let link = link.to_owned();
        view! { <a href=link target="_blank" rel="noopener noreferrer">"Ouvrir ce lien (nouvel onglet)"</a> }.into_any()
    } else if !link.is_empty() {
        "Pour pouvoir l’ouvrir d’ici, une adresse commence par https://. Le texte est gardé tel quel.".into_any()
    } else if place == 0 {
        "Compte rendu, charte, convention… Le document reste là où il est\u{a0}: seul le lien est noté.".into_any()
    } else {
        ().into_any()
    }
}
