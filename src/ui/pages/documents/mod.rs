//! « Documents »: everything that can be printed or downloaded, what each holds, and whether names are in it; and what
//! comes back filled in another program.

mod importing;
mod preview;

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::documents::Reminders;
use crate::domain::route::Route;
use crate::session::{Document, Session, Wanted};
use crate::ui::kit::check::check_box;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::field::{Bound, Label, choice};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::chart_files::chart_files;
use crate::ui::shared::file_cards::save_button;
use crate::ui::shared::giving;
use crate::ui::shared::page::{heading, points, screen};
use crate::ui::shared::share_card::{card, has, has_not};
use crate::words::fr::documents as say;

/// All the leads, in the list of leads.
const EVERYBODY: &str = "Tous les objectifs";

/// Documents.
pub fn documents(session: Session) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Documents"))
        .child(el_class("p", "lead").child(say::LEAD));
    screen("page share")
        .child(el_class("header", "page-head").child(text))
        .child(
            el_class("div", "share__grid")
                .child(column([
                    workbook(session),
                    table(session),
                    chart(session),
                    backup(session),
                ]))
                .child(column([
                    importing::card(session),
                    calendar(session),
                    papers(),
                    blank_workbook(session),
                ])),
        )
        .child(preview::region(session))
        .view()
}

fn column(cards: impl IntoIterator<Item = View>) -> Element {
    el_class("div", "share__column").children(cards)
}

fn holding(lines: impl IntoIterator<Item = View>) -> Element {
    el_class("ul", "has-list").children(lines)
}

fn workbook(session: Session) -> View {
    card("h-workbook", "Classeur du dossier (.xlsx)")
        .child(el("p").child(
            "Pour Excel, LibreOffice ou un autre tableur\u{a0}: le questionnaire rempli, les chiffres et les graphiques qui suivent vos réponses, les objectifs avec \
             leurs filtres.",
        ))
        .child(holding([
            has("Les réponses, les notes et les liens de preuve"),
            has("Les objectifs, leurs dates et leurs pilotes"),
            has("Des noms\u{a0}: l’établissement, les pilotes, et ceux que vous avez écrits"),
        ]))
        .child(giving(session, Document::Workbook, ("primary", "workbook", "Télécharger le classeur"), Wanted::default))
        .view()
}

fn blank_workbook(session: Session) -> View {
    card("h-blank-workbook", "Classeur vierge (.xlsx)")
        .child(el("p").child(
            "Le même classeur sans aucune réponse, à remplir dans un tableur ou à donner à une équipe.",
        ))
        .child(holding([
            has("Les 21 items, leurs étapes et leurs conditions"),
            has_not("Ni réponse, ni nom"),
        ]))
        .child(giving(session, Document::BlankWorkbook, ("", "blank-workbook", "Télécharger le classeur vierge"), Wanted::default))
        .view()
}

fn table(session: Session) -> View {
    card("h-csv", "Tableau des réponses (.csv)")
        .child(el("p").child(
            "Une ligne par énoncé. Un double clic l’ouvre dans Excel en français, avec ses accents et ses virgules.",
        ))
        .child(holding([
            has("Les réponses, les notes et les liens de preuve"),
            has("Des noms seulement si vous en avez écrit dans une note"),
            has_not("Pas les objectifs"),
        ]))
        .child(giving(session, Document::Csv, ("", "csv", "Télécharger le tableau"), Wanted::default))
        .view()
}

fn chart(session: Session) -> View {
    card("h-chart-files", "Graphique de positionnement (.png, .svg)")
        .child(el("p").child(
            "L’image .png se colle partout\u{a0}: document, diaporama, courriel. L’image .svg reste nette à toutes les tailles, jusqu’à l’affiche.",
        ))
        .child(holding([
            has("Les chiffres des trois étapes, le tracé des champs d’action, la date et la règle de calcul"),
            has("Les noms de l’établissement et du centre, s’ils sont renseignés"),
            has_not("Ni réponse item par item, ni note, ni objectif"),
        ]))
        .child(chart_files(session.own()))
        .view()
}

fn backup(session: Session) -> View {
    card("h-backup", "Sauvegarde (.json)")
        .child(el("p").child(
            "Le dossier entier, à rouvrir dans cet outil sur un autre appareil, sans rien perdre.",
        ))
        .child(holding([has("Tout le dossier, noms compris")]))
        .child(save_button(session, "Télécharger une sauvegarde"))
        .view()
}

/// The due dates, for an agenda.
fn calendar(session: Session) -> View {
    let lead = RwSignal::new(EVERYBODY.to_owned());
    let has_events = RwSignal::new(false);
    let wanted = move || Wanted {
        lead: untrack(|| asked(session, lead)),
        reminders: if has_events.get_untracked() {
            Reminders::Events
        } else {
            Reminders::Alarms
        },
    };
    let reminders = el_class("label", "pill")
        .child(unlocked(|| {
            check_box(
                move || has_events.get(),
                move |checked| has_events.set(checked),
            )
        }))
        .child("Ajouter un rappel sept jours avant");
    let importing = View::all([
        points("ul", &say::IMPORTING),
        el("p").child(say::OWN_CALENDAR).view(),
    ]);
    card("h-calendar", "Calendrier des échéances (.ics)")
        .child(el("p").child("Chaque échéance devient une journée de votre agenda, sans vous marquer comme occupé.").child(" ").child(
            el("span").text(move || say::due_dates(session.due_dates())),
        ))
        .child(holding([
            has("Les objectifs qui ont une échéance, avec leur pilote, leurs moyens et leur état"),
            has("Des noms\u{a0}: l’établissement et les pilotes"),
        ]))
        .child(el("div").dynamic_by(move || session.dated_leads().join("\n"), move || leads(session, lead)))
        .child(reminders)
        .child(giving(session, Document::Calendar, ("primary", "calendar", "Télécharger le calendrier"), wanted))
        .child(disclosure("Importer de nouveau après un changement", "", importing))
        .view()
}

/// Whose due dates; nothing to choose where there is one lead at most.
fn leads(session: Session, chosen: RwSignal<String>) -> View {
    let leads = session.dated_leads();
    if leads.len() < 2 {
        return View::nothing();
    }
    let bound = Bound {
        get: Rc::new(move || asked(session, chosen).unwrap_or_else(|| EVERYBODY.to_owned())),
        set: Rc::new(move |lead| chosen.set(lead)),
    };
    let label = Label {
        id: "calendar-lead",
        name: "Les échéances de",
        hint: "",
    };
    let all = std::iter::once(EVERYBODY.to_owned()).chain(leads);
    unlocked(|| choice(label, all.map(|lead| (lead.clone(), lead)), &bound))
}

/// The lead that is chosen; none for all of them, or where the one chosen leads nothing any more.
fn asked(session: Session, chosen: RwSignal<String>) -> Option<String> {
    let chosen = chosen.get();
    session
        .dated_leads()
        .into_iter()
        .find(|lead| *lead == chosen)
}

/// What is printed from its own screen.
fn papers() -> View {
    let papers = [
        (
            Route::Roadmap,
            "Feuille de route (une page A4)",
            "les chiffres, ce qui compte déjà, les objectifs prioritaires avec leurs pilotes et leurs dates",
        ),
        (
            Route::Positioning,
            "Positionnement",
            "les chiffres, le graphique, les items et ce qui manque, avec le nom de l’établissement",
        ),
        (
            Route::Objectives,
            "Échéancier",
            "les objectifs par champ d’action, avec les pilotes et les dates",
        ),
        (
            Route::Blank,
            "Questionnaire vierge",
            "les 21 items à cocher au stylo, sans aucune réponse",
        ),
    ];
    let line = |(route, name, text): (Route, &str, &str)| {
        let handle = (route == Route::Roadmap).then_some("synthesis");
        let link = el("a")
            .attr("href", &route.to_string())
            .attr_if("data-document", handle)
            .child(name);
        el("li").child(link).child("\u{a0}: ").child(text).view()
    };
    card("h-papers", "À imprimer")
        .child(el("p").child("Chaque page a son bouton «\u{a0}Imprimer\u{a0}». Le navigateur propose aussi de l’enregistrer en PDF."))
        .child(el_class("ul", "help__list").children(papers.map(line)))
        .view()
}

/// The button of a document that a module makes.
fn giving(
    session: Session,
    document: Document,
    words: (&'static str, &'static str, &'static str),
    wanted: impl Fn() -> Wanted + 'static,
) -> View {
    giving::giving(words, say::making(document), move || {
        Box::pin(session.save_document(document, wanted()))
    })
}
