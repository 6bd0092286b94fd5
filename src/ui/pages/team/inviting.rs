//! « Inviter à répondre »: what is asked, of whom, and the link to give.

use leptos::prelude::*;
use std::rc::Rc;

use super::giving::giving;
use crate::domain::formats::sender::name_to_give;
use crate::domain::school::questionnaire::{ActionField, FieldId, Part};
use crate::domain::school::team::{Invitation, OWN_ROLE_MAX, Role, SCHOOL_MAX};
use crate::session::Session;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::check::check_box;
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::late::trouble;
use crate::ui::shared::share_card::card;
use crate::words::fr::answering as say;
use crate::words::fr::{inviting as words, planning};

/// The part of the questionnaire that is about the teams: what its people say of it counts most.
const OF_THE_TEAM: u8 = 2;

/// What the invitation will say. Nothing of it is kept: an invitation is its link.
#[derive(Clone, Copy)]
struct Making {
    session: Session,
    fields: RwSignal<Vec<FieldId>>,
    role: RwSignal<Option<Role>>,
    school: RwSignal<String>,
}

impl Making {
    fn invitation(&self) -> Invitation {
        let chosen = self.fields.get();
        let fields = self.session.questionnaire.fields().map(|field| field.id);
        Invitation {
            fields: fields.filter(|field| chosen.contains(field)).collect(),
            role: self.role.get(),
            school: name_to_give(&self.school.get()),
        }
    }
}

/// The card.
pub fn inviting(session: Session) -> View {
    let of_the_team = session.questionnaire.fields();
    let of_the_team = of_the_team.filter(|field| field.id.part() == OF_THE_TEAM);
    let making = Making {
        session,
        fields: RwSignal::new(of_the_team.map(|field| field.id).collect()),
        role: RwSignal::new(None),
        school: RwSignal::new(untrack(|| {
            session.read(|own| name_to_give(&planning::school(&own.identity)))
        })),
    };
    let is_empty = move || making.fields.with(Vec::is_empty);
    card("h-invite", "Inviter à répondre")
        .child(el("p").child(
            "Chaque personne répond seule, sur son appareil, sans donner son nom, puis vous remet son code. L’invitation fige ce qui est \
             demandé.",
        ))
        .child(own_questionnaire(session))
        .child(unlocked(|| fields(making)))
        .child(unlocked(|| role(making)))
        .child(unlocked(|| school(making)))
        .child(el_class("div", "stack").dynamic_by(
            move || is_empty().to_string(),
            move || {
                if is_empty() {
                    trouble("Cochez au moins un champ à demander.")
                } else {
                    giving(making.session, move || making.invitation())
                }
            },
        ))
        .view()
}

/// That other questions than the official ones go along.
fn own_questionnaire(session: Session) -> Option<View> {
    let is_own = !session.questionnaire.is_official();
    is_own.then(|| callout(Tone::Info, el("p").child(words::TRAVELS).view()))
}

fn fields(making: Making) -> View {
    let part = |part: &'static Part| {
        let about = if part.number == OF_THE_TEAM {
            "C’est la partie des équipes\u{a0}: les réponses individuelles y sont les plus utiles."
        } else {
            "C’est la partie de l’établissement\u{a0}: la direction en sait souvent le plus."
        };
        let fields = part
            .fields
            .iter()
            .map(move |field| field_box(making, field));
        el_class("fieldset", "choices")
            .child(
                el_class("legend", "form-field__label")
                    .child(format!("Partie {} – {}", part.number, part.title)),
            )
            .child(el_class("p", "form-field__hint").child(about))
            .children(fields)
            .view()
    };
    View::all(making.session.questionnaire.parts.iter().map(part))
}

fn field_box(making: Making, field: &'static ActionField) -> View {
    let id = field.id;
    let is_on = move || making.fields.with(|fields| fields.contains(&id));
    let changed = move |is_ticked: bool| {
        making.fields.update(|fields| {
            fields.retain(|field| *field != id);
            if is_ticked {
                fields.push(id);
            }
        });
    };
    el_class("label", "pill")
        .child(check_box(is_on, changed).attr("data-ask", &id.to_string()))
        .child(format!("{id} {}", field.title))
        .view()
}

fn role(making: Making) -> View {
    let is_own = RwSignal::new(false);
    let radio = move |word: String, is_on: Rc<dyn Fn() -> bool>, choose: Rc<dyn Fn()>| {
        let radio = el_class("input", "check")
            .attr("type", "radio")
            .attr("name", "invited-role")
            .flag("checked", move || is_on())
            .on("change", move |_| choose());
        el_class("label", "pill").child(radio).child(word).view()
    };
    let choose = move |role: Option<Role>| {
        is_own.set(false);
        making.role.set(role);
    };
    let open = radio(
        "La personne choisit".to_owned(),
        Rc::new(move || !is_own.get() && making.role.with(Option::is_none)),
        Rc::new(move || choose(None)),
    );
    let named = Role::NAMED.map(|role| {
        let (word, chosen) = (say::role(&role), role.clone());
        radio(
            word,
            Rc::new(move || {
                !is_own.get() && making.role.with(|role| role.as_ref() == Some(&chosen))
            }),
            Rc::new(move || choose(Some(role.clone()))),
        )
    });
    let other = radio(
        "Autre".to_owned(),
        Rc::new(move || is_own.get()),
        Rc::new(move || {
            is_own.set(true);
            making.role.set(None);
        }),
    );
    let words = move || is_own.get().then(|| own_role(making)).into();
    el_class("fieldset", "choices")
        .child(el_class("legend", "form-field__label").child("Au titre de"))
        .child(open)
        .children(named)
        .child(other)
        .dynamic_by(move || is_own.get().to_string(), words)
        .view()
}

fn own_role(making: Making) -> View {
    let typed = RwSignal::new(String::new());
    let set = move |text: String| {
        making.role.set(Role::own(&text));
        typed.set(text);
    };
    let hint = "Une fonction, pas un nom. Laissé vide, la personne choisit.";
    text_field(
        ("invited-own", "En quelques mots", hint),
        OWN_ROLE_MAX,
        typed,
        set,
    )
}

fn school(making: Making) -> View {
    let typed = making.school;
    let hint = "Affiché en tête de l’invitation. Peut rester vide.";
    text_field(
        ("invited-school", "Nom de l’établissement", hint),
        SCHOOL_MAX,
        typed,
        move |text| typed.set(text),
    )
}

fn text_field(
    (id, label, hint): (&'static str, &str, &str),
    max: usize,
    typed: RwSignal<String>,
    set: impl Fn(String) + 'static,
) -> View {
    let hint_id = [id, "-hint"].concat();
    let bound = Bound {
        get: Rc::new(move || typed.get()),
        set: Rc::new(set),
    };
    let input = unlocked(|| el_class("input", "input"))
        .attr("id", id)
        .attr("type", "text")
        .attr("autocomplete", "off");
    let (input, sentence) = entry::text(input, (id, &hint_id), (Lines::One, max), &bound);
    el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", id)
                .child(label),
        )
        .child(input)
        .child(sentence)
        .child(
            el_class("p", "form-field__hint")
                .attr("id", &hint_id)
                .child(hint),
        )
        .view()
}
