//! Narrowing the work list: a form that only asks (`GET`), and a link that takes each filter away again.

use domain::form::Form;
use domain::referral::Status;
use leptos::prelude::*;

use super::filters::{Assigned, Filters};
use crate::desk::icon::Icon;
use crate::desk::shortcut::Shortcut;
use crate::paths::{Desk, filter};
use crate::wizard::actions::{Rank, plain_button};

/// What the list can be narrowed to.
#[derive(Clone)]
pub struct Choices {
    /// The forms whose cases one may see.
    pub routes: Vec<&'static Form>,
    /// The municipalities of the house.
    pub municipalities: Vec<Choice>,
    /// The organisations that refer.
    pub organisations: Vec<Choice>,
}

/// Something to choose: what the address holds, and what people read.
#[derive(Clone)]
pub struct Choice {
    /// In the address.
    pub value: String,
    /// For people.
    pub label: String,
}

impl Choice {
    fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A filter with all that it can be set to.
struct Asked {
    name: &'static str,
    label: &'static str,
    /// What it says while it filters nothing.
    unset: &'static str,
    choices: Vec<Choice>,
}

/// The filters that are chosen from a list, in the order of the page.
fn asked(choices: &Choices) -> [Asked; 5] {
    let routes = choices.routes.iter().map(|form| Choice::new(form.slug, form.title)).collect();
    let statuses = Status::ALL.into_iter().filter(|status| !status.is_shielded());
    let statuses = statuses.map(|status| Choice::new(status.slug(), status.desk_text())).collect();
    let assigned = [Assigned::Mine, Assigned::Nobody].map(|whose| Choice::new(whose.slug(), whose.text())).to_vec();
    [
        Asked { name: filter::ROUTE, label: "Formulier", unset: "Alle", choices: routes },
        Asked { name: filter::STATUS, label: "Status", unset: "Open zaken", choices: statuses },
        Asked { name: filter::MUNICIPALITY, label: "Gemeente", unset: "Alle", choices: choices.municipalities.clone() },
        Asked {
            name: filter::ORGANISATION,
            label: "Organisatie",
            unset: "Alle",
            choices: choices.organisations.clone(),
        },
        Asked { name: filter::ASSIGNED, label: "Toegewezen aan", unset: Assigned::Anyone.text(), choices: assigned },
    ]
}

/// The form. Narrow it is folded away; where there is room it always stands open.
pub(super) fn choose_view(filters: &Filters, choices: &Choices) -> impl IntoView + use<> {
    let set = filters.pairs();
    let value =
        |name: &str| set.iter().find(|(set, _)| *set == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let selects = asked(choices).into_iter().map(|asked| {
        let chosen = value(asked.name);
        select_view(asked, &chosen)
    });
    let selects: Vec<_> = selects.collect();
    view! {
        <details class="zvh-desk-filters">
            <summary>"Filteren"</summary>
            <form class="zvh-desk-filters__fields" method="get" action=Desk::Queue.to_string() role="search" aria-label="Zaken filteren">
                {selects}
                <div>
                    <label class="utrecht-form-label" for="filter-referentie">"Referentie"</label>
                    <input
                        class="utrecht-textbox utrecht-textbox--html-input"
                        type="text"
                        id="filter-referentie"
                        name=filter::REFERENCE
                        data-key=Shortcut::Find.key()
                        value=value(filter::REFERENCE)
                        autocomplete="off"
                        spellcheck="false"
                    />
                </div>
                <div>{plain_button("Filteren", Rank::Secondary)}</div>
            </form>
        </details>
    }
}

fn select_view(asked: Asked, chosen: &str) -> impl IntoView + use<> {
    let id = format!("filter-{}", asked.name);
    let options = asked.choices.into_iter().map(|choice| {
        let selected = choice.value == chosen;
        view! { <option class="utrecht-select__option" value=choice.value selected=selected>{choice.label}</option> }
    });
    view! {
        <div>
            <label class="utrecht-form-label" for=id.clone()>{asked.label}</label>
            <select class="utrecht-select utrecht-select--html-select" id=id name=asked.name>
                <option class="utrecht-select__option" value="">{asked.unset}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// The filters that are set, each a link that takes it away and leaves the others.
pub(super) fn chosen_view(filters: &Filters, choices: &Choices) -> impl IntoView + use<> {
    let known = asked(choices);
    let told = |name: &str, value: &str| {
        let asked = known.iter().find(|asked| asked.name == name)?;
        let label = asked.choices.iter().find(|choice| choice.value == value).map(|choice| choice.label.as_str());
        Some(format!("{}: {}", asked.label, label.unwrap_or(value)))
    };
    let items = filters.pairs().into_iter().map(|(name, value)| {
        let text = told(name, &value).unwrap_or_else(|| format!("Referentie: {value}"));
        view! {
            <li>
                <a href=filters.without(name).address(1)>
                    <span class="zvh-visually-hidden">"Filter weghalen: "</span>
                    {text}
                    {Icon::Cross.view()}
                </a>
            </li>
        }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(|| view! { <nav aria-label="Gekozen filters"><ul class="zvh-desk-chosen">{items}</ul></nav> })
}
