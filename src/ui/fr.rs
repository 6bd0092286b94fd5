//! French sentences made of figures, with the spaces that French wants. « x sur n » and « 43 % » are
//! written with plain spaces in the handles for outside tools (the style keeps them on one line),
//! with no-break spaces in running text.

pub mod device;
pub mod dossier_link;
pub mod files;
pub mod planning;

use crate::domain::answers::Declared;
use crate::domain::date::Moment;
use crate::domain::dossier::Subject;
use crate::domain::positioning::{Count, Positioning, Progress, StatementState};
use crate::domain::questionnaire::Stage;
use crate::domain::undo::Way;
use crate::domain::wire::link::{Asked, LinkError, SharedPositioning};
use crate::session::{Notice, SaveState};

/// Name of the app, in titles.
pub const APP: &str = "NumEA-Établissement";

/// The rule of counting, said beside every figure.
pub const RULE: &str = "Un item compte pour une étape quand son énoncé est coché en entier. Chaque étape \
    est comptée à part\u{a0}: les trois pourcentages ne s’additionnent pas. Un énoncé coché en partie ne compte \
    pas. Un item «\u{a0}non concerné\u{a0}» sort du total\u{a0}; un item sans réponse ou «\u{a0}ne sait pas\u{a0}» y reste.";

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
pub fn items(number: u16) -> String {
    plural(number, "item", "items")
}

/// « 1 item », « 2 items »: in French 0 and 1 are singular.
pub fn plural(number: u16, one: &str, many: &str) -> String {
    format!("{number}\u{a0}{}", if number < 2 { one } else { many })
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
    let word = if answered < 2 {
        "renseigné"
    } else {
        "renseignés"
    };
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
    let word = if number < 2 {
        "non concerné"
    } else {
        "non concernés"
    };
    format!("{} {word}", items(number))
}

/// What leaves the total, to be read after « x sur n ».
pub fn left_out(positioning: &Positioning) -> Option<String> {
    let number = positioning.progress.not_applicable;
    (number > 0).then(|| not_concerned(number))
}

/// « À renseigner », « 4 sur 5 » or « complet »: how far a field is.
pub fn field_progress(progress: Progress) -> String {
    if progress.is_complete() {
        "complet".to_owned()
    } else {
        format!("{}\u{a0}sur\u{a0}{}", progress.answered, progress.items)
    }
}

/// The state of a statement, in a word.
pub fn statement_state(state: StatementState) -> String {
    match state {
        StatementState::Reached => "Atteinte".to_owned(),
        StatementState::Partial { ticked, of } => {
            format!(
                "{} sur\u{a0}{of}",
                plural(ticked.into(), "condition", "conditions")
            )
        }
        StatementState::NotReached => "Non atteinte".to_owned(),
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

/// Why undoing and doing again rest while one looks at something else than one's own dossier.
pub fn step_rests(way: Way) -> String {
    [
        step_name(way),
        "\u{a0}: en pause pendant cette consultation, revenez à votre positionnement",
    ]
    .concat()
}

/// What undoing, or doing again, changes.
pub fn step(way: Way, subject: Option<Subject>) -> String {
    let about = match (subject, way) {
        (Some(Subject::Item(item)), _) => format!(" (item\u{a0}{item})"),
        (Some(Subject::Identity), _) => " (identité de l’établissement)".to_owned(),
        (Some(Subject::Contacts), _) => " (contacts de l’établissement)".to_owned(),
        (Some(Subject::Objective(_)), _) => " (objectif)".to_owned(),
        (Some(Subject::Dossier), _) => " (reprise d’un dossier)".to_owned(),
        (None, Way::Back) => "\u{a0}: rien à annuler".to_owned(),
        (None, Way::Forth) => "\u{a0}: rien à rétablir".to_owned(),
    };
    [step_name(way), &about].concat()
}

/// The save state, in the header at all times.
pub fn save_state(state: SaveState, today: Option<Moment>) -> String {
    match state {
        SaveState::Untouched => "Rien à enregistrer pour l’instant".to_owned(),
        SaveState::Saving => "Enregistrement…".to_owned(),
        SaveState::Fragile => "Enregistré, copie fragile".to_owned(),
        SaveState::Failed => "Non enregistré".to_owned(),
        SaveState::Memory => "Rien n’est conservé ici".to_owned(),
        SaveState::Saved(at) => saved_at("Enregistré", at, today),
        SaveState::Elsewhere(at) => saved_at("Enregistré ailleurs", at, today),
    }
}

/// « Enregistré à 10 h 42 », with the day where it is not today.
fn saved_at(saved: &str, at: Option<Moment>, today: Option<Moment>) -> String {
    match at {
        None => saved.to_owned(),
        Some(at) if today.is_some_and(|today| at.is_same_day(today)) => {
            format!("{saved} à\u{a0}{}", at.hour_text())
        }
        Some(at) => [saved, " le\u{a0}", &day_and_hour(at)].concat(),
    }
}

/// « 24 novembre 2026 à 10 h 42 ».
fn day_and_hour(at: Moment) -> String {
    format!("{} à\u{a0}{}", at.day_text(), at.hour_text())
}

/// What a save state that is not well means, and what to do.
pub fn save_trouble(state: SaveState) -> Option<&'static str> {
    match state {
        // Of a page that can keep nothing the start speaks, and the badge for ever after.
        SaveState::Untouched
        | SaveState::Saved(_)
        | SaveState::Elsewhere(_)
        | SaveState::Saving
        | SaveState::Memory => None,
        SaveState::Fragile => Some(
            "Ce navigateur ne permet qu’une copie sur deux. Elle peut perdre la dernière minute de travail si \
             le navigateur s’arrête brutalement\u{a0}: attendez une minute avant d’éteindre l’appareil.",
        ),
        SaveState::Failed => Some(
            "Le navigateur a refusé d’enregistrer, souvent parce que l’espace est plein. Votre travail est encore \
             dans cette page\u{a0}: ne la fermez pas, libérez de l’espace sur l’appareil, puis modifiez une réponse \
             pour réessayer.",
        ),
    }
}

/// A sentence about the start.
pub fn notice(notice: Notice) -> String {
    let text = match notice {
        Notice::Copied(at) => {
            let at = at.map_or_else(String::new, |at| format!(" du\u{a0}{}", day_and_hour(at)));
            return format!(
                "Une autre version de ce dossier a été trouvée, enregistrée entre-temps par un autre onglet ou une autre \
                 fenêtre. Elle n’est pas perdue\u{a0}: elle est gardée comme copie{at}. Ce que vous voyez ici continue de \
                 s’enregistrer."
            );
        }
        Notice::SetAside => {
            "Un enregistrement trouvé sur cet appareil n’a pas pu être lu. Il est gardé intact, et rien n’a \
             été effacé. Si une copie lisible existait, elle est affichée\u{a0}; sinon vous repartez d’un questionnaire \
             vide."
        }
        Notice::Newer => {
            "Un enregistrement fait par une version plus récente de cet outil a été trouvé sur cet appareil. Il est \
             gardé à part, intact. Rechargez la page pour obtenir la dernière version."
        }
        Notice::Repaired => {
            "Quelques réponses enregistrées n’ont pas pu être lues et n’ont pas été reprises. L’enregistrement \
             d’origine est gardé à part, intact. Vérifiez vos réponses."
        }
        Notice::SafeStart => {
            "L’outil est ouvert sans vos données, après plusieurs arrêts\u{a0}: elles sont intactes sur cet appareil, et rien de \
             ce que vous faites ici n’est enregistré. Rechargez la page pour les retrouver."
        }
        Notice::Frame => "Cet outil est affiché dans le cadre d’une autre page.",
        Notice::Reminder => {
            "Pensez à enregistrer un fichier\u{a0}: il met votre travail à l’abri d’une panne, ou d’un nettoyage du navigateur."
        }
        Notice::FileSaved => {
            "Le fichier est enregistré, en général dans le dossier Téléchargements. Gardez-en une copie ailleurs que sur cet \
             appareil."
        }
        Notice::Erased => {
            "Tout a été effacé de cet appareil. Tant que cette page reste ouverte, vous pouvez encore l’annuler\u{a0}: sur un \
             ordinateur partagé, fermez maintenant cet onglet."
        }
        Notice::PartErased => {
            "Le navigateur a refusé d’effacer une partie de ce que cet appareil garde. Effacez les données de ce site dans les \
             réglages du navigateur."
        }
        Notice::NewVersion => {
            "Une nouvelle version de l’outil est prête. Votre travail est enregistré\u{a0}: la mise à jour recharge la page."
        }
        Notice::NoStore => {
            "Ce navigateur ne laisse rien enregistrer (navigation privée, ou stockage bloqué). Vous pouvez tout \
             remplir et tout lire, mais les réponses disparaîtront à la fermeture de la page. Imprimez vos \
             résultats, ou ouvrez cette page dans une fenêtre normale."
        }
    };
    text.to_owned()
}

/// Why nothing can be changed in this tab.
pub const ELSEWHERE: &str =
    "Ce dossier est ouvert dans un autre onglet, où il s’enregistre. Ici, vous lisez.";

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
        LinkError::OtherQuestionnaire(Asked::Official) => "Ce lien répond au questionnaire officiel, et cet appareil en suit un \
             autre. Ouvrez-le sur un appareil qui suit le questionnaire officiel."
            .to_owned(),
        LinkError::OtherQuestionnaire(Asked::Adapted(fingerprint)) => format!(
            "Ce lien répond à un questionnaire adapté que cet appareil n’a pas. Demandez à la personne qui l’a envoyé le \
             fichier de son questionnaire, d’empreinte {fingerprint:08x}."
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
