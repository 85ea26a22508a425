//! The browser bundle of the wizard: Trunk builds this program, `boot.js` loads it on pages that hold an island.

// Without a use of the library the linker drops the island with it.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the islands of the page to life.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

fn main() {}
