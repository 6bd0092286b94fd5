//! « Objectif SMART »: what a school sets itself in a field. Everything but the field may be left
//! empty: an objective is written little by little, in a meeting.

use super::follow_up::{self, FollowUp, Rhythm};
use crate::domain::date::Day;
use crate::domain::school::answers::at_most;
use crate::domain::school::questionnaire::{FieldId, ItemId, Questionnaire, Stage};

/// Longest description, in characters: the longest official statement (1,306) fits in it.
pub const DESCRIPTION_MAX: usize = 2_000;
/// Longest text about the means, in characters.
pub const MEANS_MAX: usize = 1_000;
/// Longest text of one line, in characters.
pub const LINE_MAX: usize = 200;

/// « Objectif SMART ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// The field it belongs to.
    pub field: FieldId,
    /// What is to be done; at most [`DESCRIPTION_MAX`] characters.
    pub description: String,
    /// The item it makes progress in, one of the field.
    pub item: Option<ItemId>,
    /// The stage it aims at: that of the item, or of the whole field.
    pub stage: Option<Stage>,
    /// « Pilote »: who leads it; at most [`LINE_MAX`] characters.
    pub lead: String,
    /// « Début ».
    pub start: Option<Day>,
    /// « Échéance ».
    pub due: Option<Day>,
    /// « Indicateur »: what is measured; at most [`LINE_MAX`] characters.
    pub indicator: String,
    /// « Valeur cible » of the indicator; at most [`LINE_MAX`] characters.
    pub target: String,
    /// « Moyens », of people and money; at most [`MEANS_MAX`] characters.
    pub means: String,
    /// How far it is.
    pub status: Status,
    /// Whether the school put it first.
    pub priority: Priority,
    /// Whether its writer judges it « ambitieux et atteignable »: nothing else can tell.
    pub is_attainable: bool,
    /// « Points d'étape »: how often it is looked at before it is due.
    pub rhythm: Option<Rhythm>,
    /// « Suivi »: what was noted since, in the order of writing; at most [`NOTES_MAX`](super::NOTES_MAX).
    pub notes: Vec<FollowUp>,
}

impl Objective {
    /// An objective of this field, with nothing written yet.
    pub fn new(field: FieldId) -> Self {
        Self {
            field,
            description: String::new(),
            item: None,
            stage: None,
            lead: String::new(),
            start: None,
            due: None,
            indicator: String::new(),
            target: String::new(),
            means: String::new(),
            status: Status::default(),
            priority: Priority::default(),
            is_attainable: false,
            rhythm: None,
            notes: Vec::new(),
        }
    }

    /// Whether it is due before `today` and still open.
    pub fn is_late(&self, today: Day) -> bool {
        self.status.is_open() && self.due.is_some_and(|due| due < today)
    }

    /// Whether it is due before it starts, which is surely a slip.
    pub fn ends_before_it_starts(&self) -> bool {
        self.start
            .zip(self.due)
            .is_some_and(|(start, due)| due < start)
    }

    /// Whether the questionnaire has its field, and its item if there is one.
    pub fn is_in(&self, questionnaire: &Questionnaire) -> bool {
        questionnaire.field(self.field).is_some()
            && self
                .item
                .is_none_or(|item| questionnaire.item(item).is_some())
    }

    /// The same with every text cut to its longest, and without an item of another field.
    #[must_use]
    pub fn within_limits(&self) -> Self {
        Self {
            field: self.field,
            description: at_most(&self.description, DESCRIPTION_MAX),
            item: self.item.filter(|item| item.field() == self.field),
            stage: self.stage,
            lead: at_most(&self.lead, LINE_MAX),
            start: self.start,
            due: self.due,
            indicator: at_most(&self.indicator, LINE_MAX),
            target: at_most(&self.target, LINE_MAX),
            means: at_most(&self.means, MEANS_MAX),
            status: self.status,
            priority: self.priority,
            is_attainable: self.is_attainable,
            rhythm: self.rhythm,
            notes: follow_up::within_limits(&self.notes),
        }
    }

    /// The one thing that was typed since `before`; `None` where a choice was made or more changed.
    pub fn typed_since(&self, before: &Self) -> Option<ObjectiveEntry> {
        let mut typed = ObjectiveEntry::ALL
            .into_iter()
            .filter(|entry| !entry.is_same(self, before));
        match (typed.next(), typed.next()) {
            (Some(only), None) if self.choices() == before.choices() => Some(only),
            (Some(_) | None, _) => None,
        }
    }

    /// What is chosen or pressed, not typed.
    fn choices(&self) -> impl PartialEq {
        let place = (self.field, self.item, self.stage);
        let state = (self.status, self.priority, self.is_attainable);
        (place, state, self.rhythm, self.notes.len())
    }
}

/// What is typed into, key after key, in the form of an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectiveEntry {
    /// What is to be done.
    Description,
    /// Who leads it.
    Lead,
    /// When it starts: browsers report each digit.
    Start,
    /// When it is due.
    Due,
    /// What is measured.
    Indicator,
    /// The value to reach.
    Target,
    /// The means.
    Means,
    /// The follow-up notes.
    Notes,
}

impl ObjectiveEntry {
    const ALL: [Self; 8] = [
        Self::Description,
        Self::Lead,
        Self::Start,
        Self::Due,
        Self::Indicator,
        Self::Target,
        Self::Means,
        Self::Notes,
    ];

    fn is_same(self, one: &Objective, other: &Objective) -> bool {
        match self {
            Self::Description => one.description == other.description,
            Self::Lead => one.lead == other.lead,
            Self::Start => one.start == other.start,
            Self::Due => one.due == other.due,
            Self::Indicator => one.indicator == other.indicator,
            Self::Target => one.target == other.target,
            Self::Means => one.means == other.means,
            Self::Notes => one.notes == other.notes,
        }
    }
}

/// « État d'avancement ». Four, and none for « en retard » or « reporté »: lateness is computed from the
/// due date, which is itself what changes when an objective is put off. An abandoned objective stays in
/// the schedule, for a council asks what became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// « À lancer »: decided, not started.
    #[default]
    ToStart,
    /// « En cours ».
    Ongoing,
    /// « Terminé »: the target is reached.
    Done,
    /// « Abandonné »: given up, never late any more.
    Abandoned,
}

impl Status {
    /// The four, in the order in which they are offered and sorted.
    pub const ALL: [Self; 4] = [Self::ToStart, Self::Ongoing, Self::Done, Self::Abandoned];

    /// Whether there is still something to do.
    pub fn is_open(self) -> bool {
        match self {
            Self::ToStart | Self::Ongoing => true,
            Self::Done | Self::Abandoned => false,
        }
    }

    /// « À lancer » …
    pub fn text(self) -> &'static str {
        match self {
            Self::ToStart => "À lancer",
            Self::Ongoing => "En cours",
            Self::Done => "Terminé",
            Self::Abandoned => "Abandonné",
        }
    }
}

/// « Prioritaire », or not: the source asks the school for its priority objectives, not for a rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// « Prioritaire ».
    High,
    /// Like the others.
    #[default]
    Usual,
}

impl Priority {
    /// Both, in the order in which they are offered and sorted.
    pub const ALL: [Self; 2] = [Self::High, Self::Usual];
}
