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
        let heard: Vec<_> = self.roles.iter().filter(heard).collect();
        let sizes: Vec<_> = heard.iter().map(|(_, tally)| tally.people()).collect();
        let shown = shown(&sizes);
        let has_folded = shown.contains(&false);
        let roles = heard.into_iter().zip(shown);
        Folded {
            all: (self.all.people() >= GROUP_MIN).then_some(self.all.without_silent()),
            roles: roles
                .filter(|(_, is_shown)| *is_shown)
                .map(|((role, tally), _)| (role.clone(), tally.without_silent()))
                .collect(),
            has_folded,
        }
    }
}

/// Which groups of these sizes may be shown beside the whole of them: those that are large enough, but for the smallest
/// where subtracting what is shown would reveal what is not.
pub fn shown(sizes: &[u16]) -> Vec<bool> {
    let mut shown: Vec<_> = sizes.iter().map(|size| *size >= GROUP_MIN).collect();
    loop {
        let groups = || sizes.iter().zip(&shown).enumerate();
        let hidden = groups().filter(|(_, (_, is_shown))| !**is_shown);
        let hidden: u32 = hidden.map(|(_, (size, _))| u32::from(*size)).sum();
        // The last of several.
        let left = groups().rev().filter(|(_, (_, is_shown))| **is_shown);
        let smallest = left.min_by_key(|(_, (size, _))| **size);
        match smallest.map(|(place, _)| place) {
            Some(place) if (1..u32::from(GROUP_MIN)).contains(&hidden) => {
                shown.get_mut(place).into_iter().for_each(|is| *is = false);
            }
            Some(_) | None => return shown,
        }
    }
}

impl Tally {
    /// The same without those who said nothing: how many of a role were asked could be subtracted too.
    fn without_silent(self) -> Self {
        Self { silent: 0, ..self }
    }
}
