//! Formats are not the model: what is stored, exchanged and shared has versions of its own here.
//! A released version is never edited; its fixtures stay green for ever.

pub mod adaptation;
pub mod base64url;
mod bits;
pub mod centres;
pub mod contribution;
pub mod document;
pub mod dossier_link;
pub mod draft;
pub mod file;
pub mod handover;
pub mod history;
pub mod invitation;
pub mod library;
pub mod link;
pub mod mail;
mod members;
pub mod pasted;
pub mod questionnaire;
mod respondents;
pub mod seal;
pub mod sender;
pub mod site;
pub mod snapshot;
