//! What the papers share: their titles, whose they are, the figures.

use super::planning::{joined, school};
use super::{BOTH_COUNTS, COUNTS, RULE, count, percent, progress, source};
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::paper::{Block, Level, Table};
use crate::domain::route::PaperScreen;
use crate::domain::school::answers::{Answers, at_most};
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

/// How much is answered, the figures of each stage and of each field, and how they are counted. Where the questionnaire is
/// adapted, the official figures and those of our own stand side by side, each with its n.
pub fn figures(questionnaire: &Questionnaire, answers: &Answers) -> Vec<Block> {
    let own = Positioning::of(questionnaire, answers);
    let official = questionnaire
        .adapted
        .is_some()
        .then(|| Positioning::official(questionnaire, answers));
    let mut blocks = vec![Block::Text(format!("{}.", progress(own.progress)))];
    match official {
        None => {
            let heads = [("Étape", 50), ("Items atteints", 50)];
            blocks.push(by_stage(&heads, &[&own]));
            let title = "Items atteints par champ d’action";
            blocks.push(by_field(title, questionnaire, &own));
        }
        Some(official) => {
            let [one, other] = COUNTS;
            blocks.push(Block::Text(BOTH_COUNTS.to_owned()));
            let heads = [("Étape", 30), (one, 35), (other, 35)];
            blocks.push(by_stage(&heads, &[&official, &own]));
            for (name, counted) in COUNTS.into_iter().zip([&official, &own]) {
                let title = format!(
                    "Items atteints par champ d’action – {}",
                    name.to_lowercase()
                );
                blocks.push(by_field(&title, questionnaire, counted));
            }
        }
    }
    blocks.push(Block::Text(format!("Règle de calcul. {RULE}")));
    blocks
}

/// A line a stage, a column for each count.
fn by_stage(heads: &[(&str, u8)], counts: &[&Positioning]) -> Block {
    let mut table = Table::new("Items atteints à chaque étape", heads);
    for stage in Stage::ALL {
        let counts = counts.iter().map(|one| figure(*stage.of(&one.stages)));
        let row = std::iter::once(super::stage(stage)).chain(counts);
        table.rows.push(row.collect());
    }
    Block::Table(table)
}

/// A line a field, a column for each stage.
fn by_field(title: &str, questionnaire: &Questionnaire, positioning: &Positioning) -> Block {
    let mut fields = Table::new(
        title,
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
    Block::Table(fields)
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
