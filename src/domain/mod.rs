//! Room 1: what is true, with no machine around it. Pure Rust: no clock, no browser, no I/O.
//!
//! An [`dossier::Edit`] changes a [`dossier::Dossier`]; everything visible is computed from the
//! dossier ([`positioning`], [`reading`], [`chart`]); everything kept is a translation of it ([`wire`]).

pub mod answers;
pub mod bidi;
pub mod chart;
pub mod contacts;
pub mod date;
pub mod dossier;
pub mod erasure;
pub mod escapes;
pub mod identity;
pub mod pen;
pub mod plan;
pub mod positioning;
pub mod proofs;
pub mod questionnaire;
pub mod reading;
pub mod reminder;
pub mod route;
pub mod site;
pub mod slots;
pub mod startup;
pub mod text;
pub mod undo;
pub mod web_address;
pub mod wire;
