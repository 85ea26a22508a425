//! Free text of more lines, and the hint that it seems to hold a citizen service number.

use super::typed::{is_dash, is_invisible};
use super::{Bsn, Empty};

/// Free text. Line breaks stay, control characters go; how it is shown safely is up to whoever shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct LongText(String);

super::private_debug!(LongText);
super::deserialize_by_parse!(LongText);

impl LongText {
    /// Reads any text that has a visible character. Every line break becomes `\n`, a tab a space, the ends are trimmed.
    pub fn parse(text: &str) -> Result<Self, Empty> {
        let mut kept = String::with_capacity(text.len());
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            match c {
                '\r' => {
                    characters.next_if_eq(&'\n');
                    kept.push('\n');
                }
                // What word processors and web pages use for a new line or page.
                '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
                '\t' => kept.push(' '),
                c if is_invisible(c) => {}
                c => kept.push(c),
            }
        }
        let kept = kept.trim();
        if kept.is_empty() { Err(Empty) } else { Ok(Self(kept.to_owned())) }
    }

    /// The text, lines divided by `\n`.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// The text, lines divided by `\n`.
    pub fn shown(&self) -> String {
        self.0.clone()
    }
}

/// Some nine digits in the text could be a citizen service number: together (`111222333`) or in the groups people write
/// (`111 222 333`, `1112.22.333`). For a warning; one in eleven other numbers passes the test by chance.
pub fn looks_like_bsn(text: &str) -> bool {
    let runs = digit_runs(text);
    let groups_match = |window: &[Run<'_>]| {
        window.iter().skip(1).all(|run| run.joined)
            && matches!([window[0].digits.len(), window[1].digits.len(), window[2].digits.len()], [3, 3, 3] | [4, 2, 3])
            && is_bsn(&window.iter().map(|run| run.digits).collect::<String>())
    };
    runs.iter().any(|run| run.digits.len() == 9 && is_bsn(run.digits)) || runs.windows(3).any(groups_match)
}

fn is_bsn(digits: &str) -> bool {
    Bsn::parse(digits).is_ok()
}

/// Digits that stand together.
struct Run<'a> {
    digits: &'a str,
    /// One space, dot or dash divides it from the run before.
    joined: bool,
}

fn digit_runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (between, from_digit) = rest.split_at(start);
        let end = from_digit.find(|c: char| !c.is_ascii_digit()).unwrap_or(from_digit.len());
        let (digits, after) = from_digit.split_at(end);
        runs.push(Run { digits, joined: is_one_separator(between) });
        rest = after;
    }
    runs
}

fn is_one_separator(between: &str) -> bool {
    let mut characters = between.chars();
    let first = characters.next();
    first.is_some_and(|c| matches!(c, ' ' | '.' | '\u{A0}' | '\u{202F}') || is_dash(c)) && characters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_and_control_characters_go() {
        for (typed, kept) in [
            ("een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier"),
            ("een\r\n\r\ntwee", "een\n\ntwee"),
            ("een\u{B}twee\u{2028}drie", "een\ntwee\ndrie"),
            ("  a\tb\u{0}\u{7}\u{202E}c \n\n", "a bc"),
            ("<b>& \"é\" 👩\u{200D}👧</b>", "<b>& \"é\" 👩\u{200D}👧</b>"),
        ] {
            assert_eq!(LongText::parse(typed).unwrap().canonical(), kept, "{typed:?}");
        }
        assert_eq!(LongText::parse(" \r\n\u{0}"), Err(Empty));
    }

    #[test]
    fn a_citizen_service_number_in_text_is_noticed() {
        for text in [
            "111222333",
            "BSN 111222333.",
            "bsn:111222333 12 jaar",
            "nr 111 222 333 van moeder",
            "1112.22.333",
            "111-222-333",
            "Hij is 12 111 222 333",
            "123456789 en 999990019",
        ] {
            assert!(looks_like_bsn(text), "{text:?}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "",
            "123456789",
            "000000000",
            "1112223330",
            "046 477 87 00",
            "NL91ABNA0417164300",
            "7-3-1985",
            "111, 222, 333",
            "111\n222\n333",
            "111 - 222 333",
            "11 122 2333",
        ] {
            assert!(!looks_like_bsn(text), "{text:?}");
        }
    }
}
