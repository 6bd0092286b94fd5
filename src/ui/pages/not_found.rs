//! An address that is not ours.

use leptos::prelude::*;

use crate::domain::route::Route;

/// Says so, and what to do.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <main id="contenu" tabindex="-1" class="page">
            <div class="page-head__text">
                <h1 tabindex="-1">"Cette page n’existe pas"</h1>
                <p class="lead">
                    "L’adresse est peut-être incomplète ou vient d’une version plus récente de l’outil. Vos réponses n’ont pas changé."
                </p>
                <div class="btn-row">
                    <a class="btn" data-kind="primary" href=Route::Home.to_string()>"Aller à l’accueil"</a>
                </div>
            </div>
        </main>
    }
}
