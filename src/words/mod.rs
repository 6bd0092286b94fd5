//! Room of words: every sentence that a person reads and that is more than a label of one place.

pub mod fr;
