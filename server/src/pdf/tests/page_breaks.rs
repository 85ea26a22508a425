//! Where pages end.

use super::super::style::Style;
use super::*;

#[test]
fn more_text_never_takes_fewer_pages() {
    let mut before = 1;
    for words in [0, 10, 100, 1_000, 2_000, 4_000] {
        let pdf = write(&one_section(vec![line("Vraag", &"woord ".repeat(words))])).unwrap();
        let pages = Paper::read(&pdf).pages().len();
        assert!(pages >= before, "{words} words on {pages} pages after {before}");
        before = pages;
    }
    assert!(before > 5);
}

#[test]
fn a_heading_is_never_the_last_of_its_page() {
    let faces = face::FACES.as_ref().unwrap();
    for rows in 0..40 {
        let filler = (0..rows).map(|_| line("Vraag", "Antwoord")).collect();
        let mut document = one_section(filler);
        let blocks = vec![Block { heading: "Mens 1".to_owned(), lines: vec![line("Wie?", "Sam\nKim\nBo")] }];
        document.sections.push(Section { heading: "Mensen".to_owned(), blocks });
        for page in layout::lay_out(&document, faces).pages {
            let last = page.pieces.last().unwrap();
            assert!(last.style == Style::Value, "{} ends a page after {rows} rows", last.run.shown);
            assert!(page.pieces.iter().all(|piece| piece.baseline < style::BOTTOM));
        }
    }
}

#[test]
fn a_long_answer_leaves_no_single_line_and_shows_its_question_on_each_page() {
    let faces = face::FACES.as_ref().unwrap();
    for (questions, lines) in (30..60).map(|lines| (1, lines)).chain([(1, 150), (200, 1), (200, 150)]) {
        let label = vec!["Vraag?"; questions].join("\n");
        let pages = layout::lay_out(&one_section(vec![line(&label, &vec!["Regel"; lines].join("\n"))]), faces).pages;
        for page in pages {
            let of = |style: Style| page.pieces.iter().filter(|piece| piece.style == style).count();
            assert!(of(Style::Value) != 1 || lines == 1, "{lines} lines");
            let texts = page.pieces.iter().chain(&page.repeats);
            let questions = texts.clone().filter(|piece| piece.style == Style::Label).count();
            assert!(questions > 0, "{lines} lines");
            let mut places: Vec<(u32, u32)> =
                texts.map(|piece| (piece.left.to_bits(), piece.baseline.to_bits())).collect();
            places.sort_unstable();
            let all = places.len();
            places.dedup();
            assert_eq!(places.len(), all, "a text stands on another, {lines} lines");
        }
    }
}
