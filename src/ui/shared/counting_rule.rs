//! The rule of counting, said beside the figures.

use leptos::prelude::*;

use crate::session::Viewed;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr;

/// The rule, in full, and what leaves the total at present.
pub fn counting_rule(viewed: Viewed) -> View {
    let left_out = move || {
        let number = viewed.positioning.with(|all| all.progress.not_applicable);
        let text = |number| format!(" Ici\u{a0}: {}.", fr::not_concerned(number));
        (number > 0)
            .then(|| el("b").child(text(number)).view())
            .into()
    };
    let rule = el("p")
        .child(el("b").child("Règle de calcul."))
        .child(" ")
        .child(fr::RULE)
        .dynamic(left_out);
    callout(Tone::Info, rule.view())
}

/// The rule, folded behind a question.
pub fn folded_counting_rule() -> View {
    disclosure(
        "Comment c’est compté",
        "",
        el_class("p", "small").child(fr::RULE),
    )
}
