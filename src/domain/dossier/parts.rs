//! A dossier without some of its parts: what a person chooses not to give along with it.

use super::Dossier;
use crate::domain::answers::Answers;
use crate::domain::contacts::Contacts;
use crate::domain::identity::{BODIES, Identity};
use crate::domain::plan::{Objective, Plan};
use crate::domain::wire::json::Members;

/// The parts that are not given along. By default none: the dossier is whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Who it is about: the school, its centre, its team, the leads of objectives, the contacts; and the
    /// body, where it is in the school's own words.
    pub names: bool,
    /// Notes and links to proofs.
    pub texts: bool,
    /// The objectives.
    pub objectives: bool,
}

impl LeftOut {
    /// Whether the dossier is whole.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    /// What stands for them before a document on its way to another module: one letter each.
    pub fn letters(self) -> String {
        let letters = [(self.names, 'n'), (self.texts, 't'), (self.objectives, 'o')];
        let left_out = letters.into_iter().filter(|(is_left_out, _)| *is_left_out);
        left_out.map(|(_, letter)| letter).collect()
    }

    /// Those whose letters stand before a document, and the document, which starts with `{`.
    pub fn from_letters(text: &str) -> (Self, &str) {
        let (letters, document) = text.split_at(text.find('{').unwrap_or(text.len()));
        let left_out = Self {
            names: letters.contains('n'),
            texts: letters.contains('t'),
            objectives: letters.contains('o'),
        };
        (left_out, document)
    }
}

impl Dossier {
    /// The same without these parts. Members that this version does not know may hold anything: they are
    /// only in a whole dossier.
    #[must_use]
    pub fn without(&self, left_out: LeftOut) -> Self {
        let mut kept = self.clone();
        if left_out.names {
            kept.identity = unnamed(&self.identity);
            kept.contacts = Contacts::default();
            kept.plan = led_by_nobody(&self.plan);
        }
        if left_out.texts {
            kept.answers = Answers::default().adopting(&self.answers);
        }
        if left_out.objectives {
            kept.plan = Plan::default();
        }
        if !left_out.is_nothing() {
            kept.unknown_fields = Members::default();
        }
        kept
    }
}

/// When, what kind of centre, and before which of the usual bodies.
fn unnamed(identity: &Identity) -> Identity {
    let is_usual = BODIES.contains(&identity.body.as_str());
    Identity {
        centre: identity.centre,
        school_year: identity.school_year,
        positioned_on: identity.positioned_on,
        body: if is_usual {
            identity.body.clone()
        } else {
            String::new()
        },
        ..Identity::default()
    }
}

fn led_by_nobody(plan: &Plan) -> Plan {
    let mut unled = plan.clone();
    for (id, objective) in plan.iter() {
        let lead = String::new();
        unled.set(
            id,
            Objective {
                lead,
                ..objective.clone()
            },
        );
    }
    unled
}
