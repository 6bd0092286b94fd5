//! What is taken away: a workbook with everything that is shown, a table of the items.

use leptos::prelude::*;

use crate::session::{NotMade, SheetsFile, network};
use crate::ui::kit::card::card;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::pages::network::room::Room;
use crate::ui::shared::giving::giving;
use crate::words::fr::network::{self as say, Looked};

/// The card.
pub fn giving_card(room: Room) -> View {
    if !room.has_figures() {
        return View::nothing();
    }
    let words = if room.is_anonymous() {
        say::GIVEN_ANONYMOUS
    } else {
        say::GIVEN
    };
    let buttons = [
        (
            "primary",
            "network-workbook",
            "Télécharger le classeur (.xlsx)",
            SheetsFile::Workbook,
        ),
        (
            "",
            "network-csv",
            "Télécharger le tableau des items (.csv)",
            SheetsFile::Table,
        ),
    ];
    let buttons = buttons.map(|(kind, handle, label, file)| {
        giving((kind, handle, label), say::MAKING, move || {
            Box::pin(give(room, file))
        })
    });
    card(
        "card stack no-print",
        "h-network-give",
        "Emporter ces chiffres",
    )
    .child(el("p").child(words))
    .child(el_class("div", "btn-row").children(buttons))
    .view()
}

async fn give(room: Room, file: SheetsFile) -> Result<String, NotMade> {
    let filter = room.filter.get_untracked();
    let names = room.names.get_untracked();
    let sheets = network(|network| {
        room.read_figures(|figures| {
            let looked = Looked {
                questionnaire: room.session.questionnaire,
                network,
                filter: &filter,
                names,
                figures,
            };
            match file {
                SheetsFile::Workbook => say::sheets(looked),
                SheetsFile::Table => say::table(looked),
            }
        })
    });
    let sheets = sheets.ok_or(NotMade::NothingAnswered)?;
    room.session
        .save_sheets("reseau", say::TITLE, sheets, file)
        .await
}
