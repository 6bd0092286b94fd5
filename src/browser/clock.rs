//! The person's clock.

use js_sys::Date;

use crate::domain::date::Moment;

/// Now, in universal time. `None` where the clock shows a year that no ISO date has.
pub fn universal() -> Option<Moment> {
    let text = String::from(Date::new_0().to_iso_string());
    text.get(..19)?.parse().ok()
}

/// Now, in the person's own time zone. `None` where the clock shows a year that no ISO date has.
pub fn now() -> Option<Moment> {
    let date = Date::new_0();
    let small = |number: u32| u8::try_from(number).ok();
    Moment::new(
        (
            u16::try_from(date.get_full_year()).ok()?,
            small(date.get_month() + 1)?,
            small(date.get_date())?,
        ),
        (
            small(date.get_hours())?,
            small(date.get_minutes())?,
            small(date.get_seconds())?,
        ),
    )
}

/// Milliseconds since a moment that stays the same: only what lies between two calls means something.
pub fn milliseconds() -> f64 {
    Date::now()
}
