//! Each advice goes red on its own fault, and stays silent without it.

use super::*;

fn said(text: &str, review: &str, end: &str) -> Vec<(Option<usize>, String)> {
    let blocks = text.split("\n\n").map(|text| Block { kind: BlockKind::Prose, text: text.into(), line: 3 }).collect();
    let reading = Reading {
        file: "proef.md".into(),
        blocks,
        review: Some((review.parse().unwrap(), 1)),
        ends: vec![(end.parse().unwrap(), 2)],
    };
    let advice = advice(&[reading], "2026-11-22".parse().unwrap());
    advice.into_iter().map(|fault| (fault.line, format!("{}; {}", fault.problem, fault.mend))).collect()
}

const GOOD: &str = "Wij bellen u.";
const LATER: &str = "2027-05-22";

#[test]
fn a_good_text_gets_no_advice() {
    assert_eq!(said(GOOD, "2026-12-23", "2026-11-22"), []);
}

#[test]
fn every_advice_names_its_line_and_what_to_do() {
    let long = "een twee drie vier vijf zes zeven acht negen tien ".repeat(2) + "Geleen.";
    let hard = "Samenwerkingsverbanden bespreken gegevensverwerkingsverantwoordelijkheden. ".repeat(20);
    for (text, review, end, line, words) in [
        (GOOD, "2026-12-22", LATER, Some(1), "to be read again by 22 december 2026; read the page"),
        (GOOD, "2026-01-01", LATER, Some(1), "to be read again by 1 januari 2026"),
        (GOOD, LATER, "2026-11-21", Some(2), "expired on 21 november 2026; remove this passage"),
        (long.as_str(), LATER, LATER, Some(3), "a sentence of 21 words: \"een twee drie vier …\"; write at most 20"),
        (hard.as_str(), LATER, LATER, None, "(Flesch-Douma); B1 is 60 or more; use shorter sentences"),
        ("Wij bellen.\nIndien nodig.", LATER, LATER, Some(4), "\"indien\" is an office word; write \"als\""),
    ] {
        let found = said(text, review, end);
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        assert!(found[0].1.contains(words), "expected {words:?}, got {:?}", found[0].1);
        assert_eq!(found[0].0, line, "{words}");
    }
    assert_eq!(said("Wie voortreeds zegt, bedoelt iets anders.", LATER, LATER), []);
}
