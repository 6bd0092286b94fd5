//! Members that several formats share, in versions of their own: a format names the version that it is made of, and a later
//! version of one format takes nothing away from another.

pub(super) mod v1;
