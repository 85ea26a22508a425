//! What holds for every page, and for the words that go wrong.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use app::components::{Card, Question, QuickExit, Step};
use app::document::{Assets, Head, IslandFiles, Script, Site, Top, render};
use app::house::{Address, HelpLine, House, Link, Phone};
use app::pages::error::Cause;
use app::pages::home::HomePage;
use app::pages::questions::{QuestionGroup, QuestionsPage};
use app::pages::text::{Checked, HelpPlace, TextPage};
use app::pages::{contact, error, home, questions, text};
use app::passages::Passages;
use app::place::Place;
use chrono::NaiveDate;

#[test]
fn every_page_is_whole_and_carries_no_script() {
    for (name, html) in every_page() {
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"nl\">"), "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name} has one h1");
        assert_eq!(html.matches("<main").count(), 1, "{name} has one main");
        assert!(html.contains(" – Huis Ergens</title>"), "{name} names the house in its title");
        assert!(html.contains("name=\"viewport\""), "{name}");
        for forbidden in ["<script", " style=", "<style", " onclick=", "javascript:"] {
            assert!(!html.contains(forbidden), "{name} holds {forbidden}");
        }
        let body = html.split_once("<body>").unwrap().1;
        let first = body.find("<a ").unwrap();
        assert!(body[first..].starts_with("<a href=\"#main\""), "{name}: the skip link is the first link");
        for line in ["tel:112", "tel:09008844", "tel:08002000"] {
            assert!(html.contains(line), "{name} shows whom to call: {line}");
        }
    }
}

#[test]
fn ids_are_unique_and_labels_lead_to_one() {
    for (name, html) in every_page() {
        let ids: Vec<&str> = attributes(&html, " id=\"");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name} repeats an id: {ids:?}");
        for target in attributes(&html, "aria-labelledby=\"") {
            assert!(unique.contains(&target), "{name}: nothing has the id {target}");
        }
    }
}

#[test]
fn pages_that_search_engines_may_show_say_where_they_are() {
    let page = text::page(&site(), &text_page("/over-ons"), day(2026, 11, 21));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://huis.example/over-ons\">"));
    assert!(!page.contains("noindex"));
    let page = error::page(&site(), Cause::NotFound, "/weg");
    assert!(page.contains("noindex") && !page.contains("canonical"));
}

#[test]
fn the_browser_bundle_comes_only_with_an_island() {
    let with = |script, island: Option<IslandFiles>| {
        let mut site = site();
        site.assets.island = island;
        render(&site, Head { script, ..Head::unlisted("Stap 1", "/x") }, || "")
    };
    let files = || {
        Some(IslandFiles {
            boot: "/pkg/boot.js".into(),
            module: "/pkg/client.js".into(),
            wasm: "/pkg/client.wasm".into(),
        })
    };
    assert!(!with(Script::None, files()).contains("<script"));
    assert!(!with(Script::Island, None).contains("<script"), "a page works without a bundle");
    let page = with(Script::Island, files());
    for part in
        ["type=\"module\"", "src=\"/pkg/boot.js\"", "data-module=\"/pkg/client.js\"", "data-wasm=\"/pkg/client.wasm\""]
    {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_form_has_one_way_out_and_no_menu() {
    let head = Head { top: Top::Form(Some(Link::new("Opslaan", "/bewaren"))), ..Head::unlisted("Stap 1", "/x") };
    let page = render(&site(), head, || "");
    assert!(page.contains("href=\"/bewaren\"") && !page.contains("Hoofdmenu"));
}

#[test]
fn every_fault_has_its_own_words_and_two_ways_on() {
    let titles: BTreeSet<_> = Cause::ALL.iter().map(|cause| cause.explanation().title).collect();
    let codes: BTreeSet<_> = Cause::ALL.iter().map(|cause| cause.status()).collect();
    assert_eq!((titles.len(), codes.len()), (Cause::ALL.len(), Cause::ALL.len()));
    for cause in Cause::ALL {
        let said = cause.explanation();
        assert_ne!(said.first, said.other, "{cause:?}");
        let page = error::page(&site(), cause, "/x");
        assert!(page.contains(said.advice) && page.contains(&format!("Code {}", cause.status())), "{cause:?}");
        assert!(page.contains("tel:+31460000000"), "{cause:?} offers the telephone");
    }
}

#[test]
fn a_question_asked_for_by_address_stands_open() {
    let open = |asked| questions::page(&site(), &questions_page(), day(2026, 11, 21), asked);
    assert_eq!(open(None).matches("<details open").count(), 0);
    assert_eq!(open(Some("tweede")).matches("<details open").count(), 1);
    assert_eq!(open(Some("onbekend")).matches("<details open").count(), 0);
}

#[test]
fn the_questions_page_leads_to_each_subject() {
    let page = questions::page(&site(), &questions_page(), day(2026, 11, 21), None);
    for subject in ["groep", "andere"] {
        assert!(page.contains(&format!("href=\"#{subject}\"")) && page.contains(&format!("id=\"{subject}\"")));
    }
}

#[test]
fn a_page_about_violence_can_be_left_before_anything_else_is_read() {
    let page = text::page(&site(), &text_page("/themas/geweld"), day(2026, 11, 21));
    let main = page.split_once("<main").unwrap().1;
    let first = &main[main.find("<a ").unwrap()..];
    assert!(first.contains("href=\"https://weer.example/\"") && first.contains("Verlaat deze site"));
    assert!(first[..first.find('>').unwrap()].contains("noreferrer"));
    assert!(page.contains("href=\"/veilig\""));
    let without = TextPage { exit: None, ..text_page("/themas/zorg") };
    assert!(!text::page(&site(), &without, day(2026, 11, 21)).contains("Verlaat deze site"));
}

#[test]
fn every_class_of_ours_that_a_page_writes_is_styled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let css: String = files(&root.join("../style/layout"), "css").into_iter().map(|file| read(&file)).collect();
    for file in files(&root.join("src"), "rs") {
        for class in classes_written_in(&read(&file)) {
            let styled = css.match_indices(&class).any(|(at, _)| {
                let after = css[at + class.len()..].chars().next();
                css[..at].ends_with('.') && !after.is_some_and(part_of_a_name)
            });
            assert!(styled, "{}: no rule for .{class}", file.display());
        }
    }
}

/// Our class names in the string literals of a source file.
fn classes_written_in(source: &str) -> Vec<String> {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| {
            line.match_indices("zvh-")
                .filter(|(at, _)| line[..*at].ends_with(['"', ' ']))
                .map(|(at, _)| line[at..].chars().take_while(|&letter| part_of_a_name(letter)).collect())
        })
        .collect()
}

fn part_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || "-_".contains(letter)
}

fn every_page() -> Vec<(String, String)> {
    let (site, today) = (site(), day(2026, 11, 21));
    let mut pages = vec![
        ("home".to_owned(), home::page(&site, &home_page())),
        ("text".to_owned(), text::page(&site, &text_page("/over-ons"), today)),
        ("contact".to_owned(), contact::page(&site, &text_page(Place::Contact.path()), today)),
        ("questions".to_owned(), questions::page(&site, &questions_page(), today, Some("eerste"))),
    ];
    pages.extend(Cause::ALL.map(|cause| (format!("{cause:?}"), error::page(&site, cause, "/x"))));
    pages
}

fn site() -> Site {
    let line = |dial: &str| HelpLine {
        phone: Phone { shown: dial.into(), dial: dial.into() },
        name: "Hulp".into(),
        when: "Altijd.".into(),
    };
    Site {
        house: House {
            kind: "Huis".into(),
            region: "Ergens".into(),
            phone: Phone { shown: "046 - 000 00 00".into(), dial: "+31460000000".into() },
            address: Address { street: "Straat 1".into(), town: "Dorp".into() },
            municipalities: vec!["Dorp".into()],
            help_lines: ["112", "09008844", "08002000"].map(line).to_vec(),
            nav: vec![Link::new("Over ons", "/over-ons")],
            footer: vec![Link::new("Privacy", "/privacy")],
        },
        assets: Assets {
            stylesheet: "/assets/site.css".into(),
            font: "/assets/font.woff2".into(),
            icon: "/assets/icon.svg".into(),
            island: None,
        },
        origin: "https://huis.example".into(),
    }
}

fn text_page(path: &str) -> TextPage {
    TextPage {
        path: path.into(),
        title: "Titel".into(),
        description: "Waar het over gaat.".into(),
        lead: "In het kort.".into(),
        body: Passages::always("<p class=\"nl-paragraph\">Tekst.</p>"),
        cards: vec![Card { link: Link::new("Thema", "/themas/een"), text: "Uitleg.".into() }],
        questions: vec![question("waarom")],
        exit: Some(QuickExit { to: "https://weer.example/".into(), advice: Some(Link::new("Veilig", "/veilig")) }),
        between: vec![Link::new("Boven", "/boven")],
        action: Some(Link::new("Doen", "/doen")),
        related: vec![Link::new("Verwant", "/verwant")],
        help: HelpPlace::Top,
        checked: Checked { on: day(2026, 11, 1), again: day(2027, 5, 1) },
    }
}

fn questions_page() -> QuestionsPage {
    QuestionsPage {
        title: "Vragen".into(),
        description: "Vragen en antwoorden.".into(),
        lead: "Lees hier.".into(),
        groups: vec![
            QuestionGroup {
                id: "groep".into(),
                title: "Groep".into(),
                questions: vec![question("eerste"), question("tweede")],
            },
            QuestionGroup { id: "andere".into(), title: "Andere".into(), questions: vec![question("derde")] },
        ],
    }
}

fn question(id: &str) -> Question {
    Question {
        id: id.into(),
        title: "Waarom?".into(),
        answer: Passages::always("<p>Daarom.</p>"),
        theme: Some(Link::new("Thema", "/themas/een")),
    }
}

fn home_page() -> HomePage {
    HomePage {
        title: "Welkom".into(),
        description: "Het huis.".into(),
        heading: "Kop".into(),
        lead: "Belofte.".into(),
        primary: Link::new("Aanmelden", "/aanmelden"),
        secondary: Link::new("Lezen", "/over-ons"),
        topics_heading: "Onderwerpen".into(),
        topics: vec![Card { link: Link::new("Onderwerp", "/onderwerp"), text: "Uitleg.".into() }],
        steps_heading: "Stappen".into(),
        steps: vec![Step { title: "Eerst".into(), text: "Dit.".into() }],
        contact_heading: "Contact".into(),
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The values of an attribute; `opening` is what stands before them.
fn attributes<'a>(html: &'a str, opening: &str) -> Vec<&'a str> {
    html.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|its| its == ending) {
            found.push(path);
        }
    }
    found
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}
