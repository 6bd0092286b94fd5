//! The positioning chart as files: two buttons, wherever it is offered.

use leptos::prelude::*;

use crate::domain::charts::picture::PictureText;
use crate::session::{ChartFile, Viewed};
use crate::ui::kit::view::View;
use crate::ui::shared::giving::giving;
use crate::words::fr::documents as say;

/// The buttons that give the chart as a picture.
pub fn chart_files(viewed: Viewed) -> View {
    let files = [
        (
            ChartFile::Png,
            ("", "chart-png", "Télécharger l’image (.png)"),
        ),
        (
            ChartFile::Svg,
            ("", "chart-svg", "Télécharger l’image (.svg)"),
        ),
    ];
    View::all(files.map(|(file, words)| {
        giving(words, say::MAKING_PICTURE, move || {
            Box::pin(viewed.save_chart(file, text(viewed)))
        })
    }))
}

/// What is written around the chart as it stands now.
fn text(viewed: Viewed) -> PictureText {
    untrack(|| {
        let today = viewed.day();
        viewed.read(|dossier| {
            let asked = viewed.questionnaire;
            viewed.both_counts(|both| say::picture(&dossier.identity, both, asked, today))
        })
    })
}
