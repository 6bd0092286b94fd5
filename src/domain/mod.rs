//! Room 1: what is true, with no machine around it. Pure Rust: no clock, no browser, no I/O.
//!
//! An [`Edit`](school::dossier::Edit) changes a [`Dossier`](school::dossier::Dossier), in [`school`];
//! everything visible is computed from it, there and in [`charts`]; everything saved, shared or exported
//! is a translation of it, in [`formats`]. What is on the device is never lost, by the rules of
//! [`safekeeping`]; what the stores hold is read in [`stored`]. What every room uses stands beside them.

pub mod charts;
pub mod formats;
pub mod safekeeping;
pub mod school;

pub mod bidi;
pub mod checksum;
pub mod date;
pub mod device;
pub mod escapes;
pub mod imported;
pub mod json;
pub mod minutes;
pub mod network;
pub mod notice;
pub mod opened;
pub mod paper;
pub mod papers;
pub mod route;
pub mod sheets;
pub mod site;
pub mod stored;
pub mod text;
pub mod web_address;
pub mod world;
