//! Sentences about files and kept copies.

use super::plural;
use crate::domain::bidi::closed;
use crate::domain::date::Moment;
use crate::domain::formats::file::FileError;
use crate::domain::notice::NotOpened;
use crate::domain::opened::{Opened, Origin};
use crate::domain::safekeeping::copies::StoredCopy;
use crate::domain::safekeeping::reminder::Unsaved;
use crate::domain::safekeeping::startup::Verdict;
use crate::domain::school::dossier::Dossier;

/// Said where the browser cannot make a file.
pub const NOT_SAVED: &str = "Ce navigateur n’a pas pu préparer la sauvegarde. Votre dossier n’a pas changé\u{a0}: \
    réessayez, ou ouvrez cette page dans un autre navigateur.";

/// Said where the browser does not give a copy, or it is gone.
pub const NOT_GIVEN: &str = "Le navigateur ne donne pas cette copie\u{a0}: un autre onglet l’a peut-être supprimée. \
    Rechargez la page.";

/// Said where the browser deletes nothing.
pub const NOT_DELETED: &str =
    "Le navigateur a refusé de supprimer cette copie\u{a0}: elle est toujours là.";

/// Said where the browser does not take back what was deleted.
pub const NOT_PUT_BACK: &str = "Le navigateur a refusé de la garder de nouveau. Réessayez, ou libérez de l’espace sur l’appareil.";

/// What is wrong with a file, and what to do.
pub fn file_error(error: FileError) -> &'static str {
    match error {
        FileError::Refused => {
            "Le navigateur n’a pas pu lire ce fichier, peut-être déplacé ou resté sur une clé retirée. Copiez-le sur cet \
             appareil, puis choisissez-le de nouveau."
        }
        FileError::TooBig => {
            "Ce fichier est trop gros pour être une sauvegarde. Choisissez le fichier «\u{a0}numea-….json\u{a0}» téléchargé depuis \
             cet outil."
        }
        FileError::Empty => {
            "Ce fichier ne contient aucun dossier. Demandez une nouvelle sauvegarde à la personne qui l’a envoyé."
        }
        FileError::NotText => {
            "Ce fichier n’est pas une sauvegarde\u{a0}: c’est une image, un document, ou un texte transformé par un \
             autre logiciel. Choisissez le fichier «\u{a0}numea-….json\u{a0}» d’origine."
        }
        FileError::Code => {
            "Ce fichier contient un lien ou un code, pas une sauvegarde. Copiez son texte dans «\u{a0}Lien ou code reçu\u{a0}», à \
             l’écran «\u{a0}Partage\u{a0}»."
        }
        FileError::NotOurs => {
            "Ce fichier ne vient pas de cet outil. Choisissez le fichier «\u{a0}numea-….json\u{a0}» téléchargé depuis la page \
             Partage."
        }
        FileError::Damaged => {
            "Ce fichier est incomplet ou abîmé, souvent parce que son envoi a été coupé. Demandez-le de nouveau à la \
             personne qui l’a envoyé, ou choisissez une autre copie."
        }
        FileError::Newer(_) => {
            "Ce fichier vient d’une version plus récente de cet outil. Rechargez la page pour obtenir la dernière version, \
             puis ouvrez-le de nouveau."
        }
    }
}

/// Why what was dropped on the page was not opened, and what to do.
pub fn not_opened(why: NotOpened) -> String {
    let why = match why {
        NotOpened::File(error) => file_error(error),
        NotOpened::Several => {
            "Vous avez déposé plusieurs fichiers. Déposez seulement la sauvegarde à ouvrir, un fichier «\u{a0}numea-….json\u{a0}»."
        }
        NotOpened::Folder => {
            "Vous avez déposé un dossier de l’ordinateur. Ouvrez-le, et déposez seulement la sauvegarde qu’il contient, un fichier \
             «\u{a0}numea-….json\u{a0}»."
        }
    };
    [why, NOTHING_CHANGED].concat()
}

/// Said after what was not opened.
pub const NOTHING_CHANGED: &str = " Rien n’a été changé sur cet appareil.";

/// « 23 novembre 2026 à 10 h 42 ».
pub fn moment(at: Moment) -> String {
    format!("{} à\u{a0}{}", at.day_text(), at.hour_text())
}

/// When the last file was saved.
pub fn last_file(at: Option<Moment>) -> String {
    match at {
        Some(at) => format!(
            "Dernière sauvegarde téléchargée depuis cet appareil\u{a0}: le {}.",
            moment(at)
        ),
        None => "Aucune sauvegarde n’a encore été téléchargée depuis cet appareil.".to_owned(),
    }
}

/// « Ajouter la corbeille : 2 objectifs supprimés, avec leurs pilotes. »
pub fn with_bin(binned: usize) -> String {
    let number = u16::try_from(binned).unwrap_or(u16::MAX);
    let deleted = plural(number, "objectif supprimé", "objectifs supprimés");
    let lead = if number < 2 {
        "son pilote"
    } else {
        "leurs pilotes"
    };
    format!("Ajouter la corbeille\u{a0}: {deleted}, avec {lead}")
}

/// What no file holds, and when the last one was saved.
pub fn standing(unsaved: Unsaved, is_due: bool) -> String {
    let here = plural(
        usize::try_from(unsaved.edits).unwrap_or(usize::MAX),
        "modification n’est",
        "modifications ne sont",
    );
    if is_due {
        format!("Pensez à télécharger une sauvegarde\u{a0}: {here} que dans ce navigateur.")
    } else if unsaved.edits > 0 {
        format!(
            "{} {here} que dans ce navigateur.",
            last_file(unsaved.last_file)
        )
    } else {
        last_file(unsaved.last_file)
    }
}

/// What erasing would lose: nothing where the last file holds everything.
pub fn before_erasing(unsaved: Unsaved, now: Option<Moment>) -> String {
    let Some(at) = unsaved.last_file else {
        return last_file(None);
    };
    let hour = at.hour_text();
    let at = match now {
        Some(now) if now.day() == at.day() => format!("à\u{a0}{hour}"),
        Some(_) | None => format!("le\u{a0}{}", moment(at)),
    };
    if unsaved.edits == 0 {
        return format!("Sauvegarde téléchargée {at}\u{a0}: vous pouvez effacer.");
    }
    let newer = plural(
        usize::try_from(unsaved.edits).unwrap_or(usize::MAX),
        "modification est plus récente",
        "modifications sont plus récentes",
    );
    format!("{newer} que la sauvegarde téléchargée {at}.")
}

/// The same of a backup, and how many positionings did not go into it.
pub fn saved_with(name: &str, left_out: usize) -> String {
    let mut said = saved(name);
    if left_out > 0 {
        said.push(' ');
        said.push_str(&plural(
            left_out,
            "positionnement gardé n’y tient pas\u{a0}: il reste sur cet appareil.",
            "positionnements gardés n’y tiennent pas\u{a0}: ils restent sur cet appareil.",
        ));
    }
    said
}

/// « 3 positionnements gardés ».
pub fn snapshots(number: usize) -> String {
    plural(number, "positionnement gardé", "positionnements gardés")
}

/// That a file was handed to the browser: a backup, or a text exactly as it was found.
pub fn saved(name: &str) -> String {
    let what = if name.ends_with(".json") {
        format!("Sauvegarde «\u{a0}{name}\u{a0}» téléchargée")
    } else {
        format!("Fichier «\u{a0}{name}\u{a0}» téléchargé")
    };
    format!(
        "{what}, en général dans le dossier Téléchargements. Gardez-en une copie ailleurs que sur cet appareil."
    )
}

/// The title of the screen of what is opened.
pub fn opened_title(opened: Option<&Opened>) -> &'static str {
    match opened.map(|opened| &opened.origin) {
        Some(Origin::File(_)) => "Sauvegarde ouverte",
        Some(Origin::Copy(_)) => "Copie ouverte",
        Some(Origin::Taken(..)) => "Positionnement gardé",
        Some(Origin::SetAside) => "Enregistrement ouvert",
        // Its own screen shows it.
        Some(Origin::Link(_)) => super::dossier_link::TITLE,
        None => "Aucune sauvegarde n’est ouverte",
    }
}

/// What one is looking at.
pub fn opened(opened: &Opened) -> String {
    const NOTHING: &str =
        "Rien n’est enregistré sur cet appareil et votre propre travail n’est pas touché.";
    match &opened.origin {
        Origin::File(name) => {
            let day = day(opened, "modifiée");
            let name = closed(name);
            format!("Vous consultez la sauvegarde «\u{a0}{name}\u{a0}»{day}. {NOTHING}")
        }
        Origin::Link(left_out) => {
            let (what, parts) = (
                day(opened, "modifié"),
                super::dossier_link::left_out(*left_out),
            );
            format!("Vous consultez le dossier reçu par un lien{what}{parts}. {NOTHING}")
        }
        Origin::Taken(day, name) => {
            let which = super::timeline::of_the_day(*day, name);
            format!("Vous consultez le positionnement {which}, tel qu’il a été gardé. {NOTHING}")
        }
        Origin::Copy(at) => {
            let at = moment(*at);
            format!("Vous consultez la copie gardée sur cet appareil le\u{a0}{at}. {NOTHING}")
        }
        Origin::SetAside => {
            format!("Vous consultez ce qui a pu être lu d’un enregistrement mis à part. {NOTHING}")
        }
    }
}

/// « , modifié le 23 novembre 2026 ».
fn day(opened: &Opened, edited: &str) -> String {
    let at = opened.restored.dossier.edited_at;
    let day = at.map(|at| format!(", {edited} le\u{a0}{}", at.day_text()));
    day.unwrap_or_default()
}

/// That members of what is opened could not be read, if any.
pub fn left_out(opened: &Opened) -> Option<String> {
    let number = opened.restored.left_out.len();
    let original = match opened.origin {
        Origin::File(_) => "la sauvegarde",
        Origin::Copy(_) => "la copie",
        Origin::Taken(..) => "le positionnement gardé",
        Origin::SetAside => "l’enregistrement",
        Origin::Link(_) => "le lien",
    };
    let what = plural(
        number,
        "information n’a pas pu être lue en entier",
        "informations n’ont pas pu être lues en entier",
    );
    (number > 0).then(|| {
        format!(
            "{what}\u{a0}: ce qui y manque n’est pas montré ici. Rien n’est changé dans {original}."
        )
    })
}

/// What a kept copy is called in the middle of a sentence.
pub fn copy_name(copy: &StoredCopy) -> String {
    copy.at.map_or_else(
        || "l’enregistrement mis à part".to_owned(),
        |at| format!("la copie du {}", moment(at)),
    )
}

/// The title of a kept copy.
pub fn copy_title(copy: &StoredCopy) -> String {
    copy.at
        .map_or_else(|| "Enregistrement mis à part".to_owned(), moment)
}

/// Why a kept copy does not read whole; nothing where it does.
pub fn copy_trouble(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Absent | Verdict::Good(_) => "",
        Verdict::Repaired(_) => " Une partie n’a pas pu être lue.",
        Verdict::Unreadable => "Il ne peut pas être lu ici. Il reste gardé tel quel.",
        Verdict::Newer(_) => {
            "Il vient d’une version plus récente de l’outil. Il reste gardé tel quel\u{a0}: rechargez la page pour obtenir la \
             dernière version."
        }
    }
}

/// « 3 objectifs », « aucun objectif ».
pub fn objectives(dossier: &Dossier) -> String {
    match dossier.plan.len() {
        0 => "aucun objectif".to_owned(),
        number => plural(number, "objectif", "objectifs"),
    }
}
