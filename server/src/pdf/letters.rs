//! Typed text → letters that the font can show: composed (Unicode NFC), without characters that show nothing, with □ for what
//! the font lacks. What was meant is kept beside it, so that it is still read aloud, searched and copied as it was typed.

use unicode_normalization::UnicodeNormalization;

use super::face::Face;

/// Shown for what the font lacks: an empty shape, where U+FFFD would say that the text is broken.
const LACKING: char = '□';
const JOINER: char = '\u{200d}';

/// One letter of a line.
#[derive(Clone)]
pub(super) struct Letter {
    /// What is drawn.
    pub(super) shown: char,
    /// What was typed, where the font lacks it.
    pub(super) meant: Option<String>,
    /// Width in ems.
    pub(super) width: f32,
}

/// Each line that was typed; blank lines at both ends are gone, and several in a row are one.
pub(super) fn paragraphs(text: &str, face: &Face) -> Vec<Vec<Letter>> {
    let text = text.replace("\r\n", "\n");
    let mut found: Vec<Vec<Letter>> = Vec::new();
    for typed in text.split(is_line_break) {
        let letters = letters(&visible(typed), face);
        if !letters.is_empty() || found.last().is_some_and(|last| !last.is_empty()) {
            found.push(letters);
        }
    }
    found.pop_if(|last| last.is_empty());
    found
}

/// The text on one line, for a heading, the properties of the file and its bookmarks.
pub(super) fn one_line(text: &str) -> String {
    visible(&text.replace(is_line_break, " "))
}

/// Without what shows nothing, with single spaces. Joiners stay for the moment: they hold one picture of several together.
fn visible(line: &str) -> String {
    let spaced = line.replace('\t', " ");
    let kept: String = spaced.nfc().filter(|character| !is_invisible(*character)).collect();
    let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_matches(JOINER).to_owned()
}

fn letters(line: &str, face: &Face) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut joined = false;
    for character in line.chars() {
        let lacked = letters.last_mut().and_then(|letter| letter.meant.as_mut());
        match (face.width(character).filter(|_| character != JOINER), lacked) {
            (Some(width), _) => letters.push(Letter { shown: character, meant: None, width }),
            (None, Some(picture)) if joined || continues_picture(character) => picture.push(character),
            (None, _) if character == JOINER => {}
            (None, _) => letters.push(Letter {
                shown: LACKING,
                meant: Some(character.to_string()),
                width: face.width(LACKING).unwrap_or(1.0),
            }),
        }
        joined = character == JOINER;
    }
    letters
}

/// Joiners and the five skin tones belong to the picture before them.
fn continues_picture(character: char) -> bool {
    matches!(character, JOINER | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Where a line ends (Unicode Standard Annex 14, classes BK, CR, LF, NL).
fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Controls, marks of direction, soft hyphens and other characters without a shape (Unicode `Default_Ignorable_Code_Point`).
fn is_invisible(character: char) -> bool {
    character.is_control()
        || (character != JOINER
            && matches!(character,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'))
}

#[cfg(test)]
mod tests {
    use super::super::face::FACES;
    use super::*;

    /// Shown and meant of each line.
    fn read(text: &str) -> Vec<(String, String)> {
        let lines = paragraphs(text, &FACES.as_ref().unwrap().regular);
        let both = |line: &Vec<Letter>| {
            let shown = line.iter().map(|letter| letter.shown).collect();
            let meant = line.iter().map(|letter| letter.meant.clone().unwrap_or(letter.shown.to_string())).collect();
            (shown, meant)
        };
        lines.iter().map(both).collect()
    }

    #[test]
    fn what_the_font_shows_stays_as_it_is() {
        for text in ["Zoë Ünal-Žižek", "’t Hooft – € 12,50", "Łódź", "Σωκράτης", "Жук"] {
            assert_eq!(read(text), [(text.to_owned(), text.to_owned())]);
        }
        assert_eq!(read("Zoe\u{308}")[0].0, "Zoë", "loose marks are composed");
    }

    #[test]
    fn what_the_font_lacks_is_a_box_and_keeps_its_meaning() {
        for (text, shown, meant) in [
            ("Sam 😀!", "Sam □!", "Sam 😀!"),
            ("👨\u{200d}👩\u{200d}👧 thuis", "□ thuis", "👨\u{200d}👩\u{200d}👧 thuis"),
            ("👍🏽\u{fe0f}", "□", "👍🏽"),
            ("سلام", "□□□□", "سلام"),
            ("中文", "□□", "中文"),
            ("a\u{200d}b", "ab", "ab"),
            ("\u{e000}", "□", "\u{e000}"),
        ] {
            assert_eq!(read(text), [(shown.to_owned(), meant.to_owned())], "{text}");
        }
    }

    #[test]
    fn lines_stay_lines_and_what_shows_nothing_goes() {
        for (text, lines) in [
            ("", &[][..]),
            (" \n\u{200b}\n", &[]),
            ("Een.\r\nTwee.\rDrie.\u{2028}Vier.", &["Een.", "Twee.", "Drie.", "Vier."]),
            ("\n\nEen.\n\n\n\nTwee.\n\n", &["Een.", "", "Twee."]),
            ("  veel \t  ruimte  ", &["veel ruimte"]),
            ("af\u{ad}breken\u{feff}\0\u{7f}", &["afbreken"]),
        ] {
            let shown: Vec<String> = read(text).into_iter().map(|(shown, _)| shown).collect();
            assert_eq!(shown, lines, "{text:?}");
        }
        assert_eq!(one_line(" Mens 1:\nSam\u{200b} "), "Mens 1: Sam");
    }
}
