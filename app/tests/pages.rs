//! What holds for every page, and for the words that go wrong.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use app::components::{Card, Image, Notice, PixelSize, Question, QuickExit, Step};
use app::document::{Assets, Head, IslandFiles, Script, Site, Top, render};
use app::house::{Address, HelpLine, House, Link, Phone};
use app::pages::contact::Directions;
use app::pages::documents::{Document, DocumentKind, DocumentPlace, DocumentStatus};
use app::pages::error::Cause;
use app::pages::home::{Block, HomePage, Together};
use app::pages::media::{MediaPage, Recording};
use app::pages::news::{News, NewsItem, NewsKind};
use app::pages::partners::{Partner, PartnerType};
use app::pages::questions::{QuestionGroup, QuestionsPage};
use app::pages::self_check::Asked;
use app::pages::text::{Checked, HelpPlace, TextPage};
use app::pages::ways::{Way, WayGroup, WayTo};
use app::pages::{contact, documents, error, home, media, news, partners, questions, self_check, text, ways};
use app::passages::Passages;
use app::place::Place;
use chrono::NaiveDate;
use domain::answers::Answers;
use domain::context::{Context, ParticipantKind};
use domain::form::Form;
use domain::forms::regieteam;

#[test]
fn every_page_is_whole_and_carries_no_script() {
    for (name, html) in every_page() {
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"nl\">"), "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name} has one h1");
        assert_eq!(html.matches("<main").count(), 1, "{name} has one main");
        assert!(html.contains(" – Huis Ergens</title>"), "{name} names the house in its title");
        assert!(html.contains("name=\"viewport\""), "{name}");
        for forbidden in ["<script", " style=", "<style", " onclick=", "javascript:", "<!>"] {
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
    assert!(page.contains("<meta property=\"og:title\" content=\"Titel\">"), "{page}");
    assert!(page.contains("<meta property=\"og:description\""));
    assert!(!page.contains("noindex"));
    let page = error::page(&site(), Cause::NotFound, "/weg");
    assert!(page.contains("noindex") && !page.contains("canonical") && !page.contains("og:"));
}

#[test]
fn a_notice_is_shown_from_its_first_day_up_to_its_last() {
    let on = |date| home::page(&site(), &home_page(), date).contains("Er is iets.");
    assert!(!on(day(2026, 11, 19)));
    assert!(on(day(2026, 11, 20)) && on(day(2026, 11, 21)));
    assert!(!on(day(2026, 11, 22)));
}

#[test]
fn a_picture_is_shown_with_its_maker_its_licence_and_its_room() {
    let page = news::item(&site(), &news_item());
    assert!(page.contains("<img src=\"/nieuws/huis.png\" alt=\"Een huis\" width=\"3\" height=\"2\">"), "{page}");
    assert!(page.contains("Beeld: A. Maker. Licentie: CC BY 4.0."));
}

#[test]
fn news_says_when_it_was_in_words() {
    assert!(news::item(&site(), &news_item()).contains("<time datetime=\"2026-06-02\">2 juni 2026</time>"));
    let item = NewsItem { shown: Some("voorjaar 2018".into()), ..news_item() };
    let page = news::item(&site(), &item);
    assert!(page.contains("voorjaar 2018") && !page.contains("<time"));
}

#[test]
fn the_archive_begins_where_the_list_ends() {
    let news = |count| {
        let item = |at| NewsItem { date: day(2026 - at / 6, 1, 1), ..news_item() };
        News { items: (0..count).map(item).collect(), elsewhere: None }
    };
    assert_eq!(news(10).years(), [0_i32; 0]);
    assert_eq!(news(13).years(), [2026, 2025, 2024]);
    let page = news::list(&site(), &news(13));
    assert_eq!(page.matches("Er gebeurde iets.").count(), 10);
    assert!(page.contains("href=\"/nieuws/2024\""));
    assert_eq!(news::year(&site(), &news(13), 2025).matches("Er gebeurde iets.").count(), 6);
}

#[test]
fn documents_tell_what_they_are_worth_and_what_is_missing() {
    let today = day(2026, 11, 21);
    let page = documents::page(&site(), &[document()], today);
    let words = tidy(&page);
    assert!(words.contains("Versie 2 · 1 maart 2025 · PDF, 1,2 MB"), "{words}");
    assert!(words.contains("Status: wordt aangepast. Dit document klopt nog niet helemaal met de wet."), "{words}");
    assert!(words.contains("Er staat nog geen jaarverslag") && words.contains("Er staan geen criteria"), "{words}");
    assert!(!words.contains("opnieuw moeten controleren") && !words.contains("Regelingen"));

    let missing = Document { place: DocumentPlace::Nowhere, status: DocumentStatus::Ontbreekt, ..document() };
    let words = tidy(&documents::page(&site(), &[missing], day(2027, 3, 2)));
    assert!(words.contains("Status: ontbreekt. Het staat nog niet op deze website. Wilt u het lezen? Bel"), "{words}");
    assert!(words.contains("Wij hadden dit uiterlijk op 1 maart 2027 opnieuw moeten controleren."), "{words}");
}

#[test]
fn a_video_waits_for_a_click_and_has_captions_and_its_text() {
    let today = day(2026, 11, 21);
    let page = media::page(&site(), &media_page(Some(recording())), today);
    for part in [
        "preload=\"none\"",
        "poster=\"/video/via.avif\"",
        "width=\"1280\" height=\"720\"",
        "<source src=\"/video/via.mp4\" type=\"video/mp4\">",
        "kind=\"captions\"",
        "src=\"/video/via.nl.vtt\"",
        "Een stem zegt iets.",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("autoplay"));
    let page = media::page(&site(), &media_page(None), today);
    assert!(page.contains("De video staat nog niet op deze website.") && page.contains("Een stem zegt iets."));
    assert!(page.contains("<svg></svg>") && !page.contains("<video"));
}

#[test]
fn partners_of_one_kind_stand_alone_and_their_page_is_that_of_all() {
    let other =
        Partner { id: "politie".into(), name: "Politie".into(), kind: ParticipantKind::VasteOverheid, ..partner() };
    let shown = |kind| partners::page(&site(), &[partner(), other.clone()], kind);
    let all = shown(None);
    assert!(all.contains("Mozaïk") && all.contains("Politie") && all.contains("Ook bekend als De Mozaïek."));
    let page = shown(Some(ParticipantKind::VastePrivaat));
    assert!(page.contains("Mozaïk") && !page.contains("Politie"));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://huis.example/partners\">"));
    assert!(tidy(&page).contains("Vaste private deelnemers (1)"));
}

#[test]
fn what_a_house_does_not_tell_about_the_way_is_asked_by_telephone() {
    let page =
        |directions: &Directions| tidy(&contact::page(&site(), &text_page("/contact"), directions, day(2026, 11, 21)));
    assert!(page(&Directions::default()).contains("Vragen over parkeren of een ingang zonder drempel?"));
    let told = Directions { parking: Some("Achter het huis.".into()), ..Directions::default() };
    let words = page(&told);
    assert!(words.contains("Auto en fiets Achter het huis."), "{words}");
    assert!(words.contains("Vragen over een ingang zonder drempel?"), "{words}");
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
    assert!(!with(Script::Wizard, None).contains("<script"), "a page works without a bundle");
    let page = with(Script::Wizard, files());
    for part in
        ["type=\"module\"", "src=\"/pkg/boot.js\"", "data-module=\"/pkg/client.js\"", "data-wasm=\"/pkg/client.wasm\""]
    {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn what_is_typed_stays_even_where_it_looks_like_a_mark_of_the_renderer() {
    let typed = "voor <!> na";
    let page = render(&site(), Head::page(typed, typed, "/x"), || (typed, None::<&str>, typed));
    assert_eq!(page.matches("voor &lt;!&gt; na").count(), 6, "title and description, each for sharing too, text, text");
    assert!(!page.contains("<!>"));
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
    assert_eq!(titles.len(), Cause::ALL.len());
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
    let sheets = ["layout", "page"].map(|folder| files(&root.join("../style").join(folder), "css"));
    let css: String = sheets.into_iter().flatten().map(|file| read(&file)).collect();
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

#[test]
fn a_way_is_a_link_and_a_telephone_stands_under_what_it_is_for() {
    let page = tidy(&ways::page(&site(), &text_page(Place::Refer.path()), &way_groups(), day(2026, 11, 21)));
    let html = ways::page(&site(), &text_page(Place::Refer.path()), &way_groups(), day(2026, 11, 21));
    assert!(html.contains("<a href=\"/aanmelden/regieteam\" class=\"nl-link\">Ik wil aanmelden</a>"), "{html}");
    assert!(!html.contains(">Ik wil advies</a>"), "{html}");
    assert!(page.contains("Ik wil advies Zonder namen. Bel ons: 046 - 000 00 00"), "{page}");
    assert!(page.contains("Bel Veilig Thuis: 0800-2000"), "{page}");
    let (help, wish) = (page.find("Snel hulp nodig?").unwrap(), page.find("Ik wil aanmelden").unwrap());
    assert!(help < wish, "danger first");
}

#[test]
fn the_self_check_shows_at_first_no_advice_and_then_what_the_answers_say() {
    let advice = |page: &str| {
        let (_, advice) = page.split_once("id=\"advies\"").unwrap();
        let boxes = advice.split("<div hidden").flat_map(|part| part.split("<div data-reveal").skip(1));
        tidy(&boxes.collect::<String>())
    };
    let waiting = "Er is nog geen advies.";
    let page = self_check_page(&[], &[]);
    assert!(advice(&page).contains(waiting) && !advice(&page).contains("Bel eerst 112"), "{}", advice(&page));
    assert!(!page.contains(" checked") && !page.contains("noindex"));

    let page = self_check_page(&[("check.danger", "ja"), ("check.partner", "ja"), ("check.chains", "ja")], &[]);
    let shown = advice(&page);
    assert!(!shown.contains(waiting), "{shown}");
    let (danger, fits) = (shown.find("Bel eerst 112").unwrap(), shown.find("Het Regieteam past").unwrap());
    assert!(danger < fits, "danger first: {shown}");
    assert_eq!(page.matches(" checked").count(), 3);
    assert!(page.contains("noindex"), "the answers of one person are no page for all");
    assert!(page.contains("href=\"/aanmelden/zelfcheck/voorwaarden.css\""));
}

#[test]
fn an_advice_leads_to_the_form_where_the_house_has_it_and_else_to_its_telephone() {
    let answers = [("check.partner", "ja"), ("check.domains", "ja")];
    let start = "<a href=\"/aanmelden/regieteam\" class=\"nl-link\">";
    assert!(self_check_page(&answers, &[&regieteam::FORM]).contains(start));
    let page = self_check_page(&answers, &[]);
    assert!(!page.contains(start) && page.contains("Bel ons: 046 - 000 00 00"), "{page}");
}

fn self_check_page(answers: &[(&str, &str)], forms: &[&'static Form]) -> String {
    let given = Answers::from_pairs(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let asked = Asked { answers: &given, context: &Context::default(), forms };
    if answers.is_empty() { self_check::page(&site(), asked) } else { self_check::answered(&site(), asked) }
}

fn way_groups() -> Vec<WayGroup> {
    let way = |wish: &str, to| Way { wish: wish.into(), text: "Zonder namen.".into(), to };
    let line = Phone { shown: "0800-2000".into(), dial: "08002000".into() };
    let ways = vec![
        way("Ik wil aanmelden", WayTo::Page("/aanmelden/regieteam".into())),
        way("Ik wil advies", WayTo::Call { name: None, phone: site().house.phone }),
        way("Ik vermoed geweld", WayTo::Call { name: Some("Veilig Thuis".into()), phone: line }),
    ];
    vec![WayGroup { title: "U bent professional".into(), ways }]
}

fn every_page() -> Vec<(String, String)> {
    let (site, today) = (site(), day(2026, 11, 21));
    let mut pages = vec![
        ("home".to_owned(), home::page(&site, &home_page(), today)),
        ("text".to_owned(), text::page(&site, &text_page("/over-ons"), today)),
        ("contact".to_owned(), contact::page(&site, &text_page(Place::Contact.path()), &Directions::default(), today)),
        ("questions".to_owned(), questions::page(&site, &questions_page(), today, Some("eerste"))),
        ("news".to_owned(), news::list(&site, &News { items: vec![news_item()], elsewhere: None })),
        ("news of a year".to_owned(), news::year(&site, &News { items: vec![news_item()], elsewhere: None }, 2026)),
        ("no news".to_owned(), news::list(&site, &News::default())),
        ("item of news".to_owned(), news::item(&site, &news_item())),
        ("documents".to_owned(), documents::page(&site, &[document()], today)),
        ("no documents".to_owned(), documents::page(&site, &[], today)),
        ("videos".to_owned(), media::list(&site, &[media_page(Some(recording()))])),
        ("video".to_owned(), media::page(&site, &media_page(Some(recording())), today)),
        ("no video yet".to_owned(), media::page(&site, &media_page(None), today)),
        ("partners".to_owned(), partners::page(&site, &[partner()], None)),
        ("partners of a kind".to_owned(), partners::page(&site, &[partner()], Some(ParticipantKind::Incidenteel))),
    ];
    let ways = ways::page(&site, &text_page(Place::Refer.path()), &way_groups(), today);
    pages.push(("ways".to_owned(), ways));
    pages.push(("self-check".to_owned(), self_check_page(&[], &[])));
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
            exit: None,
            nav: vec![Link::new("Over ons", "/over-ons")],
            footer: vec![Link::new("Privacy", "/privacy")],
        },
        assets: Assets {
            stylesheet: "/assets/site.css".into(),
            font: "/assets/font.woff2".into(),
            icon: "/assets/icon.svg".into(),
            island: None,
            simulation_style: None,
            simulation: None,
            desk_style: None,
            desk_script: None,
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
        themes: Some(Block { heading: "Themas".into(), holds: Vec::new() }),
        questions: Some(Block { heading: "Vragen".into(), holds: questions_page().groups.remove(0).questions }),
        news: Some(Block { heading: "Nieuws".into(), holds: vec![news_item()] }),
        partners: Some(Block { heading: "Samen".into(), holds: Together { text: "Met velen.".into(), count: 2 } }),
        contact_heading: "Contact".into(),
        notices: vec![Notice {
            title: "Let op".into(),
            text_html: "<p>Er is iets.</p>".into(),
            from: day(2026, 11, 20),
            until: day(2026, 11, 21),
        }],
    }
}

fn news_item() -> NewsItem {
    NewsItem {
        path: "/nieuws/iets".into(),
        title: "Iets".into(),
        description: "Er is iets.".into(),
        lead: "Er gebeurde iets.".into(),
        date: day(2026, 6, 2),
        shown: None,
        author: Some("Redactie".into()),
        kind: NewsKind::Werkbezoek,
        image: Some(Image {
            src: "/nieuws/huis.png".into(),
            size: PixelSize { width: 3, height: 2 },
            alt: "Een huis".into(),
            credit: "A. Maker".into(),
            licence: "CC BY 4.0".into(),
        }),
        body_html: "<p>Tekst.</p>".into(),
    }
}

fn document() -> Document {
    Document {
        id: "convenant".into(),
        title: "Convenant".into(),
        about: "Afspraken.".into(),
        kind: DocumentKind::Convenant,
        status: DocumentStatus::WordtAangepast,
        version: Some("2".into()),
        date: Some(day(2025, 3, 1)),
        place: DocumentPlace::File { path: "/documenten/c.pdf".into(), format: "PDF".into(), bytes: 1_150_000 },
        review: day(2027, 3, 1),
    }
}

fn media_page(recording: Option<Recording>) -> MediaPage {
    MediaPage {
        path: "/video/via".into(),
        title: "VIA".into(),
        description: "Hoe VIA werkt.".into(),
        lead: "Zo werkt VIA.".into(),
        recording,
        figure_html: Some("<svg></svg>".into()),
        transcript_html: "<p>Een stem zegt iets.</p>".into(),
        checked: Checked { on: day(2026, 11, 21), again: day(2027, 5, 21) },
    }
}

fn recording() -> Recording {
    Recording {
        video: "/video/via.mp4".into(),
        media_type: "video/mp4",
        bytes: 12_000_000,
        captions: "/video/via.nl.vtt".into(),
        poster: "/video/via.avif".into(),
        size: PixelSize { width: 1280, height: 720 },
    }
}

fn partner() -> Partner {
    Partner {
        id: "mozaik".into(),
        name: "Mozaïk".into(),
        kind: ParticipantKind::VastePrivaat,
        partner_type: PartnerType::Ggz,
        website: Some("https://mozaik.example".into()),
        about: None,
        also_known_as: vec!["De Mozaïek".into()],
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

/// The words of a page, as one line.
fn tidy(html: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                words.push(' ');
            }
            _ if !in_tag => words.push(letter),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
