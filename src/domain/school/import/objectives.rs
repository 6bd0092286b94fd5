//! What a table says of objectives, compared with the plan. A line whose number is known speaks of that objective;
//! another is an objective more, unless one of the plan already says the same. Where another objective has the number, as in
//! the file of another school, nothing is taken unasked.

use super::{
    Claims, Comparison, Line, ObjectiveClaim, Offer, Part, Place, Remark, Said, Trouble, Why,
};
use super::{fitting, is_same};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::plan::{
    DESCRIPTION_MAX, LINE_MAX, MEANS_MAX, OBJECTIVES_MAX, Objective, ObjectiveId, Plan,
};

pub(super) fn compare(claims: &Claims, dossier: &Dossier, comparison: &mut Comparison) {
    let plan = &dossier.plan;
    let (mut added, mut seen) = (0, Vec::new());
    for claim in &claims.objectives {
        let id = claim.number.parse::<ObjectiveId>().ok();
        if id.is_some_and(|id| seen.contains(&id)) {
            trouble(claim, Why::SaidTwice, comparison);
            continue;
        }
        seen.extend(id);
        if let Some((id, objective)) = id.and_then(|id| Some((id, plan.get(id)?))) {
            // Taken before from another dossier, it has another number here.
            let is_elsewhere = !says(claim, objective) && is_there(plan, claim);
            if !is_elsewhere {
                compare_one(id, claim, objective, comparison);
            }
        } else if let Some(objective) = new(claim, comparison)
            && !is_there(plan, claim)
        {
            let offer = Offer::New(objective);
            if id.is_none() && comparison.lines.iter().any(|line| line.offer == offer) {
                continue;
            }
            added += 1;
            if plan.len() + added > OBJECTIVES_MAX {
                trouble(claim, Why::PlanFull, comparison);
                continue;
            }
            comparison.lines.push(Line {
                at: claim.at.clone(),
                offer,
                remark: id.map(|id| match plan.has_given(id) {
                    true => Remark::Deleted,
                    false => Remark::OtherNumber,
                }),
            });
        }
    }
}

fn compare_one(
    id: ObjectiveId,
    claim: &ObjectiveClaim,
    before: &Objective,
    comparison: &mut Comparison,
) {
    let remark = is_other(claim, before).then_some(Remark::OtherObjective);
    let parts = parts(claim, Some(before), comparison);
    for (at, part) in parts {
        let mut after = before.clone();
        set(&mut after, &part);
        if after != *before {
            comparison.lines.push(Line {
                at,
                offer: Offer::Part(id, part),
                remark,
            });
        }
    }
}

/// The objective that a line without a known number describes; none where it says nothing to do, or in no field.
fn new(claim: &ObjectiveClaim, comparison: &mut Comparison) -> Option<Objective> {
    let texts = [
        &claim.description,
        &claim.lead,
        &claim.indicator,
        &claim.target,
        &claim.means,
    ];
    let says_something = texts.iter().any(|text| text.is_some());
    if !says_something && claim.start.is_none() && claim.due.is_none() {
        return None;
    }
    let of_item = claim.item.as_ref().map(|said| said.value.field());
    let Some(field) = claim.field.as_ref().map(|said| said.value).or(of_item) else {
        trouble(claim, Why::NoField, comparison);
        return None;
    };
    let mut objective = Objective::new(field);
    for (_, part) in parts(claim, None, comparison) {
        set(&mut objective, &part);
    }
    // One whose words are too long is not half an objective.
    let is_whole = claim.description.is_none() || !objective.description.is_empty();
    is_whole.then_some(objective)
}

/// Whether an objective of the plan already says all that the line does.
fn is_there(plan: &Plan, claim: &ObjectiveClaim) -> bool {
    plan.iter().any(|(_, one)| says(claim, one))
}

/// Whether this objective says all that the line does.
fn says(claim: &ObjectiveClaim, one: &Objective) -> bool {
    // What is not understood of the line is said where it is taken.
    let mut unheard = Comparison::default();
    let changes = |(_, part): &(Place, Part)| {
        let mut after = one.clone();
        set(&mut after, part);
        after != *one
    };
    let is_new = parts(claim, Some(one), &mut unheard).iter().any(changes);
    // What cannot be kept of the line makes no other objective of it, but for its words.
    let is_named = match &claim.description {
        Some(said) => is_same(&said.value, &one.description),
        None => one.description.trim().is_empty(),
    };
    !is_new && is_named
}

/// Whether the line seems to speak of another objective than the one that has its number here.
fn is_other(claim: &ObjectiveClaim, one: &Objective) -> bool {
    let differs = |said: &Option<Said<String>>, text: &str| {
        let is_both_said = said.is_some() && !text.trim().is_empty();
        is_both_said
            && said
                .as_ref()
                .is_some_and(|said| !is_same(&said.value, text))
    };
    let is_of_other_field = claim
        .field
        .as_ref()
        .is_some_and(|said| said.value != one.field);
    differs(&claim.description, &one.description)
        && (is_of_other_field || differs(&claim.lead, &one.lead))
}

fn trouble(claim: &ObjectiveClaim, why: Why, comparison: &mut Comparison) {
    let found = claim.description.as_ref().map(|said| said.value.clone());
    comparison.troubles.push(Trouble {
        at: claim.at.clone(),
        found: found.unwrap_or_default(),
        why,
    });
}

/// What a line says of a text of an objective: where that is in one, how long it may be, and the part that it becomes.
type TextPart<'a> = (
    &'a Option<Said<String>>,
    fn(&Objective) -> &String,
    usize,
    fn(String) -> Part,
);

/// Every part that the line says, where it can be kept; of an objective that is there, only texts that differ.
fn parts(
    claim: &ObjectiveClaim,
    before: Option<&Objective>,
    comparison: &mut Comparison,
) -> Vec<(Place, Part)> {
    let mut parts = Vec::new();
    parts.extend(aim(claim, before, comparison));
    let texts: [TextPart<'_>; 5] = [
        (
            &claim.description,
            |one| &one.description,
            DESCRIPTION_MAX,
            Part::Description,
        ),
        (&claim.lead, |one| &one.lead, LINE_MAX, Part::Lead),
        (
            &claim.indicator,
            |one| &one.indicator,
            LINE_MAX,
            Part::Indicator,
        ),
        (&claim.target, |one| &one.target, LINE_MAX, Part::Target),
        (&claim.means, |one| &one.means, MEANS_MAX, Part::Means),
    ];
    for (said, of, max, part) in texts {
        let is_known =
            |said: &&Said<String>| before.is_some_and(|one| is_same(&said.value, of(one)));
        if let Some(said) = said.as_ref().filter(|said| !is_known(said)) {
            let text = fitting(said, max, comparison);
            parts.extend(text.map(|text| (said.at.clone(), part(text))));
        }
    }
    fn choice<T: Copy>(said: &Option<Said<T>>, part: fn(T) -> Part) -> Option<(Place, Part)> {
        said.as_ref()
            .map(|said| (said.at.clone(), part(said.value)))
    }
    parts.extend(choice(&claim.stage, Part::Stage));
    parts.extend(choice(&claim.start, Part::Start));
    parts.extend(choice(&claim.due, Part::Due));
    parts.extend(choice(&claim.status, Part::Status));
    parts.extend(choice(&claim.priority, Part::Priority));
    parts
}

/// Where the objective belongs: the field that is said, or that of the item; and the item, where it is one of it.
fn aim(
    claim: &ObjectiveClaim,
    before: Option<&Objective>,
    comparison: &mut Comparison,
) -> Option<(Place, Part)> {
    let item = claim.item.as_ref();
    let field = claim.field.as_ref().map(|said| said.value);
    let field = field.or(item.map(|said| said.value.field()))?;
    let at = claim.field.as_ref().map(|said| &said.at);
    let at = at.or(item.map(|said| &said.at))?.clone();
    if let Some(said) = item.filter(|said| said.value.field() != field) {
        comparison.troubles.push(Trouble {
            at: said.at.clone(),
            found: said.value.to_string(),
            why: Why::OtherField,
        });
        return None;
    }
    // A blank item says nothing: the one that was aimed at stays, if it is of this field.
    let kept = before
        .and_then(|one| one.item)
        .filter(|item| item.field() == field);
    Some((at, Part::Aim(field, item.map(|said| said.value).or(kept))))
}

/// Gives an objective a part.
pub(super) fn set(objective: &mut Objective, part: &Part) {
    match part {
        Part::Aim(field, item) => (objective.field, objective.item) = (*field, *item),
        Part::Stage(stage) => objective.stage = Some(*stage),
        Part::Description(text) => objective.description.clone_from(text),
        Part::Lead(text) => objective.lead.clone_from(text),
        Part::Start(day) => objective.start = Some(*day),
        Part::Due(day) => objective.due = Some(*day),
        Part::Indicator(text) => objective.indicator.clone_from(text),
        Part::Target(text) => objective.target.clone_from(text),
        Part::Means(text) => objective.means.clone_from(text),
        Part::Status(status) => objective.status = *status,
        Part::Priority(priority) => objective.priority = *priority,
    }
}
