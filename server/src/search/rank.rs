//! Which texts come first: BM25, with titles counting more, and texts that have everything before those that have most.

use std::collections::BTreeMap;

use super::index::{Index, as_weight};
use super::query::Wanted;

/// A text that was found.
pub(super) struct Ranked {
    pub(super) doc: usize,
    score: f32,
    /// The spots that tell why, in order.
    pub(super) marks: Vec<Mark>,
}

/// A spot that tells why a text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    pub(super) spot: usize,
    /// Which of the wanted things stands there.
    pub(super) wanted: usize,
}

/// A word in the title counts for so many in the text.
const TITLE: f32 = 5.0;
/// How soon more of the same stops counting, and how much long texts pay: BM25's k₁ and b. The usual b (0.75) puts short
/// questions before the pages that tell everything.
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.4;

/// The texts that have most of what is wanted, best first.
pub(super) fn best(index: &Index, wanted: &[Wanted]) -> Vec<Ranked> {
    let mut found: BTreeMap<usize, Ranked> = BTreeMap::new();
    let mut known = 0;
    for (number, thing) in wanted.iter().enumerate() {
        let tallies = tally(index, number, thing);
        if tallies.is_empty() {
            continue;
        }
        known += 1;
        let rarity = rarity(index.docs.len(), tallies.len());
        for (doc, tally) in tallies {
            let length = as_weight(index.docs[doc].spots.len()) / index.average;
            let weight =
                tally.weight * (SATURATION + 1.0) / (tally.weight + SATURATION * (1.0 - LENGTH + LENGTH * length));
            let one = found.entry(doc).or_insert(Ranked { doc, score: 0.0, marks: Vec::new() });
            one.score += rarity * weight * tally.surest;
            one.marks.extend(tally.marks);
        }
    }
    let mut ranked: Vec<Ranked> = found.into_values().filter_map(|one| judged(index, one, known)).collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.doc.cmp(&other.doc)));
    ranked
}

/// How often a thing stands in a text.
#[derive(Default)]
struct Tally {
    weight: f32,
    surest: f32,
    marks: Vec<Mark>,
}

fn tally(index: &Index, number: usize, thing: &Wanted) -> BTreeMap<usize, Tally> {
    let mut tallies: BTreeMap<usize, Tally> = BTreeMap::new();
    for phrase in &thing.phrases {
        for place in index.places(&phrase.stems) {
            let tally = tallies.entry(place.doc).or_default();
            let place_weight = if index.docs[place.doc].is_in_title(place.spot) { TITLE } else { 1.0 };
            tally.weight += place_weight * phrase.weight;
            tally.surest = tally.surest.max(phrase.weight);
            let spots = place.spot..place.spot + phrase.stems.len();
            tally.marks.extend(spots.map(|spot| Mark { spot, wanted: number }));
        }
    }
    tallies
}

/// A thing that few texts tell of says more than one that all do.
fn rarity(all: usize, with: usize) -> f32 {
    let (all, with) = (as_weight(all), as_weight(with));
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

/// The text with its score lowered for what it lacks, raised where its title says little else; none when it lacks most.
fn judged(index: &Index, mut one: Ranked, known: usize) -> Option<Ranked> {
    one.marks.sort_unstable();
    one.marks.dedup();
    let mut things: Vec<usize> = one.marks.iter().map(|mark| mark.wanted).collect();
    things.sort_unstable();
    things.dedup();
    // Three of five, two of three, both of two.
    if things.len() * 5 < known * 3 {
        return None;
    }
    let share = as_weight(things.len()) / as_weight(known);
    let doc = &index.docs[one.doc];
    let in_title = one.marks.iter().filter(|mark| doc.is_in_title(mark.spot)).count();
    let title = as_weight(in_title) / as_weight(doc.title_length().max(1));
    one.score *= share * share * (1.0 + title);
    Some(one)
}
