//! « Diagnostic »: what this address and this browser allow, in words, to be read or given to somebody who
//! helps. No answer and no name is in it.

use leptos::prelude::*;

use crate::browser::{device, page, task, worker};
use crate::domain::device::Offline;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::copied::{copied, shown};
use crate::ui::shared::page::{heading, screen};
use crate::words::fr;
use crate::words::fr::device as words;

/// Between the name of a fact and the fact.
const COLON: &str = "\u{a0}: ";

/// The facts.
pub fn diagnostic(session: Session) -> View {
    let text = RwSignal::new(String::new());
    task::spawn(async move {
        // The screen may be gone by now.
        let _ = text.try_set(facts(session).await);
    });
    let rows = move || {
        let row = |line: &str| {
            let (name, fact) = line.split_once(COLON).unwrap_or((line, ""));
            el_class("div", "help__row")
                .child(el("dt").child(name))
                .child(el("dd").child(fact))
                .view()
        };
        View::all(text.with(|text| text.lines().map(row).collect::<Vec<_>>()))
    };
    let field =
        shown("textarea", "diagnostic", move || text.get()).attr("class", "input diagnostic__text");
    let lead = "Ce que cette adresse et ce navigateur permettent, et où en est votre travail. Cette page n’envoie rien. Si \
        quelqu’un vous aide, copiez le texte ci-dessous\u{a0}: il ne contient ni réponse, ni nom.";
    screen("page help")
        .child(
            el_class("header", "page-head").child(
                el_class("div", "page-head__text")
                    .child(heading("Diagnostic"))
                    .child(el_class("p", "lead").child(lead)),
            ),
        )
        .child(copied(
            field,
            "diagnostic",
            "Texte du diagnostic",
            ("Copier ce diagnostic", Some("primary")),
        ))
        .child(el_class("dl", "facts").attr("data-facts", "").dynamic(rows))
        .view()
}

/// One line for each fact.
async fn facts(session: Session) -> String {
    session.look_for_copies().await;
    let mut text = String::new();
    of_this_address(session, &mut text);
    let offline = worker::offline().await;
    let install = if offline != Offline::Impossible && is_in_own_tab() {
        "Oui, par le menu du navigateur s’il le propose."
    } else {
        "Non. Un signet dans le navigateur rend le même service."
    };
    add(&mut text, "Travailler sans réseau", words::offline(offline));
    add(&mut text, "Installer l’outil", install);
    add(
        &mut text,
        "Espace utilisé",
        &words::space(device::space().await),
    );
    let promise = words::persisted(device::is_persisted().await);
    add(&mut text, "Durée de vos données", promise);
    of_the_work(session, &mut text);
    let types = words::file_types(device::file_types().await);
    add(&mut text, "Fichiers de l’outil", &types);
    add(&mut text, "Version de l’outil", env!("CARGO_PKG_VERSION"));
    add(&mut text, "Navigateur", &device::user_agent());
    text
}

fn add(text: &mut String, name: &str, fact: &str) {
    for part in [name, COLON, fact, "\n"] {
        text.push_str(part);
    }
}

fn is_in_own_tab() -> bool {
    device::frame() == device::Frame::None
}

fn of_this_address(session: Session, text: &mut String) {
    let address = session.page_address();
    let is_installed = page::matches_media("(display-mode: standalone)");
    // Frames seldom get the clipboard, even where the browser has one.
    let copy = if device::has("navigator.clipboard") && is_in_own_tab() {
        "Oui."
    } else {
        "Pas toujours. Sinon le texte est sélectionné\u{a0}: copiez-le avec Ctrl + C."
    };
    let tabs = if device::has("BroadcastChannel") {
        "Oui. Ce navigateur leur permet de se prévenir."
    } else {
        "Non. Travaillez dans un seul onglet."
    };
    add(text, "Adresse", &address);
    add(
        text,
        "Type d’adresse",
        words::address(&address, device::is_secure()),
    );
    add(
        text,
        "Affichage",
        words::frame(device::frame(), is_installed),
    );
    add(
        text,
        "Enregistrer deux fois",
        words::saved_in(session.saves_in()),
    );
    add(text, "Copier d’un clic", copy);
    add(text, "Plusieurs onglets", tabs);
}

fn of_the_work(session: Session, text: &mut String) {
    let unsaved = session.unsaved();
    let state = fr::save_state(
        session.save_state.get_untracked(),
        untrack(|| session.day()),
    );
    let copies = session.desk(|desk| desk.copies.len());
    add(text, "Dernier enregistrement", &state);
    add(text, "Révision", &session.revision().to_string());
    add(
        text,
        "Dernière sauvegarde",
        &fr::files::last_file(unsaved.last_file),
    );
    add(
        text,
        "Modifications sans sauvegarde",
        &unsaved.edits.to_string(),
    );
    add(text, "Copies gardées", &copies.to_string());
}
