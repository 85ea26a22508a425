//! Whatever is sent, there is a page, and it shows what was typed as text. A panic or a fault of ours fails these tests.

use app::paths::Wizard;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use tokio::runtime::Runtime;

use crate::browser::{Browser, COOKIE, REGIETEAM};
use crate::house::House;
use crate::referral::TYPED;

/// A house and someone who is about to send.
struct Scene {
    runtime: Runtime,
    house: House,
    referrer: Browser,
}

impl Scene {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (house, referrer) = runtime.block_on(async {
            let house = House::opens().await;
            let mut referrer = house.visitor();
            referrer.prepares(TYPED).await;
            (house, referrer)
        });
        Self { runtime, house, referrer }
    }

    /// Tries many inputs. `Browser` looks every answer over, and fails at a fault of ours.
    fn tries<S: Strategy>(&self, cases: u32, strategy: S, prove: impl AsyncFn(&Self, S::Value)) {
        let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
        let outcome = TestRunner::new(config).run(&strategy, |input| {
            self.runtime.block_on(prove(self, input));
            Ok::<(), TestCaseError>(())
        });
        if let Err(error) = outcome {
            panic!("{error}");
        }
    }
}

/// Texts that have broken forms before: markup, quotes, direction marks, control characters, broken encodings.
fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
        vec(prop::sample::select(NASTY.to_vec()), 1..4).prop_map(|parts| parts.concat()),
        "[0-9 .:+@-]{0,40}",
    ]
}

const NASTY: [&str; 22] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' autofocus onfocus='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title></head><body>",
    "<!-- ",
    "--> ]]>",
    "&lt;b&gt;&amp;amp;&#x0;",
    "javascript:alert(1)",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "\u{202E}gnirts\u{2066}",
    "شريف",
    "\u{FEFF}\u{200B}\u{FFFE}",
    "e\u{301}\u{301}\u{301}",
    "\r\n\r\nSet-Cookie: a=b",
    "'; DROP TABLE drafts; --",
    "{{7*7}} ${7*7} %s %n",
    "../../../etc/passwd",
    "9999999999999999999999999999",
    "-1",
    "k65535",
    "ja\nja\nnee",
];

/// Names a post may hold: those of the form, those of its rows, those of its buttons, and any other.
fn name() -> impl Strategy<Value = String> {
    let known: Vec<String> = REGIETEAM
        .steps
        .iter()
        .flat_map(|step| {
            let own = step.fields().flat_map(|field| field.boxes().iter().map(move |part| [field.name, part].concat()));
            let rows = step.groups().flat_map(|group| {
                group.fields.iter().flat_map(move |field| {
                    field.boxes().iter().map(move |part| [group.name, ".k1.", field.name, part].concat())
                })
            });
            own.chain(rows).collect::<Vec<_>>()
        })
        .collect();
    prop_oneof![
        8 => prop::sample::select(known),
        1 => prop::sample::select(vec!["_actie", "_versie", "_code", "_gevaar", "", ".", "..", "household.k1.", "a.k1.b"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => nasty(),
        1 => prop::sample::select(vec![
            "volgende", "vorige", "later", "bewaar", "houd-deze", "houd-opgeslagen", "toevoegen:persoon",
            "toevoegen:", "toevoegen:\u{0}", "ja", "nee", "andere", "k1", "1", "2026", "31", "0", "onbekend", "medisch", "brp",
        ]).prop_map(str::to_owned),
    ]
}

/// Every address that takes posts.
fn posted() -> impl Strategy<Value = String> {
    let slug = REGIETEAM.slug;
    let mut all = vec![Wizard::Start.of(slug), Wizard::Check.of(slug), Wizard::Discard.of(slug), "/verder".to_owned()];
    for step in REGIETEAM.steps {
        all.push(Wizard::Step(step.slug).of(slug));
        for group in step.groups() {
            for key in ["k1", "k2", "k3", "k65535"] {
                all.push(format!("{}/{}/{key}", Wizard::Step(step.slug).of(slug), group.slug));
                all.push(format!("{}/{}/{key}/verwijderen", Wizard::Step(step.slug).of(slug), group.slug));
            }
        }
    }
    prop::sample::select(all)
}

#[test]
fn any_answers_to_any_page_get_a_page() {
    let scene = Scene::new();
    scene.tries(250, (posted(), vec((name(), value()), 0..12)), async |scene, (path, pairs)| {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut referrer = scene.referrer.clone();
        if referrer.cookie().is_none() {
            referrer.begins().await;
        }
        referrer.posts(&path, &pairs).await;
        assert!(!referrer.page().status.is_server_error(), "{path}");
        referrer.follows().await;
        assert_eq!(referrer.page().body.matches("<script>").count(), 0, "{path}");
    });
}

#[test]
fn any_bytes_as_a_body_get_a_page() {
    let scene = Scene::new();
    let bytes = prop_oneof![
        vec(any::<u8>(), 0..400),
        "([a-z_.]{0,12}(=|%3D|%)?[%&=+a-f0-9]{0,20}&?){0,20}".prop_map(String::into_bytes),
    ];
    scene.tries(200, (posted(), bytes), async |scene, (path, bytes)| {
        let mut visitor = scene.house.visitor();
        visitor.posts_raw(&path, bytes).await;
        assert!(!visitor.page().status.is_server_error(), "{path}");
    });
}

#[test]
fn any_address_method_and_header_get_an_answer() {
    let scene = Scene::new();
    let piece = prop_oneof![
        "[a-z]{0,8}",
        "(%[0-9A-F]{2}){1,4}",
        prop::sample::select(vec![
            "aanmelden",
            "regieteam",
            "gezin",
            "persoon",
            "k1",
            "controle",
            "verzonden",
            "verwijderen",
            "..",
            ".",
            "",
            "assets",
            "WM-2026-0000"
        ])
        .prop_map(str::to_owned),
    ];
    let path = vec(piece, 0..7).prop_map(|pieces| format!("/{}", pieces.join("/")));
    let method = prop::sample::select(vec![Method::GET, Method::HEAD, Method::POST, Method::OPTIONS, Method::DELETE]);
    let name = prop::sample::select(vec![
        "cookie",
        "accept-encoding",
        "if-none-match",
        "content-type",
        "sec-fetch-site",
        "origin",
        "host",
        "range",
        "content-length",
        "accept-language",
        "x-forwarded-for",
    ]);
    let header = (name, vec(prop_oneof![0x20..0x7fu8, 0x80..=0xffu8], 0..60));
    scene.tries(400, (method, path, vec(header, 0..5)), async |scene, (method, path, headers)| {
        let Ok(mut request) = Request::builder().method(method.clone()).uri(&path).body(Body::from("a=b")) else {
            return;
        };
        for (name, value) in headers {
            let value = HeaderValue::from_bytes(&value).unwrap();
            request.headers_mut().append(HeaderName::from_static(name), value);
        }
        let mut visitor = scene.house.visitor();
        let page = visitor.asks(request).await;
        assert!(!page.status.is_server_error(), "{method} {path}");
        assert!(page.is_html() || page.body.is_empty() || page.status == 200, "{method} {path}: {}", page.body);
    });
}

#[test]
fn any_cookie_is_read_or_left() {
    let scene = Scene::new();
    let code = scene.referrer.cookie().unwrap();
    let cookie = prop_oneof![
        "[0-9A-Z-]{0,40}",
        (0..code.len(), "[0-9A-Z-]").prop_map(move |(at, letter)| {
            let mut wrong = code.clone();
            wrong.replace_range(at..=at, &letter);
            wrong
        }),
        "[ -~]{0,60}",
    ];
    scene.tries(200, (cookie, posted()), async |scene, (cookie, path)| {
        let mut visitor = scene.house.visitor();
        let request = Request::get(&path).header("cookie", format!("a=b; {COOKIE}={cookie}; c")).body(Body::empty());
        visitor.asks(request.unwrap()).await;
        assert!(!visitor.page().status.is_server_error(), "{path} {cookie}");
    });
}

/// What a browser gives back of a text: it holds no NUL, and line breaks have one shape.
fn as_a_browser_reads(text: &str) -> String {
    text.replace('\u{0}', "\u{FFFD}").replace("\r\n", "\n").replace('\r', "\n")
}

#[test]
fn what_was_typed_comes_back_as_text() {
    let scene = Scene::new();
    scene.tries(150, (nasty(), nasty(), nasty()), async |scene, (line, long, choice)| {
        let mut referrer = scene.house.visitor();
        referrer.begins().await;
        let typed = [("referrer.last_name", line.as_str()), ("referrer.organisation", &choice)];
        referrer.posts("/aanmelden/regieteam/aanmelder", &typed).await;
        referrer.goes("/aanmelden/regieteam/aanmelder").await;
        assert_eq!(as_a_browser_reads(&referrer.reads("referrer.last_name")), as_a_browser_reads(&line));

        let mut referrer = scene.referrer.clone();
        referrer.posts("/aanmelden/regieteam/aanleiding", &[("_versie", "999999"), ("reason.now", &long)]).await;
        referrer.goes("/aanmelden/regieteam/aanleiding").await;
        assert_eq!(as_a_browser_reads(&referrer.reads("reason.now")), as_a_browser_reads(&long));
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_encoding_becomes_the_sign_for_it() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.begins().await;
    let body = b"referrer.last_name=%ED%A0%80x%FF%00y%&referrer.function=%C3%A9n%20ding".to_vec();
    referrer.posts_raw("/aanmelden/regieteam/aanmelder", body).await;
    referrer.goes("/aanmelden/regieteam/aanmelder").await;
    assert_eq!(
        as_a_browser_reads(&referrer.reads("referrer.last_name")),
        "\u{FFFD}\u{FFFD}\u{FFFD}x\u{FFFD}\u{FFFD}y%"
    );
    assert_eq!(referrer.reads("referrer.function"), "én ding");
}
