//! The lines of a calendar: folded, and texts of people escaped.

/// Longest line, in bytes, its end apart.
const LINE_MAX: usize = 75;

/// A calendar as text, while it grows.
#[derive(Default)]
pub struct Text(String);

impl Text {
    /// A property whose value is a text of people.
    pub fn words(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// A property, folded: no line is longer than [`LINE_MAX`] bytes, and none is cut within a character.
    pub fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for char in name.chars().chain([':']).chain(value.chars()) {
            if width + char.len_utf8() > LINE_MAX {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(char);
            width += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// The whole.
    pub fn ended(self) -> String {
        self.0
    }
}

/// Strokes before what would mean something, ends of lines as `\n`, and nothing that no text may hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.replace("\r\n", "\n").chars() {
        match char {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(char);
            }
            '\n' => escaped.push_str("\\n"),
            char if char.is_control() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}
