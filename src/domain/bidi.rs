//! Direction of writing: what a text that somebody wrote must not do to the sentence around it.

/// A text with every embedding, override and isolate that it leaves open closed after it (Unicode Standard
/// Annex 9): put into a sentence, it cannot turn what follows. Most texts open none and stay as they are.
pub fn closed(text: &str) -> String {
    const POP_EMBEDDING: char = '\u{202c}';
    const POP_ISOLATE: char = '\u{2069}';
    // All of these signs begin with this byte: a plan holds a megabyte of text without any.
    if !text.bytes().any(|byte| byte == 0xe2) {
        return text.to_owned();
    }
    let mut open = Vec::new();
    for char in text.chars() {
        match char {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP_EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            // An embedding ends within the isolate in which it began.
            POP_EMBEDDING if open.last() == Some(&POP_EMBEDDING) => drop(open.pop()),
            // An isolate takes along what was opened within it.
            POP_ISOLATE => {
                if let Some(place) = open.iter().rposition(|pop| *pop == POP_ISOLATE) {
                    open.truncate(place);
                }
            }
            _ => {}
        }
    }
    let mut text = text.to_owned();
    text.extend(open.into_iter().rev());
    text
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn what_a_text_leaves_open_is_closed_after_it() {
        for (text, after) in [
            ("Lycée du Val", ""),
            ("עברית", ""),
            ("\u{202e}renversé", "\u{202c}"),
            ("\u{202e}renversé\u{202c}", ""),
            ("\u{2066}a\u{202e}b", "\u{202c}\u{2069}"),
            ("\u{2066}a\u{202e}b\u{2069}", ""),
            ("\u{202a}a\u{2068}b\u{202c}", "\u{2069}\u{202c}"),
            ("\u{2069}\u{202c}a\u{202e}", "\u{202c}"),
        ] {
            assert_eq!(closed(text), [text, after].concat(), "{text:?}");
        }
    }
}
