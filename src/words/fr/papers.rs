//! What the papers share: their titles, whose they are, the figures.

use super::planning::{joined, school};
use super::{RULE, count, percent, progress, source};
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::paper::{Block, Level, Table};
use crate::domain::route::PaperScreen;
use crate::domain::school::answers::at_most;
use crate::domain::school::identity::Identity;
use crate::domain::school::positioning::{Count, Positioning};
use crate::domain::school::questionnaire::{Questionnaire, Stage};

/// Title of the window on the screen of a paper.
pub fn title(paper: PaperScreen) -> &'static str {
    match paper {
        PaperScreen::Roadmap => "Feuille de route",
        PaperScreen::Report => super::report::TITLE,
        PaperScreen::Minutes => super::minutes::SCREEN,
    }
}

/// Said while a file for a word processor is made.
pub const MAKING: &str = "Préparation du document…";

/// Whose it is, when it was positioned and by whom, on which day it was made. The head of a printed page says the same.
pub fn head(identity: &Identity, today: Option<Day>) -> Vec<String> {
    let Identity {
        school: _,
        centre: _,
        centre_name: _,
        school_year,
        positioned_on,
        body,
        team: _,
    } = identity;
    let year = school_year.map(|year| format!("Année scolaire\u{a0}{year}"));
    let day = positioned_on.map(|day| format!("Positionnement du\u{a0}{}", day.text()));
    let when = joined([year.unwrap_or_default(), day.unwrap_or_default()]);
    let team: Vec<_> = identity.functions().map(closed).collect();
    let team = match team.as_slice() {
        [] => String::new(),
        team => format!("Équipe projet\u{a0}: {}", team.join(", ")),
    };
    let today = today.map(|day| format!("Document préparé le\u{a0}{}", day.text()));
    let lines = [
        school(identity),
        joined([when, closed(body.trim())]),
        team,
        today.unwrap_or_default(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Where a paper comes from.
pub fn foot(questionnaire: &Questionnaire) -> String {
    format!("{} {}.", source(questionnaire), super::APP)
}

/// A title of the first rank.
pub fn part(title: impl Into<String>) -> Block {
    Block::Heading(Level::One, title.into())
}

/// A title of the second rank.
pub fn section(title: impl Into<String>) -> Block {
    Block::Heading(Level::Two, title.into())
}

/// « 9 sur 21 (43 %) ».
pub fn figure(counted: Count) -> String {
    format!("{} ({})", count(counted), percent(counted)).replace(' ', "\u{a0}")
}

/// How much is answered, the figures of each stage and of each field, and how they are counted.
pub fn figures(questionnaire: &Questionnaire, positioning: &Positioning) -> Vec<Block> {
    let mut stages = Table::new(
        "Items atteints à chaque étape",
        &[("Étape", 50), ("Items atteints", 50)],
    );
    for stage in Stage::ALL {
        let counted = *stage.of(&positioning.stages);
        stages.rows.push(vec![super::stage(stage), figure(counted)]);
    }
    let mut fields = Table::new(
        "Items atteints par champ d’action",
        &[
            ("Champ d’action", 46),
            ("Étape\u{a0}1", 18),
            ("Étape\u{a0}2", 18),
            ("Étape\u{a0}3", 18),
        ],
    );
    for field in questionnaire.fields() {
        let of = |stage: Stage| {
            let counted = positioning
                .field(field.id)
                .map(|one| *stage.of(&one.stages));
            figure(counted.unwrap_or_default())
        };
        let [one, two, three] = Stage::ALL.map(of);
        fields.rows.push(vec![
            format!("{} {}", field.id, field.title),
            one,
            two,
            three,
        ]);
    }
    let whose = super::whose_figures(questionnaire).unwrap_or_default();
    vec![
        Block::Text(
            format!("{}. {whose}", progress(positioning.progress))
                .trim()
                .to_owned(),
        ),
        Block::Table(stages),
        Block::Table(fields),
        Block::Text(format!("Règle de calcul. {RULE}")),
    ]
}

/// A text on one line, cut with « … » where it is longer.
pub fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = at_most(&line, most);
    if cut.len() < line.len() {
        closed(&format!("{}…", cut.trim_end()))
    } else {
        closed(&cut)
    }
}
