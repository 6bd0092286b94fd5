//! What several screens show, and knows the domain.

pub mod copied;
pub mod counting_rule;
pub mod file_cards;
pub mod item_card;
pub mod item_tools;
pub mod late;
pub mod link;
pub mod marks;
pub mod missing;
pub mod notice_links;
pub mod on_paper;
pub mod opened_dossier;
pub mod own_tab;
pub mod page;
pub mod print_button;
pub mod receiving;
pub mod resources;
pub mod results;
pub mod schedule;
pub mod share_card;
pub mod site_words;
pub mod smart;
pub mod stage_option;
pub mod table;
pub mod take_over;
pub mod troubles;
