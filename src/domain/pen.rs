//! The pen: which of the open tabs may write. The first one writes; the others read, follow, and take the
//! pen when asked to.
//!
//! Where the browser has locks, whoever holds the lock has the pen. Where it has none, tabs tell each other
//! by messages, and of two that both believe they have it the one opened first keeps it. With neither,
//! every tab writes as if it were alone: what a store holds is looked at before each writing
//! ([`super::slots`]), so that nothing is lost then either.

/// A tab. Grows with the moment at which the tab was opened.
pub type TabId = u64;

/// What a tab says to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who says it.
    pub from: TabId,
    /// What.
    pub word: Word,
}

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// I am here; has anyone the pen?
    Hello,
    /// I have the pen.
    Mine,
    /// What is kept may have changed.
    Saved,
    /// The person wants the pen here.
    Ask,
    /// This tab may take the pen: my work is kept.
    Given(TabId),
    /// I have taken the pen, from whoever had it.
    Taken,
    /// I leave, with the pen.
    Gone,
}

impl Message {
    /// The message as text.
    pub fn write(self) -> String {
        let (name, to) = match self.word {
            Word::Hello => ("hello", 0),
            Word::Mine => ("mine", 0),
            Word::Saved => ("saved", 0),
            Word::Ask => ("ask", 0),
            Word::Given(to) => ("given", to),
            Word::Taken => ("taken", 0),
            Word::Gone => ("gone", 0),
        };
        format!("{name} {} {to}", self.from)
    }

    /// Reads a message. `None` for what is not one, or not one that this version knows.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (name, from, to) = (parts.next()?, parts.next()?, parts.next()?);
        let word = match name {
            "hello" => Word::Hello,
            "mine" => Word::Mine,
            "saved" => Word::Saved,
            "ask" => Word::Ask,
            "given" => Word::Given(to.parse().ok()?),
            "taken" => Word::Taken,
            "gone" => Word::Gone,
            _ => return None,
        };
        let from = from.parse().ok()?;
        Some(Self { from, word })
    }
}

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
    /// The tab that was asked has had its time to answer.
    Unanswered,
    /// All that this tab had to keep was written, or refused.
    Flushed,
    /// The page goes.
    Closing,
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
    /// [`Event::Unanswered`] after a while.
    Patience,
}

/// Up to three things to do, in order.
pub type Actions = [Option<Action>; 3];

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
}

const NOTHING: Actions = [None; 3];

fn one(action: Action) -> Actions {
    [Some(action), None, None]
}

fn two(first: Action, second: Action) -> Actions {
    [Some(first), Some(second), None]
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
                two(Action::Say(Word::Ask), Action::Patience)
            }
            Event::Unanswered => self.win(),
            Event::Flushed => {
                let heir = self.heir.take();
                let given = heir.map(|heir| Action::Say(Word::Given(heir)));
                // What was written elsewhere in the meantime was not shown over what was not kept yet.
                let reload = (!self.is_here()).then_some(Action::Reload);
                [Some(Action::Say(Word::Saved)), given, reload]
            }
            Event::Closing if self.means == Means::Messages && self.is_here() => {
                one(Action::Say(Word::Gone))
            }
            Event::Closing => NOTHING,
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
            Word::Mine if self.is_here() && self.tab < from => one(Action::Say(Word::Mine)),
            Word::Mine | Word::Taken if self.is_here() => {
                self.place = Place::Elsewhere;
                one(Action::Reload)
            }
            Word::Hello | Word::Mine | Word::Taken => NOTHING,
            Word::Saved => one(Action::Reload),
            Word::Ask if self.is_here() => {
                self.place = Place::Elsewhere;
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

    /// Takes what was asked for.
    fn win(&mut self) -> Actions {
        match self.means {
            Means::Locks | Means::Messages if self.place != Place::Asked => NOTHING,
            Means::Locks => one(Action::Steal),
            Means::Messages => self.take(Some(Action::Say(Word::Taken))),
        }
    }

    fn take(&mut self, said: Option<Action>) -> Actions {
        self.place = Place::Here;
        self.heir = None;
        // The one that had it may have gone without a word: the others read what it left too.
        [said, Some(Action::Reload), Some(Action::Say(Word::Saved))]
    }

    fn queue(&mut self) -> Actions {
        let is_queued = std::mem::replace(&mut self.is_queued, true);
        [
            (!is_queued).then_some(Action::Queue),
            Some(Action::Reload),
            None,
        ]
    }
}
