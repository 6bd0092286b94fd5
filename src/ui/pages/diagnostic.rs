//! « Diagnostic »: what this address and this browser allow, in words, to be read or given to somebody who
//! helps. No answer and no name is in it.

use leptos::prelude::*;

use crate::browser::{clock, device, page, task, worker};
use crate::session::Session;
use crate::ui::components::copied::{copied, shown};
use crate::ui::fr;
use crate::ui::fr::device as words;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::pages::{heading, screen};

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
            "Copier ce diagnostic",
        ))
        .child(el_class("dl", "facts").attr("data-facts", "").dynamic(rows))
        .view()
}

/// One line for each fact.
async fn facts(session: Session) -> String {
    session.look_for_copies().await;
    let (address, unsaved) = (session.page_address(), session.unsaved());
    let is_installed = page::matches_media("(display-mode: standalone)");
    let keeping = worker::keeping().await;
    let can = |is_possible, yes: &str, no: &str| if is_possible { yes } else { no }.to_owned();
    let all = [
        ("Adresse", address.clone()),
        (
            "Type d’adresse",
            words::address(&address, device::is_secure()).to_owned(),
        ),
        (
            "Affichage",
            words::frame(device::frame(), is_installed).to_owned(),
        ),
        (
            "Enregistrer deux copies",
            words::kept_in(session.keeps_in()).to_owned(),
        ),
        ("Travailler sans réseau", words::keeping(keeping).to_owned()),
        (
            "Installer l’outil",
            can(
                keeping != worker::Keeping::Impossible,
                "Oui, par le menu du navigateur s’il le propose.",
                "Non. Un signet dans le navigateur rend le même service.",
            ),
        ),
        (
            "Copier d’un clic",
            can(
                device::has("navigator.clipboard"),
                "Oui.",
                "Pas toujours. Sinon le texte est sélectionné\u{a0}: copiez-le avec Ctrl + C.",
            ),
        ),
        (
            "Plusieurs onglets",
            can(
                device::has("BroadcastChannel"),
                "Oui. Ce navigateur leur permet de se prévenir.",
                "Non. Travaillez dans un seul onglet.",
            ),
        ),
        ("Espace", words::space(device::space().await)),
        (
            "Durée de vos données",
            words::persisted(device::is_persisted().await).to_owned(),
        ),
        (
            "Dernier enregistrement",
            fr::save_state(session.save_state.get_untracked(), clock::now()),
        ),
        ("Dernier fichier", fr::files::last_file(unsaved.last_file)),
        ("Modifications depuis ce fichier", unsaved.edits.to_string()),
        ("Révision", session.revision().to_string()),
        (
            "Copies gardées",
            session.desk(|desk| desk.copies.len()).to_string(),
        ),
        ("Version de l’outil", env!("CARGO_PKG_VERSION").to_owned()),
        (
            "Fichiers de l’outil",
            words::file_types(device::file_types().await),
        ),
        ("Navigateur", device::user_agent()),
    ];
    let mut text = String::new();
    for (name, fact) in all {
        for part in [name, COLON, &fact, "\n"] {
            text.push_str(part);
        }
    }
    text
}
