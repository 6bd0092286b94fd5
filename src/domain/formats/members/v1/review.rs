//! Member `review` of a dossier, after 0.1.0: `since`, the day on which a review of the answers began; `before`, the
//! responses as they were, as in `answers`; `unchanged`, the items that were found so.

use super::{answers, read_day};
use crate::domain::json::{self, Members, listed, quoted};
use crate::domain::school::timeline::Review;

/// Name of the member.
pub const MEMBER: &str = "review";

/// Writes the member.
pub fn write(review: &Review) -> String {
    let Review {
        since,
        before,
        unchanged,
    } = review;
    let mut members = Members::default();
    if let Some(since) = since {
        members.set("since", quoted(&since.to_string()));
    }
    members.set("before", answers::write(before));
    if !unchanged.is_empty() {
        let items = unchanged.iter().map(|item| quoted(&item.to_string()));
        members.set("unchanged", listed(items));
    }
    members.write()
}

/// Reads the member, as far as it can be read; without a day there is no review.
pub fn read(raw: &str, left_out: &mut Vec<String>) -> Review {
    let mut review = Review::default();
    let Ok(members) = Members::read(raw) else {
        left_out.push(MEMBER.into());
        return review;
    };
    for (name, raw) in members.iter() {
        let is_read = match name {
            "since" => read_day(raw, &mut review.since),
            "before" => {
                let mut inside = Vec::new();
                review.before = answers::read(raw, &mut inside);
                inside.is_empty()
            }
            "unchanged" => read_items(raw, &mut review),
            _ => false,
        };
        if !is_read {
            left_out.push([MEMBER, "/", name].concat());
        }
    }
    if review.is_none() {
        return Review::default();
    }
    review.before = review.before.responses_only();
    review
}

fn read_items(raw: &str, review: &mut Review) -> bool {
    let Ok(texts) = json::list(raw) else {
        return false;
    };
    let mut is_whole = true;
    for text in &texts {
        let item = json::string(text).ok().and_then(|text| text.parse().ok());
        match item.filter(|item| !review.unchanged.contains(item)) {
            Some(item) => review.unchanged.push(item),
            None => is_whole = false,
        }
    }
    is_whole
}
