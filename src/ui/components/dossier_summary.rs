//! What an opened dossier is about: whose it is, how much it holds, and its objectives.

use crate::domain::bidi::closed;
use crate::domain::school::identity::Identity;
use crate::domain::school::positioning::Positioning;
use crate::session::{Opened, Origin, Session};
use crate::ui::components::schedule::schedule;
use crate::ui::components::share_card::card;
use crate::ui::fr;
use crate::ui::kit::view::{View, el, el_class};

/// Whose dossier it is and how much it holds: a term and what it says, for what was said.
pub fn summary(session: Session, opened: &Opened) -> View {
    let dossier = &opened.restored.dossier;
    let progress = Positioning::of(session.questionnaire, &dossier.answers).progress;
    let mut holds = fr::progress(progress);
    // « Aucun objectif » would be said of a school that has some, and did not give them along.
    if !matches!(&opened.origin, Origin::Link(left_out) if left_out.objectives) {
        holds.push_str(", ");
        holds.push_str(&fr::files::objectives(dossier));
    }
    let entries = entries(&dossier.identity);
    let all = entries.into_iter().chain([("Contenu", holds)]);
    let entries = all.filter(|(_, text)| !text.is_empty());
    let entry = |(term, text): (&'static str, String)| {
        el("div")
            .child(el("dt").child(term))
            .child(el("dd").child(text))
            .view()
    };
    el_class("dl", "summary")
        .children(entries.map(entry))
        .view()
}

fn entries(identity: &Identity) -> [(&'static str, String); 6] {
    let kind = identity.centre.map(|centre| centre.text());
    let centre = [kind.unwrap_or_default(), identity.centre_name.as_str()];
    let year = identity.school_year.map(|year| year.to_string());
    let day = identity.positioned_on.map(|day| day.text());
    let team: Vec<_> = identity.functions().collect();
    [
        ("Établissement", identity.school.clone()),
        ("Centre", joined(&centre, " – ")),
        ("Année scolaire", year.unwrap_or_default()),
        ("Date du positionnement", day.unwrap_or_default()),
        ("Instance", identity.body.clone()),
        ("Équipe projet", joined(&team, ", ")),
    ]
}

/// The texts that are not empty, with this between them.
fn joined(texts: &[&str], between: &str) -> String {
    let mut all = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(&closed(text));
    }
    all
}

/// The schedule of an opened dossier, to be read; nothing where it has no objective.
pub fn objectives(viewing: Session) -> View {
    if viewing.read(|dossier| dossier.plan.is_empty()) {
        return View::nothing();
    }
    card("h-objectives", "Objectifs de ce dossier")
        .child(schedule(viewing, |_| View::nothing()))
        .view()
}
