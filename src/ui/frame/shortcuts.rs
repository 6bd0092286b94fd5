//! Keyboard shortcuts of the whole app: Ctrl+S saves the dossier's file, Ctrl+Z undoes and Ctrl+Maj+Z or Ctrl+Y
//! does again, Alt+Maj+1 … 6 go to a field, Alt+Maj+S to the next item, and Alt+Maj+R finds an item unchanged. None but Ctrl+S while a text is typed:
//! a French Mac keyboard writes « [ » by Alt+Maj+5.

use leptos::prelude::*;

use crate::browser::dom::KeyboardEvent;
use crate::browser::{dom, page, task};
use crate::domain::route::Route;
use crate::domain::school::dossier::Bin;
use crate::domain::school::timeline::Look;
use crate::domain::school::undo::Way;
use crate::session::{Notice, Session};
use crate::ui::shared::item_card::{go_to_item, item_after};

/// Listens for as long as the page lives.
pub fn listen(session: Session) {
    dom::on_key_down(Box::new(move |event| {
        // AltGr and the keys of an accent that is being composed write signs.
        if event.is_composing() || event.get_modifier_state("AltGraph") {
            return;
        }
        if is_saving(&event) {
            // The browser would save a picture of the page, which looks alive and keeps nothing.
            event.prevent_default();
            // A key that is held down saves once.
            if !event.repeat() {
                save(session);
            }
        }
        // In a list of choices nothing else would undo the last choice.
        if let Some(way) = step(&event).filter(|_| !page::is_typing()) {
            event.prevent_default();
            match way {
                Way::Back => session.undo(),
                Way::Forth => session.redo(),
            }
        }
        let is_place = event.alt_key() && event.shift_key() && !is_command(&event);
        if is_place && !page::is_typing_or_choosing() && go_by_key(&event.code(), session) {
            event.prevent_default();
        }
    }));
}

fn is_command(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}

/// Whether these are the keys with which browsers save a page.
fn is_saving(event: &KeyboardEvent) -> bool {
    let is_alone = !event.shift_key() && !event.alt_key();
    is_command(event) && is_alone && event.key().eq_ignore_ascii_case("s")
}

/// Undoing or doing again, where these are its keys.
fn step(event: &KeyboardEvent) -> Option<Way> {
    let is_command = is_command(event) && !event.alt_key();
    let is_key = |key| is_command && event.key().eq_ignore_ascii_case(key);
    match (is_key("z"), event.shift_key()) {
        (true, false) => Some(Way::Back),
        (true, true) => Some(Way::Forth),
        (false, is_shift) => (is_key("y") && !is_shift).then_some(Way::Forth),
    }
}

/// Goes where this key leads, if anywhere. By the key's place: with Maj an AZERTY keyboard gives a digit, a
/// QWERTY one a sign.
fn go_by_key(code: &str, session: Session) -> bool {
    if code == "KeyS" {
        return go_to_next_item(session);
    }
    if code == "KeyR" {
        return find_unchanged(session);
    }
    let place = code
        .strip_prefix("Digit")
        .and_then(|digit| digit.parse::<usize>().ok());
    let field = place.and_then(|place| session.questionnaire.fields().nth(place.checked_sub(1)?));
    if let Some(field) = field {
        session.go(Route::Field(field.id));
    }
    field.is_some()
}

/// Moves the focus to the item after the one that has it, or to the first of the field where none has;
/// after the last item, to the next step. Whether a field is shown at all.
fn go_to_next_item(session: Session) -> bool {
    let field = session.route.get_untracked().and_then(Route::field);
    let Some(field) = field.and_then(|id| session.questionnaire.field(id)) else {
        return false;
    };
    let focused = page::around_focus(".item-card").and_then(|id| {
        let number = id.strip_prefix("item-")?;
        number.parse().ok()
    });
    let next = match focused {
        Some(item) => item_after(session, item),
        None => field.items.first().map(|item| item.id),
    };
    match next {
        Some(item) => go_to_item(session, item),
        None => page::focus(".survey__next [data-kind=primary]"),
    }
    true
}

/// While the answers are reviewed: finds the item that has the focus unchanged, and goes to the next one.
fn find_unchanged(session: Session) -> bool {
    let focused = page::around_focus(".item-card").and_then(|id| {
        let number = id.strip_prefix("item-")?;
        number.parse().ok()
    });
    let pending = focused.filter(|item| untrack(|| session.look(*item)) == Some(Look::Pending));
    if let Some(item) = pending {
        session.find_unchanged(item, true);
        go_to_next_item(session);
    }
    pending.is_some()
}

/// Saves the dossier's file, and says what came of it.
fn save(session: Session) {
    task::spawn(async move {
        match session.save_file(Bin::LeftOut).await {
            Ok(_) => {
                session.dismiss(Notice::FileNotSaved);
                session.tell(Notice::FileSaved);
            }
            Err(_) => session.refuse(Notice::FileNotSaved),
        }
    });
}
