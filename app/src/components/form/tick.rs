//! A statement to agree with: one checkbox.

use leptos::prelude::*;

use super::{Common, shape};

/// One checkbox; its answer is `ja`.
#[component]
pub fn Tick(
    /// What the part knows of its field.
    field: Common,
    /// Whether it is ticked.
    ticked: bool,
) -> impl IntoView {
    view! {
        <div class=field.class("utrecht-form-field--checkbox") data-field=field.name.clone()>
            {shape::error(&field)}
            <input type="hidden" name=field.name.clone() value="" />
            <div class="zvh-choice">
                <input
                    class="utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"
                    type="checkbox"
                    id=field.id()
                    name=field.name.clone()
                    value="ja"
                    checked=ticked
                    aria-describedby=field.described_by()
                    aria-invalid=field.invalid()
                />
                <label class="zvh-choice__label" for=field.id()>{field.label.clone()}{shape::optional_mark(&field)}</label>
            </div>
            {shape::hint(&field)}
            {shape::warning(&field)}
        </div>
    }
}
