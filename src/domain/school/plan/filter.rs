//! « Filtrer »: which objectives of the schedule are shown, by who leads them, how far they are and whether they come first.

use super::{Objective, Plan, Priority, SortBy, Status};
use crate::domain::date::Day;
use crate::domain::text::folded;

/// How the schedule is shown: in which order, and which objectives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// « Présenter par ».
    pub sort_by: SortBy,
    /// « Filtrer ».
    pub filter: Filter,
}

impl From<SortBy> for Arrangement {
    /// Every objective, in this order.
    fn from(sort_by: SortBy) -> Self {
        let filter = Filter::default();
        Self { sort_by, filter }
    }
}

/// « Filtrer »: what an objective must be so that it is shown. What is not asked for keeps all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// « Pilote »: this name, however it is written; an empty text for nobody.
    pub lead: Option<String>,
    /// « État ».
    pub state: Option<State>,
    /// « Priorité ».
    pub priority: Option<Priority>,
}

/// « État » to filter by: late is not a status, but is what one looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// « En retard ».
    Late,
    /// Of this status, late or not.
    Of(Status),
}

impl State {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Late,
        Self::Of(Status::ToStart),
        Self::Of(Status::Ongoing),
        Self::Of(Status::Done),
        Self::Of(Status::Abandoned),
    ];

    fn is_that_of(self, objective: &Objective, today: Day) -> bool {
        match self {
            Self::Late => objective.is_late(today),
            Self::Of(status) => objective.status == status,
        }
    }
}

impl Filter {
    /// Whether it asks for nothing.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it shows this objective, on this day.
    pub fn keeps(&self, objective: &Objective, today: Day) -> bool {
        let Self {
            lead,
            state,
            priority,
        } = self;
        let is_led = |name: &String| lead_key(name) == lead_key(&objective.lead);
        lead.as_ref().is_none_or(is_led)
            && state.is_none_or(|state| state.is_that_of(objective, today))
            && priority.is_none_or(|priority| priority == objective.priority)
    }

    /// The same as far as there is something to filter: nothing in a plan of one objective, nor by a name that nobody
    /// has any more, as the person could not see why the schedule is empty. The name is spelled as in the list of leads.
    #[must_use]
    pub fn in_force(&self, plan: &Plan) -> Self {
        if plan.len() < 2 {
            return Self::default();
        }
        let spelled = |lead: &String| {
            let mut leads = plan.leads().into_iter();
            leads.find(|name| lead_key(name) == lead_key(lead))
        };
        Self {
            lead: self.lead.as_ref().and_then(spelled),
            ..self.clone()
        }
    }
}

impl Plan {
    /// « Pilotes »: who leads an objective, each name once as it is first written, in the order of a French dictionary;
    /// an empty text last, where one has nobody.
    pub fn leads(&self) -> Vec<String> {
        let mut leads: Vec<((bool, String), &str)> = Vec::new();
        for (_, objective) in self.iter() {
            let key = lead_key(&objective.lead);
            if let Err(place) = leads.binary_search_by(|(other, _)| other.cmp(&key)) {
                leads.insert(place, (key, objective.lead.trim()));
            }
        }
        leads.into_iter().map(|(_, name)| name.to_owned()).collect()
    }
}

/// By what names of leads are compared and sorted: without capitals and accents, nobody last.
pub(super) fn lead_key(lead: &str) -> (bool, String) {
    let name = folded(lead.trim());
    (name.is_empty(), name)
}
