//! Member `identity` of a dossier: what is empty is not written.

use super::{read_choice, read_day, read_text};
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::identity::{CentreKind, Identity, SchoolYear, TEAM_MAX, TEXT_MAX};

/// Writes the member.
pub fn write(identity: &Identity) -> String {
    let Identity {
        school,
        centre,
        centre_name: name_of_centre,
        school_year,
        positioned_on,
        body,
        team,
    } = identity;
    let mut members = Members::default();
    for (name, text) in [
        ("school", school),
        ("centreName", name_of_centre),
        ("body", body),
        ("team", team),
    ] {
        if !text.is_empty() {
            members.set(name, quoted(text));
        }
    }
    if let Some(centre) = centre {
        members.set("centre", quoted(centre_name(*centre)));
    }
    if let Some(year) = school_year {
        members.set("schoolYear", year.start().to_string());
    }
    if let Some(day) = positioned_on {
        members.set("positionedOn", quoted(&day.to_string()));
    }
    members.write()
}

/// How a kind of centre is written, here and in the list of dossiers.
pub fn centre_name(centre: CentreKind) -> &'static str {
    match centre {
        CentreKind::Lycee => "lycee",
        CentreKind::Cfa => "cfa",
        CentreKind::Cfppa => "cfppa",
        CentreKind::Farm => "farm",
        CentreKind::Workshop => "workshop",
        CentreKind::Mfr => "mfr",
        CentreKind::PrivateLycee => "private-lycee",
    }
}

/// Reads the member, as far as it can be read.
pub fn read(raw: &str, left_out: &mut Vec<String>) -> Identity {
    let mut identity = Identity::default();
    let Ok(members) = Members::read(raw) else {
        left_out.push("identity".into());
        return identity;
    };
    for (name, raw) in members.iter() {
        let is_read = match name {
            "school" => read_text(raw, TEXT_MAX, &mut identity.school),
            "centre" => read_choice(centre(raw).map(Some), &mut identity.centre),
            "centreName" => read_text(raw, TEXT_MAX, &mut identity.centre_name),
            "schoolYear" => read_choice(year(raw).map(Some), &mut identity.school_year),
            "positionedOn" => read_day(raw, &mut identity.positioned_on),
            "body" => read_text(raw, TEXT_MAX, &mut identity.body),
            "team" => read_text(raw, TEAM_MAX, &mut identity.team),
            _ => false,
        };
        if !is_read {
            left_out.push(format!("identity/{name}"));
        }
    }
    identity
}

/// Reads a kind of centre.
pub fn centre(raw: &str) -> Option<CentreKind> {
    CentreKind::ALL
        .into_iter()
        .find(|centre| raw == quoted(centre_name(*centre)))
}

fn year(raw: &str) -> Option<SchoolYear> {
    SchoolYear::starting_in(json::number(raw).ok()?.try_into().ok()?)
}
