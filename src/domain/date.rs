//! Days and moments as the person's clock shows them: an input of every edit, never asked here.

use std::fmt;
use std::str::FromStr;

/// « 1er décembre »: the months in full.
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// « 1er déc. »: the months as French shortens them.
const SHORT_MONTHS: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// « Jour »: a civil date, years 1 to 9999. Stored as ISO 8601 (`2026-11-23`); the earlier is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// No school plans or looks back further than so many years.
const FAR_YEARS: u16 = 10;

impl Day {
    /// The first day there is: 1 January of the year 1.
    pub const FIRST: Self = Self {
        year: 1,
        month: 1,
        day: 1,
    };

    /// A day, if these numbers are one: year 1–9999, month 1–12, day 1–31 as the month allows.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_valid = (1..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day);
        is_valid.then_some(Self { year, month, day })
    }

    /// The first and the last day that fields offer: those of the school years there are. Others may be typed.
    pub const OFFERED: (&str, &str) = ("2000-01-01", "2099-12-31");

    /// Whether its year is so far from today's that it is surely a slip.
    pub fn is_far_from(self, today: Self) -> bool {
        // A clock that says nothing sensible gives the first day there is.
        today != Self::FIRST && self.year.abs_diff(today.year) > FAR_YEARS
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> u8 {
        self.day
    }

    /// Its number, counted from 1 for [`Day::FIRST`]: days apart are differences of numbers.
    pub fn number(self) -> u32 {
        let before = u32::from(self.year) - 1;
        let months: u32 = (1..self.month)
            .map(|month| u32::from(days_in(self.year, month)))
            .sum();
        before * 365 + before / 4 - before / 100 + before / 400 + months + u32::from(self.day)
    }

    /// The day of this number; `None` past 31 December 9999, and for 0.
    pub fn from_number(number: u32) -> Option<Self> {
        let mut rest = number.checked_sub(1)?;
        for year in 1..=9999 {
            for month in 1..=12 {
                let days = days_in(year, month);
                match u8::try_from(rest) {
                    Ok(day) if day < days => return Self::new(year, month, day + 1),
                    Ok(_) | Err(_) => rest -= u32::from(days),
                }
            }
        }
        None
    }

    /// « 1er décembre 2026 ».
    pub fn text(self) -> String {
        self.written(&MONTHS)
    }

    /// « 1er déc. 2026 »: for the narrow columns of a table.
    pub fn short_text(self) -> String {
        self.written(&SHORT_MONTHS)
    }

    /// « Décembre 2026 »: its month, as a title.
    pub fn month_title(self) -> String {
        let month = MONTHS.get(usize::from(self.month) - 1).copied();
        let mut letters = month.unwrap_or_default().chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        let month: String = first.into_iter().chain(letters).collect();
        format!("{month}\u{a0}{}", self.year)
    }

    /// « déc. »: its month, for the narrow columns of a table.
    pub fn short_month(self) -> &'static str {
        let month = SHORT_MONTHS.get(usize::from(self.month) - 1).copied();
        month.unwrap_or_default()
    }

    /// The day so many days later; no later than 31 December 9999.
    #[must_use]
    pub fn later(self, days: u16) -> Self {
        (0..days).fold(self, |day, _| day.next())
    }

    /// The same day a year later, or the last of that month; the same day after year 9999.
    #[must_use]
    pub fn next_year(self) -> Self {
        let Self { year, month, day } = self;
        Self::new(year + 1, month, day)
            .or_else(|| Self::new(year + 1, month, day - 1))
            .unwrap_or(self)
    }

    fn next(self) -> Self {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1)
            .or_else(|| Self::new(year, month + 1, 1))
            .or_else(|| Self::new(year + 1, 1, 1))
            .unwrap_or(self)
    }

    fn written(self, months: &[&str; 12]) -> String {
        let month = months
            .get(usize::from(self.month) - 1)
            .copied()
            .unwrap_or_default();
        let ordinal = if self.day == 1 { "er" } else { "" };
        format!("{}{ordinal}\u{a0}{month}\u{a0}{}", self.day, self.year)
    }
}

/// Days of a month; 0 for a month that does not exist.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// The text is not a day such as `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day: expected a text such as 2026-11-23")]
pub struct DayError;

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        numbers(text, '-')
            .and_then(|[year, month, day]| Self::new(year, small(month)?, small(day)?))
            .filter(|day| day.to_string() == text)
            .ok_or(DayError)
    }
}

/// A local date and time, to the second. Stored as ISO 8601 (`2026-11-23T10:42:05`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    day: Day,
    hour: u8,
    minute: u8,
    second: u8,
}

impl Moment {
    /// A moment, if these numbers are one: a [`Day`], hour 0–23, minute and second 0–59.
    pub fn new(date: (u16, u8, u8), time: (u8, u8, u8)) -> Option<Self> {
        let ((year, month, day), (hour, minute, second)) = (date, time);
        let day = Day::new(year, month, day)?;
        let is_valid = hour < 24 && minute < 60 && second < 60;
        is_valid.then_some(Self {
            day,
            hour,
            minute,
            second,
        })
    }

    /// Its day.
    pub fn day(self) -> Day {
        self.day
    }

    /// « 10 h 42 ».
    pub fn hour_text(self) -> String {
        format!("{}\u{a0}h\u{a0}{:02}", self.hour, self.minute)
    }

    /// « 1er décembre 2026 ».
    pub fn day_text(self) -> String {
        self.day.text()
    }

    /// How many seconds after `earlier` it is; `None` where it is before. Clocks that change between summer
    /// and winter are an hour off.
    pub fn seconds_since(self, earlier: Self) -> Option<u64> {
        let number = |moment: Self| {
            let hours = u64::from(moment.day.number()) * 24 + u64::from(moment.hour);
            (hours * 60 + u64::from(moment.minute)) * 60 + u64::from(moment.second)
        };
        number(self).checked_sub(number(earlier))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            day,
            hour,
            minute,
            second,
        } = self;
        write!(f, "{day}T{hour:02}:{minute:02}:{second:02}")
    }
}

/// The text is not a moment such as `2026-11-23T10:42:05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a moment: expected a text such as 2026-11-23T10:42:05")]
pub struct MomentError;

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let read = || {
            let (date, time) = text.split_once('T')?;
            let [year, month, day] = numbers(date, '-')?;
            let [hour, minute, second] = numbers(time, ':')?;
            Self::new(
                (year, small(month)?, small(day)?),
                (small(hour)?, small(minute)?, small(second)?),
            )
        };
        read()
            .filter(|moment| moment.to_string() == text)
            .ok_or(MomentError)
    }
}

fn small(number: u16) -> Option<u8> {
    u8::try_from(number).ok()
}

fn numbers(text: &str, separator: char) -> Option<[u16; 3]> {
    let mut parts = text.splitn(3, separator).map(|part| part.parse().ok());
    let mut next = || parts.next().flatten();
    Some([next()?, next()?, next()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_later_is_the_same_day_or_the_last_of_its_month() {
        for (day, next) in [
            ("2026-11-24", "2027-11-24"),
            ("2028-02-29", "2029-02-28"),
            ("9999-12-31", "9999-12-31"),
        ] {
            let day: Day = day.parse().unwrap();
            assert_eq!(day.next_year().to_string(), next);
        }
    }

    #[test]
    fn a_moment_is_stored_in_iso_and_shown_in_french() {
        let moment: Moment = "2026-12-01T09:05:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2026-12-01T09:05:00");
        assert_eq!(moment.hour_text(), "9\u{a0}h\u{a0}05");
        assert_eq!(moment.day_text(), "1er\u{a0}décembre\u{a0}2026");
    }

    #[test]
    fn seconds_are_counted_over_midnight_and_never_backwards() {
        let moment = |text: &str| text.parse::<Moment>().unwrap();
        let evening = moment("2026-12-31T23:59:58");
        assert_eq!(
            moment("2027-01-01T00:00:01").seconds_since(evening),
            Some(3)
        );
        assert_eq!(evening.seconds_since(evening), Some(0));
        assert_eq!(evening.seconds_since(moment("2027-01-01T00:00:00")), None);
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "2026-12-01",
            "2026-13-01T00:00:00",
            "2026-02-29T00:00:00",
            "2026-01-01T24:00:00",
            "2026-1-1T0:0:0",
            "+2026-01-01T00:00:00",
            "2026-01-01T00:00:00Z",
            "2026-01-00T00:00:00",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(MomentError), "{text:?}");
        }
        assert!("2028-02-29T23:59:59".parse::<Moment>().is_ok());
    }
    #[test]
    fn a_day_is_stored_in_iso_and_shown_in_french_in_full_or_short() {
        for (iso, text, short) in [
            (
                "2026-12-01",
                "1er\u{a0}décembre\u{a0}2026",
                "1er\u{a0}déc.\u{a0}2026",
            ),
            (
                "2027-08-11",
                "11\u{a0}août\u{a0}2027",
                "11\u{a0}août\u{a0}2027",
            ),
            (
                "2028-02-29",
                "29\u{a0}février\u{a0}2028",
                "29\u{a0}févr.\u{a0}2028",
            ),
        ] {
            let day: Day = iso.parse().unwrap();
            assert_eq!(day.to_string(), iso);
            assert_eq!((day.text(), day.short_text()), (text.into(), short.into()));
        }
    }

    #[test]
    fn a_year_far_off_is_told_from_one_that_a_school_plans() {
        let today: Day = "2026-11-24".parse().unwrap();
        for (day, is_far) in [
            ("2036-12-31", false),
            ("2016-01-01", false),
            ("2037-01-01", true),
            ("2015-12-31", true),
            ("0027-06-30", true),
        ] {
            assert_eq!(
                day.parse::<Day>().unwrap().is_far_from(today),
                is_far,
                "{day}"
            );
        }
        assert!(!today.is_far_from(Day::FIRST), "no clock");
        for offered in [Day::OFFERED.0, Day::OFFERED.1] {
            assert!(offered.parse::<Day>().is_ok());
        }
    }

    #[test]
    fn a_day_is_found_again_by_its_number() {
        for day in [
            "0001-01-01",
            "1899-12-30",
            "2000-02-29",
            "2026-12-31",
            "9999-12-31",
        ] {
            let day: Day = day.parse().unwrap();
            assert_eq!(Day::from_number(day.number()), Some(day));
        }
        let last: Day = "9999-12-31".parse().unwrap();
        assert_eq!(Day::from_number(last.number() + 1), None);
        assert_eq!(Day::from_number(0), None);
    }

    #[test]
    fn days_later_pass_the_ends_of_months_and_years() {
        for (day, days, later) in [
            ("2026-11-24", 30, "2026-12-24"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2028-02-01", 30, "2028-03-02"),
            ("2027-02-01", 30, "2027-03-03"),
            ("9999-12-30", 30, "9999-12-31"),
        ] {
            let day: Day = day.parse().unwrap();
            assert_eq!(day.later(days).to_string(), later);
        }
    }

    #[test]
    fn what_is_no_day_is_refused_and_days_are_in_order() {
        for text in [
            "",
            "2026-02-29",
            "2026-11-31",
            "2026-13-01",
            "2026-1-1",
            "0000-01-01",
            "12026-01-01",
            "2026-01-01-01",
            "2026-01-01T00:00:00",
            " 2026-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(DayError), "{text:?}");
        }
        assert!(Day::new(2026, 12, 31) < Day::new(2027, 1, 1));
        assert!(Day::new(2026, 9, 30) < Day::new(2026, 10, 1));
    }
}
