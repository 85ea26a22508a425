//! The table of words: for every stem the places where it stands.

use std::collections::HashMap;

use super::SearchText;
use super::synonyms::Synonyms;
use super::words;

/// The words of a house, ready to be asked. It does not change; another day has another index.
pub struct Index {
    pub(super) docs: Vec<Doc>,
    stems: HashMap<String, Stem>,
    /// For each stem its places, in the order of the texts.
    places: Vec<Vec<Place>>,
    /// Every form of every word, with its stem.
    pub(super) forms: Vec<(String, Stem)>,
    pub(super) synonyms: Synonyms,
    /// The words in a text, on average.
    pub(super) average: f32,
}

/// A stem of the index, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stem(u32);

/// Stands between title and text, so that no phrase runs from one into the other.
const GAP: Stem = Stem(u32::MAX);

/// A text, and the words in it.
pub(super) struct Doc {
    pub(super) text: SearchText,
    /// The words of the title, a gap, the words of the text.
    pub(super) spots: Vec<Spot>,
    /// The first spot of the text.
    pub(super) body_from: usize,
}

/// A word in its text.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) stem: Stem,
    /// In bytes, within the title or the text.
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Where a stem stands: in which text, at which spot.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) doc: usize,
    pub(super) spot: usize,
}

impl Index {
    /// Reads all texts. `same` are the words that mean the same in this house.
    pub fn of(texts: Vec<SearchText>, same: &[Vec<String>]) -> Self {
        let mut index = Self {
            docs: Vec::with_capacity(texts.len()),
            stems: HashMap::new(),
            places: Vec::new(),
            forms: Vec::new(),
            synonyms: Synonyms::read(same),
            average: 1.0,
        };
        let mut forms = HashMap::new();
        for text in texts {
            index.add(text, &mut forms);
        }
        let all: usize = index.docs.iter().map(|doc| doc.spots.len()).sum();
        index.average = as_weight(all) / as_weight(index.docs.len().max(1));
        index.forms = forms.into_iter().collect();
        // A table of its own has no order; slips must be mended in the same way at every start.
        index.forms.sort();
        index
    }

    fn add(&mut self, text: SearchText, forms: &mut HashMap<String, Stem>) {
        let mut spots = self.spots(&text.title, forms);
        spots.push(Spot { stem: GAP, start: 0, end: 0 });
        let body_from = spots.len();
        spots.extend(self.spots(&text.text, forms));
        let doc = self.docs.len();
        for (spot, found) in spots.iter().enumerate().filter(|(_, spot)| spot.stem != GAP) {
            self.places[found.stem.0 as usize].push(Place { doc, spot });
        }
        self.docs.push(Doc { text, spots, body_from });
    }

    fn spots(&mut self, text: &str, forms: &mut HashMap<String, Stem>) -> Vec<Spot> {
        let read = words::words(text);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let spot = |word: words::Word| {
            let stem = self.number(word.stem);
            forms.entry(word.form).or_insert(stem);
            Spot { stem, start: place(word.place.start), end: place(word.place.end) }
        };
        read.into_iter().map(spot).collect()
    }

    fn number(&mut self, stem: String) -> Stem {
        let next = Stem(u32::try_from(self.places.len()).unwrap_or(GAP.0));
        *self.stems.entry(stem).or_insert_with(|| {
            self.places.push(Vec::new());
            next
        })
    }

    /// The number of a stem; none where it stands nowhere.
    pub(super) fn stem(&self, stem: &str) -> Option<Stem> {
        self.stems.get(stem).copied()
    }

    /// Where a phrase stands: the places of its first word that the others follow.
    pub(super) fn places<'a>(&'a self, phrase: &'a [Stem]) -> impl Iterator<Item = Place> + 'a {
        let (first, rest) = phrase.split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
        let places = first.and_then(|stem| self.places.get(stem.0 as usize)).map_or(&[][..], Vec::as_slice);
        places.iter().copied().filter(|place| {
            let after = self.docs[place.doc].spots[place.spot + 1..].iter().map(|spot| spot.stem);
            rest.iter().copied().eq(after.take(rest.len()))
        })
    }

    /// In how many places a stem stands.
    pub(super) fn frequency(&self, stem: Stem) -> usize {
        self.places.get(stem.0 as usize).map_or(0, Vec::len)
    }
}

impl Doc {
    /// The words in the title.
    pub(super) fn title_length(&self) -> usize {
        self.body_from - 1
    }

    /// Does this spot stand in the title?
    pub(super) fn is_in_title(&self, spot: usize) -> bool {
        spot < self.body_from
    }
}

/// A count as a weight; the texts of a site are far below what loses precision.
#[expect(clippy::cast_precision_loss, reason = "counts of words stay far below 2^24")]
pub(super) fn as_weight(count: usize) -> f32 {
    count as f32
}
