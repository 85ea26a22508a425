//! One good answer to one field.

use super::{Author, Chance};
use crate::check::Offer;
use crate::context::Context;
use crate::form::{Field, Kind};

/// A good answer: the text of each box of the field. What is chosen is chosen here, what is typed comes from the author. Empty
/// where nothing is offered to choose from.
pub fn answer(field: &Field, offered: &[Offer], context: &Context, author: Author, chance: &mut Chance) -> Vec<String> {
    match field.kind {
        Kind::One(_) => vec![one(offered, chance).to_owned()],
        Kind::Many(_) => vec![ticks(offered, chance)],
        Kind::Tick => vec!["ja".to_owned()],
        Kind::Count(most) => vec![(1 + chance.below(most)).to_string()],
        _ => author(field, context, chance),
    }
}

fn one<'a>(offered: &'a [Offer], chance: &mut Chance) -> &'a str {
    let end = u32::try_from(offered.len()).unwrap_or(u32::MAX);
    offered.get(chance.below(end) as usize).map_or("", |offer| &offer.value)
}

/// At least one option ticked, in any order.
fn ticks(offered: &[Offer], chance: &mut Chance) -> String {
    let mut ticked: Vec<&str> = Vec::new();
    for offer in offered {
        if chance.once_in(3) {
            let place = if chance.once_in(2) { 0 } else { ticked.len() };
            ticked.insert(place, &offer.value);
        }
    }
    if ticked.is_empty() {
        ticked.push(one(offered, chance));
    }
    ticked.join("\n")
}
