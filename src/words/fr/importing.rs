//! French sentences about workbooks and tables that come in.

use crate::domain::bidi::closed;
use crate::domain::formats::file::FileError;
use crate::domain::imported::{Changes, Imported, NotTaken, Outcome};
use crate::domain::school::answers::PROOFS_MAX;
use crate::domain::school::import::{Place, Refusal, Remark, Trouble, Why};
use crate::domain::school::plan::OBJECTIVES_MAX;
use crate::domain::text::{number, plural};
use crate::words::fr::files;

/// Under the title of the card.
pub const LEAD: &str = "Rempli dans Excel, LibreOffice ou un autre tableur, il revient ici\u{a0}: l’outil montre d’abord chaque changement, et vous choisissez ce que vous prenez. Le \
    fichier n’est pas envoyé.";

/// In place of what is blank.
pub const NOTHING: &str = "(rien)";

/// Said where every line is kept.
pub const NOTHING_CHOSEN: &str = "Rien n’est à appliquer\u{a0}: choisissez «\u{a0}Prendre du fichier\u{a0}» sur une ligne au moins.";

/// Why nothing is taken in a frame of another site.
pub const ONLY_IN_OWN_TAB: &str = "Cet outil est affiché à l’intérieur d’un autre site, qui pourrait vous faire changer votre dossier sans que vous le vouliez\u{a0}: pour \
    appliquer ces changements, ouvrez l’outil dans son propre onglet, et choisissez-y le fichier de nouveau.";

/// What becomes of the file, under the field.
pub fn status(imported: &Imported) -> String {
    let sentence = match &imported.outcome {
        Outcome::Reading => return "Lecture du fichier…".to_owned(),
        Outcome::Shown(_) | Outcome::Taken(_) => return String::new(),
        Outcome::NotOpened(FileError::TooBig) => refusal(Refusal::TooLarge),
        Outcome::NotOpened(error) => files::file_error(*error),
        Outcome::NotLoaded => {
            "Ce qui lit les classeurs n’a pas pu être chargé\u{a0}: le réseau est coupé, ou l’outil a été mis à jour entre-temps. Réessayez, ou rechargez \
             la page."
        }
        Outcome::Refused(why) => refusal(*why),
    };
    [sentence, files::NOTHING_CHANGED].concat()
}

/// Why a file is not read, and what to do.
pub fn refusal(why: Refusal) -> &'static str {
    match why {
        Refusal::Empty => {
            "Ce fichier est vide. Ouvrez-le dans votre tableur pour vérifier qu’il contient vos réponses, enregistrez-le, puis choisissez-le de nouveau."
        }
        Refusal::TooLarge => {
            "Ce fichier contient trop de cellules ou de texte pour être un classeur de cet outil. Gardez-y seulement les feuilles «\u{a0}Questionnaire\u{a0}» et \
             «\u{a0}Objectifs\u{a0}», enregistrez-le sous un autre nom, puis choisissez-le de nouveau."
        }
        Refusal::Bomb => {
            "Ce fichier deviendrait énorme une fois ouvert\u{a0}: par prudence, il n’a pas été lu. Demandez le classeur d’origine à la personne qui l’a envoyé."
        }
        Refusal::Damaged => {
            "Ce classeur est incomplet ou abîmé, souvent parce que son envoi a été coupé. Ouvrez-le dans votre tableur et enregistrez-le de nouveau, ou demandez-en une autre \
             copie."
        }
        Refusal::Password => {
            "Ce classeur est protégé par un mot de passe. Ouvrez-le dans votre tableur, retirez le mot de passe, enregistrez-le, puis choisissez-le de nouveau."
        }
        Refusal::OldWorkbook => {
            "Ce classeur est d’un ancien format (.xls). Ouvrez-le dans votre tableur, choisissez «\u{a0}Enregistrer sous\u{a0}» et le format .xlsx ou .ods, puis \
             choisissez le nouveau fichier."
        }
        Refusal::BinaryWorkbook => {
            "Ce classeur est d’un format que l’outil ne lit pas (.xlsb). Ouvrez-le dans Excel, choisissez «\u{a0}Enregistrer sous\u{a0}» et le format .xlsx, puis choisissez \
             le nouveau fichier."
        }
        Refusal::NotATable => {
            "Ce fichier n’est ni un classeur (.xlsx, .ods) ni un tableau (.csv). Choisissez celui que votre tableur a enregistré."
        }
        Refusal::NothingFound => {
            "Rien dans ce fichier ne ressemble au questionnaire\u{a0}: il y faut une colonne «\u{a0}Clé\u{a0}» et une colonne «\u{a0}Réponse\u{a0}», ou les titres des items avec \
             trois colonnes «\u{a0}Étape\u{a0}1\u{a0}» à «\u{a0}Étape\u{a0}3\u{a0}». Repartez du classeur téléchargé ici."
        }
    }
}

/// The title of the preview.
pub fn title(name: &str) -> String {
    format!("Ce que «\u{a0}{name}\u{a0}» changerait")
}

/// How much was found and would change.
pub fn summary(changes: &Changes) -> String {
    let found = plural(
        changes.found,
        "item ou objectif reconnu",
        "items ou objectifs reconnus",
    );
    match changes.lines.len() {
        0 => format!(
            "{found}, et rien à changer\u{a0}: ce que le fichier dit est déjà dans votre dossier."
        ),
        lines => format!(
            "{found}, {}. Rien n’est encore changé\u{a0}: choisissez ligne par ligne, puis appliquez.",
            plural(lines, "changement proposé", "changements proposés")
        ),
    }
}

/// What comes along with the file and was not read; empty for nothing.
pub fn along(changes: &Changes) -> &'static str {
    match (changes.has_macros, changes.has_links) {
        (false, false) => "",
        (true, false) => {
            "Ce classeur contient des macros\u{a0}: elles n’ont été ni lues ni lancées."
        }
        (false, true) => {
            "Des cellules de ce classeur viennent d’autres fichiers\u{a0}: leurs valeurs sont celles du dernier enregistrement."
        }
        (true, true) => {
            "Ce classeur contient des macros, qui n’ont été ni lues ni lancées, et des cellules qui viennent d’autres fichiers\u{a0}: leurs valeurs sont celles du dernier \
             enregistrement."
        }
    }
}

/// « Feuille « Questionnaire », cellule D12 ».
pub fn place(at: &Place) -> String {
    ["Feuille ", &cell(at)].concat()
}

/// Which part of what a line is about, and where the file says it.
pub fn part(part: &str, at: &Place) -> String {
    match part {
        "" => place(at),
        part => [part, " – feuille ", &cell(at)].concat(),
    }
}

fn cell(at: &Place) -> String {
    format!(
        "«\u{a0}{}\u{a0}», cellule\u{a0}{}",
        closed(&at.sheet),
        at.cell
    )
}

/// How many things were not understood.
pub fn not_understood(troubles: usize) -> String {
    plural(
        troubles,
        "case non comprise, laissée de côté",
        "cases non comprises, laissées de côté",
    )
}

/// What was not understood, and what to do.
pub fn trouble(trouble: &Trouble) -> String {
    let found = shortened(&trouble.found);
    match trouble.why {
        Why::UnknownKey => format!("la clé {found} n’est pas dans le questionnaire. Reprenez celle du classeur téléchargé ici."),
        Why::UnknownWord => {
            format!("la réponse {found} n’est pas comprise. Écrivez oui, en partie ou non\u{202f}; sur la ligne d’un item, par exemple «\u{a0}Non concerné\u{a0}».")
        }
        Why::WhichConditions => {
            "«\u{a0}en partie\u{a0}» ne dit pas quelles conditions sont remplies. Répondez à chaque condition, dans le classeur ou dans le questionnaire.".to_owned()
        }
        Why::SaidTwice => format!("une autre ligne dit déjà autre chose que {found}. Gardez-en une seule."),
        Why::UnknownTitle => format!("le titre {found} n’est celui d’aucun item. Recopiez le titre du questionnaire."),
        Why::SeveralTitles => format!("la ligne de {found} nomme plusieurs items. Laissez-y un seul titre."),
        Why::UnknownAim => format!("{found} n’est ni un champ, ni un item, ni une étape du questionnaire. Choisissez dans la liste du classeur."),
        Why::OtherField => format!("l’item {found} est d’un autre champ d’action que celui de la ligne. Changez l’un des deux."),
        Why::NoField => format!("l’objectif {found} n’a pas de champ d’action. Choisissez-en un dans la liste du classeur."),
        Why::NotADay => format!("{found} n’est pas une date. Écrivez-la par exemple 31/03/2027."),
        Why::UnknownState => format!("{found} n’est ni un état ni une priorité. Choisissez dans la liste du classeur."),
        Why::TooLong { length, max } => format!(
            "ce texte a {}, et {} au plus sont gardés. Raccourcissez-le, rien n’en a été coupé.",
            plural(length, "caractère", "caractères"),
            number(max)
        ),
        Why::TooManyLinks => format!("il y a plus de liens de preuve que l’outil n’en garde ({}). Retirez-en.", number(PROOFS_MAX)),
        Why::PlanFull => format!(
            "l’objectif {found} n’a plus de place dans le plan, qui en tient {} au plus. Supprimez-en d’abord un.",
            number(OBJECTIVES_MAX)
        ),
    }
}

/// Why a line is not taken unless the person says so.
pub fn remark(remark: Remark) -> &'static str {
    match remark {
        Remark::ConditionsDiffer => {
            "Dans le fichier, la réponse de l’énoncé et celles de ses conditions ne vont pas ensemble\u{a0}: ce sont les conditions qui sont proposées."
        }
        Remark::StateStillSaid => {
            "Dans le fichier, des étapes sont remplies, mais la ligne de l’item dit encore l’ancienne réponse\u{a0}: prenez-les si ce sont les étapes qui sont justes."
        }
        Remark::StagesToo => {
            "Dans le fichier, une réponse vaut pour tout l’item, et des étapes sont remplies aussi\u{a0}: c’est la réponse pour tout l’item qui est proposée."
        }
        Remark::Deleted => {
            "Cet objectif a été supprimé de votre dossier\u{a0}: le prendre l’ajouterait comme nouvel objectif."
        }
        Remark::OtherObjective => {
            "Dans votre dossier, l’objectif de ce numéro est tout autre, souvent parce que le fichier vient d’un autre dossier\u{a0}: ne le prenez que si c’est bien le même objectif."
        }
        Remark::OtherNumber => {
            "Votre dossier n’a pas d’objectif de ce numéro, souvent parce que le fichier vient d’un autre dossier\u{a0}: le prendre l’ajouterait comme nouvel objectif."
        }
    }
}

/// « Appliquer 12 changements ».
pub fn apply(taken: usize) -> String {
    match taken {
        0 => "Appliquer les changements choisis".to_owned(),
        taken => ["Appliquer ", &plural(taken, "changement", "changements")].concat(),
    }
}

/// That lines were taken.
pub fn taken(lines: usize) -> String {
    format!(
        "{}. Le bouton d’annulation, en haut, remet tout comme avant en une fois.",
        plural(
            lines,
            "changement a été repris dans votre dossier",
            "changements ont été repris dans votre dossier"
        )
    )
}

/// Why nothing was taken.
pub fn not_taken(why: NotTaken) -> &'static str {
    match why {
        NotTaken::Failed => {
            "Les changements n’ont pas pu être préparés. Votre dossier n’a pas changé\u{a0}: rechargez la page, puis choisissez le fichier de nouveau."
        }
        NotTaken::Refused => {
            "Rien n’a été changé\u{a0}: le dossier est modifié ailleurs en ce moment. Continuez ici, puis appliquez de nouveau."
        }
    }
}

/// « « peut-être » »: what stands in a cell, its start where it is long.
fn shortened(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return "sans texte".to_owned();
    }
    let start: String = text.chars().take(FOUND_MAX).collect();
    let dots = if start.len() < text.len() { "…" } else { "" };
    format!("«\u{a0}{}{dots}\u{a0}»", closed(&start))
}

/// Longest start of a cell that is said, in characters.
const FOUND_MAX: usize = 80;
