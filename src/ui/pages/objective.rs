//! One objective: a form that follows the five SMART criteria, checked as one writes. Every change is
//! kept at once, as everywhere.

use std::rc::Rc;

use leptos::prelude::untrack;

use crate::browser::dom;
use crate::domain::date::Day;
use crate::domain::dossier::Change;
use crate::domain::plan::{
    DESCRIPTION_MAX, LINE_MAX, MEANS_MAX, Objective, ObjectiveId, Priority, SmartCriterion, Status,
};
use crate::domain::questionnaire::{Item, Stage};
use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::components::marks::stage_badge;
use crate::ui::components::smart::{annex, letter, smart_check, state, verdict, verdict_words};
use crate::ui::fr;
use crate::ui::kit::check::check_box;
use crate::ui::kit::field::{Bound, Label, area, choice, day, line};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, dynamic_by, el, el_class};
use crate::ui::pages::{heading, screen};

/// The form of an objective, or the news that it is not there any more.
pub fn objective(session: Session, id: ObjectiveId) -> View {
    let is_there = move || session.objective(id, |_| ()).is_some();
    dynamic_by(
        move || is_there().to_string(),
        move || {
            let page = screen("page goal");
            if untrack(is_there) {
                page.child(head()).child(form(Form { session, id })).view()
            } else {
                page.child(gone()).view()
            }
        },
    )
}

fn to_schedule() -> Element {
    el("a").attr("href", &Route::Objectives.to_string())
}

fn head() -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Objectif"))
        .child(el_class("p", "hint").child(
            "Les cinq critères SMART, vérifiés pendant la saisie. Rien n’est obligatoire\u{a0}: un objectif se complète au fil \
             des réunions.",
        ));
    let back = to_schedule()
        .attr("class", "btn")
        .child(icon(Icon::BACK))
        .child("Retour à l’échéancier");
    el_class("header", "page-head")
        .child(text)
        .child(back)
        .view()
}

fn gone() -> View {
    el_class("div", "page-head__text")
        .child(heading("Cet objectif n’existe pas"))
        .child(el("p").child(
            "Il a été supprimé, ou l’adresse est celle d’un autre appareil. Une suppression récente s’annule avec le bouton \
             d’annulation, en haut de la page.",
        ))
        .child(
            to_schedule()
                .attr("class", "btn")
                .child("Aller à l’échéancier"),
        )
        .view()
}

/// The form of one objective. Accessors are plain functions: one closure for all the fields.
#[derive(Clone, Copy)]
struct Form {
    session: Session,
    id: ObjectiveId,
}

impl Form {
    fn read<T>(self, read: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.session.objective(self.id, read)
    }

    fn bound(self, get: fn(&Objective) -> String, set: fn(&mut Objective, String)) -> Bound {
        Bound {
            get: Rc::new(move || self.read(get).unwrap_or_default()),
            set: Rc::new(move |text| {
                self.session
                    .set_objective(self.id, |objective| set(objective, text));
            }),
        }
    }
}

fn form(form: Form) -> View {
    let parts = el_class("form", "card smart")
        .on("submit", |event: dom::Event| event.prevent_default())
        .child(origin(form))
        .child(part(form, SmartCriterion::Specific, specific(form)))
        .child(part(form, SmartCriterion::Measurable, measurable(form)))
        .child(part(form, SmartCriterion::Attainable, attainable(form)))
        .child(part(form, SmartCriterion::Realistic, realistic(form)))
        .child(part(form, SmartCriterion::TimeBound, time_bound(form)))
        .child(follow_up(form))
        .child(buttons(form));
    let checked = el_class("aside", "card smart-check")
        .attr("aria-labelledby", "h-smart")
        .dynamic(move || form.read(smart_check).into())
        .child(annex());
    el_class("div", "goal__grid")
        .child(parts)
        .child(checked)
        .view()
}

/// One criterion: its letter, whether it is given something, its fields.
fn part(form: Form, criterion: SmartCriterion, fields: View) -> View {
    let verdict = move || {
        form.read(|objective| verdict(objective, criterion))
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

/// The statement aimed at, in the source's words, where an item and a stage are chosen.
fn origin(form: Form) -> View {
    let aim = move || {
        form.read(|objective| objective.item.zip(objective.stage))
            .flatten()
    };
    let quote = move || {
        let shown = untrack(aim).and_then(|(item, stage)| {
            let statement = form.session.questionnaire.statement(item, stage)?;
            let title =
                fr::planning::aim(&form.read(Objective::clone)?, form.session.questionnaire);
            let text = el_class("div", "smart__origin")
                .attr("data-stage", &stage.to_string())
                .child(el_class("p", "small").child(format!("Énoncé visé\u{a0}: {title}")))
                .child(
                    el("blockquote")
                        .child(stage_badge(stage))
                        .child(el("span").child(statement.text())),
                );
            Some(text.view())
        });
        shown.into()
    };
    dynamic_by(
        move || aim().map_or_else(String::new, |(item, stage)| format!("{item}/{stage}")),
        quote,
    )
}

fn specific(form: Form) -> View {
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
            .view(),
    ])
}

fn measurable(form: Form) -> View {
    let indicator = form.bound(
        |objective| objective.indicator.clone(),
        |objective, text| objective.indicator = text,
    );
    let target = form.bound(
        |objective| objective.target.clone(),
        |objective, text| objective.target = text,
    );
    el_class("div", "form-grid")
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
        ))
        .view()
}

fn attainable(form: Form) -> View {
    let stages = Stage::ALL.map(|stage| (stage.to_string(), fr::stage(stage)));
    let stage = form.bound(
        |objective| {
            objective
                .stage
                .map(|stage| stage.to_string())
                .unwrap_or_default()
        },
        |objective, chosen| objective.stage = chosen.parse().ok(),
    );
    let lead = form.bound(
        |objective| objective.lead.clone(),
        |objective, text| objective.lead = text,
    );
    el_class("div", "form-grid")
        .child(line(
            label(
                "goal-lead",
                "Pilote",
                "De préférence une fonction\u{a0}: «\u{a0}Professeur TIM\u{a0}».",
            ),
            LINE_MAX,
            &lead,
        ))
        .child(choice(
            label("goal-stage", "Étape visée", ""),
            std::iter::once((String::new(), "Non précisée".to_owned())).chain(stages),
            &stage,
        ))
        .view()
}

fn realistic(form: Form) -> View {
    area(
        label("goal-means", "Moyens humains et financiers", ""),
        2,
        MEANS_MAX,
        &form.bound(
            |objective| objective.means.clone(),
            |objective, text| objective.means = text,
        ),
    )
}

fn time_bound(form: Form) -> View {
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
        move || form.read(read).flatten().map(Day::text).unwrap_or_default()
    };
    let warning = move || {
        let is_upside_down = form
            .read(Objective::ends_before_it_starts)
            .unwrap_or_default();
        if is_upside_down {
            "L’échéance est avant le début.".to_owned()
        } else {
            said(|objective| objective.due)()
        }
    };
    el_class("div", "form-grid")
        .child(day(
            label("goal-start", "Début", ""),
            &start,
            said(|objective| objective.start),
        ))
        .child(day(label("goal-due", "Échéance", ""), &due, warning))
        .view()
}

/// How far it is, and whether it comes first.
fn follow_up(form: Form) -> View {
    let statuses = Status::ALL.map(|status| (status.text().to_owned(), status.text().to_owned()));
    let status = form.bound(
        |objective| objective.status.text().to_owned(),
        |objective, chosen| {
            let status = Status::ALL
                .into_iter()
                .find(|status| status.text() == chosen);
            objective.status = status.unwrap_or(objective.status);
        },
    );
    let is_first = move || form.read(|objective| objective.priority == Priority::High);
    let first = check_box(
        move || is_first().unwrap_or_default(),
        move |is_ticked| {
            form.session.set_objective(form.id, |objective| {
                objective.priority = if is_ticked {
                    Priority::High
                } else {
                    Priority::Usual
                };
            });
        },
    );
    el_class("div", "form-grid smart__extra")
        .child(choice(label("goal-status", "État", ""), statuses, &status))
        .child(
            el_class("label", "smart__first")
                .child(first)
                .child(el("span").child("Objectif prioritaire")),
        )
        .view()
}

fn buttons(form: Form) -> View {
    let delete = move |_| {
        form.session.apply(Change::DeleteObjective(form.id));
        form.session.go(Route::Objectives);
    };
    let done = to_schedule()
        .attr("class", "btn")
        .attr("data-kind", "primary")
        .child("Voir l’échéancier")
        .child(icon(Icon::NEXT));
    let delete = el_class("button", "btn")
        .attr("type", "button")
        .attr("data-kind", "quiet")
        .on("click", delete)
        .child(icon(Icon::CLOSE))
        .child("Supprimer cet objectif");
    el_class("div", "btn-row").child(done).child(delete).view()
}

fn label(id: &'static str, name: &'static str, hint: &'static str) -> Label {
    Label { id, name, hint }
}
