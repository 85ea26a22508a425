//! The browser bundle of the simulation: Trunk builds this program, `boot.js` loads it on the page of the game.

use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the game to life. The name is what `boot.js` calls in every bundle.
#[wasm_bindgen]
pub fn hydrate() {
    app::simulation::island::start();
}

fn main() {}
