//! Pieces of screens that know the domain.

pub mod announcer;
pub mod counting_rule;
pub mod dossier_summary;
pub mod field_nav;
pub mod field_table;
pub mod file_cards;
pub mod footer;
pub mod header;
pub mod item_card;
pub mod item_tools;
pub mod kept_copies;
pub mod link;
pub mod live_figures;
pub mod marks;
pub mod matrix;
pub mod notices;
pub mod positioning_chart;
pub mod reading;
pub mod resources;
pub mod share_card;
pub mod stage_figures;
pub mod stage_option;
pub mod table;
pub mod take_over;
