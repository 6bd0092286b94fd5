//! An address that is not ours.

use crate::domain::route::Route;
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::page::{heading, screen};

/// Says so, and what to do.
pub fn not_found() -> View {
    let home = el_class("a", "btn")
        .attr("data-kind", "primary")
        .attr("href", &Route::Home.to_string());
    let text = el_class("div", "page-head__text")
        .child(heading("Cette page n’existe pas"))
        .child(el_class("p", "lead").child(
            "L’adresse est peut-être incomplète ou vient d’une version plus récente de l’outil. Vos réponses n’ont pas changé.",
        ))
        .child(el_class("div", "btn-row").child(home.child("Aller à l’accueil")));
    screen("page").child(text).view()
}
