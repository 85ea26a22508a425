//! Someone at a keyboard, without script: opens pages, types, presses buttons. Cookies come along; every page is looked over.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::paths::{Wizard, action};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use domain::answers::Answers;
use domain::form::{Entry, Form};
use domain::forms::regieteam::FORM;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::page::{Control, ControlKind, Page};

/// A tab of a browser. A clone is another tab: it shares the cookies, not the page.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    page: Option<Page>,
    form: &'static Form,
    /// The address that the server sees, and what a proxy says of it; none as on this machine itself.
    peer: Option<(IpAddr, Option<String>)>,
}

/// The form of these tests, unless a test says otherwise.
pub(crate) const REGIETEAM: &Form = &FORM;
/// Name of its cookie.
pub(crate) const COOKIE: &str = "__Host-concept-regieteam";

/// How long anyone waits for a page: far longer than the longest wait that the program imposes.
const PATIENCE: Duration = Duration::from_mins(1);

/// Nothing changed on the page.
pub(crate) const NOTHING: &[(&str, &str)] = &[];

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self { router, cookies: Arc::default(), page: None, form: REGIETEAM, peer: None }
    }

    /// The same person, who fills in this form.
    pub(crate) fn of(self, form: &'static Form) -> Self {
        Self { form, ..self }
    }

    /// The same person, who comes from this address.
    pub(crate) fn from(self, address: &str) -> Self {
        Self { peer: Some((address.parse().unwrap(), None)), ..self }
    }

    /// Says for whom it asks, as a proxy does or whoever likes to be taken for one.
    pub(crate) fn forwards(&mut self, address: &str) {
        let (_, forwarded) = self.peer.as_mut().unwrap();
        *forwarded = Some(address.to_owned());
    }

    /// The page in front of the person.
    pub(crate) fn page(&self) -> &Page {
        self.page.as_ref().expect("a page is open")
    }

    pub(crate) fn cookie(&self) -> Option<String> {
        self.cookies.lock().unwrap().get(COOKIE).cloned()
    }

    pub(crate) fn holds_cookie(&self, value: &str) {
        self.holds(COOKIE, value);
    }

    /// Has this cookie.
    pub(crate) fn holds(&self, cookie: &str, value: &str) {
        self.cookies.lock().unwrap().insert(cookie.to_owned(), value.to_owned());
    }

    /// Takes over the cookies that begin like this, of someone else at the same machine.
    pub(crate) fn takes_cookies(&self, beginning: &str, from: &Self) {
        let jar = from.cookies.lock().unwrap().clone();
        for (name, value) in jar.iter().filter(|(name, _)| name.starts_with(beginning)) {
            self.holds(name, value);
        }
    }

    /// How many cookies begin like this.
    pub(crate) fn counts_cookies(&self, beginning: &str) -> usize {
        self.cookies.lock().unwrap().keys().filter(|name| name.starts_with(beginning)).count()
    }

    pub(crate) fn loses_cookies(&self) {
        self.cookies.lock().unwrap().clear();
    }

    /// Opens an address, without going on where it leads.
    pub(crate) async fn opens(&mut self, path: &str) -> &Page {
        let request = Request::get(path.split('#').next().unwrap()).body(Body::empty()).unwrap();
        self.asks(request).await
    }

    /// Opens an address and goes on until there is a page.
    pub(crate) async fn goes(&mut self, path: &str) -> &Page {
        self.opens(path).await;
        self.follows().await
    }

    /// Goes on where the answer leads, until there is a page.
    pub(crate) async fn follows(&mut self) -> &Page {
        for _ in 0..5 {
            if self.page().status != StatusCode::SEE_OTHER {
                return self.page();
            }
            let to = self.page().leads_to().to_owned();
            self.opens(&to).await;
        }
        panic!("it leads from page to page, last to {}", self.page().path);
    }

    /// Fills in the form of the page and presses a button. What the page does not ask can't be typed; what it does not offer
    /// can't be chosen.
    pub(crate) async fn sends(&mut self, typed: &[(&str, &str)], button: &str) -> &Page {
        let mut form = self.page().form();
        let path = self.page().path.clone();
        let mut names: Vec<&str> = typed.iter().map(|(name, _)| *name).collect();
        names.dedup();
        for name in names {
            let values: Vec<String> =
                typed.iter().filter(|(of, _)| *of == name).map(|(_, value)| (*value).to_owned()).collect();
            let control = form.controls.iter_mut().find(|one| one.name == name && one.kind != ControlKind::Hidden);
            let control = control.unwrap_or_else(|| panic!("{path} does not ask {name}"));
            fill(control, values, &path);
        }
        assert!(form.buttons.iter().any(|known| known == button), "{path} has no button {button}: {:?}", form.buttons);
        let mut pairs: Vec<(String, String)> = Vec::new();
        for control in form.controls {
            pairs.extend(control.values.into_iter().map(|value| (control.name.clone(), value)));
        }
        pairs.push(("_actie".to_owned(), button.to_owned()));
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.posts(&form.action, &pairs).await
    }

    /// Saves the page as it stands, as its script does meanwhile.
    pub(crate) async fn sends_in_background(&mut self) -> &Page {
        let form = self.page().form();
        let pairs =
            form.controls.iter().flat_map(|one| one.values.iter().map(|value| (one.name.as_str(), value.as_str())));
        let pairs: Vec<(&str, &str)> = pairs.chain([("_actie", action::SAVE)]).collect();
        self.posts(&form.action, &pairs).await
    }

    /// Posts anything, as a page of our own would.
    pub(crate) async fn posts(&mut self, path: &str, pairs: &[(&str, &str)]) -> &Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        self.posts_raw(path, body.into_bytes()).await
    }

    pub(crate) async fn posts_raw(&mut self, path: &str, body: Vec<u8>) -> &Page {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.asks(request).await
    }

    /// Asks with any method, as a script of our own pages could.
    pub(crate) async fn tries(&mut self, method: Method, path: &str) -> &Page {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::empty())
            .unwrap();
        self.asks(request).await
    }

    /// Any request at all. Cookies of the jar come along unless it brings its own.
    pub(crate) async fn asks(&mut self, mut request: Request<Body>) -> &Page {
        let path = request.uri().to_string();
        if !request.headers().contains_key(header::COOKIE) {
            let jar = self.cookies.lock().unwrap();
            let line: Vec<String> = jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
            if !line.is_empty() {
                request.headers_mut().insert(header::COOKIE, line.join("; ").parse().unwrap());
            }
        }
        if let Some((address, forwarded)) = &self.peer {
            request.extensions_mut().insert(ConnectInfo(SocketAddr::new(*address, 50_000)));
            if let Some(forwarded) = forwarded {
                request.headers_mut().insert("x-forwarded-for", forwarded.parse().unwrap());
            }
        }
        let answer = async {
            let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
            (parts, body.collect().await.unwrap().to_bytes())
        };
        let answer = tokio::time::timeout(PATIENCE, answer).await;
        let (parts, body) = answer.unwrap_or_else(|_| panic!("{path} gave no answer within {PATIENCE:?}"));
        for line in parts.headers.get_all(header::SET_COOKIE) {
            self.keeps(line.to_str().unwrap());
        }
        let body = String::from_utf8_lossy(&body).into_owned();
        let page = Page::read(&path, parts.status, parts.headers, body);
        page.is_sound();
        self.page.insert(page)
    }

    /// Keeps a cookie only if it binds itself to this host, over TLS, unseen by scripts and by other sites.
    fn keeps(&self, line: &str) {
        let parts: Vec<&str> = line.split("; ").collect();
        let (name, value) = parts[0].split_once('=').unwrap();
        assert!(name.starts_with("__Host-"), "{name}");
        for needed in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            assert!(parts.contains(&needed), "{needed} in {parts:?}");
        }
        assert!(!line.to_lowercase().contains("domain="), "{name}");
        let mut jar = self.cookies.lock().unwrap();
        if parts.contains(&"Max-Age=0") {
            jar.remove(name);
        } else {
            let lifetime = match name {
                "__Host-volgen" => "Max-Age=1800",
                name if name.starts_with("__Host-balie-tekst-") => "Max-Age=3600",
                "__Host-balie" => "Max-Age=36000",
                "__Host-eigen-gegevens" => "Max-Age=7776000",
                _ => "Max-Age=43200",
            };
            assert!(parts.contains(&lifetime), "{parts:?}");
            jar.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Begins a referral: the first step is in front of the person.
    pub(crate) async fn begins(&mut self) -> &Page {
        self.opens(&Wizard::Start.of(self.form.slug)).await;
        match self.form.entry {
            Entry::Danger => self.sends(&[("_gevaar", "nee")], action::NEXT).await,
            Entry::Plain => self.sends(NOTHING, action::NEXT).await,
            Entry::Open | Entry::Invited => self.page(),
        };
        self.follows().await
    }

    /// Fills in the step in front of the person and goes on, right or wrong.
    pub(crate) async fn fills(&mut self, typed: &Answers) -> &Page {
        let slug = self.step();
        let step = self.form.step(&slug).unwrap();
        for group in step.groups() {
            let known = typed.rows(group.name);
            for key in known {
                self.sends(NOTHING, &format!("{}:{}", action::ADD, group.slug)).await;
                let row = self.follows().await.path.clone();
                assert_eq!(row, Wizard::Row(step.slug, group.slug, key).of(self.form.slug), "{}", self.page().said());
                let prefix = key.prefix(group.name);
                self.types(typed, |name| name.starts_with(&prefix), action::NEXT).await;
                let back = self.page().leads_to().split('#').next().unwrap();
                assert_eq!(back, Wizard::Step(step.slug).of(self.form.slug), "{}", self.page().said());
                self.follows().await;
            }
        }
        let section = format!("{}.", step.section);
        self.types(typed, |name| name.starts_with(&section), action::NEXT).await
    }

    async fn types(&mut self, typed: &Answers, of: impl Fn(&str) -> bool, button: &str) -> &Page {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        for (name, text) in typed.iter().filter(|(name, _)| of(name)) {
            let choice = self
                .page()
                .form()
                .controls
                .iter()
                .any(|control| control.name == name && matches!(control.kind, ControlKind::Offers(_)));
            if choice {
                pairs.extend(text.lines().map(|tick| (name, tick)));
            } else {
                pairs.push((name, text));
            }
        }
        self.sends(&pairs, button).await
    }

    /// Fills in step after step until the check page.
    pub(crate) async fn completes(&mut self, typed: &Answers) -> &Page {
        for _ in self.form.steps {
            if self.page().path.ends_with("/controle") {
                break;
            }
            let step = self.step();
            self.fills(typed).await;
            assert_eq!(self.page().status, StatusCode::SEE_OTHER, "{step}: {:?}", self.page().errors());
            self.follows().await;
        }
        assert_eq!(self.page().path, Wizard::Check.of(self.form.slug), "{}", self.page().said());
        self.page()
    }

    /// Begins and fills in a whole referral: the check page is in front of the person.
    pub(crate) async fn prepares(&mut self, typed: &str) -> &Page {
        self.begins().await;
        self.completes(&crate::referral::read(typed)).await
    }

    /// The slug of the step in front of the person.
    pub(crate) fn step(&self) -> String {
        let path = self.page().path.split(['#', '?']).next().unwrap();
        path.split('/').nth(3).unwrap_or_else(|| panic!("{path} is no step")).to_owned()
    }

    /// What the page holds under this name: typed, chosen or ticked.
    pub(crate) fn reads(&self, name: &str) -> String {
        let form = self.page().form();
        let control = form.controls.iter().find(|one| one.name == name && one.kind != ControlKind::Hidden);
        let control = control.unwrap_or_else(|| panic!("{} does not ask {name}", self.page().path));
        control.values.join("\n")
    }

    /// What goes along under this name without being seen.
    pub(crate) fn carries(&self, name: &str) -> String {
        let form = self.page().form();
        let control = form.controls.iter().find(|one| one.name == name && one.kind == ControlKind::Hidden);
        control.unwrap_or_else(|| panic!("{} carries no {name}", self.page().path)).values.join("\n")
    }
}

fn fill(control: &mut Control, values: Vec<String>, path: &str) {
    if let ControlKind::Offers(offers) = &control.kind {
        for value in values.iter().filter(|value| !value.is_empty()) {
            assert!(offers.contains(value), "{path}: {} does not offer {value}, but {offers:?}", control.name);
        }
    }
    control.values = values;
}
