//! Member `contacts` of a dossier: one text for each kind; what is empty is not written.

use super::read_text;
use crate::domain::json::{Members, quoted};
use crate::domain::school::contacts::{ContactKind, Contacts};

/// Writes the member.
pub fn write(contacts: &Contacts) -> String {
    let mut members = Members::default();
    for kind in ContactKind::ALL {
        let text = contacts.get(kind);
        if !text.is_empty() {
            members.set(kind_name(kind), quoted(text));
        }
    }
    members.write()
}

fn kind_name(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::SchoolLead => "schoolLead",
        ContactKind::Drtic => "drtic",
        ContactKind::RegionalLead => "regionalLead",
        ContactKind::DraafSrfd => "draafSrfd",
        ContactKind::Authority => "authority",
        ContactKind::Maintenance => "maintenance",
        ContactKind::Others => "others",
    }
}

/// Reads the member, as far as it can be read.
pub fn read(raw: &str, left_out: &mut Vec<String>) -> Contacts {
    let mut contacts = Contacts::default();
    let Ok(members) = Members::read(raw) else {
        left_out.push("contacts".into());
        return contacts;
    };
    for (name, raw) in members.iter() {
        let kind = ContactKind::ALL
            .into_iter()
            .find(|kind| kind_name(*kind) == name);
        let is_read = kind.is_some_and(|kind| {
            let mut text = String::new();
            let is_whole = read_text(raw, kind.longest(), &mut text);
            contacts.set(kind, &text);
            is_whole
        });
        if !is_read {
            left_out.push(format!("contacts/{name}"));
        }
    }
    contacts
}
