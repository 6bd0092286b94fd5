//! The history of undoing, saved beside the dossier, in the same transaction, for its very revision. It comes second: whatever
//! happens to it, the dossier is kept.

use super::Keeper;
use super::stores::Stores;
use crate::browser::task;

/// Key of the history, in the database or, where there is none, in localStorage.
pub const KEY: &str = "history";
/// Most that localStorage keeps of it, in bytes: there it is written at once, in the room of the dossier.
const LOCAL_MAX: usize = 200_000;

impl Keeper {
    /// Saves the history where there is no database, once the edit is remembered. One too large is not kept.
    pub(super) fn save_history_locally(self) {
        task::spawn(async move {
            let Some(local) = self.local() else {
                return;
            };
            let text = self.history().filter(|text| text.len() <= LOCAL_MAX);
            // Losing it costs the undoing of what was done before a reload, nothing more.
            let _ = local.write(KEY, &text.unwrap_or_default());
        });
    }
}

/// The saved text of the history, if there is one.
pub async fn read(stores: &Stores) -> Option<String> {
    match (&stores.database, stores.local) {
        (Some(database), _) => database.read(KEY).await.ok().flatten(),
        (None, Some(local)) => local.read(KEY).ok().flatten(),
        (None, None) => None,
    }
}
