//! A house, and something of everything that its pages show.

use app::components::{Card, Image, Notice, PixelSize, Question, QuickExit, Step};
use app::document::{Assets, Site};
use app::house::{Address, HelpLine, House, Link, Phone};
use app::pages::documents::{Document, DocumentKind, DocumentPlace, DocumentStatus};
use app::pages::home::{Block, HomePage, Together};
use app::pages::media::{MediaPage, Recording};
use app::pages::news::{NewsItem, NewsKind};
use app::pages::partners::{Partner, PartnerType};
use app::pages::questions::{QuestionGroup, QuestionsPage};
use app::pages::self_check;
use app::pages::self_check::Asked;
use app::pages::text::{Checked, HelpPlace, TextPage};
use app::pages::too_fast::Waiting;
use app::pages::ways::{Way, WayGroup, WayTo};
use app::passages::Passages;
use chrono::NaiveDate;
use domain::answers::Answers;
use domain::context::{Context, ParticipantKind};
use domain::form::Form;

pub(crate) fn self_check_page(answers: &[(&str, &str)], forms: &[&'static Form]) -> String {
    let given = Answers::from_pairs(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let asked = Asked { answers: &given, context: &Context::default(), forms };
    if answers.is_empty() { self_check::page(&site(), asked) } else { self_check::answered(&site(), asked) }
}

pub(crate) fn way_groups() -> Vec<WayGroup> {
    let way = |wish: &str, to| Way { wish: wish.into(), text: "Zonder namen.".into(), to };
    let line = Phone { shown: "0800-2000".into(), dial: "08002000".into() };
    let ways = vec![
        way("Ik wil aanmelden", WayTo::Page("/aanmelden/regieteam".into())),
        way("Ik wil advies", WayTo::Call { name: None, phone: site().house.phone }),
        way("Ik vermoed geweld", WayTo::Call { name: Some("Veilig Thuis".into()), phone: line }),
    ];
    vec![WayGroup { title: "U bent professional".into(), ways }]
}

pub(crate) fn site() -> Site {
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

pub(crate) fn text_page(path: &str) -> TextPage {
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

pub(crate) fn questions_page() -> QuestionsPage {
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

pub(crate) fn question(id: &str) -> Question {
    Question {
        id: id.into(),
        title: "Waarom?".into(),
        answer: Passages::always("<p>Daarom.</p>"),
        theme: Some(Link::new("Thema", "/themas/een")),
    }
}

pub(crate) fn home_page() -> HomePage {
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

pub(crate) fn news_item() -> NewsItem {
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

pub(crate) fn document() -> Document {
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

pub(crate) fn media_page(recording: Option<Recording>) -> MediaPage {
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

pub(crate) fn recording() -> Recording {
    Recording {
        video: "/video/via.mp4".into(),
        media_type: "video/mp4",
        bytes: 12_000_000,
        captions: "/video/via.nl.vtt".into(),
        poster: "/video/via.avif".into(),
        size: PixelSize { width: 1280, height: 720 },
    }
}

pub(crate) fn partner() -> Partner {
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

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The words of a page, as one line.
pub(crate) fn tidy(html: &str) -> String {
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

pub(crate) fn waiting() -> Waiting {
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    Waiting {
        path: "/aanmelden/regieteam/aanleiding".to_owned(),
        again: app::pages::too_fast::Again::ByPost {
            action: "later".to_owned(),
            pairs: vec![pair("reason.now", "Hij zei: \"weg\" & ging."), pair("_actie", "later"), pair("_versie", "3")],
        },
        seconds: 20,
    }
}
