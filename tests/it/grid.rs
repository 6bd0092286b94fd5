//! A wholly other questionnaire: a dossier answers it, and everything is counted, written and read by it.

use crate::support::{OFFICIAL, item, moment};
use numea::domain::formats::adaptation::{in_force, read_grid, write_grid};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::history::{History, read_history, write_history};
use numea::domain::formats::link::{SharedPositioning, fingerprint, read_link, write_link};
use numea::domain::formats::questionnaire::read_questionnaire;
use numea::domain::school::adaptation::AdaptationText;
use numea::domain::school::answers::Tick;
use numea::domain::school::dossier::{Change, Dossier, Edit, apply};
use numea::domain::school::positioning::Positioning;
use numea::domain::school::questionnaire::{Questionnaire, Stage};
use numea::domain::school::undo::Way;

fn grid() -> Questionnaire {
    read_questionnaire(include_str!("fixtures/grid-1.json")).unwrap()
}

/// A dossier that answers the grid: one statement of its last item.
fn answering() -> Dossier {
    let mut dossier = Dossier {
        adaptation: write_grid(&grid()),
        ..Dossier::default()
    };
    let change = Change::Statement {
        item: item("2.1.3"),
        stage: Stage::Two,
        tick: Tick::On,
    };
    let at = moment();
    apply(&mut dossier, &grid(), &Edit { at, change }).unwrap();
    dossier
}

#[test]
fn another_questionnaire_is_in_force_whole_and_has_one_count() {
    let dossier = answering();
    let asked = in_force(&dossier.adaptation, &OFFICIAL).unwrap();
    assert_eq!(asked, grid());
    assert!(!asked.is_official() && asked.adapted.is_none());
    let counted = Positioning::of(&asked, &dossier.answers);
    assert_eq!(counted.fields.len(), 3);
    assert_eq!(
        counted.stages.map(|count| (count.reached, count.of)),
        [(0, 9), (1, 9), (0, 9)]
    );
}

#[test]
fn a_dossier_keeps_the_questionnaire_that_it_answers_in_its_document() {
    let dossier = answering();
    let read = read_document(&write_document(&dossier)).unwrap();
    assert!(read.left_out.is_empty());
    assert_eq!(read.dossier, dossier);
    // A file lays it out; what is read is the same text.
    let laid_out = write_document(&dossier).replace(",\"id\":", " ,\n \"id\" :");
    assert_eq!(read_document(&laid_out).unwrap().dossier, dossier);
}

#[test]
fn a_questionnaire_that_makes_no_sense_is_reported_and_stays_in_the_document() {
    let text = write_document(&answering()).replace("\"id\":\"2.1.3\"", "\"id\":\"2.1.2\"");
    let read = read_document(&text).unwrap();
    assert_eq!(read.left_out.len(), 1);
    assert!(read.dossier.adaptation.is_none());
    assert!(write_document(&read.dossier).contains("Grille d’essai"));
}

#[test]
fn undoing_a_beginning_gives_back_the_official_questionnaire_and_its_answers_after_a_reload_too() {
    let mut dossier = Dossier::default();
    let tick = Change::Statement {
        item: item("1.1.3"),
        stage: Stage::One,
        tick: Tick::On,
    };
    let edit = |change| Edit {
        at: moment(),
        change,
    };
    apply(&mut dossier, &OFFICIAL, &edit(tick)).unwrap();
    let before = dossier.clone();
    let begun = Change::TakeOver(Box::new(Dossier {
        adaptation: write_grid(&grid()),
        ..Dossier::default()
    }));
    let step = apply(&mut dossier, &OFFICIAL, &edit(begun)).unwrap();
    assert_eq!(in_force(&dossier.adaptation, &OFFICIAL), Some(grid()));
    assert_eq!(dossier.answers.iter().count(), 0);
    let mut history = History::default();
    history.push(step, &dossier);
    let text = write_history(&history, 7, dossier.edited_at);
    let mut history = read_history(&text, 7, dossier.edited_at);
    assert!(history.go(Way::Back, &mut dossier, moment()));
    assert_eq!(dossier.answers, before.answers);
    assert!(dossier.adaptation.is_none());
}

#[test]
fn a_link_of_another_questionnaire_is_read_by_it_alone() {
    let dossier = answering();
    let shared = SharedPositioning::of(&dossier);
    let code = write_link(&shared, &grid());
    assert_eq!(read_link(&code, &grid()), Ok(shared));
    assert_ne!(fingerprint(&grid()), fingerprint(&OFFICIAL));
    assert!(read_link(&code, &OFFICIAL).is_err());
}

#[test]
fn an_adaptation_is_no_other_questionnaire_nor_the_other_way_round() {
    assert_eq!(read_grid(&AdaptationText::default()), None);
    assert_eq!(read_grid(&AdaptationText("{\"version\":1}".into())), None);
    assert_eq!(read_grid(&AdaptationText("{\"format\":1}".into())), None);
}

#[test]
fn answers_of_different_questionnaires_are_not_compared() {
    let (official, grid) = (AdaptationText::default(), write_grid(&grid()));
    let adapted = AdaptationText("{\"version\":1,\"note\":\"Lisez bien.\"}".into());
    assert!(official.is_akin(&adapted) && adapted.is_akin(&official));
    assert!(grid.is_akin(&grid));
    for other in [official, adapted] {
        assert!(!grid.is_akin(&other) && !other.is_akin(&grid));
    }
}
