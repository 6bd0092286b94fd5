//! A respondent's draft as her device keeps it, format 1: one line, `1 <edits> <sent> <changed> <chosen> <code>`. The code is
//! that of a contribution (`super::contribution`) as it would be sent; `changed` and `chosen` are 0 or 1, the second of the
//! role, in whose place a code of a draft without one has « enseignants ».

use super::contribution::{read_contribution, write_contribution};
use crate::domain::checksum::checksum;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::{Contribution, Draft, Invitation, Role};

/// The version, first on the line.
const VERSION: &str = "1";

/// Where the draft of an invitation is kept: `draft:<crc of its code>`.
pub fn key(invitation_code: &str) -> String {
    ["draft:", &checksum(invitation_code)].concat()
}

/// The line.
pub fn write_draft(draft: &Draft, questionnaire: &Questionnaire) -> String {
    let code = write_contribution(&draft.contribution(None, &Role::Teachers), questionnaire);
    let Draft {
        id: _,
        role,
        fields: _,
        answers: _,
        sent,
        is_changed,
        edits,
    } = draft;
    let flag = |is_so: bool| u8::from(is_so).to_string();
    [
        VERSION,
        &edits.to_string(),
        &sent.to_string(),
        &flag(*is_changed),
        &flag(role.is_some()),
        &code,
    ]
    .join(" ")
}

/// The draft of a line; `None` where it is none, or answers another invitation.
pub fn read_draft(
    line: &str,
    invitation: &Invitation,
    questionnaire: &Questionnaire,
) -> Option<Draft> {
    let mut parts = line.split(' ');
    let is_ours = parts.next()? == VERSION;
    let edits = parts.next()?.parse().ok()?;
    let sent = parts.next()?.parse().ok()?;
    let is_changed = flag(parts.next()?)?;
    let is_chosen = flag(parts.next()?)?;
    let Contribution {
        id,
        revision: _,
        role,
        answered_on: _,
        fields,
        answers,
        earlier: _,
    } = read_contribution(parts.next()?, questionnaire).ok()?;
    let role = is_chosen.then_some(role);
    let is_asked = invitation.role.is_none() || invitation.role == role;
    let is_whole = is_ours && parts.next().is_none() && fields == invitation.fields && is_asked;
    is_whole.then_some(Draft {
        id,
        role,
        fields,
        answers,
        sent,
        is_changed,
        edits,
    })
}

fn flag(word: &str) -> Option<bool> {
    match word {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}
