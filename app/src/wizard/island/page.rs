//! The page as the browser holds it: reading the form, showing what is wrong, laying a new page in place.

use domain::answers::Answers;
use domain::check::{Problem, coach};
use domain::context::Context;
use domain::form::Form;
use domain::forms;
use domain::messages;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, DomParser, FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, SupportedType,
    UrlSearchParams,
};

use super::super::carried::{self, attribute};
use super::{STATUS, Saving};
use crate::dom::{all, document, focus, pairs};
use crate::paths::{action, field_id, posted};

/// The wizard's form, where the page has one.
pub(super) fn form() -> Option<HtmlFormElement> {
    document()?.get_element_by_id("formulier")?.dyn_into().ok()
}

/// The path to which the form posts.
pub(super) fn action() -> Option<String> {
    form()?.get_attribute("action")
}

/// The form as a post: every field, and the button that was pressed.
pub(super) fn post_body(button: &str) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(&form()?).ok()?;
    data.append_with_str(posted::ACTION, button).ok()?;
    UrlSearchParams::new_with_str_sequence_sequence(data.as_ref()).ok()
}

/// The form as a save in the background. `None` where the page asks nothing, as the check page: there is nothing to keep.
pub(super) fn save_body() -> Option<UrlSearchParams> {
    const ASKED: &str = "input[name]:not([name^=_]),textarea[name],select[name]";
    form()?.query_selector(ASKED).ok()??;
    post_body(action::SAVE)
}

/// What the page knows: its form, all answers (those of this page as they are typed now), the day and the house.
pub(super) struct Known {
    pub(super) form: &'static Form,
    pub(super) answers: Answers,
    pub(super) context: Context,
}

/// Reads the page. `None` where it is no wizard page.
pub(super) fn read() -> Option<Known> {
    let wizard = document()?.get_element_by_id("wizard")?;
    let text = |name: &str| wizard.get_attribute(name).unwrap_or_default();
    let decoded = |name: &str| UrlSearchParams::new_with_str(&text(name)).map(|read| pairs(&read)).unwrap_or_default();
    let mut answers = Answers::from_pairs(decoded(attribute::ANSWERS));
    // The same pairs that the server would get.
    let typed = pairs(&post_body("")?).into_iter().filter(|(name, _)| !name.starts_with('_'));
    answers.overlay(&Answers::from_pairs(typed));
    Some(Known {
        form: forms::find(&text(attribute::FORM))?,
        answers,
        context: carried::context(
            &text(attribute::TODAY),
            decoded(attribute::PARTNERS),
            decoded(attribute::MUNICIPALITIES),
            decoded(attribute::NEIGHBOURS),
            decoded(attribute::ROOMS),
        )?,
    })
}

/// The slug of the page's form.
pub(super) fn slug() -> Option<String> {
    document()?.get_element_by_id("wizard")?.get_attribute(attribute::FORM)
}

/// Writes the new version of the draft into the form.
pub(super) fn set_version(version: &str) {
    let named = |form: HtmlFormElement| form.query_selector(&["[name=", posted::VERSION, "]"].concat()).ok().flatten();
    if let Some(input) = form().and_then(named).and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(version);
    }
}

/// Shows these problems, at their fields and in the summary, and hides all others. Gives how many found a place.
pub(super) fn show(known: &'static Form, problems: &[Problem]) -> Option<usize> {
    let document = document()?;
    let form = form()?;
    let mut lines = Vec::new();
    for place in all(&form, "[data-error]") {
        let name = place.get_attribute("data-error").unwrap_or_default();
        let text =
            problems.iter().find(|problem| problem.name == name).map(|problem| messages::problem(known, problem));
        place.set_text_content(text.as_deref());
        let _ = place.toggle_attribute_with_force("hidden", text.is_none());
        if let Ok(Some(field)) = place.closest("[data-field]") {
            let _ = field.class_list().toggle_with_force("utrecht-form-field--invalid", text.is_some());
            for control in all(&field, "input:not([type=radio]),textarea,select") {
                let _ = match text {
                    Some(_) => control.set_attribute("aria-invalid", "true"),
                    None => control.remove_attribute("aria-invalid"),
                };
            }
        }
        lines.extend(text.map(|text| (name, text)));
    }
    let summary = document.get_element_by_id("fouten")?;
    let list = summary.query_selector("ul").ok()??;
    list.set_text_content(None);
    for (name, text) in &lines {
        let link = document.create_element("a").ok()?;
        link.set_class_name("nl-link");
        link.set_attribute("href", &["#", &field_id(name)].concat()).ok()?;
        link.set_text_content(Some(text));
        let item = document.create_element("li").ok()?;
        item.append_child(&link).ok()?;
        list.append_child(&item).ok()?;
    }
    let _ = summary.toggle_attribute_with_force("hidden", lines.is_empty());
    let title = document.title();
    let plain = title.strip_prefix(WRONG).unwrap_or(&title);
    if lines.is_empty() {
        document.set_title(plain);
    } else {
        document.set_title(&[WRONG, plain].concat());
        focus(&summary);
    }
    Some(lines.len())
}

/// Begins the title of a page with errors; the server writes the same.
const WRONG: &str = "Fout: ";

/// Writes the line under the wizard.
pub(super) fn say(saving: Saving) {
    if let Some(line) = document().and_then(|document| document.get_element_by_id(STATUS)) {
        line.set_class_name(saving.class());
        line.set_text_content(Some(saving.text()));
    }
}

/// Points at what looks like personal data in a text where none belong, while someone types. Nothing leaves the page for it.
pub(super) fn coach(event: &web_sys::Event) {
    let Some(text) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let place =
        text.closest("[data-field]").ok().flatten().and_then(|field| field.query_selector("[data-coach]").ok()?);
    let Some(place) = place else { return };
    let mut said = String::new();
    for warning in coach::seen(&text.value()) {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(messages::in_text(warning));
    }
    if place.text_content().as_deref() != Some(&said) {
        place.set_text_content(Some(&said));
        let _ = place.toggle_attribute_with_force("hidden", said.is_empty());
    }
}

/// Whether an answer is awaited.
#[derive(Clone, Copy)]
pub(super) enum Busy {
    Yes,
    No,
}

/// Tells assistive technology that an answer is awaited; the form keeps its words and its buttons.
pub(super) fn mark(busy: Busy) {
    if let Some(form) = form() {
        let _ = match busy {
            Busy::Yes => form.set_attribute("aria-busy", "true"),
            Busy::No => form.remove_attribute("aria-busy"),
        };
    }
}

/// A page that was fetched.
pub(super) struct Fetched(Document);

impl Fetched {
    /// Reads HTML. `None` where the browser can't.
    pub(super) fn read(html: &str) -> Option<Self> {
        DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok().map(Self)
    }

    /// Whether it is a page of the wizard.
    pub(super) fn is_wizard(&self) -> bool {
        self.0.get_element_by_id("wizard").is_some()
    }

    /// The version of the draft it was made from.
    pub(super) fn version(&self) -> Option<String> {
        let input = self.0.query_selector(&["#formulier [name=", posted::VERSION, "]"].concat()).ok()??;
        input.get_attribute("value")
    }

    /// Lays its wizard in the place of ours; moves the title.
    pub(super) fn lay(&self) -> Option<()> {
        let ours = document()?;
        let place = ours.get_element_by_id("wizard")?;
        let theirs = self.0.get_element_by_id("wizard")?;
        let copy = ours.import_node_with_deep(&theirs, true).ok()?;
        place.parent_node()?.replace_child(&copy, &place).ok()?;
        ours.set_title(&self.0.title());
        Some(())
    }
}

/// Puts the focus where a reader should go on: the named place, the errors, else the heading.
pub(super) fn focus_start(hash: &str) {
    let Some(document) = document() else { return };
    let wanted = document.get_element_by_id(hash.trim_start_matches('#'));
    let errors = || document.get_element_by_id("fouten").filter(|errors| !errors.has_attribute("hidden"));
    let heading = || document.get_element_by_id("kop");
    if let Some(start) = wanted.or_else(errors).or_else(heading) {
        if hash.is_empty()
            && let Some(window) = web_sys::window()
        {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        focus(&start);
    }
}
