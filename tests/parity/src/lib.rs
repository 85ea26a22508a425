//! Proves that the browser and the server judge alike.
//!
//! A seed gives a set of answers, good, half good or nonsense (`sets`); the set gives a verdict and its messages. The same
//! seeds run in a native program and in WebAssembly (`main.rs`), and `tests/parity/compare.mjs` compares the outcomes.
//! No set is stored anywhere: whoever has the seed has the set.

mod good;
mod nasty;
mod sets;

use std::fmt::Write as _;

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::{Warning, check};
use domain::context::Context;
use domain::fiction::{self, Chance};
use domain::form::Form;
use domain::forms;
use domain::messages;

/// What the rules say of the answers of this seed, as text: the verdict and the sentences people would read.
pub fn verdict(seed: u64) -> String {
    let (form, answers) = answers(seed);
    judged(form, &answers)
}

/// FNV-1a (64 bits) of [`verdict`]. <https://www.rfc-editor.org/rfc/rfc9923>
pub fn fingerprint(seed: u64) -> u64 {
    verdict(seed)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The answers of this seed and what the rules say of them, for people to read.
pub fn told(seed: u64) -> String {
    let (form, answers) = answers(seed);
    let mut text = format!("form {}\n", form.slug);
    for (name, typed) in answers.iter() {
        let _ = writeln!(text, "typed {name:?} {typed:?}");
    }
    text + &judged(form, &answers)
}

fn answers(seed: u64) -> (&'static Form, Answers) {
    let mut chance = Chance::new(seed);
    let form = chance.pick(forms::ALL);
    (form, sets::answers(form, &context(), &mut chance))
}

/// The day on which all sets are judged, in the house of all examples.
fn context() -> Context {
    fiction::house(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default())
}

fn judged(form: &'static Form, answers: &Answers) -> String {
    let verdict = check(form, answers, &context());
    let mut text = verdict.canonical();
    for problem in &verdict.problems {
        let _ = writeln!(text, "says {}", messages::problem(form, problem));
    }
    for warned in &verdict.warnings {
        // The words of a notice are prose: only pages have them, and pages are made on the server.
        if !matches!(warned.warning, Warning::Notice(_)) {
            let _ = writeln!(text, "warns {}", messages::warning(form, warned));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The verdicts of the first seeds.
    fn verdicts() -> Vec<String> {
        (0..1_000).map(verdict).collect()
    }

    fn percent(verdicts: &[String], is_counted: impl Fn(&String) -> bool) -> usize {
        verdicts.iter().filter(|text| is_counted(text)).count() * 100 / verdicts.len()
    }

    #[test]
    fn a_fifth_of_the_sets_may_be_sent_so_every_pass_is_reached() {
        let good = percent(&verdicts(), |text| !text.lines().any(|line| line.starts_with("problem ")));
        assert!((18..=40).contains(&good), "{good} % may be sent");
    }

    #[test]
    fn sets_meet_every_kind_of_finding() {
        let verdicts = verdicts();
        for finding in ["problem ", "warning ", "parked ", "accepted ", "says ", "warns "] {
            let met = percent(&verdicts, |text| text.lines().any(|line| line.starts_with(finding)));
            assert!(met >= 15, "{finding} in {met} %");
        }
        let all = verdicts.concat();
        for code in [
            "Missing",
            "UnknownChoice",
            "TooLong(",
            "Bsn(",
            "Postcode(",
            "HouseNumber(",
            "Addition(",
            "Phone(",
            "Email(",
            "Date(",
            "InFuture",
            "SameAsMain",
            "NoRows",
            "TooManyRows(",
            "Rule(",
            "FreeMail",
            "BsnInText",
            "AlikeRows",
            "Notice",
        ] {
            assert!(all.contains(&format!(" {code}")), "no set shows {code}");
        }
        assert!(!all.contains(r#"Rule("shape")"#), "something passed the field checks and does not fit its struct");
    }

    #[test]
    fn a_seed_gives_the_same_set_every_time_and_another_seed_another() {
        assert_eq!(told(7), told(7));
        assert_ne!(fingerprint(7), fingerprint(8));
    }
}
