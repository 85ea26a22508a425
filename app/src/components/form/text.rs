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
                    {value}
                </textarea>
            </div>
            {shape::warning(&field)}
        </div>
    }
}
