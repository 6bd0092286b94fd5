//! French sentences about the follow-up of an objective.

use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::school::plan::{
    FollowUp, NOTES_MAX, Objective, ObjectiveId, PLAN_NOTES_MAX, Rhythm,
};
use crate::domain::text::plural;

/// « Deux fois par an ».
pub fn rhythm(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Yearly => "Une fois par an",
        Rhythm::TwiceYearly => "Deux fois par an",
        Rhythm::ThriceYearly => "Trois fois par an",
        Rhythm::Monthly => "Chaque mois",
    }
}

/// Said of an objective that was just taken up.
pub const TAKEN_UP: &str = "Vous écrivez un nouvel objectif, copié de celui de l’an dernier\u{a0}: ses dates sont avancées d’un an, son état et son suivi repartent de zéro. \
    Relisez-le\u{202f}; l’ancien reste tel quel\u{a0}:";

/// « objectif n° 3 »: the link to the one of the year before.
pub fn taken_up_from(id: ObjectiveId) -> String {
    format!("objectif n°\u{a0}{id}")
}

/// Which days the milestones fall on, or what they need.
pub fn milestones(objective: &Objective) -> String {
    let days = objective.milestones();
    match (objective.rhythm, objective.due, days.as_slice()) {
        (None, _, _) => String::new(),
        (Some(_), None, _) => {
            "Donnez une échéance\u{a0}: les points d’étape se comptent depuis elle.".to_owned()
        }
        (Some(_), Some(_), []) => {
            "L’échéance suffit\u{a0}: aucun autre point d’étape avant elle.".to_owned()
        }
        (Some(_), Some(due), days) => {
            let days: Vec<_> = days.iter().map(|day| day.short_text()).collect();
            format!(
                "{}, puis l’échéance le {}.",
                days.join(", "),
                due.short_text()
            )
        }
    }
}

/// « 6 classes sur 10 le 12 mars 2027 (cible : 8 classes sur 10) »; what to do where no value was noted.
pub fn current(objective: &Objective) -> String {
    let Some(note) = objective.current() else {
        return "Aucune valeur notée pour l’instant\u{a0}: notez-la plus bas, sous «\u{a0}Suivi\u{a0}».".to_owned();
    };
    let value = closed(note.value.trim());
    let on = note.on.map(|day| format!(", le\u{a0}{}", day.text()));
    format!("{value}{}", on.unwrap_or_default())
}

/// « 12 mars 2027 : 6 classes sur 10 – commission réunie »: a note on one line.
pub fn note(note: &FollowUp) -> String {
    let on = note.on.map_or_else(|| "Sans date".to_owned(), Day::text);
    let (value, remark) = (closed(note.value.trim()), closed(note.remark.trim()));
    let dash = if value.is_empty() || remark.is_empty() {
        ""
    } else {
        " – "
    };
    format!("{on}\u{a0}: {value}{dash}{remark}")
}

/// Every note that says something, a line each.
pub fn history(objective: &Objective) -> String {
    let notes = objective.notes.iter().filter(|one| !one.is_blank());
    notes.map(note).collect::<Vec<_>>().join("\n")
}

/// Said where the whole plan keeps no more notes.
pub fn plan_full() -> String {
    let notes = plural(PLAN_NOTES_MAX, "note de suivi", "notes de suivi");
    format!(
        "Le dossier contient {notes}, le plus qu’il puisse garder\u{a0}: pour en ajouter une, supprimez-en une plus ancienne, ici ou dans un \
         autre objectif."
    )
}

/// Said where no more notes are kept.
pub fn full() -> String {
    let notes = plural(NOTES_MAX, "note", "notes");
    format!("Un objectif garde {notes}\u{a0}: pour en ajouter une, supprimez-en une plus ancienne.")
}
