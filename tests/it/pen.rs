//! Several tabs under random schedules: whatever is acknowledged is in the dossier or in a copy, and of
//! tabs with locks no two believe at once that they have the pen.

use crate::slots::record;
use numea::domain::pen::{Action, Event, Means, Message, Pen, Question, Word};
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
    /// Questions whose time to be answered runs.
    patience: VecDeque<Question>,
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
    /// Edits up to this number were erased by the person.
    erased: u32,
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
            erased: 0,
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
            patience: VecDeque::new(),
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
                Action::Patience(question) => own.patience.push_back(question),
                Action::Forget if own.waiting.is_some() || !own.aside.is_empty() => {}
                Action::Forget => {
                    own.seen = Seen::default();
                    own.revision = 0;
                    own.shows.clear();
                    own.must_read = true;
                }
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
        let is_erasing =
            |event: &Event| matches!(event, Event::Heard(message) if message.word == Word::Erased);
        if tab.inbox.iter().any(is_erasing) {
            // Edited before it heard: what it shows is work that is not kept yet, and stays.
            self.erased = 0;
        }
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
            3 => match tab.patience.pop_front() {
                Some(question) => self.react(number, Event::Unanswered(question)),
                None => return false,
            },
            4 if tab.may_write => self.edit(number),
            5 => self.react(number, Event::Wanted),
            6 => self.react(number, Event::Shown),
            7 if tab.may_write && self.is_alone(number) => self.erase(number),
            _ => return false,
        }
        true
    }

    /// Whether no other tab believes that it may write, or has anything to write.
    fn is_alone(&self, number: usize) -> bool {
        let is_quiet =
            |tab: &Tab| !tab.pen.is_here() && tab.waiting.is_none() && tab.aside.is_empty();
        let mut others = self.tabs.iter().enumerate();
        others.all(|(place, tab)| place == number || tab.as_ref().is_none_or(is_quiet))
    }

    /// All that is kept is erased from this tab, at once: what was acknowledged until then is to be gone.
    fn erase(&mut self, number: usize) {
        self.erased = self.edits;
        self.stores = [const { [const { Kept::Nothing }; 2] }; 2];
        self.copies.clear();
        self.acknowledged.clear();
        let tab = self.tabs[number].as_mut().unwrap();
        tab.seen = Seen::default();
        tab.revision = 0;
        tab.in_local = 0;
        tab.shows.clear();
        tab.waiting = None;
        tab.aside.clear();
        self.react(number, Event::Erased);
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
            7 => drop(world.step(tab, 6)),
            8 if chance.below(4) == 0 => drop(world.step(tab, 7)),
            9..16 => drop(world.step(tab, 4)),
            kind => drop(world.step(tab, kind % 3)),
        }
        world.check();
    }
    world.settle();
    // The person turns to each tab in turn: one that reads finds out that nobody has the pen.
    for tab in 0..world.tabs.len() {
        world.step(tab, 6);
        world.settle();
    }
    world.check();
    let alive = || world.tabs.iter().flatten();
    for shown in alive().map(|tab| &tab.shows) {
        let back: Vec<_> = shown.range(..=world.erased).collect();
        assert!(back.is_empty(), "erased and shown: {back:?}, seed {seed}");
    }
    let writers = alive().filter(|tab| tab.pen.is_here()).count();
    assert!(
        writers == alive().count().min(1) || !has_channel,
        "{writers} have the pen at rest, seed {seed}"
    );
    let newest = edits_in(&choose(&world.stores.concat()).chosen.unwrap_or_default());
    // Without locks nobody hears of what a tab that crashed had in localStorage only, until the next writing.
    let is_heard = |edit: &&u32| means == Means::Locks || world.acknowledged.contains(edit);
    let heard: BTreeSet<u32> = newest.iter().filter(is_heard).copied().collect();
    for tab in alive().filter(|tab| !tab.pen.is_here()) {
        assert!(
            tab.shows.is_superset(&heard) && tab.shows.is_subset(&newest),
            "one that reads shows {:?}, what is kept is {newest:?}, seed {seed}",
            tab.shows
        );
    }
}

/// Schedules of a plain run, of each kind. `NUMEA_TORTURE` asks for one in a thousand of its number.
const RUNS: u64 = 700;

fn runs(means: Means, has_channel: bool, what: &str) {
    let asked = std::env::var("NUMEA_TORTURE").ok();
    let runs = asked.map_or(RUNS, |number| {
        number.parse::<u64>().unwrap().div_ceil(1_000)
    });
    (1..=runs).for_each(|seed| run(seed, means, has_channel));
    println!(
        "\nfigure|random schedules of 2 to 4 tabs, in a model, {what}|{runs}|0 acknowledged edits lost"
    );
}

#[test]
fn with_locks_nothing_acknowledged_is_lost_and_one_tab_writes() {
    runs(Means::Locks, true, "with locks");
}

#[test]
fn with_messages_alone_nothing_acknowledged_is_lost_and_one_tab_writes_once_all_is_heard() {
    runs(Means::Messages, true, "with messages only");
}

#[test]
fn with_neither_nothing_acknowledged_is_lost() {
    runs(Means::Messages, false, "with neither");
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
