//! Text: numbers with the word that they count.

/// « 1 item », « 2 items », « 1 200 items »: a number and its word. In French 0 and 1 are singular.
pub fn plural(number: impl Into<usize>, one: &str, many: &str) -> String {
    let number = number.into();
    [&self::number(number), "\u{a0}", agree(number, one, many)].concat()
}

/// The word that goes with a number: the first one for 0 and 1, the other above.
pub fn agree<'a>(number: usize, one: &'a str, many: &'a str) -> &'a str {
    if number < 2 { one } else { many }
}

/// « 1 200 »: a number with its thousands set apart.
pub fn number(number: usize) -> String {
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{}\u{202f}{:03}", self::number(thousands), number % 1_000),
    }
}
