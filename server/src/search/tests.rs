use std::path::Path;
use std::time::Instant;

use app::pages;
use app::pages::documents::{Document, DocumentKind, DocumentPlace, DocumentStatus};
use app::pages::media::MediaPage;
use app::pages::news::{News, NewsItem, NewsKind};
use app::pages::search::Piece;
use app::pages::text::Checked;
use proptest::prelude::*;

use super::*;
use crate::content;

fn text(path: &str, title: &str, text: &str) -> SearchText {
    SearchText { path: path.to_owned(), kind: Kind::Page, title: title.to_owned(), text: text.to_owned() }
}

fn same(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// A small site.
fn site() -> Index {
    let texts = vec![
        text("/gedrag", "Onbegrepen gedrag", "Wat u doet als iemand zich anders gedraagt. Bel bij gevaar 112."),
        text("/huisverbod", "Tijdelijk huisverbod", "De burgemeester legt een huisverbod op. Het duurt tien dagen."),
        text("/nazorg", "Nazorg", "Wie vrijkomt, krijgt hulp. De gemeente krijgt bericht met BIJ. Hulp bij wonen."),
        text(
            "/wet",
            "Verplichte zorg",
            "De Wvggz regelt verplichte zorg. Coördinatie doet de gemeente. De officier van justitie beslist.",
        ),
        text(
            "/regieteam",
            "Regieteam",
            "Het Regieteam bespreekt een casus. Aanmelden kan met het formulier voor partners.",
        ),
        text("/vraag", "Wie mag aanmelden?", "Ja, als u bij een partner werkt. Dan meldt u zelf aan."),
    ];
    let synonyms = [
        same(&["onbegrepen gedrag", "verward gedrag", "verward"]),
        same(&["Wvggz", "BOPZ"]),
        same(&["BIJ", "18b"]),
        same(&["officier van justitie", "om", "officieren van justitie"]),
        same(&["regieteam", "district Sittard"]),
    ];
    Index::of(texts, &synonyms)
}

fn paths(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.path.as_str()).collect()
}

fn marked(hit: &Hit) -> Vec<&str> {
    let marked = hit.snippet.iter().filter_map(|piece| match piece {
        Piece::Marked(text) => Some(text.as_str()),
        Piece::Plain(_) => None,
    });
    marked.collect()
}

fn shown(hit: &Hit) -> String {
    hit.snippet.iter().map(|(Piece::Plain(text) | Piece::Marked(text))| text.as_str()).collect()
}

#[test]
fn a_query_finds_the_page_it_is_about_first() {
    let site = site();
    for (query, expected) in [
        ("huisverbod", "/huisverbod"),
        ("Hoe lang duurt een huisverbod?", "/huisverbod"),
        ("HUISVERBODEN", "/huisverbod"),
        // What means the same, of one word and of more.
        ("verward", "/gedrag"),
        ("verward gedrag van iemand", "/gedrag"),
        ("bopz", "/wet"),
        ("18b", "/nazorg"),
        ("BIJ", "/nazorg"),
        ("wat is bij", "/nazorg"),
        ("om", "/wet"),
        ("wat is om", "/wet"),
        ("officier van OM", "/wet"),
        ("district sittard", "/regieteam"),
        // Accents, on either side.
        ("coordinatie", "/wet"),
        ("coördinatie", "/wet"),
        // Another form of the word; a part of a compound, its begin and its end.
        ("burgemeesters", "/huisverbod"),
        ("verbod", "/huisverbod"),
        ("burgem", "/huisverbod"),
        ("wie mag een casus aanmelden", "/regieteam"),
        ("mag ik aanmelden", "/vraag"),
    ] {
        assert_eq!(paths(&site.find(query)).first(), Some(&expected), "{query}: {:?}", paths(&site.find(query)));
    }
}

#[test]
fn a_text_that_has_one_word_of_two_is_not_found() {
    assert_eq!(paths(&site().find("burgemeester huisverbod")), ["/huisverbod"]);
    assert_eq!(paths(&site().find("burgemeester nazorg")), Vec::<&str>::new());
}

#[test]
fn the_words_that_were_looked_for_are_marked() {
    let site = site();
    let found = site.find("casus aanmelden");
    assert_eq!(marked(&found.hits[0]), ["casus", "Aanmelden"]);
    let found = site.find("coordinatie");
    assert_eq!(marked(&found.hits[0]), ["Coördinatie"]);
    // What means the same, not what was typed; in the title only, so the text begins at its beginning.
    let found = site.find("verward");
    assert_eq!((marked(&found.hits[0]), &shown(&found.hits[0])[..7]), (vec![], "Wat u d"));
}

#[test]
fn a_long_text_is_cut_around_what_was_found() {
    let filler = "Dit is een zin over iets anders, zonder meer. ".repeat(40);
    let long = format!("{filler}Hier staat de naald in het hooi. {filler}");
    let site = Index::of(vec![text("/lang", "Lang", &long)], &[]);
    let found = site.find("naald");
    let snippet = shown(&found.hits[0]);
    assert!(snippet.starts_with("…\u{a0}Hier staat de naald in het hooi."), "{snippet}");
    assert!(snippet.ends_with("\u{a0}…") && snippet.len() < 230, "{snippet}");
}

#[test]
fn a_slip_of_typing_is_mended_and_said() {
    let site = site();
    for (query, better) in [
        ("regietaem", "regieteam"),
        ("Huisverbot tijdelijk", "huisverbod tijdelijk"),
        ("burgemeestr", "burgemeester"),
        ("formullier!", "formulier!"),
    ] {
        let found = site.find(query);
        assert_eq!(found.mended.as_deref(), Some(better), "{query}");
        assert_eq!((found.query.as_str(), found.hits.is_empty()), (query, false));
    }
    // Too short, too far, a number, or there as it is.
    for query in ["wexx", "kabouter", "06123456789", "regieteam", "verward"] {
        assert_eq!(site.find(query).mended, None, "{query}");
    }
}

#[test]
fn a_word_that_nobody_knows_does_not_hide_the_rest() {
    assert_eq!(paths(&site().find("xyzzy huisverbod")), ["/huisverbod"]);
}

#[test]
fn nothing_is_asked_and_nothing_is_found() {
    let site = site();
    for query in ["", "   ", "?!", "\u{0}\n"] {
        assert_eq!(site.find(query).total, 0, "{query:?}");
    }
    assert_eq!(site.find(" \u{0} ").query, "");
    assert_eq!(Index::of(Vec::new(), &[]).find("huis").total, 0);
}

#[test]
fn a_query_that_is_too_long_is_cut() {
    let found = site().find(&"huisverbod ".repeat(100));
    assert_eq!(found.query.chars().count(), LONGEST);
    assert_eq!(paths(&found), ["/huisverbod"]);
}

fn house() -> Content {
    content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/westelijke-mijnstreek")).unwrap()
}

#[test]
fn every_page_and_question_of_the_house_is_found_by_its_title() {
    let index = index(&house(), "2026-11-21".parse().unwrap());
    let texts: Vec<SearchText> = index.docs.iter().map(|doc| doc.text.clone()).collect();
    assert!(texts.len() > 10);
    for text in texts {
        let found = index.find(&text.title);
        let first: Vec<_> = paths(&found).into_iter().take(5).collect();
        assert!(first.contains(&text.path.as_str()), "{}: {first:?}", text.title);
        assert_eq!(found.mended, None, "{}", text.title);
    }
}

#[test]
fn every_part_of_the_site_can_be_found() {
    let mut house = house();
    let day = "2026-11-21".parse().unwrap();
    house.news = Some(News {
        items: vec![NewsItem {
            path: "/nieuws/verhuisd".into(),
            title: "Wij zijn verhuisd".into(),
            description: String::new(),
            lead: "Een nieuw kantoor.".into(),
            date: day,
            shown: None,
            author: None,
            kind: NewsKind::Nieuws,
            image: None,
            body_html: "<p>Met een lift en een kanarie.</p>".into(),
        }],
        elsewhere: None,
    });
    house.documents = Some(vec![Document {
        id: "jaarverslag-2025".into(),
        title: "Jaarverslag 2025".into(),
        about: "Wat wij deden, met een zwaluw.".into(),
        kind: DocumentKind::Jaarverslag,
        status: DocumentStatus::Geldig,
        version: None,
        date: None,
        place: DocumentPlace::Nowhere,
        review: day,
    }]);
    house.media = Some(vec![MediaPage {
        path: "/video/uitleg".into(),
        title: "Uitleg".into(),
        description: String::new(),
        lead: String::new(),
        recording: None,
        figure_html: Some("<svg><title>zwaluw</title></svg>".into()),
        transcript_html: "<p>Er vliegt een spreeuw.</p>".into(),
        checked: Checked { on: day, again: day },
    }]);
    let partner = house.partners.first_mut().unwrap();
    partner.also_known_as = vec!["De Nachtegaal".into()];
    let (partner, name) = (pages::partners::address_of(&partner.id), partner.name.clone());
    let index = index(&house, day);
    for (query, kind, path) in [
        ("kanarie", Kind::News, "/nieuws/verhuisd"),
        ("zwaluw", Kind::Document, "/documenten#jaarverslag-2025"),
        ("spreeuw", Kind::Video, "/video/uitleg"),
        ("nachtegaal", Kind::Partner, partner.as_str()),
        (name.as_str(), Kind::Partner, partner.as_str()),
        ("nieuws", Kind::Page, "/nieuws"),
        ("documenten", Kind::Page, "/documenten"),
        ("partners", Kind::Page, "/partners"),
        ("veelgestelde vragen", Kind::Page, "/veelgestelde-vragen"),
    ] {
        let found = index.find(query);
        let first = found.hits.first().map(|hit| (hit.kind, hit.path.as_str()));
        assert_eq!(first, Some((kind, path)), "{query}");
    }
}

/// The promise is 5 ms on the optimised build, which tests/bench/search holds it to. This one is not optimised, and shares the
/// machine with other tests.
#[test]
fn a_query_on_a_large_site_is_answered_at_once() {
    let house = house();
    let texts = texts::of_house(&house, "2026-11-21".parse().unwrap());
    // Five houses in one: some hundreds of texts.
    let many: Vec<_> = texts.iter().cycle().take(texts.len() * 5).cloned().collect();
    let count = many.len();
    let begin = Instant::now();
    let index = Index::of(many, &house.synonyms);
    println!("index of {count} texts: {:?}", begin.elapsed());
    for query in [
        "aanmelden",
        "verward gedrag",
        "regietaem aanmeldne burgemeestr",
        "wat gebeurt er met de gegevens van de betrokkene na de aanmelding bij het regieteam",
    ] {
        let begin = Instant::now();
        let found = index.find(query);
        let took = begin.elapsed();
        println!("{query}: {} found in {took:?}", found.total);
        assert!(took.as_millis() < 500, "{query}: {took:?}");
    }
}

proptest! {
    #[test]
    fn no_query_makes_it_stumble(query in "\\PC*") {
        let found = site().find(&query);
        prop_assert!(found.query.chars().count() <= LONGEST);
        prop_assert!(found.hits.len() <= found.total);
    }

    #[test]
    fn no_text_makes_it_stumble(title in any::<String>(), words in any::<String>(), query in "[a-zé ]{0,20}") {
        let site = Index::of(vec![text("/een", &title, &words), text("/twee", "Twee", &format!("{query} {words} {query}"))], &[]);
        let found = site.find(&query);
        for hit in &found.hits {
            let plain = |text: &str| text.replace(['…', '–', '\n', ' ', '\u{a0}'], "");
            let shown = plain(&shown(hit));
            let original = if hit.path == "/een" { words.clone() } else { format!("{query} {words} {query}") };
            prop_assert!(plain(&original).contains(shown.as_str()), "{shown:?} of {original:?}");
        }
    }
}
