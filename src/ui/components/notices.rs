//! What the start or the stores have to say, above every screen.

use leptos::prelude::*;

use crate::session::{SaveState, use_session};
use crate::ui::fr;
use crate::ui::kit::callout::{Callout, Tone};
use crate::ui::kit::icon::{Icon, icon};

/// Sentences about the start, each with a way to close it, and the trouble of the stores, if any.
#[component]
pub fn Notices() -> impl IntoView {
    let session = use_session();
    let trouble = Memo::new(move |_| match session.save_state.get() {
        // Said by its notice until that is closed, then by the badge.
        SaveState::Memory => None,
        state => fr::save_trouble(state),
    });
    view! {
        <div class="notices" role="region" aria-label="Messages">
            <div role="alert">
                {move || {
                    trouble.get().map(|trouble| view! { <Callout tone=Tone::Alert><p>{trouble}</p></Callout> })
                }}
            </div>
            <For each=move || session.notices.get() key=|notice| *notice as u8 let:notice>
                <Callout tone=Tone::Alert>
                    <p>{fr::notice(notice)}</p>
                    <button
                        class="btn"
                        type="button"
                        on:click=move |_| session.notices.update(|all| all.retain(|one| *one != notice))
                    >
                        {icon(Icon::CLOSE)}
                        "Fermer ce message"
                    </button>
                </Callout>
            </For>
        </div>
    }
}
