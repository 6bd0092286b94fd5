//! Codes held before a camera: each is taken once, however many pictures show it.

/// How long a code must be out of sight before it is taken for held up anew, in milliseconds: blurred pictures come between.
const OUT_OF_SIGHT: f64 = 2_500.0;

/// What a camera saw last.
#[derive(Clone, Debug, Default)]
pub struct Scans(Vec<(String, f64)>);

impl Scans {
    /// Whether this text, seen at this moment in milliseconds, is held up anew.
    pub fn is_new(&mut self, text: &str, now: f64) -> bool {
        self.0.retain(|(_, seen)| now - seen < OUT_OF_SIGHT);
        if let Some((_, seen)) = self.0.iter_mut().find(|(known, _)| known == text) {
            *seen = now;
            return false;
        }
        self.0.push((text.to_owned(), now));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_stays_in_sight_is_taken_once_and_again_only_after_it_was_away() {
        let mut scans = Scans::default();
        assert!(scans.is_new("a", 0.0));
        for now in 1..100 {
            assert!(!scans.is_new("a", f64::from(now) * 200.0), "still in sight");
        }
        assert!(scans.is_new("b", 19_900.0), "another beside it");
        assert!(!scans.is_new("a", 22_000.0), "blurred for two seconds");
        assert!(scans.is_new("a", 25_000.0), "held up anew");
    }
}
