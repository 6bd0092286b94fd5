//! « Réponses reçues »: the contributions that a school has gathered, each person once. Merging two sets is
//! commutative, associative and idempotent: in whatever order twenty codes come, and however often, the set is the same.

use super::{Contribution, ContributionId, Role};
use crate::domain::date::Day;
use crate::domain::school::answers::{Declared, ItemAnswer, Response};
use crate::domain::school::questionnaire::{FieldId, ItemId, Stage};

/// What became of a contribution that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addition {
    /// A person who had not answered yet.
    Added,
    /// It took the place of what she had sent before.
    Replaced,
    /// It was there already, the same.
    Known,
    /// She has sent a newer one since, which stays.
    Older,
}

/// The contributions of a school, one for each id, in the order of the ids: it says nothing of who answered first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered(Vec<Contribution>);

impl Gathered {
    /// Adds a contribution: of one id, the highest revision stays. Two of one revision that differ come from a form that
    /// was copied to two devices; the same of the two stays whichever came first.
    pub fn add(&mut self, new: Contribution) -> Addition {
        match self.0.binary_search_by_key(&new.id, |known| known.id) {
            Err(place) => {
                self.0.insert(place, new);
                Addition::Added
            }
            Ok(place) => match self.0.get_mut(place) {
                // One that had been fitted to what is asked now may come back as an answer to that.
                Some(known) if rank(known) == rank(&new) => Addition::Known,
                Some(known) if rank(&new) > rank(known) => {
                    *known = new;
                    Addition::Replaced
                }
                Some(_) | None => Addition::Older,
            },
        }
    }

    /// Adds all of another set.
    pub fn merge(&mut self, other: &Self) {
        for contribution in &other.0 {
            self.add(contribution.clone());
        }
    }

    /// Takes one out. `None` where there is none of this id.
    pub fn remove(&mut self, id: ContributionId) -> Option<Contribution> {
        let place = self.0.iter().position(|known| known.id == id)?;
        Some(self.0.remove(place))
    }

    /// The one of this id.
    pub fn get(&self, id: ContributionId) -> Option<&Contribution> {
        self.0.iter().find(|known| known.id == id)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Contribution> {
        self.0.iter()
    }

    /// How many people answered.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The roles of those who answered, each once: those with a word of their own first, in the order in which they are
    /// offered, then own words in alphabetical order.
    pub fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = Vec::new();
        for contribution in &self.0 {
            if let Err(place) = roles.binary_search(&contribution.role) {
                roles.insert(place, contribution.role.clone());
            }
        }
        roles
    }
}

impl FromIterator<Contribution> for Gathered {
    fn from_iter<T: IntoIterator<Item = Contribution>>(all: T) -> Self {
        let mut gathered = Self::default();
        for contribution in all {
            gathered.add(contribution);
        }
        gathered
    }
}

/// What decides between two contributions of one id: the revision, then all the rest, so that the same one stays in
/// whatever order they came.
type Rank<'a> = (
    u16,
    Option<Day>,
    &'a Role,
    &'a [FieldId],
    Vec<(ItemId, [u32; 4], &'a str, &'a [String])>,
);

fn rank(contribution: &Contribution) -> Rank<'_> {
    let Contribution {
        id: _,
        revision,
        role,
        answered_on,
        fields,
        answers,
        earlier: _,
    } = contribution;
    let answers = answers.iter().map(|(item, answer)| {
        let ItemAnswer {
            response,
            note,
            proofs,
        } = answer;
        (item, numbers(*response), note.as_str(), proofs.as_slice())
    });
    (*revision, *answered_on, role, fields, answers.collect())
}

/// A response as numbers that can be compared.
fn numbers(response: Response) -> [u32; 4] {
    match response {
        Response::Unanswered => [0; 4],
        Response::Declared(Declared::NoStage) => [1, 0, 0, 0],
        Response::Declared(Declared::Unknown) => [2, 0, 0, 0],
        Response::Declared(Declared::NotApplicable) => [3, 0, 0, 0],
        Response::Ticked(ticks) => {
            let [one, two, three] = Stage::ALL.map(|stage| ticks.bits(stage));
            [4, one, two, three]
        }
    }
}
