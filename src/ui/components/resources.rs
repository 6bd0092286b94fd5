//! Links of the source, and words explained.

use leptos::prelude::*;

use crate::domain::questionnaire::{GlossaryEntry, Resource};
use crate::ui::kit::icon::{Icon, icon};

/// Links of the source, said to date from 2020, opened in a new tab.
#[component]
pub fn ResourceList(
    /// The links.
    resources: Vec<&'static Resource>,
) -> impl IntoView {
    view! {
        <div class="stack">
            <p class="small">
                "Liens donnés par le document de 2020\u{a0}: certains ont pu changer depuis."
            </p>
            <ul class="resource-list">
                {resources.into_iter().map(|resource| view! { <li><ResourceLink resource=resource /></li> }).collect_view()}
            </ul>
        </div>
    }
}

/// One link of the source.
#[component]
pub fn ResourceLink(
    /// The link.
    resource: &'static Resource,
) -> impl IntoView {
    view! {
        <a href=resource.url.clone() target="_blank" rel="noopener noreferrer">
            <span>
                {resource.label.clone()}
                " "
                <span class="resource-list__site">{format!("{} – 2020, nouvel onglet", host(&resource.url))}</span>
            </span>
            {icon(Icon::OUT)}
        </a>
    }
}

/// The site of an address, without `www.`.
fn host(url: &str) -> &str {
    let after = url.split_once("://").map_or(url, |(_, after)| after);
    let host = after.split('/').next().unwrap_or(after);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Words explained.
#[component]
pub fn Glossary(
    /// The words.
    entries: Vec<&'static GlossaryEntry>,
) -> impl IntoView {
    view! {
        <dl class="glossary">
            {entries
                .into_iter()
                .map(|entry| {
                    view! {
                        <div>
                            <dt>{entry.term.clone()}</dt>
                            " "
                            <dd>
                                {entry.expansion.clone()}
                                {(!entry.explanation.is_empty())
                                    .then(|| view! { " " <span class="small">{entry.explanation.clone()}</span> })}
                            </dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}
