//! What looks like personal data in a text where none belong. It points, it never stops anyone, and it sends nothing anywhere:
//! the page calls it while someone types.

use super::Warning;
use crate::values::looks_like_bsn;

/// What is seen in this text, each kind once.
pub fn seen(text: &str) -> impl Iterator<Item = Warning> {
    let found = [
        (looks_like_bsn(text), Warning::BsnInText),
        (has_date(text), Warning::DateInText),
        (has_phone(text), Warning::PhoneInText),
        (has_name(text), Warning::NameInText),
    ];
    found.into_iter().filter_map(|(is_seen, warning)| is_seen.then_some(warning))
}

/// A day with its year: `7-3-1985`, `07/03/1985`, `7 maart 1985`.
fn has_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    parts
        .windows(3)
        .any(|window| is_number(window[0], 1, 31) && is_month(window[1]) && is_number(window[2], 1900, 2099))
}

fn is_month(part: &str) -> bool {
    let starts = |month: &&str| part.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(month));
    is_number(part, 1, 12) || MONTHS.iter().any(starts)
}

const MONTHS: [&str; 13] = ["jan", "feb", "maa", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

fn is_number(part: &str, least: u32, most: u32) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
        && part.parse::<u32>().is_ok_and(|number| (least..=most).contains(&number))
}

/// Ten digits that begin with 0, or eleven with 31, with nothing but spaces and dashes between them.
fn has_phone(text: &str) -> bool {
    let is_between = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '/');
    text.split(|c: char| !c.is_ascii_digit() && !is_between(c) && c != '+').any(|run| {
        let digits: Vec<u8> = run.bytes().filter(u8::is_ascii_digit).collect();
        let digits = digits.strip_prefix(b"00").unwrap_or(&digits);
        match digits.len() {
            10 => digits.starts_with(b"0"),
            11 => digits.starts_with(b"31"),
            _ => false,
        }
    })
}

/// A capital after "mevrouw" or "heet", or two words with a capital beside each other, a "van der" between them or not.
fn has_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).any(|at| {
        let word = bare(words[at]);
        let next = words[at + 1..].iter().map(|word| bare(word)).find(|word| !is_one_of(word, PREFIXES));
        let Some(next) = next.filter(|next| has_capital(next) && !is_one_of(next, KNOWN)) else { return false };
        let ends = words[at].ends_with(['.', '!', '?', ':']) && word.chars().count() > 4;
        !ends && (is_one_of(word, TITLES) || (has_capital(word) && !is_one_of(word, KNOWN) && next.chars().count() > 1))
    })
}

/// Without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn has_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(|c| c.is_lowercase() || !c.is_alphabetic() || c == '-')
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// A name follows.
const TITLES: &[&str] = &["mevrouw", "meneer", "mevr", "mw", "dhr", "heer", "heet", "genaamd", "naam"];
/// What stands between first name and last name.
const PREFIXES: &[&str] = &["van", "de", "der", "den", "het", "ten", "ter", "el", "al", "is", "'t", "t"];
/// Words that begin a sentence or belong to the name of an organisation.
const KNOWN: &[&str] = &[
    "aan",
    "alle",
    "als",
    "bij",
    "binnen",
    "bureau",
    "daar",
    "daarna",
    "dan",
    "dat",
    "de",
    "deze",
    "die",
    "dit",
    "door",
    "een",
    "en",
    "er",
    "gemeente",
    "ggd",
    "ggz",
    "haar",
    "heeft",
    "het",
    "hij",
    "hoe",
    "hulp",
    "huis",
    "ik",
    "in",
    "is",
    "jeugdzorg",
    "kan",
    "kinderbescherming",
    "leger",
    "levensloop",
    "maar",
    "mag",
    "met",
    "ministerie",
    "moet",
    "na",
    "naar",
    "nederland",
    "noord",
    "of",
    "om",
    "onze",
    "ook",
    "oost",
    "op",
    "openbaar",
    "over",
    "politie",
    "raad",
    "reclassering",
    "regieteam",
    "sinds",
    "sittard",
    "slachtofferhulp",
    "te",
    "thuis",
    "toen",
    "tot",
    "uit",
    "van",
    "veilig",
    "veiligheidshuis",
    "via",
    "voor",
    "vorige",
    "wanneer",
    "want",
    "wat",
    "wel",
    "west",
    "wie",
    "wij",
    "wijkteam",
    "ze",
    "zij",
    "zijn",
    "zorg",
    "zuid",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<String> {
        seen(text).map(|warning| format!("{warning:?}")).collect()
    }

    #[test]
    fn what_looks_like_personal_data_is_seen() {
        for (text, kind) in [
            ("het nummer is 111 222 333", "BsnInText"),
            ("geboren op 7-3-1985", "DateInText"),
            ("geboren op 07/03/1985.", "DateInText"),
            ("van 7 maart 1985", "DateInText"),
            ("bel 06-12 34 56 78 maar", "PhoneInText"),
            ("bel +31 6 12345678", "PhoneInText"),
            ("bel (046) 477 87 00", "PhoneInText"),
            ("wij spraken mevrouw Voorbeeld", "NameInText"),
            ("Jan Proef woont alleen", "NameInText"),
            ("het gaat om Petra van der Verzonnen", "NameInText"),
            ("Hij heet Kees", "NameInText"),
            ("dhr. de Test", "NameInText"),
        ] {
            assert!(kinds(text).contains(&kind.to_owned()), "{text}: {:?}", kinds(text));
        }
    }

    #[test]
    fn a_text_without_personal_data_is_left_alone() {
        for text in [
            "Een inwoner van in de veertig maakt al een jaar ruzie met de buren.",
            "Wij spraken met Veilig Thuis en het Openbaar Ministerie in Sittard-Geleen.",
            "De politie kwam in 2025 vijf keer. Daarna niet meer.",
            "Er is sinds 12 weken geen contact. Wat kunnen wij doen?",
            "De huur is 1.234,56 euro en de schuld 12.000 euro.",
            "Sinds maart 2026 loopt het vast. Het Regieteam hielp eerder.",
            "",
        ] {
            assert!(kinds(text).is_empty(), "{text}: {:?}", kinds(text));
        }
    }
}
