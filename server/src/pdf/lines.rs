//! Letters → lines of a width, each of runs that are drawn in one go.

use super::letters::Letter;

/// A line of text. Where it broke at a space the space is at its end, so that words stay apart when the text is read out.
pub(super) struct Line {
    /// Left to right.
    pub(super) runs: Vec<Run>,
}

/// Letters side by side that are all shown, or all lacking in the font.
pub(super) struct Run {
    /// What is drawn.
    pub(super) shown: String,
    /// What was meant, where that is something else.
    pub(super) meant: Option<String>,
    /// How wide it is, in ems, before kerning.
    pub(super) width: f32,
}

/// Breaks a paragraph after spaces and between the parts of a compound; a word that is wider than the line, anywhere.
pub(super) fn wrap(paragraph: &[Letter], ems: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut end, mut width) = (0, 0, 0.0);
    for word in words(paragraph) {
        let (mut from, mut wide) = (end, width_of(word));
        let last = end + word.len();
        if width + width_of(trimmed(word)) > ems && end > start {
            lines.push(Line::of(&paragraph[start..end]));
            (start, width) = (end, 0.0);
        }
        while width_of(trimmed(&paragraph[from..last])) > ems {
            from += fitting(&paragraph[from..last], ems);
            lines.push(Line::of(&paragraph[start..from]));
            (start, wide) = (from, width_of(&paragraph[from..last]));
        }
        end = last;
        width += wide;
    }
    if start < end {
        lines.push(Line::of(&paragraph[start..end]));
    }
    lines
}

/// How wide letters are, in ems.
pub(super) fn width_of(letters: &[Letter]) -> f32 {
    letters.iter().map(|letter| letter.width).sum()
}

/// The paragraph in pieces after which a line may end.
fn words(paragraph: &[Letter]) -> impl Iterator<Item = &[Letter]> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        let may_end = |pair: &[Letter]| match pair {
            [a, b] => a.shown == ' ' || (matches!(a.shown, '-' | '–' | '/' | '@') && b.shown.is_alphabetic()),
            _ => false,
        };
        let length = rest.windows(2).position(may_end).map_or(rest.len(), |before| before + 1);
        let (word, others) = rest.split_at(length);
        rest = others;
        (!word.is_empty()).then_some(word)
    })
}

/// Without the space at the end, which may stick out.
fn trimmed(word: &[Letter]) -> &[Letter] {
    match word {
        [before @ .., last] if last.shown == ' ' => before,
        _ => word,
    }
}

/// How many letters fit: at least one, and with it the marks that stand on it.
fn fitting(word: &[Letter], ems: f32) -> usize {
    let mut width = 0.0;
    for (at, letter) in word.iter().enumerate() {
        width += letter.width;
        if at > 0 && letter.width > 0.0 && width > ems {
            return at;
        }
    }
    word.len()
}

impl Line {
    fn of(letters: &[Letter]) -> Self {
        let alike = letters.chunk_by(|a, b| a.meant.is_some() == b.meant.is_some());
        Self { runs: alike.map(Run::of).collect() }
    }
}

impl Run {
    fn of(letters: &[Letter]) -> Self {
        let meant: String = letters.iter().filter_map(|letter| letter.meant.as_deref()).collect();
        Self {
            shown: letters.iter().map(|letter| letter.shown).collect(),
            meant: (!meant.is_empty()).then_some(meant),
            width: width_of(letters),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::face::FACES;
    use super::super::letters::paragraphs;
    use super::*;

    fn wrapped(text: &str, ems: f32) -> Vec<String> {
        let paragraph = paragraphs(text, &FACES.as_ref().unwrap().regular).remove(0);
        let shown = |line: Line| line.runs.into_iter().map(|run| run.shown).collect();
        wrap(&paragraph, ems).into_iter().map(shown).collect()
    }

    #[test]
    fn lines_break_where_a_reader_expects_it() {
        for (text, ems, lines) in [
            ("kort", 10.0, &["kort"][..]),
            ("een twee drie", 4.5, &["een twee ", "drie"]),
            ("zorg-en veiligheidshuis", 5.5, &["zorg-en ", "veiligheids", "huis"]),
            ("jeugd-hulpverlening", 6.0, &["jeugd-", "hulpverlenin", "g"]),
            ("046-7654321", 4.0, &["046-765", "4321"]),
            ("mmm", 0.1, &["m", "m", "m"]),
            ("x\u{301}\u{301}x\u{301}", 0.1, &["x\u{301}\u{301}", "x\u{301}"]),
        ] {
            assert_eq!(wrapped(text, ems), lines, "{text}");
        }
    }

    #[test]
    fn what_is_lacking_is_a_run_of_its_own() {
        let paragraph = paragraphs("a 😀😀 b", &FACES.as_ref().unwrap().regular).remove(0);
        let runs = wrap(&paragraph, 50.0).remove(0).runs;
        let found: Vec<_> = runs.iter().map(|run| (run.shown.as_str(), run.meant.as_deref())).collect();
        assert_eq!(found, [("a ", None), ("□□", Some("😀😀")), (" b", None)]);
    }
}
