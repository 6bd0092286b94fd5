//! The rules by which nothing that was saved is lost: they know texts and revisions, not screens.

pub mod copies;
pub mod erasure;
pub mod frozen;
pub mod pen;
pub mod record;
pub mod reminder;
pub mod save_state;
pub mod slots;
pub mod startup;
