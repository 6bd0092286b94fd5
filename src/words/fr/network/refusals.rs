//! Why something is not counted, and what to do.

use crate::domain::formats::link::LinkError;
use crate::domain::network::{NotCounted, Refusal, SIZE_MAX};
use crate::domain::school::import::Refusal as Zip;
use crate::words::fr::{files, link_error};

/// Why something is not counted, and what to do.
pub fn refusal(why: Refusal) -> String {
    match why {
        Refusal::File(error) => files::file_error(error).to_owned(),
        Refusal::Link(error @ (LinkError::NotACode | LinkError::Damaged | LinkError::Newer(_) | LinkError::OtherQuestionnaire(_))) => {
            link_error(&error)
        }
        Refusal::TooLarge => format!(
            "Ce fichier dépasse {}\u{a0}Mo. Ouvrez-le à l’écran «\u{a0}Partage\u{a0}», retirez-en les anciens positionnements ou les notes très longues, puis téléchargez-le de nouveau.",
            SIZE_MAX / 1_000_000
        ),
        Refusal::Answers(NotCounted::OtherQuestionnaire) => {
            "Ces réponses portent sur un autre questionnaire, ou sur une autre rédaction\u{a0}: elles ne se comptent pas avec les autres. Réunissez à part les établissements qui ont \
             répondu au même."
                .to_owned()
        }
        Refusal::Answers(NotCounted::NoAnswer) => {
            "Aucun item n’est renseigné. Demandez à l’établissement de répondre, puis de vous renvoyer sa sauvegarde.".to_owned()
        }
        Refusal::Partly => {
            "Certaines réponses sont illisibles\u{a0}: les compter fausserait les chiffres. Ouvrez ce fichier à l’écran «\u{a0}Partage\u{a0}», vérifiez les réponses signalées, puis téléchargez-le de \
             nouveau."
                .to_owned()
        }
        Refusal::Table => {
            "C’est un classeur ou un tableau. L’établissement le reprend à l’écran «\u{a0}Documents\u{a0}», puis vous envoie sa sauvegarde.".to_owned()
        }
        Refusal::Contribution => {
            "C’est la réponse d’une seule personne, pas celle de l’établissement. Demandez le lien de son positionnement, à l’écran «\u{a0}Partage\u{a0}».".to_owned()
        }
        Refusal::Invitation => {
            "C’est une invitation à répondre, pas une réponse. Demandez le lien du positionnement, à l’écran «\u{a0}Partage\u{a0}».".to_owned()
        }
        Refusal::Zip(error) => zip(error).to_owned(),
        Refusal::Nested => {
            "C’est une archive dans une archive. Ouvrez la première, et déposez la seconde.".to_owned()
        }
        Refusal::NotLoaded => {
            "Une partie de l’outil n’a pas pu être chargée, et ceci ne se lit pas sans elle. Vérifiez la connexion, puis déposez-le de nouveau.".to_owned()
        }
        Refusal::Full => {
            "Mille dossiers sont déjà lus, et c’est le maximum. Videz la liste, puis réunissez ceux-ci à part.".to_owned()
        }
    }
}

fn zip(error: Zip) -> &'static str {
    match error {
        Zip::Password => {
            "Cette archive est protégée par un mot de passe. Ouvrez-la sur cet ordinateur, et déposez les fichiers qu’elle contient."
        }
        Zip::TooLarge => {
            "Cette archive est trop grosse. Ouvrez-la sur cet ordinateur, et déposez en plusieurs fois les fichiers qu’elle contient."
        }
        Zip::Bomb => {
            "Cette archive deviendrait énorme une fois ouverte\u{a0}: par prudence, elle n’a pas été lue. Demandez-en une autre à la personne qui l’a envoyée."
        }
        Zip::Empty
        | Zip::Damaged
        | Zip::OldWorkbook
        | Zip::BinaryWorkbook
        | Zip::NotATable
        | Zip::NothingFound => {
            "Cette archive est incomplète ou abîmée, souvent parce que son envoi a été coupé. Demandez-la de nouveau, ou déposez les fichiers un par un."
        }
    }
}
