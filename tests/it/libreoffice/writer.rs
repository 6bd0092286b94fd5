//! Our papers (.docx) in LibreOffice Writer: saved as another program's document, their titles are titles, their lists lists,
//! their tables tables whose head comes again on each page, and the chart a picture with its words.

use numea::documents::reading::zip::Zip;
use numea::documents::word;
use numea::domain::minutes::{Minutes, Topic};
use numea::domain::paper::{Block, Level, Paper};
use numea::domain::school::answers::{ItemAnswer, Response, Ticks};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::plan::{Arrangement, Objective, Priority, Schedule};
use numea::domain::school::questionnaire::FieldId;
use numea::domain::school::reading::Reading;
use numea::words::fr;

use super::Office;
use crate::support::{OFFICIAL, change, day};

const PICTURE: &[u8] = include_bytes!("../../../public/icon-512.png");

/// Every item answered, with notes, and a long plan with long names.
fn full() -> Dossier {
    let mut dossier = Dossier::default();
    dossier.identity.school = "Établissement public local d’enseignement et de formation professionnelle agricoles de la Haute-Vallée et du Pays des Trois-Rivières".into();
    dossier.identity.positioned_on = Some(day("2026-11-24"));
    for (number, one) in OFFICIAL.items().enumerate() {
        let lens = [0, 1, 2].map(|stage| (1_u32 << one.statements[stage].len()) - 1);
        let bits = [
            lens[0],
            if number % 2 == 0 { lens[1] } else { 1 },
            lens[2] & u32::from(number % 3 == 0),
        ];
        let answer = ItemAnswer {
            response: Response::from_ticks(Ticks::from_bits(bits)),
            note: "Vu en commission TIM : trois classes sur dix, à revoir avec les équipes de l’exploitation et du CFA. ".repeat(number % 4),
            proofs: vec!["https://exemple.fr/projet-d-etablissement/annexes/charte-numerique-2026-2027.pdf".into(); number % 3],
        };
        dossier.answers.set(one.id, answer);
    }
    let fields: Vec<FieldId> = OFFICIAL.fields().map(|field| field.id).collect();
    for number in 0..18 {
        let objective = Objective {
            description: format!("Objectif {number} : former toutes les équipes, y compris celles de l’exploitation, du CFA et du CFPPA, à l’usage de la plateforme pédagogique commune"),
            lead: "Marie-Antoinette de La Rochefoucauld-Montmorency, directrice adjointe chargée de la formation".into(),
            due: Some(day("2027-06-30")),
            means: "Deux demi-journées banalisées et un budget de 1 200 euros".into(),
            indicator: "Part des classes".into(),
            target: "8 sur 10".into(),
            priority: if number % 3 == 0 { Priority::High } else { Priority::Usual },
            ..Objective::new(fields[number % fields.len()])
        };
        assert!(change(&mut dossier, Change::AddObjective(objective)).is_some());
    }
    dossier
}

fn papers(dossier: &Dossier) -> [(&'static str, Paper); 3] {
    let today = day("2026-11-27");
    let reading = Reading::of(&OFFICIAL, &dossier.answers);
    let mut minutes = Minutes::default();
    for topic in Topic::all(&dossier.plan, &reading) {
        minutes.note(topic, |noted| {
            noted.decision = "Adopté à l’unanimité, à revoir au conseil de juin.".into()
        });
    }
    let schedule = Schedule::of(&OFFICIAL, &dossier.plan, &Arrangement::default(), today);
    [
        (
            "report",
            fr::report::report(dossier, &OFFICIAL, Some(today)),
        ),
        (
            "minutes",
            fr::minutes::paper(&minutes, dossier, &OFFICIAL, Some(today)),
        ),
        (
            "schedule",
            fr::schedule_paper::schedule(dossier, &OFFICIAL, &schedule, None, Some(today)),
        ),
    ]
}

fn part(bytes: &[u8], name: &str) -> String {
    Zip::read(bytes).unwrap().text(name).unwrap().unwrap()
}

/// Titles of both levels, lines of lists, tables, rows of heads, pictures.
type Shape = [usize; 6];

fn said(paper: &Paper) -> Shape {
    let mut shape = [0; 6];
    for block in &paper.blocks {
        match block {
            Block::Heading(Level::One, _) => shape[0] += 1,
            Block::Heading(Level::Two, _) => shape[1] += 1,
            Block::Text(_) => {}
            Block::List(lines) => shape[2] += lines.len(),
            Block::Table(_) => {
                shape[3] += 1;
                shape[4] += 1;
            }
            Block::Chart(_) => shape[5] += 1,
        }
    }
    shape
}

/// What a document of LibreOffice holds.
fn odt(bytes: &[u8]) -> Shape {
    let text = part(bytes, "content.xml");
    let level = |level: u8| {
        let mark = format!("text:outline-level=\"{level}\"");
        let titles = text.split("<text:h ").skip(1);
        titles
            .filter(|rest| rest.split('>').next().unwrap().contains(&mark))
            .count()
    };
    [
        level(1),
        level(2),
        text.matches("<text:list-item").count(),
        text.matches("<table:table ").count(),
        text.matches("<table:table-header-rows>").count(),
        text.matches("<draw:image ").count(),
    ]
}

/// What the document of Word that LibreOffice saved again holds.
fn docx(bytes: &[u8]) -> Shape {
    let text = part(bytes, "word/document.xml");
    let styled = |style: &str| {
        text.matches(&format!("<w:pStyle w:val=\"{style}\"/>"))
            .count()
    };
    [
        styled("Heading1"),
        styled("Heading2"),
        styled("ListBullet"),
        text.matches("<w:tbl>").count(),
        text.matches("<w:tblHeader").count(),
        text.matches("<pic:pic ").count(),
    ]
}

#[test]
#[ignore = "wants LibreOffice: cargo xtask torture --only libreoffice"]
fn the_papers_open_in_writer_with_their_titles_lists_tables_and_picture() {
    let Some(office) = Office::start("papers") else {
        return;
    };
    let mut done = 0;
    for dossier in [full(), Dossier::default()] {
        for (name, paper) in papers(&dossier) {
            let chart = paper.has_chart().then_some(PICTURE);
            let name = format!("{name}-{done}.docx");
            office.write(
                &name,
                word::write(&paper, chart, day("2026-11-27")).unwrap(),
            );
            assert_eq!(
                odt(&office.convert(&name, "odt", &[])),
                said(&paper),
                "{name}"
            );
            assert_eq!(
                docx(&office.convert(&name, "docx", &[])),
                said(&paper),
                "{name}"
            );
            assert!(
                office.convert(&name, "pdf", &[]).starts_with(b"%PDF"),
                "{name}"
            );
            done += 1;
        }
    }
    println!(
        "\nfigure|papers (.docx) opened and saved again by LibreOffice|{done}|titles, lists, tables and picture as written"
    );
    // The folder holds them as .pdf, for whoever looks at them.
    println!("{}", office.folder.display());
}
