//! French sentences about inviting somebody to answer alone, answering, and what was answered.

use crate::domain::bidi::closed;
use crate::domain::device::NoCamera;
use crate::domain::formats::contribution::Refusal;
use crate::domain::formats::link::{Asked, LinkError};
use crate::domain::school::questionnaire::{FieldId, Questionnaire};
use crate::domain::school::team::{Contribution, Invitation, Role};
use crate::domain::text::{agree, plural};

/// What stands for a role that was not chosen.
pub const NO_ROLE: &str = "rôle non précisé";

/// The word of a role: « Enseignants ».
pub fn role(role: &Role) -> String {
    match role {
        Role::Teachers => "Enseignants".to_owned(),
        Role::SchoolLife => "Vie scolaire".to_owned(),
        Role::Administration => "Administration".to_owned(),
        Role::Pupils => "Élèves".to_owned(),
        Role::Families => "Familles".to_owned(),
        Role::Own(words) => closed(words),
    }
}

/// Who asks, and for what: the first sentence of an invitation.
pub fn asks(invitation: &Invitation, items: usize, of: &Questionnaire) -> String {
    let who = match invitation.school.as_str() {
        "" => "Votre établissement".to_owned(),
        school => closed(school),
    };
    let items = plural(items, "item", "items");
    let questionnaire = if of.adapted.is_some() {
        "questionnaire NumEA-Établissement, adapté par l’établissement".to_owned()
    } else if of.is_official() {
        "questionnaire NumEA-Établissement".to_owned()
    } else {
        format!("questionnaire «\u{a0}{}\u{a0}»", closed(&of.title))
    };
    let asks = format!(
        " vous demande votre avis sur {items} du {questionnaire}, où l’on situe la transition numérique d’un établissement agricole."
    );
    [who, asks].concat()
}

/// How far a respondent is: « 4 items sur 6 ont une réponse. ».
pub fn answered(answered: usize, items: usize) -> String {
    format!(
        "{} sur\u{a0}{items} {} une réponse.",
        plural(answered, "item", "items"),
        agree(answered, "a", "ont")
    )
}

/// What is left to answer, before sending.
pub fn missing(number: usize) -> String {
    match number {
        0 => "Tous les items ont une réponse.".to_owned(),
        number => {
            let left = plural(number, "item est sans réponse", "items sont sans réponse");
            format!("{left}. Vous pouvez envoyer quand même.")
        }
    }
}

/// « Champ 2 sur 3 ».
pub fn field_of(place: usize, fields: usize) -> String {
    format!("Champ\u{a0}{place} sur\u{a0}{fields}")
}

/// Subject and text of the letter that carries a code.
pub fn letter(role: &str, code: &str) -> (String, String) {
    (
        format!("Réponse NumEA-Établissement ({role})"),
        format!(
            "Bonjour,\nVoici ma réponse ({role}), à coller dans «\u{a0}Équipe\u{a0}»\u{a0}:\n\n{code}\n"
        ),
    )
}

/// The text of the file that carries a code.
pub fn file(role: &str, code: &str) -> String {
    format!(
        "Réponse NumEA-Établissement ({role}). À ajouter dans « Équipe » : coller ce texte, ou y glisser ce fichier.\r\n\r\n{code}\r\n"
    )
}

/// Said where the module that unpacks the questions of an invitation could not be had.
pub const NOT_UNPACKED: &str = "Les questions de cette invitation n’ont pas pu être chargées, souvent parce que le réseau est coupé. Réessayez, ou \
    rouvrez le lien plus tard.";

/// What is wrong with the link of an invitation, in one sentence.
pub fn invitation_error(error: &LinkError) -> String {
    match error {
        LinkError::NotACode | LinkError::Damaged => {
            "Cette invitation est incomplète ou abîmée, souvent parce qu’une messagerie a coupé le lien\u{a0}: demandez-la de \
             nouveau à la personne qui vous l’a envoyée, ou photographiez son QR code."
                .to_owned()
        }
        LinkError::Newer(_) => {
            "Cette invitation vient d’une version plus récente de cet outil\u{a0}: rechargez la page, puis ouvrez de nouveau le \
             lien."
                .to_owned()
        }
        LinkError::OtherQuestionnaire(_) => {
            "Cette invitation porte sur un questionnaire que cette page ne connaît pas, ou que l’établissement a changé depuis\u{a0}: \
             demandez une nouvelle invitation à la personne qui vous l’a envoyée. Celles d’aujourd’hui emportent leurs questions."
                .to_owned()
        }
    }
}

/// What is wrong with the link of somebody's answers, in one sentence.
pub fn contribution_error(error: &LinkError) -> String {
    match error {
        LinkError::NotACode | LinkError::Damaged => refusal(Refusal::Damaged),
        LinkError::Newer(version) => refusal(Refusal::Newer(*version)),
        LinkError::OtherQuestionnaire(asked) => refusal(Refusal::OtherQuestionnaire(*asked)),
    }
}

/// Why a code is not added to the answers of the team.
pub fn refusal(why: Refusal) -> String {
    match why {
        Refusal::Damaged => "Ce code est incomplet ou abîmé\u{a0}: demandez-le de nouveau.".to_owned(),
        Refusal::Newer(_) => {
            "Ce code vient d’une version plus récente de cet outil\u{a0}: rechargez la page, puis recommencez.".to_owned()
        }
        Refusal::OtherQuestionnaire(Asked::Official) => {
            "Cette réponse porte sur le questionnaire officiel, et cet outil en utilise un autre.".to_owned()
        }
        Refusal::OtherQuestionnaire(Asked::Adapted(number)) => format!(
            "Cette réponse porte sur un questionnaire adapté que cet outil n’a pas (numéro {number:08x})."
        ),
        Refusal::Positioning => {
            "C’est le code d’un positionnement, pas une réponse individuelle\u{a0}: ouvrez-le dans «\u{a0}Partage\u{a0}».".to_owned()
        }
        Refusal::Dossier => {
            "C’est le lien d’un dossier entier, pas une réponse individuelle\u{a0}: ouvrez-le dans «\u{a0}Partage\u{a0}».".to_owned()
        }
        Refusal::Invitation => {
            "C’est l’invitation, pas la réponse\u{a0}: la personne doit l’ouvrir, répondre, puis envoyer son code.".to_owned()
        }
    }
}

/// What a received answer is: « Réponse « Enseignants », 12 items répondus sur 21, le 23 novembre 2026 ».
pub fn received(contribution: &Contribution, questionnaire: &Questionnaire) -> String {
    let asked = items_of(questionnaire, &contribution.fields);
    let answered = contribution.answers.iter().count();
    let day = contribution
        .answered_on
        .map(|day| format!(", le\u{a0}{}", day.text()));
    format!(
        "Rôle\u{a0}: {}. {} sur\u{a0}{asked}{}.",
        role(&contribution.role),
        plural(answered, "item répondu", "items répondus"),
        day.unwrap_or_default()
    )
}

/// How many items these fields have.
pub fn items_of(questionnaire: &Questionnaire, fields: &[FieldId]) -> usize {
    let asked = questionnaire.fields();
    let asked = asked.filter(|field| fields.contains(&field.id));
    asked.map(|field| field.items.len()).sum()
}

/// The subject and the text, before the link, of the letter that carries an invitation.
pub fn invitation_letter(school: &str) -> (String, String) {
    let subject = if school.is_empty() {
        "Votre avis sur notre transition numérique".to_owned()
    } else {
        format!("Votre avis sur notre transition numérique – {school}")
    };
    let text = "Bonjour,\nVoici le questionnaire à remplir seul ou seule, sans donner votre nom. Ouvrez ce lien, répondez, puis envoyez-moi \
                le code affiché à la fin\u{a0}:\n\n"
        .to_owned();
    (subject, text)
}

/// Why codes cannot be read by the camera, and what to do instead.
pub fn no_camera(why: NoCamera) -> String {
    let because = match why {
        NoCamera::Insecure => {
            "Cette page est servie en http simple, et les navigateurs n’y donnent pas la caméra."
        }
        NoCamera::Refused => {
            "La caméra n’est pas autorisée pour cette page\u{a0}: l’autorisation se donne dans la barre d’adresse du navigateur."
        }
        NoCamera::Framed => {
            "L’outil est affiché à l’intérieur d’un autre site, qui ne permet pas la caméra\u{a0}: ouvrez-le dans son propre onglet."
        }
        NoCamera::Missing => "Aucune caméra n’a été trouvée sur cet appareil.",
        NoCamera::Busy => {
            "La caméra est prise par un autre programme, une visioconférence par exemple\u{a0}: fermez-le, puis recommencez."
        }
        NoCamera::NoReader => {
            "Le lecteur de codes n’a pas pu être chargé\u{a0}: le réseau est peut-être coupé. Recommencez."
        }
    };
    [
        because,
        " Autrement\u{a0}: collez les codes ou les liens reçus, glissez les fichiers, ou lisez les codes avec une douchette.",
    ]
    .concat()
}
