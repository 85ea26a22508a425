//! Someone writes the words of the house while the site runs.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use server::front::Front;
use server::{http, watch};
use tower::ServiceExt as _;

use crate::browser::Browser;
use crate::house::{HOUSE, House, copy_words};
use crate::place::Place;

/// What `make run` promises.
const SOON: Duration = Duration::from_secs(1);
/// A machine that does other work too may need longer, now and then.
const TRIES: usize = 3;

/// A house of which the words may change.
struct Desk {
    router: Router,
    words: PathBuf,
    _house: House,
    _folder: tempfile::TempDir,
}

impl Desk {
    async fn opens() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_words(&folder.path().join(HOUSE));
        let content = folder.path().to_owned();
        let house = House::with(Place::sqlite(), |config| config.content.clone_from(&content)).await;
        let (services, address) = (house.front.services.clone(), house.front.address.clone());
        let first = http::router(house.front.clone());
        let load = move || Front::load(services.clone(), address.clone()).map(http::router);
        let router = watch::reloading(first, std::slice::from_ref(&content), load).unwrap();
        Self { router, words: content.join(HOUSE), _house: house, _folder: folder }
    }

    fn visitor(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    fn write(&self, file: &str, from: &str, to: &str) {
        let file = self.words.join(file);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{}: {from}", file.display());
        fs::write(file, text.replacen(from, to, 1)).unwrap();
    }

    /// Waits until a page says this; gives how long that took.
    async fn shows(&self, path: &str, words: &str) -> Duration {
        let begin = Instant::now();
        loop {
            let mut visitor = self.visitor();
            if visitor.opens(path).await.body.contains(words) {
                return begin.elapsed();
            }
            assert!(begin.elapsed() < SOON * 10, "{path} never says {words}: {}", visitor.page().said());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_file_shows_within_a_second() {
    let desk = Desk::opens().await;
    let mut fastest = Duration::MAX;
    let mut title = "title = \"Contact\"".to_owned();
    for attempt in 0..TRIES {
        let new = format!("title = \"Bereiken {attempt}\"");
        desk.write("pages/contact.md", &title, &new);
        fastest = fastest.min(desk.shows("/contact", &format!("Bereiken {attempt}</h1>")).await);
        title = new;
    }
    println!("a change shows after {fastest:?}");
    assert!(fastest < SOON, "{fastest:?}");
    assert!(desk.visitor().opens("/zoeken?q=bereiken").await.said().contains("Bereiken 2"), "the search knows it too");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_file_keeps_the_page_and_says_where_it_is_broken() {
    let desk = Desk::opens().await;
    desk.write("pages/contact.md", "checked = ", "gecontroleerd = ");
    desk.shows("/", "Uw laatste wijziging is nog niet te zien").await;
    let mut visitor = desk.visitor();
    let page = visitor.opens("/contact").await;
    assert_eq!((page.status.as_u16(), page.heading()), (200, "Contact"));
    let line = page.all("li").find(|line| line.text.contains("contact.md")).expect("the file is named");
    assert!(line.text.contains("contact.md:") && line.text.contains("gecontroleerd"), "{}", line.text);
    desk.write("pages/contact.md", "gecontroleerd = ", "checked = ");
    while visitor.opens("/contact").await.body.contains("Uw laatste wijziging") {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn open_browsers_are_told() {
    let desk = Desk::opens().await;
    let request = Request::get("/_ontwikkeling").body(Body::empty()).unwrap();
    let response = desk.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut events = response.into_body();
    let mut next = async || {
        let frame = tokio::time::timeout(SOON * 10, events.frame()).await.unwrap().unwrap().unwrap();
        String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap()
    };
    let first = next().await;
    assert!(first.starts_with("data:") && first.ends_with("\n\n"), "{first}");
    desk.write("pages/contact.md", "title = \"Contact\"", "title = \"Bereiken\"");
    assert_ne!(next().await, first);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_listen_while_somebody_writes_and_never_else() {
    let desk = Desk::opens().await;
    let mut visitor = desk.visitor();
    for path in ["/", "/contact", "/bestaat-niet", "/zoeken"] {
        let page = visitor.opens(path).await;
        let scripts: Vec<_> = page.all("script").map(|script| script.get("src").to_owned()).collect();
        assert_eq!(scripts, ["/_ontwikkeling.js"], "{path}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
    }
    // Asked for past the browser of these tests: it holds what visitors never get to what visitors get.
    let script = Request::get("/_ontwikkeling.js").body(Body::empty()).unwrap();
    let script = desk.router.clone().oneshot(script).await.unwrap();
    assert_eq!(script.headers()["content-type"], "text/javascript");
    let script = script.into_body().collect().await.unwrap().to_bytes();
    assert!(String::from_utf8_lossy(&script).contains("EventSource"));
    let house = House::opens().await;
    for path in ["/_ontwikkeling", "/_ontwikkeling.js", "/_ontwikkeling.css"] {
        assert_eq!(house.visitor().opens(path).await.status.as_u16(), 404, "{path}");
    }
}
