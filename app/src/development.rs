//! What pages carry while someone writes their words (`zvh serve --watch`), and never else.

use leptos::prelude::*;

use crate::components::{Alert, AlertKind};
use crate::document::part;

/// Tells open pages that what they are made of changed, as server-sent events.
pub const CHANGES: &str = "/_ontwikkeling";
/// The script that listens to it.
pub const SCRIPT: &str = "/_ontwikkeling.js";

/// How the faults look.
pub const SHEET: &str = "/_ontwikkeling.css";

/// What the head of a page gets.
pub fn head() -> String {
    format!("<link rel=\"stylesheet\" href=\"{SHEET}\"><script src=\"{SCRIPT}\" defer></script>")
}

/// What is wrong with the words on disk, a line each, above a page made from the last good ones.
pub fn banner(faults: &[String]) -> String {
    part(|| {
        let lines = faults.iter().map(|fault| view! { <li>{fault.clone()}</li> }).collect_view();
        view! {
            <div id="fouten-in-de-inhoud">
                <Alert kind=AlertKind::Warning>
                    <p class="nl-paragraph">
                        "Uw laatste wijziging is nog niet te zien. Op deze pagina staat de vorige versie. Los eerst dit op:"
                    </p>
                    <ul>{lines}</ul>
                </Alert>
            </div>
        }
    })
}
