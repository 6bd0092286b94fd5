//! « Questionnaire »: what is asked. 2 parts, 6 fields, 21 items × 3 stages in the official wording,
//! in one data file, `official.json`, in the format in which schools exchange adapted questionnaires.

mod actors;
mod glossary;
mod id;
mod limits;
mod statement;

pub use actors::{ACTORS, Actor, Circle, UNATTRIBUTED, UNEXPLAINED};
pub use glossary::GlossaryEntry;
pub use id::{FieldId, IdError, ItemId, Stage, StatementId};
pub use limits::LIMITS;
pub use statement::{Condition, Statement, bit};

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
    /// What a school made of it; none while nobody adapted it.
    pub adapted: Option<Adapted>,
    /// What explains it; none for the official one, whose words are embedded apart and read when they are first asked for.
    pub words: Option<Words>,
    /// By what number codes name it, where only a part of it is here; none where it is whole.
    pub known_as: Option<u32>,
}

/// What else is told of a questionnaire that a school adapted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adapted {
    /// What respondents are told; empty where nothing is.
    pub note: String,
    /// How many items are not asked.
    pub hidden: usize,
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
    /// Whose words these are.
    pub origin: Origin,
}

/// Where the words of an item come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// They are those of the questionnaire itself.
    #[default]
    Own,
    /// « Reformulé »: a school put them in the place of those.
    Reworded,
    /// « Ajouté »: a school added the item.
    Added,
}

impl Origin {
    /// Whether the item is worded as the questionnaire itself words it.
    pub fn is_own(self) -> bool {
        match self {
            Self::Own => true,
            Self::Reworded | Self::Added => false,
        }
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
    /// Whether it is the official one as it is. Of another one the words are its own; of an adapted one, what is adapted.
    pub fn is_official(&self) -> bool {
        self.words.is_none() && self.adapted.is_none()
    }

    /// The same with the items of these fields alone, and of its words those that explain them: what whoever answers only
    /// these has to have. The other fields keep their places, without a text.
    #[must_use]
    pub fn of_fields(&self, fields: &[FieldId], words: &Words) -> Self {
        let mut part = self.clone();
        for field in part.parts.iter_mut().flat_map(|part| &mut part.fields) {
            if !fields.contains(&field.id) {
                field.items.clear();
                field.aim.clear();
                field.headings = Default::default();
            }
        }
        let texts: Vec<&str> = part.items().flat_map(Item::texts).collect();
        let is_named = |resource: &&Resource| {
            let mut items = part.items();
            items.any(|item| item.resources.contains(&resource.id))
        };
        let words = Words {
            resources: words.resources.iter().filter(is_named).cloned().collect(),
            glossary: words.glossary_of(&texts).into_iter().cloned().collect(),
        };
        part.words = Some(words);
        part
    }

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

impl Item {
    /// An item of this id without any word.
    pub fn blank(id: ItemId) -> Self {
        Self {
            id,
            title: String::new(),
            source_title: String::new(),
            statements: Default::default(),
            resources: Vec::new(),
            origin: Origin::Added,
        }
    }

    /// Every text of the item in which a word may want explaining.
    pub fn texts(&self) -> Vec<&str> {
        std::iter::once(self.title.as_str())
            .chain(self.statements.iter().flat_map(Statement::sentences))
            .collect()
    }
}
