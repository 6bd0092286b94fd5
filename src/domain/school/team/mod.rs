//! « Équipe »: what people answer one by one, beside what the school decides.

mod contribution;
mod invitation;
mod role;

pub use contribution::{Contribution, ContributionId};
pub use invitation::{Invitation, SCHOOL_MAX};
pub use role::{OWN_ROLE_MAX, Role};
