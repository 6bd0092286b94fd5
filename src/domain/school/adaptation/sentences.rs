//! The sentences of a text that a person types: each becomes a condition, which is ticked by itself.

/// Shortest word before a full stop that ends a sentence, in letters: « M. », « cf. » and « etc. » end none.
const WORD_MIN: usize = 4;

/// The sentences of a text, in order: one a line, and inside a line wherever a full stop, a question or exclamation mark
/// stands before a space and a capital. A line that is one of the `known` sentences stays whole.
pub fn sentences(text: &str, known: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if known.contains(&line) {
            all.push(line.to_owned());
        } else {
            cut(line, known, &mut all);
        }
    }
    all
}

fn cut(line: &str, known: &[&str], all: &mut Vec<String>) {
    let mut rest = line;
    while !rest.is_empty() {
        // A known sentence may hold a full stop of its own.
        let start = known.iter().find(|known| {
            let after = rest.strip_prefix(**known);
            after.is_some_and(|after| after.is_empty() || after.starts_with(' '))
        });
        let end = start.map_or_else(|| end_of_first(rest), |known| known.len());
        let (sentence, after) = rest.split_at(end);
        all.push(sentence.trim().to_owned());
        rest = after.trim_start();
    }
}

/// Where the first sentence of this line ends, in bytes.
fn end_of_first(line: &str) -> usize {
    for (place, mark) in line.match_indices(['.', '!', '?', '…']) {
        let end = place + mark.len();
        let (before, after) = (line.split_at(place).0, line.split_at(end).1);
        let starts_anew = after.strip_prefix(' ').is_some_and(|next| {
            let mut letters = next.chars().skip_while(|char| "«\u{a0} ".contains(*char));
            letters.next().is_some_and(char::is_uppercase)
        });
        let letters = before.chars().rev();
        let letters = letters.take_while(|char| char.is_alphanumeric()).count();
        let is_abbreviation = mark == "." && (1..WORD_MIN).contains(&letters);
        if starts_anew && !is_abbreviation {
            return end;
        }
    }
    line.len()
}
