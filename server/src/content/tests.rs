//! The houses of the repository load; broken houses say where and how to mend them.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tempfile::TempDir;

use super::*;

mod collections;
mod rooms;
mod ways;

/// A house of a few pages, so that these tests stand apart from the words of the real ones.
fn small_house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/tests/house")
}

/// A copy of the small house in which `wrong` stands once where `right` stood.
fn broken(file: &str, right: &str, wrong: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&small_house(), folder.path());
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(right), "{file} no longer holds {right:?}");
    fs::write(path, text.replacen(right, wrong, 1)).unwrap();
    folder
}

/// Where the fault must be: the line that was changed, or where the table starts that misses a key.
fn line_of_change(file: &str, right: &str) -> usize {
    let text = fs::read_to_string(small_house().join(file)).unwrap();
    let gone = right.ends_with('\n');
    match (gone, file.starts_with("pages/")) {
        (true, true) => 2,
        (true, false) => 1,
        _ => 1 + text[..text.find(right).unwrap()].matches('\n').count(),
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[test]
fn a_small_house_loads() {
    let content = load(&small_house()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(content.house.name(), "Zorg- en Veiligheidshuis Westelijke Mijnstreek");
    assert_eq!(content.house.municipalities, ["Beek", "Stein", "Sittard-Geleen"]);
    assert_eq!(content.questions.groups.iter().map(|group| group.questions.len()).sum::<usize>(), 5);
    let menu: Vec<_> = content.house.nav.iter().map(|link| link.href.as_str()).collect();
    assert_eq!(menu, ["/over-ons", "/regieteam", "/aanmelden", "/veelgestelde-vragen", "/contact"]);
    assert!(content.settings.gaps().contains(&"legal.contact_point.address"));
}

#[test]
fn every_house_of_the_repository_loads() {
    let houses = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")).unwrap();
    let loaded: Vec<_> =
        houses.map(|house| load(&house.unwrap().path()).unwrap_or_else(|faults| panic!("{faults}"))).collect();
    assert!(loaded.len() >= 2);
}

#[test]
fn a_fact_of_the_settings_reaches_every_page_that_names_it() {
    let folder = broken("house.toml", "046 - 477 87 00", "000 - 111 22 33");
    let content = load(folder.path()).unwrap_or_else(|faults| panic!("{faults}"));
    for path in ["/regieteam", "/aanmelden", "/toegankelijkheid"] {
        assert!(content.pages[path].body.on(today()).contains("000 - 111 22 33"), "{path}");
    }
}

#[test]
fn what_is_not_filled_in_says_so_on_the_page() {
    let content = load(&small_house()).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(content.pages["/privacy"].body.on(today()).contains("Adres: <strong>nog niet ingevuld</strong>"));

    let folder = broken("house.toml", "address = \"\"", "address = \"Postbus 1 <b>*\"");
    let content = load(folder.path()).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(content.pages["/privacy"].body.on(today()).contains("Adres: Postbus 1 &lt;b&gt;*"));
}

#[test]
fn what_is_wrong_is_named_with_file_line_and_mend() {
    for (file, right, wrong, said) in [
        ("house.toml", "region = \"Westelijke Mijnstreek\"\n", "", "missing field `region`; add this key"),
        ("house.toml", "kind =", "kidn =", "unknown field `kidn`, expected"),
        ("house.toml", "0888", "888", "\"888\" is not the code of a municipality; write the four digits"),
        ("house.toml", "\"+31464778700\"", "\"046 4778700\"", "\"046 4778700\" cannot be dialled; write only"),
        ("house.toml", "review = 2027-03-01", "review = 2027-02-30", "write a date that exists"),
        ("house.toml", "\"holiday\"", "\"maybe\"", "unknown variant `maybe`"),
        ("house.toml", "closing_days = []", "closing_days = [{ on = \"2026-02-30\" }]", "not a valid Day"),
        ("partners.toml", "\"vaste-overheid\"", "\"vast\"", "unknown variant `vast`"),
        (
            "partners.toml",
            "\"gemeente-stein\"",
            "\"gemeente-beek\"",
            "two partners have the id \"gemeente-beek\"; give each its own",
        ),
        ("partners.toml", "\"politie\"", "\"Politie!\"", "\"Politie!\" cannot be the id of a partner"),
        (
            "home.toml",
            "href = \"/over-ons\"",
            "href = \"/over\"",
            "the link \"/over\" leads to a page that does not exist",
        ),
        (
            "questions/2-aanmelden.toml",
            "id = \"wanneer-en-wie\"",
            "id = \"Wanneer en wie\"",
            "\"Wanneer en wie\" cannot be the id",
        ),
        (
            "questions/3-gegevens.toml",
            "[Privacy](/privacy)",
            "[Privacy](/prive)",
            "the link \"/prive\" leads to a page that does not exist",
        ),
        (
            "questions/2-aanmelden.toml",
            "#de-drie-criteria",
            "#criteria",
            "leads to a place that is not on that page; use one of: bespreek-het-eerst",
        ),
        ("pages/regieteam.md", "title = \"Regieteam\"\n", "", "missing field `title`; add this key"),
        ("pages/regieteam.md", "nav = 2", "nva = 2", "unknown field `nva`"),
        ("pages/regieteam.md", "checked = 2026-11-21", "checked = \"gisteren\"", "write a date that exists"),
        (
            "pages/regieteam.md",
            "review = 2027-05-21",
            "review = 2026-11-21",
            "the review date is not after the checked date",
        ),
        ("pages/regieteam.md", "+++\ntitle", "title", "the front matter is missing; start the file with a line +++"),
        ("pages/regieteam.md", "\"/over-ons\"]", "\"/wie\"]", "there is no page /wie to read on"),
        (
            "pages/regieteam.md",
            "{{phone}}",
            "{{telefoon}}",
            "there is no setting {{telefoon}}; use one of: accessibility",
        ),
        ("pages/regieteam.md", "## Wie mag aanmelden?", "# Wie mag aanmelden?", "a page has one title"),
        (
            "pages/regieteam.md",
            "Elke partner",
            "<b>Elke</b> partner",
            "HTML does not belong in a text; write it in Markdown",
        ),
        ("pages/over-ons.md", "## Ons werkgebied", "## Wat wij doen", "two headings have the same words"),
        // The line is that of the file, although the lists of partners above it have grown the text.
        (
            "pages/privacy.md",
            "Dan kunt u een klacht",
            "Dan kunt u [een klacht](klacht.html)",
            "the link \"klacht.html\" has no address we can follow",
        ),
    ] {
        is_named(file, right, wrong, said);
    }
}

/// What goes wrong first with this change is named with file, line and mend.
fn is_named(file: &str, right: &str, wrong: &str, said: &str) {
    let folder = broken(file, right, wrong);
    let faults = load(folder.path()).err().expect(wrong);
    let fault = faults.iter().next().unwrap();
    assert!(
        format!("{}; {}", fault.problem, fault.mend).contains(said),
        "{file} with {wrong:?}: expected {said:?}, got {fault}"
    );
    assert_eq!(fault.file, folder.path().join(file));
    assert_eq!(fault.line, Some(line_of_change(file, right)), "{file} with {wrong:?}: {fault}");
}

#[test]
fn how_the_pages_hang_together_is_checked() {
    for (file, right, wrong, in_file, said) in [
        (
            "pages/regieteam.md",
            "description = \"",
            "description = \"x\" # ",
            "pages/regieteam.md",
            "the description has 1 characters; write 50 to 160",
        ),
        (
            "pages/privacy.md",
            "title = \"Privacy\"",
            "title = \"Contact\"",
            "pages/privacy.md",
            "\"Contact\" is also the title of /contact",
        ),
        ("pages/toegankelijkheid.md", "footer = 3\n", "# footer = 3\n", "pages/toegankelijkheid.md", ""),
        (
            "pages/regieteam.md",
            "nav = 2",
            "nav = 2\nquestions = [\"weg\"]",
            "pages/regieteam.md",
            "there is no question weg; use the id",
        ),
        (
            "pages/regieteam.md",
            "nav = 2",
            "nav = 2\nquick_exit = true",
            "pages/regieteam.md",
            "the house has no site to leave for; fill in quick_exit_to",
        ),
        (
            "questions/1-over-het-huis.toml",
            "id = \"wat-doet-het-huis\"",
            "id = \"wat-doet-het-huis\"\ntheme = \"/weg\"",
            "questions/1-over-het-huis.toml",
            "there is no page /weg that tells more",
        ),
        (
            "questions/1-over-het-huis.toml",
            "Wij helpen professionals",
            "## Kop\n\nWij helpen professionals",
            "questions/1-over-het-huis.toml",
            "an answer has no headings",
        ),
        (
            "questions/1-over-het-huis.toml",
            "title = \"Over het huis\"",
            "title = \"Gegevens\"",
            "questions/3-gegevens.toml",
            "\"gegevens\" is twice a place on the page",
        ),
    ] {
        let folder = broken(file, right, wrong);
        let found = load(folder.path());
        if said.is_empty() {
            // Still led to: by `related` of another page.
            assert!(found.is_ok(), "{file}");
            continue;
        }
        let faults = found.err().unwrap_or_else(|| panic!("{file} with {wrong:?} is taken"));
        let fault = faults.iter().next().unwrap();
        assert!(format!("{}; {}", fault.problem, fault.mend).contains(said), "expected {said:?}, got {fault}");
        assert_eq!(fault.file, folder.path().join(in_file), "{fault}");
    }
}

/// A page with this front matter beside what every page needs.
fn page(folder: &TempDir, path: &str, matter: &str, text: &str) {
    let file = folder.path().join("pages").join(format!("{path}.md"));
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let about = "Genoeg woorden over deze pagina, zodat een zoekmachine er iets aan heeft.";
    let rest = "lead = \"Kort.\"\nchecked = 2026-11-21\nreview = 2027-05-21";
    let text = format!("+++\ntitle = \"{path}\"\ndescription = \"{about}\"\n{rest}\n{matter}\n+++\n{text}\n");
    fs::write(file, text).unwrap();
}

#[test]
fn a_page_that_nothing_leads_to_is_found() {
    let folder = broken("house.toml", "kind", "kind");
    page(&folder, "verborgen", "", "Tekst.");
    let faults = load(folder.path()).err().expect("an orphan").to_string();
    assert!(faults.contains("verborgen.md: nothing leads to /verborgen; link to it"), "{faults}");
    page(&folder, "verborgen", "footer = 9", "Tekst.");
    assert!(load(folder.path()).is_ok());
}

#[test]
fn themes_get_a_card_in_order_their_questions_and_the_way_out() {
    let folder =
        broken("house.toml", "reference_prefix", "quick_exit_to = \"https://weer.example/\"\nreference_prefix");
    page(&folder, "themas/zorg", "[theme]\norder = 2\ntext = \"Over zorg.\"", "Tekst.");
    let matter =
        "quick_exit = true\nquestions = [\"wanneer-hoor-ik-iets\"]\n[theme]\norder = 1\ntext = \"Over geweld.\"";
    page(&folder, "themas/geweld", matter, "## Kop\n\nTekst.");
    let faults = load(folder.path()).err().expect("no page of themes").to_string();
    assert!(faults.contains("there is no page of themes; write pages/themas.md"), "{faults}");

    page(&folder, "themas", "nav = 9", "");
    page(&folder, "veilig-internetten", "footer = 9", "Zie [de vraag](/themas/geweld#wanneer-hoor-ik-iets).");
    let content = load(folder.path()).unwrap_or_else(|faults| panic!("{faults}"));
    let cards: Vec<_> = content.pages["/themas"].cards.iter().map(|card| card.link.href.as_str()).collect();
    assert_eq!(cards, ["/themas/geweld", "/themas/zorg"]);
    assert_eq!(content.themes, content.pages["/themas"].cards);
    let page = &content.pages["/themas/geweld"];
    assert_eq!(page.questions[0].id, "wanneer-hoor-ik-iets");
    assert_eq!(page.between[0].href, "/themas");
    let exit = page.exit.as_ref().unwrap();
    assert_eq!(
        (exit.to.as_str(), exit.advice.as_ref().unwrap().href.as_str()),
        ("https://weer.example/", "/veilig-internetten")
    );

    self::page(&folder, "themas/zorg", &format!("[theme]\norder = 2\ntext = \"{}\"", "x".repeat(91)), "Tekst.");
    let faults = load(folder.path()).err().expect("a long card").to_string();
    assert!(faults.contains("zorg.md:9: the text of this theme has 91 characters; write at most 90"), "{faults}");
}

#[test]
fn a_broken_drawing_stops_the_house() {
    let folder = broken("house.toml", "kind", "kind");
    fs::create_dir(folder.path().join("figures")).unwrap();
    fs::write(folder.path().join("figures/a.svg"), "<svg viewBox=\"0 0 1 1\">\n<script/></svg>").unwrap();
    let faults = load(folder.path()).err().expect("a script").to_string();
    assert!(faults.contains("figures/a.svg:2: <script> does not belong in a drawing"), "{faults}");
}

#[test]
fn settings_of_the_statement_are_read_and_judged() {
    let with = |lines: &str| broken("house.toml", "[legal]\n", &format!("[accessibility]\n{lines}\n\n[legal]\n"));
    let folder = with("status = \"\"\ndate = \"\"\nreport = \"\"");
    let gaps = load(folder.path()).unwrap_or_else(|faults| panic!("{faults}")).settings.gaps();
    assert!(gaps.contains(&"accessibility.status") && gaps.contains(&"accessibility.date"));
    let folder = with("status = \"C\"\ndate = 2026-11-22\nreport = \"https://register.example/1\"");
    let gaps = load(folder.path()).unwrap_or_else(|faults| panic!("{faults}")).settings.gaps();
    assert!(!gaps.iter().any(|key| key.starts_with("accessibility")), "{gaps:?}");
    for (wrong, said) in [
        ("status = \"F\"", "unknown variant `F`"),
        ("date = \"gisteren\"", "write a date that exists"),
        ("report = \"register\"", "\"register\" is not the address of a site; start it with https://"),
    ] {
        let faults = load(with(wrong).path()).err().expect(wrong).to_string();
        assert!(faults.contains(said), "{faults}");
    }
}

#[test]
fn the_review_names_what_could_be_better() {
    let folder =
        broken("pages/regieteam.md", "Samen maken zij", "{{until 2026-01-01}}\nOud.\n{{end}}\n\nSamen maken zij");
    let review = review(folder.path(), today()).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(review.pages >= 7 && review.questions >= 5);
    assert!(review.advice.iter().any(|fault| fault.problem == "expired on 1 januari 2026"), "{:?}", review.advice);
}

#[test]
fn a_missing_page_is_asked_for_by_name() {
    let folder = broken("house.toml", "kind", "kind");
    fs::remove_file(folder.path().join("pages/toegankelijkheid.md")).unwrap();
    let faults = load(folder.path()).err().expect("a house without its accessibility statement").to_string();
    assert!(faults.contains("pages/toegankelijkheid.md: this page is missing; every house must have it"), "{faults}");
}

#[test]
fn a_page_past_its_review_date_says_so() {
    let content = load(&small_house()).unwrap_or_else(|faults| panic!("{faults}"));
    let site = app::document::Site {
        house: content.house.clone(),
        assets: app::document::Assets {
            stylesheet: "/site.css".into(),
            font: "/font.woff2".into(),
            icon: "/icon.svg".into(),
            island: None,
            simulation_style: None,
            simulation: None,
            desk_style: None,
            desk_script: None,
        },
        origin: "https://example.nl".into(),
    };
    let page = &content.pages["/regieteam"];
    let on = |year, month, day| app::pages::text::page(&site, page, NaiveDate::from_ymd_opt(year, month, day).unwrap());
    assert!(!on(2027, 5, 21).contains("Een nieuwe controle"));
    assert!(on(2027, 5, 22).contains("Een nieuwe controle had uiterlijk op 21 mei 2027 moeten gebeuren."));
}
