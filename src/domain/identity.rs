//! « Identité »: whose positioning it is. Here: the school year.

use std::fmt;

use super::date::Day;

/// « Année scolaire », by the year in which it starts: 2000 to 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(u16);

impl SchoolYear {
    /// The school year that starts in this year, if it is one of 2000 to 2099.
    pub fn starting_in(year: u16) -> Option<Self> {
        (2000..2100).contains(&year).then_some(Self(year))
    }

    /// The school year of a day: from August on the one that is about to start, for the staff is back
    /// before September.
    pub fn of(day: Day) -> Option<Self> {
        let years_back = u16::from(day.month() < 8);
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
        assert_eq!(shown(Day::new(2026, 8, 25)), year);
        assert_eq!(shown(Day::new(2027, 7, 31)), year);
        assert_ne!(shown(Day::new(2027, 8, 1)), year);
        assert_eq!(shown(Day::new(1, 1, 1)), None);
        assert_eq!(shown(Day::new(2000, 1, 1)), None);
        assert_eq!(SchoolYear::starting_in(2100), None);
    }
}
