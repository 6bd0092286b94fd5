//! The questionnaire in force: the official one as the school adapted it.

use super::{Adaptation, Wording, is_added};
use crate::domain::school::questionnaire::{
    ActionField, Adapted, FieldId, Item, ItemId, Origin, Questionnaire,
};

impl Adaptation {
    /// The questionnaire as adapted; the same where nothing is changed.
    #[must_use]
    pub fn apply(&self, base: &Questionnaire) -> Questionnaire {
        let mut adapted = base.clone();
        if self.is_none() {
            return adapted;
        }
        let mut hidden = 0;
        for field in adapted.parts.iter_mut().flat_map(|part| &mut part.fields) {
            let mut items = self.items_of(field);
            let all = items.len();
            // A field without items would have no figures: one of which all are hidden, as a file may say, keeps them.
            if items.iter().any(|item| !self.is_hidden(item.id)) {
                items.retain(|item| !self.is_hidden(item.id));
            }
            hidden += all - items.len();
            field.items = items;
        }
        adapted.adapted = Some(Adapted {
            note: self.note.clone(),
            hidden,
        });
        adapted
    }

    /// Every item of a field of the official questionnaire as it is worded here, hidden ones too, in order.
    pub fn items_of(&self, field: &ActionField) -> Vec<Item> {
        let own = field.items.iter().map(|item| self.worded(item));
        let added = self.wordings.iter().filter_map(|(id, wording)| {
            let is_here = id.field() == field.id && is_added(*id);
            is_here.then(|| added(*id, wording)).flatten()
        });
        let mut items: Vec<Item> = own.chain(added).collect();
        if let Some(order) = self.orders.get(&field.id) {
            let mut ordered = Vec::new();
            for id in order {
                if let Some(place) = items.iter().position(|item| item.id == *id) {
                    ordered.push(items.remove(place));
                }
            }
            // What the order does not know, as it was added since.
            ordered.append(&mut items);
            items = ordered;
        }
        items
    }

    /// One item as it is worded here, hidden or not.
    pub fn item(&self, base: &Questionnaire, id: ItemId) -> Option<Item> {
        let field = base.field(id.field())?;
        let mut items = self.items_of(field).into_iter();
        items.find(|item| item.id == id)
    }

    /// The same of these fields only: what whoever answers them alone has to know. Of what was once given or used, only what
    /// their items need.
    #[must_use]
    pub fn of_fields(&self, fields: &[FieldId]) -> Self {
        let mut part = Self {
            note: self.note.clone(),
            ..Self::default()
        };
        let hidden = self.hidden.iter().copied();
        let hidden = hidden.filter(|item| fields.contains(&item.field()));
        part.hidden = hidden.collect();
        let wordings = self.wordings.iter();
        for (item, wording) in wordings.filter(|(item, _)| fields.contains(&item.field())) {
            part.wordings.insert(*item, wording.clone());
            if is_added(*item)
                && let Some(last) = self.given.get(&item.field())
            {
                part.given.insert(item.field(), *last);
            }
        }
        for (field, order) in self
            .orders
            .iter()
            .filter(|(field, _)| fields.contains(field))
        {
            part.orders.insert(*field, order.clone());
        }
        part
    }

    /// Whether an item is not asked.
    pub fn is_hidden(&self, item: ItemId) -> bool {
        self.hidden.contains(&item)
    }

    fn worded(&self, item: &Item) -> Item {
        let mut item = item.clone();
        let Some(wording) = self.wordings.get(&item.id) else {
            return item;
        };
        if let Some(title) = &wording.title {
            item.title.clone_from(title);
        }
        for (statement, own) in item.statements.iter_mut().zip(&wording.statements) {
            if let Some(own) = own {
                statement.clone_from(own);
            }
        }
        item.origin = Origin::Reworded;
        item
    }
}

fn added(id: ItemId, wording: &Wording) -> Option<Item> {
    let [one, two, three] = &wording.statements;
    let title = wording.title.clone()?;
    Some(Item {
        id,
        source_title: title.clone(),
        title,
        statements: [one.clone()?, two.clone()?, three.clone()?],
        resources: Vec::new(),
        origin: Origin::Added,
    })
}
