//! What is written once, under a key of its own: it never changes, and is in no slot, so that an edit of the dossier costs the
//! same however many there are. A text has no revision that an erasure counts; it is erased with the store it is in.

/// Keys of « réponses individuelles » that were received start so, and go on with the id and the revision.
pub const CONTRIBUTION: &str = "contribution:";
/// Keys of « positionnements datés » start so, and go on with the id.
pub const SNAPSHOT: &str = "positioning:";
/// Keys of what the school asked before start so, and go on with the CRC-32 of the text: the official questionnaire, an adaptation.
pub const ASKED: &str = "asked:";

/// The key of a text of this kind: whose it is, and how often that was sent.
pub fn key(kind: &str, id: u64, revision: u16) -> String {
    let [id, revision] = [format!("{id:016x}"), revision.to_string()];
    [kind, &id, ".", &revision].concat()
}
