//! « Adapter le questionnaire »: what is changed, and what that does to the figures and to the answers.

use super::{count, items, plural};
use crate::domain::school::adaptation::{
    Adaptation, ITEMS_MAX, Migration, Refusal, SENTENCE_MAX, TITLE_MAX, is_added,
};
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::{ItemId, Stage};
use crate::domain::text::agree;

/// The title of the screen.
pub const TITLE: &str = "Adapter le questionnaire";
/// What it is for.
pub const LEAD: &str = "Retirez un item qui ne vous concerne pas, dites un énoncé avec vos mots, ajoutez ce qui vous manque. Le texte officiel reste \
    intact\u{a0}: vous y revenez d’un clic, avec les réponses que vous aviez données.";
/// The name of the way to it.
pub const LINK: &str = "Adapter le questionnaire à votre contexte";
/// Under the texts of the stages.
pub const SENTENCES_HINT: &str =
    "Une phrase par ligne\u{a0}: chaque phrase devient une condition à cocher.";
/// Said of what nothing was changed of yet.
pub const NOTHING: &str = "Rien n’est changé pour le moment. Vos changements se préparent ici\u{a0}: ils ne comptent qu’une fois appliqués.";
/// Said of an item whose answer is to be looked at again.
pub const LOOK_AGAIN: &str = "Sa réponse sera à reprendre\u{a0}: les phrases gardées restent cochées, les nouvelles sont à lire.";
/// Said where the browser saves nothing.
pub const NOT_SAVED: &str = "Ce navigateur n’enregistre pas votre travail\u{a0}: le questionnaire ne peut pas être adapté ici. Ouvrez l’outil dans une \
    fenêtre ordinaire, hors navigation privée.";
/// Said where the positionings before and after could not be kept.
pub const NOT_FROZEN: &str = "Le positionnement d’avant n’a pas pu être gardé sur cet appareil. Rien n’a été changé. Libérez de la place dans le \
    navigateur, puis recommencez.";
/// The names of the positionings that are kept.
pub const FROZEN: [&str; 2] = [
    "Avant l’adaptation du questionnaire",
    "Après l’adaptation du questionnaire",
];

/// « 9 sur 21 devient 9 sur 19 », for each stage that changes.
pub fn figures(before: &Positioning, after: &Positioning) -> String {
    let changed = Stage::ALL.into_iter().filter_map(|stage| {
        let (was, is) = (*stage.of(&before.stages), *stage.of(&after.stages));
        let (was_said, is_said) = (count(was), count(is));
        (was != is).then(|| format!("étape\u{a0}{stage}, {was_said} devient {is_said}"))
    });
    let changed: Vec<_> = changed.collect();
    if changed.is_empty() {
        "Aucun chiffre ne change.".to_owned()
    } else {
        format!(
            "Dans votre questionnaire\u{a0}: {}.",
            changed.join("\u{202f}; ")
        )
    }
}

/// What the official figures rest on.
pub fn official(after: &Positioning) -> String {
    let asked = plural(after.progress.items, "item resté", "items restés");
    format!("Les chiffres officiels reposent sur {asked} au texte officiel.")
}

/// « 2 items masqués, 1 reformulé, 1 ajouté ».
pub fn changes(adaptation: &Adaptation) -> String {
    let is_hidden = |id: &ItemId| adaptation.hidden.contains(id);
    let of = |added: bool| {
        let ids = adaptation.wordings.keys();
        ids.filter(|id| is_added(**id) == added && !is_hidden(id))
            .count()
    };
    let counted = [
        (adaptation.hidden.len(), "masqué", "masqués"),
        (of(false), "reformulé", "reformulés"),
        (of(true), "ajouté", "ajoutés"),
        (
            adaptation.orders.len(),
            "champ réordonné",
            "champs réordonnés",
        ),
    ];
    let mut said = Vec::new();
    for (place, (number, one, several)) in counted.into_iter().enumerate() {
        if number > 0 {
            let item = if place < 3 {
                agree(number, "item ", "items ")
            } else {
                ""
            };
            said.push(format!(
                "{number}\u{a0}{item}{}",
                agree(number, one, several)
            ));
        }
    }
    if !adaptation.note.is_empty() {
        said.push("un message".to_owned());
    }
    if said.is_empty() {
        "Questionnaire officiel, sans changement.".to_owned()
    } else {
        format!("Par rapport au texte officiel\u{a0}: {}.", said.join(", "))
    }
}

/// What becomes of the answers: what to look at again first.
pub fn migration(migration: &Migration) -> Vec<String> {
    let named = |ids: &[ItemId]| {
        let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
        ids.join(", ")
    };
    let mut said = Vec::new();
    if !migration.changed.is_empty() {
        said.push(format!(
            "À reprendre, car leur texte change\u{a0}: {}.",
            named(&migration.changed)
        ));
    }
    if !migration.gone.is_empty() {
        said.push(format!(
            "Réponses gardées, sans compter\u{a0}: {}. Elles reviennent avec l’item.",
            named(&migration.gone)
        ));
    }
    if !migration.new.is_empty() {
        said.push(format!(
            "Nouveau, à renseigner\u{a0}: {}.",
            named(&migration.new)
        ));
    }
    if !migration.kept.is_empty() {
        let kept = migration.kept.len();
        said.push(format!(
            "{} {} comme avant.",
            items(kept),
            agree(kept, "compte", "comptent")
        ));
    }
    said
}

/// Why a change cannot be made, and what to do.
pub fn refusal(refusal: Refusal) -> String {
    match refusal {
        Refusal::Absent => "Cet item n’est plus dans le questionnaire. Rechargez la page.".to_owned(),
        Refusal::LastOfField => "Un champ garde au moins un item. Ajoutez-en un autre avant de masquer celui-ci, ou répondez «\u{a0}non \
             concerné\u{a0}»."
            .to_owned(),
        Refusal::NoTitle => "Donnez un titre à l’item.".to_owned(),
        Refusal::LongTitle => format!(
            "Le titre est trop long\u{a0}: {} au plus.",
            plural(TITLE_MAX, "caractère", "caractères")
        ),
        Refusal::NoSentence(stage) => format!("Écrivez au moins une phrase pour l’étape\u{a0}{stage}."),
        Refusal::LongSentence(stage) => format!(
            "Une phrase de l’étape\u{a0}{stage} est trop longue\u{a0}: {} au plus. Coupez-la en deux.",
            plural(SENTENCE_MAX, "caractère", "caractères")
        ),
        Refusal::Full(stage) => format!(
            "L’énoncé de l’étape\u{a0}{stage} a déjà eu 32 phrases différentes\u{a0}: il n’en prend plus de nouvelle. Reprenez une \
             phrase officielle, ou masquez l’item et ajoutez-en un autre."
        ),
        Refusal::FullField => format!(
            "Ce champ ne prend plus d’item\u{a0}: {ITEMS_MAX} au plus. Reformulez plutôt un item que vous aviez ajouté."
        ),
    }
}
