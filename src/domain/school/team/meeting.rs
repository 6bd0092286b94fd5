//! « Réunion »: who is there, as functions, and how long each item took. What is decided is the dossier's.

use crate::domain::date::Day;
use crate::domain::school::answers::at_most;
use crate::domain::school::questionnaire::{Item, ItemId, Stage};

/// Longest list of the functions that are present, in characters.
pub const PRESENT_MAX: usize = 500;
/// Most items that are read back: above what any questionnaire asks.
const ITEMS_MAX: usize = 200;

/// How an item was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// The item.
    pub item: ItemId,
    /// For how long, in seconds.
    pub seconds: u32,
    /// « Second tour »: how many raised their hand for each stage; `None` where there was none.
    pub hands: Option<[u16; 3]>,
}

/// A meeting, from its first item to its minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// On what day it began.
    pub on: Option<Day>,
    /// Who is there, as functions, at most [`PRESENT_MAX`] characters.
    pub present: String,
    /// The items that were looked at, in that order.
    pub looked: Vec<Looked>,
}

impl Meeting {
    /// What is known of an item.
    pub fn looked(&self, item: ItemId) -> Looked {
        let found = self.looked.iter().find(|one| one.item == item);
        found.copied().unwrap_or(Looked {
            item,
            seconds: 0,
            hands: None,
        })
    }

    /// Replaces what is known of an item.
    pub fn look(&mut self, new: Looked) {
        match self.looked.iter_mut().find(|one| one.item == new.item) {
            Some(known) => *known = new,
            None => self.looked.push(new),
        }
    }

    /// As a text that this device keeps: the day, a line for each item, an empty line, who is there.
    pub fn write(&self) -> String {
        let Self {
            on,
            present,
            looked,
        } = self;
        let mut text = on.map(|day| day.to_string()).unwrap_or_default();
        for Looked {
            item,
            seconds,
            hands,
        } in looked
        {
            text.push_str(&format!("\n{item} {seconds}"));
            for hand in hands.iter().flatten() {
                text.push_str(&format!(" {hand}"));
            }
        }
        [&text, "\n\n", present].concat()
    }

    /// Reads such a text; what makes no sense is passed over.
    pub fn read(text: &str) -> Self {
        let (head, present) = text.split_once("\n\n").unwrap_or((text, ""));
        let mut lines = head.lines();
        let on = lines.next().and_then(|day| day.parse().ok());
        let mut meeting = Self {
            on,
            present: at_most(present, PRESENT_MAX),
            looked: Vec::new(),
        };
        for one in lines.filter_map(read_line).take(ITEMS_MAX) {
            meeting.look(one);
        }
        meeting
    }
}

fn read_line(line: &str) -> Option<Looked> {
    let mut parts = line.split(' ');
    let item = parts.next()?.parse().ok()?;
    let seconds = parts.next()?.parse().ok()?;
    let hands: Vec<u16> = parts.filter_map(|part| part.parse().ok()).collect();
    let hands = match hands.as_slice() {
        [one, two, three] => Some([*one, *two, *three]),
        _ => None,
    };
    Some(Looked {
        item,
        seconds,
        hands,
    })
}

/// Most characters of the three statements of an item that are projected side by side.
const SIDE_BY_SIDE: usize = 1_200;

/// Whether an item is too long to be read on a wall at once: it is projected one stage at a time.
pub fn is_long(item: &Item) -> bool {
    let lengths = Stage::ALL.map(|stage| stage.of(&item.statements).text().chars().count());
    lengths.iter().sum::<usize>() > SIDE_BY_SIDE
}
