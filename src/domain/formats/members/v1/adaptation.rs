//! Member `adaptation` of a dossier, after 0.1.0: what the school changed of the questionnaire, and by itself the text that
//! a dossier holds of it. `version`; `note`; `hidden`, items; `items`, by id the `title` and the `statements` in words of the
//! school's own, by stage, each a list of conditions with `number` (from 1) and `text`; `order`, by field, its items; `given`,
//! by field the last number of an added item; `used`, by statement the numbers that conditions ever had; `official`, by item a sum of
//! the official words that it rests on. Read strictly: it
//! gives answers their meaning.

use litemap::LiteMap;

use crate::domain::json::{self, Members, listed, quoted};
use crate::domain::school::adaptation::{
    Adaptation, AdaptationText, NOTE_MAX, SENTENCE_MAX, TITLE_MAX, Wording, is_added,
};
use crate::domain::school::questionnaire::{
    Condition, FieldId, ItemId, Stage, Statement, StatementId, bit,
};

/// Name of the member.
pub const MEMBER: &str = "adaptation";
const VERSION: u64 = 1;
/// Most conditions of a statement: ticks are kept in 32 bits.
const CONDITIONS_MAX: u64 = 32;

/// The text of an adaptation; empty where there is nothing to remember.
pub fn write(adaptation: &Adaptation) -> AdaptationText {
    if adaptation.is_blank() {
        return AdaptationText::default();
    }
    let Adaptation {
        note,
        hidden,
        wordings,
        orders,
        given,
        used,
        rests_on,
    } = adaptation;
    let mut members = Members::default();
    members.set("version", VERSION.to_string());
    if !note.is_empty() {
        members.set("note", quoted(note));
    }
    if !hidden.is_empty() {
        members.set("hidden", ids(hidden));
    }
    let mut set = |name, values: Members| {
        if values.iter().next().is_some() {
            members.set(name, values.write());
        }
    };
    set("items", by_id(wordings.iter(), write_wording));
    set("order", by_id(orders.iter(), |order| ids(order)));
    set("given", by_id(given.iter(), u8::to_string));
    set("used", by_id(used.iter(), |bits| numbers(*bits)));
    set("official", by_id(rests_on.iter(), u32::to_string));
    AdaptationText(members.write())
}

fn by_id<'a, I: ToString + 'a, T: 'a>(
    all: impl Iterator<Item = (&'a I, &'a T)>,
    write: impl Fn(&T) -> String,
) -> Members {
    let mut members = Members::default();
    for (id, value) in all {
        members.set(&id.to_string(), write(value));
    }
    members
}

fn ids(items: &[ItemId]) -> String {
    listed(items.iter().map(|item| quoted(&item.to_string())))
}

fn numbers(bits: u32) -> String {
    let ids = (0..32_u8).filter(|id| bits & bit(*id) != 0);
    listed(ids.map(|id| (id + 1).to_string()))
}

fn write_wording(wording: &Wording) -> String {
    let Wording { title, statements } = wording;
    let mut members = Members::default();
    if let Some(title) = title {
        members.set("title", quoted(title));
    }
    let mut own = Members::default();
    for (stage, statement) in Stage::ALL.into_iter().zip(statements) {
        if let Some(statement) = statement {
            let all = statement.conditions.iter().map(write_condition);
            own.set(&stage.to_string(), listed(all));
        }
    }
    if own.iter().next().is_some() {
        members.set("statements", own.write());
    }
    members.write()
}

fn write_condition(condition: &Condition) -> String {
    let Condition { id, text } = condition;
    let mut members = Members::default();
    members.set("number", (id + 1).to_string());
    members.set("text", quoted(text));
    members.write()
}

/// Reads the text of an adaptation; `None` where any of it makes no sense, or comes from a newer version.
pub fn read(text: &AdaptationText) -> Option<Adaptation> {
    if text.is_none() {
        return Some(Adaptation::default());
    }
    let members = Members::read(&text.0).ok()?;
    (members.get("version").map(json::number) == Some(Ok(VERSION))).then_some(())?;
    let mut adaptation = Adaptation::default();
    for (name, raw) in members.iter() {
        match name {
            "version" => {}
            "note" => adaptation.note = short(raw, NOTE_MAX)?,
            "hidden" => adaptation.hidden = read_ids(raw)?,
            "items" => adaptation.wordings = read_map(raw, item, read_wording)?,
            "order" => adaptation.orders = read_map(raw, field, |_, raw| read_ids(raw))?,
            "given" => {
                adaptation.given = read_map(raw, field, |_, raw| {
                    u8::try_from(json::number(raw).ok()?).ok()
                })?;
            }
            "official" => {
                adaptation.rests_on = read_map(raw, item, |_, raw| {
                    u32::try_from(json::number(raw).ok()?).ok()
                })?;
            }
            "used" => adaptation.used = read_map(raw, statement, |_, raw| read_bits(raw))?,
            _ => return None,
        }
    }
    is_sound(&adaptation).then_some(adaptation)
}

/// Whether what is added was given its number, and each order is one of its field.
fn is_sound(adaptation: &Adaptation) -> bool {
    let given = |id: &ItemId| {
        let last = adaptation.given.get(&id.field());
        !is_added(*id) || last.is_some_and(|last| id.number() <= *last)
    };
    let in_field =
        |(field, order): (&FieldId, &Vec<ItemId>)| order.iter().all(|id| id.field() == *field);
    adaptation.wordings.keys().all(given) && adaptation.orders.iter().all(in_field)
}

fn read_map<I: Ord, T>(
    raw: &str,
    id: fn(&str) -> Option<I>,
    value: impl Fn(&str, &str) -> Option<T>,
) -> Option<LiteMap<I, T>> {
    let mut map = LiteMap::new();
    for (name, raw) in Members::read(raw).ok()?.iter() {
        map.insert(id(name)?, value(name, raw)?);
    }
    Some(map)
}

fn item(text: &str) -> Option<ItemId> {
    text.parse().ok()
}

fn field(text: &str) -> Option<FieldId> {
    text.parse().ok()
}

fn statement(text: &str) -> Option<StatementId> {
    let (item, stage) = text.split_once('/')?;
    Some(StatementId {
        item: item.parse().ok()?,
        stage: stage.parse().ok()?,
    })
}

/// A text of one character at least, and of so many at most.
fn short(raw: &str, max: usize) -> Option<String> {
    let text = json::string(raw).ok()?;
    (1..=max).contains(&text.chars().count()).then_some(text)
}

fn read_ids(raw: &str) -> Option<Vec<ItemId>> {
    let mut ids = Vec::new();
    for raw in json::list(raw).ok()? {
        let id = item(&json::string(&raw).ok()?).filter(|id| !ids.contains(id))?;
        ids.push(id);
    }
    Some(ids)
}

fn read_number(raw: &str) -> Option<u8> {
    let number = json::number(raw).ok()?;
    let is_one = (1..=CONDITIONS_MAX).contains(&number);
    u8::try_from(number.checked_sub(1)?).ok().filter(|_| is_one)
}

fn read_bits(raw: &str) -> Option<u32> {
    let numbers = json::list(raw).ok()?;
    let mut ids = numbers.iter().map(|raw| read_number(raw));
    ids.try_fold(0, |bits, id| Some(bits | bit(id?)))
}

fn read_wording(name: &str, raw: &str) -> Option<Wording> {
    let mut wording = Wording::default();
    for (member, raw) in Members::read(raw).ok()?.iter() {
        match member {
            "title" => wording.title = Some(short(raw, TITLE_MAX)?),
            "statements" => {
                for (stage, raw) in Members::read(raw).ok()?.iter() {
                    let stage: Stage = stage.parse().ok()?;
                    *wording.statements.get_mut(stage.index())? = Some(read_statement(raw)?);
                }
            }
            _ => return None,
        }
    }
    let is_fine = if is_added(item(name)?) {
        wording.is_whole()
    } else {
        !wording.is_none()
    };
    is_fine.then_some(wording)
}

fn read_statement(raw: &str) -> Option<Statement> {
    let mut statement = Statement::default();
    for raw in json::list(raw).ok()? {
        let members = Members::read(&raw).ok()?;
        (members.iter().count() == 2).then_some(())?;
        let id = read_number(members.get("number")?)?;
        let text = short(members.get("text")?, SENTENCE_MAX)?;
        statement.condition(id).is_none().then_some(())?;
        statement.conditions.push(Condition { id, text });
    }
    (!statement.is_empty()).then_some(statement)
}
