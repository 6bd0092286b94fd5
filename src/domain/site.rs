//! What the host of the page says of itself, in a file that it keeps beside the page: who publishes, whom to
//! turn to. Every text is the host's own; none is needed for the page to work.

use crate::domain::school::answers::at_most;
use crate::domain::web_address::is_web_address;

/// Longest text of the host, in characters.
pub const TEXT_MAX: usize = 300;
/// Most regional contacts.
pub const REGIONAL_MAX: usize = 40;

/// Most questionnaires that the host publishes.
pub const QUESTIONNAIRES_MAX: usize = 12;
/// Longest address of one, in characters.
const FILE_MAX: usize = 200;

/// A questionnaire that the host publishes beside the page, a region's own for instance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// How the host calls it.
    pub title: String,
    /// Its file, as [`is_beside`] says.
    pub file: String,
}

/// Something that the host says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFact {
    /// « Éditeur »: who answers for the page: name, address, telephone.
    Publisher,
    /// « Directeur ou directrice de la publication ».
    Director,
    /// « Hébergeur » of the files: name, address, telephone.
    Host,
    /// Whom to tell what keeps one out of the page.
    AccessibilityContact,
    /// Whom to ask about personal data, the data protection officer for instance.
    DataContact,
}

impl SiteFact {
    /// The five, in the order of the screens.
    pub const ALL: [Self; 5] = [
        Self::Publisher,
        Self::Director,
        Self::Host,
        Self::AccessibilityContact,
        Self::DataContact,
    ];

    /// Its name in the file and in the mark for outside tools.
    pub fn name(self) -> &'static str {
        match self {
            Self::Publisher => "editeur",
            Self::Director => "direction_de_la_publication",
            Self::Host => "hebergeur",
            Self::AccessibilityContact => "contact_accessibilite",
            Self::DataContact => "contact_donnees",
        }
    }
}

/// What the host says of itself. An empty text says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    facts: [String; SiteFact::ALL.len()],
    /// Whom the schools of the region can turn to: « DRTIC de la région, drtic@exemple.fr ». At most
    /// [`REGIONAL_MAX`], in the host's order, none of them empty.
    pub regional: Vec<String>,
    /// The questionnaires that schools may choose here, in the host's order: at most [`QUESTIONNAIRES_MAX`].
    pub questionnaires: Vec<Published>,
    /// Names of the members that are not of the form expected, and were left out.
    pub wrong: Vec<String>,
}

impl Site {
    /// What the host says of this; empty where it says nothing.
    pub fn get(&self, fact: SiteFact) -> &str {
        self.facts.get(fact as usize).map_or("", String::as_str)
    }

    /// Notes what the host says, without the white space around it, cut to [`TEXT_MAX`].
    pub fn set(&mut self, fact: SiteFact, text: &str) {
        if let Some(said) = self.facts.get_mut(fact as usize) {
            *said = tidy(text);
        }
    }

    /// Whether the host says nothing yet of who it is or whom to turn to.
    pub fn is_silent(&self) -> bool {
        self.facts.iter().all(String::is_empty)
    }
}

/// Whether a text is the address of a questionnaire's file beside the page or in a folder there: « grilles/bretagne.json ». Never
/// on another site, nor above the page.
pub fn is_beside(file: &str) -> bool {
    let is_name = |name: &str| {
        let is_of_one = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        !name.is_empty() && !name.starts_with('.') && name.bytes().all(is_of_one)
    };
    file.len() <= FILE_MAX && file.ends_with(".json") && file.split('/').all(is_name)
}

/// A text of the host as it is kept: without the white space around it, cut to [`TEXT_MAX`].
pub fn tidy(text: &str) -> String {
    at_most(text.trim(), TEXT_MAX)
}

/// Where a word of a contact leads: an address of the web, or a letter to an e-mail address; none for any
/// other word, which is only shown.
pub fn link_of(word: &str) -> Option<String> {
    if is_web_address(word) {
        return Some(word.to_owned());
    }
    let (person, site) = word.split_once('@')?;
    let is_name = |text: &str| {
        let is_of_one = |byte: u8| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte);
        !text.is_empty() && text.bytes().all(is_of_one)
    };
    let is_address = is_name(person) && is_name(site) && site.bytes().any(|byte| byte == b'.');
    is_address.then(|| ["mailto:", word].concat())
}

/// A word without the punctuation that ends it in a sentence.
pub fn without_end(word: &str) -> &str {
    word.trim_end_matches([',', ';', '.', ')'])
}
