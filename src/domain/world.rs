//! The dossiers of one browser are closed worlds: the stores, the pen and the channel of each have names of their own. Whatever
//! versions before there were several wrote is the world of the first one, as it is.

use super::checksum::hexadecimal;

/// What a dossier of this browser is known by: eight hexadecimal digits, of which those of the first are all 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DossierId(u32);

impl DossierId {
    /// The dossier of whoever has one only.
    pub const FIRST: Self = Self(0);

    /// The id that this text is.
    pub fn read(text: &str) -> Option<Self> {
        let mut number = 0;
        for letter in text.bytes() {
            let digit = match letter {
                b'0'..=b'9' => letter - b'0',
                b'a'..=b'f' => letter - b'a' + 10,
                _ => return None,
            };
            number = number << 4 | u32::from(digit);
        }
        // The last number is the list's.
        (text.len() == 8 && number != World::LIBRARY.0).then_some(Self(number))
    }

    /// The id as text.
    pub fn text(self) -> String {
        hexadecimal(self.0)
    }
}

/// What has stores of its own: a dossier, with its copies, years, answers of the team and settings; or the list of the dossiers.
/// One number: each page has it in hand wherever it reads or writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct World(u32);

impl World {
    /// The world of the first dossier, and of what belongs to the device: the theme, the drafts of who answers alone.
    pub const FIRST: Self = Self(0);

    /// The world of the list.
    pub const LIBRARY: Self = Self(u32::MAX);

    /// The world of a dossier.
    pub fn of(id: DossierId) -> Self {
        Self(id.0)
    }

    /// What its keys in localStorage and its lock begin with, before a colon, and its channel is called. No name is the
    /// beginning of another with that colon.
    pub fn name(self) -> String {
        self.named(["numea:v1", "numea:v1@", "numea:centres"])
    }

    /// What its database is called.
    pub fn database(self) -> String {
        self.named(["numea", "numea:", "numea-centres"])
    }

    fn named(self, [first, other, library]: [&str; 3]) -> String {
        match self {
            Self::FIRST => first.to_owned(),
            Self::LIBRARY => library.to_owned(),
            Self(number) => [other, &hexadecimal(number)].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_dossier_is_where_every_earlier_version_kept_it() {
        assert_eq!(World::FIRST.name(), "numea:v1");
        assert_eq!(World::FIRST.database(), "numea");
        assert_eq!(DossierId::read("00000000"), Some(DossierId::FIRST));
    }

    #[test]
    fn no_world_holds_the_keys_of_another() {
        let other = DossierId::read("1f2e3d4c").map(World::of);
        let worlds = [Some(World::FIRST), other, Some(World::LIBRARY)].map(Option::unwrap);
        for one in worlds {
            for another in worlds.into_iter().filter(|world| *world != one) {
                let start = [one.name().as_str(), ":"].concat();
                assert!(!another.name().starts_with(&start), "{start}");
                assert_ne!(one.database(), another.database());
            }
        }
    }

    #[test]
    fn an_id_is_eight_small_hexadecimal_digits_and_nothing_else() {
        for text in [
            "",
            "1",
            "1F2E3D4C",
            "1f2e3d4g",
            "1f2e3d4c5",
            "é2e3d4c",
            ":2e3d4c1",
        ] {
            assert_eq!(DossierId::read(text), None, "{text}");
        }
        let id = DossierId::read("1f2e3d4c").unwrap();
        assert_eq!(id.text(), "1f2e3d4c");
    }
}
