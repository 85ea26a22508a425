//! What both islands ask of the page.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, UrlSearchParams};

/// The document. `None` outside a browser window.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Every element below `root` that fits.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// Moves the focus there.
pub(crate) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Names and values, in their order.
pub(crate) fn pairs(read: &UrlSearchParams) -> Vec<(String, String)> {
    let text = |pair: &JsValue, index: u32| Array::from(pair).get(index).as_string().unwrap_or_default();
    Array::from(read.as_ref()).iter().map(|pair| (text(&pair, 0), text(&pair, 1))).collect()
}
