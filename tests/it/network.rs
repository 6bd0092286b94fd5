//! « Réseau »: figures of many schools, and what is never mixed in.

use crate::schools::{Dice, ITEMS, school};
use crate::support::{OFFICIAL, item, stage};
use numea::domain::formats::adaptation::write_adaptation;
use numea::domain::formats::link::{SharedPositioning, write_link};
use numea::domain::formats::sender::write_sender;
use numea::domain::network::{
    Dimension, Filter, Found, Group, Names, Network, NotCounted, Refusal, Refused, SCHOOLS_MAX,
    Source, Standing, find_schools, read_file,
};
use numea::domain::school::adaptation::Adaptation;
use numea::domain::school::answers::{Answers, Response};

use numea::domain::school::team::GROUP_MIN;
use proptest::prelude::*;
use serde_json::{Value, json};

const SEED: u64 = 20_261_127;

/// What became of one file.
fn read(text: &str) -> Found {
    let mut found = read_file(text, &OFFICIAL);
    assert_eq!(found.len(), 1, "{text:.60}");
    found.remove(0).1
}

fn source(origin: &str, text: &str) -> Source {
    match read(text) {
        Found::School(school) => Source {
            origin: origin.into(),
            label: String::new(),
            school: *school,
        },
        other => panic!("{other:?}"),
    }
}

fn refusal(text: &str) -> Refusal {
    match read(text) {
        Found::Refused(why) => why,
        other => panic!("{other:?}"),
    }
}

fn generated(number: usize) -> Source {
    source(&format!("{number}.json"), &school(SEED, number).to_string())
}

fn network(sources: impl IntoIterator<Item = Source>) -> Network {
    let mut network = Network::default();
    for source in sources {
        assert!(network.add(source));
    }
    network
}

/// Schools that reached a stage and schools concerned, counted from the raw text alone.
fn independent(dossiers: &[Value], id: &str, stage: usize, len: usize) -> (usize, usize) {
    let (mut reached, mut concerned) = (0, 0);
    for dossier in dossiers {
        let answer = &dossier["answers"][id];
        if answer["state"] == "not-applicable" {
            continue;
        }
        concerned += 1;
        let ticked = answer["ticked"][stage.to_string()].as_array();
        reached += usize::from(ticked.is_some_and(|all| all.len() == len));
    }
    (reached, concerned)
}

#[test]
fn the_counts_of_a_thousand_schools_equal_an_independent_count_of_their_raw_texts() {
    let dossiers: Vec<_> = (0..SCHOOLS_MAX)
        .map(|number| school(SEED, number))
        .collect();
    let texts = dossiers.iter().enumerate();
    let network = network(texts.map(|(at, one)| source(&at.to_string(), &one.to_string())));
    let all = Filter::default();
    let figures = network.figures(&OFFICIAL, &all, Names::Shown).unwrap();
    assert_eq!(usize::from(figures.schools), SCHOOLS_MAX);
    let mut totals = [[0; 2]; 3];
    for (id, lens) in ITEMS.iter() {
        let counted = figures.items().find(|one| one.id == item(id)).unwrap();
        for (at, len) in lens.iter().enumerate() {
            let (reached, concerned) = independent(&dossiers, id, at + 1, *len);
            let count = counted.stages[at];
            assert_eq!(
                (count.reached.into(), count.of.into()),
                (reached, concerned),
                "{id}/{}",
                at + 1
            );
            assert!(reached > 0 && reached < concerned && concerned < SCHOOLS_MAX);
            totals[at][0] += reached;
            totals[at][1] += concerned;
        }
        let states = |state: &str| {
            dossiers
                .iter()
                .filter(|one| one["answers"][id]["state"] == state)
                .count()
        };
        assert_eq!(usize::from(counted.unknown), states("unknown"), "{id}");
        assert_eq!(
            usize::from(counted.not_applicable),
            states("not-applicable"),
            "{id}"
        );
        let silent = dossiers
            .iter()
            .filter(|one| one["answers"].get(id).is_none())
            .count();
        assert_eq!(usize::from(counted.unanswered), silent, "{id}");
        let aims = |one: &Value| {
            let objectives = one["plan"]["objectives"].as_object().unwrap().values();
            objectives.filter(|one| one["item"] == *id).count()
        };
        let aimed = figures
            .aimed
            .iter()
            .find(|one| one.item == item(id))
            .unwrap();
        let objectives: usize = dossiers.iter().map(aims).sum();
        let schools = dossiers.iter().filter(|one| aims(one) > 0).count();
        assert_eq!(
            (usize::from(aimed.objectives), usize::from(aimed.schools)),
            (objectives, schools),
            "{id}"
        );
    }
    for (at, [reached, concerned]) in totals.into_iter().enumerate() {
        let count = figures.stages[at];
        assert_eq!(
            (usize::from(count.reached), usize::from(count.of)),
            (reached, concerned)
        );
        let of_fields = figures
            .fields
            .iter()
            .map(|field| usize::from(field.stages[at].reached));
        assert_eq!(
            of_fields.sum::<usize>(),
            reached,
            "the fields add up to the whole"
        );
    }
}

#[test]
fn each_school_stands_in_one_band_of_percentages_as_counted_from_its_raw_text() {
    let dossiers: Vec<_> = (0..200).map(|number| school(SEED, number)).collect();
    let network = network((0..200).map(generated));
    let figures = network
        .figures(&OFFICIAL, &Filter::default(), Names::Shown)
        .unwrap();
    for at in 0..3 {
        let mut bands = [0_u16; 5];
        let mut percents = Vec::new();
        for dossier in &dossiers {
            let alone = std::slice::from_ref(dossier);
            let counts = ITEMS
                .iter()
                .map(|(id, lens)| independent(alone, id, at + 1, lens[at]));
            let (reached, of) = counts.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            let percent = (200 * reached + of) / (2 * of);
            bands[(percent / 20).min(4)] += 1;
            percents.push(percent);
        }
        assert_eq!(figures.spread[at], bands, "stage {}", at + 1);
        percents.sort_unstable();
        let median = usize::from(figures.medians[at].unwrap());
        assert_eq!(
            percents[percents.len() / 2],
            median,
            "half of the schools reach it"
        );
    }
}

#[test]
fn what_most_schools_miss_comes_first_and_equals_a_count_of_the_raw_texts() {
    let network = network((0..100).map(generated));
    let figures = network
        .figures(&OFFICIAL, &Filter::default(), Names::Shown)
        .unwrap();
    assert!(
        figures
            .lacking
            .is_sorted_by(|one, next| one.schools >= next.schools)
    );
    assert!(
        figures
            .aimed
            .is_sorted_by(|one, next| one.schools >= next.schools)
    );
    // A school misses the conditions of the stage above the highest one that it reaches; stage 1 of 1.3.5 tells a limit.
    for lacking in figures
        .lacking
        .iter()
        .filter(|one| one.statement.item != item("1.3.5"))
    {
        let id = lacking.statement.item.to_string();
        let lens = ITEMS.iter().find(|(one, _)| *one == id).unwrap().1;
        let missing = (0..100).filter(|number| {
            let ticked = &school(SEED, *number)["answers"][&id]["ticked"];
            let state = &school(SEED, *number)["answers"][&id]["state"];
            let of = |stage: usize| {
                ticked[stage.to_string()]
                    .as_array()
                    .cloned()
                    .unwrap_or_default()
            };
            let highest = (1..=3)
                .rev()
                .find(|stage| of(*stage).len() == lens[stage - 1])
                .unwrap_or(0);
            let is_answered = ticked.is_object() || state == "none";
            let next = usize::from(lacking.statement.stage.number());
            is_answered && next == highest + 1 && !of(next).contains(&json!(lacking.condition + 1))
        });
        assert_eq!(
            usize::from(lacking.schools),
            missing.count(),
            "{id} {lacking:?}"
        );
    }
}

#[test]
fn the_order_of_adding_does_not_matter_and_adding_twice_changes_nothing() {
    let mut sources: Vec<_> = (0..60).map(generated).collect();
    // Copies, and other versions of the same schools.
    for number in 0..10 {
        sources.push(source(
            &format!("copie de {number}.json"),
            &school(SEED, number).to_string(),
        ));
        let mut older = school(SEED, number);
        older["identity"]["positionedOn"] = json!("2020-01-01");
        sources.push(source(&format!("ancien {number}.json"), &older.to_string()));
    }
    let expected = network(sources.clone());
    let mut dice = Dice::of(7);
    for _ in 0..50 {
        for at in (1..sources.len()).rev() {
            sources.swap(at, dice.roll(at + 1));
        }
        let twice = sources.iter().chain(&sources).cloned();
        assert_eq!(network(twice), expected);
    }
    let shown = |network: &Network| network.figures(&OFFICIAL, &Filter::default(), Names::Shown);
    let alone = network((0..60).map(generated));
    assert_eq!(
        shown(&expected),
        shown(&alone),
        "copies and older versions count for nothing"
    );
    let standings: Vec<_> = expected.sources().map(|(_, standing)| standing).collect();
    let count = |wanted: fn(&&Standing<'_>) -> bool| standings.iter().filter(wanted).count();
    assert_eq!(count(|one| matches!(one, Standing::Counted)), 60);
    assert_eq!(count(|one| matches!(one, Standing::Same(_))), 10);
    assert_eq!(count(|one| matches!(one, Standing::Older(_))), 10);
}

#[test]
fn the_newest_version_of_a_school_counts_and_an_older_one_counts_for_its_own_year() {
    let of = |school: &str, day: &str, year: u16, ticked: Value| {
        let dossier = json!({
            "format": "numea-dossier", "version": 1, "answers": { "1.1.1": ticked },
            "identity": { "school": school, "positionedOn": day, "schoolYear": year },
        });
        source(&format!("{school} {day}"), &dossier.to_string())
    };
    let reached = json!({ "ticked": { "1": (1..=ITEMS[0].1[0]).collect::<Vec<_>>() } });
    let none = json!({ "state": "none" });
    let network = network([
        of("Lycée du Val", "2025-11-20", 2025, reached),
        of("LYCEE DU  VAL", "2026-11-20", 2026, none),
    ]);
    let count = |filter: &Filter| {
        let figures = network.figures(&OFFICIAL, filter, Names::Shown).unwrap();
        (
            figures.schools,
            figures.items().next().unwrap().stages[0].reached,
        )
    };
    assert_eq!(count(&Filter::default()), (1, 0), "the newest only");
    let years = network.groups(Dimension::Year, Names::Shown);
    let counts: Vec<_> = years
        .iter()
        .map(|(group, _)| count(&Filter::only(group.clone())))
        .collect();
    assert_eq!(counts, [(1, 0), (1, 1)], "the newest year first");
    assert_eq!(
        network.sources().last().unwrap().1,
        Standing::Older("LYCEE DU  VAL 2026-11-20")
    );
}

#[test]
fn other_questionnaires_and_what_is_broken_are_refused_with_their_reason() {
    let dossier = |answers: Value| {
        json!({ "format": "numea-dossier", "version": 1, "answers": answers }).to_string()
    };
    let ticked = |stage: &str, numbers: Value| json!({ "ticked": { stage: numbers } });
    for (text, why) in [
        (dossier(json!({})), Refusal::Answers(NotCounted::NoAnswer)),
        (
            dossier(json!({ "7.1.1": { "state": "none" } })),
            Refusal::Answers(NotCounted::OtherQuestionnaire),
        ),
        (
            dossier(json!({ "1.1.1": ticked("1", json!([1, 30])) })),
            Refusal::Answers(NotCounted::OtherQuestionnaire),
        ),
        (
            dossier(json!({ "1.1.1": ticked("9", json!([1])) })),
            Refusal::Partly,
        ),
        (
            dossier(json!({ "1.1.1": { "state": "perhaps" }, "1.1.2": { "state": "none" } })),
            Refusal::Partly,
        ),
        (dossier(json!("1.1.1")), Refusal::Partly),
    ] {
        assert_eq!(refusal(&text), why, "{text}");
    }
    let cut = school(SEED, 1).to_string();
    let texts = [
        "",
        "{}",
        "[1]",
        "bonjour",
        &cut[..cut.len() / 2],
        "{\"format\":\"numea-dossier\",\"version\":9}",
    ];
    for text in texts {
        assert!(matches!(refusal(text), Refusal::File(_)), "{text:.40}");
    }
    let mut network = network([generated(1)]);
    let before = network.figures(&OFFICIAL, &Filter::default(), Names::Shown);
    for text in texts.iter().chain(&texts) {
        network.refuse(Refused {
            origin: "a.json".into(),
            why: refusal(text),
        });
    }
    assert_eq!(
        network.refused().len(),
        4,
        "told of once each: empty, none of ours, cut, newer"
    );
    assert_eq!(
        network.figures(&OFFICIAL, &Filter::default(), Names::Shown),
        before
    );
}

#[test]
fn a_dossier_whose_questionnaire_is_adapted_is_another_questionnaire_until_it_is_the_one_that_is_counted()
 {
    let adaptation = match Adaptation::default().hide(&OFFICIAL, item("1.1.2")) {
        Ok(adapted) => adapted,
        Err(why) => panic!("{why:?}"),
    };
    let mut dossier = match numea::domain::stored::read_backup(&school(SEED, 1).to_string()) {
        Ok((restored, _)) => restored.dossier,
        Err(why) => panic!("{why:?}"),
    };
    dossier.adaptation = write_adaptation(&adaptation);
    let text = numea::domain::formats::document::write_document(&dossier);
    assert_eq!(
        refusal(&text),
        Refusal::Answers(NotCounted::OtherQuestionnaire)
    );
    let adapted = adaptation.apply(&OFFICIAL);
    let dossier = json!({ "format": "numea-dossier", "version": 1, "answers": { "1.1.1": { "state": "none" } } });
    let mut own = numea::domain::stored::read_backup(&dossier.to_string())
        .unwrap()
        .0
        .dossier;
    own.adaptation = write_adaptation(&adaptation);
    let own = numea::domain::formats::document::write_document(&own);
    let found = |text: &str| read_file(text, &adapted).remove(0).1;
    assert!(
        matches!(found(&own), Found::School(_)),
        "the same one is counted"
    );
    let official = found(&dossier.to_string());
    assert!(
        matches!(official, Found::Refused(Refusal::Answers(_))),
        "{official:?}"
    );
}

/// Schools of these kinds of centre.
fn of_kinds(kinds: &[(&str, usize)]) -> Network {
    let numbers = kinds
        .iter()
        .flat_map(|(kind, many)| std::iter::repeat_n(*kind, *many));
    network(numbers.enumerate().map(|(number, kind)| {
        let mut one = school(SEED, number);
        one["identity"]["centre"] = json!(kind);
        source(&number.to_string(), &one.to_string())
    }))
}

#[test]
fn without_names_a_group_under_five_is_neither_shown_nor_found_by_subtraction() {
    let network = of_kinds(&[("lycee", 9), ("cfa", 6), ("farm", 3)]);
    let sizes = |names| {
        let groups = network.groups(Dimension::Centre, names);
        groups.into_iter().map(|(_, size)| size).collect::<Vec<_>>()
    };
    assert_eq!(sizes(Names::Shown), [9, 6, 3]);
    assert_eq!(
        sizes(Names::Hidden),
        [9],
        "18 less 9 and 6 would show the three farms"
    );
    for (group, size) in network.groups(Dimension::Centre, Names::Shown) {
        let figures = |names| network.figures(&OFFICIAL, &Filter::only(group.clone()), names);
        assert!(figures(Names::Shown).is_some());
        assert_eq!(figures(Names::Hidden).is_some(), size == 9, "{group:?}");
        let mut two = Filter::only(group.clone());
        two.set(Dimension::Label, Some(Group::Label(String::new())));
        assert!(
            network.figures(&OFFICIAL, &two, Names::Hidden).is_none(),
            "two groups at once"
        );
    }
    assert!(
        network
            .figures(&OFFICIAL, &Filter::default(), Names::Hidden)
            .is_some()
    );
    let few = of_kinds(&[("lycee", usize::from(GROUP_MIN) - 1)]);
    assert!(
        few.figures(&OFFICIAL, &Filter::default(), Names::Hidden)
            .is_none()
    );
}

#[test]
fn links_and_codes_are_found_in_a_message_however_they_stand() {
    let shared = |stage: u8| {
        let mut answers = Answers::default();
        let mut answer = answers.get(item("1.1.1"));
        let all = OFFICIAL
            .statement(item("1.1.1"), self::stage(stage))
            .unwrap()
            .bits();
        let ticks = numea::domain::school::answers::Ticks::default();
        let on = numea::domain::school::answers::Tick::On;
        answer.response = Response::from_ticks(ticks.with_all(self::stage(stage), all, on));
        answers.set(item("1.1.1"), answer);
        let shared = SharedPositioning {
            answers,
            ..SharedPositioning::default()
        };
        write_link(&shared, &OFFICIAL)
    };
    let (one, two) = (shared(1), shared(2));
    let named = format!(
        "https://ecole.test/numea/#/r/{one}{}",
        write_sender("Lycée du Val")
    );
    let (start, end) = named.split_at(40);
    let names = |text: &str| {
        let found = find_schools(text, &OFFICIAL).into_iter();
        let named = found.map(|(_, found)| match found {
            Found::School(school) => school.name,
            other => format!("{other:?}"),
        });
        named.collect::<Vec<_>>()
    };
    assert_eq!(
        names(&format!("Bonjour,\nvoici : {named}.\nÀ bientôt")),
        ["Lycée du Val"]
    );
    assert_eq!(
        names(&format!("> {start}\r\n> {end}\nsuite du message")),
        ["Lycée du Val"],
        "wrapped"
    );
    assert_eq!(
        names(&format!("{one}\n\n{two} {named}")),
        ["", "", "Lycée du Val"],
        "bare and several"
    );
    assert_eq!(
        names("Bonjour, pas de code ici. https://ecole.test/"),
        Vec::<String>::new()
    );
    let damaged = find_schools(&format!("#/r/{}", &one[..30]), &OFFICIAL);
    assert!(
        matches!(damaged[..], [(_, Found::Refused(Refusal::Link(_)))]),
        "{damaged:?}"
    );
    let dossier = find_schools(
        "#/d/gQOtltsJAAAIAmdq_-WijwIhQcQVfBznwmRAInEC9vD2VXjIVaGLgzlRKoIGVnKaug",
        &OFFICIAL,
    );
    assert!(
        matches!(&damaged_or_packed(&dossier), Found::Packed(_)),
        "{dossier:?}"
    );
}

fn damaged_or_packed(found: &[(String, Found)]) -> Found {
    found[0].1.clone()
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_and_never_counted_by_halves(text in "[ -~\n#/{}\"àé]{0,300}") {
        for (_, found) in read_file(&text, &OFFICIAL) {
            if let Found::School(school) = found {
                prop_assert!(school.positioning.progress.answered > 0);
            }
        }
    }

    #[test]
    fn a_dossier_with_one_byte_changed_is_whole_or_refused(number in 0..50_usize, at in any::<prop::sample::Index>(), byte in 32_u8..127) {
        let mut bytes = school(SEED, number).to_string().into_bytes();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
        for (_, found) in read_file(&text, &OFFICIAL) {
            if let Found::School(school) = found {
                // What is counted is what a dossier that is opened shows.
                let (restored, _) = numea::domain::stored::read_backup(&text).unwrap();
                let shown = numea::domain::school::positioning::Positioning::of(&OFFICIAL, &restored.dossier.answers);
                prop_assert_eq!(school.positioning, shown);
            }
        }
    }
}
