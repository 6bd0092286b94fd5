//! The figure of the questionnaire as the school adapted it, named, below the official one; nothing where it did not.

use crate::domain::school::questionnaire::{FieldId, Stage};
use crate::session::Viewed;
use crate::ui::kit::view::{View, el_class};
use crate::words::fr;

/// « Notre questionnaire : 10 sur 20 – 50 % », of a stage or of a field and stage.
pub fn local_figure(viewed: Viewed, field: Option<FieldId>, stage: Stage) -> Option<View> {
    viewed.local_count(field, stage)?;
    let key = match field {
        Some(field) => format!("local/{field}/stage-{stage}"),
        None => format!("local/stage-{stage}"),
    };
    let said = move || {
        let count = viewed.local_count(field, stage).unwrap_or_default();
        format!("{} – {}", fr::count(count), fr::percent(count))
    };
    let figure = el_class("span", "nowrap")
        .attr("data-figure", &key)
        .attr("translate", "no")
        .text(said);
    // A table says the whole name once, above.
    let name = match field {
        Some(_) => "Le nôtre\u{a0}: ",
        None => "Notre questionnaire\u{a0}: ",
    };
    let line = el_class("p", "small local-figure")
        .child(name)
        .child(figure);
    Some(line.view())
}

/// « Questionnaire officiel », above the figure that is the official one.
pub fn official_name(viewed: Viewed) -> Option<View> {
    viewed.official?;
    let name = el_class("p", "small local-figure").child("Questionnaire officiel");
    Some(name.view())
}
