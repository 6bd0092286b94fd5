//! Several tabs under random schedules: whatever is acknowledged is in the dossier or in a copy, and of
//! tabs with locks no two believe at once that they have the pen.

use crate::slots::record;
use numea::domain::pen::{Action, Event, Means, Message, Pen, Word};
use numea::domain::slots::{Aside, SLOTS, Seen};
use numea::domain::startup::{Kept, choose, judge};
use std::collections::{BTreeSet, VecDeque};

/// Numbers that look random, the same at each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }
}

struct Tab {
    pen: Pen,
    seen: Seen,
    revision: u64,
    in_local: u64,
    /// Numbers of the edits that are in what this tab shows.
    shows: BTreeSet<u32>,
    /// A revision and its edits, on their way to the database.
    waiting: Option<(u64, BTreeSet<u32>)>,
    /// What must be in the database before localStorage is written over.
    aside: Vec<Aside>,
    inbox: VecDeque<Event>,
    is_patient: bool,
    must_read: bool,
    may_write: bool,
}

struct World {
    means: Means,
    has_channel: bool,
    /// localStorage, then the database.
    stores: [[Kept; 2]; 2],
    copies: Vec<String>,
    tabs: Vec<Option<Tab>>,
    holder: Option<usize>,
    queue: Vec<usize>,
    edits: u32,
    acknowledged: BTreeSet<u32>,
}

fn note(edits: &BTreeSet<u32>) -> String {
    let words: Vec<_> = edits.iter().map(u32::to_string).collect();
    words.join(" ")
}

fn edits_in(text: &str) -> BTreeSet<u32> {
    let restored = judge(&Kept::Text(text.to_owned())).1.unwrap_or_default();
    let answer = restored
        .dossier
        .answers
        .get(crate::support::item("1.1.1"))
        .clone();
    answer
        .note
        .split_whitespace()
        .map(|word| word.parse().unwrap())
        .collect()
}

impl World {
    fn new(means: Means, has_channel: bool) -> Self {
        Self {
            means,
            has_channel,
            stores: [const { [const { Kept::Nothing }; 2] }; 2],
            copies: Vec::new(),
            tabs: Vec::new(),
            holder: None,
            queue: Vec::new(),
            edits: 0,
            acknowledged: BTreeSet::new(),
        }
    }

    fn open(&mut self) {
        let tab = self.tabs.len();
        let is_here = self.means == Means::Messages || self.holder.is_none();
        if self.means == Means::Locks && is_here {
            self.holder = Some(tab);
        }
        self.tabs.push(Some(Tab {
            pen: Pen::new(tab as u64, self.means, is_here),
            seen: Seen::default(),
            revision: 0,
            in_local: 0,
            shows: BTreeSet::new(),
            waiting: None,
            aside: Vec::new(),
            inbox: VecDeque::new(),
            is_patient: false,
            must_read: false,
            may_write: is_here,
        }));
        self.read(tab);
        self.react(tab, Event::Opened);
    }

    fn read(&mut self, tab: usize) {
        let slots = self.stores.concat();
        let start = choose(&slots);
        let tab = self.tabs[tab].as_mut().unwrap();
        tab.must_read = false;
        if tab.seen.is_news(&start, tab.revision) && tab.waiting.is_none() {
            tab.seen.learn(&slots, &start);
            tab.revision = start.revision;
            tab.shows = edits_in(&start.chosen.unwrap());
        }
        if tab.pen.is_here() {
            tab.may_write = true;
        }
    }

    fn react(&mut self, tab: usize, event: Event) {
        let actions = {
            let tab = self.tabs[tab].as_mut().unwrap();
            let actions = tab.pen.react(event);
            tab.may_write &= tab.pen.is_here();
            actions
        };
        for action in actions.into_iter().flatten() {
            let own = self.tabs[tab].as_mut().unwrap();
            match action {
                Action::Queue => {
                    self.queue.push(tab);
                    self.grant();
                }
                Action::Steal => {
                    if let Some(old) = self.holder.replace(tab).filter(|old| *old != tab)
                        && let Some(old) = self.tabs[old].as_mut()
                    {
                        old.inbox.push_back(Event::Lost);
                    }
                    self.tabs[tab]
                        .as_mut()
                        .unwrap()
                        .inbox
                        .push_back(Event::Granted);
                }
                Action::Say(word) => self.say(tab, word),
                Action::Reload => own.must_read = true,
                Action::Flush if own.waiting.is_none() => self.react(tab, Event::Flushed),
                Action::Flush => {}
                Action::Patience => own.is_patient = true,
            }
        }
    }

    fn say(&mut self, from: usize, word: Word) {
        if !self.has_channel && word != Word::Saved {
            return;
        }
        let message = Message {
            from: from as u64,
            word,
        };
        assert_eq!(Message::read(&message.write()), Some(message));
        for (tab, other) in self.tabs.iter_mut().enumerate() {
            if let Some(other) = other.as_mut().filter(|_| tab != from) {
                other.inbox.push_back(Event::Heard(message));
            }
        }
    }

    /// The lock goes to the first that waits, once nobody has it.
    fn grant(&mut self) {
        let tabs = &self.tabs;
        self.queue.retain(|tab| tabs[*tab].is_some());
        if self.holder.is_none() && !self.queue.is_empty() {
            let tab = self.queue.remove(0);
            self.holder = Some(tab);
            self.tabs[tab]
                .as_mut()
                .unwrap()
                .inbox
                .push_back(Event::Granted);
        }
    }

    fn close(&mut self, tab: usize, is_crash: bool) {
        if !is_crash {
            self.react(tab, Event::Closing);
        }
        self.tabs[tab] = None;
        if self.holder == Some(tab) {
            self.holder = None;
        }
        self.grant();
    }

    fn edit(&mut self, number: usize) {
        self.edits += 1;
        let tab = self.tabs[number].as_mut().unwrap();
        tab.shows.insert(self.edits);
        tab.revision += 1;
        self.write_local(number, false);
        let tab = self.tabs[number].as_mut().unwrap();
        tab.waiting = Some((tab.revision, tab.shows.clone()));
    }

    fn write_local(&mut self, number: usize, is_alone: bool) {
        let tab = self.tabs[number].as_mut().unwrap();
        let plan = tab.seen.plan(&self.stores[0]);
        tab.revision = tab.revision.max(plan.above + 1);
        if is_alone {
            for aside in plan.aside {
                tab.seen.is_aside(&aside);
                self.copies.push(aside.text);
            }
        } else {
            tab.aside.extend(plan.aside);
        }
        if tab.aside.is_empty() {
            let text = record(tab.revision, &note(&tab.shows));
            tab.seen.wrote(&text, tab.revision);
            tab.in_local = tab.revision;
            put(&mut self.stores[0], plan.slot, text);
        }
    }

    fn write_database(&mut self, number: usize) {
        let tab = self.tabs[number].as_mut().unwrap();
        let (revision, edits) = tab.waiting.take().unwrap();
        let plan = tab.seen.plan(&self.stores[1]);
        let revision = revision.max(plan.above + 1);
        for aside in tab.aside.drain(..).chain(plan.aside) {
            tab.seen.is_aside(&aside);
            self.copies.push(aside.text);
        }
        let text = record(revision, &note(&edits));
        tab.seen.wrote(&text, revision);
        put(&mut self.stores[1], plan.slot, text);
        tab.revision = tab.revision.max(revision);
        self.acknowledged.extend(edits);
        if tab.in_local != tab.revision {
            self.write_local(number, true);
        }
        self.react(number, Event::Flushed);
    }

    /// One step of one tab. False where that tab has nothing of the kind to do.
    fn step(&mut self, number: usize, kind: usize) -> bool {
        let Some(tab) = self.tabs[number].as_mut() else {
            return false;
        };
        match kind {
            0 => match tab.inbox.pop_front() {
                Some(event) => self.react(number, event),
                None => return false,
            },
            1 if tab.must_read => self.read(number),
            2 if tab.waiting.is_some() => self.write_database(number),
            3 if tab.is_patient => {
                tab.is_patient = false;
                self.react(number, Event::Unanswered);
            }
            4 if tab.may_write => self.edit(number),
            5 => self.react(number, Event::Wanted),
            _ => return false,
        }
        true
    }

    fn check(&self) {
        let believes = |tab: &&Tab| tab.pen.is_here() && !tab.inbox.contains(&Event::Lost);
        let writers = self.tabs.iter().flatten().filter(believes).count();
        assert!(
            self.means != Means::Locks || writers <= 1,
            "two have the pen"
        );
        let mut kept = edits_in(&choose(&self.stores.concat()).chosen.unwrap_or_default());
        for copy in &self.copies {
            kept.extend(edits_in(copy));
        }
        let lost: Vec<_> = self.acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "lost: {lost:?}");
    }

    /// Lets everything under way arrive.
    fn settle(&mut self) {
        let mut turns = 0;
        while (0..self.tabs.len()).any(|tab| (0..4).any(|kind| self.step(tab, kind))) {
            turns += 1;
            assert!(turns < 10_000, "the tabs talk for ever");
        }
    }
}

fn put(slots: &mut [Kept; 2], name: &str, text: String) {
    let place = SLOTS.iter().position(|slot| *slot == name).unwrap();
    slots[place] = Kept::Text(text);
}

fn run(seed: u64, means: Means, has_channel: bool) {
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut world = World::new(means, has_channel);
    world.open();
    let most = 2 + chance.below(3);
    for _ in 0..60 {
        let tab = chance.below(world.tabs.len());
        match chance.below(40) {
            0..3 if world.tabs.len() < most => world.open(),
            3 if world.tabs[tab].is_some() => world.close(tab, chance.below(2) == 0),
            4 | 5 => drop(world.step(tab, 5)),
            6 => drop(world.step(tab, 3)),
            7..16 => drop(world.step(tab, 4)),
            kind => drop(world.step(tab, kind % 3)),
        }
        world.check();
    }
    world.settle();
    world.check();
    let alive = || world.tabs.iter().flatten();
    let writers = alive().filter(|tab| tab.pen.is_here()).count();
    assert!(
        writers <= 1 || !has_channel,
        "{writers} have the pen at rest, seed {seed}"
    );
    let newest = edits_in(&choose(&world.stores.concat()).chosen.unwrap_or_default());
    // Without locks nobody hears of a writer that crashed, until one of those that read takes the pen.
    let readers =
        alive().filter(|tab| !tab.pen.is_here() && (writers == 1 || means == Means::Locks));
    for tab in readers {
        assert_eq!(
            tab.shows, newest,
            "one that reads shows what is kept, seed {seed}"
        );
    }
}

const RUNS: u64 = 700;

#[test]
fn with_locks_nothing_acknowledged_is_lost_and_one_tab_writes() {
    (1..=RUNS).for_each(|seed| run(seed, Means::Locks, true));
}

#[test]
fn with_messages_alone_nothing_acknowledged_is_lost_and_one_tab_writes_once_all_is_heard() {
    (1..=RUNS).for_each(|seed| run(seed, Means::Messages, true));
}

#[test]
fn with_neither_nothing_acknowledged_is_lost() {
    (1..=RUNS).for_each(|seed| run(seed, Means::Messages, false));
}

#[test]
fn what_is_no_message_is_none() {
    for text in [
        "",
        "hello",
        "hello 1",
        "hello x 0",
        "given 1 x",
        "shout 1 0",
        "🚜 1 0",
    ] {
        assert_eq!(Message::read(text), None, "{text}");
    }
}
