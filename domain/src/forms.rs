//! The forms. Adding one is adding its file and listing it here.

pub mod centrale_toegang;
pub mod mda;
pub mod regieteam;

use crate::form::Form;

/// Every form of the house, in the order of the route chooser.
pub const ALL: &[&Form] = &[&regieteam::FORM, &mda::FORM, &centrale_toegang::FORM];

/// The form with this slug.
pub fn find(slug: &str) -> Option<&'static Form> {
    ALL.iter().find(|form| form.slug == slug).copied()
}
