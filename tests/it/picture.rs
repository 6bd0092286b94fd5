//! The chart as a picture of its own: what is written around it, and that any program opens it.

use numea::domain::charts::picture::{PictureText, framed};
use numea::domain::charts::radar::ChartLook;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::fs;

/// As the library draws: its own size, its own ground, a word that it centres.
const DRAWING: &str = "<svg width=\"720\" height=\"400\" xmlns=\"http://www.w3.org/2000/svg\">\n\
    <rect width=\"720\" height=\"400\" fill=\"none\"></rect>\n\
    <text dominant-baseline=\"central\" y=\"8\">1.1 Pilotage &amp; <tspan>100 %</tspan></text>\n</svg>\n";

/// The texts of an SVG, each element's own; the file is well-formed.
fn texts(svg: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    let mut texts = Vec::new();
    let mut open = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(start.name().as_ref().to_owned()),
            Event::End(end) => assert_eq!(open.pop().unwrap(), end.name().as_ref()),
            Event::Text(text) => texts.push(text.as_ref().to_owned()),
            Event::GeneralRef(name) => texts.push(format!("&{};", name.as_ref())),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    texts
}

fn text() -> PictureText {
    PictureText {
        title: "Positionnement NumEA-Établissement".into(),
        lines: vec!["Lycée du Val".into(), "Au 27 novembre 2026".into()],
        stages: [
            "Étape 1 : 9 sur 21",
            "Étape 2 : 4 sur 21",
            "Étape 3 : 0 sur 21",
        ]
        .map(str::to_owned),
        foot: vec!["Règle.".into()],
    }
}

#[test]
fn the_picture_stands_on_white_with_its_title_its_lines_its_figures_and_the_drawing() {
    let svg = framed(DRAWING, &text(), 1).unwrap();
    let all = texts(&svg).concat();
    let PictureText {
        title,
        lines,
        stages,
        foot,
    } = text();
    for words in [vec![title], lines, stages.to_vec(), foot].concat() {
        assert!(all.contains(&words), "{words} in {all}");
    }
    assert!(all.contains("1.1 Pilotage"));
    assert!(svg.contains("fill=\"#fff\"/>") && svg.contains("width=\"720\""));
    // Word and others know no `dominant-baseline`.
    assert!(!svg.contains("dominant-baseline") && svg.contains("dy=\".35em\""));
    assert_eq!(
        svg.matches("http").count(),
        1,
        "the name of the format alone: {svg}"
    );
}

#[test]
fn at_twice_the_size_only_the_size_changes() {
    let [once, twice] = [1, 2].map(|scale| framed(DRAWING, &text(), scale).unwrap());
    let height = |svg: &str| {
        svg.split("height=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .parse::<u16>()
            .unwrap()
    };
    assert_eq!(height(&twice), 2 * height(&once));
    assert!(twice.contains("width=\"1440\""));
    let after = |svg: &str| svg.split_once("viewBox").unwrap().1.to_owned();
    assert_eq!(after(&once), after(&twice));
}

#[test]
fn what_people_wrote_stays_words_and_a_long_name_goes_over_several_lines() {
    let hostile = "<script>alert(\"1\")</script> & \u{1}\u{0}\u{ffff} ]]>";
    let long = "Établissement public local d’enseignement et de formation professionnelle agricoles des Trois\u{a0}Rivières ".repeat(2);
    let endless = "W".repeat(500);
    let lines = vec![hostile.into(), long.clone(), endless.clone()];
    let svg = framed(DRAWING, &PictureText { lines, ..text() }, 1).unwrap();
    let all = texts(&svg);
    assert!(!svg.contains("<script"));
    assert!(all.iter().all(|line| line.chars().count() <= 68), "{all:?}");
    assert!(all.concat().replace('\n', "").contains(&endless));
    assert!(
        svg.contains("Trois\u{a0}Rivières"),
        "only plain spaces end a line"
    );
}

#[test]
fn what_is_no_drawing_gives_no_picture() {
    for drawing in ["", "<svg", "<svg>", "<html></svg>", "texte</svg>"] {
        assert_eq!(framed(drawing, &text(), 1), None, "{drawing}");
    }
}

/// The picture is given away: it has the colours of paper, whatever the theme of the page.
#[test]
fn it_is_drawn_in_the_colours_of_the_light_theme() {
    let tokens =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).unwrap();
    let light = tokens.split("color-scheme: light;").nth(1).unwrap();
    let token = |name: &str| {
        let value = light.split(&format!("--{name}: ")).nth(1).unwrap();
        value.split(';').next().unwrap().to_owned()
    };
    let look = ChartLook::on_white();
    assert_eq!(look.ink, token("ink"));
    assert_eq!(look.line, token("line-control"));
    assert_eq!(look.stages, ["s1", "s2", "s3"].map(token));
}
