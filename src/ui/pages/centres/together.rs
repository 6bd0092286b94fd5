//! One view of the EPLEFPA: its centres side by side in figures and charts, two of them field by field, and the plan of all by
//! lead.

mod charts;
mod comparing;
mod plans;

use leptos::prelude::*;

use crate::browser::task;
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::library::Listed;
use crate::domain::school::positioning::{Count, Positioning};
use crate::domain::school::questionnaire::Stage;
use crate::domain::world::DossierId;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::copied_table::copy_button;
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{card, heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::table::{figure_cell, part, stage_head};
use crate::words::fr::{self, centres as say};

/// One centre as it is shown beside the others.
#[derive(Clone, Debug)]
pub struct Side {
    /// Which dossier.
    pub id: DossierId,
    /// What it is called.
    pub title: String,
    /// What is in it.
    pub dossier: Dossier,
    /// Its figures.
    pub positioning: Positioning,
}

/// The centres, once they are read; none before.
#[derive(Clone, Copy)]
pub struct Sides(RwSignal<Option<Vec<Side>>>);

impl Sides {
    /// What `read` finds in them; follows them.
    pub fn read<T>(self, read: impl FnOnce(&[Side]) -> T) -> T {
        self.0
            .with(|sides| read(sides.as_deref().unwrap_or_default()))
    }
}

/// The screen.
pub fn together(session: Session) -> View {
    let sides = Sides(RwSignal::new(None));
    task::spawn(async move {
        let read = read_all(session).await;
        let _ = sides.0.try_set(Some(read));
    });
    let text = el_class("div", "page-head__text")
        .child(heading(say::TOGETHER))
        .child(el_class("p", "lead").child(say::TOGETHER_LEAD));
    let list = Route::Centres(CentresScreen::List);
    let buttons = el_class("div", "btn-row")
        .child(print_button("Imprimer"))
        .child(big_link(list, "Gérer les centres"));
    let content = move || match sides.read(<[_]>::len) {
        0 => View::nothing(),
        1 => el("p").child(say::ONE_TO_SHOW).view(),
        _ => untrack(|| {
            View::all([
                figures(sides),
                charts::charts(session, sides),
                comparing::comparing(session, sides),
                plans::plans(session, sides),
            ])
        }),
    };
    screen("page centres")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .dynamic(content)
        .view()
}

async fn read_all(session: Session) -> Vec<Side> {
    let library = session.library().await;
    let in_use: Vec<(DossierId, Listed)> = library
        .in_use()
        .into_iter()
        .map(|(id, listed)| (id, listed.clone()))
        .collect();
    let mut sides = Vec::new();
    for (id, listed) in in_use {
        let read = session.dossier_of(id).await;
        let dossier = read.map(|read| read.dossier).unwrap_or_default();
        sides.push(Side {
            id,
            title: say::title(&listed),
            positioning: session.figures_of(&dossier),
            dossier,
        });
    }
    sides
}

/// The three stages of each centre: in words, then in a table.
fn figures(sides: Sides) -> View {
    let words = Stage::ALL.map(|stage| {
        let counts = sides.read(|all| {
            let all = all.iter();
            let count = |side: &Side| (side.title.clone(), count_of(side, stage));
            all.map(count).collect::<Vec<_>>()
        });
        el("li").child(say::range(stage, &counts)).view()
    });
    let rows = sides.read(|all| all.iter().map(row).collect::<Vec<_>>());
    let table = part("table", "table")
        .attr("class", "field-table centres-table")
        .child(
            el_class("caption", "visually-hidden").child("Items atteints par centre et par étape"),
        )
        .child(stage_head("Centre"))
        .child(part("tbody", "rowgroup").children(rows));
    card("h-figures", "Les chiffres")
        .child(el_class("ul", "timeline__whole").children(words))
        .child(table)
        .child(copy_button(".centres-table"))
        .view()
}

fn count_of(side: &Side, stage: Stage) -> Count {
    *stage.of(&side.positioning.stages)
}

fn row(side: &Side) -> View {
    let known = fr::progress(side.positioning.progress);
    let title = part("th", "rowheader")
        .attr("scope", "row")
        .child(el("span").child(side.title.as_str()))
        .child(" ")
        .child(el_class("span", "small centres__known").child(known));
    let cell = |stage: Stage| {
        let name = format!("{}/stage-{stage}", side.id.text());
        let count = count_of(side, stage);
        figure_cell(stage, ("data-centre-figure", &name), move || count).view()
    };
    part("tr", "row")
        .child(title)
        .children(Stage::ALL.map(cell))
        .view()
}
