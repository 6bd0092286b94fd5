//! What works beside every screen and is not seen on the first: it comes just after the start.

use crate::browser::{clicks, copying, entries, place};
use crate::session::Session;
use crate::ui::frame::{dropping, shortcuts};
use crate::ui::kit::view::View;
use crate::ui::shared::table;

/// Watches where the person is and clicks that were not meant, starts shortcuts and lean copying, for as long as the page lives; says that a file can
/// be dropped.
pub fn helpers(session: Session) -> View {
    place::find();
    entries::follow();
    clicks::guard();
    shortcuts::listen(session);
    copying::listen(table::UNSAID);
    dropping::dropping(session)
}
