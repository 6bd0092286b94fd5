//! « Questionnaire »: what is asked. 2 parts, 6 fields, 21 items × 3 stages in the official wording,
//! in one data file, `official.json`, in the format in which schools exchange adapted questionnaires.

mod actors;
mod glossary;
mod id;
mod limits;

pub use actors::{ACTORS, Actor, Circle, UNATTRIBUTED, UNEXPLAINED};
pub use glossary::GlossaryEntry;
pub use id::{FieldId, IdError, ItemId, Stage, StatementId};
pub use limits::LIMITS;

/// « Questionnaire »: everything asked, with the words and links that explain it.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// Stable name of the questionnaire, `numea-etablissement` for the official one.
    pub id: String,
    /// Title shown to people.
    pub title: String,
    /// Where the wording comes from.
    pub source: Source,
    /// The parts, in the order of the source.
    pub parts: Vec<Part>,
    /// What explains it; none for the official one, whose words are embedded apart and read when they are first asked for.
    pub words: Option<Words>,
}

/// The words and links that explain a questionnaire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Every link of the source, each once.
    pub resources: Vec<Resource>,
    /// Acronyms and specialist words.
    pub glossary: Vec<GlossaryEntry>,
}

/// Where the wording comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Title of the document.
    pub title: String,
    /// Who wrote it.
    pub publisher: String,
    /// Year of the document.
    pub year: u16,
}

/// « Partie ».
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Number from 1.
    pub number: u8,
    /// Title in sentence case.
    pub title: String,
    /// The source's paragraph about this part.
    pub introduction: String,
    /// Its fields.
    pub fields: Vec<ActionField>,
}

/// « Champ d'action »: an aim, three stage headings, 2 to 6 items.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionField {
    /// `1.1` … `2.3`.
    pub id: FieldId,
    /// Title.
    pub title: String,
    /// « Objectif » of the field in the source; `Objective` is kept for SMART objectives.
    pub aim: String,
    /// Heading of each stage, common to the items of the field.
    pub headings: [String; 3],
    /// Its items, in the order of the source.
    pub items: Vec<Item>,
}

/// « Item »: one subject, described by one statement for each stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// `1.1.1` … `2.3.2`.
    pub id: ItemId,
    /// Title in sentence case, with its accents.
    pub title: String,
    /// The source's own title, in capitals.
    pub source_title: String,
    /// One statement for each stage.
    pub statements: [Statement; 3],
    /// Ids of the resources that explain its words.
    pub resources: Vec<String>,
}

/// « Énoncé »: what is true of a school at one stage of one item; 1 to 32 conditions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// « Conditions »: its sentences, in the order in which they are read; joined by a space they are the wording.
    pub conditions: Vec<Condition>,
}

/// « Condition »: one sentence of a statement, ticked by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Its id within the statement, 0 to 31: the bit of its tick. As long as the sentence stays it keeps it, wherever
    /// it stands; those of the official questionnaire are in order.
    pub id: u8,
    /// The sentence.
    pub text: String,
}

impl Statement {
    /// The statement of these sentences, whose ids are their places.
    pub fn of(sentences: impl IntoIterator<Item = String>) -> Self {
        let sentences = (0..).zip(sentences);
        Self {
            conditions: sentences.map(|(id, text)| Condition { id, text }).collect(),
        }
    }

    /// The whole wording.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (place, sentence) in self.sentences().enumerate() {
            if place > 0 {
                text.push(' ');
            }
            text.push_str(sentence);
        }
        text
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().map(|one| one.text.as_str())
    }

    /// The ids of its conditions, in the order of the sentences.
    pub fn ids(&self) -> impl Iterator<Item = u8> {
        self.conditions.iter().map(|one| one.id)
    }

    /// The bits of its conditions.
    pub fn bits(&self) -> u32 {
        self.ids().fold(0, |bits, id| bits | bit(id))
    }

    /// The condition of this id.
    pub fn condition(&self, id: u8) -> Option<&Condition> {
        self.conditions.iter().find(|one| one.id == id)
    }

    /// How many conditions, 1 to 32.
    pub fn len(&self) -> u8 {
        u8::try_from(self.conditions.len()).unwrap_or(u8::MAX)
    }

    /// Never true of a questionnaire that was read: a statement has at least one condition.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Whether it can be ticked condition by condition.
    pub fn is_split(&self) -> bool {
        self.conditions.len() > 1
    }
}

/// Where a link of the source is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the items whose words it explains.
    Items,
    /// Once, in the user guide.
    Guide,
    /// With the map of actors who can help.
    Support,
    /// With annex 1, the SMART criteria.
    Annex,
    /// In the credits of the source.
    Credit,
}

/// A link of the source (2020).
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Short name by which items refer to it.
    pub id: String,
    /// What it is, in French.
    pub label: String,
    /// Address as printed in the source.
    pub url: String,
    /// Where it is shown.
    pub place: Place,
}

impl Questionnaire {
    /// Fields of all parts, in order.
    pub fn fields(&self) -> impl Iterator<Item = &ActionField> {
        self.parts.iter().flat_map(|part| &part.fields)
    }

    /// Items of all fields, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.fields().flat_map(|field| &field.items)
    }

    /// The field of this id.
    pub fn field(&self, id: FieldId) -> Option<&ActionField> {
        self.fields().find(|field| field.id == id)
    }

    /// The item of this id.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.field(id.field())?
            .items
            .iter()
            .find(|item| item.id == id)
    }

    /// The statement of this item and stage.
    pub fn statement(&self, item: ItemId, stage: Stage) -> Option<&Statement> {
        self.item(item)?.statements.get(stage.index())
    }
}

impl Words {
    /// Links that explain the words of this item, in its order.
    pub fn resources_of<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Resource> {
        item.resources.iter().filter_map(|id| self.resource(id))
    }

    /// Links shown at one place.
    pub fn resources_at(&self, place: Place) -> impl Iterator<Item = &Resource> {
        let resources = self.resources.iter();
        resources.filter(move |resource| resource.place == place)
    }

    /// Glossary entries whose word stands in one of these texts, in the order of the glossary.
    pub fn glossary_of<'a>(&'a self, texts: &[&str]) -> Vec<&'a GlossaryEntry> {
        let glossary = self.glossary.iter();
        glossary.filter(|entry| entry.is_in(texts)).collect()
    }

    /// The link of this id.
    pub fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }

    /// The glossary entry of this word.
    pub fn explained(&self, term: &str) -> Option<&GlossaryEntry> {
        self.glossary.iter().find(|entry| entry.term == term)
    }
}

/// The bit of a condition; none beyond the 32 that there are.
pub(super) fn bit(condition: u8) -> u32 {
    1u32.checked_shl(u32::from(condition)).unwrap_or(0)
}

impl Item {
    /// Every text of the item in which a word may want explaining.
    pub fn texts(&self) -> Vec<&str> {
        std::iter::once(self.title.as_str())
            .chain(self.statements.iter().flat_map(Statement::sentences))
            .collect()
    }
}
