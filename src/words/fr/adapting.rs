//! « Adapter le questionnaire »: what is changed, and what that does to the figures and to the answers.

use super::{count, plural};
use crate::domain::bidi::closed;
use crate::domain::formats::questionnaire::{Fault, Wrong};
use crate::domain::school::adaptation::{
    Adaptation, ITEMS_MAX, Refusal, SENTENCE_MAX, TITLE_MAX, is_added,
};
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::{ItemId, Questionnaire, Stage};
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
/// What the file is for.
pub const EXCHANGE: &str = "Le fichier contient les questions, sans aucune réponse ni aucun nom. Un autre établissement l’ouvre ici\u{a0}: il voit ce \
    qui change pour lui avant d’appliquer.";
/// Said once what was received is in the draft.
pub const RECEIVED: &str = "Questionnaire lu. Voyez sous «\u{a0}Ce que cela change\u{a0}» ce qu’il demande, puis appliquez-le si vous le souhaitez.";
/// Said where the browser takes no file.
pub const NOT_GIVEN: &str =
    "Ce navigateur n’a pas pu télécharger le fichier. Essayez avec un autre navigateur.";
/// Said of a file that cannot be read.
pub const NO_FILE: &str = "Ce fichier ne peut pas être lu. Rien n’a été changé. Demandez-le de nouveau à la personne qui l’a envoyé.";
/// Above the questionnaires that the host of the page publishes.
pub const PUBLISHED: &str = "La personne qui publie cette page propose aussi ces questionnaires. Rien ne change tant que vous n’avez pas choisi d’en appliquer \
    un.";
/// The way to them, on the home.
pub fn published(number: usize) -> String {
    if number == 1 {
        return "Voir l’autre questionnaire de ce site".to_owned();
    }
    let all = plural(number, "autre questionnaire", "autres questionnaires");
    format!("Voir les {all} de ce site")
}

/// Said of one that cannot be had.
pub const NOT_PUBLISHED: &str = "Ce questionnaire n’a pas pu être lu sur ce site. Rien n’a été changé. Réessayez, ou prévenez la personne qui publie cette \
    page.";

/// Said of a questionnaire whose item cannot be taken into this dossier.
pub fn not_received(item: ItemId, why: Refusal) -> String {
    format!(
        "Ce questionnaire ne peut pas être repris ici, à cause de l’item {item}. {} Rien n’a été changé\u{a0}: demandez que cet item soit \
         corrigé, ou commencez un autre dossier.",
        refusal(why)
    )
}

/// Said of a questionnaire with other fields: what it is, and what can be done with it.
pub fn other_grid(grid: &Questionnaire) -> String {
    let (fields, items) = (grid.fields().count(), grid.items().count());
    format!(
        "«\u{a0}{}\u{a0}» n’est pas une adaptation du questionnaire officiel, mais un autre questionnaire\u{a0}: {} et {}. Un dossier vierge peut \
         y répondre.",
        closed(&grid.title),
        plural(fields, "champ d’action", "champs d’action"),
        plural(items, "item", "items")
    )
}

/// What becomes of the present dossier where another one begins.
pub const COPIED_FIRST: &str = "Votre dossier actuel est d’abord gardé comme copie datée, à la page «\u{a0}Partage\u{a0}», et le bouton d’annulation \
    remet tout comme avant.";
/// Said of an adapted official questionnaire, where the dossier answers a wholly other one.
pub const BEGIN_FIRST: &str = "C’est une adaptation du questionnaire officiel\u{a0}: commencez d’abord un dossier avec celui-ci, puis ouvrez ce fichier de \
    nouveau.";
/// The button by which a blank dossier answers another questionnaire.
pub const BEGIN: &str = "Commencer un dossier avec ce questionnaire";
/// The button by which a blank dossier answers the official one.
pub const BEGIN_OFFICIAL: &str = "Commencer un dossier avec le questionnaire officiel";
/// Said where nothing was begun.
pub const NOT_BEGUN: &str = "La copie de votre dossier actuel n’a pas pu être gardée sur cet appareil, souvent parce que l’espace est plein. Rien \
    n’a été remplacé\u{a0}: téléchargez une sauvegarde à la page «\u{a0}Partage\u{a0}», libérez de la place, puis réessayez.";

/// Above the screen, where the dossier answers a wholly other questionnaire.
pub fn on_another(title: &str) -> String {
    format!(
        "Ce dossier répond à «\u{a0}{}\u{a0}», qui n’est pas le questionnaire officiel\u{a0}: il se change là où il a été écrit, et se reçoit ici \
         comme fichier. L’outil n’adapte que le questionnaire officiel, dont il sait dire à part ce qui est resté au texte d’origine.",
        closed(title)
    )
}

/// What is wrong with a questionnaire's file, where, and what was expected.
pub fn wrong(fault: &Fault) -> String {
    let what = match &fault.wrong {
        Wrong::Foreign => return NOT_ONE.to_owned(),
        Wrong::Cut => "le fichier s’arrête avant la fin\u{a0}: il manque au moins une accolade ou un crochet fermant".to_owned(),
        Wrong::Grammar => "le fichier ne se lit plus à partir d’ici. Le plus souvent, il manque une virgule ou un guillemet juste avant, ou une \
            virgule est de trop"
            .to_owned(),
        Wrong::Twin(name) => format!("membre «\u{a0}{}\u{a0}», attendu\u{a0}: une seule fois", closed(name)),
        Wrong::Format => "attendu, les membres «\u{a0}format\u{a0}»\u{a0}: «\u{a0}numea-questionnaire\u{a0}» et \
            «\u{a0}version\u{a0}»\u{a0}: 1"
            .to_owned(),
        Wrong::Missing(name) => format!(
            "il manque le membre «\u{a0}{name}\u{a0}» à ce qui commence ici, attendu\u{a0}: {}",
            expected(name)
        ),
        Wrong::Kind(name) => {
            format!("membre «\u{a0}{name}\u{a0}», attendu\u{a0}: {}", expected(name))
        }
        Wrong::Empty(name) => {
            format!("membre «\u{a0}{name}\u{a0}» vide, attendu\u{a0}: {}", filled(name))
        }
        Wrong::Id(id) => format!(
            "identifiant «\u{a0}{}\u{a0}», attendu\u{a0}: un numéro qui commence par celui de ce qui le contient, et qui ne sert qu’une fois",
            closed(id)
        ),
        Wrong::Conditions => {
            "membre «\u{a0}statements\u{a0}», attendu\u{a0}: de 1 à 32 phrases par étape, de numéros différents".to_owned()
        }
    };
    format!(
        "Ligne\u{a0}{}\u{a0}: {what}. Rien n’a été changé. Corrigez le fichier, ou demandez-le de nouveau.",
        fault.line
    )
}

/// Said of a file that is no questionnaire at all.
const NOT_ONE: &str = "Ce fichier n’est pas un questionnaire. Rien n’a été changé. Demandez à la personne qui l’a envoyé un fichier .json, fait à cette \
    page.";

/// What stands at least in a member of this name.
fn filled(name: &str) -> &'static str {
    match name {
        "parts" => "une partie au moins",
        "fields" => "un champ d’action au moins",
        "items" => "un item au moins",
        "statements" => "des phrases, aucune vide",
        _ => "un texte",
    }
}

/// What stands in a member of this name.
fn expected(name: &str) -> &'static str {
    match name {
        "year" => "une année, en chiffres",
        "number" => "un nombre de 1 à 32",
        "url" => "une adresse qui commence par https://",
        "place" => "items, guide, support, annex ou credit",
        "origin" => "reworded ou added",
        "stages" => "la liste des trois étapes du champ",
        "statements" => "la liste des trois étapes, chacune avec ses phrases",
        "parts" | "fields" | "items" | "resources" | "glossary" | "variants" => "une liste",
        "source" => "le titre, l’éditeur et l’année du document",
        _ => "un texte entre guillemets",
    }
}

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

/// Said where answers of the team may be there, and other questions are asked from now on.
pub const TEAM: &str = "Les réponses individuelles, déjà reçues ou à recevoir, aux questions d’avant comptent encore pour les items dont le texte ne change \
    pas. Les autres restent gardées, et comptent de nouveau si vous revenez à ce questionnaire.";

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
