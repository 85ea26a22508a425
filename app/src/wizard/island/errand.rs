//! What a session asks of the server: to save, to go on, to show another page. Each ends with the page as it should be.

use wasm_bindgen::JsValue;
use web_sys::Window;

use super::Saving;
use super::page::{self, Fetched};
use super::session::{From, QUIET, RETRY, Session, stopped_by_errors};
use super::wire::{self, Answer};

impl Session {
    /// Keeps what was typed, in the background.
    pub(super) async fn save(&self) -> Result<Stored, wire::Unreachable> {
        self.0.borrow_mut().dirty = false;
        let (Some(to), Some(body)) = (page::action(), page::save_body()) else { return Ok(Stored::Yes) };
        self.say_of_saving(Saving::Busy);
        let answer =
            wire::post(&to, String::from(body.to_string())).await.inspect_err(|_| self.0.borrow_mut().dirty = true)?;
        match (answer.status, answer.version) {
            (204, Some(version)) => {
                page::set_version(&version);
                self.say_of_saving(Saving::Saved);
                return Ok(Stored::Yes);
            }
            (409, _) => page::say(Saving::Elsewhere),
            _ => self.try_later(answer.wait),
        }
        Ok(Stored::No)
    }

    /// Says how saving goes, unless the page still tells of a press that was refused.
    fn say_of_saving(&self, saving: Saving) {
        if !self.0.borrow().refused {
            page::say(saving);
        }
    }

    /// A link leaves the form behind: what was typed goes first, and what can't be stored is not left.
    pub(super) async fn leave_for(&self, url: &str, from: From) -> Result<(), wire::Unreachable> {
        let stored = if self.0.borrow().dirty { self.save().await? } else { Stored::Yes };
        if stored == Stored::Yes {
            return self.visit(url, from).await;
        }
        if from == From::History {
            let path = self.0.borrow().path.clone();
            push(&path);
        }
        Ok(())
    }

    /// Posts the form as this button would.
    pub(super) async fn post(&self, button: &str) -> Result<(), wire::Unreachable> {
        let (Some(to), Some(body)) = (page::action(), page::post_body(button)) else { return Ok(()) };
        self.0.borrow_mut().dirty = false;
        let answer =
            wire::post(&to, String::from(body.to_string())).await.inspect_err(|_| self.0.borrow_mut().dirty = true)?;
        if self.0.borrow().dirty && self.typed_on(&answer).await? == Stays::Yes {
            return Ok(());
        }
        let place = if answer.redirected { answer.url.clone() } else { to };
        self.arrive(&answer, &place, From::Link);
        Ok(())
    }

    /// What was typed while the answer was on its way goes after it, before the next page takes the place of this one.
    async fn typed_on(&self, answer: &Answer) -> Result<Stays, wire::Unreachable> {
        if let Some(version) = Fetched::read(&answer.html).and_then(|page| page.version()) {
            page::set_version(&version);
        }
        if !answer.redirected {
            // The same page would come back with the older words: show what is wrong with the newer ones instead.
            stopped_by_errors();
            self.save_soon(QUIET);
            return Ok(Stays::Yes);
        }
        Ok(if self.save().await? == Stored::Yes { Stays::No } else { Stays::Yes })
    }

    async fn visit(&self, url: &str, from: From) -> Result<(), wire::Unreachable> {
        let answer = wire::get(url).await?;
        let hash = url.find('#').map_or("", |at| &url[at..]);
        let place = if answer.redirected { [&answer.url, hash].concat() } else { url.to_owned() };
        self.arrive(&answer, &place, from);
        Ok(())
    }

    /// Lays the fetched page in place. A page outside the wizard is loaded as any page.
    fn arrive(&self, answer: &Answer, place: &str, from: From) {
        let Some(window) = web_sys::window() else { return };
        let Some(fetched) = Fetched::read(&answer.html) else { return };
        if !fetched.is_wizard() {
            if answer.redirected || answer.status == 200 {
                let _ = window.location().assign(place);
            } else {
                // A page of a fault must not take the place of what was typed.
                self.0.borrow_mut().refused = true;
                self.try_later(answer.wait);
            }
            return;
        }
        if fetched.lay().is_none() {
            return;
        }
        if from == From::Link && !is_here(&window, place) {
            push(place);
        }
        if let Ok(path) = window.location().pathname() {
            self.0.borrow_mut().path = path;
        }
        self.0.borrow_mut().refused = false;
        page::say(Saving::Quiet);
        page::focus_start(place.find('#').map_or("", |at| &place[at..]));
    }

    /// The words stay; they are saved once there is room again.
    fn try_later(&self, wait: Option<i32>) {
        self.0.borrow_mut().dirty = true;
        page::say(wait.map_or(Saving::Refused, Saving::after));
        self.save_soon(wait.unwrap_or(RETRY));
    }
}

/// Whether a save in the background is on disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stored {
    Yes,
    No,
}

/// Whether the page stays in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stays {
    Yes,
    No,
}

fn push(place: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let _ = history.map(|history| history.push_state_with_url(&JsValue::NULL, "", Some(place)));
}

fn is_here(window: &Window, place: &str) -> bool {
    let location = window.location();
    location.href().is_ok_and(|href| href == place) || location.pathname().is_ok_and(|path| path == place)
}
