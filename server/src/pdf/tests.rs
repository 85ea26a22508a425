//! Whole documents, read back from their bytes. Each that is written has passed krilla's validator for PDF/UA-1.

use std::time::Instant;

use app::wizard::copy::WORDS;
use chrono::NaiveDate;
use domain::answers::Answers;
use domain::context::Context;
use domain::form::Form;
use domain::forms;
use proptest::prelude::*;

use super::read_back::{Paper, Tagged};
use super::*;

mod page_breaks;

#[path = "../../tests/web/referral.rs"]
#[allow(dead_code, reason = "shared with the tests of the web side, which use all of it")]
mod referral;

const TITLE: &str = "Aanmelding voor het Regieteam";
const REFERENCE: &str = "WM-2026-7K3Q-9PXA";

fn head() -> Head {
    Head {
        house: "Zorg- en Veiligheidshuis".to_owned(),
        title: TITLE.to_owned(),
        reference: REFERENCE.to_owned(),
        moment: "2026-11-22T09:30:00Z".parse().unwrap(),
        lines: vec![line("Kenmerk", REFERENCE), line("Ontvangen", "zondag 22 november 2026 om 10.30 uur")],
    }
}

fn line(label: &str, value: &str) -> Line {
    Line { label: label.to_owned(), value: value.to_owned() }
}

fn one_section(lines: Vec<Line>) -> Document {
    let blocks = vec![Block { heading: String::new(), lines }];
    Document { head: head(), sections: vec![Section { heading: "Deel".to_owned(), blocks }], words: WORDS }
}

fn referral() -> (Document, Vec<summary::Section>) {
    let form: &'static Form = forms::find("regieteam").unwrap();
    let answers: Answers = referral::read(referral::TYPED);
    let context = Context { today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), ..Context::default() };
    let shown = summary::summary(form, &answers, &context);
    (Document::new(head(), &shown, WORDS), shown)
}

/// All tags, each before those in it.
fn all(tag: &Tagged) -> Vec<&Tagged> {
    std::iter::once(tag).chain(tag.parts.iter().flat_map(all)).collect()
}

/// Each question with its answer.
fn pairs(tags: &Tagged) -> Vec<(String, String)> {
    let items = all(tags).into_iter().filter(|tag| tag.role == "LI");
    let pair = |item: &Tagged| {
        let text_of = |role: &str| {
            let found = item.parts.iter().find(|part| part.role == role).map_or(Vec::new(), all);
            let texts: Vec<&str> = found.iter().map(|tag| tag.text.as_str()).filter(|text| !text.is_empty()).collect();
            texts.join("\n")
        };
        (text_of("Lbl"), text_of("LBody"))
    };
    items.map(pair).collect()
}

fn single_spaced(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    lines.join("\n")
}

/// A text as it should be read out.
fn read_out(text: &str) -> String {
    let face = &face::FACES.as_ref().unwrap().regular;
    let said = |letter: letters::Letter| letter.meant.unwrap_or(letter.shown.to_string());
    let lines = letters::paragraphs(text, face).into_iter().filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(|line| line.into_iter().map(said).collect()).collect();
    lines.join("\n")
}

#[test]
fn a_whole_referral_is_read_out_as_it_was_shown() {
    let (document, shown) = referral();
    let paper = Paper::read(&write(&document).unwrap());
    let tags = paper.tags();
    let mut expected: Vec<(String, String)> = head().lines.into_iter().map(|line| (line.label, line.value)).collect();
    for line in shown.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines) {
        let value = if line.value.is_empty() { WORDS.unanswered } else { &line.value };
        expected.push((line.label.to_owned(), single_spaced(value)));
    }
    assert!(expected.len() > 60, "{} answers", expected.len());
    assert_eq!(pairs(&tags), expected);
}

#[test]
fn headings_follow_the_form_and_are_bookmarks() {
    let (document, shown) = referral();
    let paper = Paper::read(&write(&document).unwrap());
    let tags = paper.tags();
    let found: Vec<(String, String)> = all(&tags)
        .into_iter()
        .filter(|tag| tag.role.starts_with('H'))
        .map(|tag| (tag.role.clone(), tag.text.clone()))
        .collect();
    let mut expected = vec![("H1".to_owned(), TITLE.to_owned())];
    for section in shown.iter().filter(|section| !section.blocks.is_empty()) {
        expected.push(("H2".to_owned(), section.title.to_owned()));
        let rows = section.blocks.iter().filter(|block| !block.heading.is_empty());
        expected.extend(rows.map(|block| ("H3".to_owned(), block.heading.clone())));
    }
    assert!(expected.iter().any(|(role, _)| role == "H3"));
    assert_eq!(found, expected);
    let mut bookmarks = paper.bookmarks();
    let mut headings: Vec<String> = found.into_iter().map(|(_, text)| text).collect();
    bookmarks.sort();
    headings.sort();
    assert_eq!(bookmarks, headings);
}

#[test]
fn the_file_says_what_it_is_and_nothing_about_who_made_it() {
    let pdf = write(&referral().0).unwrap();
    let properties = Paper::read(&pdf).properties();
    for said in ["<pdfuaid:part>1</pdfuaid:part>", TITLE, "nl-NL", "2026-11-22T09:30:00"] {
        assert!(properties.contains(said), "{said} is not in {properties}");
    }
    for silent in ["krilla", "CreatorTool", "pdf:Producer", "Kanarie", env!("CARGO_MANIFEST_DIR")] {
        assert!(!properties.contains(silent), "{silent}");
        assert!(!String::from_utf8_lossy(&pdf).contains(&format!("({silent}")), "{silent}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(write(&referral().0).unwrap() == write(&referral().0).unwrap());
}

#[test]
fn a_whole_referral_is_quick() {
    let (document, _) = referral();
    write(&document).unwrap();
    let quickest = (0..5).map(|_| {
        let start = Instant::now();
        write(&document).unwrap();
        start.elapsed().as_millis()
    });
    let quickest = quickest.min().unwrap();
    assert!(quickest < 100, "{quickest} ms");
}

#[test]
fn a_long_answer_flows_over_pages_and_stays_one_answer() {
    let text = "Zoë Ünal-Žižek belde 😀 en سلام en zei dat het zo niet langer kan. ".repeat(150);
    let typed = format!("{text}\n\n{}\nSlot.", "x".repeat(500));
    assert!(typed.chars().count() > 10_000);
    let paper =
        Paper::read(&write(&one_section(vec![line("Wat is er gebeurd?", &typed), line("En toen?", "")])).unwrap());
    let found = pairs(&paper.tags());
    assert_eq!(found[2], ("Wat is er gebeurd?".to_owned(), read_out(&typed)));
    assert!(found[2].1.contains("belde 😀 en سلام en zei"));
    assert_eq!(found[3].1, WORDS.unanswered);
    assert!((4..8).contains(&paper.pages().len()), "{} pages", paper.pages().len());
}

#[test]
fn a_blank_title_is_refused_without_saying_what_is_in_it() {
    for title in ["", " \n", "\u{200b}"] {
        let mut document = one_section(vec![line("Wie?", "Kanarie")]);
        title.clone_into(&mut document.head.title);
        let error = write(&document).unwrap_err();
        assert_eq!(error, PdfError::Untitled);
        assert!(!format!("{error} {error:?}").contains("Kanarie"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_was_typed_is_on_paper(
        label in any::<String>(),
        value in any::<String>(),
        heading in any::<String>(),
        wild in "([\\u{0}-\\u{ff}]|[\\u{300}-\\u{36f}]|[\\u{590}-\\u{6ff}]|[\\u{2000}-\\u{206f}]|[\\u{fb00}-\\u{ffff}]|[\\u{1f3f0}-\\u{1f6ff}]){0,400}",
        long in "[a-zë☃ ]{0,3000}",
    ) {
        let mut document = one_section(vec![line(&label, &value), line(&long, &wild), line(&wild, &long)]);
        document.head.house.clone_from(&value);
        document.head.title = format!("A{wild}");
        document.head.reference.clone_from(&heading);
        document.sections[0].heading.clone_from(&wild);
        document.sections[0].blocks[0].heading = heading;
        let pdf = write(&document);
        prop_assert!(pdf.is_ok(), "{:?}", pdf.err());
        let found = pairs(&Paper::read(&pdf.unwrap()).tags());
        let said = |text: &str| if read_out(text).is_empty() { WORDS.unanswered.to_owned() } else { read_out(text) };
        let joined = |text: &str| text.replace('\n', "");
        for ((found_label, found_value), (label, value)) in found.iter().skip(2).zip([(&label, &value), (&long, &wild), (&wild, &long)]) {
            prop_assert_eq!(joined(found_label), joined(&read_out(label)));
            prop_assert_eq!(found_value, &said(value));
        }
    }
}
