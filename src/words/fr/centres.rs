//! French sentences about « Centres »: the dossiers of one browser.

use super::plural;
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::school::library::{DOSSIERS_MAX, Listed};
use crate::domain::school::positioning::Count;
use crate::domain::school::questionnaire::Stage;

/// The title of the list.
pub const TITLE: &str = "Centres";

/// What it is for.
pub const LEAD: &str = "Chaque centre a son propre dossier sur cet appareil\u{a0}: ses réponses, son équipe, son plan, ses années. \
    Ce que vous faites dans l’un ne change rien aux autres.";

/// Before there is a second one.
pub const ONE: &str = "Vous avez un seul dossier, et rien ne change tant que vous n’en créez pas d’autre. Le dossier actuel devient alors le \
    premier de la liste, et le nom du centre ouvert s’affiche en haut de chaque page.";

/// Under the kind of a centre to come.
pub const NAME_HINT: &str =
    "Par exemple\u{a0}: CFA du Val de Saône. Sans nom, c’est le type qui s’affiche.";

/// Under the name of a centre in the list.
pub const RENAME_HINT: &str = "C’est le nom de cette liste. Celui qui s’imprime se change à la page «\u{a0}Établissement\u{a0}» de ce dossier.";

/// Of the dossier of this page.
pub const HERE: &str = "Ouvert en ce moment";

/// Why the dossier of this page can neither be put away nor deleted: no other is in use.
pub const ONLY_ONE: &str = "C’est le seul dossier parmi vos centres\u{a0}: pour l’archiver ou le supprimer, ajoutez ou remettez d’abord un autre \
    centre. Pour l’effacer de cet appareil, voyez le bas de la page «\u{a0}Partage\u{a0}».";

/// What is not duplicated, and why.
pub const DUPLICATED: &str = "La copie reprend les réponses de l’établissement, le plan et les positionnements gardés. Les réponses individuelles \
    restent dans ce dossier\u{a0}: les collègues les ont données à ce centre, et dans deux dossiers elles compteraient deux fois.";

/// What happens where the dossier of this page is put away or deleted; `title` is that of another.
pub fn opens_first(title: &str) -> String {
    format!(
        "Ce dossier est ouvert\u{a0}: si vous l’archivez ou le supprimez, celui de {title} s’ouvre à sa place. Supprimé, il reste trente jours dans \
         la corbeille."
    )
}

/// No store takes it.
pub const NOT_WRITTEN: &str = "Rien n’a pu être écrit sur cet appareil, souvent parce que l’espace est plein ou que le navigateur le refuse. \
    Vos dossiers sont intacts.";

/// What was done is not written yet.
pub const UNWRITTEN: &str = "Le dossier ouvert n’est pas encore enregistré\u{a0}: attendez que le haut de la page le dise, ou téléchargez une \
    sauvegarde à la page «\u{a0}Partage\u{a0}», puis recommencez.";

/// A dossier could not be erased.
pub const NOT_ERASED: &str = "Ce dossier n’a pas été effacé\u{a0}: il est ouvert dans un autre onglet, ou le navigateur le refuse. Fermez les \
    autres onglets de l’outil, puis recommencez.";

/// Not all dossiers could be erased.
pub const PART_ERASED: &str = "Tout n’a pas pu être effacé\u{a0}: un dossier est ouvert dans un autre onglet, ou le navigateur le refuse. Fermez les \
    autres onglets de l’outil, puis recommencez.";

/// What erasing everything takes.
pub const ERASE_ALL: &str = "Tous les dossiers de cette liste, archives et corbeille comprises, avec leurs copies, leurs années et les réponses \
    reçues de l’équipe. Restent les sauvegardes que vous avez téléchargées et les liens que vous avez donnés.";

/// What a file with all holds.
pub const FILE: &str = "Un seul fichier avec le dossier de chaque centre, archives comprises, et leurs années. Il se rouvre à la page \
    «\u{a0}Partage\u{a0}»\u{a0}: vous y choisissez les dossiers à ajouter, et aucun des vôtres n’est remplacé.";

/// Who may have it.
pub const FILE_NAMES: &str = "Il peut contenir des noms, dans les notes ou parmi les pilotes\u{a0}: donnez-le aux seules personnes qui peuvent les lire.";

/// A centre, by its name or its kind.
pub fn title(listed: &Listed) -> String {
    match listed.title() {
        "" => "Dossier sans nom".to_owned(),
        title => closed(title),
    }
}

/// Its kind, where that is not its name already.
pub fn kind(listed: &Listed) -> String {
    let kind = listed.kind.as_ref().map(|kind| kind.text());
    kind.filter(|kind| *kind != listed.title())
        .map(closed)
        .unwrap_or_default()
}

/// There may be no more.
pub fn full() -> String {
    format!(
        "Cet appareil garde {} au plus. Supprimez ou rassemblez d’abord ceux qui ne servent plus.",
        plural(DOSSIERS_MAX, "dossier", "dossiers")
    )
}

/// A dossier was made.
pub fn made(listed: &Listed) -> String {
    format!("Créé\u{a0}: {}.", title(listed))
}

/// The name that the copy of a dossier has.
pub fn copy_name(listed: &Listed) -> String {
    ["Copie de ", &title(listed)].concat()
}

/// « Sera effacé le 27 décembre 2026 ».
pub fn erased_on(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| {
        format!("Sera effacé de cet appareil le\u{a0}{}", day.text())
    })
}

/// A dossier went into « Corbeille ».
pub fn binned(listed: &Listed) -> String {
    format!("{} est dans la corbeille.", title(listed))
}

/// A file with all was given.
pub fn saved(name: &str, dossiers: usize, left_out: usize) -> String {
    let mut said = format!(
        "Téléchargé\u{a0}: {name}, avec {}.",
        plural(dossiers, "dossier", "dossiers")
    );
    if left_out > 0 {
        said.push_str(&format!(
            " Faute de place, {} n’y sont pas\u{a0}: téléchargez aussi la sauvegarde de chaque centre.",
            plural(left_out, "positionnement gardé", "positionnements gardés")
        ));
    }
    said
}

/// The title of the view of all.
pub const TOGETHER: &str = "Centres côte à côte";

/// What it shows.
pub const TOGETHER_LEAD: &str = "Les chiffres de chaque centre, sans moyenne ni classement, et les objectifs de tous, par pilote. Rien ne se modifie \
    ici\u{a0}: ouvrez un centre depuis le haut de la page.";

/// There is nothing to put beside.
pub const ONE_TO_SHOW: &str = "Il n’y a qu’un centre à montrer pour l’instant. Ajoutez-en un à la page «\u{a0}Centres\u{a0}».";

/// Said of two centres that answer different questionnaires.
pub const NOT_AKIN: &str = "Ces deux centres répondent à des questionnaires différents\u{a0}: ils ne se comparent pas champ par champ.";

/// No centre has an objective.
pub const NO_OBJECTIVE: &str = "Aucun centre n’a encore d’objectif.";

/// « Étape 1 : de 3 sur 21 (CFA du Val) à 12 sur 21 (Lycée du Val) ».
pub fn range(stage: Stage, counts: &[(String, Count)]) -> String {
    let share = |count: &Count| count.percent().unwrap_or_default();
    let said = |(title, count): &(String, Count)| {
        format!("{}\u{a0}sur\u{a0}{} ({title})", count.reached, count.of)
    };
    let least = counts.iter().min_by_key(|(_, count)| share(count));
    // Of several that have as many, the first.
    let most = counts.iter().rev().max_by_key(|(_, count)| share(count));
    let words = match (least, most) {
        (Some(least), Some(most)) if share(&least.1) < share(&most.1) => {
            format!("de\u{a0}{} à\u{a0}{}", said(least), said(most))
        }
        (Some(_), _) => "autant dans chaque centre".to_owned(),
        (None, _) => String::new(),
    };
    format!("{}\u{a0}: {words}", super::stage(stage))
}

/// Above the charts of the centres.
pub const CHARTS: &str = "Le graphique de chaque centre, calculé par le questionnaire auquel il répond. Les numéros sont ceux de ses champs \
    d’action.";

/// Which charts are shown, where there are more.
pub fn charts_max(number: usize) -> String {
    format!(
        "{} au plus à la fois\u{a0}: décochez un centre pour en montrer un autre.",
        plural(number, "graphique", "graphiques")
    )
}

/// The chart of two in one sentence, for those who do not see it.
pub fn chart(stage: Stage, [one, other]: &[String; 2]) -> String {
    format!(
        "Graphique de l’étape\u{a0}{stage}\u{a0}: part des items atteints par {one} et par {other}, champ par champ. Les chiffres de chaque \
         champ sont dans le tableau qui suit."
    )
}

/// What the table of two centres is.
pub fn two_caption(stage: Stage) -> String {
    format!("Items atteints à l’étape\u{a0}{stage} par champ d’action, dans deux centres")
}

/// To be confirmed.
pub const ERASE_SURE: &str = "Effacer tous les dossiers de cet appareil\u{202f}? Cela ne s’annule pas. Téléchargez d’abord la sauvegarde de tous \
    les centres.";

/// What becomes of a file with several dossiers.
pub const INCLUDED: &str = "Chaque dossier coché s’ajoute à votre liste comme un nouveau centre. Aucun des vôtres n’est remplacé ni modifié.";

/// Nothing is chosen.
pub const NOTHING_TICKED: &str = "Cochez au moins un dossier à ajouter.";

/// The title of the card of a file that came in.
pub fn included(name: &str, number: usize) -> String {
    format!(
        "Sauvegarde «\u{a0}{}\u{a0}»\u{a0}: {}",
        closed(name),
        plural(number, "dossier", "dossiers")
    )
}

/// « , 2 positionnements gardés », after what else is in a dossier.
pub fn taken(number: usize) -> String {
    if number == 0 {
        return String::new();
    }
    let taken = plural(number, "positionnement gardé", "positionnements gardés");
    [", ", &taken].concat()
}

/// Dossiers of a file were added.
pub fn added(number: usize) -> String {
    match number {
        0 => "Aucun dossier n’a été ajouté.".to_owned(),
        1 => "Ajouté à la liste\u{a0}: 1\u{a0}dossier.".to_owned(),
        more => format!(
            "Ajoutés à la liste\u{a0}: {}.",
            plural(more, "dossier", "dossiers")
        ),
    }
}

/// Beside what erases one dossier, where there are several.
pub const ONE_OF_SEVERAL: &str = "Ce navigateur garde les dossiers de plusieurs centres\u{a0}: seul celui qui est ouvert est effacé ici. Son nom reste \
    dans la liste.";

/// One dossier of several was erased.
pub const OTHERS_STAY: &str =
    "Seul le dossier de ce centre est effacé\u{a0}: ceux des autres centres sont toujours là.";

/// The way to the first second one.
pub const SEVERAL: &str = "Votre établissement a plusieurs centres\u{202f}?";
