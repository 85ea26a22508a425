//! What comes along when people type or paste: spaces of every kind, dashes of every kind, characters nobody sees.

/// The text without what people put between digits: spaces, dots, dashes and invisible characters.
pub(super) fn without_separators(text: &str) -> String {
    text.chars().filter(|&c| !(is_space(c) || is_dash(c) || c == '.' || is_invisible(c))).collect()
}

/// The text on one line: ends trimmed, every run of white space one space, invisible characters gone.
pub(super) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(is_space) {
        let start = line.len();
        if start > 0 {
            line.push(' ');
        }
        let before = line.len();
        line.extend(word.chars().filter(|&c| !is_invisible(c)));
        if line.len() == before {
            line.truncate(start);
        }
    }
    line
}

/// Any space, also the no-break ones, and any line break.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
}

/// A hyphen, or a dash that a word processor made of one.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A control character, or one that only steers how text is laid out (zero width, soft hyphen, reading direction).
/// Address books add these around numbers. Joiners (U+200C, U+200D) stay: some scripts need them.
pub(super) fn is_invisible(c: char) -> bool {
    let steers = matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    );
    steers || (c.is_control() && !is_space(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_digits_goes() {
        assert_eq!(without_separators(" 1.2-3\u{A0}4\u{2013}5\u{202F}6\u{202D}7\u{200B}\t8\n"), "12345678");
    }

    #[test]
    fn a_line_has_single_spaces_and_nothing_invisible() {
        for (typed, line) in [
            ("  van \u{A0} der\tBerg\n", "van der Berg"),
            ("\u{200B} a \u{FEFF} b \u{7}", "a b"),
            ("a\u{0}b", "ab"),
            (" \u{200B} ", ""),
        ] {
            assert_eq!(on_one_line(typed), line, "{typed:?}");
        }
    }
}
