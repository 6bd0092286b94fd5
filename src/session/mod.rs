//! Room 4: joins the domain to the browser. Signals to read, and the one write path: [`Session::apply`].

mod adapted;
mod agenda;
mod answering;
mod asked;
mod boot;
mod centres;
mod copies;
mod drafts;
mod erase;
mod files;
mod gathering;
mod history;
mod importing;
mod inviting;
mod late;
mod level;
mod linking;
mod minutes;
mod network;
mod papers;
mod pen;
mod planning;
mod safety;
mod sharing;
mod theme;
mod timeline;
mod today;
mod updates;
mod viewed;
mod watched;

pub use crate::domain::imported::{ChangedLine, Changes, Imported, NotTaken, Outcome};
pub use crate::domain::opened::{NotUnpacked, Opened, Origin};
pub use crate::domain::papers::{ChartFile, Document, NotMade, SheetsFile};
pub use crate::domain::safekeeping::copies::StoredCopy;
pub use crate::domain::safekeeping::save_state::SaveState;
pub use crate::keeper::copies::{Held, NotCopied};
pub use crate::keeper::frozen::NotFrozen;
pub use crate::keeper::notice::{NotOpened, Notice};
pub use adapted::{NotTakenOver, received_adaptation};
pub use agenda::{Reminders, Wanted};
pub use answering::{Followed, Respondent};
pub use boot::{Boot, boot};
pub use centres::{AllErased, NotMade as NoDossier, NotSwitched, SavedAll};
pub use drafts::DraftStore;
pub use files::Desk;
pub use inviting::{Invited, NotInvited};
pub use late::{AGAIN_AFTER, NotFetched};
pub use network::{Came, Read, Watch, forget_network, network};
pub use viewed::Viewed;
pub use watched::{Items, Watched};

use leptos::prelude::*;
use std::ops::Deref;

use crate::browser::device::{self, Frame};
use crate::browser::{clock, location, page, task};
use crate::domain::date::Moment;
use crate::domain::formats::history::History;
use crate::domain::route::Route;
use crate::domain::safekeeping::reminder::Unsaved;
use crate::domain::school::dossier::{self, Change, Dossier, Edit};
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::undo::{Step, Way};
use crate::keeper::stores::Stores;
use crate::keeper::{Keeper, notice};

/// Key of the screen to come back to.
const SCREEN_KEY: &str = "screen";

/// Applies an edit to a dossier, in the domain.
type Apply = fn(&mut Dossier, &Questionnaire, &Edit) -> Option<Step>;

/// One's own dossier, which it reads as any [`Viewed`], and what can be done with it. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
pub struct Session {
    own: Viewed,
    /// Whether the work is safe.
    pub save_state: ReadSignal<SaveState>,
    /// The screen that is shown; none for an address that is not ours.
    pub route: Memo<Option<Route>>,
    /// What follows the `#` in the address.
    hash: ReadSignal<String>,
    /// Sentences to say about the start, until they are closed.
    pub notices: RwSignal<Vec<Notice>>,
    /// Whether « Équipe » is in the menu: the person asked for it, or an answer came in.
    pub has_team: RwSignal<bool>,
    /// The state of the list of dossiers, which changes with it; empty where there is one dossier. No type of its own: each
    /// weighs a kilobyte on the first visit.
    pub centres: RwSignal<String>,
    /// The keys of the copies that are on the desk: it changes when they do.
    pub copies: RwSignal<String>,
    desk: StoredValue<Desk, LocalStorage>,
    /// What no file holds.
    unsaved: RwSignal<Unsaved>,
    /// The code of the link whose dossier, or whose trouble, is on the desk.
    unpacked: RwSignal<String>,
    undo: RwSignal<History>,
    keeper: StoredValue<Keeper, LocalStorage>,
}

impl Deref for Session {
    type Target = Viewed;

    fn deref(&self) -> &Viewed {
        &self.own
    }
}

impl Session {
    /// What keeps the work.
    fn keeper(&self) -> Keeper {
        self.keeper.with_value(Keeper::clone)
    }

    /// The stores that may be written.
    fn stores(&self) -> Stores {
        self.keeper.with_value(Keeper::stores)
    }

    /// The session of a start. Follows the address bar and the theme for as long as the page lives.
    pub fn new(boot: Boot) -> Self {
        let (save_state, set_save_state) = signal(SaveState::Untouched);
        let notices = RwSignal::new(Vec::new());
        let keeper = Keeper::new(boot.stores.clone(), set_save_state, notices);
        keeper.start_from(&boot.found, &boot.start);
        let keeps_nothing = save_state.get_untracked() == SaveState::Memory;
        let of_the_place = match device::frame() {
            _ if page::is_safe_start() => Some(Notice::SafeStart),
            Frame::None => keeps_nothing.then_some(Notice::NoStore),
            Frame::Same => keeps_nothing.then_some(Notice::Frame),
            Frame::Other | Frame::Sealed => Some(Notice::Frame),
        };
        if let Some(notice) = of_the_place {
            notice::add(notices, notice);
        }
        let (hash, set_hash) = signal(boot.hash);
        let route = Memo::new(move |_| hash.with(|hash| Route::from_hash(hash)));
        let day = clock::now().map(Moment::day);
        let session = Self {
            own: Viewed::own(boot.questionnaire, boot.start.restored.dossier, day),
            save_state,
            route,
            hash,
            has_team: RwSignal::new(false),
            centres: RwSignal::new(String::new()),
            copies: RwSignal::new(String::new()),
            desk: StoredValue::new_local(Desk::default()),
            unsaved: RwSignal::default(),
            unpacked: RwSignal::new(String::new()),
            notices,
            undo: RwSignal::new(boot.history),
            keeper: StoredValue::new_local(keeper),
        };
        session.register_document();
        session.write_before_leaving();
        // What can be kept nowhere cannot be shared.
        if save_state.get_untracked() != SaveState::Memory {
            session.share_pen(boot.hold);
        }
        session.level(Keeper::is_behind);
        session.watch_database();
        session.await_database();
        session.ask_before_leaving();
        page::on_window("focusout", Box::new(move || session.end_typing()));
        let written = session.written_objective();
        location::on_hash_change(move || {
            set_hash.set(location::hash());
            session.end_typing();
            session.follow_objective(&written);
            session.level(Keeper::is_undurable);
            session.remember(route.get_untracked());
        });
        session.remember(route.get_untracked());
        session.recall_unsaved();
        session.recall_team();
        task::spawn(late::run(session, late::Task::Follow));
        // Nor does it have the page kept.
        if !route.get_untracked().is_some_and(Route::is_visit) {
            task::spawn(late::run(session, late::Task::CachePage));
        }
        session
    }

    /// Does something: the one way to change the dossier.
    pub fn apply(&self, change: Change) {
        self.carry_out(change, dossier::apply);
    }

    /// Answers an item, as [`Session::apply`] does: what ticks a box calls this, so that the code of a plan is not of the
    /// first visit.
    pub fn tick(&self, change: Change) {
        self.carry_out(change, dossier::answer);
    }

    fn carry_out(&self, change: Change, apply: Apply) {
        if self.is_refused() {
            return;
        }
        if let Some(step) = self.change(change, apply) {
            let is_edit = self
                .dossier
                .with_untracked(|dossier| self.undo.try_update(|undo| undo.push(step, dossier)));
            // Words typed on into a field are no further edit, but the file that was saved in between does
            // not hold them.
            if is_edit == Some(true) || self.unsaved.get_untracked().edits == 0 {
                self.count_edit();
            }
        }
    }

    /// Whether the screen shows somebody else's work, or an older state of one's own.
    pub fn is_visit(&self) -> bool {
        self.route.get().is_some_and(Route::is_visit)
    }

    /// One's own dossier, to be read.
    pub fn own(&self) -> Viewed {
        self.own
    }

    /// The first field of the questionnaire.
    pub fn first_field(&self) -> Route {
        self.questionnaire
            .fields()
            .next()
            .map_or(Route::Home, |field| Route::Field(field.id))
    }

    /// Goes to a screen.
    pub fn go(&self, route: Route) {
        location::go(&route.to_string());
    }

    /// Whether another tab has the pen; the sentence that says so is then shown to the person.
    fn is_refused(&self) -> bool {
        let is_elsewhere = untrack(|| self.is_elsewhere());
        if is_elsewhere {
            self.show_again();
            page::focus("#elsewhere");
        }
        is_elsewhere
    }

    /// Every field shows again what is kept: the change that was just made to it is refused.
    fn show_again(&self) {
        self.dossier.notify();
        self.items.show_again();
    }

    /// Saves the texts that this notice is about as files, exactly as they were found.
    pub fn save_originals(&self, notice: Notice) {
        let originals = self.keeper().originals(notice);
        for (key, text) in originals {
            // A browser that cannot make a file says so by itself; the text stays kept.
            let _ = files::save_original(&key, &text);
        }
    }

    /// Undoes, or does again, by the part of the page that can: what the header's buttons press.
    pub fn ask_step(self, way: Way) {
        task::spawn(late::run(self, late::Task::Step(way)));
    }

    fn change(&self, change: Change, apply: Apply) -> Option<Step> {
        let at = self.moment_of_edit()?;
        let edit = Edit { at, change };
        let step = self.dossier.try_maybe_update(|dossier| {
            let step = apply(dossier, self.questionnaire, &edit);
            (step.is_some(), step)
        })??;
        self.save();
        Some(step)
    }

    fn save(&self) {
        self.keeper().save();
    }

    fn remember(&self, route: Option<Route>) {
        if self.is_erased() || untrack(|| self.is_elsewhere()) {
            return;
        }
        if let Some(route) = route.filter(|route| !route.is_visit()) {
            let screen = route.screen().to_string();
            self.keeper().save_setting(SCREEN_KEY, &screen);
        }
    }
}
