//! A date in three boxes: known dates are typed, not picked.

use leptos::prelude::*;

use super::{Common, shape};
use crate::paths::field_id;

/// Day, month and year. The browser fills in a birthday of the person at the keyboard (`bday`, WCAG 1.3.5) in its three parts.
#[component]
pub fn DateBoxes(
    /// What the part knows of its field.
    field: Common,
    /// As typed.
    day: String,
    /// As typed.
    month: String,
    /// As typed.
    year: String,
) -> impl IntoView {
    let one = |part: &'static str, label: &'static str, class: &'static str, value: String| {
        let name = format!("{}.{part}", field.name);
        // The summary links to the first box, so that one carries the id of the field.
        let id = if part == "day" { field.id() } else { field_id(&name) };
        let autocomplete = if field.autocomplete == "bday" { format!("bday-{part}") } else { "off".to_owned() };
        view! {
            <div class="zvh-date__part">
                <label class="utrecht-form-label zvh-date__label" for=id.clone()>{label}</label>
                <input
                    class=format!("utrecht-textbox utrecht-textbox--html-input {class}")
                    type="text"
                    id=id
                    name=name
                    value=value
                    inputmode="numeric"
                    autocomplete=autocomplete
                    aria-describedby=field.described_by()
                    aria-invalid=field.invalid()
                />
            </div>
        }
    };
    view! {
        <div class=field.class("utrecht-form-field--date") data-field=field.name.clone()>
            <fieldset class="zvh-fieldset" aria-describedby=field.described_by()>
                <legend class="zvh-legend">{field.label.clone()}{shape::optional_mark(&field)}</legend>
                {shape::hint(&field)}
                {shape::error(&field)}
                <div class="zvh-date">
                    {one("day", "Dag", "zvh-date__short", day)}
                    {one("month", "Maand", "zvh-date__short", month)}
                    {one("year", "Jaar", "zvh-date__year", year)}
                </div>
            </fieldset>
            {shape::warning(&field)}
        </div>
    }
}
