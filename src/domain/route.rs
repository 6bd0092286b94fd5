//! Addresses of the screens: what follows the `#`. They are written into links that people keep, so
//! an address that was once valid stays valid.

use std::fmt;
use std::str::FromStr;

use super::questionnaire::{FieldId, ItemId, Stage, StatementId};

/// One screen, and where on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`: what the tool is, where one was.
    Home,
    /// `#/questionnaire/1.1`: one field.
    Field(FieldId),
    /// `#/questionnaire/1.1.3`: one item of a field.
    Item(ItemId),
    /// `#/questionnaire/1.1.3/2`: one statement.
    Statement(StatementId),
    /// `#/positionnement`: figures, chart, matrix.
    Positioning,
    /// `#/partage`: the link to give, and what one receives.
    Sharing,
    /// `#/r/<code>`: a positioning received as a link. The code stays in the address bar.
    Received,
    /// `#/fichier`: a dossier opened from a file or a kept copy, to be read. It is in memory only.
    Opened,
    /// `#/aide`: how it works, who can help, the source.
    Help,
}

impl Route {
    /// The route of this address, if it is one. No address at all is home.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        match path.strip_prefix('/').unwrap_or(path) {
            "" => Some(Self::Home),
            "positionnement" => Some(Self::Positioning),
            "partage" => Some(Self::Sharing),
            "fichier" => Some(Self::Opened),
            "aide" => Some(Self::Help),
            code if code.starts_with("r/") => Some(Self::Received),
            other => Self::in_questionnaire(other.strip_prefix("questionnaire/")?),
        }
    }

    fn in_questionnaire(place: &str) -> Option<Self> {
        if let Some((item, stage)) = place.split_once('/') {
            let (item, stage) = (item.parse().ok()?, Stage::from_str(stage).ok()?);
            return Some(Self::Statement(StatementId { item, stage }));
        }
        let item = place.parse().map(Self::Item);
        item.or_else(|_| place.parse().map(Self::Field)).ok()
    }

    /// The field that is shown, if the screen is one of the questionnaire's.
    pub fn field(self) -> Option<FieldId> {
        match self {
            Self::Field(field) => Some(field),
            Self::Item(item) => Some(item.field()),
            Self::Statement(statement) => Some(statement.item.field()),
            Self::Home
            | Self::Positioning
            | Self::Sharing
            | Self::Received
            | Self::Opened
            | Self::Help => None,
        }
    }

    /// Whether the screen shows somebody else's work, or an older state of one's own: one does not
    /// come back to it at the next start, nothing is written for it and nothing is undone on it.
    pub fn is_visit(self) -> bool {
        match self {
            Self::Received | Self::Opened => true,
            Self::Home
            | Self::Field(_)
            | Self::Item(_)
            | Self::Statement(_)
            | Self::Positioning
            | Self::Sharing
            | Self::Help => false,
        }
    }

    /// The same screen, without the place on it.
    pub fn screen(self) -> Self {
        self.field().map_or(self, Self::Field)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Field(field) => write!(f, "#/questionnaire/{field}"),
            Self::Item(item) => write!(f, "#/questionnaire/{item}"),
            Self::Statement(statement) => write!(f, "#/questionnaire/{statement}"),
            Self::Positioning => f.write_str("#/positionnement"),
            Self::Sharing => f.write_str("#/partage"),
            Self::Received => f.write_str("#/r/"),
            Self::Opened => f.write_str("#/fichier"),
            Self::Help => f.write_str("#/aide"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_back() {
        for hash in [
            "#/",
            "#/questionnaire/1.1",
            "#/questionnaire/2.3.2",
            "#/questionnaire/1.1.3/2",
            "#/positionnement",
            "#/partage",
            "#/fichier",
            "#/aide",
        ] {
            assert_eq!(
                Route::from_hash(hash).map(|r| r.to_string()).as_deref(),
                Some(hash)
            );
        }
        assert_eq!(Route::from_hash("#/r/abc"), Some(Route::Received));
        assert_eq!(Route::from_hash(""), Some(Route::Home));
        assert_eq!(Route::from_hash("#"), Some(Route::Home));
        for hash in [
            "#/x",
            "#contenu",
            "#/questionnaire",
            "#/questionnaire/1.1.1/4",
            "#/aide/",
        ] {
            assert_eq!(Route::from_hash(hash), None, "{hash}");
        }
    }
}
