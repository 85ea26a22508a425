//! The rules of a *Zorg- en Veiligheidshuis*: which questions a form asks, what a good answer is, when a term ends.
//!
//! Pure: no I/O, no clock, no framework. The same code judges in the browser (wasm32) and on the server.
//! Read `form` first (a form as data), then `check` (the one way from typed to accepted), then `forms` (the forms themselves).

pub mod answers;
pub mod calendar;
pub mod check;
pub mod context;
// People work at the desk on pages that the server makes.
#[cfg(not(target_arch = "wasm32"))]
pub mod desk;
pub mod fiction;
pub mod form;
pub mod forms;
// The browser's copy of the forms has no labels.
#[cfg(not(target_arch = "wasm32"))]
pub mod handover;
pub mod messages;
#[cfg(not(target_arch = "wasm32"))]
pub mod own;
pub mod promise;
pub mod referral;
pub mod regime;
pub mod retention;
pub mod rooms;
pub mod self_check;
pub mod simulation;
pub mod steps;
pub mod summary;
pub mod values;
