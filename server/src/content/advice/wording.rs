//! Office words, and what people say instead.

use std::path::Path;

use crate::content::fault::Fault;
use crate::content::markdown::Block;

/// What to avoid, and what says the same.
const SIMPLER: [(&str, &str); 42] = [
    ("aangaande", "over"),
    ("aangezien", "omdat"),
    ("adequaat", "goed"),
    ("adequate", "goede"),
    ("alsmede", "en"),
    ("betreffende", "over"),
    ("conform", "volgens"),
    ("danwel", "of"),
    ("dan wel", "of"),
    ("derhalve", "daarom"),
    ("desalniettemin", "toch"),
    ("desgewenst", "als u dat wilt"),
    ("dienen te", "moeten"),
    ("dient te", "moet"),
    ("doch", "maar"),
    ("faciliteren", "helpen"),
    ("geschieden", "gebeuren"),
    ("hetgeen", "wat"),
    ("hieromtrent", "hierover"),
    ("implementeren", "invoeren"),
    ("indien", "als"),
    ("ingevolge", "volgens"),
    ("initiëren", "beginnen"),
    ("inzake", "over"),
    ("krachtens", "volgens"),
    ("met betrekking tot", "over"),
    ("middels", "met"),
    ("mits", "als"),
    ("nochtans", "toch"),
    ("opteren", "kiezen"),
    ("participeren", "meedoen"),
    ("reeds", "al"),
    ("ten aanzien van", "over"),
    ("ten behoeve van", "voor"),
    ("teneinde", "om"),
    ("terzake", "hierover"),
    ("tevens", "ook"),
    ("uitsluitend", "alleen"),
    ("verstrekken", "geven"),
    ("verwarde personen", "mensen met onbegrepen gedrag"),
    ("voornemens zijn", "willen"),
    ("zulks", "dat"),
];

pub(super) fn advice(file: &Path, block: &Block) -> Vec<Fault> {
    let lines = block.text.split('\n').enumerate();
    let found = lines.flat_map(|(below, text)| {
        let text = text.to_lowercase();
        SIMPLER.iter().filter(move |(hard, _)| holds(&text, hard)).map(move |(hard, simple)| (below, hard, simple))
    });
    found
        .map(|(below, hard, simple)| {
            Fault::on_line(
                file,
                block.line + below,
                format!("\"{hard}\" is an office word"),
                format!("write \"{simple}\""),
            )
        })
        .collect()
}

/// Does a text hold these words, whole?
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
