//! What every screen is made of. Knows nothing of the domain.

pub mod bar;
pub mod button;
pub mod callout;
pub mod card;
pub mod check;
pub mod disclosure;
pub mod drop_zone;
pub mod entry;
pub mod field;
mod follow;
pub mod icon;
pub mod progress;
pub mod view;
