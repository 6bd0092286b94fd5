//! « Équipe »: what people answer one by one, beside what the school decides.

mod contribution;
mod decision;
mod draft;
mod folding;
mod gathered;
mod invitation;
mod majority;
mod meeting;
mod role;
mod scans;
mod spread;

pub use contribution::{Contribution, ContributionId, Earlier};
pub use decision::{Decision, Decisions, REASON_MAX};
pub use draft::Draft;
pub use folding::{Folded, GROUP_MIN, shown};
pub use gathered::{Addition, Gathered};
pub use invitation::{Invitation, SCHOOL_MAX};
pub use majority::{Majority, majority};
pub use meeting::{Looked, Meeting, PRESENT_MAX, is_long};
pub use role::{OWN_ROLE_MAX, Role};
pub use scans::Scans;
pub use spread::{Level, Spread, Tally, spreads};
