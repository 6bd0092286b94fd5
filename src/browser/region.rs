//! A stretch of the page whose content is replaced as a whole, between two marks that nobody sees.
//!
//! Extensions and translators change the page too. The marks are processing instructions: a program that
//! removes comments or joins texts leaves them alone. Where a mark was removed or moved all the same, the
//! content that was placed last tells where the region is.

use std::cell::RefCell;

use super::dom::{self, Node};

/// A stretch of the page between two marks.
#[derive(Debug)]
pub struct Region {
    start: Node,
    end: Node,
    last: RefCell<Last>,
}

/// What the region held when its content was last replaced.
#[derive(Debug, Default)]
struct Last {
    content: Vec<Node>,
    parent: Option<Node>,
}

impl Region {
    /// An empty region, inside a fragment that puts it into the page.
    pub fn new() -> (Self, Node) {
        let region = Self {
            start: dom::mark(),
            end: dom::mark(),
            last: RefCell::default(),
        };
        let holder = dom::fragment();
        dom::append(&holder, &region.start);
        dom::append(&holder, &region.end);
        (region, holder)
    }

    /// The nodes between the marks; none where a mark was removed, or moved past the other.
    fn between(&self) -> Option<Vec<Node>> {
        self.start.parent_node()?;
        let mut nodes = Vec::new();
        let mut next = self.start.next_sibling();
        while let Some(node) = next {
            if node == self.end {
                return Some(nodes);
            }
            next = node.next_sibling();
            nodes.push(node);
        }
        None
    }

    /// What the region holds.
    pub fn content(&self) -> Vec<Node> {
        self.between()
            .unwrap_or_else(|| self.last.borrow().content.clone())
    }

    /// The mark after the content.
    pub fn end(&self) -> &Node {
        &self.end
    }

    /// Replaces what the region holds.
    pub fn replace(&self, new: &Node) {
        match self.between() {
            Some(nodes) => nodes.iter().for_each(dom::remove),
            None => self.find_again(),
        }
        let content = dom::pieces(new);
        dom::insert_before(&self.end, new);
        let parent = self.end.parent_node();
        self.last.replace(Last { content, parent });
    }

    /// Puts the marks back where the last content is, and removes that; at the end of the last parent where
    /// there was no content.
    fn find_again(&self) {
        let last = self.last.take();
        let (mut parent, mut next) = (last.parent, None);
        for node in &last.content {
            if let Some(found) = node.parent_node() {
                (parent, next) = (Some(found), node.next_sibling());
            }
        }
        last.content.iter().for_each(dom::remove);
        if let Some(parent) = parent {
            for mark in [&self.start, &self.end] {
                dom::insert(&parent, mark, next.as_ref());
            }
        }
    }
}
