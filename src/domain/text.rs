//! Text: numbers with the word that they count, and the folding of accents by which words are compared.

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

/// A text without capitals and accents, whether an accent is part of its letter or follows it (as macOS
/// types it). Letters of western Europe; the whole of Unicode's tables would weigh more than this room.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        folded.push(match letter {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' | 'À' | 'Â' | 'Ä' | 'Á' | 'Ã' | 'Å' => {
                'a'
            }
            'ç' | 'Ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
            'î' | 'ï' | 'í' | 'ì' | 'Î' | 'Ï' | 'Í' | 'Ì' => 'i',
            'ñ' | 'Ñ' => 'n',
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'Ô' | 'Ö' | 'Ó' | 'Ò' | 'Õ' => 'o',
            'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' | 'Ú' => 'u',
            'ÿ' | 'Ÿ' => 'y',
            'œ' | 'Œ' => {
                folded.push_str("oe");
                continue;
            }
            'æ' | 'Æ' => {
                folded.push_str("ae");
                continue;
            }
            // An accent that follows its letter.
            '\u{300}'..='\u{36f}' => continue,
            '’' => '\'',
            '\u{a0}' | '\u{202f}' => ' ',
            other => other.to_ascii_lowercase(),
        });
    }
    folded
}

/// A text on one line, of at most `max` characters.
pub fn one_line(text: &str, max: usize) -> String {
    let words: Vec<_> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let cut: String = words.join(" ").chars().take(max).collect();
    cut.trim_end().to_owned()
}
