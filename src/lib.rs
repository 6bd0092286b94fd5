//! NumEA-Établissement: a French agricultural school positions its digital transition and steers it.
//!
//! Rooms, in reading order. Start with [`domain`]: what is true, with no machine around it. The
//! drawing of the whole house, its invariants and its formats are in `ARCHITECTURE.md`.

pub mod domain;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
pub mod session;
#[cfg(feature = "app")]
pub mod ui;

/// Starts the page: reads what is kept, shows the app, and says that it is ready.
#[cfg(feature = "app")]
pub async fn start() {
    use leptos::prelude::*;

    let questionnaire = match domain::questionnaire::Questionnaire::official() {
        // Read once for the life of the page.
        Ok(questionnaire) => &*Box::leak(Box::new(questionnaire)),
        Err(error) => return leptos::logging::error!("the official questionnaire: {error}"),
    };
    let boot = session::boot(questionnaire).await;
    leptos::mount::mount_to_body(move || view! { <ui::App boot=boot /> });
    session::show_ready();
}
