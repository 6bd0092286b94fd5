//! Links of the source, and words explained.

use crate::domain::school::questionnaire::{GlossaryEntry, Resource};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};

/// What is said of the links of the source where several stand together.
pub const DATED: &str =
    "Liens donnés par le document de 2020\u{a0}: certains ont pu changer depuis.";

/// Links of the source, each said to date from 2020 and to open a new tab.
pub fn resource_list(resources: Vec<&'static Resource>) -> View {
    let links = resources
        .into_iter()
        .map(|resource| el("li").child(resource_link(resource)).view());
    el_class("ul", "resource-list").children(links).view()
}

fn resource_link(resource: &Resource) -> View {
    let site = format!("{} – 2020, nouvel onglet", host(&resource.url));
    let label = el("span")
        .child(&resource.label)
        .child(" ")
        .child(el_class("span", "resource-list__site").child(site));
    el("a")
        .attr("href", &resource.url)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(label)
        .child(icon(Icon::OUT))
        .view()
}

/// The site of an address, without `www.`.
fn host(url: &str) -> &str {
    let after = url.split_once("://").map_or(url, |(_, after)| after);
    let host = after.split('/').next().unwrap_or(after);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Words explained.
pub fn glossary(entries: Vec<&'static GlossaryEntry>) -> View {
    let entries = entries
        .into_iter()
        .map(|entry| glossary_entry(entry).view());
    el_class("dl", "glossary").children(entries).view()
}

/// One word explained, in a `<dl class="glossary">`.
pub fn glossary_entry(entry: &GlossaryEntry) -> Element {
    let more = (!entry.explanation.is_empty())
        .then(|| el_class("span", "small").child(&entry.explanation).view());
    el("div")
        .child(el("dt").child(&entry.term))
        .child(" ")
        .child(el("dd").child(&entry.expansion).child(" ").child(more))
}
