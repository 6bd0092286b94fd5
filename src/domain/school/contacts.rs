//! « Contacts »: whom this school turns to, noted once by the school itself. Kept on the device and in
//! files; in a link only where the person asks for it.

use super::answers::at_most;

/// Longest contact of one line, in characters.
pub const LINE_MAX: usize = 200;
/// Longest text about other contacts, in characters.
pub const OTHERS_MAX: usize = 1_000;

/// What a contact is for the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactKind {
    /// « Référent NumEA de l’établissement ».
    SchoolLead,
    /// « DRTIC », of the region.
    Drtic,
    /// « Référent régional ».
    RegionalLead,
    /// « DRAAF-SRFD », or DAAF-SFD overseas.
    DraafSrfd,
    /// « Collectivité territoriale ».
    Authority,
    /// « Maintenance » of the equipment.
    Maintenance,
    /// « Autres contacts »: a free text of several lines.
    Others,
}

impl ContactKind {
    /// Every kind, nearest first, the free text last.
    pub const ALL: [Self; 7] = [
        Self::SchoolLead,
        Self::Drtic,
        Self::RegionalLead,
        Self::DraafSrfd,
        Self::Authority,
        Self::Maintenance,
        Self::Others,
    ];

    /// « DRTIC », « Maintenance » …
    pub fn text(self) -> &'static str {
        match self {
            Self::SchoolLead => "Référent NumEA de l’établissement",
            Self::Drtic => "DRTIC",
            Self::RegionalLead => "Référent régional",
            Self::DraafSrfd => "DRAAF-SRFD ou DAAF-SFD",
            Self::Authority => "Collectivité territoriale",
            Self::Maintenance => "Maintenance",
            Self::Others => "Autres contacts",
        }
    }

    /// Longest text that is kept, in characters.
    pub fn longest(self) -> usize {
        match self {
            Self::SchoolLead
            | Self::Drtic
            | Self::RegionalLead
            | Self::DraafSrfd
            | Self::Authority
            | Self::Maintenance => LINE_MAX,
            Self::Others => OTHERS_MAX,
        }
    }
}

/// « Contacts » of the school, one text of each kind. An empty text says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts([String; ContactKind::ALL.len()]);

impl Contacts {
    /// What was noted of this kind; empty where nothing was.
    pub fn get(&self, kind: ContactKind) -> &str {
        self.0.get(kind as usize).map_or("", String::as_str)
    }

    /// Notes a contact, cut to [`ContactKind::longest`].
    pub fn set(&mut self, kind: ContactKind, text: &str) {
        if let Some(noted) = self.0.get_mut(kind as usize) {
            *noted = at_most(text, kind.longest());
        }
    }

    /// Whether nothing was noted.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// What was noted, with its kind, nearest first.
    pub fn filled(&self) -> impl Iterator<Item = (ContactKind, &str)> {
        ContactKind::ALL
            .into_iter()
            .map(|kind| (kind, self.get(kind)))
            .filter(|(_, text)| !text.trim().is_empty())
    }

    /// The one contact that was typed since `before`; `None` where none or more than one changed.
    pub fn typed_since(&self, before: &Self) -> Option<ContactKind> {
        let mut typed = ContactKind::ALL
            .into_iter()
            .filter(|kind| self.get(*kind) != before.get(*kind));
        match (typed.next(), typed.next()) {
            (Some(only), None) => Some(only),
            (Some(_) | None, _) => None,
        }
    }
}
