//! The forms. Adding one is adding its file and listing it here.

pub mod avg_verzoek;
pub mod bijdrage;
pub mod contact;
pub mod kamer;
pub mod nieuwsbrief;
pub mod regieteam;
pub mod werkbezoek;

use crate::form::Form;

/// Every form of the house, in the order of the route chooser.
pub const ALL: &[&Form] = &[
    &regieteam::FORM,
    &bijdrage::FORM,
    &contact::FORM,
    &avg_verzoek::FORM,
    &werkbezoek::FORM,
    &nieuwsbrief::FORM,
    &kamer::FORM,
];

/// The form with this slug.
pub fn find(slug: &str) -> Option<&'static Form> {
    ALL.iter().find(|form| form.slug == slug).copied()
}
