//! The footer: what leaves the device (nothing), the version, the source.

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::session::use_session;

/// The footer of every screen.
#[component]
pub fn Footer() -> impl IntoView {
    let source = &use_session().questionnaire.source;
    view! {
        <footer class="app-footer">
            <div class="app-footer__row">
                <span>"Rien ne quitte cet appareil\u{a0}: ni compte, ni traceur, ni serveur."</span>
                " "
                <a href=Route::Help.to_string()>"Aide et à propos"</a>
                " "
                <span>"Questionnaire\u{a0}: "{source.title.clone()}", "{source.year}"."</span>
                " "
                <span>"Version "{env!("CARGO_PKG_VERSION")}</span>
            </div>
        </footer>
    }
}
