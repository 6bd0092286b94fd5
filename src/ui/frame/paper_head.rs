//! What paper says besides the screen: whose positioning it is, when it was printed, where it comes
//! from. Nothing of it is seen on a screen.

use leptos::prelude::*;

use crate::browser::{clock, dom, page};
use crate::domain::bidi::closed;
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::answers::at_most;
use crate::domain::school::identity::Identity;
use crate::session::{Opened, Session};
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr;

/// Longest name of a school or of a centre at the head of a page, in characters: both hold on two lines.
const SHORT: usize = 70;

/// The head of what is printed. The head and the foot of each page are boxes in its margin, which read
/// custom properties of the page; a browser without such boxes prints this head alone.
pub fn paper_head(session: Session) -> View {
    let printed = el("p");
    let node = printed.node();
    page::on_before_print(move || {
        let today = clock::now().map_or_else(String::new, |now| {
            format!("Imprimé le\u{a0}{}", now.day_text())
        });
        dom::set_text(&node, &today);
        page::set_css_value("--paper-foot", &quoted(&joined(&[&page::title(), &today])));
    });
    // Written again when what it says changes, not at each answer.
    let key = move || lines(&shown(session)).join("\n");
    let content = move || {
        let identity = shown(session);
        page::set_css_value("--paper-head", &quoted(&running(&identity)));
        let line = |line: String| (!line.is_empty()).then(|| el("p").child(line).view());
        View::all(lines(&identity).map(|text| line(text).into()))
    };
    el_class("div", "paper-head")
        .child(el("div").dynamic_by(key, content))
        .child(printed)
        .view()
}

/// The foot of what is printed: the source, the version, the licence.
pub fn paper_foot(session: Session) -> View {
    let text = format!(
        "{} Imprimé avec {}, version {}, code sous licence MIT ou Apache 2.0.",
        fr::source(session.questionnaire),
        fr::APP,
        env!("CARGO_PKG_VERSION")
    );
    el_class("p", "paper-foot").child(text).view()
}

/// Whose positioning the screen shows: one's own, that of an opened dossier, or what a received link says.
fn shown(session: Session) -> Identity {
    let of = |opened: Option<&Opened>| {
        let identity = opened.map(|opened| opened.restored.dossier.identity.clone());
        identity.unwrap_or_default()
    };
    match session.route.get() {
        Some(Route::Received) => session.received().map_or_else(
            |_| Identity::default(),
            |(shared, _)| Identity {
                school: session.received_sender().unwrap_or_default(),
                school_year: shared.school_year,
                positioned_on: shared.positioned_on,
                ..Identity::default()
            },
        ),
        Some(Route::Linked) => {
            session.linked(|linked| of(linked.and_then(|linked| linked.as_ref().ok())))
        }
        Some(Route::Opened) => session.desk(|desk| of(desk.opened.as_ref())),
        // It is of many schools.
        Some(Route::Team(TeamScreen::Network)) => Identity::default(),
        // Who fills it, and when, is written by hand.
        Some(Route::Blank) => session.read(|dossier| Identity {
            school: dossier.identity.school.clone(),
            centre: dossier.identity.centre,
            centre_name: dossier.identity.centre_name.clone(),
            ..Identity::default()
        }),
        Some(
            Route::Home
            | Route::Field(_)
            | Route::Item(_)
            | Route::Statement(_)
            | Route::Positioning
            | Route::Matrix
            | Route::Objectives
            | Route::Objective(_)
            | Route::Identity
            | Route::Sharing
            | Route::Documents
            | Route::Paper(_)
            | Route::Team(_)
            | Route::Timeline(_)
            | Route::Centres(_)
            | Route::Legal
            | Route::Accessibility
            | Route::Diagnostic
            | Route::Help(_),
        )
        | None => session.read(|dossier| dossier.identity.clone()),
    }
}

/// The school and its centre; when and before whom; by whom. What is not known leaves its text empty.
fn lines(identity: &Identity) -> [String; 3] {
    let year = identity
        .school_year
        .map_or_else(String::new, |year| format!("Année scolaire\u{a0}{year}"));
    let day = identity.positioned_on.map_or_else(String::new, |day| {
        format!("Positionnement du\u{a0}{}", day.text())
    });
    let team: Vec<_> = identity.functions().collect();
    let team = if team.is_empty() {
        String::new()
    } else {
        format!("Équipe projet\u{a0}: {}", closed(&team.join(", ")))
    };
    [
        joined(&[&identity.school, &centre(identity)]),
        joined(&[&year, &day, &identity.body]),
        team,
    ]
}

/// The line at the head of each page.
fn running(identity: &Identity) -> String {
    let short = |text: &str| {
        if text.chars().count() > SHORT {
            closed(&at_most(text, SHORT)) + "…"
        } else {
            text.to_owned()
        }
    };
    let year = identity
        .school_year
        .map_or_else(String::new, |year| year.to_string());
    let day = identity
        .positioned_on
        .map_or_else(String::new, |day| day.text());
    joined(&[
        &short(&identity.school),
        &short(&centre(identity)),
        &year,
        &day,
    ])
}

/// « CFPPA, Les Vergers »; the name alone where it says the kind itself.
fn centre(identity: &Identity) -> String {
    let name = identity.centre_name.as_str();
    let kind = identity.centre.map_or("", |kind| kind.text());
    if name.is_empty() {
        kind.to_owned()
    } else if kind.is_empty() || name.starts_with(kind) {
        name.to_owned()
    } else {
        format!("{kind}, {}", closed(name))
    }
}

/// The texts that are not empty, with a dash between them.
fn joined(texts: &[&str]) -> String {
    let known: Vec<_> = texts
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| closed(text))
        .collect();
    known.join(" – ")
}

/// A text as CSS writes one: no end of line, and a backslash before what would end it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(if letter.is_control() { ' ' } else { letter });
    }
    quoted.push('"');
    quoted
}
