//! One-line and many-line text.

use leptos::prelude::*;

use super::{Common, shape};

/// A box of one line. `class` sets its width, `input_mode` the keyboard of a phone (`numeric`, `tel`, `email` or `text`).
#[component]
pub fn TextBox(
    /// What the part knows of its field.
    field: Common,
    /// As typed.
    value: String,
    /// Sets the width.
    class: &'static str,
    /// The keyboard of a phone.
    input_mode: &'static str,
) -> impl IntoView {
    let autocomplete = if field.autocomplete.is_empty() { "off" } else { field.autocomplete };
    let input_class = format!("utrecht-textbox utrecht-textbox--html-input {class}");
    view! {
        <div class=field.class("utrecht-form-field--text") data-field=field.name.clone()>
            <div class="utrecht-form-field__label">
                <label class="utrecht-form-label" for=field.id()>{field.label.clone()}{shape::optional_mark(&field)}</label>
            </div>
            {shape::hint(&field)}
            {shape::error(&field)}
            <div class="utrecht-form-field__input">
                <input
                    class=input_class
                    type="text"
                    id=field.id()
                    name=field.name.clone()
                    value=value
                    placeholder=" "
                    inputmode=input_mode
                    autocomplete=autocomplete
                    spellcheck="false"
                    aria-describedby=field.described_by()
                    aria-invalid=field.invalid()
                />
            </div>
            {shape::warning(&field)}
        </div>
    }
}

/// A box of several lines.
#[component]
pub fn TextArea(
    /// What the part knows of its field.
    field: Common,
    /// As typed.
    value: String,
) -> impl IntoView {
    view! {
        <div class=field.class("utrecht-form-field--textarea") data-field=field.name.clone()>
            <div class="utrecht-form-field__label">
                <label class="utrecht-form-label" for=field.id()>{field.label.clone()}{shape::optional_mark(&field)}</label>
            </div>
            {shape::hint(&field)}
            {shape::error(&field)}
            <div class="utrecht-form-field__input">
                <textarea
                    class="utrecht-textarea utrecht-textarea--html-textarea"
                    id=field.id()
                    name=field.name.clone()
                    rows="5"
                    placeholder=" "
                    aria-describedby=field.described_by()
                    aria-invalid=field.invalid()
                >
                    {as_content(&value)}
                </textarea>
            </div>
            {shape::warning(&field)}
        </div>
    }
}

/// Text as the content of a `<textarea>`. Leptos writes that content as it is, as it does that of a `<script>`, so markup is
/// disarmed here. The first line break goes twice: browsers leave one out (HTML, §13.1.2.5).
fn as_content(text: &str) -> String {
    let mut content = String::with_capacity(text.len() + 16);
    if text.starts_with(['\n', '\r']) {
        content.push('\n');
    }
    for character in text.chars() {
        match character {
            '&' => content.push_str("&amp;"),
            '<' => content.push_str("&lt;"),
            '>' => content.push_str("&gt;"),
            other => content.push(other),
        }
    }
    content
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn shown(value: &str) -> String {
        let field = Common { name: "reason.now".to_owned(), ..Common::default() };
        let value = value.to_owned();
        Owner::new().with(|| view! { <TextArea field=field value=value /> }.to_html())
    }

    #[test]
    fn markup_in_a_text_area_stays_text() {
        let html = shown("</textarea><script>alert(1)</script>&lt;b&gt; \"x\"");
        assert!(
            html.contains(">&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;b&amp;gt; \"x\"</textarea>"),
            "{html}"
        );
        assert_eq!((html.matches("<script").count(), html.matches("</textarea>").count()), (0, 1));
    }

    #[test]
    fn an_empty_text_area_is_empty_and_a_first_line_break_survives_the_browser() {
        assert!(shown("").contains("></textarea>"), "{}", shown(""));
        assert!(shown("\nb").contains(">\n\nb</textarea>"), "{}", shown("\nb"));
    }

    #[test]
    fn markup_in_a_text_box_stays_text() {
        let field = Common { name: "a".to_owned(), ..Common::default() };
        let value = "\"><img src=x onerror=alert(1)>".to_owned();
        let html =
            Owner::new().with(|| view! { <TextBox field=field value=value class="" input_mode="text" /> }.to_html());
        assert!(!html.contains("<img") && html.contains("&quot;&gt;"), "{html}");
    }
}
