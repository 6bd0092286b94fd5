//! The rule of counting, said beside the figures.

use leptos::prelude::*;

use crate::session::use_session;
use crate::ui::fr;
use crate::ui::kit::callout::{Callout, Tone};
use crate::ui::kit::disclosure::Disclosure;

/// The rule, in full.
#[component]
pub fn CountingRule() -> impl IntoView {
    view! {
        <Callout tone=Tone::Info>
            <p>
                <b>"Règle de calcul."</b>
                " "
                {fr::RULE}
                " "
                <LeftOut />
            </p>
        </Callout>
    }
}

/// The rule, folded behind a question.
#[component]
pub fn FoldedCountingRule() -> impl IntoView {
    view! {
        <Disclosure title="Comment c’est compté">
            <p class="small">{fr::RULE}</p>
        </Disclosure>
    }
}

/// What leaves the total at present.
#[component]
fn LeftOut() -> impl IntoView {
    let session = use_session();
    move || {
        session.positioning.with(fr::left_out).map(|left_out| {
            view! { <b class="nowrap">"Ici\u{a0}: "{left_out}"."</b> }
        })
    }
}
