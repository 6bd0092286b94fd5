//! What the form of an objective holds, as text for paper.

use super::aim::said;
use super::fields::Form;
use crate::domain::date::Day;
use crate::domain::school::plan::{Objective, Priority};
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::reading::Aim;
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::on_paper::rows;
use crate::words::fr::{follow_up, planning as say};

/// An objective, with what is said of it and nothing of what is not.
pub fn objective(form: Form) -> View {
    let questionnaire = form.session.questionnaire;
    let said = move || {
        let aim = form.read(|objective| (objective.item, objective.stage));
        let aim = aim.and_then(|(item, stage)| Some((questionnaire.item(item?)?, stage?)));
        let aim = aim.map(|(item, stage)| {
            let response = form.session.answer(item.id, |answer| answer.response);
            said(&Aim::of(item, response, stage), questionnaire)
        });
        let lines = form.read(|objective| lines(objective, questionnaire));
        let lines = lines.into_iter().flatten();
        rows(lines.chain([("Ce qui manque pour l’étape visée", aim.unwrap_or_default())]))
    };
    el_class("dl", "on-paper").dynamic(said).view()
}

fn lines(objective: &Objective, questionnaire: &Questionnaire) -> [(&'static str, String); 15] {
    let day = |day: Option<Day>| day.map(Day::text).unwrap_or_default();
    let first = match objective.priority {
        Priority::High => "Objectif prioritaire",
        Priority::Usual => "",
    };
    let judged = if objective.is_attainable {
        "Oui, de l’avis de l’établissement"
    } else {
        ""
    };
    let current = objective.current().map(|_| follow_up::current(objective));
    let (current, milestones) = (
        current.unwrap_or_default(),
        follow_up::milestones(objective),
    );
    [
        ("Ce qui sera fait", objective.description.trim().to_owned()),
        ("Champ d’action", say::field(objective.field, questionnaire)),
        ("Vise", say::aim(objective, questionnaire)),
        ("Indicateur", objective.indicator.clone()),
        ("Valeur cible", objective.target.clone()),
        ("Pilote", objective.lead.clone()),
        (
            "Moyens humains et financiers",
            objective.means.trim().to_owned(),
        ),
        ("Début", day(objective.start)),
        ("Échéance", day(objective.due)),
        ("État", objective.status.text().to_owned()),
        ("Priorité", first.to_owned()),
        ("Ambitieux et atteignable", judged.to_owned()),
        ("Valeur actuelle", current),
        ("Points d’étape", milestones),
        ("Suivi", follow_up::history(objective)),
    ]
}
