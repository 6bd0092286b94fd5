//! The figures that campaigns reach, and the table of the README that shows them.

use crate::places;
use crate::process::Outcome;

/// One thing that was tried, how many times, and what came of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Figure {
    /// What was tried.
    pub what: String,
    /// How many times.
    pub how_many: u64,
    /// What came of it.
    pub result: String,
}

impl Figure {
    /// From a line `figure|what|how many|result`, which the campaigns print.
    fn of(line: &str) -> Option<Figure> {
        let mut parts = line
            .strip_prefix("figure|")?
            .splitn(3, '|')
            .map(str::to_owned);
        Some(Figure {
            what: parts.next()?,
            how_many: parts.next()?.parse().ok()?,
            result: parts.next()?,
        })
    }

    /// Those among what a campaign printed.
    pub fn all_of(printed: &str) -> Vec<Figure> {
        printed.lines().filter_map(Figure::of).collect()
    }
}

/// The head of the table.
pub const HEAD: &str = "| campaign | what was tried | how many | result |\n|---|---|---:|---|\n";

/// The rows of one campaign.
pub fn rows(name: &str, figures: &[Figure]) -> String {
    let mut rows = String::new();
    for figure in figures {
        let how_many = grouped(figure.how_many);
        rows.push_str(&format!(
            "| {name} | {} | {how_many} | {} |\n",
            figure.what, figure.result
        ));
    }
    rows
}

/// « 20,000,000 ».
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Puts the rows of a campaign into the README, in the place of those that it had there.
pub fn keep_in_readme(name: &str, rows: &str) -> Outcome {
    let path = places::root()?.join("README.md");
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("cannot read README.md: {error}."))?;
    let new = with_rows(&text, name, rows).ok_or("README.md has lost the head of the table.")?;
    std::fs::write(&path, new).map_err(|error| format!("cannot write README.md: {error}."))
}

/// The text with these rows of a campaign in its table: where it had rows, else at the end.
fn with_rows(text: &str, name: &str, rows: &str) -> Option<String> {
    let start = text.find(HEAD)? + HEAD.len();
    let (before, table) = text.split_at(start);
    let len = table
        .split_inclusive('\n')
        .take_while(|line| line.starts_with('|'))
        .map(str::len)
        .sum();
    let (table, after) = table.split_at(len);
    let is_of_it = |line: &&str| line.starts_with(&format!("| {name} |"));
    let lines = table.split_inclusive('\n');
    let place = lines.clone().position(|line| is_of_it(&line));
    let others: Vec<&str> = lines.filter(|line| !is_of_it(line)).collect();
    let place = place.unwrap_or(others.len());
    let (first, last) = others.split_at(place);
    Some([before, &first.concat(), rows, &last.concat(), after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_what_the_campaigns_print() {
        let reached = Figure {
            what: "bit flips".to_owned(),
            how_many: 336_000,
            result: "0 read".to_owned(),
        };
        let printed = "test links::figure ... ok\nfigure|bit flips|336000|0 read\nfigure|x|many|0";
        assert_eq!(Figure::all_of(printed), [reached]);
    }

    #[test]
    fn a_campaign_has_a_row_for_each_figure() {
        let figures = Figure::all_of("figure|bit flips|336000|0 read");
        let row = "| links | bit flips | 336,000 | 0 read |\n";
        assert_eq!(rows("links", &figures), row);
    }

    #[test]
    fn the_rows_of_a_campaign_take_the_place_of_those_that_it_had() {
        let text = |rows: &str| format!("Before\n{HEAD}{rows}\nAfter | it\n");
        let old = text("| a | 1 |\n| b | 1 |\n| b | 2 |\n| c | 1 |\n");
        let new = text("| a | 1 |\n| b | 3 |\n| c | 1 |\n");
        assert_eq!(with_rows(&old, "b", "| b | 3 |\n"), Some(new));
        let longer = text("| a | 1 |\n| b | 1 |\n| b | 2 |\n| c | 1 |\n| d | 1 |\n");
        assert_eq!(with_rows(&old, "d", "| d | 1 |\n"), Some(longer));
        assert_eq!(with_rows("nothing", "d", ""), None);
    }

    #[test]
    fn great_numbers_are_grouped() {
        assert_eq!(grouped(20_000_008), "20,000,008");
        assert_eq!(grouped(999), "999");
    }
}
