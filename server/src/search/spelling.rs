//! A slip of typing, mended: "regietaem" becomes "regieteam".

use super::index::Index;
use super::query::Wanted;

/// Shorter words have too many neighbours.
const SHORTEST: usize = 5;
/// Longer ones are no words.
const LONGEST: usize = 40;
/// Words with a slip in one query; more is no slip.
const MOST: usize = 3;

/// The query with the words that stand nowhere replaced by their nearest neighbours; none when nothing can be mended.
pub(super) fn mend(index: &Index, typed: &str, wanted: &[Wanted]) -> Option<String> {
    let unknown = wanted.iter().filter(|thing| thing.phrases.is_empty()).flat_map(|thing| &thing.typed);
    let mends: Vec<_> =
        unknown.take(MOST).filter_map(|word| Some((word.place.clone(), nearest(index, &word.form)?))).collect();
    if mends.is_empty() {
        return None;
    }
    let mut better = typed.to_owned();
    // From the back, so that places stay what they are.
    for (place, word) in mends.into_iter().rev() {
        better.replace_range(place, word);
    }
    Some(better)
}

/// The word of the site with the fewest slips between; of those that tie the one that stands there most.
fn nearest<'a>(index: &'a Index, form: &str) -> Option<&'a str> {
    let letters = form.chars().count();
    if !(SHORTEST..=LONGEST).contains(&letters) || form.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let allowed = if letters < 8 { 1 } else { 2 };
    let near = index.forms.iter().filter(|(other, _)| other.len().abs_diff(form.len()) <= 2 * allowed);
    let slips = near.map(|(other, stem)| (strsim::osa_distance(form, other), other, stem));
    let close = slips.filter(|(slips, ..)| *slips <= allowed);
    close
        .min_by_key(|(slips, _, stem)| (*slips, std::cmp::Reverse(index.frequency(**stem))))
        .map(|(_, other, _)| other.as_str())
}
