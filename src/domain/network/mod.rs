//! « Réseau »: what many schools have in common. Dossiers are added one by one, in any order; of each only what is counted
//! stays in memory ([`School`]). The newest version of a school counts, and what is counted of it is [`super::school::positioning`]'s.

mod common;
mod figures;
mod filter;
mod reading;
mod school;

pub use common::{Aimed, Lacking};
pub use figures::{BANDS, FieldFigures, Figures, ItemFigures, band};
pub use filter::{Dimension, Filter, Group};
pub use reading::{Found, Refusal, SIZE_MAX, find_schools, read_file, read_link, read_unpacked};
pub use school::{NotCounted, School};

use std::cmp::Ordering;

use super::school::questionnaire::Questionnaire;
use super::school::team::{GROUP_MIN, shown};

/// Most dossiers that are counted together.
pub const SCHOOLS_MAX: usize = 1_000;
/// Most files that are told of without being counted.
pub const REFUSED_MAX: usize = 1_000;
/// Longest label, in characters.
pub const LABEL_MAX: usize = 60;

/// A dossier that was read, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The path of its file, or the start of its code.
    pub origin: String,
    /// What the person who gathers them wrote beside it; empty for nothing.
    pub label: String,
    /// What is counted of it.
    pub school: School,
}

/// Something that was read and is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The path of the file, or the start of the code.
    pub origin: String,
    /// Why.
    pub why: Refusal,
}

/// What a dossier is among those of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It is counted.
    Counted,
    /// It says the same as the one of this origin, which is counted.
    Same(&'a str),
    /// The one of this origin is a newer version of the same school.
    Older(&'a str),
}

/// Whether schools are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// They are.
    #[default]
    Shown,
    /// They are not, and nothing is said of fewer than five.
    Hidden,
}

/// Whether so few schools are not told of: they are not named. None at all is no group.
pub fn is_too_few(names: Names, schools: u16) -> bool {
    names == Names::Hidden && (1..GROUP_MIN).contains(&schools)
}

/// The network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// School by school, the newest version of each first.
    sources: Vec<Source>,
    /// By origin.
    refused: Vec<Refused>,
}

impl Network {
    /// Adds a dossier. The same one of the same origin changes nothing. False where there is no room for one more.
    pub fn add(&mut self, source: Source) -> bool {
        let place = self.sources.binary_search_by(|one| place(one, &source));
        match place {
            // The label that was given last is meant.
            Ok(known) => {
                if let Some(one) = self.sources.get_mut(known) {
                    one.label = source.label;
                }
                true
            }
            Err(_) if self.sources.len() >= SCHOOLS_MAX => false,
            Err(place) => {
                self.sources.insert(place, source);
                true
            }
        }
    }

    /// Notes something that is not counted; what was noted already changes nothing.
    pub fn refuse(&mut self, refused: Refused) {
        let key = |one: &Refused| (one.origin.clone(), one.why.number());
        let found = self.refused.binary_search_by_key(&key(&refused), key);
        if let Err(place) = found
            && self.refused.len() < REFUSED_MAX
        {
            self.refused.insert(place, refused);
        }
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.refused.is_empty()
    }

    /// Everything that was read as a dossier, school by school, with what became of it.
    pub fn sources(&self) -> impl Iterator<Item = (&Source, Standing<'_>)> {
        let mut newest: Option<&Source> = None;
        self.sources.iter().map(move |source| {
            let standing = match newest {
                Some(first) if first.school.is_same_content(&source.school) => {
                    Standing::Same(&first.origin)
                }
                Some(first) if first.school.is_same_school(&source.school) => {
                    Standing::Older(&first.origin)
                }
                Some(_) | None => {
                    newest = Some(source);
                    Standing::Counted
                }
            };
            (source, standing)
        })
    }

    /// What was read and is not counted.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// The schools that are counted: of each the newest version that the filter lets through.
    pub fn counted(&self, filter: &Filter) -> Vec<&Source> {
        let mut counted: Vec<&Source> = Vec::new();
        for source in self.sources.iter().filter(|source| filter.has(source)) {
            let last = counted.last();
            if !last.is_some_and(|last| last.school.is_same_school(&source.school)) {
                counted.push(source);
            }
        }
        counted
    }

    /// The groups of a dimension, and how many schools each counts. Where schools are not named, a group of fewer than
    /// five is not offered, nor one by which such a group could be found.
    pub fn groups(&self, dimension: Dimension, names: Names) -> Vec<(Group, usize)> {
        let mut groups: Vec<Group> = Vec::new();
        for source in &self.sources {
            let group = Group::of(source, dimension);
            if !groups.contains(&group) {
                let place = groups.iter().take_while(|one| one.is_before(&group));
                groups.insert(place.count(), group);
            }
        }
        let sizes = groups.into_iter().map(|group| {
            let size = self.counted(&Filter::only(group.clone())).len();
            (group, size)
        });
        let sizes: Vec<_> = sizes.collect();
        match names {
            Names::Shown => sizes,
            Names::Hidden => without_small(sizes),
        }
    }

    /// The figures of the schools that are counted; none where they are not named and are too few.
    pub fn figures(
        &self,
        questionnaire: &Questionnaire,
        filter: &Filter,
        names: Names,
    ) -> Option<Figures> {
        let counted = self.counted(filter);
        let is_folded = names == Names::Hidden && !self.may_show(filter, counted.len());
        (!is_folded && !counted.is_empty()).then(|| Figures::of(questionnaire, &counted))
    }

    /// Whether so many schools may be shown without their names: all of them, or one group that is offered.
    fn may_show(&self, filter: &Filter, counted: usize) -> bool {
        let is_group = match filter.groups() {
            [] => true,
            [group] => {
                let offered = self.groups(group.dimension(), Names::Hidden);
                offered.iter().any(|(one, _)| one == group)
            }
            _ => false,
        };
        is_group && counted >= usize::from(GROUP_MIN)
    }
}

/// What of these groups may be shown.
fn without_small(groups: Vec<(Group, usize)>) -> Vec<(Group, usize)> {
    let size = |group: &(Group, usize)| u16::try_from(group.1).unwrap_or(u16::MAX);
    let sizes: Vec<_> = groups.iter().map(size).collect();
    let shown = shown(&sizes).into_iter();
    let kept = groups.into_iter().zip(shown);
    kept.filter_map(|(group, is_shown)| is_shown.then_some(group))
        .collect()
}

fn place(one: &Source, other: &Source) -> Ordering {
    let schools = one.school.place(&other.school);
    schools.then_with(|| one.origin.cmp(&other.origin))
}
