//! The positioning chart as a picture of its own (SVG): a white ground, a title, whose it is and when, the figures of the
//! three stages, the rule of counting. It names no other file and holds no script, so that any program opens it.

use super::radar::{AxisNames, ChartLook, Motion};
use crate::domain::school::questionnaire::Stage;

/// Width of the picture.
const WIDTH: u16 = 720;
/// Width and height of the chart in it, in pixels.
pub const DRAWING: [u16; 2] = [WIDTH, 400];
/// Left and right of the texts.
const MARGIN: u16 = 32;
/// The generic family: the picture brings no font along.
const FONT: &str = "sans-serif";

const INK: &str = "#1d2b27";
const LINE: &str = "#7d7565";
const STAGES: [&str; 3] = ["#b97a18", "#1f6399", "#43204f"];

/// What is written around the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureText {
    /// The title.
    pub title: String,
    /// Whose it is, when, and how much is answered.
    pub lines: Vec<String>,
    /// The figures of each stage, which are the legend too.
    pub stages: [String; 3],
    /// How it is counted, and of which questionnaire.
    pub foot: Vec<String>,
}

/// How a text is written.
struct Face {
    size: u16,
    weight: &'static str,
    /// Longest line, in characters: one of wide letters holds between the margins too.
    longest: usize,
}

const TITLE: Face = Face {
    size: 22,
    weight: "bold",
    longest: 46,
};
const USUAL: Face = Face {
    size: 14,
    weight: "normal",
    longest: 68,
};
const SMALL: Face = Face {
    size: 12,
    weight: "normal",
    longest: 100,
};

impl ChartLook {
    /// Dark ink on white, whatever the theme of the page: the colours of the light one.
    pub fn on_white() -> Self {
        Self {
            ink: INK.to_owned(),
            line: LINE.to_owned(),
            stages: STAGES.map(str::to_owned),
            font: FONT.to_owned(),
            names: AxisNames::Titles,
            motion: Motion::Reduced,
        }
    }
}

/// The picture of a drawing that is an SVG itself, of the size of [`DRAWING`]; `scale` pixels stand for one. None where
/// the drawing is no SVG.
pub fn framed(drawing: &str, text: &PictureText, scale: u16) -> Option<String> {
    let (start, rest) = drawing.split_once('>')?;
    let (inside, _) = rest.rsplit_once("</svg>")?;
    if !start.trim_start().starts_with("<svg") {
        return None;
    }
    let mut sheet = Sheet {
        content: String::new(),
        y: MARGIN / 2,
    };
    sheet.write(&text.title, TITLE);
    for line in &text.lines {
        sheet.write(line, USUAL);
    }
    sheet.draw(inside);
    for (stage, figures) in Stage::ALL.into_iter().zip(&text.stages) {
        sheet.legend(stage, figures);
    }
    sheet.y += SMALL.size;
    for line in &text.foot {
        sheet.write(line, SMALL);
    }
    Some(sheet.ended(&text.title, scale))
}

/// A picture that is written from the top down.
struct Sheet {
    content: String,
    y: u16,
}

impl Sheet {
    fn write(&mut self, text: &str, face: Face) {
        let Face {
            size,
            weight,
            longest,
        } = face;
        for line in wrapped(text, longest) {
            self.y += size * 3 / 2;
            let (y, line) = (self.y, escaped(&line));
            self.content.push_str(&format!(
                "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\">{line}</text>\n"
            ));
        }
    }

    /// Some programs know no `dominant-baseline`: there every word would stand half a line too high.
    fn draw(&mut self, inside: &str) {
        let inside = inside.replace("dominant-baseline=\"central\"", "dy=\".35em\"");
        let y = self.y;
        self.content
            .push_str(&format!("<g transform=\"translate(0 {y})\">{inside}</g>\n"));
        let [_, height] = DRAWING;
        self.y += height;
    }

    /// The line of a stage, drawn as in the chart, and its figures.
    fn legend(&mut self, stage: Stage, text: &str) {
        self.y += 24;
        let (width, dashes, mark) = match stage {
            Stage::One => ("3", "3", "M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z"),
            Stage::Two => ("2.5", "10 5", "M-4-4H4V4H-4Z"),
            Stage::Three => ("2.5", "none", "M0-4L4 4H-4Z"),
        };
        let (y, ink, text) = (self.y, stage.of(&STAGES), escaped(text));
        let [from, middle, to, words] = [230, 252, 274, 286];
        self.content.push_str(&format!(
            "<g transform=\"translate(0 {y})\">\
             <path d=\"M{from} -5H{to}\" stroke=\"{ink}\" stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\"/>\
             <path d=\"{mark}\" transform=\"translate({middle} -5)\" fill=\"{ink}\"/>\
             <text x=\"{words}\" y=\"0\" font-size=\"14\">{text}</text></g>\n"
        ));
    }

    fn ended(self, title: &str, scale: u16) -> String {
        let Self { content, y } = self;
        let height = y + MARGIN;
        let [wide, high] = [WIDTH, height].map(|size| size * scale);
        let title = escaped(title);
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {WIDTH} {height}\">\n\
             <title>{title}</title>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n\
             <g font-family=\"{FONT}\" fill=\"{INK}\">\n{content}</g>\n</svg>\n"
        )
    }
}

/// A text on lines of so many characters at most. Only plain spaces end a line: French forbids it to the others. A word
/// that is longer than a line is cut.
fn wrapped(text: &str, longest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']) {
        let letters: Vec<char> = word.chars().collect();
        for piece in letters.chunks(longest) {
            match lines.last_mut() {
                Some(line) if line.chars().count() + 1 + piece.len() <= longest => {
                    line.push(' ');
                    line.extend(piece);
                }
                _ => lines.push(piece.iter().collect()),
            }
        }
    }
    lines
}

/// A text as XML writes it, without the characters that XML has no way to write.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            char if char.is_control() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}
