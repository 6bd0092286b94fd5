//! One screen each: a file, or a folder with the pieces that it alone has. No page imports from a page.

pub mod accessibility;
pub mod adapting;
pub mod blank;
pub mod centres;
pub mod diagnostic;
pub mod documents;
pub mod help;
pub mod home;
pub mod identity;
pub mod legal;
pub mod linked;
pub mod minutes;
pub mod network;
pub mod objective;
pub mod objectives;
pub mod opened;
pub mod positioning;
pub mod received;
pub mod report;
pub mod roadmap;
pub mod sharing;
pub mod survey;
pub mod team;
pub mod timeline;
