//! What a person changes of an adaptation: each gives another one, or says why it cannot be.

use super::{
    ADDED_FROM, Adaptation, ITEMS_MAX, NOTE_MAX, SENTENCE_MAX, TITLE_MAX, Wording, is_added,
    sentences,
};
use crate::domain::school::answers::at_most;
use crate::domain::school::questionnaire::{
    Condition, FieldId, Item, ItemId, Questionnaire, Stage, Statement, StatementId, bit,
};

/// Which way an item moves in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the one above.
    Up,
    /// After the one below.
    Down,
}

/// Why a change cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The questionnaire has no such item or field.
    Absent,
    /// It is the last item of its field that is asked.
    LastOfField,
    /// The title is empty.
    NoTitle,
    /// The title is longer than [`TITLE_MAX`].
    LongTitle,
    /// A statement is empty.
    NoSentence(Stage),
    /// A sentence is longer than [`SENTENCE_MAX`].
    LongSentence(Stage),
    /// All the 32 conditions that a statement can ever have were used.
    Full(Stage),
    /// The field has [`ITEMS_MAX`] items, or all its numbers were given.
    FullField,
}

type Changed = Result<Adaptation, Refusal>;

impl Adaptation {
    /// The same with another note to respondents.
    #[must_use]
    pub fn with_note(&self, note: &str) -> Self {
        Self {
            note: at_most(note, NOTE_MAX),
            ..self.clone()
        }
    }

    /// The same without this item. What was answered about it stays in the dossier.
    pub fn hide(&self, base: &Questionnaire, item: ItemId) -> Changed {
        let field = base.field(item.field()).ok_or(Refusal::Absent)?;
        let asked = self.items_of(field).into_iter().map(|item| item.id);
        let mut asked = asked.filter(|id| !self.is_hidden(*id));
        self.item(base, item).ok_or(Refusal::Absent)?;
        match (asked.next(), asked.next()) {
            (Some(_), Some(_)) => {}
            (Some(_) | None, Some(_) | None) => return Err(Refusal::LastOfField),
        }
        let mut changed = self.clone();
        if !self.is_hidden(item) {
            changed.hidden.push(item);
        }
        Ok(changed)
    }

    /// The same with this item asked again.
    #[must_use]
    pub fn show(&self, item: ItemId) -> Self {
        let mut changed = self.clone();
        changed.hidden.retain(|hidden| *hidden != item);
        changed
    }

    /// The same with an item in other words. A sentence that stays keeps its condition, and the answer to it.
    pub fn reword(
        &self,
        base: &Questionnaire,
        item: ItemId,
        title: &str,
        texts: [&str; 3],
    ) -> Changed {
        let present = self.item(base, item).ok_or(Refusal::Absent)?;
        let official = base.item(item);
        let title = fitting_title(title)?;
        let mut changed = self.clone();
        let mut wording = Wording::default();
        if official.is_none_or(|official| official.title != title) {
            wording.title = Some(title);
        }
        for ((stage, text), own) in Stage::ALL
            .into_iter()
            .zip(texts)
            .zip(&mut wording.statements)
        {
            let statement = changed.statement(&present, official, stage, text)?;
            let is_official = official.is_some_and(|item| *stage.of(&item.statements) == statement);
            *own = (!is_official).then_some(statement);
        }
        changed.wordings.remove(&item);
        if !wording.is_none() {
            changed.wordings.insert(item, wording);
        }
        Ok(changed)
    }

    /// « Revenir au texte officiel »: the same with the official words of this item.
    #[must_use]
    pub fn restore(&self, item: ItemId) -> Self {
        let mut changed = self.clone();
        if !is_added(item) {
            changed.wordings.remove(&item);
        }
        changed
    }

    /// The same with one more item at the end of a field, and its id.
    pub fn add(
        &self,
        base: &Questionnaire,
        field: FieldId,
        title: &str,
        texts: [&str; 3],
    ) -> Result<(Self, ItemId), Refusal> {
        let place = base.field(field).ok_or(Refusal::Absent)?;
        if self.items_of(place).len() >= ITEMS_MAX {
            return Err(Refusal::FullField);
        }
        let last = self.given.get(&field).copied().unwrap_or(ADDED_FROM - 1);
        let number = last.checked_add(1).ok_or(Refusal::FullField)?;
        let item = ItemId::new(field, number);
        let mut changed = self.clone();
        let mut wording = Wording {
            title: Some(fitting_title(title)?),
            ..Wording::default()
        };
        let blank = Item::blank(item);
        for ((stage, text), own) in Stage::ALL
            .into_iter()
            .zip(texts)
            .zip(&mut wording.statements)
        {
            *own = Some(changed.statement(&blank, None, stage, text)?);
        }
        changed.given.insert(field, number);
        changed.wordings.insert(item, wording);
        Ok((changed, item))
    }

    /// The same without an item that was added: its number is not given again, what was answered about it stays in the
    /// dossier.
    pub fn remove(&self, base: &Questionnaire, item: ItemId) -> Changed {
        if !is_added(item) {
            return Err(Refusal::Absent);
        }
        let mut changed = if self.is_hidden(item) {
            self.show(item)
        } else {
            self.hide(base, item)?.show(item)
        };
        changed.wordings.remove(&item);
        if let Some(order) = changed.orders.get_mut(&item.field()) {
            order.retain(|other| *other != item);
        }
        Ok(changed)
    }

    /// The same with an item one place further; the same where there is no such place.
    #[must_use]
    pub fn moved(&self, base: &Questionnaire, item: ItemId, direction: Direction) -> Self {
        let Some(field) = base.field(item.field()) else {
            return self.clone();
        };
        let ids = |items: Vec<Item>| items.into_iter().map(|item| item.id).collect::<Vec<_>>();
        let mut order = ids(self.items_of(field));
        let place = order.iter().position(|id| *id == item);
        let other = place.and_then(|place| match direction {
            Direction::Up => place.checked_sub(1),
            Direction::Down => Some(place + 1).filter(|next| *next < order.len()),
        });
        if let (Some(place), Some(other)) = (place, other) {
            order.swap(place, other);
        }
        let mut changed = self.clone();
        changed.orders.remove(&field.id);
        // The order of the source is none of the school's own.
        if order != ids(changed.items_of(field)) {
            changed.orders.insert(field.id, order);
        }
        changed
    }

    /// The statement of this text: sentences of the present or the official wording keep their ids, new ones get ids that
    /// none ever had.
    pub(super) fn statement(
        &mut self,
        present: &Item,
        official: Option<&Item>,
        stage: Stage,
        text: &str,
    ) -> Result<Statement, Refusal> {
        let own = stage.of(&present.statements).conditions.iter();
        let official = official.map(|item| stage.of(&item.statements));
        let official = official.into_iter().flat_map(|one| &one.conditions);
        let known: Vec<&Condition> = own.chain(official).collect();
        let texts: Vec<&str> = known.iter().map(|one| one.text.as_str()).collect();
        let sentences = sentences(text, &texts);
        if sentences.is_empty() {
            return Err(Refusal::NoSentence(stage));
        }
        let is_long = |sentence: &String| sentence.chars().count() > SENTENCE_MAX;
        if sentences.iter().any(is_long) {
            return Err(Refusal::LongSentence(stage));
        }
        self.numbered((present.id, stage), &known, sentences)
    }

    fn numbered(
        &mut self,
        (item, stage): (ItemId, Stage),
        known: &[&Condition],
        sentences: Vec<String>,
    ) -> Result<Statement, Refusal> {
        let id = StatementId { item, stage };
        let used = self.used.get(&id).copied().unwrap_or(0);
        let before = known.iter().fold(used, |bits, one| bits | bit(one.id));
        let (mut ever, mut taken, mut conditions) = (before, 0, Vec::new());
        for text in sentences {
            let same = known
                .iter()
                .find(|one| one.text == text && taken & bit(one.id) == 0);
            let id = match same {
                Some(same) => same.id,
                None => (0..32)
                    .find(|id| ever & bit(*id) == 0)
                    .ok_or(Refusal::Full(stage))?,
            };
            taken |= bit(id);
            ever |= bit(id);
            conditions.push(Condition { id, text });
        }
        if ever != before {
            self.used.insert(id, ever);
        }
        Ok(Statement { conditions })
    }
}

fn fitting_title(title: &str) -> Result<String, Refusal> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match title.chars().count() {
        0 => Err(Refusal::NoTitle),
        1..=TITLE_MAX => Ok(title),
        _ => Err(Refusal::LongTitle),
    }
}
