//! « Accompagnement »: the source's map of actors, nearest first, and the school's own contacts.

use super::{contacts, section};
use crate::domain::formats::questionnaire::words_of;
use crate::domain::route::{HelpPlace, Route, TeamScreen};
use crate::domain::school::questionnaire::{
    ACTORS, Actor, Circle, UNATTRIBUTED, UNEXPLAINED, Words,
};
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::resources::{DATED, resource_list};
use crate::ui::shared::site_words::SiteWords;

/// Who can accompany the school.
pub fn support(session: Session) -> View {
    let words = words_of(session.questionnaire);
    let circles = Circle::ALL.map(|circle| in_circle(words, circle));
    let others = format!(
        "Le schéma nomme aussi «\u{a0}{UNEXPLAINED}\u{a0}», que le document n’explique pas, et d’autres aides\u{a0}: \
         {}. Il ne montre pas clairement qui les apporte\u{a0}: demandez à l’acteur le plus proche de vous.",
        UNATTRIBUTED.join(", ")
    );
    section(HelpPlace::Support)
        .child(el("p").child(
            "Pendant le positionnement ou ensuite, ces acteurs peuvent accompagner l’établissement. Le document de 2020 les \
             réunit en un schéma\u{202f}; les voici du plus proche au plus éloigné.",
        ))
        .child(el_class("ol", "actors").children(circles))
        .child(el("p").child(others))
        .child(el_class("p", "small").child(DATED))
        .child(SiteWords::fetch().regional())
        .child(contacts::contacts(session))
        .child(for_many())
        .view()
}

/// The way to the screen for those who accompany several schools.
fn for_many() -> View {
    let route = Route::Team(TeamScreen::Network);
    let link = el("a")
        .attr("href", &route.to_string())
        .child("Voir un réseau d’établissements");
    el("p")
        .child("Vous accompagnez plusieurs établissements\u{202f}? ")
        .child(link)
        .child(".")
        .view()
}

fn in_circle(words: &'static Words, circle: Circle) -> View {
    let actors = ACTORS.iter().filter(|actor| actor.circle == circle);
    let list = el_class("dl", "actors__list").children(actors.map(|actor| described(words, actor)));
    el_class("li", "help__row")
        .child(el("h3").child(named(circle)))
        .child(list)
        .view()
}

fn named(circle: Circle) -> &'static str {
    match circle {
        Circle::School => "Dans l’établissement",
        Circle::Region => "Dans la région",
        Circle::Nation => "Au niveau national",
        Circle::Authorities => "Avec les collectivités",
    }
}

/// One actor: its name, what its letters stand for, what it brings, its link.
fn described(words: &'static Words, actor: &Actor) -> View {
    let mut lines = Vec::new();
    for entry in actor.terms.iter().filter_map(|term| words.explained(term)) {
        lines.push(if entry.term == actor.name {
            [entry.expansion.as_str(), ". ", &entry.explanation].concat()
        } else {
            [entry.term.as_str(), "\u{a0}: ", &entry.expansion].concat()
        });
    }
    if !actor.about.is_empty() {
        lines.push(actor.about.to_owned());
    }
    if !actor.roles.is_empty() {
        lines.push(["Pour\u{a0}: ", &actor.roles.join(", "), "."].concat());
    }
    let mut card = el("div").child(el("dt").child(actor.name));
    for line in lines {
        card = card.child(el("dd").child(line));
    }
    if let Some(link) = actor.resource.and_then(|id| words.resource(id)) {
        card = card.child(el("dd").child(resource_list(vec![link])));
    }
    card.view()
}
