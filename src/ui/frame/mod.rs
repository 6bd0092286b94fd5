//! What stands around every screen, on the screen and on paper.

pub mod announcer;
pub mod centre_menu;
pub mod dropping;
pub mod footer;
pub mod header;
pub mod helpers;
pub mod notices;
pub mod paper_head;
pub mod shortcuts;
