//! What a page says of a question that changed after its draft began.

use domain::form::What;

use super::frame::Filling;

/// The sentence about the question of this name; none where it is as it was.
pub(super) fn remark(filling: &Filling, name: &str) -> Option<&'static str> {
    match filling.form.change_since(filling.began_with, name)?.what {
        What::Changed => Some("Deze vraag is gewijzigd sinds u begon."),
        What::Added => Some("Deze vraag is nieuw sinds u begon."),
        What::Removed(_) => None,
    }
}

/// The same about a group.
pub(super) fn remark_of_group(filling: &Filling, name: &str) -> Option<&'static str> {
    match filling.form.change_since(filling.began_with, name)?.what {
        What::Changed => Some("Dit deel is gewijzigd sinds u begon."),
        What::Added => Some("Dit deel is nieuw sinds u begon."),
        What::Removed(_) => None,
    }
}
