//! « Identité »: whose positioning it is. Asked once, all optional; people are named by their
//! function only. Goes into the file and onto paper; a name of it goes into a link only
//! where the person asks for it.

use std::fmt;

use super::answers::at_most;
use crate::domain::date::Day;

/// Longest text of one line, in characters.
pub const TEXT_MAX: usize = 200;
/// Longest text about the project team, in characters.
pub const TEAM_MAX: usize = 1_000;

/// Bodies before which a positioning is held, offered while typing: the two that the source names,
/// then usual ones. Any other may be typed, as the source says.
pub const BODIES: [&str; 6] = [
    "Conseil de l’éducation et de la formation (CEF)",
    "Conseil d’administration",
    "Conseil intérieur",
    "Conseil de centre",
    "Équipe de direction",
    "Équipe projet",
];

/// « Identité » of the school, of its centre and of the positioning. An empty text says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// « Établissement »: its name, at most [`TEXT_MAX`] characters.
    pub school: String,
    /// « Centre »: what kind of centre positions itself.
    pub centre: Option<CentreKind>,
    /// Name of the centre, at most [`TEXT_MAX`] characters.
    pub centre_name: String,
    /// « Année scolaire ».
    pub school_year: Option<SchoolYear>,
    /// « Date du positionnement ».
    pub positioned_on: Option<Day>,
    /// « Instance » before which it is held, such as one of [`BODIES`]; at most [`TEXT_MAX`] characters.
    pub body: String,
    /// « Équipe projet », as functions, one a line; at most [`TEAM_MAX`] characters.
    pub team: String,
}

impl Identity {
    /// Whether nothing was said.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The functions of the project team: its lines that are not empty.
    pub fn functions(&self) -> impl Iterator<Item = &str> {
        self.team
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }

    /// The same with every text cut to its longest.
    #[must_use]
    pub fn within_limits(&self) -> Self {
        Self {
            school: at_most(&self.school, TEXT_MAX),
            centre: self.centre,
            centre_name: at_most(&self.centre_name, TEXT_MAX),
            school_year: self.school_year,
            positioned_on: self.positioned_on,
            body: at_most(&self.body, TEXT_MAX),
            team: at_most(&self.team, TEAM_MAX),
        }
    }

    /// The one thing that was typed since `before`; `None` where a choice was made or more changed.
    pub fn typed_since(&self, before: &Self) -> Option<IdentityEntry> {
        let mut typed = IdentityEntry::ALL
            .into_iter()
            .filter(|entry| !entry.is_same(self, before));
        let is_chosen = (self.centre, self.school_year) != (before.centre, before.school_year);
        match (typed.next(), typed.next()) {
            (Some(only), None) if !is_chosen => Some(only),
            (Some(_) | None, _) => None,
        }
    }
}

/// What is typed into, key after key, in the form of the identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityEntry {
    /// Name of the school.
    School,
    /// Name of the centre.
    CentreName,
    /// Date of the positioning: browsers report each digit.
    PositionedOn,
    /// The body.
    Body,
    /// The project team.
    Team,
}

impl IdentityEntry {
    const ALL: [Self; 5] = [
        Self::School,
        Self::CentreName,
        Self::PositionedOn,
        Self::Body,
        Self::Team,
    ];

    fn is_same(self, one: &Identity, other: &Identity) -> bool {
        match self {
            Self::School => one.school == other.school,
            Self::CentreName => one.centre_name == other.centre_name,
            Self::PositionedOn => one.positioned_on == other.positioned_on,
            Self::Body => one.body == other.body,
            Self::Team => one.team == other.team,
        }
    }
}

/// « Centre »: what an agricultural public school is made of, and schools beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CentreKind {
    /// « Lycée ».
    Lycee,
    /// « CFA », for apprentices.
    Cfa,
    /// « CFPPA », for adults.
    Cfppa,
    /// « Exploitation agricole »: the school's farm.
    Farm,
    /// « Atelier technologique »: the school's workshop.
    Workshop,
    /// « MFR ».
    Mfr,
    /// « Lycée privé ».
    PrivateLycee,
}

impl CentreKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Lycee,
        Self::Cfa,
        Self::Cfppa,
        Self::Farm,
        Self::Workshop,
        Self::Mfr,
        Self::PrivateLycee,
    ];

    /// The one that is called so.
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.text() == text)
    }

    /// « Lycée », « CFA » …
    pub fn text(self) -> &'static str {
        match self {
            Self::Lycee => "Lycée",
            Self::Cfa => "CFA",
            Self::Cfppa => "CFPPA",
            Self::Farm => "Exploitation agricole",
            Self::Workshop => "Atelier technologique",
            Self::Mfr => "MFR",
            Self::PrivateLycee => "Lycée privé",
        }
    }
}

/// « Année scolaire », by the year in which it starts: 2000 to 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(u16);

impl SchoolYear {
    /// The school year that starts in this year, if it is one of 2000 to 2099.
    pub fn starting_in(year: u16) -> Option<Self> {
        (2000..2100).contains(&year).then_some(Self(year))
    }

    /// The school year of a day: it starts in September.
    pub fn of(day: Day) -> Option<Self> {
        let years_back = u16::from(day.month() < 9);
        Self::starting_in(day.year() - years_back)
    }

    /// The year in which it starts, 2000 to 2099.
    pub fn start(self) -> u16 {
        self.0
    }
}

/// « 2026‑2027 », with a hyphen that does not break.
impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{2011}{}", self.0, self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_is_shown_by_both_its_years() {
        let shown = |day: Option<Day>| SchoolYear::of(day.unwrap()).map(|year| year.to_string());
        let year = Some("2026\u{2011}2027".to_owned());
        assert_eq!(shown(Day::new(2026, 9, 1)), year);
        assert_eq!(shown(Day::new(2027, 8, 31)), year);
        assert_ne!(shown(Day::new(2026, 8, 31)), year);
        assert_eq!(shown(Day::new(1, 1, 1)), None);
        assert_eq!(shown(Day::new(2000, 1, 1)), None);
        assert_eq!(SchoolYear::starting_in(2100), None);
    }

    #[test]
    fn the_team_is_read_line_by_line() {
        let identity = Identity {
            team: "Directeur adjoint\n\n  Professeur TIM \r\n".into(),
            ..Identity::default()
        };
        let functions: Vec<_> = identity.functions().collect();
        assert_eq!(functions, ["Directeur adjoint", "Professeur TIM"]);
    }

    #[test]
    fn one_text_typed_is_told_from_a_choice_and_from_several() {
        let before = Identity::default();
        let mut after = Identity {
            body: "CEF".into(),
            ..before.clone()
        };
        assert_eq!(after.typed_since(&before), Some(IdentityEntry::Body));
        assert_eq!(before.typed_since(&before), None);
        after.centre = Some(CentreKind::Cfa);
        assert_eq!(after.typed_since(&before), None, "a choice too");
        after.centre = None;
        after.school = "EPLEFPA".into();
        assert_eq!(after.typed_since(&before), None, "two texts");
    }
}
