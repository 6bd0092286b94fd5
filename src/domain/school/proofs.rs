//! Links to proofs: one a field, however many were pasted or typed at once.

use super::answers::{PROOF_MAX, PROOFS_MAX};

/// The links of a text that holds nothing else, where there are several; none where it holds one, or words.
pub fn links_in(text: &str) -> Vec<&str> {
    let parts = text.split_whitespace();
    let parts = parts.map(|part| part.trim_matches([',', ';', '•']));
    let links: Vec<_> = parts
        .filter(|part| !matches!(*part, "" | "-" | "–"))
        .collect();
    if links.len() > 1 && links.iter().all(|part| is_link(part)) {
        links
    } else {
        Vec::new()
    }
}

/// Whether a text holds several links, and words: which of them a proof is, only the person knows.
pub fn has_several_links(text: &str) -> bool {
    text.split_whitespace().filter(|part| is_link(part)).count() > 1
}

fn is_link(part: &str) -> bool {
    part.starts_with("https://") || part.starts_with("http://")
}

/// Several links in the proofs of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// The proofs, with the links.
    pub proofs: Vec<String>,
    /// The links for which there is no room, or which are too long.
    pub over: Vec<String>,
}

/// Puts links among the proofs: in the place of the one that is blank or holds them all, else after it.
/// Nothing that is kept is put out for them.
pub fn spread(proofs: &[String], place: usize, links: &[&str]) -> Spread {
    let mut proofs = proofs.to_vec();
    let mut next = place.saturating_add(1).min(proofs.len());
    let here = proofs.get(place).map(|text| text.trim());
    if here.is_some_and(|text| text.is_empty() || !links_in(text).is_empty()) {
        proofs.remove(place);
        next = place;
    }
    let mut over = Vec::new();
    for link in links {
        if proofs.len() < PROOFS_MAX && link.chars().count() <= PROOF_MAX {
            proofs.insert(next, (*link).to_owned());
            next += 1;
        } else {
            over.push((*link).to_owned());
        }
    }
    Spread { proofs, over }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn several_links_are_told_from_one_and_from_words() {
        for (text, links) in [
            (
                "https://a.fr https://b.fr",
                vec!["https://a.fr", "https://b.fr"],
            ),
            (
                "- https://a.fr\r\n- http://b.fr ;",
                vec!["https://a.fr", "http://b.fr"],
            ),
            (
                "https://a.fr,\thttps://b.fr",
                vec!["https://a.fr", "https://b.fr"],
            ),
            ("https://archives.fr/https://a.fr", vec![]),
            (" https://a.fr ", vec![]),
            ("Charte https://a.fr https://b.fr", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(links_in(text), links, "{text:?}");
        }
        assert!(has_several_links("Charte https://a.fr, bilan https://b.fr"));
        assert!(!has_several_links("Charte https://a.fr"));
    }

    #[test]
    fn several_links_become_several_proofs_and_none_that_is_kept_is_put_out() {
        let links = ["https://a.fr", "https://b.fr"];
        for (kept, place, proofs) in [
            (vec![], 0, vec!["https://a.fr", "https://b.fr"]),
            (
                vec!["x", "y"],
                0,
                vec!["x", "https://a.fr", "https://b.fr", "y"],
            ),
            (
                vec!["x", " ", "y"],
                1,
                vec!["x", "https://a.fr", "https://b.fr", "y"],
            ),
            (
                vec!["https://a.fr https://b.fr", "y"],
                0,
                vec!["https://a.fr", "https://b.fr", "y"],
            ),
            (vec!["x"], 1, vec!["x", "https://a.fr", "https://b.fr"]),
        ] {
            let spread = spread(&texts(&kept), place, &links);
            assert_eq!(spread.proofs, texts(&proofs), "{kept:?}");
            assert_eq!(spread.over, texts(&[]));
        }
        let long = ["https://", &"a".repeat(PROOF_MAX)].concat();
        let nine: Vec<_> = (1..PROOFS_MAX).map(|number| number.to_string()).collect();
        let spread = spread(&nine, 3, &["https://a.fr", &long, "https://b.fr"]);
        assert_eq!(spread.proofs.len(), PROOFS_MAX);
        assert!(nine.iter().all(|proof| spread.proofs.contains(proof)));
        assert_eq!(spread.over, [long.as_str(), "https://b.fr"]);
    }
}
