//! « Accompagnement »: the source's map of actors, nearest first, and the school's own contacts.

use super::{contacts, section};
use crate::domain::questionnaire::{
    ACTORS, Actor, Circle, Questionnaire, UNATTRIBUTED, UNEXPLAINED,
};
use crate::domain::route::HelpPlace;
use crate::session::Session;
use crate::ui::components::resources::{DATED, resource_list};
use crate::ui::kit::view::{View, el, el_class};

/// Who can accompany the school.
pub fn support(session: Session) -> View {
    let circles = Circle::ALL.map(|circle| in_circle(session.questionnaire, circle));
    let others = format!(
        "Le schéma nomme aussi «\u{a0}{UNEXPLAINED}\u{a0}», que le document n’explique pas, et d’autres aides\u{a0}: {}. Cette \
         page ne les rattache à personne, faute de certitude\u{a0}: demandez au plus proche.",
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
        .child(contacts::contacts(session))
        .view()
}

fn in_circle(questionnaire: &'static Questionnaire, circle: Circle) -> View {
    let actors = ACTORS.iter().filter(|actor| actor.circle == circle);
    let list = el_class("dl", "actors__list")
        .children(actors.map(|actor| described(questionnaire, actor)));
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
fn described(questionnaire: &'static Questionnaire, actor: &Actor) -> View {
    let line = |text: String| el("dd").child(text).view();
    let is_alone = actor.terms == [actor.name];
    let explained = actor.terms.iter().filter_map(|term| {
        let entry = questionnaire.explained(term)?;
        Some(line(if is_alone {
            format!("{}. {}", entry.expansion, entry.explanation)
        } else {
            format!("{term}\u{a0}: {}", entry.expansion)
        }))
    });
    let about = (!actor.about.is_empty()).then(|| line(actor.about.to_owned()));
    let roles =
        (!actor.roles.is_empty()).then(|| line(format!("Pour\u{a0}: {}.", actor.roles.join(", "))));
    let link = actor
        .resource
        .and_then(|id| questionnaire.resource(id))
        .map(|resource| el("dd").child(resource_list(vec![resource])).view());
    el("div")
        .child(el("dt").child(actor.name))
        .children(explained)
        .child(about)
        .child(roles)
        .child(link)
        .view()
}
