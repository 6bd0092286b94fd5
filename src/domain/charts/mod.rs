//! Drawings as plain options: what is drawn, not how. The library that draws is the browser's.

mod axis_name;
pub mod compared;
mod outline;
pub mod picture;
pub mod radar;
