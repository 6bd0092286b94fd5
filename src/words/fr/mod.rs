//! French sentences made of figures, with the spaces that French wants. « x sur n » and « 43 % » are
//! written with plain spaces in the handles for outside tools (the style keeps them on one line),
//! with no-break spaces in running text.

mod adapted;
pub mod adapting;
pub mod answering;
pub mod centres;
pub mod device;
pub mod documents;
pub mod dossier_link;
pub mod entry;
pub mod files;
pub mod follow_up;
pub mod importing;
pub mod inviting;
mod keeping;
pub mod migrating;
pub mod minutes;
pub mod network;
pub mod papers;
pub mod planning;
pub mod report;
pub mod roadmap;
pub mod schedule;
pub mod schedule_paper;
pub mod smart;
pub mod team;
pub mod timeline;

pub use crate::domain::text::plural;
pub use adapted::{
    BOTH_COUNTS, COUNTS, item_name, official_line, origin, small_fields, whose_figures,
};
pub use keeping::{ELSEWHERE, notice, reloading, save_state, save_trouble};

use crate::domain::formats::link::{Asked, LinkError, SharedPositioning};
use crate::domain::school::answers::Declared;
use crate::domain::school::dossier::Subject;
use crate::domain::school::positioning::{Count, ItemState, Progress, StatementState};
use crate::domain::school::questionnaire::{Questionnaire, Stage};
use crate::domain::school::undo::Way;
use crate::domain::text::agree;

/// Name of the app, in titles.
pub const APP: &str = "NumEA-Établissement";

/// The rule of counting, said beside every figure.
pub const RULE: &str = "Un item compte pour une étape quand son énoncé est coché en entier. Chaque étape \
    est comptée à part\u{a0}: les trois pourcentages ne s’additionnent pas. Un énoncé coché en partie ne compte \
    pas. Un item «\u{a0}non concerné\u{a0}» sort du total\u{202f}; un item sans réponse ou «\u{a0}ne sait pas\u{a0}» y reste.";

/// How one ticks, said in each field under its aim: every stage that is true, each by itself.
pub const INDEPENDENT: &str = "Cochez chaque étape vraie, par exemple 1 et\u{a0}3 sans\u{a0}2\u{a0}: l’étape\u{a0}3 ne coche pas les autres.";

/// The way on from the last field.
pub fn ending(is_complete: bool) -> String {
    if is_complete {
        "C’est complet\u{a0}: voir le positionnement".to_owned()
    } else {
        "Voir le positionnement".to_owned()
    }
}

/// « 9 sur 21 ».
pub fn count(count: Count) -> String {
    format!("{} sur {}", count.reached, count.of)
}

/// « 43 % »; a dash where there is nothing to count.
pub fn percent(count: Count) -> String {
    count
        .percent()
        .map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
}

/// « 3 items », « 1 item ».
pub fn items(number: impl Into<usize>) -> String {
    plural(number, "item", "items")
}

/// « Les 3 items », « L’item ».
pub fn the_items(number: usize) -> String {
    match number {
        1 => "L’item".to_owned(),
        number => format!("Les {}", items(number)),
    }
}

/// « Voir les 3 autres items », « Voir l’autre item ».
pub fn the_other_items(number: usize) -> String {
    match number {
        1 => "Voir l’autre item".to_owned(),
        number => format!("Voir les {}", plural(number, "", "autres items")),
    }
}

/// Which questionnaire was answered.
pub fn source(questionnaire: &Questionnaire) -> String {
    let source = &questionnaire.source;
    format!(
        "Questionnaire\u{a0}: {}, {}, {}.",
        source.title, source.publisher, source.year
    )
}

/// What is known of an item.
pub fn item_state(state: ItemState) -> &'static str {
    match state {
        ItemState::Unanswered => "À renseigner",
        ItemState::Answered => "Renseigné",
        ItemState::Unknown => "Ne sait pas",
        ItemState::NotApplicable => "Non concerné",
    }
}

/// « étape 2 ».
pub fn stage(stage: Stage) -> String {
    format!("Étape\u{a0}{stage}")
}

/// « 14 items sur 21 renseignés, dont 1 « ne sait pas » ».
pub fn progress(progress: Progress) -> String {
    let Progress {
        answered,
        items,
        unknown,
        not_applicable,
    } = progress;
    let word = agree(answered.into(), "renseigné", "renseignés");
    let mut text = format!("{} sur\u{a0}{items} {word}", self::items(answered));
    let mut details = Vec::new();
    if unknown > 0 {
        details.push(format!("{unknown}\u{a0}«\u{a0}ne sait pas\u{a0}»"));
    }
    if not_applicable > 0 {
        details.push(not_concerned(not_applicable));
    }
    if !details.is_empty() {
        text.push_str(", dont ");
        text.push_str(&details.join(" et "));
    }
    text
}

/// « 1 item non concerné ».
pub fn not_concerned(number: u16) -> String {
    plural(number, "item non concerné", "items non concernés")
}

/// « À renseigner », « 4 sur 5 » or « complet »: how far a field is.
pub fn field_progress(progress: Progress) -> String {
    if progress.is_complete() {
        "complet".to_owned()
    } else {
        format!("{}\u{a0}sur\u{a0}{}", progress.answered, progress.items)
    }
}

/// The state of a statement of so many conditions: one tick may have answered several, so it says how many.
pub fn reached_of(state: StatementState, conditions: u8) -> String {
    let word = statement_state(state);
    match state {
        StatementState::Reached if conditions > 1 => {
            let number = plural(conditions, "condition", "conditions");
            format!("{word} – {number} sur\u{a0}{conditions}")
        }
        StatementState::Reached | StatementState::Partial { .. } | StatementState::NotReached => {
            word
        }
    }
}

/// The state of a statement, in a word.
pub fn statement_state(state: StatementState) -> String {
    match state {
        StatementState::Reached => "Atteinte".to_owned(),
        StatementState::Partial { ticked, of } => {
            format!(
                "{} sur\u{a0}{of}",
                plural(ticked, "condition", "conditions")
            )
        }
        StatementState::NotReached => "Non atteinte".to_owned(),
    }
}

/// The state of a statement, or of its item where that says more.
pub fn statement_cell(item: ItemState, statement: StatementState) -> String {
    match (item, statement) {
        (ItemState::Unknown | ItemState::NotApplicable, _)
        | (ItemState::Unanswered, StatementState::NotReached) => item_state(item).to_owned(),
        (_, StatementState::Partial { ticked, of }) => format!("{ticked} sur {of}"),
        (ItemState::Unanswered | ItemState::Answered, state) => statement_state(state),
    }
}

/// What the box of a statement of several conditions does in the matrix, or did.
pub fn together(state: StatementState, conditions: u8) -> String {
    match state {
        StatementState::Reached => reached_of(state, conditions),
        StatementState::Partial { .. } | StatementState::NotReached => {
            let number = plural(conditions, "condition", "conditions");
            format!("Coche d’un coup les {number} de l’énoncé")
        }
    }
}

/// The label of a declared answer.
pub fn declared(declared: Declared) -> &'static str {
    match declared {
        Declared::NoStage => "Aucune étape atteinte",
        Declared::Unknown => "Ne sait pas",
        Declared::NotApplicable => "Non concerné",
    }
}

fn step_name(way: Way) -> &'static str {
    match way {
        Way::Back => "Annuler la dernière modification",
        Way::Forth => "Rétablir la modification annulée",
    }
}

/// Said where a link is too long for the address of a letter.
pub const NO_LETTER: &str = "Ce lien est trop long pour préparer un courriel d’ici\u{a0}: copiez-le, puis collez-le dans votre message.";

/// Subject, and text before the link, of the letter that carries a positioning; `sender` is empty where no
/// name is given.
pub fn letter(sender: &str) -> (String, &'static str) {
    let mut subject = String::from("Positionnement NumEA-Établissement");
    if !sender.is_empty() {
        subject.push_str(" – ");
        subject.push_str(sender);
    }
    (
        subject,
        "Bonjour,\n\nCe lien ouvre notre positionnement NumEA-Établissement, en lecture seule :\n\n",
    )
}

/// What undoing, or doing again, changes.
pub fn step(way: Way, subject: Option<Subject>) -> String {
    let about = match (subject, way) {
        (Some(Subject::Item(item)), _) => format!(" (item\u{a0}{item})"),
        (Some(Subject::Identity), _) => " (identité de l’établissement)".to_owned(),
        (Some(Subject::Contacts), _) => " (contacts de l’établissement)".to_owned(),
        (Some(Subject::Review), _) => " (revoir les réponses)".to_owned(),
        (Some(Subject::Adaptation), _) => " (adaptation du questionnaire)".to_owned(),
        (Some(Subject::Handover), _) => " (passer le relais)".to_owned(),
        (Some(Subject::Objective(_)), _) => " (objectif)".to_owned(),
        (Some(Subject::Dossier), _) => " (reprise d’un dossier ou d’un classeur)".to_owned(),
        (None, Way::Back) => "\u{a0}: rien à annuler".to_owned(),
        (None, Way::Forth) => "\u{a0}: rien à rétablir".to_owned(),
    };
    [step_name(way), &about].concat()
}

/// What is wrong with a link or a code, and what to do.
pub fn link_error(error: &LinkError) -> String {
    match error {
        LinkError::NotACode => "Aucun code de positionnement n’a été trouvé dans ce texte. Copiez le lien entier, depuis \
             «\u{a0}http\u{a0}» jusqu’au dernier caractère, ou demandez le code à la personne qui l’a envoyé."
            .to_owned(),
        LinkError::Damaged => "Ce lien est incomplet ou abîmé, souvent parce qu’une messagerie l’a coupé. Demandez à la \
             personne qui l’a envoyé de copier le code plutôt que le lien."
            .to_owned(),
        LinkError::Newer(_) => "Ce lien vient d’une version plus récente de cet outil. Rechargez la page pour obtenir la \
             dernière version, puis ouvrez-le de nouveau."
            .to_owned(),
        LinkError::OtherQuestionnaire(Asked::Official) => "Ce lien vient du questionnaire officiel, et cet outil en \
            utilise un autre. Demandez à la personne qui l’a envoyé \
            l’adresse de l’outil où elle a répondu, et ouvrez-le là."
            .to_owned(),
        LinkError::OtherQuestionnaire(Asked::Adapted(fingerprint)) => format!(
            "Ce lien vient d’un questionnaire adapté que cet outil n’a pas (numéro {fingerprint:08x}). Demandez à la \
             personne qui l’a envoyé le fichier de son questionnaire, ouvrez-le à l’écran «\u{a0}Adapter le \
             questionnaire\u{a0}», appliquez-le, puis ouvrez le lien de nouveau."
        ),
    }
}

/// What is known of a received positioning besides its answers.
pub fn received(shared: &SharedPositioning) -> String {
    let year = shared
        .school_year
        .map(|year| format!("Année scolaire {year}."));
    let day = shared
        .positioned_on
        .map(|day| format!("Positionnement du {}.", day.text()));
    [year, day]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
