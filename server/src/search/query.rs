//! What a visitor types, read as things to find: each by its own words, by words that mean the same, by compounds.

use super::index::{Index, Stem};
use super::words::{self, Word};

/// One thing to find.
pub(super) struct Wanted {
    /// What was typed for it.
    pub(super) typed: Vec<Word>,
    /// The phrases that tell of it.
    pub(super) phrases: Vec<Weighed>,
}

/// A phrase, and how surely it tells of the thing: 1 is surely.
pub(super) struct Weighed {
    pub(super) stems: Vec<Stem>,
    pub(super) weight: f32,
}

/// More things than this are not looked for.
const MOST: usize = 12;
/// Of "verbod" to "huisverbod": shorter words begin and end too much that they have nothing to do with.
const SHORTEST_PART: usize = 4;

const SAME: f32 = 0.6;
const BEGINS: f32 = 0.5;
const ENDS: f32 = 0.4;

/// The things to find. Words that tell nothing count only where there is nothing else.
pub(super) fn read(index: &Index, typed: &str) -> Vec<Wanted> {
    let words = names_of_empty(index, words::words(typed));
    let only_empty = words.iter().all(|word| words::is_empty_word(&word.form));
    let mut wanted = Vec::new();
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let taken = if let Some((length, set)) = index.synonyms.begun_by(rest) {
            wanted.push(with_the_same(index, &rest[..length], set));
            length
        } else {
            if only_empty || !words::is_empty_word(&first.form) {
                wanted.push(Wanted { typed: vec![first.clone()], phrases: by_word(index, first) });
            }
            1
        };
        rest = &rest[taken..];
    }
    wanted.truncate(MOST);
    wanted
}

/// Where all words are empty, those that are also a name here are meant: "wat is bij" asks for BIJ. Not "en", which joins the
/// words of a title and is a kind of standard too.
fn names_of_empty(index: &Index, words: Vec<Word>) -> Vec<Word> {
    if !words.iter().all(|word| words::is_empty_word(&word.form)) {
        return words;
    }
    let name = |word: &Word| {
        let name = words::as_name(&word.form);
        let is_known = index.stem(&name).is_some() || index.synonyms.has(&name);
        is_known.then(|| Word { form: name.clone(), stem: name, place: word.place.clone() })
    };
    let names: Vec<_> = words.iter().filter(|word| word.form != "en").filter_map(name).collect();
    if names.is_empty() { words } else { names }
}

/// A phrase of which the house says what means the same.
fn with_the_same(index: &Index, typed: &[Word], set: &[Vec<String>]) -> Wanted {
    let mut phrases = match typed {
        [word] => by_word(index, word),
        _ => Vec::new(),
    };
    for phrase in set {
        let is_typed = phrase.iter().eq(typed.iter().map(|word| &word.stem));
        // A phrase with a word that stands nowhere stands nowhere.
        if let Some(stems) = phrase.iter().map(|stem| index.stem(stem)).collect() {
            phrases.push(Weighed { stems, weight: if is_typed { 1.0 } else { SAME } });
        }
    }
    Wanted { typed: typed.to_vec(), phrases: each_once(phrases) }
}

/// A word by itself: its forms, and the compounds it begins or ends.
fn by_word(index: &Index, word: &Word) -> Vec<Weighed> {
    let mut found: Vec<(Stem, f32)> = index.stem(&word.stem).map(|stem| (stem, 1.0)).into_iter().collect();
    if word.stem.chars().count() >= SHORTEST_PART {
        for (form, stem) in &index.forms {
            if form.starts_with(&word.form) || form.starts_with(&word.stem) {
                found.push((*stem, BEGINS));
            } else if form.ends_with(&word.form) || form.ends_with(&word.stem) {
                found.push((*stem, ENDS));
            }
        }
    }
    each_once(found.into_iter().map(|(stem, weight)| Weighed { stems: vec![stem], weight }).collect())
}

/// Each phrase once, at its best.
fn each_once(mut phrases: Vec<Weighed>) -> Vec<Weighed> {
    phrases.sort_by(|one, other| one.stems.cmp(&other.stems).then(other.weight.total_cmp(&one.weight)));
    phrases.dedup_by(|one, before| one.stems == before.stems);
    phrases
}
