//! Keyboard shortcuts of the whole app: Ctrl+Z undoes outside text fields, Alt+Maj+1 … 6 go to a field.

use crate::browser::{dom, page};
use crate::domain::route::Route;
use crate::session::Session;

/// Listens for as long as the page lives.
pub fn listen(session: Session) {
    dom::on_key_down(Box::new(move |event| {
        let is_command = event.ctrl_key() || event.meta_key();
        let is_undo = is_command && !event.shift_key() && event.key().eq_ignore_ascii_case("z");
        if is_undo && !page::is_typing() {
            event.prevent_default();
            session.undo();
        }
        if event.alt_key() && event.shift_key() && !is_command {
            // By the key's place: with Maj an AZERTY keyboard gives a digit, a QWERTY one a sign.
            let place = event
                .code()
                .strip_prefix("Digit")
                .and_then(|digit| digit.parse::<usize>().ok());
            let field =
                place.and_then(|place| session.questionnaire.fields().nth(place.checked_sub(1)?));
            if let Some(field) = field {
                event.prevent_default();
                session.go(Route::Field(field.id));
            }
        }
    }));
}
