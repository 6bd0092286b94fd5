//! « Glossaire »: words explained, found in the statements and by those who look for them.

use crate::domain::text::folded;

/// An acronym or specialist word, explained on demand.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryEntry {
    /// The word as people know it.
    pub term: String,
    /// Other spellings found in the statements.
    pub variants: Vec<String>,
    /// What the letters stand for.
    pub expansion: String,
    /// One plain sentence, or nothing.
    pub explanation: String,
}

impl GlossaryEntry {
    /// Whether the word, in one of its spellings, stands in one of these texts.
    pub fn is_in(&self, texts: &[&str]) -> bool {
        let mut words =
            std::iter::once(self.term.as_str()).chain(self.variants.iter().map(String::as_str));
        words.any(|word| texts.iter().any(|text| has_word(text, word)))
    }

    /// The letter under which it is filed, a capital without its accent.
    pub fn initial(&self) -> char {
        let first = folded(&self.term).chars().next();
        first.unwrap_or(' ').to_ascii_uppercase()
    }

    /// Whether what is looked for stands in the word, another spelling or its explanation, whatever the
    /// capitals, accents and kinds of spaces. Nothing is in everything.
    pub fn matches(&self, sought: &str) -> bool {
        let sought = folded(sought.trim());
        [&self.term, &self.expansion, &self.explanation]
            .into_iter()
            .chain(&self.variants)
            .any(|text| folded(text).contains(sought.as_str()))
    }
}

/// Whether `word` stands in `text` between characters that are not part of a word.
fn has_word(text: &str, word: &str) -> bool {
    // Digits and letters of French; the whole of Unicode's would weigh more than this file.
    let is_part = |c: char| c.is_ascii_alphanumeric() || ('À'..='ſ').contains(&c);
    text.match_indices(word).any(|(start, found)| {
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let after = text
            .get(start + found.len()..)
            .and_then(|tail| tail.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_only_between_other_characters() {
        for (text, word, found) in [
            ("Une commission TIM et", "TIM", true),
            ("CCF TIM, certification", "TIM", true),
            ("(ANSSI)", "ANSSI", true),
            ("ESTIME", "TIM", false),
            ("l’ENT est", "ENT", true),
            ("PRÉSENTENT", "ENT", false),
            ("", "ENT", false),
        ] {
            assert_eq!(has_word(text, word), found, "{word} in {text}");
        }
    }

    #[test]
    fn an_entry_is_found_whatever_the_capitals_and_the_accents() {
        let entry = GlossaryEntry {
            term: "équipements mobiles".into(),
            variants: vec!["BYOD".into()],
            expansion: "Ce que l’élève tient\u{a0}: une tablette".into(),
            explanation: "Fourni ou non.".into(),
        };
        for (sought, found) in [
            ("", true),
            ("  EQUIPEMENTS ", true),
            ("byod", true),
            ("l'eleve", true),
            ("l’e\u{301}le\u{300}ve", true),
            ("tient : une", true),
            ("fourni", true),
            ("téléphone", false),
        ] {
            assert_eq!(entry.matches(sought), found, "{sought}");
        }
        assert_eq!(entry.initial(), 'E');
    }
}
