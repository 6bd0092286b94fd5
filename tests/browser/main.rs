//! The browser's adapters and the kit's views, in a real engine.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod device;
mod entries;
mod files;
mod folders;
mod gradual;
mod session;
mod stores;
mod tabs;
mod together;
mod views;
mod words;
mod worlds;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
