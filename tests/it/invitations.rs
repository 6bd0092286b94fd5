//! An invitation of other questions than the official ones brings them along, and its answers come home.

use crate::adaptation::{any_changes, done};
use crate::support::{OFFICIAL, any_answers, is_whole, item};
use numea::documents::deflate::deflated;
use numea::documents::invitation::{pack, unpack};
use numea::domain::formats::adaptation::{
    asked_before, in_force, read_adaptation, write_adaptation, write_grid,
};
use numea::domain::formats::base64url::{decode, encode};
use numea::domain::formats::contribution::{
    Refusal, find_contributions, read_contribution, write_contribution,
};
use numea::domain::formats::file::FileError;
use numea::domain::formats::invitation::{
    CODE_MAX, TEXT_MAX, is_to_pack, packed_text, read_invitation, read_invitation_file,
    read_packed, write_invitation_file, write_packed,
};
use numea::domain::formats::link::{Asked, LinkError, fingerprint};
use numea::domain::formats::questionnaire::read_questionnaire;
use numea::domain::school::adaptation::{Adaptation, AdaptationText};
use numea::domain::school::answers::{Answers, Declared, ItemAnswer, Response};
use numea::domain::school::questionnaire::{FieldId, Questionnaire};
use numea::domain::school::team::{
    Addition, Contribution, ContributionId, Gathered, Invitation, Role, Spread,
};
use proptest::prelude::*;

const ADAPTED: &str = include_str!("fixtures/adaptation-1.json");

fn adapted() -> (AdaptationText, Questionnaire) {
    let text = AdaptationText(ADAPTED.to_owned());
    let questionnaire = in_force(&text, &OFFICIAL).unwrap();
    (text, questionnaire)
}

fn grid() -> (AdaptationText, Questionnaire) {
    let grid = read_questionnaire(include_str!("fixtures/grid-1.json")).unwrap();
    (write_grid(&grid), grid)
}

fn asking(fields: &str) -> Invitation {
    let fields = fields.split(' ').map(|id| id.parse().unwrap());
    Invitation {
        fields: fields.collect(),
        role: Some(Role::Pupils),
        school: "Lycée du Val".to_owned(),
    }
}

/// The code that the page gives.
fn written(text: &AdaptationText, of: &Questionnaire, invitation: &Invitation) -> String {
    let text = packed_text(text, &invitation.fields);
    assert!(is_to_pack(of, &text));
    let deflated = match text.as_str() {
        "" => Vec::new(),
        text => decode(&pack(text).unwrap()).unwrap(),
    };
    write_packed(invitation, of, &deflated).unwrap()
}

/// What another device makes of a code.
fn opened(code: &str, official: &Questionnaire) -> Result<(Invitation, Questionnaire), LinkError> {
    let packed = read_packed(code).ok_or(LinkError::NotACode)?;
    let text = if packed.is_bare() {
        String::new()
    } else {
        unpack(&encode(&packed.deflated)).ok_or(LinkError::Damaged)?
    };
    packed.open(text, official)
}

/// What somebody answers to these fields.
fn answered(fields: &[FieldId], of: &Questionnaire, answers: &Answers) -> Contribution {
    let mut given = Answers::default();
    for item in of.items().filter(|item| fields.contains(&item.id.field())) {
        let response = match answers.response(item.id) {
            Response::Ticked(ticks) => Response::from_ticks(ticks.within(item)),
            other => other,
        };
        given.set(
            item.id,
            ItemAnswer {
                response,
                ..ItemAnswer::default()
            },
        );
    }
    Contribution {
        id: ContributionId(7),
        revision: 1,
        role: Role::Pupils,
        answered_on: None,
        fields: fields.to_vec(),
        answers: given,
        earlier: None,
    }
}

#[test]
fn an_adapted_questionnaire_travels_with_its_invitation_and_its_answers_come_home() {
    let (text, ours) = adapted();
    let invitation = asking("1.1 2.3");
    let code = written(&text, &ours, &invitation);
    let (read, theirs) = opened(&code, &OFFICIAL).unwrap();
    assert_eq!(read, invitation);
    for field in &invitation.fields {
        assert_eq!(theirs.field(*field), ours.field(*field));
    }
    assert_eq!(
        theirs.adapted.as_ref().unwrap().note,
        "Répondez pour votre site."
    );
    // What is not asked stays at home.
    assert_eq!(
        theirs.field("1.2".parse().unwrap()),
        OFFICIAL.field("1.2".parse().unwrap())
    );
    let answer = answered(&invitation.fields, &theirs, &Answers::default());
    let sent = write_contribution(&answer, &theirs);
    assert_eq!(read_contribution(&sent, &ours), Ok(answer));
    // Nobody takes it for an answer to the official one, nor for its own.
    let elsewhere = Err(LinkError::OtherQuestionnaire(Asked::Adapted(fingerprint(
        &ours,
    ))));
    assert_eq!(read_contribution(&sent, &OFFICIAL), elsewhere);
    assert!(code.len() < 700, "{}", code.len());
}

#[test]
fn fields_in_official_words_bring_nothing_along_and_their_answers_are_of_the_adapted_one() {
    let (hidden, note) = (
        Adaptation::default()
            .hide(&OFFICIAL, item("1.1.1"))
            .unwrap(),
        Adaptation::default().with_note("Pour le site du Val."),
    );
    let (text, ours) = (write_adaptation(&hidden), hidden.apply(&OFFICIAL));
    let invitation = asking("2.1");
    let code = written(&text, &ours, &invitation);
    assert!(
        read_packed(&code).unwrap().is_bare() && code.len() < 60,
        "{code}"
    );
    let (_, theirs) = opened(&code, &OFFICIAL).unwrap();
    assert!(theirs.is_official());
    let sent = write_contribution(
        &answered(&invitation.fields, &theirs, &Answers::default()),
        &theirs,
    );
    assert!(
        read_contribution(&sent, &ours).is_ok() && read_contribution(&sent, &OFFICIAL).is_err()
    );
    // A note alone changes no question: its answers are official ones.
    let (text, ours) = (write_adaptation(&note), note.apply(&OFFICIAL));
    let (_, theirs) = opened(&written(&text, &ours, &invitation), &OFFICIAL).unwrap();
    assert_eq!(
        theirs.adapted.as_ref().unwrap().note,
        "Pour le site du Val."
    );
    let sent = write_contribution(
        &answered(&invitation.fields, &theirs, &Answers::default()),
        &theirs,
    );
    assert!(read_contribution(&sent, &ours).is_ok() && read_contribution(&sent, &OFFICIAL).is_ok());
}

#[test]
fn another_grid_travels_with_the_items_that_are_asked_only() {
    let (text, ours) = grid();
    let invitation = asking("2.1");
    let (read, theirs) = opened(&written(&text, &ours, &invitation), &OFFICIAL).unwrap();
    assert_eq!(read, invitation);
    let asked = theirs.field("2.1".parse().unwrap());
    assert_eq!(asked, ours.field("2.1".parse().unwrap()));
    assert_eq!(theirs.items().count(), asked.unwrap().items.len());
    let answer = answered(&invitation.fields, &theirs, &Answers::default());
    assert_eq!(
        read_contribution(&write_contribution(&answer, &theirs), &ours),
        Ok(answer)
    );
}

#[test]
fn where_the_official_words_are_others_the_invitation_is_refused_rather_than_asked_otherwise() {
    let (text, ours) = adapted();
    let code = written(&text, &ours, &asking("1.2"));
    let mut later = OFFICIAL.clone();
    let statement = &mut later.parts[0].fields[1].items[0].statements[0];
    statement.conditions[0].text.push_str(" (texte de 2027)");
    let asked = Asked::Adapted(fingerprint(&ours));
    assert_eq!(
        opened(&code, &later),
        Err(LinkError::OtherQuestionnaire(asked))
    );
    assert_eq!(
        read_invitation(&code, &OFFICIAL),
        Err(LinkError::OtherQuestionnaire(asked))
    );
}

/// One line a code: what it brings along, code, fields. Frozen for ever.
#[test]
fn the_invitations_that_bring_their_questions_along_are_read_for_ever() {
    let mut read = 0;
    for line in include_str!("fixtures/invitations-2.txt").lines() {
        let [which, code, fields] = line.split('\t').collect::<Vec<_>>()[..] else {
            continue;
        };
        let (_, ours) = if which == "grid" { grid() } else { adapted() };
        let invitation = asking(fields);
        let (found, theirs) = opened(code, &OFFICIAL).unwrap();
        assert_eq!(found, invitation);
        assert_eq!(theirs.known_as, Some(fingerprint(&ours)));
        for field in &invitation.fields {
            assert_eq!(theirs.field(*field), ours.field(*field));
        }
        read += 1;
    }
    assert_eq!(read, 3);
}

#[test]
fn a_file_holds_what_is_too_long_for_a_link_and_says_what_is_wrong_with_it() {
    let (text, ours) = adapted();
    let code = written(&text, &ours, &asking("1.1"));
    let file = write_invitation_file(&code);
    assert_eq!(read_invitation_file(&file), Some(Ok(code.clone())));
    assert_eq!(
        read_invitation_file(&["\u{feff}", &file].concat()),
        Some(Ok(code))
    );
    let newer = file.replace("\"version\": 1", "\"version\": 2");
    assert_eq!(read_invitation_file(&newer), Some(Err(FileError::Newer(2))));
    let without = file.replace("\"code\"", "\"kode\"");
    assert_eq!(
        read_invitation_file(&without),
        Some(Err(FileError::Damaged))
    );
    for other in ["", "{}", r#"{"format":"numea-dossier","version":1}"#] {
        assert_eq!(read_invitation_file(other), None, "{other}");
    }
}

#[test]
fn every_bit_flip_and_every_cut_is_refused_and_what_inflates_without_end_is_not_inflated() {
    let (text, ours) = adapted();
    let code = written(&text, &ours, &asking("1.1"));
    for place in 0..code.len() {
        assert!(read_packed(&code[..place]).is_none());
    }
    let bytes = decode(&code).unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut other = bytes.clone();
        other[bit / 8] ^= 1 << (bit % 8);
        assert!(read_packed(&encode(&other)).is_none());
    }
    let bomb = deflated(&vec![b' '; TEXT_MAX + 1]).unwrap();
    assert_eq!(unpack(&encode(&bomb)), None);
    assert_eq!(pack(&" ".repeat(TEXT_MAX + 1)), None);
    assert!(write_packed(&asking("1.1"), &ours, &vec![1; CODE_MAX]).is_none());
}

#[test]
fn an_invitation_that_is_pasted_among_answers_is_told_apart() {
    let (text, ours) = adapted();
    let code = written(&text, &ours, &asking("1.1"));
    let found = find_contributions(
        &format!("Bonjour\nhttps://ecole.test/numea/#/i/{code}\n"),
        &ours,
    );
    let refusals: Vec<_> = found
        .pieces
        .iter()
        .map(|piece| piece.read.clone())
        .collect();
    assert_eq!(refusals, [Err(Refusal::Invitation)]);
    assert!(is_whole(&code));
}

/// What is asked once an item is in other words and another one is not asked.
fn changed_since() -> (AdaptationText, Questionnaire) {
    let hidden = Adaptation::default()
        .hide(&OFFICIAL, item("2.1.2"))
        .unwrap();
    let texts = ["Autre un.", "Autre deux.", "Autre trois."];
    let now = hidden.reword(&OFFICIAL, item("1.1.1"), "Autre", texts);
    let text = write_adaptation(&now.unwrap());
    let now = in_force(&text, &OFFICIAL).unwrap();
    (text, now)
}

#[test]
fn what_an_invitation_asked_counts_where_its_words_are_still_asked_and_the_rest_is_named() {
    let all: Vec<FieldId> = OFFICIAL.fields().map(|field| field.id).collect();
    let mut answers = Answers::default();
    for asked in OFFICIAL.items() {
        let answer = ItemAnswer {
            response: Response::Declared(Declared::NoStage),
            ..ItemAnswer::default()
        };
        answers.set(asked.id, answer);
    }
    let (own, (_, now)) = (answered(&all, &OFFICIAL, &answers), changed_since());
    let code = write_contribution(&own, &OFFICIAL);
    let refused = find_contributions(&code, &now);
    assert_eq!(
        refused.pieces[0].read,
        Err(Refusal::OtherQuestionnaire(Asked::Official))
    );
    let known = asked_before(&[], &OFFICIAL);
    let fitting = refused.with_earlier(&now, &known).pieces[0].read.clone();
    let fitting = fitting.unwrap();
    assert_eq!(fitting.answers.iter().count(), 19);
    assert_eq!(
        numea::words::fr::inviting::changed_since(&fitting),
        "2\u{a0}items ont changé depuis cette invitation et ne sont pas comptés\u{a0}: 1.1.1, 2.1.2."
    );
    assert_eq!(fitting.earlier.as_ref().unwrap().code, code);
    // Who was asked other words is not one who said nothing.
    let mut gathered = Gathered::default();
    assert_eq!(gathered.add(fitting), Addition::Added);
    let tally = |id| Spread::of(now.item(item(id)).unwrap(), &gathered).all;
    assert_eq!((tally("1.1.1").silent, tally("1.1.1").people()), (0, 0));
    assert_eq!(tally("1.1.2").answered, 1);
}

#[test]
fn answers_to_what_an_adaptation_asked_before_are_read_once_it_was_kept_and_only_where_something_fits()
 {
    let (text, before) = adapted();
    let all: Vec<FieldId> = before.fields().map(|field| field.id).collect();
    let code = write_contribution(&answered(&all, &before, &Answers::default()), &before);
    let (_, now) = changed_since();
    let read = |texts: &[AdaptationText], now: &Questionnaire| {
        let known = asked_before(texts, &OFFICIAL);
        let found = find_contributions(&code, now).with_earlier(now, &known);
        found.pieces[0].read.clone()
    };
    let number = fingerprint(&before);
    let refused = Err(Refusal::OtherQuestionnaire(Asked::Adapted(number)));
    assert_eq!(read(&[], &now), refused);
    let kept = [write_grid(&OFFICIAL), text.clone()];
    let fitting = read(&kept, &now).unwrap();
    let changed = fitting.earlier.unwrap().changed;
    assert!(changed.contains(&item("1.1.1")) && changed.len() < before.items().count());
    // Of a wholly other questionnaire nothing has a place, and texts that make no sense are passed over.
    let other = AdaptationText("{\"version\":9}".to_owned());
    assert_eq!(read(&[text, other], &grid().1), refused);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_was_adapted_fifty_times_is_asked_elsewhere_as_it_is_and_comes_home(
        changes in any_changes(),
        answers in any_answers(),
        fields in prop::sample::subsequence(OFFICIAL.fields().map(|field| field.id).collect::<Vec<_>>(), 1..=6),
    ) {
        let adaptation = changes.iter().fold(Adaptation::default(), |of, one| done(&of, one));
        let (text, ours) = (write_adaptation(&adaptation), adaptation.apply(&OFFICIAL));
        let part = packed_text(&text, &fields);
        prop_assert!(part.is_empty() || read_adaptation(&AdaptationText(part.clone())).is_some());
        if !is_to_pack(&ours, &part) {
            return Ok(());
        }
        let invitation = Invitation { fields, role: None, school: String::new() };
        let (read, theirs) = opened(&written(&text, &ours, &invitation), &OFFICIAL).unwrap();
        prop_assert_eq!(&read, &invitation);
        for field in &invitation.fields {
            prop_assert_eq!(theirs.field(*field), ours.field(*field));
        }
        let answer = answered(&invitation.fields, &theirs, &answers);
        let sent = write_contribution(&answer, &theirs);
        prop_assert_eq!(read_contribution(&sent, &ours), Ok(answer));
    }
}

/// Prints the codes of the fixture.
#[test]
#[ignore = "prints golden codes"]
fn golden_codes_that_bring_their_questions_along() {
    for (which, fields) in [("adapted", "1.1 2.3"), ("adapted", "1.2"), ("grid", "2.1")] {
        let (text, ours) = if which == "grid" { grid() } else { adapted() };
        println!(
            "{which}\t{}\t{fields}",
            written(&text, &ours, &asking(fields))
        );
    }
}
