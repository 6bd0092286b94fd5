//! XML as it is written: tags are ours, texts are of people and may hold anything.

/// A piece of XML that grows.
#[derive(Default)]
pub struct Xml(String);

impl Xml {
    /// Tags, as they are.
    pub fn tags(&mut self, tags: &str) -> &mut Self {
        self.0.push_str(tags);
        self
    }

    /// A text, or the value of an attribute.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for char in text.chars() {
            match char {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // XML has no way to write them: a word processor would call the whole file damaged.
                '\u{fffe}' | '\u{ffff}' => {}
                char if char.is_control() => self.0.push(' '),
                char => self.0.push(char),
            }
        }
        self
    }

    /// The whole.
    pub fn ended(self) -> String {
        self.0
    }
}
