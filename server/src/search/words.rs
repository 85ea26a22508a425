//! How the search reads a text: words in small letters without accents, brought back to their stem.

use std::ops::Range;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters, without accents: "coordinatie".
    pub(super) form: String,
    /// What the forms of one word share: "aanmeld" of "aanmelden", "aanmeldt" and "aanmelding".
    pub(super) stem: String,
    /// Where it stands in the text, in bytes.
    pub(super) place: Range<usize>,
}

/// Words that stand in every text and tell nothing: left out of a query, unless it has no others.
const EMPTY: [&str; 97] = [
    "aan", "al", "alle", "als", "ben", "bent", "bij", "daar", "dan", "dat", "de", "deze", "die", "dit", "doe", "doen",
    "doet", "door", "dus", "een", "en", "er", "gaat", "geen", "haar", "had", "heb", "hebben", "hebt", "heeft", "hem",
    "hen", "het", "hier", "hij", "hoe", "hun", "iemand", "iets", "ik", "in", "is", "je", "jij", "jou", "jullie", "kan",
    "kun", "kunnen", "kunt", "maar", "mag", "me", "meer", "met", "mij", "mijn", "moet", "moeten", "mogen", "na",
    "naar", "niet", "nog", "of", "om", "onder", "ons", "ook", "op", "over", "te", "ter", "tot", "u", "uit", "uw",
    "van", "via", "voor", "waar", "waarom", "wanneer", "was", "wat", "we", "welke", "werd", "wie", "wij", "wil",
    "word", "worden", "wordt", "zal", "ze", "zijn",
];

/// The empty words, by their form.
static EMPTY_FORMS: LazyLock<std::collections::HashSet<&str>> = LazyLock::new(|| EMPTY.into_iter().collect());

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    places(text)
        .filter_map(|place| {
            let written = &text[place.clone()];
            let form = form(written);
            // The s of "foto's", the e of "e-mail"; a digit alone may be the 3 of "3 dagen".
            let is_letter = form.chars().count() < 2 && !form.chars().all(|c| c.is_ascii_digit());
            if is_letter {
                return None;
            }
            let stem = stem(&form);
            Some(Word { form, stem, place })
        })
        .collect()
}

/// Does this word tell nothing?
pub(super) fn is_empty_word(form: &str) -> bool {
    EMPTY_FORMS.contains(form)
}

/// The name in capitals that an empty word may also be: BIJ, of "bij".
pub(super) fn as_name(form: &str) -> String {
    form.to_uppercase()
}

/// Small letters without accents. A name in capitals that would be an empty word keeps them: BIJ is not "bij".
fn form(written: &str) -> String {
    let small: String = written.to_lowercase().nfkd().filter(|&c| !is_combining_mark(c)).collect();
    if written.chars().count() > 1 && is_name(written) && is_empty_word(&small) { as_name(&small) } else { small }
}

/// Does it stand in capitals?
fn is_name(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// Snowball's older Dutch stemmer, and the rules of spelling that it leaves. The newer one takes more away and makes one word of
/// "geweld" and "wel", of "begeleiding" and "beleid".
fn stem(form: &str) -> String {
    if is_name(form) {
        return form.to_owned();
    }
    let mut stem = Stemmer::new(Algorithm::DutchPorter).stem(form).into_owned();
    // "meldt" and "melden"; "hoort" and "horen"; the letters that are left must be a word.
    let letters: Vec<char> = stem.chars().collect();
    if let [.., before, 't'] = letters[..]
        && (before == 'd' || letters.len() > 4)
        && !is_vowel(before)
    {
        stem.pop();
    }
    // "gezinnen" and "gezin"; "huizen" and "huis", "brieven" and "brief"; "hoor" and "horen".
    let letters: Vec<char> = stem.chars().collect();
    match letters[..] {
        [.., one, other] if one == other && !is_vowel(one) => drop(stem.pop()),
        [.., 'z'] => stem.replace_range(stem.len() - 1.., "s"),
        [.., 'v'] => stem.replace_range(stem.len() - 1.., "f"),
        [.., before, one, other, last] if one == other && is_vowel(one) && !is_vowel(before) && !is_vowel(last) => {
            let last_but_one = stem.len() - last.len_utf8() - 1;
            stem.remove(last_but_one);
        }
        _ => {}
    }
    stem
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Where the words of a text stand: runs of letters and digits.
fn places(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let belongs = |c: char| c.is_alphanumeric() || is_combining_mark(c);
        let (start, _) = letters.by_ref().find(|&(_, c)| belongs(c))?;
        while letters.next_if(|&(_, c)| belongs(c)).is_some() {}
        Some(start..letters.peek().map_or(text.len(), |&(end, _)| end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.form).collect()
    }

    #[test]
    fn accents_capitals_and_hyphens_make_no_other_word() {
        assert_eq!(forms("Coördinatie-café’s, IDEE\u{301}"), ["coordinatie", "cafe", "idee"]);
        assert_eq!(forms("0800-2000 of 18b"), ["0800", "2000", "of", "18b"]);
        assert_eq!(forms("BIJ, bij de MDA++"), ["BIJ", "bij", "de", "mda"]);
    }

    #[test]
    fn forms_of_one_word_share_their_stem() {
        for (one, other) in [
            ("aanmelden", "aanmeldt"),
            ("aanmelden", "aanmelding"),
            ("bewaart", "bewaren"),
            ("hoor", "hoort"),
            ("horen", "hoort"),
            ("bellen", "bel"),
            ("gezin", "gezinnen"),
            ("huis", "huizen"),
            ("brief", "brieven"),
            ("klacht", "klachten"),
            ("aanmelding", "aanmeldingen"),
            ("partner", "partners"),
            ("huisverbod", "huisverboden"),
            ("gemeente", "gemeenten"),
            ("casus", "Casussen"),
            ("slachtoffer", "slachtoffers"),
        ] {
            assert_eq!(words(one)[0].stem, words(other)[0].stem, "{one}, {other}");
        }
        for (one, other) in [("partij", "partner"), ("geweld", "wel"), ("begeleiding", "beleid"), ("kant", "kan")] {
            assert_ne!(words(one)[0].stem, words(other)[0].stem, "{one}, {other}");
        }
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Één  huis";
        let found = words(text);
        assert_eq!(&text[found[0].place.clone()], "Één");
        assert_eq!(&text[found[1].place.clone()], "huis");
    }

    #[test]
    fn every_empty_word_is_known_as_it_is_read() {
        for word in EMPTY {
            assert_eq!(form(word), word);
        }
    }
}
