//! Every decoder under seeded mutations of what it reads: none panics, none takes more than its memory.

use crate::targets::seeds::WORDS;
use crate::targets::{ALL, Target};
use crate::{Numbers, assert_memory, figure, measured, mutations, peak};
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Longest text that a mutation makes, in bytes, where its seed is shorter; else that of the seed.
const LEN_MAX: usize = 20_000;

#[test]
fn no_decoder_is_hurt_by_mutations_of_what_it_reads() {
    let _alone = measured();
    let shares: u64 = ALL.iter().map(|target| target.share).sum();
    let share_of = |target: &Target| (mutations() * target.share).div_ceil(shares);
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(target) = ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                    drive(target, share_of(target));
                }
            });
        }
    });
    let done = ALL.iter().map(share_of).sum();
    let result = format!("no panic; at most {} MiB in all", peak());
    figure("seeded mutations of what the decoders read", done, &result);
}

fn drive(target: &Target, count: u64) {
    let start = std::time::Instant::now();
    let mut numbers = Numbers::of(target.name);
    let seeds = (target.seeds)();
    for seed in &seeds {
        attempt(target, seed);
    }
    for _ in 0..count {
        attempt(target, &mutated(&seeds, &mut numbers));
    }
    println!(
        "{}: {count} in {:.1} s",
        target.name,
        start.elapsed().as_secs_f32()
    );
}

fn attempt(target: &Target, data: &[u8]) {
    if catch_unwind(|| (target.run)(data)).is_err() {
        panic!("{} on \"{}\"", target.name, data.escape_ascii());
    }
    assert_memory(target.name);
}

fn mutated(seeds: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut data = seeds[numbers.below(seeds.len())].clone();
    let longest = data.len().max(LEN_MAX);
    // One change more often than five: what is hardly changed gets furthest.
    for _ in 0..=numbers.below(5).min(numbers.below(5)) {
        let other = &seeds[numbers.below(seeds.len())];
        change(&mut data, other, numbers);
    }
    data.truncate(longest);
    data
}

fn change(data: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    let place = numbers.below(data.len());
    let end = (place + numbers.below(16)).min(data.len());
    match numbers.below(12) {
        0 | 1 => {
            if let Some(byte) = data.get_mut(place) {
                *byte ^= 1 << numbers.below(8);
            }
        }
        2 => {
            if let Some(byte) = data.get_mut(place) {
                *byte = numbers.below(256) as u8;
            }
        }
        3 => drop(data.drain(place..end)),
        4 => data.truncate(place),
        5 | 6 => insert(data, place, WORDS[numbers.below(WORDS.len())]),
        7 => {
            let len = 1 + numbers.below(8);
            insert(data, place, &numbers.bytes(len));
        }
        8 => {
            let piece = data[place..end].repeat(1 + numbers.below(200));
            insert(data, place, &piece);
        }
        9 => {
            let start = numbers.below(other.len());
            let len = numbers.below(64);
            let piece = &other[start..(start + len).min(other.len())];
            insert(data, place, piece);
        }
        10 => {
            data.truncate(place);
            data.extend(&other[numbers.below(other.len())..]);
        }
        _ => {
            let with = numbers.below(data.len());
            if !data.is_empty() {
                data.swap(place, with);
            }
        }
    }
}

fn insert(data: &mut Vec<u8>, place: usize, piece: &[u8]) {
    drop(data.splice(place..place, piece.iter().copied()));
}
