//! Moments as the person's clock shows them: an input of every edit, never asked here.

use std::fmt;
use std::str::FromStr;

/// A local date and time, to the second. Stored as ISO 8601 (`2026-11-23T10:42:05`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
}

impl Moment {
    /// A moment, if these numbers are one: month 1–12, day 1–31 as the month allows, hour 0–23 …
    pub fn new(date: (u16, u8, u8), time: (u8, u8, u8)) -> Option<Self> {
        let ((year, month, day), (hour, minute, second)) = (date, time);
        let is_valid = (1..=9999).contains(&year)
            && (1..=days_in(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        is_valid.then_some(Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
        })
    }

    /// « 10 h 42 ».
    pub fn hour_text(self) -> String {
        format!("{}\u{a0}h\u{a0}{:02}", self.hour, self.minute)
    }

    /// « 1er décembre 2026 ».
    pub fn day_text(self) -> String {
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
        let month = MONTHS
            .get(usize::from(self.month) - 1)
            .copied()
            .unwrap_or_default();
        let day = if self.day == 1 {
            "1er".to_owned()
        } else {
            self.day.to_string()
        };
        format!("{day}\u{a0}{month} {}", self.year)
    }

    /// Whether both are of the same day.
    pub fn is_same_day(self, other: Self) -> bool {
        (self.year, self.month, self.day) == (other.year, other.month, other.day)
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

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
        } = self;
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )
    }
}

/// The text is not a moment such as `2026-11-23T10:42:05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a moment: expected a text such as 2026-11-23T10:42:05")]
pub struct MomentError;

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let (date, time) = text.split_once('T').ok_or(MomentError)?;
        let [year, month, day] = numbers(date, '-')?;
        let [hour, minute, second] = numbers(time, ':')?;
        let small = |number: u16| u8::try_from(number).map_err(|_| MomentError);
        let moment = Self::new(
            (year, small(month)?, small(day)?),
            (small(hour)?, small(minute)?, small(second)?),
        );
        moment
            .filter(|moment| moment.to_string() == text)
            .ok_or(MomentError)
    }
}

fn numbers(text: &str, separator: char) -> Result<[u16; 3], MomentError> {
    let mut parts = text
        .splitn(3, separator)
        .map(|part| part.parse().map_err(|_| MomentError));
    let mut next = || parts.next().unwrap_or(Err(MomentError));
    Ok([next()?, next()?, next()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_stored_in_iso_and_shown_in_french() {
        let moment: Moment = "2026-12-01T09:05:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2026-12-01T09:05:00");
        assert_eq!(moment.hour_text(), "9\u{a0}h\u{a0}05");
        assert_eq!(moment.day_text(), "1er\u{a0}décembre 2026");
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
}
