//! Sentences of « Réseau »: what was read of many schools, what they have in common.

mod refusals;
mod sheets;

pub use refusals::refusal;
pub use sheets::{Looked, sheets, table};

use super::{plural, stage};
use crate::domain::network::{Dimension, Group, ItemFigures};
use crate::domain::school::positioning::Count;
use crate::domain::school::questionnaire::{Stage, StatementId};
use crate::domain::text::agree;
pub use crate::domain::text::number;

/// The title of the screen.
pub const TITLE: &str = "Réseau d’établissements";

/// What it is for, and what becomes of what is given.
pub const LEAD: &str = "Pour qui accompagne plusieurs établissements\u{a0}: déposez leurs sauvegardes, et voyez où ils en sont ensemble et ce qui leur \
    manque le plus souvent.";

/// Where what is read is, and for how long.
pub const NOTHING_KEPT: &str = "Tout reste sur cet ordinateur\u{a0}: rien n’est envoyé, et rien n’est gardé une fois la page fermée. Pour y revenir, \
    téléchargez le classeur, et gardez les sauvegardes reçues.";

/// What may be given.
pub const FILES: &str =
    "Sauvegardes (.json), liens (.txt) ou archive (.zip), à choisir ou à déposer ici";

/// What the label is for.
pub const LABEL_HINT: &str = "Par exemple «\u{a0}Bretagne\u{a0}». Elle servira à filtrer ce que vous ajoutez ensuite. Sans elle, c’est le nom du dossier de l’ordinateur \
    ou de l’archive.";

/// Said where a text holds no link.
pub const NOTHING_FOUND: &str = "Aucun lien ni code n’a été trouvé dans ce texte. Copiez le message entier, ou demandez le lien à la personne qui l’a envoyé.";

/// What the stages of all schools rest on.
pub const RULE: &str = "Chaque établissement est compté comme sur son propre écran. «\u{a0}37 sur 120\u{a0}»\u{a0}: l’étape est atteinte par 37 des 120 établissements concernés par \
    l’item\u{202f}; ceux qui ont répondu «\u{a0}non concerné\u{a0}» n’y sont pas, ceux qui n’ont pas répondu ou «\u{a0}ne savent pas\u{a0}» y restent.";

/// What is not shown without names.
pub const TOO_FEW: &str = "Moins de cinq établissements\u{a0}: leurs chiffres ne sont pas montrés, pour qu’aucun ne soit reconnu. Retirez le filtre, ou montrez les noms.";

/// What hiding names does.
pub const ANONYMOUS_HINT: &str = "Pour projeter ou donner ces chiffres\u{a0}: aucun nom, et rien d’un groupe de moins de cinq établissements, ni de ce qui permettrait de le déduire. \
    Un seul filtre à la fois.";

/// What is taken away.
pub const GIVEN: &str = "Le classeur contient tous les chiffres de cet écran, tout ce qui manque, la liste des établissements et ce qui a été lu, avec les noms. Le tableau contient les items.";

/// The same without names.
pub const GIVEN_ANONYMOUS: &str = "Le classeur contient les chiffres de cet écran et tout ce qui manque, sans aucun nom, et rien de moins de cinq établissements. Le tableau contient les items.";

/// Said while it is made.
pub const MAKING: &str = "Préparation…";

/// How to read the bands.
pub const SPREAD_HINT: &str =
    "Combien d’établissements atteignent quelle part de leurs items, étape par étape.";

/// What the figures of a field are of.
pub const FIELDS_HINT: &str =
    "Items atteints sur items concernés, tous les établissements ensemble.";

/// What the figures of an item are of.
pub const ITEMS_HINT: &str =
    "Établissements qui atteignent chaque étape, sur ceux qui sont concernés par l’item.";

/// By what rule a condition is missing.
pub const LACKING_HINT: &str = "Les conditions qui manquent pour atteindre l’étape suivante d’un item, dans les mots du questionnaire.";

/// Which objectives are counted.
pub const AIMED_HINT: &str =
    "Les items que visent les objectifs des établissements. Les liens courts n’en disent rien.";

/// There is nothing in common.
pub const NOTHING_COMMON: &str = "Rien ici, pour les établissements regardés.";

/// No school is left by the filters.
pub const NONE: &str =
    "Aucun établissement à compter ici. Retirez un filtre, ou ajoutez des sauvegardes.";

/// What a school without a name is.
pub const NAMELESS: &str = "sans nom d’établissement\u{a0}: compté à part, ses autres versions ne peuvent pas être reconnues";

/// How many were refused: the title of their list.
pub fn refused(many: usize) -> String {
    plural(many, "fichier ou lien écarté", "fichiers ou liens écartés")
}

/// How many are copies.
pub fn copies(many: usize) -> String {
    plural(many, "copie identique", "copies identiques")
}

/// How many are older versions.
pub fn versions(many: usize) -> String {
    plural(many, "version plus ancienne", "versions plus anciennes")
}

/// How many have no name.
pub fn nameless(many: usize) -> String {
    plural(many, "établissement sans nom", "établissements sans nom")
}

/// What a list does not show.
pub fn more(number: usize) -> String {
    format!("Et {}.", plural(number, "autre", "autres"))
}

/// A school that nobody named.
pub fn unnamed(origin: &str) -> String {
    format!("Sans nom ({origin})")
}

/// « 540 items sur 2 400 ».
pub fn items_reached(count: Count) -> String {
    let items = plural(count.reached, "item", "items");
    format!("{items} sur\u{a0}{}", number(count.of.into()))
}

/// « 120 établissements ».
pub fn schools(number: usize) -> String {
    plural(number, "établissement", "établissements")
}

/// « Lecture : 80 sur 200… »
pub fn reading(read: usize, of: usize) -> String {
    if of == 0 {
        return "Préparation de la lecture…".to_owned();
    }
    format!("Lecture\u{a0}: {} sur\u{a0}{}…", number(read), number(of))
}

/// How reading ended.
pub fn read(read: usize, of: usize, is_cut: bool) -> String {
    let mut said = if read < of {
        format!(
            "Lecture arrêtée\u{a0}: {} sur\u{a0}{}. Ce qui est lu reste compté\u{202f}; déposez de nouveau les fichiers pour lire la suite.",
            plural(read, "élément lu", "éléments lus"),
            number(of)
        )
    } else {
        format!("{}.", plural(read, "élément lu", "éléments lus"))
    };
    if is_cut {
        said.push_str(
            " Il y avait trop de fichiers pour une seule fois\u{a0}: déposez les autres ensuite.",
        );
    }
    said
}

/// How many are counted and how many are not, in one sentence.
pub fn outcome(counted: usize, same: usize, older: usize, refused: usize) -> String {
    let word = agree(counted, "établissement compté", "établissements comptés");
    let mut said = [&number(counted), "\u{a0}", word].concat();
    for (many, one, several) in [
        (same, "copie identique", "copies identiques"),
        (older, "version plus ancienne", "versions plus anciennes"),
        (
            refused,
            "fichier ou lien écarté",
            "fichiers ou liens écartés",
        ),
    ] {
        if many > 0 {
            said.push_str(", ");
            said.push_str(&plural(many, one, several));
        }
    }
    said.push('.');
    said
}

/// What became of a copy.
pub fn same(origin: &str) -> String {
    format!("même contenu que «\u{a0}{origin}\u{a0}», compté une seule fois")
}

/// What became of an older version.
pub fn older(origin: &str) -> String {
    format!("«\u{a0}{origin}\u{a0}» est plus récent et compte à sa place")
}

/// What to do about versions that are none.
pub const OLDER_HINT: &str = "Deux versions se reconnaissent au numéro UAI écrit dans le nom, sinon au nom de l’établissement et du centre. Filtrée sur son année, une version plus \
    ancienne compte. Deux établissements différents portent le même nom\u{202f}? Faites compléter le nom dans l’un des deux, à l’écran «\u{a0}Établissement\u{a0}».";

/// The name of a filter, and its choice of all.
pub fn dimension(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Centre => ("Centre", "Tous les centres"),
        Dimension::Year => ("Année scolaire", "Toutes les années"),
        Dimension::Label => ("Étiquette", "Toutes les étiquettes"),
    }
}

/// The name of a group.
pub fn group(group: &Group) -> String {
    match group {
        Group::Centre(Some(centre)) => centre.text().to_owned(),
        Group::Centre(None) => "Centre non précisé".to_owned(),
        Group::Year(Some(year)) => year.to_string(),
        Group::Year(None) => "Année inconnue".to_owned(),
        Group::Label(label) if label.is_empty() => "Sans étiquette".to_owned(),
        Group::Label(label) => label.clone(),
    }
}

/// What the figures are of: « 40 établissements : Lycée, 2026‑2027 ».
pub fn of(number: usize, groups: &[Group]) -> String {
    let named: Vec<_> = groups.iter().map(group).collect();
    if named.is_empty() {
        return schools(number);
    }
    format!("{}\u{a0}: {}", schools(number), named.join(", "))
}

/// « La moitié des établissements atteignent 43 % des items ou plus. »
pub fn median(percent: Option<u8>) -> String {
    percent.map_or_else(String::new, |percent| {
        format!("La moitié des établissements sont à {percent}\u{a0}% ou plus.")
    })
}

/// The name of a band of percentages.
pub fn band(place: usize) -> &'static str {
    match place {
        0 => "0 à 19\u{a0}%",
        1 => "20 à 39\u{a0}%",
        2 => "40 à 59\u{a0}%",
        3 => "60 à 79\u{a0}%",
        _ => "80 à 100\u{a0}%",
    }
}

/// What else schools said of an item; empty where all answered.
pub fn states(item: &ItemFigures) -> String {
    let mut said = Vec::new();
    for (many, one, several) in [
        (item.unanswered, "sans réponse", "sans réponse"),
        (item.unknown, "ne sait pas", "ne savent pas"),
        (item.not_applicable, "non concerné", "non concernés"),
    ] {
        if many > 0 {
            said.push(plural(many, one, several));
        }
    }
    said.join(", ")
}

/// « manque à 64 établissements sur 120 ».
pub fn lacking(lacking: u16, of: u16) -> String {
    format!("manque à {} sur\u{a0}{of}", schools(lacking.into()))
}

/// « 12 établissements, 15 objectifs ».
pub fn aimed(schools: u16, objectives: u16) -> String {
    format!(
        "{}, {}",
        self::schools(schools.into()),
        plural(objectives, "objectif", "objectifs")
    )
}

/// « Étape 2 de 1.1.3 ».
pub fn statement(statement: StatementId) -> String {
    format!("{} de\u{a0}{}", stage(statement.stage), statement.item)
}

/// A figure in one cell; without names, nothing of fewer than five.
pub fn cell(count: Count, is_folded: bool) -> String {
    if is_folded {
        "moins de 5 concernés".to_owned()
    } else {
        super::count(count)
    }
}

/// What a chart of many schools shows, for those who do not see it.
pub fn chart(schools: usize, stages: [Count; 3]) -> String {
    let figures =
        Stage::ALL.map(|one| format!("étape {one}, {}", super::percent(*one.of(&stages))));
    format!(
        "Graphique\u{a0}: pour chaque champ d’action, part des items atteints à chaque étape par {}. Au total, {}. Les chiffres de chaque champ sont dans le tableau qui suit.",
        self::schools(schools),
        figures.join("\u{202f}; ")
    )
}
