//! The desk as people see it: pages from props, rendered on the server, whole without script.
//!
//! [`frame`] stands around every page. What several pages share has a file of its own: [`table`], [`term`], [`facts`], and [`note`].
//! Classes begin with `zvh-desk-`; `style/page/desk/` has them all and only the desk loads it.

pub mod access;
pub mod act;
pub mod enrol;
pub mod facts;
pub mod file;
pub mod frame;
pub mod hand_over;
pub mod icon;
pub mod keeping;
pub mod kept;
pub mod keys;
pub mod missing;
pub mod navigation;
pub mod newsletter;
pub mod note;
pub mod passkey;
pub mod passkeys;
pub mod queue;
pub mod referral;
pub mod rooms;
pub mod sessions;
pub mod shortcut;
pub mod sign_in;
pub mod staff;
pub mod table;
pub mod term;
pub mod trail;
