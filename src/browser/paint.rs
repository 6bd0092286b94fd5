//! What waits until the person sees what was changed.

use std::rc::Rc;

use super::page::{after, next_frame};

/// How long a change may wait to be painted, in milliseconds.
const UNPAINTED: i32 = 250;

/// Calls `then` once what was just changed is painted, and again a little later: a page that cannot be seen is not painted.
pub fn after_paint(then: Rc<dyn Fn()>) {
    let later = then.clone();
    next_frame(move || after(0, move || later()));
    after(UNPAINTED, move || then());
}
