//! The five SMART criteria: what an objective gives to each, and annex 1 of the source.

use crate::domain::date::Day;
use crate::domain::school::plan::{ANNEX, Objective, SmartCriterion, Verdict, check};
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr::{plural, smart as say};

/// « SMART : 4 critères sur 5 », and what each still asks for.
pub fn smart_check(objective: &Objective, today: Day) -> View {
    let verdicts = check(objective, today);
    let met = verdicts.iter().filter(|one| one.advice.is_none()).count();
    let met = plural(met, "critère", "critères");
    let entry = |verdict: &Verdict| {
        let words = el("span")
            .child(el("b").child(verdict.criterion.long_name()))
            .child(" ")
            .child(verdict_words(verdict));
        el("li")
            .attr("data-state", state(verdict))
            .child(letter(verdict.criterion))
            .child(words)
            .view()
    };
    View::all([
        el("h2")
            .attr("id", "h-smart")
            .child(format!("SMART\u{a0}: {met} sur\u{a0}5"))
            .view(),
        el_class("ul", "smart-check__list")
            .children(verdicts.iter().map(entry))
            .view(),
    ])
}

/// The letter of a criterion in its circle.
pub fn letter(criterion: SmartCriterion) -> View {
    el_class("span", "smart__letter")
        .attr("aria-hidden", "true")
        .child(criterion.letter().to_string())
        .view()
}

/// What an objective gives to this criterion.
pub fn verdict(objective: &Objective, criterion: SmartCriterion, today: Day) -> Option<Verdict> {
    check(objective, today)
        .into_iter()
        .find(|verdict| verdict.criterion == criterion)
}

/// « ok » or « todo », for the style.
pub fn state(verdict: &Verdict) -> &'static str {
    match verdict.advice {
        None => "ok",
        Some(_) => "todo",
    }
}

/// « Renseigné », or what to write next.
pub fn verdict_words(verdict: &Verdict) -> View {
    let (sign, words) = match verdict.advice {
        None => (Some(Icon::TICK), "Renseigné".to_owned()),
        Some(advice) => (None, say::advice(advice)),
    };
    el_class("span", "smart__state")
        .attr("data-state", state(verdict))
        .child(sign.map(icon))
        .child(el("span").child(words))
        .view()
}

/// Annex 1 of the source, with the other wording of its user guide beside each criterion.
pub fn annex() -> View {
    let entry = |criterion: SmartCriterion| {
        let (long, short) = (criterion.long_name(), criterion.short_name());
        let other =
            (long != short).then(|| format!(" (mode d’emploi\u{a0}: «\u{a0}{short}\u{a0}»)"));
        el("li")
            .child(letter(criterion))
            .child(
                el("span")
                    .child(el("b").child(long))
                    .child(other.map(View::from))
                    .child(format!("\u{a0}: {}.", criterion.explanation())),
            )
            .view()
    };
    let text = el_class("div", "smart-annex")
        .children(ANNEX.map(|sentence| el("p").child(sentence).view()))
        .child(el_class("ul", "smart-check__list").children(SmartCriterion::ALL.map(entry)));
    disclosure(
        "Les cinq critères SMART (annexe\u{a0}1 du document)",
        "",
        text,
    )
}
