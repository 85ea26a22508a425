//! The forms. Adding one is adding its file and listing it here.

pub mod adviesvraag;
pub mod avg_verzoek;
pub mod bij;
pub mod bijdrage;
pub mod centrale_toegang;
pub mod contact;
pub mod huisverbod;
pub mod kamer;
pub mod mda;
pub mod nazorg;
pub mod nieuwsbrief;
pub mod regieteam;
pub mod via;
pub mod werkbezoek;
pub mod wvggz;

#[cfg(test)]
mod trial;

use crate::form::Form;

/// Every form of the house, in the order of the route chooser.
pub const ALL: &[&Form] = &[
    &regieteam::FORM,
    &mda::FORM,
    &centrale_toegang::FORM,
    &adviesvraag::FORM,
    &wvggz::FORM,
    &via::FORM,
    &bij::FORM,
    &nazorg::FORM,
    &huisverbod::FORM,
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
