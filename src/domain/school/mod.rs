//! What a school is asked, answers, and plans; and what is computed from that.

pub mod adaptation;
pub mod answers;
pub mod contacts;
pub mod dossier;
pub mod identity;
pub mod import;
pub mod library;
pub mod plan;
pub mod positioning;
pub mod proofs;
pub mod questionnaire;
pub mod reading;
pub mod team;
pub mod timeline;
pub mod undo;
