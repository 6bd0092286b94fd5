//! A sentence set apart, with an icon that says of what kind it is.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// What a callout is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// Something wrong.
    Alert,
}

/// A sentence set apart.
#[component]
pub fn Callout(
    /// What it is about.
    tone: Tone,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let (name, picture) = match tone {
        Tone::Info => (None, Icon::INFO),
        Tone::Alert => (Some("alert"), Icon::ALERT),
    };
    view! {
        <div class="callout" data-tone=name>
            {icon(picture)}
            <div>{children()}</div>
        </div>
    }
}
