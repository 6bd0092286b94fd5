//! What the runners' reports say, added up.

use std::time::Duration;

/// How many tests passed and failed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
}

impl Tally {
    /// From cargo's test reports, and wasm-bindgen's: `test result: ok. 12 passed; 0 failed; …`, one per test program.
    pub fn of_cargo(text: &str) -> Tally {
        let reports = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("test result: "));
        reports.fold(Tally::default(), |sum, report| {
            let report = report.split_once(". ").map_or(report, |(_, counts)| counts);
            report.split("; ").fold(sum, Tally::plus_count)
        })
    }

    /// From Playwright's closing lines: `12 passed (3.4s)`, `1 failed`, `2 did not run`, each alone.
    pub fn of_playwright(text: &str) -> Tally {
        text.lines()
            .map(str::trim)
            .fold(Tally::default(), Tally::plus_count)
    }

    /// Both together.
    pub fn plus(self, other: Tally) -> Tally {
        Tally {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }

    /// A step that failed without a failed test counts as one.
    pub fn at_least_one_failed(self) -> Tally {
        Tally {
            failed: self.failed.max(1),
            ..self
        }
    }

    fn plus_count(self, words: &str) -> Tally {
        let mut words = words.split_whitespace();
        let number: Option<u32> = words.next().and_then(|word| word.parse().ok());
        match (number, words.next(), words.next()) {
            (Some(number), Some("passed" | "flaky"), _) => Tally {
                passed: self.passed + number,
                ..self
            },
            (Some(number), Some("failed" | "interrupted"), None) => Tally {
                failed: self.failed + number,
                ..self
            },
            _ => self,
        }
    }
}

/// The journeys that failed, then passed when they were tried again: lines `flaky|title` of the reporter `figures.mjs`.
pub fn flaky(text: &str) -> Vec<String> {
    let titles = text.lines().filter_map(|line| line.strip_prefix("flaky|"));
    titles.map(str::to_owned).collect()
}

/// Minutes and seconds.
pub fn spoken(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds}.{} s", time.subsec_millis() / 100),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_reports_are_added_up() {
        let text = "running 3 tests\ntest a ... ok\n\
                    test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                    test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(
            Tally::of_cargo(text),
            Tally {
                passed: 7,
                failed: 2
            }
        );
    }

    #[test]
    fn playwright_lines_are_read_and_test_titles_are_not() {
        let text = "  ✓  1 [chromium] › a.spec.mjs:3:1 › 3 passed (1.2s)\n\n  1 failed\n    [chromium] › a.spec.mjs\n  \
                    2 did not run\n  12 passed (3.4s)\n";
        assert_eq!(
            Tally::of_playwright(text),
            Tally {
                passed: 12,
                failed: 1
            }
        );
    }

    #[test]
    fn a_flaky_journey_is_named() {
        let text = "  1 flaky\nflaky|a.spec.mjs › one › two\nfigure|a|1|every time\n";
        assert_eq!(flaky(text), ["a.spec.mjs › one › two"]);
        assert_eq!(Tally::of_playwright(text).passed, 1);
    }

    #[test]
    fn a_failing_step_without_counts_is_one_failure() {
        assert_eq!(
            Tally::default().at_least_one_failed(),
            Tally {
                passed: 0,
                failed: 1
            }
        );
        assert_eq!(
            Tally {
                passed: 1,
                failed: 3
            }
            .at_least_one_failed(),
            Tally {
                passed: 1,
                failed: 3
            }
        );
    }

    #[test]
    fn times_are_short_to_read() {
        assert_eq!(spoken(Duration::from_millis(2_340)), "2.3 s");
        assert_eq!(spoken(Duration::from_secs(64)), "1 min 04 s");
    }
}
