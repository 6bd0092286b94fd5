//! Room 6: what one takes away or shows elsewhere, made from texts and dossiers. Pure Rust like the
//! domain, in a module of its own (`src/bin/documents.rs`) that is fetched when it is asked for.

pub mod dossier_link;
pub mod qr;
