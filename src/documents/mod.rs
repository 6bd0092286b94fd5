//! Room 6: what one takes away or shows elsewhere, made from texts and dossiers. Pure Rust like the
//! domain, in modules of its own (`src/bin`) that are fetched when they are asked for.

pub mod archive;
pub mod calendar;
pub mod csv;
pub mod deflate;
pub mod dossier_link;
pub mod invitation;
pub mod preview;
pub mod qr;
pub mod reading;
pub mod scan;
pub mod sheets;
pub mod understanding;
pub mod word;
pub mod words;
pub mod workbook;
