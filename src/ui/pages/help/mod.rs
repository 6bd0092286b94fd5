//! « Aide »: how the tool and the process work, who can help, the words, the source. One screen; each
//! part has an address, for the hash is taken by the route and cannot name a heading.

mod about;
mod contacts;
mod how_to;
mod support;
mod words;

use crate::browser::page;
use crate::domain::route::{HelpPlace, Route};
use crate::session::Session;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::page::{heading, screen};

/// Help.
pub fn help(session: Session) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Aide"))
        .child(el_class("p", "lead").child(
            "Comment se positionner, qui peut vous accompagner, et d’où vient ce questionnaire.",
        ));
    screen("page help")
        .child(el_class("header", "page-head").child(text))
        .child(contents())
        .child(how_to::how_to(session))
        .child(support::support(session))
        .child(words::words(session))
        .child(about::about(session))
        .view()
}

/// Title of a part.
pub fn title(place: HelpPlace) -> &'static str {
    match place {
        HelpPlace::HowTo => "Mode d’emploi",
        HelpPlace::Support => "Accompagnement",
        HelpPlace::Glossary => "Glossaire",
        HelpPlace::About => "À propos",
    }
}

fn id(place: HelpPlace) -> &'static str {
    match place {
        HelpPlace::HowTo => "h-how-to",
        HelpPlace::Support => "h-support",
        HelpPlace::Glossary => "h-words",
        HelpPlace::About => "h-about",
    }
}

/// Shows a part of the screen, and moves the focus to its title.
pub fn show(place: HelpPlace) {
    page::show(&["#", id(place)].concat());
}

/// The parts, as links: each is an address to keep or to give.
fn contents() -> View {
    let link = |place: HelpPlace| {
        let link = el("a")
            .attr("href", &Route::Help(Some(place)).to_string())
            // The address does not change on a second visit to the same part.
            .on("click", move |_| show(place));
        el("li").child(link.child(title(place))).view()
    };
    el_class("nav", "toc")
        .attr("aria-label", "Dans cette page")
        .child(el("ul").children(HelpPlace::ALL.map(link)))
        .view()
}

fn section(place: HelpPlace) -> Element {
    let title = el("h2")
        .attr("id", id(place))
        .attr("tabindex", "-1")
        .child(title(place));
    el_class("section", "card help__section")
        .attr("aria-labelledby", id(place))
        .child(title)
}
