//! « Documents »: everything that can be printed or downloaded, what each holds, and whether names are in it; and what
//! comes back filled in another program.

mod calendar;
mod importing;
mod papers;
mod preview;

use crate::domain::route::{Route, TeamScreen};
use crate::session::{Document, Session};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::chart_files::chart_files;
use crate::ui::shared::file_cards::save_button;
use crate::ui::shared::giving;
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::share_card::{card, has, has_not};
use crate::words::fr::{self, documents as say};

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
                    papers::to_print(),
                    papers::word(session),
                    calendar::card(session),
                    backup(session),
                ]))
                .child(column([
                    workbook(session),
                    importing::card(session),
                    table(session),
                    blank_workbook(session),
                    chart(session),
                    network(),
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
        .child(giving(session, Document::Workbook, ("primary", "workbook", "Télécharger le classeur")))
        .view()
}

fn blank_workbook(session: Session) -> View {
    card("h-blank-workbook", "Classeur vierge (.xlsx)")
        .child(el("p").child(
            "Le même classeur sans aucune réponse, à remplir dans un tableur ou à donner à une équipe.",
        ))
        .child(holding([
            has(&format!("{}, leurs étapes et leurs conditions", fr::the_items(session.questionnaire.items().count()))),
            has_not("Ni réponse, ni nom"),
        ]))
        .child(giving(session, Document::BlankWorkbook, ("", "blank-workbook", "Télécharger le classeur vierge")))
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
        .child(giving(session, Document::Csv, ("", "csv", "Télécharger le tableau")))
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

fn network() -> View {
    let route = Route::Team(TeamScreen::Network);
    card("h-network", "Vous accompagnez plusieurs établissements\u{202f}?")
        .child(el("p").child(
            "Réunissez leurs sauvegardes ou leurs liens\u{a0}: vous verrez où ils en sont ensemble, et ce qui leur manque le plus souvent.",
        ))
        .child(big_link(route, "Voir un réseau d’établissements"))
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

/// The button of a document that a module makes.
fn giving(
    session: Session,
    document: Document,
    words: (&'static str, &'static str, &'static str),
) -> View {
    giving::giving(words, say::making(document), move || {
        Box::pin(session.save_document(document))
    })
}
