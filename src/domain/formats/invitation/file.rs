//! An invitation as a file, for what is too long for a link: `{format: "numea-invitation", version: 1, code}`, the code being
//! the one that a link would have. It holds the invitation and its questionnaire.

use super::CODE_MAX;
use crate::domain::formats::file::{FileError, content};
use crate::domain::json::{self, Members, indented, quoted};

const FORMAT: &str = "numea-invitation";
const VERSION: u64 = 1;

/// The file of an invitation, from its code.
pub fn write_invitation_file(code: &str) -> String {
    let mut members = Members::default();
    members.set("format", quoted(FORMAT));
    members.set("version", VERSION.to_string());
    members.set("code", quoted(code));
    indented(&members.write())
}

/// The code in a file; `None` where it is no file of an invitation.
///
/// # Errors
/// Where it is one, and is damaged or of a newer version. What the code says is another matter.
pub fn read_invitation_file(text: &str) -> Option<Result<String, FileError>> {
    let members = Members::read(content(text).ok()?).ok()?;
    (members.get("format") == Some(quoted(FORMAT).as_str())).then_some(())?;
    let version = members.get("version").map(json::number);
    Some(match version {
        Some(Ok(VERSION)) => {
            let code = members.get("code").map(json::string);
            let code = code.and_then(Result::ok);
            code.filter(|code| !code.is_empty() && code.len() <= CODE_MAX)
                .ok_or(FileError::Damaged)
        }
        Some(Ok(newer)) if newer > VERSION => Err(FileError::Newer(newer)),
        Some(_) | None => Err(FileError::Damaged),
    })
}

/// « invitation-numea-lycee-du-val-2026-11-23.json ».
pub fn invitation_file_name(name: &str) -> String {
    ["invitation-", name].concat()
}
