//! The school's own contacts: a form, and on paper what was noted.

use std::rc::Rc;

use leptos::prelude::untrack;

use crate::domain::school::contacts::ContactKind;
use crate::domain::school::dossier::Change;
use crate::session::Session;
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::view::{Element, View, el, el_class};

/// The school's own contacts.
pub fn contacts(session: Session) -> View {
    let hint = "Notez un service, une fonction, un téléphone ou une adresse professionnelle. Ces contacts restent sur \
        cet appareil et dans vos sauvegardes\u{202f}; un lien ne les montre que si vous le demandez.";
    let form = el_class("div", "contacts__form")
        .children(ContactKind::ALL.map(|kind| field(session, kind).view()));
    el_class("div", "contacts")
        .attr("role", "group")
        .attr("aria-labelledby", "h-contacts")
        .attr_fn("data-blank", move || {
            session
                .read(|dossier| dossier.contacts.filled().next().is_none())
                .then(String::new)
        })
        .child(
            el("h3")
                .attr("id", "h-contacts")
                .child("Les contacts de votre établissement"),
        )
        .child(el_class("p", "contacts__hint hint").child(hint))
        .child(form)
        .child(el_class("dl", "contacts__paper").dynamic(move || on_paper(session)))
        .view()
}

fn field(session: Session, kind: ContactKind) -> Element {
    let id = format!("contact-{}", kind as u8);
    let (tag, rows, lines) = match kind {
        ContactKind::SchoolLead
        | ContactKind::Drtic
        | ContactKind::RegionalLead
        | ContactKind::DraafSrfd
        | ContactKind::Authority
        | ContactKind::Maintenance => ("input", None, Lines::One),
        ContactKind::Others => ("textarea", Some("3"), Lines::Several),
    };
    let bound = Bound {
        get: Rc::new(move || session.read(|dossier| dossier.contacts.get(kind).to_owned())),
        set: Rc::new(move |text| {
            let mut contacts = untrack(|| session.read(|dossier| dossier.contacts.clone()));
            contacts.set(kind, &text);
            session.apply(Change::SetContacts(contacts));
        }),
    };
    let input = el_class(tag, "input")
        .attr("id", &id)
        .attr_if("rows", rows)
        .attr("autocomplete", "off");
    let (input, sentence) = entry::text(input, (&id, ""), (lines, kind.longest()), &bound);
    let label = el_class("label", "form-field__label")
        .attr("for", &id)
        .child(kind.text());
    el_class("div", "form-field")
        .child(label)
        .child(input)
        .child(sentence)
}

/// What was noted: a field cuts a long line, paper must not.
fn on_paper(session: Session) -> View {
    session.read(|dossier| {
        let noted = dossier.contacts.filled().map(|(kind, text)| {
            el("div")
                .child(el("dt").child(kind.text()))
                .child(el("dd").child(text))
                .view()
        });
        View::all(noted)
    })
}
