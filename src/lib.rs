//! NumEA-Établissement: a French agricultural school positions its digital transition and steers it.
//!
//! Rooms, in reading order. Start with [`domain`]: what is true, with no machine around it. The
//! drawing of the whole house, its invariants and its formats are in `ARCHITECTURE.md`.

pub mod domain;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "documents")]
pub mod documents;
#[cfg(feature = "app")]
pub mod keeper;
#[cfg(feature = "app")]
pub mod session;
#[cfg(feature = "app")]
pub mod ui;
pub mod words;

/// Starts the page: reads what is kept, shows the app, which says when it is ready.
#[cfg(feature = "app")]
pub async fn start() {
    // A test proves that the official questionnaire reads.
    let Some(questionnaire) = domain::formats::questionnaire::official() else {
        return;
    };
    // Read once, for the life of the page.
    let Ok(boot) = session::boot(Box::leak(Box::new(questionnaire))).await else {
        // What is stored cannot be read without a file that is missing.
        return browser::page::say_incomplete();
    };
    leptos::mount::mount_to_body(move || ui::app(boot).append_to_body());
    browser::page::remove_shell();
}
