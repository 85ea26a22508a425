//! What a house publishes beside its pages of text: news with its feed, documents, videos, partners, and what machines ask for.

use std::collections::BTreeSet;
use std::fs;

use app::paths::machine;
use axum::body::Body;
use axum::http::Request;
use chrono::TimeDelta;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use tempfile::TempDir;

use crate::browser::Browser;
use crate::house::{HOUSE, House, copy_words};
use crate::place::Place;

/// The real house with one news item more, a document and a video.
async fn publishes() -> (House, TempDir) {
    let content = tempfile::tempdir().unwrap();
    let folder = content.path().join(HOUSE);
    copy_words(&folder);
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write(
        "news/2026-11-20-nieuwe-regels.md",
        "+++\ntitle = \"Regels & afspraken <nieuw>\"\ndescription = \"Nieuws over de regels en de afspraken van dit huis in 2026.\"\nlead = \"Wij zeggen \\\"ja\\\".\"\n\
         date = 2026-11-20\nauthor = \"Redactie\"\n+++\nTekst.\n",
    );
    write("documents/jaarverslag.pdf", "%PDF-1.4 0123456789");
    write(
        "documents.toml",
        "[[document]]\nid = \"jaarverslag\"\ntitle = \"Jaarverslag\"\nabout = \"Verslag.\"\nkind = \"jaarverslag\"\n\
         status = \"geldig\"\ndate = 2026-04-01\nfile = \"jaarverslag.pdf\"\nreview = 2027-03-01\n",
    );
    write(
        "media/uitleg.md",
        "+++\ntitle = \"Uitleg\"\ndescription = \"Uitleg over het huis, met een stem en een uitgeschreven tekst.\"\nlead = \"Uitleg.\"\nchecked = 2026-11-20\n\
         review = 2027-05-20\n+++\nEen stem vertelt.\n",
    );
    write("documents/geheim.pdf", "niet genoemd");
    let path = content.path().to_owned();
    let house = House::with(Place::sqlite(), move |config| config.content = path).await;
    (house, content)
}

/// Every element of an XML text that holds no other, as its path and its text; attributes as `path@name`.
fn leaves(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let (mut path, mut found, mut text): (Vec<String>, Vec<_>, String) = Default::default();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                path.push(element.name().as_ref().to_owned());
                for attribute in element.attributes().map(Result::unwrap) {
                    let name = attribute.key.as_ref();
                    found.push((format!("{}@{name}", path.join("/")), attribute.value.to_string()));
                }
                text.clear();
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => {
                text.push_str(match name.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("&{other};"),
                });
            }
            Event::End(_) => {
                found.push((path.join("/"), std::mem::take(&mut text)));
                path.pop();
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn values<'a>(leaves: &'a [(String, String)], path: &str) -> Vec<&'a str> {
    leaves.iter().filter(|(at, _)| at == path).map(|(_, text)| text.as_str()).collect()
}

async fn reads(browser: &mut Browser, path: &str) -> String {
    let page = browser.opens(path).await;
    assert_eq!(page.status, 200, "{path}");
    page.body.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_feed_holds_what_atom_asks_for() {
    let (house, _content) = publishes().await;
    let mut visitor = house.visitor();
    let body = reads(&mut visitor, "/nieuws/feed.xml").await;
    assert_eq!(visitor.page().header("content-type"), "application/atom+xml; charset=utf-8");
    let feed = leaves(&body);
    assert_eq!(values(&feed, "feed@xmlns"), ["http://www.w3.org/2005/Atom"]);
    assert_eq!(values(&feed, "feed/id"), ["https://huis.example/nieuws"]);
    assert_eq!(values(&feed, "feed/updated"), ["2026-11-20T12:00:00Z"]);
    assert_eq!(values(&feed, "feed/author/name").len(), 1);
    assert_eq!(values(&feed, "feed/link@rel"), ["self", "alternate"]);
    assert_eq!(values(&feed, "feed/link@href")[0], "https://huis.example/nieuws/feed.xml");
    assert_eq!(values(&feed, "feed/entry/title")[0], "Regels & afspraken <nieuw>");
    assert_eq!(values(&feed, "feed/entry/summary")[0], "Wij zeggen \"ja\".");
    assert_eq!(values(&feed, "feed/entry/author/name")[0], "Redactie");
    let ids = values(&feed, "feed/entry/id");
    assert_eq!(ids[0], "https://huis.example/nieuws/nieuwe-regels");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for part in ["title", "updated", "link@href", "summary"] {
        assert_eq!(values(&feed, &format!("feed/entry/{part}")).len(), ids.len(), "{part}");
    }
    for page in ["/nieuws", "/nieuws/nieuwe-regels", "/"] {
        let body = reads(&mut visitor, page).await;
        let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/nieuws/feed.xml\">";
        assert!(body.contains(link), "{page} leads feed readers to the feed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sitemap_lists_every_page_that_may_be_shown_and_each_is_there() {
    let (house, _content) = publishes().await;
    let mut visitor = house.visitor();
    let map = leaves(&reads(&mut visitor, machine::SITEMAP).await);
    let listed = values(&map, "urlset/url/loc");
    for path in ["/", "/contact", "/nieuws", "/nieuws/nieuwe-regels", "/documenten", "/video/uitleg", "/partners"] {
        assert!(listed.contains(&format!("https://huis.example{path}").as_str()), "{path} in {listed:?}");
    }
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), listed.len(), "{listed:?}");
    assert!(values(&map, "urlset/url/lastmod").contains(&"2026-11-20"));
    for address in listed {
        let path = address.strip_prefix("https://huis.example").unwrap();
        let page = visitor.opens(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains("noindex"), "{path} may be shown");
        assert!(page.body.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn search_engines_are_kept_from_drafts() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let body = reads(&mut visitor, machine::ROBOTS).await;
    let lines: Vec<_> = body.lines().collect();
    for line in [
        "User-agent: *",
        "Allow: /",
        "Disallow: /verder",
        "Disallow: /aanmelden/regieteam/",
        "Allow: /aanmelden/regieteam/vragen",
        "Sitemap: https://huis.example/sitemap.xml",
    ] {
        assert!(lines.contains(&line), "{line} in {body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn security_txt_names_a_contact_until_it_expires() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let body = reads(&mut visitor, machine::SECURITY).await;
    assert_eq!(visitor.page().header("content-type"), "text/plain; charset=utf-8");
    assert!(body.ends_with("\r\n") && body.matches('\n').count() == body.matches("\r\n").count());
    let expires = house.front.content.settings.security.as_ref().unwrap().expires();
    let expected = [
        "Contact: https://huis.example/contact".to_owned(),
        "Contact: tel:+31464778700".to_owned(),
        format!("Expires: {expires}T00:00:00Z"),
        "Preferred-Languages: nl, en".to_owned(),
        "Canonical: https://huis.example/.well-known/security.txt".to_owned(),
    ];
    assert_eq!(body.lines().collect::<Vec<_>>(), expected);

    let days = (expires - house.front.today()).num_days();
    house.waits(TimeDelta::days(days - 1));
    assert_eq!(visitor.opens(machine::SECURITY).await.status, 200);
    house.waits(TimeDelta::days(1));
    assert_eq!(visitor.opens(machine::SECURITY).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trial_without_tls_names_no_web_address_for_security() {
    let house = House::with(Place::sqlite(), |config| {
        config.houses = vec![server::config::HouseAddress {
            house: HOUSE.to_owned(),
            public_url: "http://localhost:8080".to_owned(),
        }];
    })
    .await;
    let body = reads(&mut house.visitor(), machine::SECURITY).await;
    assert!(body.contains("Contact: tel:") && !body.contains("http"), "{body}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_handed_out_whole_or_in_part_and_with_its_type() {
    let (house, _content) = publishes().await;
    let mut visitor = house.visitor();
    let page = visitor.opens("/documenten/jaarverslag.pdf").await;
    assert_eq!((page.status.as_u16(), page.body.as_str()), (200, "%PDF-1.4 0123456789"));
    assert_eq!(page.header("content-type"), "application/pdf");
    assert_eq!(page.header("cache-control"), "public, max-age=3600");
    let part = Request::get("/documenten/jaarverslag.pdf").header("range", "bytes=9-12").body(Body::empty()).unwrap();
    let page = visitor.asks(part).await;
    assert_eq!((page.status.as_u16(), page.body.as_str()), (206, "0123"));
    assert_eq!(page.header("content-range"), "bytes 9-12/19");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_files_that_a_text_names_can_be_fetched() {
    let (house, content) = publishes().await;
    let mut visitor = house.visitor();
    for path in [
        "/documenten/geheim.pdf",
        "/documenten/../house.toml",
        "/documenten/..%2fhouse.toml",
        "/documenten/%2e%2e/house.toml",
        "/documenten/jaarverslag.pdf/..",
        "/video/uitleg.md",
        "/nieuws/2026-11-20-nieuwe-regels.md",
        "/nieuws/2020",
    ] {
        let page = visitor.opens(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.is_html(), "{path}");
    }
    fs::remove_file(content.path().join(HOUSE).join("documents/jaarverslag.pdf")).unwrap();
    let page = visitor.opens("/documenten/jaarverslag.pdf").await;
    assert_eq!(page.status, 404);
    assert!(page.is_html() && page.header("cache-control") == "no-store", "a file that is gone since the start");
}

#[tokio::test(flavor = "multi_thread")]
async fn partners_can_be_looked_at_by_kind_and_nothing_else_changes_the_page() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let all = reads(&mut visitor, "/partners").await;
    assert!(all.contains("Gemeente Beek") && all.contains("Zuyderland"));
    let some = reads(&mut visitor, "/partners?soort=vaste-privaat").await;
    assert!(!some.contains("Gemeente Beek") && some.contains("Zuyderland"));
    assert!(some.contains("<link rel=\"canonical\" href=\"https://huis.example/partners\">"));
    for path in ["/partners?soort=onzin", "/partners?x=1&y=%FF", "/partners?"] {
        assert_eq!(reads(&mut visitor, path).await, all, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_icon_is_found_in_its_old_place_too() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let page = visitor.opens(machine::FAVICON).await;
    assert_eq!((page.status.as_u16(), page.header("location")), (307, house.front.site.assets.icon.as_str()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_finds_news_documents_videos_and_partners() {
    let (house, _content) = publishes().await;
    let mut visitor = house.visitor();
    for (words, path) in [
        ("afspraken", "/nieuws/nieuwe-regels"),
        ("jaarverslag", "/documenten#jaarverslag"),
        ("uitleg", "/video/uitleg"),
        ("zuyderland", "/partners#partner-zuyderland"),
    ] {
        let links = visitor.opens(&format!("/zoeken?q={words}")).await.links();
        assert!(links.contains(path), "{words} finds {path}: {links:?}");
    }
}
