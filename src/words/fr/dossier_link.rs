//! Sentences about links to a whole dossier.

use crate::domain::formats::dossier_link::Reach;
use crate::domain::formats::link::LinkError;
use crate::domain::opened::{NotUnpacked, Opened};
use crate::domain::school::dossier::LeftOut;
use crate::domain::text::plural;

/// The title of the screen of what a link holds.
pub const TITLE: &str = "Dossier reçu";
/// The same, where it cannot be read.
pub const REFUSED: &str = "Ce lien ne peut pas être lu";

/// The title of the window.
pub fn title(linked: Option<&Result<Opened, NotUnpacked>>) -> &'static str {
    match linked {
        Some(Err(_)) => "Lien illisible",
        Some(Ok(_)) | None => TITLE,
    }
}

/// What is wrong with a link, and what to do.
pub fn error(error: NotUnpacked) -> &'static str {
    match error {
        NotUnpacked::NotLoaded => {
            "Une partie de l’outil n’a pas pu être chargée, et ce lien ne s’ouvre pas sans elle. Vérifiez la connexion, puis \
             réessayez."
        }
        NotUnpacked::Refused(LinkError::Newer(_)) => {
            "Ce lien vient d’une version plus récente de cet outil. Rechargez la page pour obtenir la dernière version, \
             puis ouvrez-le de nouveau."
        }
        NotUnpacked::Refused(
            LinkError::NotACode | LinkError::Damaged | LinkError::OtherQuestionnaire(_),
        ) => {
            "Ce lien est incomplet ou abîmé, souvent parce qu’une messagerie l’a coupé. Demandez à la personne qui l’a envoyé \
             une sauvegarde plutôt que le lien."
        }
    }
}

/// « , sans les noms, les notes ni les objectifs »: what was not given along.
pub fn left_out(left_out: LeftOut) -> String {
    let parts = [
        (left_out.names, "les noms"),
        (left_out.texts, "les notes ni les preuves"),
        (left_out.objectives, "les objectifs"),
    ];
    let mut text = String::new();
    for (_, part) in parts.into_iter().filter(|(is_left_out, _)| *is_left_out) {
        text.push_str(if text.is_empty() { ", sans " } else { " ni " });
        text.push_str(part);
    }
    text
}

/// How long a link is, and what that means for the person who gives it.
pub fn reach(reach: Reach, length: usize) -> String {
    let length = plural(length, "caractère", "caractères");
    match reach {
        Reach::Safe => {
            format!("Ce lien est assez court pour un courriel ou une messagerie ({length}).")
        }
        Reach::Risky => format!(
            "Ce lien est long ({length})\u{a0}: certaines messageries pourraient le couper. Demandez à la personne si elle a pu \
             l’ouvrir\u{202f}; sinon, donnez-lui une sauvegarde."
        ),
        Reach::TooLong => format!(
            "Ce lien serait trop long ({length})\u{a0}: des messageries le couperaient. Donnez plutôt une sauvegarde, qui contient \
             tout le dossier, ou décochez une partie."
        ),
    }
}

/// Where the dossier is too long even to be counted.
pub const FAR_TOO_LONG: &str = "Ce dossier est trop long pour un lien. Donnez plutôt une sauvegarde, qui contient tout le dossier, ou décochez \
    une partie.";

/// Subject, and text before the link, of the letter that carries a whole dossier.
pub const LETTER: (&str, &str) = (
    "Dossier NumEA-Établissement",
    "Bonjour,\n\nCe lien ouvre notre dossier NumEA-Établissement, en lecture seule :\n\n",
);
