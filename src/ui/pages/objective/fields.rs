//! The fields of an objective, by the SMART criterion that each of them serves.

use std::rc::Rc;

use leptos::prelude::untrack;

use crate::domain::date::Day;
use crate::domain::school::plan::{
    DESCRIPTION_MAX, LINE_MAX, MEANS_MAX, Objective, ObjectiveId, SmartCriterion,
};
use crate::domain::school::questionnaire::{Item, Stage};
use crate::session::{Session, Watched};
use crate::ui::kit::check::check_box;
use crate::ui::kit::field::{Bound, Label, area, choice, day, line, line_with_offers};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::smart::{letter, state, verdict, verdict_words};
use crate::words::fr;
use crate::words::fr::follow_up as say;

/// The form of one objective. Accessors are plain functions: one closure for all the fields.
#[derive(Clone, Copy)]
pub struct Form {
    /// Where it is kept.
    pub session: Session,
    /// Which objective.
    pub id: ObjectiveId,
    objective: Watched,
}

impl Form {
    /// That of an objective. It lives as long as the view in which it was made.
    pub fn of(session: Session, id: ObjectiveId) -> Self {
        let objective = session.watch_objective(id);
        Self {
            session,
            id,
            objective,
        }
    }

    /// What `read` finds in the objective, while it is there. What reads it runs when this objective changes, and
    /// at nothing else.
    pub fn read<T>(self, read: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.objective.read(read)
    }

    /// Changes one thing of it.
    pub fn set(self, set: impl FnOnce(&mut Objective)) {
        self.session.set_objective(self.id, set);
    }

    /// One field of it, read and written.
    pub fn bound(self, get: fn(&Objective) -> String, set: fn(&mut Objective, String)) -> Bound {
        Bound {
            get: Rc::new(move || self.read(get).unwrap_or_default()),
            set: Rc::new(move |text| self.set(|objective| set(objective, text))),
        }
    }
}

/// One criterion: its letter, whether it is given something, its fields.
pub fn part(form: Form, criterion: SmartCriterion, fields: View) -> View {
    let verdict = move || {
        let today = form.session.today();
        form.read(|objective| verdict(objective, criterion, today))
            .flatten()
    };
    let legend = el_class("legend", "smart__legend")
        .child(letter(criterion))
        .child(el("span").child(criterion.long_name()))
        .dynamic(move || verdict().as_ref().map(verdict_words).into());
    el_class("fieldset", "smart__part")
        .attr_fn("data-state", move || {
            verdict().map(|verdict| state(&verdict).to_owned())
        })
        .child(legend)
        .child(el_class("div", "smart__body").child(fields))
        .view()
}

/// S: what is done, and where.
pub fn specific(form: Form) -> View {
    let questionnaire = form.session.questionnaire;
    let fields = questionnaire.fields().map(|field| {
        (
            field.id.to_string(),
            format!("{} {}", field.id, field.title),
        )
    });
    let field = choice(
        label("goal-field", "Champ d’action", ""),
        fields,
        &form.bound(
            |objective| objective.field.to_string(),
            |objective, chosen| {
                if let Ok(field) = chosen.parse() {
                    objective.field = field;
                }
            },
        ),
    );
    let items = move || {
        let id = untrack(|| form.read(|objective| objective.field));
        let of_field = id.and_then(|id| questionnaire.field(id));
        let name = |item: &Item| (item.id.to_string(), format!("{} {}", item.id, item.title));
        let items = of_field
            .map(|field| field.items.iter().map(name))
            .into_iter()
            .flatten();
        choice(
            label("goal-item", "Item", ""),
            std::iter::once((String::new(), "Tout le champ".to_owned())).chain(items),
            &form.bound(
                |objective| {
                    objective
                        .item
                        .map(|item| item.to_string())
                        .unwrap_or_default()
                },
                |objective, chosen| objective.item = chosen.parse().ok(),
            ),
        )
    };
    let key = move || {
        form.read(|objective| objective.field.to_string())
            .unwrap_or_default()
    };
    let description = area(
        label(
            "goal-description",
            "Ce qui sera fait",
            "Une action, en une phrase que tout le monde comprend.",
        ),
        3,
        DESCRIPTION_MAX,
        &form.bound(
            |objective| objective.description.clone(),
            |objective, text| objective.description = text,
        ),
    );
    View::all([
        description,
        el_class("div", "form-grid")
            .child(field)
            .child(el("div").dynamic_by(key, items))
            .child(stage(form))
            .view(),
    ])
}

/// M: what is measured, and the value to reach.
pub fn measurable(form: Form) -> View {
    let indicator = form.bound(
        |objective| objective.indicator.clone(),
        |objective, text| objective.indicator = text,
    );
    let target = form.bound(
        |objective| objective.target.clone(),
        |objective, text| objective.target = text,
    );
    let current = el_class("p", "smart__current")
        .child("Valeur actuelle\u{a0}: ")
        .text(move || form.read(say::current).unwrap_or_default());
    let fields = el_class("div", "form-grid")
        .child(line(
            label(
                "goal-indicator",
                "Indicateur",
                "Ce qui sera compté ou mesuré.",
            ),
            LINE_MAX,
            &indicator,
        ))
        .child(line(
            label(
                "goal-target",
                "Valeur cible",
                "Par exemple «\u{a0}8 classes sur 10\u{a0}».",
            ),
            LINE_MAX,
            &target,
        ));
    View::all([fields.view(), current.view()])
}

/// Of S: the stage aimed at.
fn stage(form: Form) -> View {
    let stages = Stage::ALL.map(|stage| (stage.to_string(), fr::stage(stage)));
    let bound = form.bound(
        |objective| {
            let stage = objective.stage.map(|stage| stage.to_string());
            stage.unwrap_or_default()
        },
        |objective, chosen| objective.stage = chosen.parse().ok(),
    );
    let none = std::iter::once((String::new(), "Non précisée".to_owned()));
    choice(
        label("goal-stage", "Étape visée", ""),
        none.chain(stages),
        &bound,
    )
}

/// A: whether its writer judges it ambitious and within reach. No other field can tell.
pub fn attainable(form: Form) -> View {
    let is_judged = move || form.read(|objective| objective.is_attainable);
    let judge = check_box(
        move || is_judged().unwrap_or_default(),
        move |is_ticked| form.set(|objective| objective.is_attainable = is_ticked),
    );
    el_class("label", "smart__first")
        .child(judge)
        .child(el("span").child("Nous le jugeons à la fois ambitieux et atteignable"))
        .view()
}

/// R: who leads it, and the means.
pub fn realistic(form: Form) -> View {
    let lead = form.bound(
        |objective| objective.lead.clone(),
        |objective, text| objective.lead = text,
    );
    let known = untrack(|| form.session.known_leads(form.id));
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    let lead = line_with_offers(
        label(
            "goal-lead",
            "Pilote",
            "De préférence une fonction\u{a0}: «\u{a0}Professeur TIM\u{a0}».",
        ),
        LINE_MAX,
        &known,
        &lead,
    );
    let means = area(
        label(
            "goal-means",
            "Moyens humains et financiers",
            "Qui y participe, avec quel temps et quel budget.",
        ),
        2,
        MEANS_MAX,
        &form.bound(
            |objective| objective.means.clone(),
            |objective, text| objective.means = text,
        ),
    );
    View::all([lead, means])
}

/// T: when it starts and when it is due.
pub fn time_bound(form: Form) -> View {
    let start = form.bound(
        |objective| {
            objective
                .start
                .map(|day| day.to_string())
                .unwrap_or_default()
        },
        |objective, text| objective.start = text.parse().ok(),
    );
    let due = form.bound(
        |objective| objective.due.map(|day| day.to_string()).unwrap_or_default(),
        |objective, text| objective.due = text.parse().ok(),
    );
    let said = move |read: fn(&Objective) -> Option<Day>| {
        move || {
            let day = form.read(read).flatten();
            day.map(|day| fr::entry::day(day, form.session.today()))
                .unwrap_or_default()
        }
    };
    el_class("div", "form-grid")
        .child(day(
            label("goal-start", "Début", ""),
            Day::OFFERED,
            &start,
            said(|objective| objective.start),
        ))
        .child(day(
            label("goal-due", "Échéance", ""),
            Day::OFFERED,
            &due,
            said(|objective| objective.due),
        ))
        .view()
}

/// A label, in short.
pub fn label(id: &'static str, name: &'static str, hint: &'static str) -> Label {
    Label { id, name, hint }
}
