//! The card in which a workbook or a table is chosen, to be compared with the dossier.

use crate::browser::file::Picked;
use crate::browser::task;
use crate::session::{Outcome, Session};
use crate::ui::kit::drop_zone::drop_zone;
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::share_card::{card as share_card, has, has_not};
use crate::words::fr::importing as say;

/// The card.
pub fn card(session: Session) -> View {
    let status = el_class("p", "form-field__hint")
        .attr("id", "import-said")
        .attr("role", "alert")
        .text(move || {
            session.imported_key();
            session.desk(|desk| desk.imported.as_ref().map(say::status).unwrap_or_default())
        });
    share_card("h-import", "Reprendre un classeur rempli")
        .child(el("p").child(say::LEAD))
        .child(el_class("ul", "has-list").children([
            has("Les réponses, les notes, les liens de preuve et les objectifs"),
            has("Le classeur ou le tableau téléchargé ici, ou le classeur de 2020 avec une croix par étape"),
            has_not("Une case vide ou une ligne supprimée n’efface rien"),
        ]))
        .child(field(session))
        .child(status)
        .view()
}

fn field(session: Session) -> Element {
    let is_wrong = move || {
        session.imported_key();
        session.desk(|desk| match desk.imported.as_ref()?.outcome {
            Outcome::NotOpened(_) | Outcome::NotLoaded | Outcome::Refused(_) => {
                Some("true".to_owned())
            }
            Outcome::Reading | Outcome::Shown(_) | Outcome::Taken(_) => None,
        })
    };
    let input = unlocked(|| el_class("input", "file-input"))
        .attr("id", "import")
        .attr("type", "file")
        .attr("data-import", "")
        .attr("accept", ".xlsx,.xlsm,.ods,.csv,.tsv,.txt")
        .attr("aria-describedby", "import-said")
        .attr_fn("aria-invalid", is_wrong)
        .on("change", move |event| {
            if let Some(picked) = Picked::chosen(&event) {
                task::spawn(session.import_file(picked));
            }
        });
    drop_zone(
        "import",
        "Classeur (.xlsx, .ods) ou tableau (.csv), à choisir ou à déposer ici",
        input,
    )
}
