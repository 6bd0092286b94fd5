//! Papers: what they say, and the file for a word processor, read back by other readers than its writer.

use numea::documents::reading::zip::Zip;
use numea::documents::word;
use numea::domain::minutes::{Kind, Minutes, Noted, TEXT_MAX, Topic};
use numea::domain::paper::{Block, Level, Paper, Table};
use numea::domain::school::answers::{ItemAnswer, NOTE_MAX, Response, Ticks};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::plan::{
    Arrangement, FollowUp, Objective, Priority, Rhythm, Schedule, Status,
};
use numea::domain::school::questionnaire::Stage;
use numea::domain::school::reading::Reading;
use numea::domain::school::team::Decision;
use numea::words::fr;
use proptest::prelude::*;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::support::{OFFICIAL, any_dossier, change, day, item};

/// A paragraph: its style, and its text.
type Paragraph = (String, String);

/// What a word processor finds in the body of a document.
#[derive(Default)]
struct Body {
    /// Outside tables.
    paragraphs: Vec<Paragraph>,
    /// Rows of cells, each as its lines.
    tables: Vec<Vec<Vec<String>>>,
    /// Attributes `r:embed`, and words, of pictures.
    pictures: Vec<String>,
}

impl Body {
    fn texts(&self, style: &str) -> Vec<&str> {
        let of = self.paragraphs.iter().filter(|(one, _)| one == style);
        of.map(|(_, text)| text.as_str()).collect()
    }

    /// Every text, in tables too.
    fn words(&self) -> String {
        let cells = self.tables.iter().flatten().flatten();
        let texts = self.paragraphs.iter().map(|(_, text)| text);
        texts.chain(cells).cloned().collect::<Vec<_>>().join("\n")
    }
}

fn written(paper: &Paper) -> Vec<u8> {
    word::write(paper, None, day("2026-11-27")).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    Zip::read(bytes).unwrap().text(name).unwrap().unwrap()
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.try_get_attribute(name).unwrap().unwrap();
    let value = found.normalized_value(XmlVersion::Implicit1_0);
    value.unwrap().into_owned()
}

fn resolved(name: &BytesRef<'_>) -> &'static str {
    match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        other => panic!("&{other}; is known to nobody"),
    }
}

/// Reads the body strictly: every element that opens closes.
fn body(bytes: &[u8]) -> Body {
    let text = part(bytes, "word/document.xml");
    let mut reader = Reader::from_str(&text);
    reader.config_mut().expand_empty_elements = true;
    let mut body = Body::default();
    let (mut style, mut said) = (String::new(), String::new());
    let (mut depth, mut is_text) = (0, false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:tbl" => body.tables.push(Vec::new()),
                "w:tr" => body.tables.last_mut().unwrap().push(Vec::new()),
                "w:tc" => {
                    depth += 1;
                    body.tables
                        .last_mut()
                        .unwrap()
                        .last_mut()
                        .unwrap()
                        .push(String::new());
                }
                "w:pStyle" => style = attribute(&tag, "w:val"),
                "w:t" => is_text = true,
                "w:br" => said.push('\n'),
                "a:blip" => body.pictures.push(attribute(&tag, "r:embed")),
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => is_text = false,
                "w:tc" => depth -= 1,
                "w:p" if depth > 0 => {
                    let row = body.tables.last_mut().unwrap().last_mut().unwrap();
                    let cell = row.last_mut().unwrap();
                    if !cell.is_empty() {
                        cell.push('\n');
                    }
                    cell.push_str(&std::mem::take(&mut said));
                }
                "w:p" => body
                    .paragraphs
                    .push((std::mem::take(&mut style), std::mem::take(&mut said))),
                _ => {}
            },
            Event::Text(text) if is_text => said.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => said.push_str(resolved(&name)),
            Event::Eof => return body,
            Event::Decl(_) | Event::Text(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

/// Every part of the file that is XML, read to its end.
fn is_well_formed(bytes: &[u8]) {
    let zip = Zip::read(bytes).unwrap();
    let names: Vec<_> = zip.names().map(str::to_owned).collect();
    for name in names.iter().filter(|name| !name.ends_with(".png")) {
        let text = zip.text(name).unwrap().unwrap();
        assert!(
            !text.contains(|char: char| char.is_control() && char != '\n'),
            "{name}"
        );
        let mut reader = Reader::from_str(&text);
        while !matches!(
            reader
                .read_event()
                .unwrap_or_else(|why| panic!("{name}: {why}")),
            Event::Eof
        ) {}
    }
}

fn report(dossier: &Dossier) -> Paper {
    fr::report::report(dossier, &OFFICIAL, Some(day("2026-11-27")))
}

/// A council's dossier: answers of every kind, a note, proofs, objectives.
fn dossier() -> Dossier {
    let mut dossier = Dossier::default();
    dossier.identity.school = "Lycée du Val".into();
    dossier.identity.body = "Conseil d’administration".into();
    dossier.identity.positioned_on = Some(day("2026-11-24"));
    let answer = |bits, note: &str, proofs: &[&str]| ItemAnswer {
        response: Response::from_ticks(Ticks::from_bits(bits)),
        note: note.into(),
        proofs: proofs.iter().map(|one| (*one).to_owned()).collect(),
    };
    let all =
        |id: &str, stage: Stage| (1 << OFFICIAL.statement(item(id), stage).unwrap().len()) - 1;
    let whole = all("1.1.1", Stage::One);
    dossier.answers.set(
        item("1.1.1"),
        answer(
            [whole, 1, 0],
            "La commission se réunit.\nDeux fois l’an.",
            &["https://exemple.fr/charte"],
        ),
    );
    let decision = Decision {
        on: Some(day("2026-11-20")),
        reason: "vu en équipe".into(),
    };
    dossier.decisions.set(item("1.1.1"), decision);
    dossier.answers.set(
        item("1.1.2"),
        answer(
            [all("1.1.2", Stage::One), all("1.1.2", Stage::Two), 0],
            "",
            &[],
        ),
    );
    let objective = |text: &str, lead: &str, due: Option<&str>, priority| Objective {
        description: text.into(),
        lead: lead.into(),
        due: due.map(day),
        priority,
        item: Some(item("1.1.1")),
        means: "Deux demi-journées".into(),
        indicator: "Part des classes".into(),
        target: "8 sur 10".into(),
        rhythm: Some(Rhythm::TwiceYearly),
        notes: vec![FollowUp {
            on: Some(day("2026-11-02")),
            value: "3 classes".into(),
            remark: "lancé".into(),
        }],
        ..Objective::new("1.1".parse().unwrap())
    };
    for one in [
        objective(
            "Écrire la charte",
            "Proviseure",
            Some("2027-06-30"),
            Priority::Usual,
        ),
        objective("Équiper les salles", "", None, Priority::High),
        Objective {
            status: Status::Done,
            ..objective(
                "Nommer un référent",
                "Proviseure",
                Some("2026-10-01"),
                Priority::Usual,
            )
        },
    ] {
        assert!(change(&mut dossier, Change::AddObjective(one)).is_some());
    }
    dossier
}

#[test]
fn the_report_for_a_word_processor_has_titles_tables_lists_and_everything_of_the_dossier() {
    let bytes = written(&report(&dossier()));
    is_well_formed(&bytes);
    let body = body(&bytes);
    assert_eq!(body.texts("Title"), ["Rapport complet"]);
    assert_eq!(body.texts("Subtitle")[0], "Lycée du Val");
    let titles = body.texts("Heading1");
    assert_eq!(titles.first(), Some(&"Positionnement"));
    assert_eq!(titles.last(), Some(&"Objectifs"));
    for field in OFFICIAL.fields() {
        assert!(titles.contains(&format!("{} {}", field.id, field.title).as_str()));
    }
    // The figures, then three statements for each of the items.
    let figures = &body.tables[0];
    assert_eq!(figures.len(), 4, "a head and three stages");
    assert_eq!(
        figures[1],
        ["Étape\u{a0}1", "2\u{a0}sur\u{a0}21\u{a0}(10\u{a0}%)"]
    );
    assert_eq!(body.tables[1].len(), 7);
    let items = &body.tables[2..];
    assert_eq!(items.len(), 21);
    let mut statements = 0;
    for (table, item) in items.iter().zip(OFFICIAL.items()) {
        assert!(
            body.texts("Heading2")
                .contains(&format!("{} {}", item.id, item.title).as_str())
        );
        for (row, stage) in table[1..].iter().zip(Stage::ALL) {
            let said = row[1].replace(['☑', '☐', '\u{a0}'], " ");
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            let asked = item.statements[stage.index()].text().replace('\u{a0}', " ");
            assert_eq!(
                said,
                asked.split_whitespace().collect::<Vec<_>>().join(" "),
                "{}/{stage}",
                item.id
            );
            statements += 1;
        }
    }
    assert_eq!(statements, 63);
    assert_eq!(items[0][1][2], "Atteinte");
    assert!(
        items[0][2][2].starts_with("1\u{a0}condition sur"),
        "{}",
        items[0][2][2]
    );
    assert_eq!(items[2][1][2], "À renseigner");
    let words = body.words();
    for said in [
        "Note\u{a0}: La commission se réunit.\nDeux fois l’an.",
        "https://exemple.fr/charte",
        "Réponse retenue le\u{a0}20\u{a0}novembre\u{a0}2026\u{a0}: vu en équipe",
        "Ce qui manque – Étape\u{a0}2\u{a0}: il manque",
        "Objectif\u{a0}1 – Écrire la charte",
        "Pilote\u{a0}: Proviseure",
        "Moyens\u{a0}: Deux demi-journées",
        "Indicateur et valeur cible\u{a0}: Part des classes\u{a0}: 8 sur 10",
        "Suivi\u{a0}: 2\u{a0}novembre\u{a0}2026\u{a0}: 3 classes – lancé",
        "Règle de calcul. Un item compte",
        "Positionnement du\u{a0}24\u{a0}novembre\u{a0}2026",
    ] {
        assert!(words.contains(said), "{said}");
    }
    assert!(part(&bytes, "word/footer1.xml").contains(&OFFICIAL.source.title));
    let lists = body.texts("ListBullet");
    assert!(
        lists
            .iter()
            .any(|line| line.starts_with("1.1.2 ") && line.ends_with("étape\u{a0}2 atteinte"))
    );
    for style in ["Heading1", "Heading2", "ListBullet", "TableGrid"] {
        let styles = part(&bytes, "word/styles.xml");
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\"")),
            "{style}"
        );
    }
}

#[test]
fn the_chart_stands_in_the_report_as_a_picture_of_its_own_shape() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(1440_u32.to_be_bytes());
    png.extend(960_u32.to_be_bytes());
    let paper = report(&dossier());
    let bytes = word::write(&paper, Some(&png), day("2026-11-27")).unwrap();
    is_well_formed(&bytes);
    assert!(Zip::read(&bytes).unwrap().has("word/media/chart.png"));
    assert_eq!(body(&bytes).pictures, ["rId4"]);
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    assert!(relations.contains("Id=\"rId4\"") && relations.contains("media/chart.png"));
    let text = part(&bytes, "word/document.xml");
    assert!(
        text.contains("cx=\"4680585\" cy=\"3120390\""),
        "two thirds as high as wide"
    );
    assert!(text.contains("descr=\"Graphique de positionnement"));
    // What is no picture is left out, and its words stand there.
    let without = word::write(&paper, Some(b"GIF89a"), day("2026-11-27")).unwrap();
    assert!(!Zip::read(&without).unwrap().has("word/media/chart.png"));
    assert!(
        body(&without)
            .words()
            .contains("Graphique de positionnement")
    );
    assert!(!report(&Dossier::default()).has_chart(), "nothing to draw");
}

#[test]
fn hostile_texts_give_a_document_that_opens() {
    let hostile =
        "]]> <w:p> &amp; \u{0}\u{b}\u{1f}\u{fffe}\u{85} « 🚜 » עברית \u{202e}gauche \"'\t";
    let mut dossier = dossier();
    dossier.identity.school = hostile.into();
    dossier.identity.team = hostile.into();
    let note = hostile.chars().cycle().take(NOTE_MAX).collect();
    dossier.answers.set(
        item("2.3.2"),
        ItemAnswer {
            note,
            proofs: vec![hostile.into()],
            ..ItemAnswer::default()
        },
    );
    let one = Objective {
        description: hostile.into(),
        lead: hostile.into(),
        ..Objective::new("2.3".parse().unwrap())
    };
    assert!(change(&mut dossier, Change::AddObjective(one)).is_some());
    let bytes = written(&report(&dossier));
    is_well_formed(&bytes);
    let words = body(&bytes).words();
    assert!(words.contains("]]> <w:p> &amp; "), "{words}");
    assert!(words.contains("« 🚜 » עברית \u{202e}gauche"));
}

fn arranged(dossier: &Dossier) -> Schedule {
    Schedule::of(
        &OFFICIAL,
        &dossier.plan,
        &Arrangement::default(),
        day("2026-11-27"),
    )
}

#[test]
fn the_schedule_for_a_word_processor_has_the_rows_of_the_screen() {
    let dossier = dossier();
    let paper = fr::schedule_paper::schedule(
        &dossier,
        &OFFICIAL,
        &arranged(&dossier),
        Some("1 objectif sur 3.".into()),
        Some(day("2026-11-27")),
    );
    let body = body(&written(&paper));
    assert_eq!(body.texts("Heading1").len(), 6, "every field, be it empty");
    assert_eq!(body.tables.len(), 1);
    let rows: Vec<_> = body.tables[0][1..]
        .iter()
        .map(|row| row[0].lines().next().unwrap())
        .collect();
    assert_eq!(
        rows,
        [
            "Nommer un référent",
            "Écrire la charte",
            "Équiper les salles"
        ]
    );
    assert_eq!(body.tables[0][3][4], "À lancer\nPrioritaire");
    assert!(body.words().contains("1 objectif sur 3."));
}

fn topics(dossier: &Dossier) -> Vec<Topic> {
    Topic::all(&dossier.plan, &Reading::of(&OFFICIAL, &dossier.answers))
}

#[test]
fn the_council_decides_of_the_open_objectives_first_then_of_what_no_objective_is_about() {
    let keys: Vec<_> = topics(&dossier()).into_iter().map(Topic::key).collect();
    // 1.1.1 has an objective, and is no topic of its own.
    assert_eq!(keys, ["2", "1", "1.1.2/3"]);
    assert!(topics(&Dossier::default()).is_empty());
}

fn council(minutes: &Minutes) -> Body {
    let paper = fr::minutes::paper(minutes, &dossier(), &OFFICIAL, Some(day("2027-07-01")));
    body(&written(&paper))
}

#[test]
fn the_agenda_asks_for_what_is_missing_and_the_minutes_have_what_was_decided() {
    let mut minutes = Minutes {
        on: Some(day("2026-12-03")),
        present: "Proviseure\n\nProfesseur TIM".into(),
        others: "Calendrier de la rentrée".into(),
        ..Minutes::default()
    };
    let all = topics(&dossier());
    minutes.note(all[0], |noted| {
        noted.decision = "Adopté à l’unanimité".into()
    });
    minutes.note(all[2], |noted| noted.is_left_out = true);
    let agenda = council(&minutes);
    assert_eq!(agenda.texts("Title"), ["Ordre du jour"]);
    assert_eq!(
        agenda.texts("Subtitle")[0],
        "Conseil d’administration – séance du\u{a0}3\u{a0}décembre\u{a0}2026"
    );
    let rows = &agenda.tables[0];
    assert_eq!(rows.len(), 3, "a head, and two topics of three");
    assert_eq!(
        rows[1],
        [
            "Équiper les salles",
            "–",
            "–",
            "Désigner un pilote. Fixer une échéance."
        ]
    );
    assert!(rows[2][3].starts_with("Échéance passée"), "{:?}", rows[2]);
    assert!(agenda.words().contains("Calendrier de la rentrée"));
    assert!(!agenda.words().contains("Adopté") && !agenda.words().contains("Professeur TIM"));
    minutes.kind = Kind::Minutes;
    let minutes = council(&minutes);
    assert_eq!(minutes.texts("Title"), ["Compte rendu"]);
    assert_eq!(minutes.tables[0][1][3], "Adopté à l’unanimité");
    assert_eq!(minutes.tables[0][2][3], "", "to be written");
    assert!(minutes.texts("ListBullet").contains(&"Professeur TIM"));
}

#[test]
fn the_words_of_a_point_are_the_persons_where_she_changed_them_and_the_dossiers_again_where_she_emptied_them()
 {
    let mut minutes = Minutes::default();
    let all = topics(&dossier());
    minutes.note(all[0], |noted| {
        noted.name = "Salles <équipées>".into();
        noted.asked = "Voter l’achat de 12 écrans\u{a0}?".into();
    });
    let minutes = Minutes::read(&minutes.write());
    let agenda = council(&minutes);
    let row = &agenda.tables[0][1];
    assert_eq!(row[0], "Salles <équipées>");
    assert_eq!(row[3], "Voter l’achat de 12 écrans\u{a0}?");
    let after = Minutes {
        kind: Kind::Minutes,
        ..minutes.clone()
    };
    assert_eq!(council(&after).tables[0][1][0], "Salles <équipées>");
    let mut emptied = minutes;
    emptied.note(all[0], |noted| {
        noted.name = " ".into();
        noted.asked.clear();
    });
    assert_eq!(emptied.topics, []);
    assert_eq!(council(&emptied).tables[0][1][0], "Équiper les salles");
    // As it was written before points had words of their own.
    let before = Minutes::read("{\"topics\":[[\"2\",false,\"Adopté\"]]}");
    assert_eq!(before.of(all[0]).decision, "Adopté");
}

#[test]
fn what_was_written_for_a_council_is_read_back_and_what_does_not_read_says_nothing() {
    let mut minutes = Minutes {
        kind: Kind::Minutes,
        school: "Lycée « du Val »\n".into(),
        on: Some(day("2026-12-03")),
        present: "A\nB \"c\" \\".into(),
        others: "\u{1f69c}".into(),
        topics: Vec::new(),
    };
    assert!(!minutes.is_blank() && Minutes::default().is_blank());
    assert!(minutes.is_for_another("Lycée d’à côté") && !minutes.is_for_another(&minutes.school));
    assert!(
        !Minutes::default().is_for_another("Lycée d’à côté"),
        "nothing was written"
    );
    let topic = topics(&dossier())[2];
    minutes.note(topic, |noted| noted.decision = "é".repeat(TEXT_MAX + 5));
    assert_eq!(
        minutes.of(topic).decision.chars().count(),
        TEXT_MAX,
        "cut to what is kept"
    );
    assert_eq!(Minutes::read(&minutes.write()), minutes);
    minutes.note(topic, |noted| noted.decision.clear());
    assert_eq!(minutes.topics, [], "nothing is kept of what says nothing");
    assert_eq!(
        minutes.of(topic),
        Noted {
            key: "1.1.2/3".into(),
            ..Noted::default()
        }
    );
    for text in [
        "",
        "null",
        "[]",
        "{\"topics\":3,\"on\":\"hier\"}",
        "{\"topics\":[[1,2]]}",
    ] {
        assert_eq!(Minutes::read(text), Minutes::default(), "{text}");
    }
}

#[test]
fn a_paper_that_is_none_is_refused() {
    let mut table = Table::new("Titre", &[("A", 60), ("B", 40)]);
    table.rows.push(vec!["1".into(), "2\n3".into()]);
    let paper = Paper {
        title: "T".into(),
        lines: vec!["l".into()],
        blocks: vec![
            Block::Heading(Level::One, "h".into()),
            Block::Heading(Level::Two, "i".into()),
            Block::List(vec!["j".into(), String::new()]),
            Block::Table(table),
            Block::Chart("c".into()),
        ],
        foot: "f".into(),
    };
    assert_eq!(Paper::read(&paper.write()), Ok(paper.clone()));
    for (was, is) in [
        ("\"1\",\"2\\n3\"", "\"1\""),
        ("\"chart\"", "\"x\""),
        ("60", "600"),
        ("[\"l\"]", "\"l\""),
    ] {
        let text = paper.write();
        assert!(text.contains(was), "{was} in {text}");
        assert!(Paper::read(&text.replace(was, is)).is_err(), "{is}");
    }
}

proptest! {
    // A whole dossier takes a while to make up.
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_dossier_gives_papers_that_open_and_pass_to_the_module_whole(dossier in any_dossier()) {
        let minutes = Minutes { kind: Kind::Minutes, ..Minutes::default() };
        let papers = [
            report(&dossier),
            fr::minutes::paper(&minutes, &dossier, &OFFICIAL, None),
            fr::schedule_paper::schedule(&dossier, &OFFICIAL, &arranged(&dossier), None, None),
        ];
        for paper in papers {
            prop_assert_eq!(&Paper::read(&paper.write()), &Ok(paper.clone()));
            let bytes = written(&paper);
            is_well_formed(&bytes);
            let tables = paper.blocks.iter().filter(|one| matches!(one, Block::Table(_))).count();
            prop_assert_eq!(body(&bytes).tables.len(), tables);
        }
    }
}
