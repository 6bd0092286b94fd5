//! « Ordre du jour » and « compte rendu » of a council: what a person writes beside the dossier. It stays on this device as a
//! setting: it is no part of the dossier, of its file or of any link.

use super::date::Day;
use super::json::{Members, NotThis, list, listed, quoted, string};
use super::school::answers::at_most;
use super::school::plan::{ObjectiveId, Plan};
use super::school::questionnaire::StatementId;
use super::school::reading::{MOST, Reading};

/// Longest text of one line, in characters.
pub const LINE_MAX: usize = 200;
/// Longest text of several lines, in characters.
pub const TEXT_MAX: usize = 2_000;

/// Which of the two papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// « Ordre du jour »: before the council.
    #[default]
    Agenda,
    /// « Compte rendu »: after it.
    Minutes,
}

/// What is to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// An open objective: its priority, its lead, its date.
    Objective(ObjectiveId),
    /// A line of progress that no open objective is about.
    Progress(StatementId),
}

impl Topic {
    /// What is to be decided by a plan and a reading: the open objectives, the first of them first; then the nearest lines of
    /// progress, [`MOST`] at most.
    pub fn all(plan: &Plan, reading: &Reading) -> Vec<Self> {
        let is_free = |statement: &StatementId| plan.open_about(statement.item).is_none();
        let progress = reading.progress.iter().map(|missing| missing.statement);
        let progress = progress.filter(is_free).take(MOST).map(Self::Progress);
        let objectives = plan.open_by_rank().into_iter().map(Self::Objective);
        objectives.chain(progress).collect()
    }

    /// By what it is known in the setting: `3`, `1.1.3/2`.
    pub fn key(self) -> String {
        match self {
            Self::Objective(id) => id.to_string(),
            Self::Progress(statement) => statement.to_string(),
        }
    }
}

/// What was written for a council.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    /// Which paper is wanted.
    pub kind: Kind,
    /// The school that it was written for: another dossier may have come since.
    pub school: String,
    /// The day of the council.
    pub on: Option<Day>,
    /// Who was there, one a line; at most [`TEXT_MAX`] characters.
    pub present: String,
    /// Other points, one a line; at most [`TEXT_MAX`] characters.
    pub others: String,
    /// What was written of each topic.
    pub topics: Vec<Noted>,
}

/// What was written of a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// [`Topic::key`].
    pub key: String,
    /// Whether it is not on the agenda.
    pub is_left_out: bool,
    /// What was decided; at most [`TEXT_MAX`] characters.
    pub decision: String,
    /// The point in own words; empty for those of the dossier. At most [`LINE_MAX`] characters.
    pub name: String,
    /// What is asked in own words; empty for those of the dossier. At most [`TEXT_MAX`] characters.
    pub asked: String,
}

impl Noted {
    /// Whether the wording is that of the dossier.
    pub fn is_as_proposed(&self) -> bool {
        self.name.trim().is_empty() && self.asked.trim().is_empty()
    }
}

impl Minutes {
    /// What was written of a topic.
    pub fn of(&self, topic: Topic) -> Noted {
        let key = topic.key();
        let found = self.topics.iter().find(|noted| noted.key == key);
        found.cloned().unwrap_or_else(|| Noted {
            key,
            ..Noted::default()
        })
    }

    /// Writes something of a topic.
    pub fn note(&mut self, topic: Topic, write: impl FnOnce(&mut Noted)) {
        let mut noted = self.of(topic);
        write(&mut noted);
        noted.decision = at_most(&noted.decision, TEXT_MAX);
        noted.name = at_most(&noted.name, LINE_MAX);
        noted.asked = at_most(&noted.asked, TEXT_MAX);
        self.topics.retain(|other| other.key != noted.key);
        if noted.is_left_out || !noted.decision.is_empty() || !noted.is_as_proposed() {
            self.topics.push(noted);
        }
    }

    /// Whether a person wrote or chose something, the kind of paper apart.
    pub fn is_blank(&self) -> bool {
        let Self {
            kind: _,
            school: _,
            on,
            present,
            others,
            topics,
        } = self;
        on.is_none() && present.is_empty() && others.is_empty() && topics.is_empty()
    }

    /// Whether it was written for another school than this one, whose dossier may have come since.
    pub fn is_for_another(&self, school: &str) -> bool {
        !self.is_blank() && self.school != school
    }

    /// The setting.
    pub fn write(&self) -> String {
        let Self {
            kind,
            school,
            on,
            present,
            others,
            topics,
        } = self;
        let on = on.map(|day| day.to_string()).unwrap_or_default();
        let kind = match kind {
            Kind::Agenda => "agenda",
            Kind::Minutes => "minutes",
        };
        let topic = |noted: &Noted| {
            let Noted {
                key,
                is_left_out,
                decision,
                name,
                asked,
            } = noted;
            let is_left_out = if *is_left_out { "true" } else { "false" };
            let mut parts = vec![quoted(key), is_left_out.to_owned(), quoted(decision)];
            // What has the dossier's wording stays as it was written before there was another.
            if !noted.is_as_proposed() {
                parts.extend([quoted(name), quoted(asked)]);
            }
            listed(parts)
        };
        let mut members = Members::default();
        for (name, text) in [
            ("kind", kind),
            ("school", school),
            ("on", &on),
            ("present", present),
            ("others", others),
        ] {
            members.set(name, quoted(text));
        }
        members.set("topics", listed(topics.iter().map(topic)));
        members.write()
    }

    /// What a setting says; what does not read says nothing.
    pub fn read(text: &str) -> Self {
        let members = Members::read(text).unwrap_or_default();
        let text = |name: &str, most: usize| {
            let text = members.get(name).and_then(|raw| string(raw).ok());
            at_most(&text.unwrap_or_default(), most)
        };
        let topics = members.get("topics").and_then(|raw| list(raw).ok());
        let topics = topics.unwrap_or_default();
        Self {
            kind: match text("kind", LINE_MAX).as_str() {
                "minutes" => Kind::Minutes,
                _ => Kind::Agenda,
            },
            school: text("school", LINE_MAX),
            on: text("on", LINE_MAX).parse().ok(),
            present: text("present", TEXT_MAX),
            others: text("others", TEXT_MAX),
            topics: topics.iter().filter_map(|raw| noted(raw).ok()).collect(),
        }
    }
}

fn noted(raw: &str) -> Result<Noted, NotThis> {
    let parts = list(raw)?;
    let (key, is_left_out, decision, name, asked) = match parts.as_slice() {
        [key, is_left_out, decision] => (key, is_left_out, decision, None, None),
        [key, is_left_out, decision, name, asked] => {
            (key, is_left_out, decision, Some(name), Some(asked))
        }
        _ => return Err(NotThis),
    };
    let own = |raw: Option<&String>, most| {
        raw.map_or(Ok(String::new()), |raw| {
            string(raw).map(|text| at_most(&text, most))
        })
    };
    Ok(Noted {
        key: string(key)?,
        is_left_out: is_left_out == "true",
        decision: at_most(&string(decision)?, TEXT_MAX),
        name: own(name, LINE_MAX)?,
        asked: own(asked, TEXT_MAX)?,
    })
}
