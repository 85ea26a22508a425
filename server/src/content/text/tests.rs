//! Passages, figures, quotations, tables and links of a text; and what is wrong with one.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::content::figures;
use crate::content::settings;

const DRAWING: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle id="c" class="zvh-fig-fill" r="2"/></svg>"#;

fn text(markdown: &str) -> Result<Text, Faults> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("figures")).unwrap();
    fs::write(folder.path().join("figures/rond.svg"), DRAWING).unwrap();
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/tests/house");
    let settings = settings::load(&Source::read(&house, "house.toml").unwrap()).unwrap();
    let words = Words::new(&settings, &[], figures::load(folder.path()).unwrap());
    read(&Source { file: "proef.md".into(), text: markdown.to_owned() }, 0, &words)
}

fn on(text: &Text, day: &str) -> String {
    text.passages.on(day.parse::<NaiveDate>().unwrap())
}

fn html(markdown: &str) -> String {
    on(&text(markdown).unwrap_or_else(|faults| panic!("{faults}")), "2026-11-22")
}

#[test]
fn a_passage_shows_on_the_days_on_which_it_holds() {
    let text = text("## Geld\n{{until 2027-03-01}}\n### Nu\nEr is geld.\n{{end}}\n{{ from 2027-03-02 }}\n### Nu\nHet is op.\n{{end}}\n\nVerder.").unwrap();
    let before = on(&text, "2027-03-01");
    assert!(before.contains("Er is geld.") && !before.contains("Het is op.") && before.contains("Verder."));
    let after = on(&text, "2027-03-02");
    assert!(!after.contains("Er is geld.") && after.contains("Het is op.") && after.contains("Verder."));
    assert_eq!(text.passages.plain_on("2027-03-02".parse().unwrap()), "Geld\nNu\nHet is op.\nVerder.");
    assert_eq!(text.ends, [("2027-03-01".parse().unwrap(), 2)]);
}

#[test]
fn a_figure_is_set_in_with_its_alternative_and_caption() {
    let html = html("Tekst.\n\n![Een *rond* ding](figuur:rond \"Het <ding>\")\n");
    assert!(
        html.contains(
            "<figure class=\"zvh-figure\"><svg viewBox=\"0 0 4 4\" role=\"img\" aria-label=\"Een rond ding\""
        )
    );
    assert!(html.contains("<figcaption>Het &lt;ding&gt;</figcaption></figure>"), "{html}");
    assert!(!html.contains("<p class=\"nl-paragraph\"><figure"), "{html}");
}

#[test]
fn a_quotation_names_who_said_it() {
    for quote in ["> Het werkt.\n> Echt.\n> — Een *burgemeester*", "> Het werkt.\n> Echt.\n>\n> — Een *burgemeester*"]
    {
        let html = html(quote);
        assert!(
            html.starts_with("<figure class=\"zvh-quote\"><blockquote><p class=\"nl-paragraph\">Het werkt.\nEcht.</p>"),
            "{html}"
        );
        assert!(html.contains("</blockquote><figcaption>— Een <em>burgemeester</em></figcaption></figure>"), "{html}");
    }
    let html = html("> Het — echt — werkt.");
    assert!(html.contains("Het — echt — werkt.</p>") && !html.contains("figcaption"), "{html}");
    assert!(self::html("> [!NOTE]\n> Let op.").contains("utrecht-alert--info"));
}

#[test]
fn a_wide_table_scrolls_in_a_frame_that_a_keyboard_reaches() {
    let wide = html("| A | B *b* | C | D |\n|---|---|:-:|---|\n| 1 | 2 | 3 | 4 |");
    assert!(
        wide.contains(
            "<section class=\"zvh-table zvh-table--wider\" tabindex=\"0\" aria-label=\"A, B b, C, D\"><table"
        ),
        "{wide}"
    );
    assert!(wide.contains("</table>\n</section>") && !wide.contains("style="), "{wide}");
    let three = html("| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |");
    assert!(three.contains("<section class=\"zvh-table\" tabindex=\"0\""), "{three}");
    let narrow = html("| A | B |\n|---|---|\n| 1 | 2 |");
    assert!(narrow.contains("<table") && !narrow.contains("tabindex"), "{narrow}");
}

#[test]
fn a_link_that_leaves_the_site_says_so_and_tells_nothing() {
    let out = html("[Wet](https://wetten.example/a?b=1&c)");
    assert!(out.contains("href=\"https://wetten.example/a?b=1&amp;c\" rel=\"external noopener noreferrer\">Wet<span class=\"zvh-external\""), "{out}");
    assert!(out.contains("(andere website)"));
    let own = html("[Contact](/contact) en [bel](tel:112)");
    assert!(!own.contains("rel=") && !own.contains("zvh-external"), "{own}");
}

#[test]
fn tables_from_the_rules_stand_on_a_line_of_their_own() {
    let retention = html("{{retention}}");
    assert_eq!(retention.matches("<tr>").count(), 1 + domain::retention::Situation::ALL.len());
    assert!(retention.contains("7 dagen na de laatste wijziging") && retention.contains("artikel 1.8 lid 7 WGS"));
    assert!(html("{{participants}}").contains("Nee, nooit"));
    assert!(
        html("Binnen {{contact_term}}, na {{outcome_term}}, {{draft_days}}.")
            .contains("5 werkdagen, na twee weken, 7 dagen")
    );
    assert!(html("{{accessibility.status}}").contains("<strong>nog niet ingevuld</strong>"));
}

#[test]
fn headings_are_places_and_the_words_of_a_drawing_are_not_read_twice() {
    let text =
        text("## Één *kop*\n\nRegel een\nregel twee.\n\n- punt\n  - onder\n\n![Alternatief](figuur:rond)").unwrap();
    assert!(text.anchors.contains("één-kop"));
    let blocks: Vec<_> = text.blocks.iter().map(|block| (block.text.as_str(), block.line)).collect();
    assert_eq!(blocks, [("Één kop", 1), ("Regel een\nregel twee.", 3), ("punt", 6), ("onder", 7)]);
}

#[test]
fn what_is_wrong_in_a_text_is_named_with_line_and_mend() {
    for (markdown, line, said) in [
        ("{{until 2027-01-01}}\n{{from 2027-01-01}}\nA\n{{end}}", 2, "a passage begins inside another; write {{end}}"),
        ("A\n{{end}}", 2, "{{end}} ends nothing"),
        ("A\n\n{{until 2027-01-01}}\nB", 3, "a passage does not end"),
        ("{{until 2027-02-30}}\nA\n{{end}}", 1, "a passage without a day"),
        ("A {{until 2027-01-01}} B", 1, "stands among other words; give it a line of its own"),
        ("A {{retention}}", 1, "{{retention}} stands among other words"),
        ("{{retentie}}", 1, "there is no setting {{retentie}}; use one of: accessibility.date,"),
        ("### A", 1, "this heading skips a level; write it with ##"),
        ("## A\n\n#### B", 3, "this heading skips a level; write it with ###"),
        ("## A\n{{from 2027-01-01}}\n### B\n{{end}}\n#### C", 5, "this heading skips a level"),
        ("## A\n{{from 2027-01-01}}\n## A\n{{end}}", 3, "two headings have the same words"),
        ("![](figuur:rond)", 1, "this figure has no text alternative"),
        ("![Wat](figuur:vierkant)", 1, "there is no figures/vierkant.svg; use one of: rond"),
        ("![Wat](foto.jpg)", 1, "\"foto.jpg\" is no drawing of the house"),
        ("Zie ![Wat](figuur:rond) hier", 1, "a figure stands among other words"),
        ("![Wat](figuur:rond)\n\n![Wat](figuur:rond)", 3, "the figure rond stands twice on this page"),
        ("> <b>a</b>", 1, "HTML does not belong in a text"),
    ] {
        let faults = text(markdown).err().unwrap_or_else(|| panic!("{markdown} is taken"));
        let fault = faults.iter().next().unwrap();
        assert!(format!("{}; {}", fault.problem, fault.mend).contains(said), "expected {said:?}, got {fault}");
        assert_eq!(fault.line, Some(line), "{fault}");
    }
}
