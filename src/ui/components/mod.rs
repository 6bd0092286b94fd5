//! Pieces of screens that know the domain.

pub mod announcer;
pub mod counting_rule;
pub mod field_nav;
pub mod field_table;
pub mod footer;
pub mod header;
pub mod item_card;
pub mod item_tools;
pub mod link;
pub mod live_figures;
pub mod marks;
pub mod matrix;
pub mod notices;
pub mod paper_head;
pub mod positioning_chart;
pub mod qr_code;
pub mod reading;
pub mod resources;
pub mod schedule;
pub mod smart;
pub mod stage_figures;
pub mod stage_option;
pub mod table;
