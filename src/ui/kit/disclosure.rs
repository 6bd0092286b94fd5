//! Something folded away behind its title: a native `<details>`.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// A native `<details>` with the arrow of the house.
#[component]
pub fn Disclosure(
    /// The title, as seen.
    #[prop(into)]
    title: Signal<String>,
    /// What screen readers hear after the title, to tell it from others.
    #[prop(into, optional)]
    about: String,
    /// What is folded away.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure">
            <summary>
                {icon(Icon::CHEVRON)} <span>{title}</span>
                {(!about.is_empty()).then(|| view! { <span class="visually-hidden">" "{about}</span> })}
            </summary>
            {children()}
        </details>
    }
}
