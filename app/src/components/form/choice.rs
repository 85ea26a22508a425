//! Choices: radio buttons, a select, checkboxes.

use domain::check::Offer;
use leptos::prelude::*;

use super::{Common, shape};
use crate::paths::field_id;

/// One of a few, all in view.
#[component]
pub fn Radios(
    /// What the part knows of its field.
    field: Common,
    /// What can be chosen.
    offers: Vec<Offer>,
    /// What was chosen, may be empty.
    chosen: String,
) -> impl IntoView {
    let name = field.name.clone();
    let rows = offers.into_iter().enumerate().map(|(index, offer)| {
        let checked = offer.value == chosen;
        row(&name, index, offer, Mark::Radio, checked)
    });
    frame(&field, "utrecht-form-field--radio", rows.collect_view())
}

/// Any number of several. The empty companion tells the server that the question was on the page, also when nothing is ticked.
#[component]
pub fn Checkboxes(
    /// What the part knows of its field.
    field: Common,
    /// What can be ticked.
    offers: Vec<Offer>,
    /// What was ticked.
    ticked: Vec<String>,
) -> impl IntoView {
    let name = field.name.clone();
    let rows = offers.into_iter().enumerate().map(|(index, offer)| {
        let checked = ticked.contains(&offer.value);
        row(&name, index, offer, Mark::Checkbox, checked)
    });
    let rows = view! {
        <input type="hidden" name=name.clone() value="" />
        {rows.collect_view()}
    };
    frame(&field, "utrecht-form-field--checkbox", rows)
}

/// One of many.
#[component]
pub fn Select(
    /// What the part knows of its field.
    field: Common,
    /// What can be chosen.
    offers: Vec<Offer>,
    /// What was chosen, may be empty.
    chosen: String,
) -> impl IntoView {
    let autocomplete = if field.autocomplete.is_empty() { "off" } else { field.autocomplete };
    let options = offers.into_iter().map(|offer| {
        let selected = offer.value == chosen;
        view! { <option class="utrecht-select__option" value=offer.value selected=selected>{offer.label}</option> }
    });
    view! {
        <div class=field.class("utrecht-form-field--select") data-field=field.name.clone()>
            <div class="utrecht-form-field__label">
                <label class="utrecht-form-label" for=field.id()>{field.label.clone()}{shape::optional_mark(&field)}</label>
            </div>
            {shape::hint(&field)}
            {shape::error(&field)}
            <div class="utrecht-form-field__input">
                <select
                    class="utrecht-select utrecht-select--html-select"
                    id=field.id()
                    name=field.name.clone()
                    autocomplete=autocomplete
                    aria-describedby=field.described_by()
                    aria-invalid=field.invalid()
                >
                    <option class="utrecht-select__option" value="">"Kies …"</option>
                    {options.collect_view()}
                </select>
            </div>
            {shape::warning(&field)}
        </div>
    }
}

#[derive(Clone, Copy)]
enum Mark {
    Radio,
    Checkbox,
}

fn frame<V: IntoView>(field: &Common, kind: &str, rows: V) -> impl IntoView + use<V> {
    view! {
        <div class=field.class(kind) data-field=field.name.clone()>
            <fieldset class="zvh-fieldset" aria-describedby=field.described_by()>
                <legend class="zvh-legend">{field.label.clone()}{shape::optional_mark(field)}</legend>
                {shape::hint(field)}
                {shape::error(field)}
                <div class="zvh-choices">{rows}</div>
            </fieldset>
            {shape::warning(field)}
        </div>
    }
}

fn row(name: &str, index: usize, offer: Offer, mark: Mark, checked: bool) -> impl IntoView + use<> {
    let id = if index == 0 { field_id(name) } else { format!("{}-{}", field_id(name), index + 1) };
    let hint_id = (!offer.hint.is_empty()).then(|| format!("{id}-choice-hint"));
    let (kind, class) = match mark {
        Mark::Radio => ("radio", "utrecht-radio-button utrecht-radio-button--html-input"),
        Mark::Checkbox => ("checkbox", "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"),
    };
    let hint = hint_id.clone().map(|id| view! { <span class="zvh-choice__hint" id=id>{offer.hint}</span> });
    view! {
        <div class="zvh-choice">
            <input class=class type=kind id=id.clone() name=name.to_owned() value=offer.value checked=checked aria-describedby=hint_id />
            <label class="zvh-choice__label" for=id>{offer.label}</label>
            {hint}
        </div>
    }
}
