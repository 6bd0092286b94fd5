//! « Ordre du jour » and « compte rendu » of a council: what is to be decided by the dossier, and what a person wrote.

use super::papers::{figure, foot, head, part, short};
use super::planning::{self, joined};
use super::progress;
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::minutes::{Kind, Minutes, Topic};
use crate::domain::paper::{Block, Paper, Table};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::identity::Identity;
use crate::domain::school::plan::{Objective, Priority};
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::{Questionnaire, Stage, StatementId};
use crate::domain::school::reading::Reading;

/// The title of the screen.
pub const SCREEN: &str = "Ordre du jour et compte rendu";

/// What the screen is for.
pub const LEAD: &str = "Ce que le conseil doit décider, d’après le dossier\u{a0}: les priorités, les pilotes, les dates. Choisissez le document, complétez-le, puis imprimez-le \
    ou finissez-le dans Word.";

/// Where what is written here stays.
pub const STAYS: &str = "Ce que vous écrivez ici reste sur cet appareil, même si vous fermez la page. Ce n’est ni dans la sauvegarde du dossier ni dans un lien\u{a0}: pour le \
    garder ailleurs, téléchargez le fichier Word.";

/// The same where the browser keeps nothing.
pub const LOST: &str = "Ce navigateur ne garde rien\u{a0}: ce que vous écrivez ici disparaîtra quand vous fermerez la page. Téléchargez le fichier Word avant.";

/// Longest name of a topic, in characters.
const NAME_MAX: usize = 160;

/// « Ordre du jour », « Compte rendu ».
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Agenda => "Ordre du jour",
        Kind::Minutes => "Compte rendu",
    }
}

/// The same in the list of both.
pub fn choice(kind: Kind) -> &'static str {
    match kind {
        Kind::Agenda => "Ordre du jour (avant la séance)",
        Kind::Minutes => "Compte rendu (après la séance)",
    }
}

/// Said where what was written was for another school.
pub fn other_school(school: &str) -> String {
    let school = match school.trim() {
        "" => "un dossier sans nom d’établissement".to_owned(),
        school => format!("«\u{a0}{}\u{a0}»", closed(school)),
    };
    format!(
        "Les décisions et les présents ci-dessous ont été écrits pour {school}. Vérifiez-les, ou repartez à blanc."
    )
}

/// What a topic is about: « Objectif – Équiper les salles », « 1.1.3 La charte numérique, étape 2 ».
pub fn topic(topic: Topic, dossier: &Dossier, questionnaire: &Questionnaire) -> String {
    match topic {
        Topic::Objective(id) => {
            let name = dossier
                .plan
                .get(id)
                .map(|one| planning::objective_name(one, questionnaire));
            short(&name.unwrap_or_default(), NAME_MAX)
        }
        Topic::Progress(StatementId { item, stage }) => {
            let title = questionnaire.item(item).map(|item| item.title.as_str());
            format!(
                "Item\u{a0}{item} {}, étape\u{a0}{stage}",
                title.unwrap_or_default()
            )
        }
    }
}

/// What the council is asked about a topic.
pub fn asked(topic: Topic, dossier: &Dossier, today: Option<Day>) -> String {
    match topic {
        Topic::Objective(id) => {
            let asked = dossier.plan.get(id).map(|one| about_objective(one, today));
            asked.unwrap_or_default()
        }
        Topic::Progress(_) => {
            "En faire un objectif\u{202f}? Si oui, choisir un pilote et une date.".to_owned()
        }
    }
}

fn about_objective(objective: &Objective, today: Option<Day>) -> String {
    let is_late = today.is_some_and(|today| objective.is_late(today));
    let due = match (objective.due, is_late) {
        (None, _) => "Fixer une échéance.",
        (Some(_), true) => "Échéance passée\u{a0}: nouvelle date, terminé ou abandonné\u{202f}?",
        (Some(_), false) => "",
    };
    let lead = if objective.lead.trim().is_empty() {
        "Désigner un pilote."
    } else {
        ""
    };
    let asked: Vec<_> = [lead, due]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let rank = match objective.priority {
        Priority::High => "Confirmer la priorité, le pilote et la date.",
        Priority::Usual => "Prioritaire ou non\u{202f}?",
    };
    match asked.as_slice() {
        [] => rank.to_owned(),
        asked => asked.join(" "),
    }
}

/// The paper that is wanted.
pub fn paper(
    minutes: &Minutes,
    dossier: &Dossier,
    questionnaire: &Questionnaire,
    today: Option<Day>,
) -> Paper {
    let reading = Reading::of(questionnaire, &dossier.answers);
    let positioning = Positioning::of(questionnaire, &dossier.answers);
    let council = closed(dossier.identity.body.trim());
    let council = if council.is_empty() {
        "Conseil".to_owned()
    } else {
        council
    };
    let held = minutes
        .on
        .map(|day| format!("séance du\u{a0}{}", day.text()));
    let mut lines = vec![joined([council, held.unwrap_or_default()])];
    // The first line says before whom.
    let identity = Identity {
        body: String::new(),
        ..dossier.identity.clone()
    };
    lines.extend(head(&identity, today));
    let mut blocks = Vec::new();
    let present = lines_of(&minutes.present);
    if minutes.kind == Kind::Minutes && !present.is_empty() {
        blocks.extend([part("Présents"), Block::List(present)]);
    }
    let stage = |stage: Stage| {
        format!(
            "{}\u{a0}: {}",
            super::stage(stage),
            figure(*stage.of(&positioning.stages))
        )
    };
    blocks.push(part("Où en est l’établissement"));
    let whose = super::whose_figures(questionnaire).unwrap_or_default();
    let answered = format!("{}. {whose}", progress(positioning.progress));
    blocks.push(Block::Text(answered.trim().to_owned()));
    blocks.push(Block::List(Stage::ALL.map(stage).into()));
    if questionnaire.adapted.is_some() {
        let official = Positioning::official(questionnaire, &dossier.answers);
        blocks.push(Block::Text(super::official_line(&official)));
    }
    blocks.push(part(match minutes.kind {
        Kind::Agenda => "À décider",
        Kind::Minutes => "Décisions",
    }));
    let topics = Topic::all(&dossier.plan, &reading).into_iter();
    let topics: Vec<_> = topics.filter(|one| !minutes.of(*one).is_left_out).collect();
    blocks.push(match topics.as_slice() {
        [] => Block::Text(NOTHING.to_owned()),
        topics => Block::Table(decisions(topics, minutes, dossier, questionnaire, today)),
    });
    let others = lines_of(&minutes.others);
    if !others.is_empty() {
        blocks.extend([part("Autres points"), Block::List(others)]);
    }
    Paper {
        title: kind(minutes.kind).to_owned(),
        lines,
        blocks,
        foot: foot(questionnaire),
    }
}

/// In the place of the topics, where there is none.
pub const NOTHING: &str = "Le dossier n’a pas encore de point à soumettre\u{a0}: aucun objectif en cours, aucun item dont une étape soit à atteindre.";

fn decisions(
    topics: &[Topic],
    minutes: &Minutes,
    dossier: &Dossier,
    questionnaire: &Questionnaire,
    today: Option<Day>,
) -> Table {
    let last = match minutes.kind {
        Kind::Agenda => "À décider",
        Kind::Minutes => "Décision du conseil",
    };
    let mut table = Table::new(
        last,
        &[("Point", 34), ("Pilote", 21), ("Échéance", 17), (last, 28)],
    );
    for topic in topics {
        let objective = match topic {
            Topic::Objective(id) => dossier.plan.get(*id),
            Topic::Progress(_) => None,
        };
        let lead = objective
            .map(|one| closed(one.lead.trim()))
            .filter(|lead| !lead.is_empty());
        let due = objective.and_then(|one| one.due).map(Day::short_text);
        let noted = minutes.of(*topic);
        let said = match minutes.kind {
            Kind::Agenda => own_or(&noted.asked, asked(*topic, dossier, today)),
            Kind::Minutes => closed(noted.decision.trim()),
        };
        let dash = || "–".to_owned();
        table.rows.push(vec![
            own_or(&noted.name, self::topic(*topic, dossier, questionnaire)),
            lead.unwrap_or_else(dash),
            due.unwrap_or_else(dash),
            said,
        ]);
    }
    table
}

/// What the person wrote, or what the dossier says where she wrote nothing.
pub fn own_or(own: &str, proposed: String) -> String {
    match own.trim() {
        "" => proposed,
        own => closed(own),
    }
}

/// The lines of a text that are not empty.
fn lines_of(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(closed).collect()
}
