//! What must hold for any bytes whatever: one function for each way into a decoder. They panic where
//! it does not hold. `tests/torture` drives them with seeded mutations, `fuzz/` with libFuzzer.
//!
//! A decoder that joins gets a function here, its seeds in `seeds.rs` and one line in `fuzz/`.

mod adaptations;
mod answers;
mod bytes;
mod centres;
mod documents;
mod dossier_links;
mod histories;
mod invitations;
mod links;
mod networks;
mod questionnaires;
pub mod seeds;
mod tables;
mod tree;

pub use adaptations::{adaptation, adaptation_tree};
pub use answers::{contribution, contribution_sealed, gathered};
pub use centres::{centres, library, positioning};
pub use documents::{document, document_tree, file, record, record_sealed};
pub use dossier_links::dossier_link;
pub use histories::{history, history_tree};
pub use invitations::invitation;
pub use links::shared_by;
pub use links::{base64url, link, link_sealed, pasted, pasted_wrapped};
pub use networks::network;
pub use questionnaires::{questionnaire, questionnaire_tree};
pub use tables::{table, table_sealed};

use numea::domain::date::{Day, Moment};
use numea::domain::formats::questionnaire::official;
use numea::domain::formats::questionnaire::read_questionnaire;
use numea::domain::formats::site::{BYTES_MAX, read_site};
use numea::domain::json::{self, Members};
use numea::domain::route::Route;
use numea::domain::school::plan::ObjectiveId;
use numea::domain::school::questionnaire::{FieldId, ItemId, Questionnaire, Stage};
use numea::domain::site::{
    QUESTIONNAIRES_MAX, REGIONAL_MAX, SiteFact, TEXT_MAX, is_beside, link_of,
};
use serde::de::{IgnoredAny, MapAccess, Visitor};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::LazyLock;

/// One way into a decoder.
#[derive(Clone, Copy)]
pub struct Target {
    /// The name of its function and of its fuzz target.
    pub name: &'static str,
    /// Panics where what must hold does not.
    pub run: fn(&[u8]),
    /// What its mutations start from.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Its share of a campaign: the cheaper it is, the more of it.
    pub share: u64,
}

/// Every way into a decoder.
pub const ALL: [Target; 30] = [
    target("json", json, seeds::json, 6),
    target("record", record, seeds::records, 4),
    target("record_sealed", record_sealed, seeds::documents, 4),
    target("document", document, seeds::documents, 6),
    target("document_tree", document_tree, seeds::choices, 6),
    target("file", file, seeds::documents, 4),
    target("centres", centres, seeds::centres, 4),
    target("library", library, seeds::entries, 4),
    target("positioning", positioning, seeds::positionings, 4),
    target("history", history, seeds::histories, 4),
    target("history_tree", history_tree, seeds::choices, 4),
    target("adaptation", adaptation, seeds::adaptations, 4),
    target("adaptation_tree", adaptation_tree, seeds::choices, 6),
    target("base64url", base64url, seeds::links, 2),
    target("link", link, seeds::links, 8),
    target("link_sealed", link_sealed, seeds::choices, 6),
    target("contribution", contribution, seeds::answers, 4),
    target(
        "contribution_sealed",
        contribution_sealed,
        seeds::choices,
        4,
    ),
    target("gathered", gathered, seeds::gathered, 1),
    target("invitation", invitation, seeds::invitations, 1),
    target("dossier_link", dossier_link, seeds::dossier_links, 1),
    target("pasted", pasted, seeds::pasted, 1),
    target("pasted_wrapped", pasted_wrapped, seeds::choices, 1),
    target("questionnaire", questionnaire, seeds::questionnaires, 2),
    target("questionnaire_tree", questionnaire_tree, seeds::choices, 4),
    target("table", table, seeds::tables, 2),
    target("table_sealed", table_sealed, seeds::table_parts, 2),
    target("network", network, seeds::networks, 2),
    target("site", site, seeds::sites, 4),
    target("addresses", addresses, seeds::addresses, 8),
];

const fn target(
    name: &'static str,
    run: fn(&[u8]),
    seeds: fn() -> Vec<Vec<u8>>,
    share: u64,
) -> Target {
    Target {
        name,
        run,
        seeds,
        share,
    }
}

static OFFICIAL: LazyLock<Questionnaire> = LazyLock::new(|| official().unwrap());
static SMALL: LazyLock<Questionnaire> =
    LazyLock::new(|| read_questionnaire(seeds::SMALL_QUESTIONNAIRE).unwrap());

fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// Deepest nesting that is read, as the formats promise it.
const DEPTH_MAX: usize = 32;

/// An object as serde_json reads it: the names of its members, and how many members there are.
struct Top {
    names: BTreeSet<String>,
    len: usize,
}

impl<'de> serde::Deserialize<'de> for Top {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Top;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Top, A::Error> {
                let (mut names, mut len) = (BTreeSet::new(), 0);
                while let Some((name, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
                    names.insert(name);
                    len += 1;
                }
                Ok(Top { names, len })
            }
        }
        deserializer.deserialize_map(Members)
    }
}

/// How deep valid JSON nests.
fn nesting(json: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => depth -= 1,
            _ => {}
        }
    }
    deepest
}

/// Whether a list or an object of this many entries is neither too deep nor too long.
fn is_bounded(text: &str, entries: usize) -> bool {
    nesting(text) <= DEPTH_MAX && entries <= json::ENTRIES_MAX
}

/// Our JSON takes and refuses what serde_json does, but for twins and depth; what it read it writes
/// so that the same is read.
pub fn json(data: &[u8]) {
    let text = &text(data);
    let theirs: Result<Top, _> = serde_json::from_str(text);
    let is_object = theirs
        .as_ref()
        .is_ok_and(|top| top.len == top.names.len() && is_bounded(text, top.len));
    let ours = Members::read(text);
    assert_eq!(ours.is_ok(), is_object);
    if let (Ok(members), Ok(top)) = (ours, theirs) {
        assert!(members.iter().map(|(name, _)| name).eq(top.names.iter()));
        let written = members.write();
        assert!(written.len() <= 3 * text.len() + 2);
        assert_eq!(Members::read(&written), Ok(members));
    }
    let values: Result<Vec<IgnoredAny>, _> = serde_json::from_str(text);
    let len = values.ok().filter(|all| is_bounded(text, all.len()));
    assert_eq!(json::list(text).ok().map(|l| l.len()), len.map(|l| l.len()));
    let string = json::string(text).ok();
    assert_eq!(string, serde_json::from_str::<String>(text).ok());
    assert_eq!(json::string(&json::quoted(text)).as_ref(), Ok(text));
    if let Ok(number) = json::number(text) {
        assert_eq!(text.trim_start_matches('0').parse().unwrap_or(0), number);
    }
}

/// What the host says of itself is within its limits, and its links lead to the web or to a letter only.
pub fn site(data: &[u8]) {
    let text = &text(data);
    if let Some(link) = link_of(text) {
        let (scheme, rest) = link.split_once(':').unwrap();
        // A browser reads a scheme whatever its capitals.
        let scheme = scheme.to_ascii_lowercase();
        assert!(matches!(scheme.as_str(), "http" | "https" | "mailto"));
        assert!(
            rest.chars()
                .all(|char| !char.is_whitespace() && !char.is_control())
        );
    }
    let Ok(site) = read_site(text) else {
        return;
    };
    assert!(text.len() <= BYTES_MAX && site.regional.len() <= REGIONAL_MAX);
    assert!(site.questionnaires.len() <= QUESTIONNAIRES_MAX);
    for one in &site.questionnaires {
        assert!(is_beside(&one.file) && !one.file.contains("..") && !one.file.contains(':'));
        assert!(!one.title.is_empty() && one.title.chars().count() <= TEXT_MAX);
    }
    let facts = SiteFact::ALL.into_iter().map(|fact| site.get(fact));
    for said in facts.chain(site.regional.iter().map(String::as_str)) {
        assert!(said.chars().count() <= TEXT_MAX);
    }
}

/// What is read as an id, a day or an address has one spelling, but for addresses, which lead to the
/// same screen when written again.
pub fn addresses(data: &[u8]) {
    let text = &text(data);
    one_spelling::<ItemId>(text);
    one_spelling::<FieldId>(text);
    one_spelling::<Stage>(text);
    one_spelling::<ObjectiveId>(text);
    one_spelling::<Day>(text);
    one_spelling::<Moment>(text);
    if let Some(route) = Route::from_hash(text) {
        assert_eq!(Route::from_hash(&route.to_string()), Some(route));
        assert_eq!(route.screen().field(), route.field());
    }
}

fn one_spelling<T: FromStr + Display>(text: &str) {
    if let Ok(read) = text.parse::<T>() {
        assert_eq!(read.to_string(), text);
    }
}
