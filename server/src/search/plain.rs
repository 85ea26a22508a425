//! The words of a piece of our own HTML, without its markup.

use html5gum::{StartTag, Token, Tokenizer};

/// Parts that stand within a line; all others begin a new one.
const WITHIN_A_LINE: [&[u8]; 9] = [b"a", b"strong", b"em", b"b", b"i", b"code", b"span", b"abbr", b"mark"];

/// The text of this HTML, a part on a line; drawings are left out.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut within_drawing = false;
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(StartTag { name, self_closing, .. }) => {
                within_drawing |= name.as_slice() == b"svg" && !self_closing;
                break_line(&mut text, &name);
            }
            Token::EndTag(tag) => {
                within_drawing &= tag.name.as_slice() != b"svg";
                break_line(&mut text, &tag.name);
            }
            Token::String(words) if !within_drawing => push(&mut text, &String::from_utf8_lossy(&words)),
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn break_line(text: &mut String, tag: &[u8]) {
    if WITHIN_A_LINE.contains(&tag) {
        return;
    }
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        text.push('\n');
    }
}

/// Adds words, with one space wherever there is space.
fn push(text: &mut String, words: &str) {
    for letter in words.chars() {
        if !letter.is_whitespace() {
            text.push(letter);
        } else if !text.is_empty() && !text.ends_with(char::is_whitespace) {
            text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_is_read_is_what_stands_on_the_page() {
        for (html, expected) in [
            (
                "<p class=\"nl-paragraph\">Bel\n <a href=\"tel:112\">112</a>.</p><p>Nu &amp; straks</p>",
                "Bel 112.\nNu & straks",
            ),
            ("<ul>\n<li>een</li>\n<li>twee</li>\n</ul>", "een\ntwee"),
            ("<svg viewBox=\"0 0 1 1\"><title>Ring</title><text>1</text></svg><p>Tekst</p>", "Tekst"),
            ("<table><tr><th>Wie</th><td>Wat</td></tr></table>", "Wie\nWat"),
            ("een<br>twee", "een\ntwee"),
            ("", ""),
            ("<p", ""),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }
}
