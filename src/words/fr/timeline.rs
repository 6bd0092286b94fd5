//! French sentences of « Évolution »: positionings taken at a date, and what changed between two.

use super::item_state;
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::school::plan::Objective;
use crate::domain::school::positioning::{Count, ItemState};
use crate::domain::school::questionnaire::{ItemId, Stage};
use crate::domain::school::timeline::{Comparison, FieldChange, Head, Look, Move};
use crate::domain::text::{agree, plural};

/// The title of the screen.
pub const TITLE: &str = "Évolution";

/// What it is for.
pub const LEAD: &str = "Gardez le positionnement d’aujourd’hui avant de le modifier\u{a0}: l’an prochain, vous verrez ce qui a \
    changé. Un positionnement gardé ne change plus.";

/// What a review is.
pub const REVIEW: &str = "Un an après, chaque réponse est marquée «\u{a0}à revoir\u{a0}» sous son item\u{a0}: un bouton dit qu’elle est inchangée, ou \
    vous la modifiez. Rien n’est effacé, et vous voyez ce qu’il reste à revoir. Gardez d’abord le positionnement de l’an dernier.";

/// How an item stands in a review.
pub fn look(look: Look) -> &'static str {
    match look {
        Look::Pending => "À revoir",
        Look::Unchanged => "Revu\u{a0}: inchangé",
        Look::Changed => "Revu\u{a0}: modifié",
    }
}

/// « 5 items revus sur 21 depuis le 3 septembre 2027. »
pub fn reviewed(looked: usize, of: usize, since: &str) -> String {
    format!(
        "{} sur\u{a0}{of}, depuis le\u{a0}{since}.",
        plural(looked, "item revu", "items revus")
    )
}

/// « Reprendre à l’item 1.2.1 ».
pub fn go_on_at(item: ItemId) -> String {
    format!("Reprendre à l’item\u{a0}{item}")
}

/// The title of the page for a successor.
pub const HANDOVER: &str = "Passer le relais";

/// What it is for.
pub const HANDOVER_LEAD: &str = "Tout ce dont a besoin la personne qui vous succède tient dans une sauvegarde. Ouverte sur son ordinateur, elle \
    reprend tout là où vous en êtes, années comprises.";

/// Who may have the file.
pub const HANDOVER_NAMES: &str = "Ce fichier peut contenir des noms\u{a0}: donnez-le à la seule personne qui vous succède, par une clé ou \
    par le dossier partagé de l’établissement.";

/// Beside the text for a successor.
pub const NOTE_HINT: &str =
    "Ce mot reste sur cet appareil et va dans vos sauvegardes. Aucun lien ne le donne.";

/// No date comes next.
pub const NOTHING_NEXT: &str = "Aucun objectif en cours n’a d’échéance à venir.";

/// What a successor does.
pub const STEPS: [&str; 3] = [
    "Ouvrez l’outil à l’adresse habituelle, puis «\u{a0}Partage\u{a0}», «\u{a0}Ouvrir une sauvegarde\u{a0}», et choisissez le fichier.",
    "Relisez ce qu’il contient, puis «\u{a0}En faire mon dossier\u{a0}»\u{a0}: réponses, plan et années sont à vous.",
    "Avant de modifier les réponses, gardez un positionnement à la page «\u{a0}Évolution\u{a0}»\u{a0}: la comparaison partira de là.",
];

/// Before anything is answered.
pub const NOTHING_TO_TAKE: &str =
    "Rien n’est encore renseigné\u{a0}: il n’y a pas encore de positionnement à garder.";

/// Before two can be compared.
pub const NOTHING_TO_COMPARE: &str = "Dès qu’un positionnement est gardé, la comparaison avec aujourd’hui apparaît ici\u{a0}: \
    par champ d’action et par item, ce qui a été gagné ou perdu, et les objectifs atteints entre-temps.";

/// Beside the day of a positioning to take.
pub const DAY_HINT: &str = "Une date passée convient pour un positionnement fait sur papier.";

/// Beside its name.
pub const NAME_HINT: &str = "Par exemple\u{a0}: conseil d’administration de juin.";

/// Another tab has the pen, or nothing could be kept.
pub const NOT_KEPT: &str = "Rien n’a pu être gardé sur cet appareil, souvent parce que l’espace est plein. Votre dossier n’est pas \
    touché\u{a0}: téléchargez une sauvegarde à la page Partage.";

/// A positioning that could not be deleted.
pub const NOT_DELETED: &str =
    "Ce positionnement n’a pas pu être supprimé. Réessayez dans un instant.";

/// A positioning that is in the list, and cannot be read whole.
pub const UNREAD: &str = "Ce positionnement ne se lit plus en entier. Il reste tel quel sur cet appareil et dans vos sauvegardes.";

/// What stands for the dossier as it is now, where two are compared.
pub const NOW: &str = "Aujourd’hui";

/// « Les plus anciens (25) », folded.
pub fn older(number: usize) -> String {
    format!("Les plus anciens ({number})")
}

/// Said where a positioning answers another questionnaire than the dossier.
pub const OF_ANOTHER: &str = "Un positionnement fait avec un autre questionnaire ne se compare pas à ce dossier\u{a0}: il n’est pas proposé ici.";

/// The button beside what came by a link or in a file.
pub const COMPARE: &str = "Comparer avec mon dossier";

/// How what came is called where two are compared; `whose` says who sent it, empty where nobody knows.
pub fn received(whose: &str) -> String {
    match whose {
        "" => "Reçu".to_owned(),
        whose => format!("Reçu\u{a0}: {whose}"),
    }
}

/// The day has no sensible value.
pub const NO_DAY: &str = "Donnez une date.";

/// « Gardé : positionnement du 27 novembre 2026. »
pub fn taken(day: Day, name: &str) -> String {
    format!("Gardé\u{a0}: positionnement {}.", of_the_day(day, name))
}

/// « du 27 novembre 2026, « Conseil de juin » ».
pub fn of_the_day(day: Day, name: &str) -> String {
    match name {
        "" => format!("du\u{a0}{}", day.text()),
        name => format!("du\u{a0}{}, «\u{a0}{}\u{a0}»", day.text(), closed(name)),
    }
}

/// « 27 novembre 2026 – Conseil de juin »: in a list of choices.
pub fn named(head: &Head) -> String {
    match head.name.as_str() {
        "" => head.day.text(),
        name => format!("{} – {}", head.day.text(), closed(name)),
    }
}

/// « Étape 1 : 9 sur 21 · étape 2 : 5 sur 21 · étape 3 : 2 sur 21 ».
pub fn figures(counts: &[Count; 3]) -> String {
    let figures = Stage::ALL.map(|stage| {
        let count = stage.of(counts);
        let word = if stage == Stage::One {
            "Étape"
        } else {
            "étape"
        };
        format!(
            "{word}\u{a0}{stage}\u{a0}: {}\u{a0}sur\u{a0}{}",
            count.reached, count.of
        )
    });
    figures.join(" · ")
}

/// « +2 », « −1 », « 0 ».
pub fn signed(gain: i32) -> String {
    match gain {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{more}"),
        fewer => format!("−{}", fewer.unsigned_abs()),
    }
}

/// « +2, de 9 à 11 sur 21 »; « 0, inchangé : 5 sur 21 ».
pub fn gain(gain: i32, before: Count, after: Count) -> String {
    let signed = signed(gain);
    let of = after.of;
    let total = if before.of == of {
        String::new()
    } else {
        format!(" (sur\u{a0}{} avant)", before.of)
    };
    if gain == 0 {
        format!(
            "{signed}, inchangé\u{a0}: {}\u{a0}sur\u{a0}{of}{total}",
            after.reached
        )
    } else {
        format!(
            "{signed}, de\u{a0}{} à\u{a0}{}\u{a0}sur\u{a0}{of}{total}",
            before.reached, after.reached
        )
    }
}

/// « 27 novembre 2026 → Aujourd’hui ».
pub fn between(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

/// The whole in one sentence: « 3 étapes gagnées, 1 perdue, 1 objectif atteint. »
pub fn summary(comparison: &Comparison) -> String {
    if comparison.is_nothing() {
        return "Rien n’a changé entre les deux.".to_owned();
    }
    let moves = |wanted| {
        let fields = comparison.fields.iter();
        let of = |stage| move |field: &FieldChange| field.moved(stage, wanted).count();
        Stage::ALL
            .into_iter()
            .map(|stage| fields.clone().map(of(stage)).sum::<usize>())
            .sum::<usize>()
    };
    let (gained, lost) = (moves(Move::Gained), moves(Move::Lost));
    let mut parts = Vec::new();
    if gained > 0 {
        parts.push(plural(gained, "étape gagnée", "étapes gagnées"));
    }
    if lost > 0 {
        parts.push(plural(lost, "étape perdue", "étapes perdues"));
    }
    if gained + lost == 0 {
        parts.push("Aucune étape gagnée ni perdue".to_owned());
    }
    let reached = comparison.reached.len();
    if reached > 0 {
        parts.push(plural(reached, "objectif atteint", "objectifs atteints"));
    }
    parts.join(", ") + "."
}

/// « Étape 2 gagnée », « Étape 1 perdue ».
pub fn moved(stage: Stage, one: Move) -> String {
    let what = match one {
        Move::Gained => "gagnée",
        Move::Lost => "perdue",
        Move::Unchanged => "inchangée",
    };
    format!("Étape\u{a0}{stage} {what}")
}

/// « À renseigner → Renseigné », where that changed.
pub fn states([before, after]: [ItemState; 2]) -> Option<String> {
    (before != after).then(|| format!("{} → {}", item_state(before), item_state(after)))
}

/// « Objectif atteint : Publier la charte ».
pub fn objective(objective: &Objective) -> String {
    let text = objective.description.trim();
    let text = if text.is_empty() {
        "sans description".to_owned()
    } else {
        closed(text)
    };
    format!("Objectif atteint\u{a0}: {text}")
}

/// How many items of a field are as they were.
pub fn unchanged(number: usize) -> String {
    format!(
        "{} {}",
        plural(number, "item", "items"),
        agree(number, "inchangé", "inchangés")
    )
}

/// The chart in one sentence, for those who do not see it.
pub fn chart(stage: Stage, comparison: &Comparison) -> String {
    let [before, after] = comparison.counts.map(|counts| *stage.of(&counts));
    format!(
        "Graphique de l’étape\u{a0}{stage}, avant et après, champ par champ. Au total, {}. Les chiffres de chaque champ sont dans le \
         tableau qui précède.",
        gain(comparison.gain(stage), before, after)
    )
}
