//! A dossier without some of its parts: what a person chooses not to give along with it.
//!
//! Each part is taken apart field by field, without `..`: a field that joins a type does not compile here
//! until somebody decides whether it leaves the device.

use super::Dossier;
use crate::domain::json::Members;
use crate::domain::school::answers::Answers;
use crate::domain::school::contacts::Contacts;
use crate::domain::school::identity::{BODIES, Identity};
use crate::domain::school::plan::{Objective, Plan};
use crate::domain::school::team::Decisions;
use crate::domain::school::timeline::Review;

/// What becomes of the « Corbeille » in a file. No link ever holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bin {
    /// What was deleted stays on the device.
    LeftOut,
    /// The person asked for it to go along.
    Given,
}

/// The parts that are not given along. By default none: the dossier is whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Who it is about: the school, its centre, its team, the leads of objectives, the contacts; and the
    /// body, where it is in the school's own words.
    pub names: bool,
    /// Notes and links to proofs, the follow-up notes of objectives, and what was decided together, with its reasons.
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
        let Self {
            names,
            texts,
            objectives,
        } = self;
        let letters = [(names, 'n'), (texts, 't'), (objectives, 'o')];
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
    /// The same without these parts, for a link: the « Corbeille » is in none. Members that this version does
    /// not know may hold anything: they are only given with everything else.
    #[must_use]
    pub fn without(&self, left_out: LeftOut) -> Self {
        let LeftOut {
            names,
            texts,
            objectives,
        } = left_out;
        let Self {
            identity,
            answers,
            plan,
            contacts,
            decisions,
            handover: _,
            review: _,
            adaptation,
            edited_at,
            unknown_fields,
        } = self;
        Self {
            identity: or(names, identity, unnamed),
            answers: or(texts, answers, Answers::responses_only),
            plan: if objectives {
                Plan::default()
            } else {
                bare(&plan.without_bin(), names, texts)
            },
            contacts: or(names, contacts, |_| Contacts::default()),
            decisions: or(texts, decisions, |_| Decisions::default()),
            // For a successor only, who gets the file.
            handover: String::new(),
            // Who receives a link looks at nothing again.
            review: Review::default(),
            // It gives the answers their meaning.
            adaptation: adaptation.clone(),
            edited_at: *edited_at,
            unknown_fields: or(!left_out.is_nothing(), unknown_fields, |_| {
                Members::default()
            }),
        }
    }

    /// The same as a file holds it.
    #[must_use]
    pub fn for_file(&self, bin: Bin) -> Self {
        let Self {
            identity,
            answers,
            plan,
            contacts,
            decisions,
            handover,
            review,
            adaptation,
            edited_at,
            unknown_fields,
        } = self;
        Self {
            identity: identity.clone(),
            answers: answers.clone(),
            plan: match bin {
                Bin::LeftOut => plan.without_bin(),
                Bin::Given => plan.clone(),
            },
            contacts: contacts.clone(),
            decisions: decisions.clone(),
            handover: handover.clone(),
            review: review.clone(),
            adaptation: adaptation.clone(),
            edited_at: *edited_at,
            unknown_fields: unknown_fields.clone(),
        }
    }
}

/// A part, or what is left of it where it is not given whole.
fn or<T: Clone>(is_left_out: bool, part: &T, rest: fn(&T) -> T) -> T {
    if is_left_out {
        rest(part)
    } else {
        part.clone()
    }
}

/// When, what kind of centre, and before which of the usual bodies.
fn unnamed(identity: &Identity) -> Identity {
    let mut unnamed = identity.clone();
    let Identity {
        school,
        centre: _,
        centre_name,
        school_year: _,
        positioned_on: _,
        body,
        team,
    } = &mut unnamed;
    for name in [school, centre_name, team] {
        name.clear();
    }
    if !BODIES.contains(&body.as_str()) {
        body.clear();
    }
    unnamed
}

/// The objectives, led by nobody where names stay, and without follow-up notes where texts do.
fn bare(plan: &Plan, names: bool, texts: bool) -> Plan {
    let mut bare = plan.clone();
    for (id, objective) in plan.iter() {
        let mut objective = objective.clone();
        let Objective {
            field: _,
            description: _,
            item: _,
            stage: _,
            lead,
            start: _,
            due: _,
            indicator: _,
            target: _,
            means: _,
            status: _,
            priority: _,
            is_attainable: _,
            rhythm: _,
            notes,
        } = &mut objective;
        if names {
            lead.clear();
        }
        if texts {
            notes.clear();
        }
        bare.set(id, objective);
    }
    bare
}
