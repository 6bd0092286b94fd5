//! Room 3: one file for each browser API, and the only room that names one. Every call may fail and
//! says so; nothing here knows what is kept or shown.

pub mod camera;
pub mod channel;
pub mod clicks;
pub mod clipboard;
pub mod clock;
pub mod copying;
pub mod database;
pub mod device;
pub mod documents;
pub mod dom;
pub mod drop;
pub mod echarts;
pub mod entries;
pub mod file;
pub mod folder;
pub mod js;
pub mod location;
pub mod locks;
pub mod page;
pub mod paint;
pub mod picture;
pub mod place;
pub mod random;
pub mod region;
pub mod scanner;
pub mod script;
pub mod site;
pub mod storage;
pub mod task;
pub mod worker;
pub mod world;
