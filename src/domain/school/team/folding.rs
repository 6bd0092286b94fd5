//! What may be shown to others: a group of fewer than five people is folded into « ensemble », and so is one more role
//! where subtracting the roles that are shown from the whole would reveal such a group.

use super::Role;
use super::spread::{Spread, Tally};

/// Fewer people than this are never shown as a group of their own.
pub const GROUP_MIN: u16 = 5;

/// What may be shown of the spread of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// « Ensemble »; `None` where fewer than five people said something, so that nothing of the spread is shown.
    pub all: Option<Tally>,
    /// The roles that are shown beside it, in order.
    pub roles: Vec<(Role, Tally)>,
    /// Whether a role is only shown within « ensemble ».
    pub has_folded: bool,
}

impl Spread {
    /// What of this may be shown to others.
    pub fn folded(&self) -> Folded {
        let heard = |(_, tally): &&(Role, Tally)| tally.people() > 0;
        let (mut shown, mut hidden) = (Vec::new(), 0);
        for role in self.roles.iter().filter(heard) {
            if role.1.people() >= GROUP_MIN {
                shown.push(role.clone());
            } else {
                hidden += role.1.people();
            }
        }
        let mut has_folded = hidden > 0;
        while (1..GROUP_MIN).contains(&hidden)
            && let Some(smallest) = smallest(&shown)
        {
            hidden += shown.remove(smallest).1.people();
            has_folded = true;
        }
        Folded {
            all: (self.all.people() >= GROUP_MIN).then_some(self.all.without_silent()),
            roles: shown
                .into_iter()
                .map(|(role, tally)| (role, tally.without_silent()))
                .collect(),
            has_folded,
        }
    }
}

impl Tally {
    /// The same without those who said nothing: how many of a role were asked could be subtracted too.
    fn without_silent(self) -> Self {
        Self { silent: 0, ..self }
    }
}

/// The place of the smallest group, the last of several.
fn smallest(groups: &[(Role, Tally)]) -> Option<usize> {
    let places = groups.iter().enumerate().rev();
    let smallest = places.min_by_key(|(_, (_, tally))| tally.people());
    smallest.map(|(place, _)| place)
}
