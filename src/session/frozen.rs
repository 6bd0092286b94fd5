//! What is written once, beside the slots, as the session asks for it.

use super::Session;
use crate::keeper::frozen::{Clean, NotFrozen, Texts};

impl Session {
    /// The texts whose keys start so. What was erased is not among them.
    pub(super) async fn frozen(self, start: &'static str) -> Texts {
        self.keeper().frozen(start).await
    }

    /// The beginning and the end of each of these texts, with its key.
    pub(super) async fn frozen_ends(
        self,
        start: &'static str,
        size: u32,
    ) -> Vec<(String, [String; 2])> {
        self.keeper().frozen_ends(start, size).await
    }

    /// Where texts can be read one by one: the stores that are rid of what was erased.
    pub(super) async fn clean(self) -> Clean {
        self.keeper().clean().await
    }

    /// Keeps texts, each under its key, and deletes those of other keys.
    ///
    /// # Errors
    /// Where another tab has the pen, or no store takes it.
    pub(super) async fn freeze(self, texts: Texts, gone: Vec<String>) -> Result<(), NotFrozen> {
        if self.is_refused() {
            return Err(NotFrozen::Elsewhere);
        }
        self.keeper().freeze(texts, gone).await
    }
}
