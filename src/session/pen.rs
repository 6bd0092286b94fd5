//! Joins the pen ([`crate::domain::safekeeping::pen`]) to the browser's locks and messages, and to what is shown.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::boot::{self, Hold};
use super::late::{self, Task};
use super::{Notice, SaveState, Session};
use crate::browser::channel::{Channel, tab_id};
use crate::browser::locks::{Manner, Request};
use crate::browser::{clock, page, task};
use crate::domain::safekeeping::pen::{Action, Event, Means, Message, Pen, TabId, Word};
use crate::domain::stored::choose;
use crate::keeper::Keeper;
use crate::keeper::notice;
use crate::keeper::{history, stores};

/// How long the tab that has the pen may take to hand it over, in milliseconds: it may be asleep.
const PATIENCE: i32 = 1_500;

/// How often a tab in front, that has no pen, asks whether somebody has it, in milliseconds.
const WONDERING: i32 = 10_000;

struct Desk {
    session: Session,
    tab: TabId,
    pen: RefCell<Pen>,
    channel: RefCell<Option<Channel>>,
    /// Counts the times that this tab was granted the lock: the loss of an earlier one is no news.
    turn: Cell<u32>,
    is_reading: Cell<bool>,
    must_read_again: Cell<bool>,
    /// Whether the pen has just come.
    must_level: Cell<bool>,
    /// Whether the next revision is to be far above the last one, once nothing from before is on its way.
    must_leap: Cell<bool>,
}

impl Session {
    /// Takes part in the sharing of the pen, for as long as the page lives.
    pub(super) fn share_pen(self, hold: Hold) {
        let (means, is_here) = match &hold {
            Hold::Held(_) => (Means::Locks, true),
            Hold::Busy => (Means::Locks, false),
            Hold::NoLocks => (Means::Messages, true),
        };
        let tab = tab_id();
        let desk = Rc::new(Desk {
            session: self,
            tab,
            pen: RefCell::new(Pen::new(tab, means, is_here)),
            channel: RefCell::new(None),
            turn: Cell::new(0),
            is_reading: Cell::new(false),
            must_read_again: Cell::new(false),
            must_level: Cell::new(false),
            must_leap: Cell::new(false),
        });
        desk.listen(means);
        if let Hold::Held(request) = hold {
            task::spawn(desk.clone().until_lost(request));
        }
        desk.react(Event::Opened);
    }

    /// Goes on in this tab: asks the one that has the pen for it.
    pub fn take_pen(&self) {
        self.keeper().pen(Event::Wanted);
    }

    /// Whether another tab has the pen: here one reads.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self.save_state.get(), SaveState::Elsewhere(_))
    }

    /// Reads again what is kept, and shows it where it is newer than what is shown, unless something
    /// of this page is not kept yet, or what was read `is_stale` already. What was erased in another tab is shown no longer,
    /// whatever this page has to keep of it.
    pub(super) async fn read_again(self, is_stale: impl Fn() -> bool) {
        let stores = self.keeper().stores();
        let found = stores::read(&stores).await;
        let kept = history::read(&stores).await;
        if is_stale() {
            return;
        }
        let known = self.keeper().erasure();
        if found.erasure.is_after(known) {
            self.forget(found.erasure);
        }
        let start = choose(&found.copies);
        self.keeper.with_value(|keeper| {
            if keeper.is_news(&start) {
                keeper.go_on_from(&found.copies, &start);
                self.undo.set(boot::undo(kept, &start));
                self.dossier.set(start.restored.dossier);
                // The other tab counted its edits, or saved a file.
                self.recall_unsaved();
                self.dismiss(Notice::ErasedElsewhere);
            }
        });
    }
}

impl Desk {
    fn listen(self: &Rc<Self>, means: Means) {
        let desk = self.clone();
        let pen: Rc<dyn Fn(Event)> = Rc::new(move |event| desk.react(event));
        self.session.keeper().tell_pen(pen.clone());
        let heard = pen.clone();
        let channel = Channel::open(move |text| {
            if let Some(message) = Message::read(&text) {
                heard(Event::Heard(message));
            }
        });
        if channel.is_none() || self.session.stores().database.is_none() {
            // localStorage itself tells the other tabs that what was written can be read: with no database beside it, the word
            // of the tab that wrote it may come before that.
            let (saved, from) = (pen.clone(), 0);
            let word = Word::Saved;
            page::on_window(
                "storage",
                Box::new(move || saved(Event::Heard(Message { from, word }))),
            );
        }
        self.channel.replace(channel);
        if means == Means::Messages {
            let shown = pen.clone();
            let turned: Rc<dyn Fn()> = Rc::new(move || {
                if page::is_visible() {
                    shown(Event::Shown);
                }
            });
            let again = turned.clone();
            page::on_window("visibilitychange", Box::new(move || turned()));
            page::every(WONDERING, move || again());
            let closing = pen.clone();
            page::on_window("pagehide", Box::new(move || closing(Event::Closing)));
            page::on_window("pageshow", Box::new(move || pen(Event::Opened)));
        }
    }

    fn react(self: &Rc<Self>, event: Event) {
        let was_here = self.pen.borrow().is_here();
        let actions = self.pen.borrow_mut().react(event);
        let is_here = self.pen.borrow().is_here();
        if is_here && !was_here {
            self.must_level.set(true);
            self.must_leap.set(true);
        }
        if !is_here {
            self.set_elsewhere(true);
        }
        for action in actions.into_iter().flatten() {
            self.act(action);
        }
        if event == Event::Flushed && is_here && self.must_leap.get() && !self.has_unsaved() {
            self.act(Action::Reload);
        }
    }

    fn act(self: &Rc<Self>, action: Action) {
        match action {
            Action::Queue => task::spawn(self.clone().ask(Manner::Wait)),
            Action::Steal => task::spawn(self.clone().ask(Manner::Steal)),
            Action::Say(word) => {
                if let Some(channel) = self.channel.borrow().as_ref() {
                    let from = self.tab;
                    channel.say(&Message { from, word }.write());
                }
            }
            Action::Reload => task::spawn(self.clone().reload()),
            Action::Flush => self.session.keeper().flush(),
            Action::Patience(question) => {
                let desk = self.clone();
                page::after(PATIENCE, move || desk.react(Event::Unanswered(question)));
            }
            Action::TellCopied => {
                notice::add(self.session.notices, Notice::Copied(clock::now()));
            }
        }
    }

    async fn ask(self: Rc<Self>, manner: Manner) {
        if let Ok(request) = Request::new(manner)
            && request.granted().await
        {
            self.react(Event::Granted);
            self.until_lost(request).await;
        }
    }

    async fn until_lost(self: Rc<Self>, request: Request) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        request.lost().await;
        if self.turn.get() == turn {
            self.react(Event::Lost);
        }
    }

    /// Reads again, one reading at a time; then this tab writes if it has the pen.
    async fn reload(self: Rc<Self>) {
        self.must_read_again.set(true);
        if self.is_reading.replace(true) {
            return;
        }
        while self.must_read_again.replace(false) {
            let desk = self.clone();
            let is_stale = Rc::new(move || desk.must_read_again.get());
            late::run(self.session, Task::ReadAgain(is_stale)).await;
        }
        self.is_reading.set(false);
        if self.pen.borrow().is_here() {
            // What is still on its way was made before what was read: it must not go above that.
            if self.must_leap.get() && !self.has_unsaved() {
                self.must_leap.set(false);
                self.session.keeper().leap();
            }
            self.set_elsewhere(false);
            // The tab that had the pen before may have failed to write.
            if self.must_level.replace(false) {
                self.session.level(Keeper::is_behind);
            }
        }
    }

    fn has_unsaved(&self) -> bool {
        let keeper = self.session.keeper;
        keeper.with_value(Keeper::has_unsaved)
    }

    fn set_elsewhere(&self, is_elsewhere: bool) {
        self.session.keeper().set_elsewhere(is_elsewhere);
    }
}
