//! « Équipe »: merging answers, their spread, what may be shown of it, the majority, decisions.

use crate::support::{OFFICIAL, any_day, any_response, back, change, day, edit, item, stage};
use numea::domain::formats::contribution::{read_contribution, write_contribution};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::history::{History, read_history, write_history};
use numea::domain::formats::invitation::{read_invitation, write_invitation};
use numea::domain::formats::sender::name_to_give;
use numea::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Tick, Ticks};
use numea::domain::school::dossier::{Bin, Change, Dossier, LeftOut};
use numea::domain::school::questionnaire::{ItemId, Stage};
use numea::domain::school::team::{
    Addition, Contribution, ContributionId, Decision, GROUP_MIN, Gathered, Invitation, Level,
    Looked, Meeting, OWN_ROLE_MAX, REASON_MAX, Role, SCHOOL_MAX, Spread, Tally, is_long, majority,
    spreads,
};
use proptest::prelude::*;

fn any_role() -> impl Strategy<Value = Role> {
    let mut roles = Role::NAMED.to_vec();
    roles.extend(Role::own("Exploitation"));
    prop::sample::select(roles)
}

/// Answers of one person: few ids and revisions, so that they meet.
fn any_contribution() -> impl Strategy<Value = Contribution> {
    let items: Vec<ItemId> = OFFICIAL.items().map(|item| item.id).collect();
    let one = prop::sample::select(items).prop_flat_map(|id| (Just(id), any_response(id)));
    let answers = prop::collection::vec(one, 0..8);
    let asked = prop::bits::u8::between(0, 6);
    let head = (0..40_u64, 1..4_u16, any_role(), prop::option::of(any_day()));
    (head, asked, answers).prop_map(|((id, revision, role, answered_on), asked, given)| {
        let fields = OFFICIAL.fields().map(|field| field.id).enumerate();
        let fields: Vec<_> = fields
            .filter(|(place, _)| asked >> place & 1 == 1)
            .map(|(_, id)| id)
            .collect();
        let mut answers = Answers::default();
        for (item, response) in given {
            if fields.contains(&item.field()) {
                answers.set(item, answer(response));
            }
        }
        Contribution {
            id: ContributionId(id),
            revision,
            role,
            answered_on,
            fields,
            answers,
            earlier: None,
        }
    })
}

fn any_gathered() -> impl Strategy<Value = Gathered> {
    prop::collection::vec(any_contribution(), 0..40).prop_map(Gathered::from_iter)
}

fn answer(response: Response) -> ItemAnswer {
    ItemAnswer {
        response,
        ..ItemAnswer::default()
    }
}

/// One person who was asked everything and answered this about one item.
fn person(id: u64, role: Role, item: ItemId, response: Response) -> Contribution {
    let mut answers = Answers::default();
    answers.set(item, answer(response));
    Contribution {
        id: ContributionId(id),
        revision: 1,
        role,
        answered_on: None,
        fields: OFFICIAL.fields().map(|field| field.id).collect(),
        answers,
        earlier: None,
    }
}

/// The whole statements of these stages, ticked.
fn whole(id: ItemId, stages: &[u8]) -> Response {
    let mut ticks = Ticks::default();
    for number in stages {
        let all = OFFICIAL.statement(id, stage(*number)).unwrap().bits();
        ticks = ticks.with_all(stage(*number), all, Tick::On);
    }
    Response::from_ticks(ticks)
}

/// As many teachers as there are responses.
fn teachers(id: ItemId, responses: &[Response]) -> Gathered {
    let all = responses.iter().zip(0..);
    all.map(|(response, number)| person(number, Role::Teachers, id, *response))
        .collect()
}

fn merged(sets: &[&Gathered]) -> Gathered {
    let mut all = Gathered::default();
    for set in sets {
        all.merge(set);
    }
    all
}

proptest! {
    #[test]
    fn answers_merge_the_same_in_any_order_however_grouped_and_however_often(
        a in any_gathered(), b in any_gathered(), c in any_gathered(),
    ) {
        prop_assert_eq!(merged(&[&a, &b]), merged(&[&b, &a]), "commutative");
        prop_assert_eq!(merged(&[&merged(&[&a, &b]), &c]), merged(&[&a, &merged(&[&b, &c])]), "associative");
        prop_assert_eq!(merged(&[&a, &b, &a, &b]), merged(&[&a, &b]), "idempotent");
        for one in merged(&[&a, &b]).iter() {
            let newest = a.iter().chain(b.iter()).filter(|other| other.id == one.id);
            prop_assert_eq!(newest.map(|other| other.revision).max(), Some(one.revision));
        }
    }

    #[test]
    fn each_addition_is_reported_for_what_it_is(known in any_gathered(), new in any_contribution()) {
        let before = known.get(new.id).cloned();
        let mut after = known.clone();
        let addition = after.add(new.clone());
        match (addition, before) {
            (Addition::Added, None) => prop_assert_eq!(after.len(), known.len() + 1),
            (Addition::Known, Some(before)) => prop_assert_eq!(before, new.clone()),
            (Addition::Replaced, Some(before)) => {
                prop_assert!(before.revision <= new.revision);
                prop_assert_eq!(after.get(new.id), Some(&new));
            }
            (Addition::Older, Some(before)) => {
                prop_assert!(before.revision >= new.revision);
                prop_assert_eq!(after.get(new.id), Some(&before));
            }
            (addition, before) => prop_assert!(false, "{:?} of {:?}", addition, before),
        }
        prop_assert_eq!(after.add(new.clone()) == Addition::Added, false);
        prop_assert!(after.remove(new.id).is_some());
        prop_assert_eq!(after.get(new.id), None);
    }

    #[test]
    fn no_group_under_five_is_ever_shown_nor_found_by_subtraction(gathered in any_gathered()) {
        for spread in spreads(&OFFICIAL, &gathered) {
            let folded = spread.folded();
            let Some(all) = folded.all else {
                prop_assert!(spread.all.people() < GROUP_MIN);
                prop_assert!(folded.roles.is_empty());
                continue;
            };
            // Whatever roles a reader takes away from the whole, nobody is left, or five people at least.
            for choice in 0..1_u32 << folded.roles.len() {
                let chosen = folded.roles.iter().enumerate();
                let chosen = chosen.filter(|(place, _)| choice >> place & 1 == 1);
                let rest = all.people() - chosen.map(|(_, (_, tally))| tally.people()).sum::<u16>();
                prop_assert!(rest == 0 || rest >= GROUP_MIN, "{} left of {:?}", rest, folded);
            }
            for (_, tally) in &folded.roles {
                prop_assert!(tally.people() >= GROUP_MIN);
                prop_assert_eq!(tally.silent, 0);
            }
            let heard = spread.roles.iter().filter(|(_, tally)| tally.people() > 0).count();
            prop_assert_eq!(folded.has_folded, folded.roles.len() < heard);
        }
    }

    #[test]
    fn the_counts_of_the_roles_add_up_and_the_largest_disagreement_comes_first(gathered in any_gathered()) {
        let all = spreads(&OFFICIAL, &gathered);
        prop_assert_eq!(all.len(), OFFICIAL.items().count());
        let place = |id| OFFICIAL.items().position(|item| item.id == id);
        for pair in all.windows(2) {
            let (one, next) = (&pair[0], &pair[1]);
            let sums = [one.all.disagreement(), next.all.disagreement()];
            prop_assert!(sums[0] > sums[1] || sums[0] == sums[1] && place(one.item) < place(next.item));
        }
        for spread in &all {
            let people: u16 = spread.roles.iter().map(|(_, tally)| tally.people() + tally.silent).sum();
            let asked = gathered.iter().filter(|one| one.fields.contains(&spread.item.field())).count();
            prop_assert_eq!(usize::from(people), asked);
            prop_assert!(spread.all.reached.iter().all(|reached| *reached <= spread.all.answered));
        }
    }

    #[test]
    fn decisions_are_read_back_and_a_version_that_does_not_know_them_keeps_them(
        decisions in crate::support::any_decisions(),
    ) {
        let dossier = Dossier { decisions, ..Dossier::default() };
        let restored = read_document(&write_document(&dossier)).unwrap();
        prop_assert_eq!(restored.left_out, Vec::<String>::new());
        prop_assert_eq!(&restored.dossier, &dossier);
        // A member of the top level: what 0.1.0 does not know there it writes again as it is.
        let document = write_document(&dossier);
        prop_assert_eq!(document.contains("\"decisions\":{"), !dossier.decisions.is_empty());
    }
}

#[test]
fn the_same_form_sent_again_replaces_and_two_like_answers_are_two_people() {
    let id = item("1.1.3");
    let mut gathered = teachers(id, &[whole(id, &[1]), whole(id, &[1])]);
    assert_eq!(gathered.len(), 2);
    let again = Contribution {
        revision: 2,
        ..person(0, Role::Teachers, id, whole(id, &[1, 2]))
    };
    assert_eq!(gathered.add(again.clone()), Addition::Replaced);
    assert_eq!(gathered.add(again), Addition::Known);
    let older = person(0, Role::Teachers, id, whole(id, &[1]));
    assert_eq!(gathered.add(older), Addition::Older);
    assert_eq!(gathered.len(), 2);
}

#[test]
fn a_spread_counts_each_stage_apart_and_who_answered() {
    let id = item("1.1.1");
    let part = Response::from_ticks(Ticks::default().with(Stage::Three, 0, Tick::On));
    let responses = [
        whole(id, &[1]),
        whole(id, &[1, 3]),
        part,
        Response::Declared(Declared::NoStage),
        Response::Declared(Declared::Unknown),
        Response::Declared(Declared::NotApplicable),
        Response::Unanswered,
    ];
    let gathered = teachers(id, &responses);
    let spread = Spread::of(OFFICIAL.item(id).unwrap(), &gathered);
    let expected = Tally {
        silent: 1,
        answered: 4,
        reached: [2, 0, 1],
        no_stage: 1,
        unknown: 1,
        not_applicable: 1,
    };
    assert_eq!(spread.all, expected);
    assert_eq!(spread.all.disagreement(), 3);
    assert_eq!(spread.all.people(), 6);
    assert_eq!(spread.roles, [(Role::Teachers, expected)]);
    let other = Spread::of(OFFICIAL.item(item("2.3.2")).unwrap(), &gathered);
    assert_eq!((other.all.people(), other.all.silent), (0, 7));
    assert_eq!(other.all.level(), Level::Alone);
}

#[test]
fn a_role_of_fewer_than_five_takes_another_with_it_where_it_could_be_found_by_subtraction() {
    let id = item("1.1.3");
    let people = |counts: [u64; 3]| -> Gathered {
        let roles = [Role::Teachers, Role::SchoolLife, Role::Pupils];
        let all = roles.into_iter().zip(counts).zip(0..);
        all.flat_map(|((role, count), place)| {
            (0..count)
                .map(move |number| person(place * 100 + number, role.clone(), id, whole(id, &[1])))
        })
        .collect()
    };
    let shown = |counts| {
        let folded = Spread::of(OFFICIAL.item(id).unwrap(), &people(counts)).folded();
        let roles = folded.roles.into_iter().map(|(role, _)| role);
        (
            folded.all.map(Tally::people),
            roles.collect::<Vec<_>>(),
            folded.has_folded,
        )
    };
    use Role::{Pupils, SchoolLife, Teachers};
    assert_eq!(shown([4, 0, 0]), (None, vec![], true));
    assert_eq!(shown([5, 0, 0]), (Some(5), vec![Teachers], false));
    assert_eq!(
        shown([6, 0, 2]),
        (Some(8), vec![], true),
        "8 − 6 would show two"
    );
    assert_eq!(shown([9, 5, 2]), (Some(16), vec![Teachers], true));
    assert_eq!(
        shown([6, 3, 2]),
        (Some(11), vec![Teachers], true),
        "five are left"
    );
    assert_eq!(
        shown([5, 5, 5]),
        (Some(15), vec![Teachers, SchoolLife, Pupils], false)
    );
}

#[test]
fn a_majority_ticks_condition_by_condition_and_a_tie_changes_nothing() {
    let id = item("1.1.1");
    let official = OFFICIAL.item(id).unwrap();
    let none = Response::Declared(Declared::NoStage);
    let unknown = Response::Declared(Declared::Unknown);
    let of =
        |responses: &[Response], present| majority(official, &teachers(id, responses), present);
    let said = |responses: &[Response], present| {
        of(responses, present).map(|one| (one.response, one.ties))
    };
    let one = whole(id, &[1]);
    assert_eq!(said(&[], one), None);
    assert_eq!(
        said(&[unknown, Response::Unanswered], one),
        None,
        "nobody answered"
    );
    assert_eq!(
        said(&[one, one, none], Response::Unanswered),
        Some((one, 0))
    );
    assert_eq!(
        said(&[one, unknown, unknown], none),
        Some((one, 0)),
        "of those who answered"
    );
    assert_eq!(said(&[none, none, one], one), Some((none, 0)));
    let len = u16::from(OFFICIAL.statement(id, Stage::One).unwrap().len());
    assert_eq!(
        said(&[one, none], one),
        Some((one, len)),
        "a tie keeps what is ticked"
    );
    assert_eq!(
        said(&[one, none], none),
        Some((none, len)),
        "and what is not"
    );
    let tied = said(&[one, none], Response::Unanswered);
    assert_eq!(tied, Some((Response::Unanswered, len)), "« à décider »");
    let part = Ticks::default().with(Stage::Two, 0, Tick::On);
    let part = Response::from_ticks(part);
    let both = part
        .ticks()
        .with_all(Stage::One, official.statements[0].bits(), Tick::On);
    assert_eq!(
        said(
            &[both, part.ticks(), part.ticks()].map(Response::from_ticks),
            one
        ),
        Some((part, 0))
    );
}

#[test]
fn deciding_is_one_step_with_its_reason_and_date_and_survives_a_reload() {
    let id = item("1.1.3");
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    let decided = Change::Decide {
        item: id,
        response: Some(whole(id, &[1])),
        decision: Decision {
            on: Some(day("2026-11-27")),
            reason: "é".repeat(REASON_MAX + 5),
        },
    };
    assert!(edit(&mut undo, &mut dossier, decided.clone()));
    assert!(!edit(&mut undo, &mut dossier, decided), "nothing new");
    assert_eq!(dossier.answers.response(id), whole(id, &[1]));
    assert_eq!(dossier.decisions.get(id).reason.chars().count(), REASON_MAX);
    let text = write_history(&undo, 3, dossier.edited_at);
    let mut undo = read_history(&text, 3, dossier.edited_at);
    assert!(back(&mut undo, &mut dossier));
    assert!(dossier.is_blank());
    let unknown_item = Change::Decide {
        item: item("9.9.9"),
        response: None,
        decision: Decision {
            on: Some(day("2026-11-27")),
            ..Decision::default()
        },
    };
    assert!(change(&mut dossier, unknown_item).is_none());
}

#[test]
fn a_reason_is_typed_in_one_step() {
    let id = item("1.1.3");
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    for reason in ["L", "La", "La charte"] {
        let decision = Decision {
            on: None,
            reason: reason.into(),
        };
        edit(
            &mut undo,
            &mut dossier,
            Change::Decide {
                item: id,
                response: None,
                decision,
            },
        );
    }
    assert!(back(&mut undo, &mut dossier));
    assert!(dossier.is_blank(), "one step takes all of it back");
}

#[test]
fn a_decision_is_in_a_file_and_in_a_link_only_where_its_box_is_ticked() {
    let mut dossier = Dossier::default();
    let decision = Decision {
        on: Some(day("2026-11-27")),
        reason: "Relevé à l’appui".into(),
    };
    dossier.decisions.set(item("1.1.3"), decision);
    assert_eq!(dossier.for_file(Bin::LeftOut), dossier);
    let without = LeftOut {
        texts: true,
        ..LeftOut::default()
    };
    assert!(dossier.without(without).is_blank());
    assert_eq!(dossier.without(LeftOut::default()), dossier);
}

#[test]
fn what_makes_no_sense_in_decisions_is_left_out_and_reported() {
    let text = r#"{"format":"numea-dossier","version":1,"answers":{},"decisions":{
        "1.1.3":{"on":"2026-11-27","reason":"oui"},"1.1.4":{"on":"hier","vote":3},"x":{},"1.1.5":[]}}"#;
    let restored = read_document(text).unwrap();
    assert_eq!(restored.dossier.decisions.iter().count(), 1);
    let mut left_out = restored.left_out;
    left_out.sort();
    assert_eq!(
        left_out,
        [
            "decisions/1.1.4/on",
            "decisions/1.1.4/vote",
            "decisions/1.1.5",
            "decisions/x"
        ]
    );
}

#[test]
fn a_meeting_is_read_back_and_only_long_items_are_projected_stage_by_stage() {
    let mut meeting = Meeting {
        on: Some(day("2026-11-27")),
        present: "Direction\nCPE, vie scolaire\n\nProfesseur TIM".into(),
        looked: Vec::new(),
    };
    for (id, seconds, hands) in [("1.1.3", 125, None), ("1.1.1", 3, Some([7, 3, 0]))] {
        meeting.look(Looked {
            item: item(id),
            seconds,
            hands,
        });
    }
    assert_eq!(Meeting::read(&meeting.write()), meeting);
    assert_eq!(Meeting::read(""), Meeting::default());
    assert_eq!(Meeting::read("hier\n1.1.3\nx 3\n\n"), Meeting::default());
    assert_eq!(meeting.looked(item("2.3.2")).seconds, 0);
    assert!(is_long(OFFICIAL.item(item("1.1.1")).unwrap()));
    assert!(!is_long(OFFICIAL.item(item("1.1.3")).unwrap()));
}

#[test]
fn what_another_computer_decided_comes_back_alone_and_one_step_undoes_it() {
    let mut own = Dossier::default();
    own.answers.set(
        item("1.1.2"),
        ItemAnswer {
            note: "Une note".into(),
            ..ItemAnswer::default()
        },
    );
    own.answers
        .set(item("1.1.4"), answer(Response::Declared(Declared::Unknown)));
    let mut there = Dossier::default();
    let ticked = Response::Ticked(Ticks::default().with(Stage::One, 0, Tick::On));
    there.answers.set(item("1.1.2"), answer(ticked));
    there.answers.set(item("1.1.5"), answer(ticked));
    let decided = |on| Decision {
        on,
        reason: "Vu en réunion".into(),
    };
    there
        .decisions
        .set(item("1.1.2"), decided(Some(day("2026-11-27"))));
    // Not decided: a reason that somebody began, and an answer that nobody decided.
    there.decisions.set(item("1.1.3"), decided(None));
    let (after, changed) = own.with_decisions_of(&there);
    assert_eq!(changed, 1);
    assert_eq!(after.answers.response(item("1.1.2")), ticked);
    assert_eq!(after.answers.get(item("1.1.2")).note, "Une note");
    assert_eq!(
        after.decisions.get(item("1.1.2")),
        there.decisions.get(item("1.1.2"))
    );
    assert!(after.decisions.get(item("1.1.3")).is_blank());
    assert_eq!(
        after.answers.response(item("1.1.4")),
        own.answers.response(item("1.1.4")),
        "what was not decided there stays"
    );
    assert!(after.answers.get(item("1.1.5")).is_blank());
    assert_eq!(after.with_decisions_of(&there).1, 0, "once is enough");
    let before = own.clone();
    let mut undo = History::default();
    edit(&mut undo, &mut own, Change::TakeOver(Box::new(after)));
    back(&mut undo, &mut own);
    own.edited_at = before.edited_at;
    assert_eq!(own, before);
}

/// What people write into a field for a few words.
fn odd_words() -> Vec<String> {
    vec![
        "é".repeat(200),
        "👩🏽‍🌾".repeat(50),
        "مدير المدرسة".to_owned(),
        "direction \u{202e}gauche à droite".to_owned(),
        "<img src=x onerror=alert(1)> & \"rôle\"".to_owned(),
        "  sur\r\ndeux\tlignes  ".to_owned(),
    ]
}

#[test]
fn a_role_in_any_words_comes_home_on_one_line_and_not_too_long() {
    let item = OFFICIAL.items().next().unwrap().id;
    for words in odd_words() {
        let role = Role::own(&words).unwrap();
        let one = person(7, role.clone(), item, whole(item, &[1]));
        let read = read_contribution(&write_contribution(&one, &OFFICIAL), &OFFICIAL);
        assert_eq!(read.as_ref(), Ok(&one), "{words}");
        let shown = numea::words::fr::answering::role(&role);
        assert!(!shown.contains(['\r', '\n', '\t']), "{shown}");
        assert!(shown.chars().count() <= OWN_ROLE_MAX + 2, "{shown}");
    }
    assert_eq!(Role::own(" \u{a0}\n\t "), None);
}

#[test]
fn a_school_of_any_name_is_in_its_invitation_on_one_line_and_not_too_long() {
    for words in odd_words() {
        let invitation = Invitation {
            fields: OFFICIAL.fields().map(|field| field.id).collect(),
            role: Role::own(&words),
            school: name_to_give(&words),
        };
        let code = write_invitation(&invitation, &OFFICIAL);
        assert_eq!(
            read_invitation(&code, &OFFICIAL).as_ref(),
            Ok(&invitation),
            "{words}"
        );
        assert!(invitation.school.chars().count() <= SCHOOL_MAX);
        assert!(!invitation.school.contains(['\r', '\n', '\t']), "{words}");
    }
}
