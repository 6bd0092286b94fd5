//! « Évolution »: positionings taken at a date, and what changed between two of them.

mod compare;
mod review;
mod snapshot;

pub use compare::{Comparison, FieldChange, ItemChange, Move};
pub use review::{Look, Review};
pub use snapshot::{Head, NAME_MAX, Snapshot, SnapshotId, in_order};
