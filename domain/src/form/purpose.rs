//! On which ground a question is asked, who sees the answer, how long it stays.

use crate::retention::Retention;

/// What AVG art. 13 makes us tell with a question. Defined per category of data (WGS art. 2.30 lid 1), shared by its fields.
#[derive(Clone, Copy)]
pub struct Purpose {
    /// The category of data, short: "Contactgegevens van professionals".
    pub category: &'static str,
    /// The ground, with its article.
    pub ground: &'static str,
    /// Who sees the answer.
    pub seen_by: &'static str,
    /// How long it stays; the text comes from the rule that destroys.
    pub kept: Retention,
}
