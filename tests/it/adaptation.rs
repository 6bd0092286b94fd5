//! « Adaptation »: identity is never position, and what is taken away leaves nothing behind.

use crate::support::{self, OFFICIAL, any_answers, change, edit, item};
use numea::domain::formats::adaptation::{
    asked_before, in_force, read_adaptation, write_adaptation, write_grid,
};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::history::{History, read_history, write_history};
use numea::domain::formats::link::fingerprint;
use numea::domain::formats::questionnaire::{read_questionnaire, words_of, write_questionnaire};
use numea::domain::school::adaptation::{
    Adaptation, AdaptationText, Direction, Migration, NotReceived, Refusal, is_added, sentences,
};
use numea::domain::school::answers::{Response, Tick, Ticks};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::positioning::{ItemPositioning, ItemState, Positioning};
use numea::domain::school::questionnaire::{FieldId, ItemId, Origin, Questionnaire, Stage};
use proptest::prelude::*;

fn text_of(item: ItemId, stage: Stage) -> String {
    let statement = OFFICIAL.statement(item, stage).unwrap();
    statement.sentences().collect::<Vec<_>>().join("\n")
}

fn texts_of(item: ItemId) -> [String; 3] {
    Stage::ALL.map(|stage| text_of(item, stage))
}

/// The same with one stage of an official item in other words.
fn reworded(of: &Adaptation, item: ItemId, stage: Stage, text: &str) -> Adaptation {
    let title = &OFFICIAL.item(item).unwrap().title;
    let mut texts = texts_of(item);
    texts[stage.index()] = text.to_owned();
    let [one, two, three] = &texts;
    of.reword(&OFFICIAL, item, title, [one, two, three])
        .unwrap()
}

fn added(of: &Adaptation, field: &str, title: &str) -> (Adaptation, ItemId) {
    let texts = ["Un.", "Deux. Encore deux.", "Trois."];
    of.add(&OFFICIAL, field.parse().unwrap(), title, texts)
        .unwrap()
}

#[test]
fn a_sentence_that_stays_keeps_its_tick_wherever_it_stands() {
    let id = item("1.1.1");
    let official = OFFICIAL.statement(id, Stage::One).unwrap();
    let sentences: Vec<&str> = official.sentences().collect();
    let text = [
        sentences[2],
        "Une charte du numérique est signée.",
        sentences[0],
    ]
    .join("\n");
    let adapted = reworded(&Adaptation::default(), id, Stage::One, &text).apply(&OFFICIAL);
    let statement = adapted.statement(id, Stage::One).unwrap();
    let ids: Vec<u8> = statement.ids().collect();
    assert_eq!(
        ids,
        [2, official.len(), 0],
        "old ones keep theirs, a new one is above"
    );
    assert_eq!(adapted.item(id).unwrap().origin, Origin::Reworded);
    let ticks = Ticks::default().with(Stage::One, 2, Tick::On);
    let response = Response::from_ticks(ticks);
    let missing = ItemPositioning::of(adapted.item(id).unwrap(), response);
    assert_eq!(missing.state, ItemState::Answered);
    // Back at the official wording, in a few words or in one click, nothing is left.
    let adaptation = reworded(&Adaptation::default(), id, Stage::One, &text);
    assert!(adaptation.restore(id).is_none());
    let by_hand = reworded(&adaptation, id, Stage::One, &text_of(id, Stage::One));
    assert_eq!(by_hand.apply(&OFFICIAL), *OFFICIAL);
}

#[test]
fn a_new_sentence_never_finds_the_tick_of_an_older_one_and_a_full_statement_says_so() {
    let id = item("1.1.2");
    let mut adaptation = Adaptation::default();
    let mut given = OFFICIAL.statement(id, Stage::Two).unwrap().bits();
    for number in 0.. {
        let text = format!("Phrase numéro {number}.");
        let title = &OFFICIAL.item(id).unwrap().title;
        let texts = texts_of(id);
        let changed = adaptation.reword(&OFFICIAL, id, title, [&texts[0], &text, &texts[2]]);
        let Ok(changed) = changed else {
            assert_eq!(changed, Err(Refusal::Full(Stage::Two)));
            break;
        };
        let bits = changed
            .apply(&OFFICIAL)
            .statement(id, Stage::Two)
            .unwrap()
            .bits();
        assert_eq!(given & bits, 0, "{text}");
        given |= bits;
        // Going back to the official wording between two does not free the bit.
        adaptation = changed.restore(id);
    }
    assert_eq!(given, u32::MAX);
}

#[test]
fn an_item_whose_only_ticks_are_of_sentences_not_in_force_is_unanswered_and_keeps_them() {
    let id = item("1.2.1");
    let mut dossier = Dossier::default();
    let tick = |stage| Change::Statement {
        item: id,
        stage,
        tick: Tick::On,
    };
    change(&mut dossier, tick(Stage::One));
    let kept = dossier.answers.clone();
    let adapted = reworded(&Adaptation::default(), id, Stage::One, "Tout autre chose.");
    let adapted = adapted.apply(&OFFICIAL);
    let counted = Positioning::of(&adapted, &dossier.answers);
    assert_eq!(counted.item(id).unwrap().state, ItemState::Unanswered);
    assert_eq!(counted.progress.answered, 0);
    // Ticking and unticking under the new wording leaves the answer to the official one alone.
    for tick in [Tick::On, Tick::Off] {
        let change = Change::Statement {
            item: id,
            stage: Stage::One,
            tick,
        };
        let edit = numea::domain::school::dossier::Edit {
            at: support::moment(),
            change,
        };
        numea::domain::school::dossier::apply(&mut dossier, &adapted, &edit);
    }
    assert_eq!(dossier.answers, kept);
}

#[test]
fn hidden_and_reworded_items_leave_the_official_count_and_added_ones_enter_the_local_one_only() {
    let mut dossier = Dossier::default();
    for id in OFFICIAL.items().map(|item| item.id).take(9) {
        let stage = Stage::One;
        let tick = Tick::On;
        change(
            &mut dossier,
            Change::Statement {
                item: id,
                stage,
                tick,
            },
        );
    }
    let hidden = Adaptation::default()
        .hide(&OFFICIAL, item("2.3.1"))
        .unwrap();
    let hidden = hidden.hide(&OFFICIAL, item("2.2.1")).unwrap();
    let both = reworded(&hidden, item("2.2.2"), Stage::Three, "À notre façon.");
    let (all, new) = added(&both, "1.1", "La ferme connectée");
    let said = |adaptation: &Adaptation| {
        let adapted = adaptation.apply(&OFFICIAL);
        let count = |counted: Positioning| (counted.stages[0].reached, counted.stages[0].of);
        (
            count(Positioning::official(&adapted, &dossier.answers)),
            count(Positioning::of(&adapted, &dossier.answers)),
        )
    };
    assert_eq!(said(&Adaptation::default()), ((9, 21), (9, 21)));
    assert_eq!(said(&hidden), ((9, 19), (9, 19)));
    assert_eq!(said(&both), ((9, 18), (9, 19)));
    assert_eq!(said(&all), ((9, 18), (9, 20)));
    assert_eq!((new.to_string().as_str(), is_added(new)), ("1.1.101", true));
    assert_eq!(all.apply(&OFFICIAL).adapted.unwrap().hidden, 2);
}

#[test]
fn the_last_item_of_a_field_stays_and_a_number_is_never_given_twice() {
    let one = Adaptation::default()
        .hide(&OFFICIAL, item("2.1.1"))
        .unwrap();
    assert_eq!(
        one.hide(&OFFICIAL, item("2.1.2")),
        Err(Refusal::LastOfField)
    );
    let (more, first) = added(&one, "2.1", "Premier");
    assert!(more.hide(&OFFICIAL, item("2.1.2")).is_ok());
    let less = more.remove(&OFFICIAL, first).unwrap();
    let (_, second) = added(&less, "2.1", "Second");
    assert_eq!(second.to_string(), "2.1.102");
    assert_eq!(less.remove(&OFFICIAL, item("2.1.2")), Err(Refusal::Absent));
}

#[test]
fn an_item_moves_in_its_field_and_comes_back_to_the_order_of_the_source() {
    let ids = |adaptation: &Adaptation| {
        let adapted = adaptation.apply(&OFFICIAL);
        let field = adapted.field("1.2".parse().unwrap()).unwrap();
        let ids = field.items.iter().map(|item| item.id.to_string());
        ids.collect::<Vec<_>>().join(" ")
    };
    let down = Adaptation::default().moved(&OFFICIAL, item("1.2.1"), Direction::Down);
    assert_eq!(ids(&down), "1.2.2 1.2.1 1.2.3");
    let up = down.moved(&OFFICIAL, item("1.2.1"), Direction::Up);
    assert!(up.is_none(), "{up:?}");
    let still = Adaptation::default().moved(&OFFICIAL, item("1.2.1"), Direction::Up);
    assert!(still.is_none());
    let (more, new) = added(&down, "1.2", "Nouveau");
    let first = more.moved(&OFFICIAL, new, Direction::Up);
    assert_eq!(ids(&first), "1.2.2 1.2.1 1.2.101 1.2.3");
}

#[test]
fn a_text_is_cut_into_its_sentences_and_known_ones_stay_whole() {
    let cut = |text: &str| sentences(text, &["Le n° 1. Et après."]);
    assert_eq!(
        cut("Un point. Deux points ! Et trois"),
        ["Un point.", "Deux points !", "Et trois"]
    );
    assert_eq!(
        cut("Voir M. Durand, cf. PIX, etc. Puis"),
        ["Voir M. Durand, cf. PIX, etc. Puis"]
    );
    assert_eq!(
        cut("  Une ligne\n\nune autre  "),
        ["Une ligne", "une autre"]
    );
    assert_eq!(
        cut("Le n° 1. Et après. Une suite."),
        ["Le n° 1. Et après.", "Une suite."]
    );
    assert!(cut(" \n ").is_empty());
    for official in OFFICIAL.items() {
        for stage in Stage::ALL {
            let statement = stage.of(&official.statements);
            let known: Vec<&str> = statement.sentences().collect();
            assert_eq!(sentences(&statement.text(), &known), known);
            assert_eq!(sentences(&known.join("\n"), &known), known);
        }
    }
}

/// One thing that a person does to an adaptation, by numbers; what is refused changes nothing.
pub fn done(of: &Adaptation, (what, which, text): &(u8, usize, String)) -> Adaptation {
    let adapted = of.apply(&OFFICIAL);
    let all: Vec<ItemId> = OFFICIAL
        .fields()
        .flat_map(|field| of.items_of(field))
        .map(|item| item.id)
        .collect();
    let id = all[which % all.len()];
    let fields: Vec<FieldId> = adapted.fields().map(|field| field.id).collect();
    let present = of.item(&OFFICIAL, id).unwrap();
    let texts = Stage::ALL.map(|stage| stage.of(&present.statements).text());
    let changed = match what % 8 {
        0 => of.hide(&OFFICIAL, id),
        1 => Ok(of.show(id)),
        2 => of.reword(&OFFICIAL, id, &present.title, [text, &texts[1], &texts[2]]),
        3 => of.reword(&OFFICIAL, id, text, [&texts[0], &texts[1], text]),
        4 => {
            let field = fields[which % fields.len()];
            of.add(&OFFICIAL, field, text, [text, "Deux.", "Trois."])
                .map(|(changed, _)| changed)
        }
        5 => Ok(of.moved(&OFFICIAL, id, Direction::Down)),
        6 => of.remove(&OFFICIAL, id),
        _ => Ok(of.with_note(text)),
    };
    changed.unwrap_or_else(|_| of.clone())
}

pub fn any_changes() -> impl Strategy<Value = Vec<(u8, usize, String)>> {
    let text = "[A-Zàé]{1,3}[a-zéà’« ]{0,12}(\\. [A-Z][a-z]{3,8})?[.!?]";
    prop::collection::vec((any::<u8>(), 0..200_usize, text), 50)
}

/// Everything but words: what gives answers their meaning.
fn asked(questionnaire: &Questionnaire) -> u32 {
    fingerprint(questionnaire)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn adapting_fifty_times_then_going_back_is_the_official_questionnaire_and_its_answers(
        changes in any_changes(),
        answers in any_answers(),
    ) {
        let (mut dossier, mut undo) = (Dossier::default(), History::default());
        dossier.answers = answers.clone();
        let before = dossier.clone();
        let mut adaptation = Adaptation::default();
        for one in &changes {
            adaptation = done(&adaptation, one);
            let text = write_adaptation(&adaptation);
            // It is read back as it is, and asks each thing once.
            prop_assert_eq!(read_adaptation(&text), Some(adaptation.clone()));
            let adapted = adaptation.apply(&OFFICIAL);
            let mut ids: Vec<_> = adapted.items().map(|item| item.id).collect();
            let all = ids.len();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), all);
            for statement in adapted.items().flat_map(|item| &item.statements) {
                prop_assert_eq!(statement.bits().count_ones(), u32::from(statement.len()));
            }
            edit(&mut undo, &mut dossier, Change::Adapt(text));
            prop_assert_eq!(&dossier.answers, &answers);
        }
        let restored = read_document(&write_document(&dossier)).unwrap();
        prop_assert_eq!(&restored.left_out, &Vec::<String>::new());
        prop_assert_eq!(&restored.dossier, &dossier);
        // By going back to the official questionnaire …
        let official = adaptation.taken_away();
        prop_assert!(official.is_none());
        prop_assert_eq!(&official.apply(&OFFICIAL), &*OFFICIAL);
        prop_assert_eq!(asked(&official.apply(&OFFICIAL)), asked(&OFFICIAL));
        prop_assert!(in_force(&write_adaptation(&official), &OFFICIAL).is_none());
        // … or by undoing everything.
        while support::back(&mut undo, &mut dossier) {}
        dossier.edited_at = before.edited_at;
        prop_assert_eq!(dossier, before);
    }

    #[test]
    fn what_is_received_asks_what_it_asked_and_no_answer_changes_its_meaning(
        theirs in any_changes(),
        ours in any_changes(),
        answers in any_answers(),
    ) {
        let make = |changes: &[_]| changes.iter().fold(Adaptation::default(), |of, one| done(&of, one));
        let (theirs, ours) = (make(&theirs).apply(&OFFICIAL), make(&ours));
        let Ok(taken) = ours.receive(&OFFICIAL, &theirs) else {
            // All the bits of a statement, or the numbers of a field, were used here.
            return Ok(());
        };
        prop_assert_eq!(read_adaptation(&write_adaptation(&taken)), Some(taken.clone()));
        let (before, after) = (ours.apply(&OFFICIAL), taken.apply(&OFFICIAL));
        for (field, received) in after.fields().zip(theirs.fields()) {
            let words = |items: &[numea::domain::school::questionnaire::Item]| {
                let words = items.iter().map(|item| (item.title.clone(), item.statements.each_ref().map(|s| s.text())));
                words.collect::<Vec<_>>()
            };
            prop_assert_eq!(words(&field.items), words(&received.items));
        }
        // A tick that was given under one sentence is never shown under another.
        for now in after.items() {
            let Some(was) = before.item(now.id) else { continue };
            for stage in Stage::ALL {
                for condition in &stage.of(&now.statements).conditions {
                    if let Some(old) = stage.of(&was.statements).condition(condition.id) {
                        prop_assert_eq!(&old.text, &condition.text);
                    }
                }
            }
        }
        let migration = Migration::between(&before, &after, &answers);
        let counted = Positioning::of(&before, &answers);
        let answered = usize::from(counted.progress.answered);
        let told = migration.changed.len() + migration.gone.len() + migration.kept.len();
        prop_assert_eq!(told, answered, "each answered item is named once");
    }
}

#[test]
fn an_adaptation_that_makes_no_sense_is_reported_and_stays_in_the_document() {
    let newer =
        r#"{"format":"numea-dossier","version":1,"answers":{},"adaptation":{"version":2,"x":1}}"#;
    let restored = read_document(newer).unwrap();
    assert_eq!(restored.left_out, ["adaptation"]);
    assert!(restored.dossier.adaptation.is_none());
    assert!(write_document(&restored.dossier).contains(r#""adaptation":{"version":2,"x":1}"#));
    for wrong in [
        "[]",
        "{}",
        r#"{"version":1,"hidden":["1.1.1","1.1.1"]}"#,
        r#"{"version":1,"items":{"1.1.101":{"title":"Sans énoncés"}}}"#,
        r#"{"version":1,"items":{"1.1.1":{"statements":{"1":[{"number":33,"text":"A."}]}}}}"#,
        r#"{"version":1,"items":{"1.1.1":{"statements":{"1":[{"number":1,"text":"A."},{"number":1,"text":"B."}]}}}}"#,
        r#"{"version":1,"order":{"1.1":["1.2.1"]}}"#,
        r#"{"version":1,"other":1}"#,
        r#"{"version":1,"note":""}"#,
    ] {
        assert_eq!(
            read_adaptation(&AdaptationText(wrong.to_owned())),
            None,
            "{wrong}"
        );
    }
}

#[test]
fn adapting_is_one_step_and_undoing_it_outlives_the_page() {
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    let hidden = Adaptation::default()
        .hide(&OFFICIAL, item("1.1.1"))
        .unwrap();
    assert!(edit(
        &mut undo,
        &mut dossier,
        Change::Adapt(write_adaptation(&hidden))
    ));
    assert!(!edit(
        &mut undo,
        &mut dossier,
        Change::Adapt(write_adaptation(&hidden))
    ));
    let (more, _) = added(&hidden, "2.1", "Nouveau");
    edit(
        &mut undo,
        &mut dossier,
        Change::Adapt(write_adaptation(&more)),
    );
    let written = write_history(&undo, 3, dossier.edited_at);
    let mut read = read_history(&written, 3, dossier.edited_at);
    assert!(support::back(&mut read, &mut dossier));
    assert_eq!(dossier.adaptation, write_adaptation(&hidden));
    assert!(support::back(&mut read, &mut dossier) && dossier.adaptation.is_none());
    assert!(support::forth(&mut read, &mut dossier) && !dossier.adaptation.is_none());
}

#[test]
fn an_adapted_questionnaire_is_a_file_that_another_school_makes_its_own() {
    let text = AdaptationText(include_str!("fixtures/adaptation-1.json").to_owned());
    let theirs = in_force(&text, &OFFICIAL).unwrap();
    let file = write_questionnaire(&theirs);
    let read = read_questionnaire(&file).unwrap();
    assert_eq!(fingerprint(&read), fingerprint(&theirs));
    let taken = Adaptation::default().receive(&OFFICIAL, &read).unwrap();
    let ours = taken.apply(&OFFICIAL);
    assert_eq!(
        fingerprint(&ours),
        fingerprint(&theirs),
        "links are read on both sides"
    );
    assert_eq!(ours.adapted, theirs.adapted);
    // The official one is written and read back as it is.
    let official = read_questionnaire(&write_questionnaire(&OFFICIAL)).unwrap();
    assert_eq!(official.words.as_ref(), Some(words_of(&OFFICIAL)));
    assert!(
        Adaptation::default()
            .receive(&OFFICIAL, &official)
            .unwrap()
            .is_none()
    );
    let small = read_questionnaire(include_str!("fixtures/questionnaire-small-1.json")).unwrap();
    assert_eq!(
        Adaptation::default().receive(&OFFICIAL, &small),
        Err(NotReceived::OtherGrid)
    );
}

#[test]
fn an_adaptation_of_format_1_is_read_for_ever() {
    let text = AdaptationText(include_str!("fixtures/adaptation-1.json").to_owned());
    let adaptation = read_adaptation(&text).unwrap();
    assert_eq!(write_adaptation(&adaptation), text);
    let adapted = in_force(&text, &OFFICIAL).unwrap();
    let ids = |field: &str| {
        let items = adapted.field(field.parse().unwrap()).unwrap().items.iter();
        items.map(|item| item.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        ids("1.1"),
        ["1.1.2", "1.1.1", "1.1.3", "1.1.4", "1.1.5", "1.1.101"]
    );
    assert_eq!(ids("2.3"), ["2.3.2"]);
    let statement = adapted.statement(item("1.1.3"), Stage::Two).unwrap();
    assert_eq!(statement.ids().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(adapted.adapted.unwrap().note, "Répondez pour votre site.");
}

#[test]
fn the_example_for_who_writes_a_questionnaire_is_one_that_can_be_taken() {
    let text = include_str!("../../docs/questionnaire-exemple.json");
    let example = read_questionnaire(text).unwrap();
    let taken = Adaptation::default().receive(&OFFICIAL, &example).unwrap();
    let adapted = taken.apply(&OFFICIAL);
    assert_eq!(fingerprint(&adapted), fingerprint(&example));
    assert!(!adapted.adapted.unwrap().note.is_empty() && !taken.hidden.is_empty());
    // What the schema asks for is what the strict reader asks for.
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../docs/questionnaire.schema.json")).unwrap();
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    for name in schema["required"].as_array().unwrap() {
        let mut less = file.clone();
        let name = name.as_str().unwrap();
        less.as_object_mut().unwrap().remove(name);
        assert!(read_questionnaire(&less.to_string()).is_err(), "{name}");
    }
}

#[test]
fn other_official_words_are_noticed_item_by_item_and_no_answer_is_dropped() {
    let hidden = Adaptation::default()
        .hide(&OFFICIAL, item("1.1.1"))
        .unwrap();
    let ours = reworded(&hidden, item("2.1.1"), Stage::One, "À notre façon.").resting_on(&OFFICIAL);
    assert_eq!(ours.outdated(&OFFICIAL), []);
    let read = read_adaptation(&write_adaptation(&ours)).unwrap();
    assert_eq!(read, ours);
    let mut later = OFFICIAL.clone();
    for (part, field, place) in [(0, 0, 0), (0, 0, 2), (1, 0, 0)] {
        let item = &mut later.parts[part].fields[field].items[place];
        item.statements[1].conditions[0].text = "Texte officiel de 2027.".to_owned();
    }
    // What is not asked is no matter.
    assert_eq!(ours.outdated(&later), [item("1.1.3"), item("2.1.1")]);
    assert_eq!(
        ours.apply(&later)
            .statement(item("2.1.1"), Stage::One)
            .unwrap()
            .text(),
        "À notre façon."
    );
    let mut answers = numea::domain::school::answers::Answers::default();
    for id in ["1.1.1", "1.1.2", "1.1.3", "2.1.1"].map(item) {
        let answer = numea::domain::school::answers::ItemAnswer {
            response: Response::from_ticks(Ticks::default().with(Stage::Two, 0, Tick::On)),
            ..Default::default()
        };
        answers.set(id, answer);
    }
    let migration = Migration::between(&ours.apply(&OFFICIAL), &ours.apply(&later), &answers);
    assert_eq!(migration.changed, [item("1.1.3"), item("2.1.1")]);
    assert_eq!(migration.kept, [item("1.1.2")]);
    assert!(migration.gone.is_empty() && migration.new.is_empty());
    // The former official words stay readable where the questionnaire of then was kept.
    let kept = [write_grid(&OFFICIAL)];
    let earlier = asked_before(&kept, &later);
    let former = ours.former(item("2.1.1"), &earlier).unwrap();
    assert_eq!(
        former.statements,
        OFFICIAL.item(item("2.1.1")).unwrap().statements
    );
    assert_eq!(ours.former(item("2.1.1"), &asked_before(&[], &later)), None);
    // Applied again, it was looked at.
    assert_eq!(ours.resting_on(&later).outdated(&later), []);
    assert!(Adaptation::default().resting_on(&OFFICIAL).is_blank());
}

#[test]
fn a_questionnaire_that_is_ours_but_cannot_be_taken_says_which_item_and_why() {
    let id = item("1.1.2");
    let (mut used, title) = (Adaptation::default(), &OFFICIAL.item(id).unwrap().title);
    let texts = texts_of(id);
    for number in 0.. {
        let text = format!("Phrase numéro {number}.");
        match used.reword(&OFFICIAL, id, title, [&texts[0], &text, &texts[2]]) {
            Ok(changed) => used = changed.restore(id),
            Err(_) => break,
        }
    }
    let theirs = reworded(&Adaptation::default(), id, Stage::Two, "Autre chose.").apply(&OFFICIAL);
    let refused = used.receive(&OFFICIAL, &theirs);
    assert_eq!(
        refused,
        Err(NotReceived::Refused(id, Refusal::Full(Stage::Two)))
    );
    let said = numea::words::fr::adapting::not_received(id, Refusal::Full(Stage::Two));
    assert!(
        said.contains("l’item 1.1.2") && said.contains("Rien n’a été changé"),
        "{said}"
    );
}

#[test]
fn what_is_received_twice_changes_nothing_the_second_time() {
    let text = AdaptationText(include_str!("fixtures/adaptation-1.json").to_owned());
    let theirs = in_force(&text, &OFFICIAL).unwrap();
    let once = Adaptation::default().receive(&OFFICIAL, &theirs).unwrap();
    let twice = once.receive(&OFFICIAL, &theirs).unwrap();
    assert_eq!(twice, once);
    assert_eq!(twice.apply(&OFFICIAL), once.apply(&OFFICIAL));
}
