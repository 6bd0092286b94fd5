//! French sentences about the identity, the objectives and the schedule.

use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::school::identity::Identity;
use crate::domain::school::plan::{Binned, Objective, Plan, Status};
use crate::domain::school::questionnaire::{FieldId, Questionnaire, Stage, StatementId};
use crate::domain::school::reading::Missing;
use crate::domain::text::{agree, plural};

/// « Lycée Les Prés – CFA du Val – 2026‑2027 »; empty where nothing of it was said.
pub fn identity(identity: &Identity) -> String {
    let year = identity.school_year.map(|year| year.to_string());
    joined([school(identity), year.unwrap_or_default()])
}

/// The same and before whom it is held: « … – 2026‑2027 – Conseil d’administration ».
pub fn positioned(identity: &Identity) -> String {
    joined([self::identity(identity), closed(identity.body.trim())])
}

/// « Lycée Les Prés – CFA du Val ».
pub fn school(identity: &Identity) -> String {
    let kind = identity.centre.map(|centre| centre.text().to_owned());
    let centre = match (kind, identity.centre_name.trim()) {
        (kind, "") => kind,
        (_, name) => Some(closed(name)),
    };
    joined([closed(identity.school.trim()), centre.unwrap_or_default()])
}

/// Those of two texts that are not empty, with a dash between them.
pub fn joined(texts: [String; 2]) -> String {
    let [one, other] = &texts;
    let dash = if one.is_empty() || other.is_empty() {
        ""
    } else {
        " – "
    };
    [one, dash, other].concat()
}

/// Said of a name that is too long for a link.
pub const NAME_CUT: &str =
    "Un lien porte 120 caractères d’un nom au plus\u{a0}: seul le début du vôtre y figurera.";

/// What a link tells with a name.
pub fn sender_given(name: &str) -> String {
    format!("Le nom «\u{a0}{}\u{a0}»", closed(name))
}

/// Whose a received positioning is, by its sender.
pub fn sender_received(name: &str) -> String {
    format!("{}, d’après la personne qui a donné le lien.", closed(name))
}

/// The button that makes an objective of what is missing.
pub const MAKE_OBJECTIVE: &str = "En faire un objectif";

/// Under an item that reaches its last stage, or is not concerned.
pub const NOTHING_TO_REACH: &str = "Il ne reste aucune étape à atteindre pour cet item.";

/// Title of the objectives that are proposed.
pub const PROPOSALS: &str = "Par où commencer";

/// What they are.
pub const PROPOSED: &str = "D’après vos réponses, ce qui est le plus proche d’une nouvelle étape. Un clic prépare l’objectif, que vous \
    récrivez ensuite à votre façon.";

/// Where they will come from.
pub const NO_PROPOSAL_YET: &str = "Dès que des items seront renseignés, trois objectifs seront proposés ici d’après ce qui manque.";

/// Said of an objective whose statement is ticked in full.
pub const AIM_REACHED: &str = "Toutes les conditions de cette étape sont cochées.";

/// Said of an objective whose item is not concerned.
pub const AIM_NOT_CONCERNED: &str =
    "Cet item est répondu «\u{a0}Non concerné\u{a0}»\u{a0}: il n’y a rien à y viser.";

/// Asked of an objective that is done, while conditions of what it aims at are not ticked.
pub const IS_AIM_REACHED: &str = "Objectif terminé\u{a0}: l’établissement fait-il maintenant tout ce que dit cette étape\u{202f}?";

/// The button that ticks it.
pub fn tick(statement: StatementId) -> String {
    let StatementId { item, stage } = statement;
    format!("Cocher l’étape\u{a0}{stage} de l’item\u{a0}{item}")
}

/// Said of an objective whose item reaches a higher stage.
pub fn aim_passed(higher: Stage) -> String {
    format!(
        "L’établissement atteint déjà l’étape\u{a0}{higher} de cet item\u{a0}: celle-ci n’est plus à viser."
    )
}

/// « il manque 2 conditions sur 6 ».
pub fn missing(missing: &Missing) -> String {
    let number = missing.conditions.len();
    let conditions = plural(number, "condition", "conditions");
    match missing.of {
        1 => format!("il manque {conditions}"),
        of => format!("il manque {conditions} sur\u{a0}{of}"),
    }
}

/// « Étape 2 : il manque 3 conditions sur 5 »; of a statement of one sentence, « Étape 2 : à atteindre ».
pub fn missing_at_stage(one: &Missing) -> String {
    let stage = super::stage(one.statement.stage);
    match one.of {
        1 => format!("{stage}\u{a0}: à atteindre"),
        _ => format!("{stage}\u{a0}: {}", missing(one)),
    }
}

/// « 1.1 Pilotage, impulsion et organisation »; the id alone of a field that the questionnaire does not have.
pub fn field(id: FieldId, questionnaire: &Questionnaire) -> String {
    let title = questionnaire.field(id).map(|field| field.title.as_str());
    format!("{id} {}", title.unwrap_or_default())
}

/// What an objective is called: its description, or what it aims at while it has none.
pub fn objective_name(objective: &Objective, questionnaire: &Questionnaire) -> String {
    let description = objective.description.trim();
    if !description.is_empty() {
        return closed(description);
    }
    match aim(objective, questionnaire) {
        aim if aim.is_empty() => "Objectif à décrire".to_owned(),
        aim => format!("À décrire\u{a0}: {aim}"),
    }
}

/// « Item 1.1.3 La charte numérique, étape 2 », either of both alone, or nothing.
pub fn aim(objective: &Objective, questionnaire: &Questionnaire) -> String {
    let item = objective.item.map(|id| {
        let title = questionnaire.item(id).map(|item| item.title.as_str());
        format!("Item {id} {}", title.unwrap_or_default())
    });
    match (item, objective.stage) {
        (Some(item), Some(stage)) => format!("{item}, étape\u{a0}{stage}"),
        (item, stage) => item.or(stage.map(super::stage)).unwrap_or_default(),
    }
}

/// « 8 objectifs : 2 à lancer, 5 en cours, 1 terminé. 1 objectif est en retard. Prochaine échéance le 18 décembre
/// 2026. »; « 2 objectifs en cours. » where all of them are in the same state.
pub fn plan(plan: &Plan, today: Day) -> String {
    let with = |status: Status| plan.iter().filter(|(_, one)| one.status == status).count();
    let late = plan.iter().filter(|(_, one)| one.is_late(today)).count();
    let counted = Status::ALL
        .into_iter()
        .map(|status| (with(status), status))
        .filter(|(count, _)| *count > 0);
    let counted: Vec<_> = counted.collect();
    let mut text = plural(plan.len(), "objectif", "objectifs");
    if let [(count, status)] = counted.as_slice() {
        text.push_str(&format!(" {}.", in_a_sentence(*status, *count)));
    } else {
        let counted = counted
            .into_iter()
            .map(|(count, status)| format!("{count}\u{a0}{}", in_a_sentence(status, count)));
        let counted: Vec<_> = counted.collect();
        text.push_str(&format!("\u{a0}: {}.", counted.join(", ")));
    }
    if late > 0 {
        let late = plural(late, "objectif est", "objectifs sont");
        text.push_str(&format!(" {late} en retard."));
    }
    let open = plan.iter().filter(|(_, one)| one.status.is_open());
    let next = open.filter_map(|(_, one)| one.due.filter(|due| *due >= today));
    if let Some(next) = next.min() {
        text.push_str(&format!(" Prochaine échéance le\u{a0}{}.", next.text()));
    }
    text
}

/// « à lancer », « terminés »: so many of this status.
pub(super) fn in_a_sentence(status: Status, count: usize) -> &'static str {
    match status {
        Status::ToStart => "à lancer",
        Status::Ongoing => "en cours",
        Status::Done => agree(count, "terminé", "terminés"),
        Status::Abandoned => agree(count, "abandonné", "abandonnés"),
    }
}

/// « Du 7 sept. 2026 au 13 nov. 2026 »; a dash where neither is said.
pub fn dates(objective: &Objective) -> String {
    match (objective.start, objective.due) {
        (Some(start), Some(due)) => {
            format!("Du {} au {}", start.short_text(), due.short_text())
        }
        (None, Some(due)) => due.short_text(),
        (Some(start), None) => format!("À partir du {}", start.short_text()),
        (None, None) => "–".to_owned(),
    }
}

/// « Part des classes équipées – 8 sur 10 »; a dash where nothing is said.
pub fn measure(objective: &Objective) -> String {
    match (objective.indicator.trim(), objective.target.trim()) {
        ("", "") => "–".to_owned(),
        ("", only) | (only, "") => only.to_owned(),
        (indicator, target) => format!("{}\u{a0}: {target}", closed(indicator)),
    }
}

/// What the « Corbeille » is, and why nothing can be taken out of it where that is so.
pub fn bin(is_plan_full: bool) -> &'static str {
    if is_plan_full {
        "L’échéancier est plein\u{a0}: pour y remettre un objectif, supprimez-en d’abord un autre."
    } else {
        "Un objectif supprimé attend ici 30 jours au moins, puis disparaît."
    }
}

/// « Supprimé le 24 novembre 2026, gardé jusqu’au 24 décembre 2026 au moins. »
pub fn binned(binned: &Binned, last_edit: Option<Day>, today: Day) -> String {
    let deleted = format!("Supprimé le\u{a0}{}, ", binned.deleted_on.text());
    let gone_on = binned.gone_on();
    if today < gone_on {
        format!("{deleted}gardé jusqu’au {} au moins.", gone_on.text())
    } else if binned.is_due(last_edit, today) {
        deleted + "disparaît à la prochaine modification."
    } else {
        deleted + "peut disparaître à partir de demain."
    }
}

/// « l’objectif « Équiper les salles » », heard after the name of a button.
pub fn about(name: &str) -> String {
    format!(" l’objectif «\u{a0}{name}\u{a0}»")
}
