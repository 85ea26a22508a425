//! News, documents, videos and notices: a house with one of each loads; what is wrong says where and how to mend it.

use app::pages::documents::DocumentPlace;

use super::*;

/// A picture of one pixel by two.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x02\x08\x02\0\0\0";

const NEWS: &str = r#"+++
title = "Verhuisd"
description = "Het huis is verhuisd. Hier leest u waar wij nu zitten en sinds wanneer."
lead = "Wij zitten nu ergens anders."
date = 2026-06-02
author = "Redactie"
kind = "werkbezoek"
image = { file = "huis.png", alt = "Een huis", credit = "A. Maker", licence = "CC BY 4.0" }
+++
Wij zijn [hier](/contact).
"#;

const DOCUMENTS: &str = r#"[[document]]
id = "convenant"
title = "Convenant"
about = "Afspraken."
kind = "convenant"
status = "geldig"
version = "2"
date = 2025-03-01
file = "convenant.pdf"
review = 2027-03-01

[[document]]
id = "wet"
title = "De wet"
about = "De wet."
kind = "overig"
status = "geldig"
link = "https://wet.example"
review = 2027-03-01

[[document]]
id = "jaarverslag"
title = "Jaarverslag"
about = "Verslag."
kind = "jaarverslag"
status = "ontbreekt"
review = 2027-03-01
"#;

const MEDIA: &str = r#"+++
title = "VIA"
description = "Hoe VIA werkt: wat er met een melding van de politie gebeurt."
lead = "Zo werkt VIA."
checked = 2026-11-22
review = 2027-05-22
video = "via.mp4"
captions = "via.nl.vtt"
poster = "via.png"
+++
Een stem vertelt.
"#;

const NOTICES: &str = r#"[[notice]]
title = "Nieuwe regels"
text = """
Lees meer over [privacy](/privacy).
"""
from = 2026-06-02
until = 2027-03-01
"#;

/// The real house with one of each, in which `wrong` stands once where `right` stood.
fn house(file: &str, right: &str, wrong: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&small_house(), folder.path());
    for part in ["news", "documents", "media"] {
        let _ = fs::remove_dir_all(folder.path().join(part));
        fs::create_dir(folder.path().join(part)).unwrap();
    }
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("news/huis.png", PICTURE);
    write("documents/convenant.pdf", b"%PDF-1.4");
    write("media/via.mp4", b"film");
    write("media/via.nl.vtt", b"WEBVTT");
    write("media/via.png", PICTURE);
    for (name, text) in [
        ("news/2026-06-02-verhuisd.md", NEWS),
        ("documents.toml", DOCUMENTS),
        ("media/via.md", MEDIA),
        ("notices.toml", NOTICES),
    ] {
        let text = if name == file {
            assert!(text.contains(right), "{file} no longer holds {right:?}");
            text.replacen(right, wrong, 1)
        } else {
            text.to_owned()
        };
        write(name, text.as_bytes());
    }
    folder
}

fn loaded(folder: &TempDir) -> Content {
    load(folder.path()).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn a_house_with_one_of_each_has_their_pages_and_hands_out_their_files() {
    let content = loaded(&house("", "", ""));
    let news = content.news.as_ref().unwrap();
    assert_eq!(news.items[0].path, "/nieuws/verhuisd");
    assert_eq!(news.items[0].image.as_ref().unwrap().size, app::components::PixelSize { width: 1, height: 2 });
    let documents = content.documents.as_ref().unwrap();
    let file = DocumentPlace::File { path: "/documenten/convenant.pdf".into(), format: "PDF".into(), bytes: 8 };
    assert_eq!(documents[0].place, file);
    assert_eq!(documents[2].place, DocumentPlace::Nowhere);
    assert_eq!(content.media.as_ref().unwrap()[0].recording.as_ref().unwrap().media_type, "video/mp4");
    assert_eq!(content.home.notices[0].title, "Nieuwe regels");
    let files: Vec<_> = content.files.keys().map(String::as_str).collect();
    let expected =
        ["/documenten/convenant.pdf", "/nieuws/huis.png", "/video/via.mp4", "/video/via.nl.vtt", "/video/via.png"];
    assert_eq!(files, expected);
    let listed: Vec<_> = content.addresses().into_iter().map(|page| page.path).collect();
    for path in ["/", "/partners", "/nieuws", "/nieuws/verhuisd", "/documenten", "/video", "/video/via", "/contact"] {
        assert!(listed.iter().any(|listed| listed == path), "{path} in {listed:?}");
    }
}

#[test]
fn a_house_without_them_has_no_such_pages() {
    let folder = house("", "", "");
    for part in ["news", "media"] {
        fs::remove_dir_all(folder.path().join(part)).unwrap();
    }
    fs::remove_file(folder.path().join("documents.toml")).unwrap();
    fs::remove_file(folder.path().join("notices.toml")).unwrap();
    // Pages of the real house may lead to them; only what would then be wrong may be.
    match load(folder.path()) {
        Ok(content) => assert!(content.news.is_none() && content.documents.is_none() && content.media.is_none()),
        Err(faults) => assert!(faults.iter().all(|fault| fault.problem.contains("does not exist")), "{faults}"),
    }
}

#[test]
fn an_empty_folder_for_news_gives_an_empty_list() {
    let folder = house("", "", "");
    fs::remove_file(folder.path().join("news/2026-06-02-verhuisd.md")).unwrap();
    assert!(loaded(&folder).news.unwrap().items.is_empty());
}

#[test]
fn what_is_wrong_with_them_is_named_with_file_line_and_mend() {
    let item = "news/2026-06-02-verhuisd.md";
    for (file, right, wrong, line, said) in [
        (item, "alt = \"Een huis\"", "alt = \" \"", 8, "the picture has no alt; say what the picture shows"),
        (item, "credit = \"A. Maker\"", "credit = \"\"", 8, "the picture has no credit; say who made it"),
        (item, "licence = \"CC BY 4.0\"", "licence = \"\"", 8, "the picture has no licence; say under which licence"),
        (item, ", licence = \"CC BY 4.0\"", "", 8, "missing field `licence`; add this key"),
        (item, "huis.png", "weg.png", 8, "the file \"weg.png\" is not there; put it in"),
        (item, "huis.png", "../icon.svg", 8, "\"../icon.svg\" cannot be the name of a file"),
        (item, "huis.png", "huis.gif", 8, "does not belong here; use one of: avif, webp, jpg, png"),
        (
            item,
            "date = 2026-06-02",
            "date = 2026-06-03",
            5,
            "the date is 2026-06-03, but the name of the file says 2026-06-02",
        ),
        (item, "\"werkbezoek\"", "\"feest\"", 7, "unknown variant `feest`"),
        (item, "(/contact)", "(/kontakt)", 10, "leads to a page that does not exist"),
        ("documents.toml", "\"convenant.pdf\"", "\"weg.pdf\"", 9, "the file \"weg.pdf\" is not there"),
        ("documents.toml", "\"convenant.pdf\"", "\"../house.toml\"", 9, "cannot be the name of a file"),
        ("documents.toml", "\"convenant.pdf\"", "\"page.html\"", 9, "does not belong here; use one of: pdf"),
        ("documents.toml", "\"wet\"", "\"convenant\"", 13, "two documents have the id \"convenant\""),
        ("documents.toml", "\"wet\"", "\"De wet\"", 13, "\"De wet\" cannot be the id of a document"),
        ("documents.toml", "https://wet", "wet", 18, "the link has no address we can follow; start it with https://"),
        (
            "documents.toml",
            "file = ",
            "link = \"https://a.example\"\nfile = ",
            9,
            "the document has both a file and a link",
        ),
        ("documents.toml", "\"geldig\"", "\"ontbreekt\"", 6, "the document is here, but its status says it is not"),
        ("documents.toml", "\"geldig\"", "\"oud\"", 6, "unknown variant `oud`"),
        ("media/via.md", "captions = \"via.nl.vtt\"\n", "", 7, "the video has no captions; name its `captions`"),
        ("media/via.md", "poster = \"via.png\"\n", "", 7, "the video has no poster; name its `poster`"),
        ("media/via.md", "video = \"via.mp4\"\n", "", 7, "there are captions, but no video"),
        ("media/via.md", "via.mp4", "via.exe", 7, "does not belong here; use one of: mp4, webm"),
        ("media/via.md", "via.nl.vtt", "weg.vtt", 8, "the file \"weg.vtt\" is not there"),
        ("media/via.md", "2027-05-22", "2026-11-22", 6, "the review date is not after the checked date"),
        (
            "media/via.md",
            "poster",
            "figure = \"via\"\nposter",
            9,
            "the drawing has no text alternative; write it in `figure_alt`",
        ),
        (
            "media/via.md",
            "poster",
            "figure = \"weg\"\nfigure_alt = \"Een weg\"\nposter",
            9,
            "there is no figures/weg.svg; use one of:",
        ),
        ("notices.toml", "until = 2027", "until = 2026", 7, "the notice ends before it begins"),
        ("notices.toml", "(/privacy)", "(/prive)", 4, "leads to a page that does not exist"),
    ] {
        let folder = house(file, right, wrong);
        let faults = load(folder.path()).err().unwrap_or_else(|| panic!("{file} with {wrong:?} should be refused"));
        let fault = faults.iter().next().unwrap();
        assert!(format!("{}; {}", fault.problem, fault.mend).contains(said), "{file} with {wrong:?}: {fault}");
        assert_eq!(fault.file, folder.path().join(file), "{file} with {wrong:?}: {fault}");
        assert_eq!(fault.line, Some(line), "{file} with {wrong:?}: {fault}");
    }
}

#[test]
fn a_link_out_of_the_folder_is_no_file_of_the_house() {
    let folder = house("", "", "");
    let file = folder.path().join("documents/convenant.pdf");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(folder.path().join("house.toml"), &file).unwrap();
    let faults = load(folder.path()).err().unwrap().to_string();
    assert!(faults.contains("the file \"convenant.pdf\" is not there"), "{faults}");
}

#[test]
fn a_picture_that_is_none_is_refused() {
    let folder = house("", "", "");
    fs::write(folder.path().join("news/huis.png"), "geen plaatje").unwrap();
    let faults = load(folder.path()).err().unwrap().to_string();
    assert!(faults.contains("\"huis.png\" is no picture we can read; save it again"), "{faults}");
}

#[test]
fn the_name_of_a_file_is_its_address_so_it_must_be_one() {
    for (name, said) in [
        ("news/Verhuisd.md", "\"Verhuisd\" cannot be the name of an item of news"),
        ("news/2026-06-02-2026.md", "\"2026-06-02-2026\" cannot be the name of an item of news"),
        ("news/verhuisd.md", "two items of news have the name \"verhuisd\""),
        ("media/VIA film.md", "\"VIA film\" cannot be the name of a video"),
    ] {
        let folder = house("", "", "");
        fs::write(folder.path().join(name), if name.starts_with("news") { NEWS } else { MEDIA }).unwrap();
        let faults = load(folder.path()).err().unwrap_or_else(|| panic!("{name} should be refused")).to_string();
        assert!(faults.contains(said), "{name}: {faults}");
    }
}

#[test]
fn the_first_page_asks_only_for_questions_that_exist() {
    let ids = "ids = [\"wanneer-en-wie\",";
    let folder = broken("home.toml", ids, "ids = [\"waarom\",");
    let faults = load(folder.path()).err().unwrap().to_string();
    assert!(faults.contains("there is no question \"waarom\"; name one of: "), "{faults}");
}

#[test]
fn settings_for_security_and_the_way_are_addresses() {
    for (right, wrong, said) in [
        ("contact = []", "contact = [\"info@a.nl\"]", "\"info@a.nl\" is no address for security researchers"),
        ("https://zorgen", "http://zorgen", "is not the address of a website; start it with https://"),
        ("https://www.openstreetmap", "//www.openstreetmap", "is not the address of a website"),
    ] {
        let folder = broken("house.toml", right, wrong);
        let faults = load(folder.path()).err().unwrap_or_else(|| panic!("{wrong} should be refused")).to_string();
        assert!(faults.contains(said), "{faults}");
    }
}

#[test]
fn a_partner_may_have_a_website_but_no_half_one() {
    let folder = broken("partners.toml", "type = \"gemeente\"\n", "type = \"gemeente\"\nwebsite = \"www.beek.nl\"\n");
    let faults = load(folder.path()).err().unwrap().to_string();
    assert!(faults.contains("\"www.beek.nl\" is not the address of a website; start it with https://"), "{faults}");
}
