//! What a field says of what it does not save.

use crate::ui::kit::entry::Trouble;
use crate::words::fr::entry as say;

/// The sentence beside the field.
pub fn said(trouble: Trouble<'_>) -> String {
    match trouble {
        Trouble::TooLong(over, max, cut) => say::too_long(over, max, cut),
        Trouble::Joined(lines) => say::joined(lines),
        Trouble::NoDate { keeps } => say::no_date(keeps),
        Trouble::ShortYear { keeps } => say::short_year(keeps),
        Trouble::Emptied => say::EMPTIED.to_owned(),
    }
}
