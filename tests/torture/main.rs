//! Torture: the decoders under a million seeded mutations and more, links cut and changed at every
//! place. The same at each run. `NUMEA_TORTURE` says how many mutations; without it a slice, so that a
//! plain `cargo test` stays short.
//!
//! Each figure reached is printed as a line `figure|what|how many|result`, which `cargo xtask torture`
//! gathers into a table.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod bombs;
mod links;
#[path = "../it/manglings.rs"]
mod manglings;
mod mutations;
mod targets;

use peak_alloc::PeakAlloc;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Counts what the whole test program allocates.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Most memory that the program may ever take, in bytes: a decoder's share is far less.
const MEMORY_MAX: usize = 64 << 20;
/// Mutations of a plain `cargo test`.
const SLICE: u64 = 20_000;

/// How many mutations this run is for.
fn mutations() -> u64 {
    let asked = std::env::var("NUMEA_TORTURE").ok();
    asked.map_or(SLICE, |number| {
        number.parse().expect("NUMEA_TORTURE is a number")
    })
}

/// Prints a figure reached. The test harness may have begun the line.
fn figure(what: &str, how_many: u64, result: &str) {
    println!("\nfigure|{what}|{how_many}|{result}");
}

/// Makes what follows the only one to be measured, from what is taken now.
fn measured() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    MEMORY.reset_peak_usage();
    alone
}

/// The most that the program has taken since it is measured, in MiB.
fn peak() -> usize {
    MEMORY.peak_usage().div_ceil(1 << 20)
}

/// The most that the program has taken stays within bounds.
fn assert_memory(what: &str) {
    let peak = MEMORY.peak_usage();
    assert!(peak <= MEMORY_MAX, "{what}: {peak} bytes");
}

/// Numbers that look random and are the same at each run (xorshift).
struct Numbers(u64);

impl Numbers {
    /// The numbers that belong to a name.
    fn of(name: &str) -> Self {
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325, |seed: u64, byte| {
            (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed | 1)
    }

    /// A number below `end`; 0 where that is 0.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| self.below(256) as u8).collect()
    }
}
