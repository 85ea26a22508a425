//! Examples of each document: invented, and the same every time.

use chrono::NaiveDate;

use super::{Received, Tree, document};
use crate::answers::Answers;
use crate::check::check;
use crate::fiction::{self, Chance, invented};
use crate::form::Form;

/// Of so many invented submissions, [`example`] is the one with the most answers: it shows the most of the form.
const TRIES: u64 = 32;

/// A document of this form as it could be handed over.
pub fn example(form: &'static Form) -> Tree {
    let fullest = (0..TRIES).map(|seed| accepted(form, seed)).max_by_key(|accepted| accepted.iter().count());
    received(form, &fullest.unwrap_or_default())
}

/// The example of this number. Other numbers give others.
pub fn another_example(form: &'static Form, seed: u64) -> Tree {
    received(form, &accepted(form, seed))
}

fn accepted(form: &'static Form, seed: u64) -> Answers {
    let context = fiction::house(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default());
    let answers = fiction::submission(form, &context, invented, &mut Chance::new(seed)).unwrap_or_default();
    check(form, &answers, &context).accepted
}

fn received(form: &Form, accepted: &Answers) -> Tree {
    let received = Received { house: "fictie", reference: REFERENCE, received_at: "2026-03-02T09:30:00Z" };
    document(form, received, accepted)
}

/// A number with a good check character, of a house that does not exist.
const REFERENCE: &str = "FI-26-2222-K";

#[cfg(test)]
mod tests {
    use super::REFERENCE;
    use crate::values::Reference;

    #[test]
    fn the_number_of_an_example_is_a_number() {
        assert_eq!(Reference::parse(REFERENCE).map(|number| number.canonical().to_owned()), Ok(REFERENCE.to_owned()));
    }
}
