//! Words that mean the same in a house, also where they are several: "verward" and "onbegrepen gedrag".

use super::words::{Word, as_name, is_empty_word, words};

/// All sets of phrases that mean the same, as stems.
pub(super) struct Synonyms(Vec<Vec<Phrase>>);

/// The stems of a phrase.
pub(super) type Phrase = Vec<String>;

impl Synonyms {
    pub(super) fn read(same: &[Vec<String>]) -> Self {
        let phrase = |text: &String| match words(text).as_slice() {
            // "om" as a word that means the same as another is OM; "om" itself means nothing.
            [only] if is_empty_word(&only.form) => vec![as_name(&only.form)],
            words => words.iter().map(|word| word.stem.clone()).collect(),
        };
        let set = |texts: &Vec<String>| texts.iter().map(phrase).filter(|phrase| !phrase.is_empty()).collect();
        Self(same.iter().map(set).collect())
    }

    /// Is this a name by itself?
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().flatten().any(|phrase| matches!(phrase.as_slice(), [only] if only == name))
    }

    /// The longest phrase that these words begin with: how many words it takes, and everything that means the same.
    pub(super) fn begun_by(&self, words: &[Word]) -> Option<(usize, &[Phrase])> {
        let begins = |phrase: &Phrase| {
            phrase.len() <= words.len() && phrase.iter().zip(words).all(|(stem, word)| *stem == word.stem)
        };
        let longest = |set: &'_ Vec<Phrase>| set.iter().filter(|phrase| begins(phrase)).map(Vec::len).max();
        let sets = self.0.iter().filter_map(|set| Some((longest(set)?, set.as_slice())));
        // Of sets that tie the first one counts.
        sets.fold(None, |best, one| if best.is_some_and(|(length, _)| length >= one.0) { best } else { Some(one) })
    }
}
