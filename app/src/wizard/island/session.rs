//! A person filling in a form: what happens on each event of the page.

use std::cell::RefCell;
use std::rc::Rc;

use domain::check::check;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlButtonElement, MouseEvent, SubmitEvent};

use super::Saving;
use super::page::{self, Busy};
use super::wire;
use crate::paths::{action, word};

/// Milliseconds of silence after which what was typed is saved.
pub(super) const QUIET: i32 = 1500;
/// Milliseconds between two tries while there is no connection.
pub(super) const RETRY: i32 = 4000;
/// Milliseconds that are "a few seconds".
pub(super) const SOON: i32 = 10_000;

/// Begins to listen. The listeners are on the document, so they outlive every page that is laid in place.
pub(super) fn start() {
    let Some(window) = web_sys::window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let session = Session(Rc::new(RefCell::new(State {
        dirty: false,
        refused: false,
        doing: None,
        waiting: None,
        timer: None,
        path,
    })));
    let Some(document) = window.document() else { return };
    session.listen(&document, "submit", |session, event| session.submit(&event));
    session.listen(&document, "click", |session, event| session.click(&event));
    session.listen(&document, "input", |session, event| session.typed(&event));
    session.listen(&document, "change", |session, event| session.typed(&event));
    session.listen(&window, "popstate", |session, _| session.back_or_forward());
    session.listen(&window, "online", |session, _| {
        page::say(Saving::Quiet);
        session.tick();
    });
    session.listen(&window, "offline", |_, _| page::say(Saving::Offline));
    session.listen(&window, "pagehide", |session, _| session.leave());
}

#[derive(Clone)]
pub(super) struct Session(pub(super) Rc<RefCell<State>>);

pub(super) struct State {
    /// Something was typed since the last save.
    pub(super) dirty: bool,
    /// The last press was refused, and the page says so: that stays until the next press or page.
    pub(super) refused: bool,
    /// The request under way.
    doing: Option<Doing>,
    /// What waits for a connection.
    waiting: Option<Wish>,
    timer: Option<i32>,
    /// Path of the page that is shown.
    pub(super) path: String,
}

/// What the person asked for.
#[derive(Clone)]
enum Wish {
    /// The form, with this button.
    Post(String),
    /// Another page of the wizard.
    Visit { url: String, from: From },
    /// Only to keep what was typed.
    Save,
}

/// What a request is for.
#[derive(Clone, Copy)]
enum Doing {
    Saving,
    Going,
}

/// How a page was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Link,
    History,
}

impl Session {
    fn listen(&self, target: &web_sys::EventTarget, name: &str, act: fn(&Self, Event)) {
        let session = self.clone();
        let listener = Closure::<dyn FnMut(Event)>::new(move |event| act(&session, event));
        let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        listener.forget();
    }

    fn submit(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<SubmitEvent>() else { return };
        let ours =
            page::form().is_some_and(|form| event.target().is_some_and(|target| target == *form.unchecked_ref()));
        if !ours {
            return;
        }
        event.prevent_default();
        let button = event.submitter().and_then(|button| button.dyn_into::<HtmlButtonElement>().ok());
        let button = button.map_or_else(|| action::NEXT.to_owned(), |button| button.value());
        if button == action::NEXT && stopped_by_errors() {
            self.save_soon(0);
        } else {
            self.wish(Wish::Post(button));
        }
    }

    fn click(&self, event: &Event) {
        let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
        let plain =
            mouse.button() == 0 && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|at| at.closest("#wizard a[href]").ok()?);
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        if plain && !event.default_prevented() && root().is_some_and(|root| href.starts_with(&root)) {
            event.prevent_default();
            self.wish(Wish::Visit { url: href, from: From::Link });
        }
    }

    fn typed(&self, event: &Event) {
        let inside = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|at| at.closest("#formulier").ok()?);
        if inside.is_some() {
            page::coach(event);
            self.0.borrow_mut().dirty = true;
            self.save_soon(QUIET);
        }
    }

    /// A link to a place on the page itself (an error, the skip link) is a step in the history too, but no other page.
    fn back_or_forward(&self) {
        let Some(location) = web_sys::window().map(|window| window.location()) else { return };
        let (Ok(url), Ok(path)) = (location.href(), location.pathname()) else { return };
        if path != self.0.borrow().path {
            self.wish(Wish::Visit { url, from: From::History });
        }
    }

    /// The page goes away: a last save that needs no answer.
    fn leave(&self) {
        if self.0.borrow().dirty
            && let (Some(window), Some(to), Some(body)) = (web_sys::window(), page::action(), page::save_body())
        {
            let _ = window.navigator().send_beacon_with_opt_url_search_params(&to, Some(&body));
        }
    }

    pub(super) fn save_soon(&self, after: i32) {
        let Some(window) = web_sys::window() else { return };
        if let Some(timer) = self.0.borrow_mut().timer.take() {
            window.clear_timeout_with_handle(timer);
        }
        let session = self.clone();
        let act = Closure::once_into_js(move || session.tick());
        self.0.borrow_mut().timer =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), after).ok();
    }

    /// Does what waits, else saves what was typed.
    fn tick(&self) {
        let waiting = self.0.borrow_mut().waiting.take();
        match waiting {
            Some(wish) => self.wish(wish),
            None if self.0.borrow().dirty => self.wish(Wish::Save),
            None => {}
        }
    }

    fn wish(&self, wish: Wish) {
        let doing = self.0.borrow().doing;
        match doing {
            // What the person asks for waits for the save under way; the second press of a double click is dropped.
            Some(Doing::Saving) => self.0.borrow_mut().waiting = Some(wish),
            Some(Doing::Going) => {}
            None => self.begin(wish),
        }
    }

    fn begin(&self, wish: Wish) {
        self.0.borrow_mut().doing = Some(if matches!(wish, Wish::Save) { Doing::Saving } else { Doing::Going });
        let session = self.clone();
        spawn_local(async move { session.fulfil(wish).await });
    }

    async fn fulfil(&self, wish: Wish) {
        if !matches!(wish, Wish::Save) {
            self.0.borrow_mut().refused = false;
            page::mark(Busy::Yes);
        }
        let done = match &wish {
            Wish::Save => self.save().await.map(drop),
            Wish::Post(button) => self.post(button).await,
            Wish::Visit { url, from } => self.leave_for(url, *from).await,
        };
        page::mark(Busy::No);
        self.0.borrow_mut().doing = None;
        match done {
            Ok(()) if self.0.borrow().waiting.is_some() => self.save_soon(0),
            Ok(()) => {}
            Err(wire::Unreachable) => {
                page::say(Saving::Offline);
                self.0.borrow_mut().waiting.get_or_insert(wish);
                self.save_soon(RETRY);
            }
        }
    }
}

/// Judges the page with the rules of the server. Errors that belong on another page are the server's to show.
pub(super) fn stopped_by_errors() -> bool {
    let Some(known) = page::read() else { return false };
    let verdict = check(known.form, &known.answers, &known.context);
    page::show(known.form, &verdict.problems).is_some_and(|shown| shown > 0)
}

/// `/aanmelden/regieteam/`, where the page is of that wizard.
fn root() -> Option<String> {
    Some(["/", word::WIZARDS, "/", page::slug()?.as_str(), "/"].concat())
}
