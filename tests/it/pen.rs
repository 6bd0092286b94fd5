//! Several tabs under random schedules, each of which may stand still at any step: whatever is acknowledged is in the
//! dossier or in a copy, in the dossier where the tab had the lock; what was erased is nowhere; and of tabs with locks no
//! two believe at once that they have the pen.

use crate::slots::record;
use numea::domain::safekeeping::erasure::Erasure;
use numea::domain::safekeeping::pen::{Action, Event, Means, Message, Pen, Question, Word};
use numea::domain::safekeeping::slots::{Aside, Fate, LEAP, SLOTS};
use numea::domain::safekeeping::startup::Kept;
use numea::domain::stored::{Seen, choose, judge};
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
    /// The last erasure that this tab knows of.
    erasure: Erasure,
    /// An erasure that has reached localStorage, and not yet the database.
    erasing: Option<Erasure>,
    /// How far its next revision is above the last one.
    step: u64,
    must_leap: bool,
    /// Its thread stands still.
    is_still: bool,
    /// localStorage as this tab saw it before it stood still: browsers tell a page of changes between its tasks.
    local_view: Option<(Slots, Erasure)>,
}

type Slots = [Kept; 2];

struct World {
    means: Means,
    has_channel: bool,
    /// localStorage, then the database.
    stores: [Slots; 2],
    marks: [Erasure; 2],
    copies: Vec<String>,
    tabs: Vec<Option<Tab>>,
    holder: Option<usize>,
    queue: Vec<usize>,
    edits: u32,
    /// The number of the last erasure, and that which the tab of each edit knew of when it was made.
    last_erasure: u64,
    under: Vec<u64>,
    acknowledged: BTreeSet<u32>,
    /// Those that a tab acknowledged while it had the lock.
    of_holders: BTreeSet<u32>,
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
            marks: [Erasure::default(); 2],
            copies: Vec::new(),
            tabs: Vec::new(),
            holder: None,
            queue: Vec::new(),
            edits: 0,
            last_erasure: 0,
            under: Vec::new(),
            acknowledged: BTreeSet::new(),
            of_holders: BTreeSet::new(),
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
            may_write: false,
            erasure: self.marks[0].newest(self.marks[1]),
            erasing: None,
            step: 1,
            must_leap: false,
            is_still: false,
            local_view: None,
        }));
        self.read(tab);
        let own = self.tabs[tab].as_mut().unwrap();
        if own.revision > 0 {
            own.step = LEAP;
        }
        self.react(tab, Event::Opened);
    }

    /// What the slots of both stores hold, once what was erased is deleted from them.
    fn found(&mut self) -> (Vec<Kept>, Erasure) {
        let erasure = self.marks[0].newest(self.marks[1]);
        for (slots, mark) in self.stores.iter_mut().zip(&mut self.marks) {
            erasure.hide(slots, *mark);
            *mark = erasure;
        }
        let copies = self.copies.iter();
        let kept = copies.filter(|copy| !erasure.covers(copy, erasure));
        self.copies = kept.cloned().collect();
        (self.stores.concat(), erasure)
    }

    fn read(&mut self, tab: usize) {
        let (slots, erasure) = self.found();
        let start = choose(&slots);
        let tab = self.tabs[tab].as_mut().unwrap();
        tab.must_read = false;
        tab.local_view = None;
        if erasure.is_after(tab.erasure) {
            tab.forget(erasure);
        }
        if tab.seen.is_news(&start, tab.revision) && tab.waiting.is_none() {
            tab.seen.learn(&slots, &start);
            tab.revision = start.revision;
            tab.shows = edits_in(&start.chosen.unwrap());
        }
        if tab.pen.is_here() {
            if tab.must_leap && tab.waiting.is_none() {
                tab.must_leap = false;
                tab.step = LEAP;
            }
            tab.may_write = true;
        }
    }

    fn react(&mut self, tab: usize, event: Event) {
        let actions = {
            let tab = self.tabs[tab].as_mut().unwrap();
            let was_here = tab.pen.is_here();
            let actions = tab.pen.react(event);
            tab.may_write &= tab.pen.is_here();
            if tab.pen.is_here() {
                tab.must_leap |= !was_here;
                tab.must_read |= event == Event::Flushed && tab.must_leap;
            }
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
                Action::TellCopied => {}
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
        let (_, mark) = self.local(number);
        let tab = self.tabs[number].as_mut().unwrap();
        if mark.is_after(tab.erasure) {
            return self.come_too_late(number, Event::Outdated);
        }
        self.edits += 1;
        self.under.push(tab.erasure.number);
        tab.shows.insert(self.edits);
        let step = std::mem::replace(&mut tab.step, 1);
        tab.revision = tab.revision.max(tab.erasure.number) + step;
        self.write_local(number, false);
        let tab = self.tabs[number].as_mut().unwrap();
        tab.waiting = Some((tab.revision, tab.shows.clone()));
    }

    /// localStorage, as this tab sees it.
    fn local(&self, number: usize) -> (Slots, Erasure) {
        let view = self.tabs[number].as_ref().unwrap().local_view.clone();
        view.unwrap_or_else(|| (self.stores[0].clone(), self.marks[0]))
    }

    fn write_local(&mut self, number: usize, is_alone: bool) {
        let (mut slots, mark) = self.local(number);
        let tab = self.tabs[number].as_mut().unwrap();
        tab.erasure.hide(&mut slots, mark);
        let plan = tab.seen.plan(&slots);
        if plan.fate(tab.revision, tab.erasure, mark) != Fate::Written {
            return;
        }
        tab.revision = tab.revision.max(plan.above + 1);
        if is_alone {
            for aside in plan.aside {
                tab.seen.record_aside(&aside);
                self.copies.push(aside.text);
            }
        } else {
            tab.aside.extend(plan.aside);
        }
        if tab.aside.is_empty() {
            let text = record(tab.revision, &note(&tab.shows));
            tab.seen.wrote(&text, tab.revision);
            tab.in_local = tab.revision;
            if let Some((slots, _)) = &mut tab.local_view {
                put(slots, plan.slot, text.clone());
            }
            put(&mut self.stores[0], plan.slot, text);
        }
    }

    fn fate_in_local(&self, number: usize, revision: u64) -> Fate {
        let (mut slots, mark) = self.local(number);
        let tab = self.tabs[number].as_ref().unwrap();
        tab.erasure.hide(&mut slots, mark);
        tab.seen.plan(&slots).fate(revision, tab.erasure, mark)
    }

    fn write_database(&mut self, number: usize) {
        let tab = self.tabs[number].as_mut().unwrap();
        let (revision, edits) = tab.waiting.take().unwrap();
        let (mut slots, mark) = (self.stores[1].clone(), self.marks[1]);
        tab.erasure.hide(&mut slots, mark);
        let plan = tab.seen.plan(&slots);
        let in_database = plan.fate(revision, tab.erasure, mark);
        let in_local = self.fate_in_local(number, revision);
        let tab = self.tabs[number].as_mut().unwrap();
        match in_database.max(in_local) {
            Fate::Written => {}
            Fate::Copied => {
                let copy = record(revision, &note(&edits));
                self.copies
                    .extend(tab.aside.drain(..).map(|aside| aside.text));
                self.copies.push(copy);
                return self.come_too_late(number, Event::Copied);
            }
            Fate::Dropped => return self.come_too_late(number, Event::Outdated),
        }
        let revision = revision.max(plan.above + 1);
        for aside in tab.aside.drain(..).chain(plan.aside) {
            tab.seen.record_aside(&aside);
            self.copies.push(aside.text);
        }
        let text = record(revision, &note(&edits));
        tab.seen.wrote(&text, revision);
        put(&mut self.stores[1], plan.slot, text);
        tab.revision = tab.revision.max(revision);
        let (last, under) = (self.last_erasure, &self.under);
        let stays = |edit: &u32| under[*edit as usize - 1] >= last;
        let edits: Vec<_> = edits.into_iter().filter(stays).collect();
        if self.means == Means::Locks && self.holder == Some(number) {
            self.of_holders.extend(&edits);
        }
        self.acknowledged.extend(edits);
        if tab.in_local != tab.revision {
            self.write_local(number, true);
        }
        self.react(number, Event::Flushed);
    }

    /// What this tab wrote found that another one has had the pen since, or erased all.
    fn come_too_late(&mut self, number: usize, event: Event) {
        let tab = self.tabs[number].as_mut().unwrap();
        tab.aside.clear();
        tab.revision = 0;
        tab.in_local = 0;
        self.react(number, Event::Flushed);
        self.react(number, event);
    }

    /// One step of one tab. False where that tab has nothing of the kind to do.
    fn step(&mut self, number: usize, kind: usize) -> bool {
        let Some(tab) = self.tabs[number].as_mut().filter(|tab| !tab.is_still) else {
            return false;
        };
        match kind {
            0 => match tab.inbox.pop_front() {
                Some(event) => {
                    tab.local_view = None;
                    self.react(number, event);
                }
                None => return false,
            },
            1 if tab.must_read => self.read(number),
            2 if tab.erasing.is_some() => self.erase_database(number),
            2 if tab.waiting.is_some() => self.write_database(number),
            3 => match tab.patience.pop_front() {
                Some(question) => self.react(number, Event::Unanswered(question)),
                None => return false,
            },
            4 if tab.may_write => self.edit(number),
            5 => self.react(number, Event::Wanted),
            6 => self.react(number, Event::Shown),
            7 if tab.may_write && tab.erasing.is_none() => self.erase(number),
            _ => return false,
        }
        true
    }

    /// This tab's thread stands still, or goes on with what it was about to do.
    fn stand_still(&mut self, number: usize) {
        let view = self.local(number);
        if let Some(tab) = self.tabs[number].as_mut() {
            tab.is_still = !tab.is_still;
            // Without locks nothing tells which of two tabs is right about localStorage.
            tab.local_view = (self.means == Means::Locks).then_some(view);
        }
    }

    /// All that is kept is erased from this tab: what was acknowledged until then is to be gone.
    fn erase(&mut self, number: usize) {
        let (slots, found) = self.found();
        let tab = self.tabs[number].as_mut().unwrap();
        let highest = choose(&slots)
            .verdicts
            .into_iter()
            .map(|verdict| verdict.number());
        let highest = highest.max().unwrap().max(tab.revision).max(found.number);
        let mark = Erasure::of_all(highest.max(tab.erasure.number));
        tab.forget(mark);
        tab.erasing = Some(mark);
        self.stores[0] = [const { Kept::Nothing }; 2];
        self.marks[0] = mark;
        self.last_erasure = mark.number;
        self.acknowledged.clear();
        self.of_holders.clear();
        if !self.has_channel {
            self.say(number, Word::Saved);
        }
    }

    fn erase_database(&mut self, number: usize) {
        let tab = self.tabs[number].as_mut().unwrap();
        let mark = tab.erasing.take().unwrap();
        mark.hide(&mut self.stores[1], self.marks[1]);
        if mark.is_whole(self.marks[1]) && self.stores[1] == [const { Kept::Nothing }; 2] {
            self.copies.clear();
        }
        let at = self.marks[1];
        self.copies.retain(|copy| !mark.covers(copy, at));
        self.marks[1] = mark.newest(at);
        self.react(number, Event::Erased);
    }

    fn check(&self) {
        let believes = |tab: &&Tab| tab.pen.is_here() && !tab.inbox.contains(&Event::Lost);
        let writers = self.tabs.iter().flatten().filter(believes).count();
        assert!(
            self.means != Means::Locks || writers <= 1,
            "two have the pen"
        );
        let newest = self.newest();
        let taken: Vec<_> = self.of_holders.difference(&newest).collect();
        assert!(taken.is_empty(), "taken from the dossier: {taken:?}");
        let mut kept = newest;
        for copy in &self.copies {
            kept.extend(edits_in(copy));
        }
        let lost: Vec<_> = self.acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "lost: {lost:?}");
    }

    /// The edits that a start would show.
    fn newest(&self) -> BTreeSet<u32> {
        let erasure = self.marks[0].newest(self.marks[1]);
        let mut stores = self.stores.clone();
        for (slots, mark) in stores.iter_mut().zip(self.marks) {
            erasure.hide(slots, mark);
        }
        edits_in(&choose(&stores.concat()).chosen.unwrap_or_default())
    }

    /// Lets everything under way arrive.
    fn settle(&mut self) {
        for tab in self.tabs.iter_mut().flatten() {
            tab.is_still = false;
        }
        let mut turns = 0;
        while (0..self.tabs.len()).any(|tab| (0..4).any(|kind| self.step(tab, kind))) {
            turns += 1;
            assert!(turns < 10_000, "the tabs talk for ever");
        }
    }
}

impl Tab {
    /// Shows nothing more of what was erased, and writes nothing more of it.
    fn forget(&mut self, erasure: Erasure) {
        self.erasure = erasure;
        self.seen = Seen::default();
        self.revision = 0;
        self.in_local = 0;
        self.shows.clear();
        self.waiting = None;
        self.aside.clear();
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
            9 | 10 if world.tabs[tab].is_some() => world.stand_still(tab),
            11..18 => drop(world.step(tab, 4)),
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
    let is_erased = |edit: &&u32| world.under[**edit as usize - 1] < world.last_erasure;
    for shown in alive().map(|tab| &tab.shows) {
        let back: Vec<_> = shown.iter().filter(is_erased).collect();
        assert!(back.is_empty(), "erased and shown: {back:?}, seed {seed}");
    }
    let writers = alive().filter(|tab| tab.pen.is_here()).count();
    assert!(
        writers == alive().count().min(1) || !has_channel,
        "{writers} have the pen at rest, seed {seed}"
    );
    let newest = world.newest();
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
    // At the next start what a kill, or a tab that was asleep, brought back is gone from the disk too.
    world.found();
    let last = world.last_erasure;
    let is_erased = |edit: &&u32| world.under[**edit as usize - 1] < last;
    let slots = world.stores.iter().flatten().filter_map(Kept::text);
    for text in slots.chain(world.copies.iter().map(String::as_str)) {
        let on_disk = edits_in(text);
        let back: Vec<_> = on_disk.iter().filter(is_erased).collect();
        assert!(back.is_empty(), "erased and kept: {back:?}, seed {seed}");
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
