//! The pen: which of the open tabs may write. The first one writes; the others read, follow, and take the
//! pen when asked to.
//!
//! Where the browser has locks, whoever holds the lock has the pen. Where it has none, tabs tell each other
//! by messages, and of two that both believe they have it the one opened first keeps it. With neither,
//! every tab writes as if it were alone: what a store holds is looked at before each writing
//! ([`super::slots`]), so that nothing is lost then either.
//!
//! A tab whose thread stands still does not hear that it lost the pen. So whoever takes the pen goes on far above the last
//! revision, and a write never goes above a revision that its page has not read ([`super::slots::Fate`]).

mod message;

pub use message::{Message, TabId, Word};

/// What happens to a tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It starts, or comes back from the browser's memory.
    Opened,
    /// The lock is now its own.
    Granted,
    /// The lock is another's now.
    Lost,
    /// Another tab spoke.
    Heard(Message),
    /// The person wants to go on here.
    Wanted,
    /// Whoever was to answer this question has had the time to.
    Unanswered(Question),
    /// All that this tab had to keep was written, or refused.
    Flushed,
    /// The page goes.
    Closing,
    /// The person turns to this tab.
    Shown,
    /// The person had all that is kept erased, in this tab.
    Erased,
    /// A write of this tab found that another tab has had the pen since, and became a dated copy.
    Copied,
    /// A write of this tab found that all was erased since, or was written by another tab already.
    Outdated,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Wait for the lock, without hurry.
    Queue,
    /// Take the lock from whoever has it.
    Steal,
    /// Say this to the others.
    Say(Word),
    /// Read again what is kept and show it; only then may this tab write, if it has the pen.
    Reload,
    /// Have what is not written yet written, then [`Event::Flushed`].
    Flush,
    /// [`Event::Unanswered`] of this question after a while.
    Patience(Question),
    /// Tell the person that another tab's text became a dated copy.
    TellCopied,
}

/// Up to four things to do, in order.
pub type Actions = [Option<Action>; 4];

/// Number of a question that a tab put to the others.
pub type Question = u32;

/// How tabs of this browser know of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// There are locks.
    Locks,
    /// There are only messages, if any.
    Messages,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Here.
    Here,
    /// In another tab.
    Elsewhere,
    /// In another tab, which was asked for it.
    Asked,
    /// In another tab, unless that went without a word: it was asked whether it is there.
    Wondered,
    /// Given to the tab that asked for it, which has not taken it yet.
    Given,
}

/// One tab's view of the pen.
#[derive(Debug)]
pub struct Pen {
    tab: TabId,
    means: Means,
    place: Place,
    /// Whether the lock is waited for.
    is_queued: bool,
    /// To whom it is given once everything is written.
    heir: Option<TabId>,
    /// The last question: what was not answered before it no longer matters.
    question: Question,
}

const NOTHING: Actions = [None; 4];

fn one(action: Action) -> Actions {
    [Some(action), None, None, None]
}

fn two(first: Action, second: Action) -> Actions {
    [Some(first), Some(second), None, None]
}

impl Pen {
    /// The pen of a tab that starts; `is_here`: without locks, or with the lock.
    pub fn new(tab: TabId, means: Means, is_here: bool) -> Self {
        Self {
            tab,
            means,
            place: if is_here {
                Place::Here
            } else {
                Place::Elsewhere
            },
            is_queued: false,
            heir: None,
            question: 0,
        }
    }

    /// Whether this tab may write, once it has read what is kept.
    pub fn is_here(&self) -> bool {
        self.place == Place::Here
    }

    /// What to do after an event.
    pub fn react(&mut self, event: Event) -> Actions {
        match event {
            Event::Opened => match self.means {
                Means::Locks if self.is_here() => NOTHING,
                Means::Locks => self.queue(),
                Means::Messages => two(Action::Say(Word::Hello), Action::Reload),
            },
            Event::Granted => {
                self.is_queued = false;
                self.take(None)
            }
            Event::Lost => {
                self.place = Place::Elsewhere;
                self.queue()
            }
            Event::Wanted => {
                if self.is_here() {
                    return NOTHING;
                }
                self.place = Place::Asked;
                two(Action::Say(Word::Ask), self.patience())
            }
            Event::Unanswered(question) if question == self.question => self.win(),
            Event::Unanswered(_) => NOTHING,
            Event::Flushed => {
                let heir = self.heir.take();
                let given = heir.map(|heir| Action::Say(Word::Given(heir)));
                // What was written elsewhere in the meantime was not shown over what was not kept yet.
                let reload = (!self.is_here()).then_some(Action::Reload);
                let patience = given.map(|_| self.patience());
                [Some(Action::Say(Word::Saved)), given, reload, patience]
            }
            Event::Closing if self.means == Means::Messages && self.is_here() => {
                one(Action::Say(Word::Gone))
            }
            Event::Closing => NOTHING,
            // The browser may have dropped the last word of a tab that closed.
            Event::Shown if self.means == Means::Messages && self.place == Place::Elsewhere => {
                self.place = Place::Wondered;
                two(Action::Say(Word::Hello), self.patience())
            }
            Event::Shown => NOTHING,
            Event::Erased => one(Action::Say(Word::Erased)),
            // The lock may be lost without this tab having heard of it yet: what is shown must be read again anyway.
            Event::Copied => two(Action::Say(Word::Copied), Action::Reload),
            Event::Outdated => one(Action::Reload),
            Event::Heard(message) if message.from == self.tab => NOTHING,
            Event::Heard(Message { from, word }) => self.hear(from, word),
        }
    }

    fn hear(&mut self, from: TabId, word: Word) -> Actions {
        match word {
            // With locks, only the lock tells who has the pen.
            Word::Hello | Word::Mine | Word::Taken | Word::Gone if self.means == Means::Locks => {
                NOTHING
            }
            Word::Hello if self.is_here() => one(Action::Say(Word::Mine)),
            Word::Mine | Word::Taken if matches!(self.place, Place::Wondered | Place::Given) => {
                self.place = Place::Elsewhere;
                NOTHING
            }
            Word::Mine if self.is_here() && self.tab < from => one(Action::Say(Word::Mine)),
            Word::Mine | Word::Taken if self.is_here() => {
                self.place = Place::Elsewhere;
                one(Action::Reload)
            }
            Word::Hello | Word::Mine | Word::Taken => NOTHING,
            // What is read says whether it was erased.
            Word::Saved | Word::Erased => one(Action::Reload),
            Word::Copied => one(Action::TellCopied),
            Word::Ask if self.is_here() => {
                self.place = Place::Given;
                self.heir = Some(from);
                one(Action::Flush)
            }
            Word::Ask => NOTHING,
            Word::Given(to) if to == self.tab => self.win(),
            Word::Given(_) => NOTHING,
            Word::Gone if !self.is_here() => self.take(Some(Action::Say(Word::Mine))),
            Word::Gone => NOTHING,
        }
    }

    /// Gives whoever is to answer the time to.
    fn patience(&mut self) -> Action {
        self.question += 1;
        Action::Patience(self.question)
    }

    /// Takes what was asked for, what nobody answered for, or back what was given and not taken: the tab that
    /// asked may have been closed.
    fn win(&mut self) -> Actions {
        match (self.place, self.means) {
            (Place::Here | Place::Elsewhere, _) => NOTHING,
            (Place::Asked | Place::Wondered, Means::Locks) => one(Action::Steal),
            // It has the lock as long as it has not lost it.
            (Place::Given, Means::Locks) => self.take(None),
            (Place::Asked, Means::Messages) => self.take(Some(Action::Say(Word::Taken))),
            // Of several that do so one keeps it.
            (Place::Wondered | Place::Given, Means::Messages) => {
                self.take(Some(Action::Say(Word::Mine)))
            }
        }
    }

    fn take(&mut self, said: Option<Action>) -> Actions {
        self.place = Place::Here;
        self.heir = None;
        // The one that had it may have gone without a word: the others read what it left too.
        [
            said,
            Some(Action::Reload),
            Some(Action::Say(Word::Saved)),
            None,
        ]
    }

    fn queue(&mut self) -> Actions {
        let is_queued = std::mem::replace(&mut self.is_queued, true);
        [
            (!is_queued).then_some(Action::Queue),
            Some(Action::Reload),
            None,
            None,
        ]
    }
}
