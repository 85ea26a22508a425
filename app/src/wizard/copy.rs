//! The words that a copy of a filled-in form adds to questions and answers.

/// What a copy says of itself.
#[derive(Clone, Copy)]
pub struct Words {
    /// Stands where nothing was answered.
    pub unanswered: &'static str,
    /// "Bladzijde 1 van 3", from the number of the page and how many there are.
    pub page: fn(usize, usize) -> String,
}

/// The words of every copy.
pub const WORDS: Words =
    Words { unanswered: "Niet ingevuld", page: |number, of| format!("Bladzijde {number} van {of}") };
