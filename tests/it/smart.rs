//! The five SMART criteria, by cases: what is missing is told, and what would satisfy.

use crate::support::{day, item};
use numea::domain::school::plan::{Advice, FollowUp, Objective, SmartCriterion, Status, check};
use numea::domain::school::questionnaire::Stage;

/// One that satisfies the five criteria on 24 November 2026.
fn complete() -> Objective {
    Objective {
        description: "Équiper 8 classes sur 10 d’un vidéoprojecteur relié à l’ENT.".into(),
        item: Some(item("1.3.3")),
        lead: "TFR IBA".into(),
        means: "Une journée de technicien, 4 000 €".into(),
        start: Some(day("2026-09-01")),
        due: Some(day("2027-06-30")),
        indicator: "Classes équipées".into(),
        target: "8 sur 10".into(),
        is_attainable: true,
        notes: vec![FollowUp {
            value: "6 sur 10".into(),
            ..FollowUp::new(day("2026-11-12"))
        }],
        ..Objective::new("1.3".parse().unwrap())
    }
}

/// What is advised for a criterion once the complete one was changed so.
fn advised(criterion: SmartCriterion, change: impl FnOnce(&mut Objective)) -> Option<Advice> {
    let mut objective = complete();
    change(&mut objective);
    let verdicts = check(&objective, day("2026-11-24"));
    let found = verdicts.iter().find(|one| one.criterion == criterion);
    found.unwrap().advice
}

#[test]
fn an_objective_that_has_everything_satisfies_the_five_criteria() {
    let advice = check(&complete(), day("2026-11-24")).map(|verdict| verdict.advice);
    assert_eq!(advice, [None; 5]);
}

#[test]
fn s_wants_one_sentence_of_thirty_words_at_most_and_an_item_or_a_stage() {
    let thirty = "mot ".repeat(30);
    for (description, advice) in [
        (" \n", Some(Advice::Describe)),
        ("Signer la charte", None),
        ("Signer la charte. Former", Some(Advice::OneSentence(2))),
        (
            "Signer la charte\nFormer les équipes\n",
            Some(Advice::OneSentence(2)),
        ),
        ("- signer\n- former", Some(Advice::OneSentence(2))),
        ("Signer la charte\npuis la diffuser", None),
        (
            "Équiper env. 10 salles (item 1.1.3), avec M. Durand !",
            None,
        ),
        ("Est-ce prêt ? Oui !", Some(Advice::OneSentence(2))),
        (thirty.as_str(), None),
        (&format!("{thirty}: mot"), Some(Advice::FewerWords(31))),
    ] {
        let found = advised(SmartCriterion::Specific, |objective| {
            objective.description = description.into();
        });
        assert_eq!(found, advice, "{description:?}");
    }
    let place = |item, stage| {
        advised(SmartCriterion::Specific, |objective| {
            (objective.item, objective.stage) = (item, stage);
        })
    };
    assert_eq!(place(None, None), Some(Advice::ChooseItemOrStage));
    assert_eq!(place(None, Some(Stage::Two)), None);
}

#[test]
fn m_wants_an_indicator_a_target_and_a_value_with_its_day() {
    let measured = |change: fn(&mut Objective)| advised(SmartCriterion::Measurable, change);
    for (change, advice) in [
        (
            (|one| one.indicator = " ".into()) as fn(&mut Objective),
            Advice::NameIndicator,
        ),
        (|one| one.target.clear(), Advice::SetTarget),
        (|one| one.notes.clear(), Advice::NoteValue),
        (|one| one.notes[0].on = None, Advice::NoteValue),
        (
            |one| {
                one.notes = vec![FollowUp {
                    remark: "Réunion tenue".into(),
                    ..FollowUp::new(day("2026-11-20"))
                }];
            },
            Advice::NoteValue,
        ),
    ] {
        assert_eq!(measured(change), Some(advice));
    }
}

#[test]
fn a_is_confirmed_by_its_writer_and_deduced_from_nothing() {
    let advice = advised(SmartCriterion::Attainable, |one| {
        one.is_attainable = false;
        one.stage = Some(Stage::Two);
    });
    assert_eq!(advice, Some(Advice::ConfirmAttainable));
    let bare = advised(SmartCriterion::Attainable, |one| {
        let field = one.field;
        *one = Objective {
            is_attainable: true,
            ..Objective::new(field)
        };
    });
    assert_eq!(bare, None);
}

#[test]
fn r_wants_who_leads_and_the_means() {
    let realistic = |lead: &str, means: &str| {
        advised(SmartCriterion::Realistic, |one| {
            (one.lead, one.means) = (lead.into(), means.into());
        })
    };
    assert_eq!(realistic("", " "), Some(Advice::NameLeadAndMeans));
    assert_eq!(realistic("", "Aucun"), Some(Advice::NameLead));
    assert_eq!(realistic("CPE", "\n"), Some(Advice::StateMeans));
}

#[test]
fn t_wants_both_days_in_order_and_says_that_an_open_objective_is_past_due() {
    let dated = |start: &str, due: &str, status| {
        advised(SmartCriterion::TimeBound, |one| {
            (one.start, one.due) = (start.parse().ok(), due.parse().ok());
            one.status = status;
        })
    };
    for (start, due, status, advice) in [
        ("", "", Status::ToStart, Some(Advice::SetDates)),
        ("2026-09-01", "", Status::ToStart, Some(Advice::SetDue)),
        ("", "2027-06-30", Status::ToStart, Some(Advice::SetStart)),
        (
            "2027-09-01",
            "2027-06-30",
            Status::ToStart,
            Some(Advice::PutDatesInOrder),
        ),
        (
            "2026-09-01",
            "2026-11-23",
            Status::Ongoing,
            Some(Advice::MovePastDue),
        ),
        ("", "2026-11-23", Status::Ongoing, Some(Advice::MovePastDue)),
        ("2026-09-01", "2026-11-23", Status::Done, None),
        ("2026-09-01", "2026-11-24", Status::Ongoing, None),
    ] {
        assert_eq!(dated(start, due, status), advice, "{start} {due}");
    }
}
