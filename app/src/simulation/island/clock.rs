//! The clock of the briefings: runs when it is asked to, can be stopped and switched off, and takes nothing away when it is over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::simulation::{Countdown, Turn, countdown};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlProgressElement, Window};

use super::listen;
use super::page::{each, shown};
use crate::dom::document;
use crate::simulation::{attribute, id};

/// Milliseconds between two looks at the time.
const TICK: i32 = 250;
/// Seconds left at which it is said how many.
const WARNING: u64 = 30;

pub(super) struct Clock {
    window: Window,
    panel: Element,
    total: u64,
    countdown: RefCell<Countdown>,
    /// Seconds left when the page last said something of them.
    seen: Cell<u64>,
    off: Cell<bool>,
    on_turn: Cell<bool>,
}

impl Clock {
    /// Finds the clock of the page, shows it and listens to its buttons. It stands still until it is asked to run.
    pub(super) fn find() -> Option<Rc<Self>> {
        let (window, document) = (web_sys::window()?, document()?);
        let panel = document.get_element_by_id(id::CLOCK)?;
        let total = document.get_element_by_id(id::GAME)?.get_attribute(attribute::SECONDS)?.parse().ok()?;
        let in_debrief = document.get_element_by_id(id::TABLE)?.has_attribute("hidden");
        let clock = Rc::new(Self {
            window,
            panel: panel.clone(),
            total,
            countdown: RefCell::new(Countdown::new(total)),
            seen: Cell::new(total),
            off: Cell::new(false),
            on_turn: Cell::new(!in_debrief),
        });
        let pressed = clock.clone();
        listen(&panel, "click", move |event| {
            let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let button = at.and_then(|at| at.closest("button").ok()?);
            match button.and_then(|button| button.get_attribute(attribute::CLOCK)).as_deref() {
                Some("run") => pressed.start_or_stop(),
                Some("off") => pressed.switch(),
                _ => {}
            }
        });
        let ticking = clock.clone();
        let tick = Closure::<dyn FnMut()>::new(move || ticking.tick());
        let every =
            clock.window.set_interval_with_callback_and_timeout_and_arguments_0(tick.as_ref().unchecked_ref(), TICK);
        tick.forget();
        every.ok()?;
        clock.draw();
        Some(clock)
    }

    /// Another turn: the time begins anew, and runs if it ran.
    pub(super) fn next(&self, turn: Turn) {
        let ran = self.countdown.borrow().is_running();
        let mut anew = Countdown::new(self.total);
        if ran && turn != Turn::Debrief {
            anew.start(self.now());
        }
        self.countdown.replace(anew);
        self.seen.set(self.total);
        self.on_turn.set(turn != Turn::Debrief);
        say("");
        self.draw();
    }

    fn start_or_stop(&self) {
        let now = self.now();
        let mut countdown = self.countdown.borrow_mut();
        if countdown.is_running() {
            countdown.stop(now);
        } else {
            countdown.start(now);
        }
        drop(countdown);
        self.draw();
    }

    fn switch(&self) {
        self.off.set(!self.off.get());
        self.countdown.replace(Countdown::new(self.total));
        self.seen.set(self.total);
        say("");
        self.draw();
    }

    fn tick(&self) {
        if !self.countdown.borrow().is_running() {
            return;
        }
        let (before, left) = (self.seen.get(), self.countdown.borrow().seconds(self.now()));
        if left == before {
            return;
        }
        self.seen.set(left);
        if left == 0 {
            say("De tijd is om. Rond rustig af: u kunt gewoon verder.");
        } else if left <= WARNING && before > WARNING {
            say("Nog een halve minuut.");
        }
        self.draw();
    }

    fn draw(&self) {
        let (running, off) = (self.countdown.borrow().is_running(), self.off.get());
        let left = self.countdown.borrow().seconds(self.now());
        shown(&self.panel, self.on_turn.get());
        each(&self.panel, attribute::FACE, |part, _| shown(part, !off));
        each(&self.panel, attribute::CLOCK, |button, act| {
            let runs = act == "run";
            let pressed = if runs { running } else { off };
            shown(button, !(runs && off));
            each(button, attribute::BEFORE, |label, _| shown(label, !pressed));
            each(button, attribute::AFTER, |label, _| shown(label, pressed));
        });
        if let Some(document) = document() {
            if let Some(time) = document.get_element_by_id(id::TIME) {
                time.set_text_content(Some(&countdown::shown(left)));
            }
            let bar = document.get_element_by_id(id::BAR).and_then(|bar| bar.dyn_into::<HtmlProgressElement>().ok());
            if let Some(bar) = bar {
                // A briefing lasts minutes: far below the numbers that a float can't tell apart.
                bar.set_value(f64::from(u32::try_from(left).unwrap_or(u32::MAX)));
            }
        }
    }

    /// Milliseconds since the page was opened.
    fn now(&self) -> u64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a page is open for less than centuries"
        )]
        let now = self.window.performance().map_or(0.0, |clock| clock.now()) as u64;
        now
    }
}

fn say(words: &str) {
    if let Some(line) = document().and_then(|document| document.get_element_by_id(id::SAID)) {
        line.set_text_content(Some(words));
    }
}
