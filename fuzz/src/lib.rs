//! The targets that the tests drive, for libFuzzer.

#[path = "../../tests/torture/targets/mod.rs"]
pub mod targets;
