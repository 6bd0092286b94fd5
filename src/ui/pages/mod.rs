//! One screen each.

pub mod help;
pub mod home;
pub mod landscape;
pub mod not_found;
pub mod positioning;
pub mod survey;
