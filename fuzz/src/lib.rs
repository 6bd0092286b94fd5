//! The targets that the tests drive, for libFuzzer.

#![forbid(unsafe_code)]

#[path = "../../tests/torture/targets/mod.rs"]
pub mod targets;
