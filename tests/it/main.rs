//! The one native test binary: rules, formats, content, architecture. No browser, no Leptos.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod adaptation;
mod adapted_papers;
mod after_await;
mod answer_codes;
mod answer_finder;
mod architecture;
#[cfg(feature = "documents")]
mod calendar;
mod chart;
mod checksum;
mod contacts;
mod content;
mod counting;
#[cfg(feature = "documents")]
mod csv;
#[cfg(feature = "documents")]
mod dossier_link;
mod editing;
mod erasure;
mod follow_up;
mod formats;
mod grid;
mod history;
mod hostile;
#[cfg(feature = "documents")]
mod import;
#[cfg(feature = "documents")]
mod import_files;
#[cfg(feature = "documents")]
mod invitations;
mod json;
#[cfg(feature = "documents")]
mod leaving;
mod library;
#[cfg(feature = "documents")]
mod libreoffice;
mod link;
mod mail;
mod manglings;
mod network;
#[cfg(feature = "documents")]
mod network_files;
#[cfg(feature = "documents")]
mod papers;
mod pasted;
mod pen;
#[cfg(feature = "documents")]
mod picture;
mod planning;
#[cfg(feature = "documents")]
mod qr;
mod questionnaire_files;
mod reading;
mod reminder;
mod schedule;
mod schools;
mod sender;
mod site;
mod slots;
mod smart;
mod startup;
mod style;
mod support;
mod team;
mod text;
mod timeline;
#[cfg(feature = "documents")]
mod word_schema;
mod workbook;
mod workbook_formulas;
