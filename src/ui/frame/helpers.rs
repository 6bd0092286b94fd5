//! What works beside every screen and is not seen on the first: it comes just after the start.

use crate::browser::copying;
use crate::session::Session;
use crate::ui::frame::{announcer, dropping, shortcuts};
use crate::ui::kit::view::View;
use crate::ui::shared::table;

/// Starts shortcuts and lean copying, for as long as the page lives; shows what is dropped, and says what changes.
pub fn helpers(session: Session) -> View {
    shortcuts::listen(session);
    copying::listen(table::UNSAID);
    View::all([announcer::announcer(session), dropping::dropping(session)])
}
