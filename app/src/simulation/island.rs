//! The game without waiting: turns change and the debrief appears at once, with the rules of the server and the HTML that the
//! server made. Nothing that is chosen leaves the page. A clock is added for the briefings.
//!
//! It shows and hides, and writes three numbers, a heading and a clock; so it needs no renderer, and no state: the boxes hold what was
//! chosen, the part in view is the turn, the address is kept up to date for Back, reload and bookmarks.

mod clock;
mod page;

use std::rc::Rc;

use domain::simulation::play::name;
use domain::simulation::{Case, Turn};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, HtmlButtonElement, SubmitEvent};

use super::path;
use clock::Clock;

/// Begins to listen, where the page is the game.
pub fn start() {
    let (Some(window), Some(form), Some(case)) = (web_sys::window(), page::form(), page::case()) else { return };
    let game = Rc::new(Game { case, clock: Clock::find() });
    let on_turn = game.clone();
    listen(&form, "submit", move |event| on_turn.submit(&event));
    let on_choice = game.clone();
    listen(&form, "change", move |_| on_choice.remember());
    listen(&window, "popstate", move |_| game.back_or_forward());
}

struct Game {
    case: Case,
    clock: Option<Rc<Clock>>,
}

impl Game {
    fn submit(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<SubmitEvent>() else { return };
        let button = event.submitter().and_then(|button| button.dyn_into::<HtmlButtonElement>().ok());
        let Some(button) = button else { return };
        event.prevent_default();
        let turn = Turn::read(&self.case, &button.value());
        self.remember();
        if let (Some(window), Some(address)) = (web_sys::window(), self.address(turn)) {
            let _ = window.history().map(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&address)));
            self.show(turn);
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Writes what is chosen into the address of this turn.
    fn remember(&self) {
        if let (Some(window), Some(address)) = (web_sys::window(), self.address(page::turn(&self.case))) {
            let _ = window.history().map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
        }
    }

    /// A place on the page itself (the skip link) is a step in the history too, but no other turn.
    fn back_or_forward(&self) {
        let to = page::asked().into_iter().filter(|(known, _)| known == name::TO).map(|(_, value)| value).next_back();
        let turn = Turn::read(&self.case, &to.unwrap_or_default());
        if turn != page::turn(&self.case) {
            self.show(turn);
            self.remember();
        }
    }

    fn show(&self, turn: Turn) {
        page::show(&self.case, turn);
        if let Some(clock) = &self.clock {
            clock.next(turn);
        }
    }

    /// The address that a plain form would go to.
    fn address(&self, turn: Turn) -> Option<String> {
        Some([path::PLAY, "?", &page::query(turn.word(&self.case))?].concat())
    }
}

/// Listens as long as the page lives.
fn listen(target: &EventTarget, name: &str, act: impl FnMut(Event) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(act);
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}
