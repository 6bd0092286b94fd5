//! Which schools are looked at: those of one kind of centre, one school year, one label, or of several of these at once.

use super::Source;
use crate::domain::school::identity::{CentreKind, SchoolYear};

/// By what schools are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Kind of centre.
    Centre,
    /// School year.
    Year,
    /// What the person who gathers them wrote beside them.
    Label,
}

impl Dimension {
    /// The three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Centre, Self::Year, Self::Label];
}

/// A group of schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Those of this kind of centre, or that said none.
    Centre(Option<CentreKind>),
    /// Those of this school year, or whose year is not known.
    Year(Option<SchoolYear>),
    /// Those with this label; an empty one for those without.
    Label(String),
}

impl Group {
    /// By what it is one.
    pub fn dimension(&self) -> Dimension {
        match self {
            Self::Centre(_) => Dimension::Centre,
            Self::Year(_) => Dimension::Year,
            Self::Label(_) => Dimension::Label,
        }
    }

    /// Whether the school is in it.
    pub fn has(&self, source: &Source) -> bool {
        match self {
            Self::Centre(centre) => *centre == source.school.centre,
            Self::Year(year) => *year == source.school.year,
            Self::Label(label) => *label == source.label,
        }
    }

    /// The group of a school.
    pub(super) fn of(source: &Source, dimension: Dimension) -> Self {
        match dimension {
            Dimension::Centre => Self::Centre(source.school.centre),
            Dimension::Year => Self::Year(source.school.year),
            Dimension::Label => Self::Label(source.label.clone()),
        }
    }

    /// Whether it comes before another of its kind: the newest year first, labels by their letters, those who said nothing last.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        let kind = |centre: &Option<CentreKind>| {
            let place = |kind| CentreKind::ALL.iter().position(|one| *one == kind);
            centre.and_then(place).unwrap_or(CentreKind::ALL.len())
        };
        match (self, other) {
            (Self::Centre(one), Self::Centre(other)) => kind(one) < kind(other),
            (Self::Year(one), Self::Year(other)) => one > other,
            (Self::Label(one), Self::Label(other)) => {
                (one.is_empty(), one) < (other.is_empty(), other)
            }
            (Self::Centre(_) | Self::Year(_) | Self::Label(_), _) => false,
        }
    }
}

/// The groups that a school must be in to be counted; at most one of each dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter(Vec<Group>);

impl Filter {
    /// Of one group.
    pub fn only(group: Group) -> Self {
        Self(vec![group])
    }

    /// The group of this dimension, if schools are chosen by it.
    pub fn group(&self, dimension: Dimension) -> Option<&Group> {
        self.0.iter().find(|group| group.dimension() == dimension)
    }

    /// Chooses by this group, or by none of this dimension any more.
    pub fn set(&mut self, dimension: Dimension, group: Option<Group>) {
        self.0.retain(|one| one.dimension() != dimension);
        self.0.extend(group);
    }

    /// Whether every school is counted.
    pub fn is_open(&self) -> bool {
        self.0.is_empty()
    }

    /// The groups.
    pub fn groups(&self) -> &[Group] {
        &self.0
    }

    /// Whether this school is counted.
    pub fn has(&self, source: &Source) -> bool {
        self.0.iter().all(|group| group.has(source))
    }
}
