//! One question of a form on a page: its kind decides the part that shows it.

use domain::check::offers;
use domain::form::{Ask, Field, Kind, Need, Options, Width, date_boxes};
use leptos::prelude::*;

use super::changed::remark;
use super::frame::Filling;
use crate::components::form::{
    Answering, Checkboxes, Coached, Common, DateBoxes, Radios, Select, TextArea, TextBox, Tick,
};

/// More options than this become a select.
const MOST_RADIOS: usize = 8;

/// The field with what was typed, its error and its warning.
pub(crate) fn field_view(filling: &Filling, field: &'static Field, row: &str, said: Said) -> AnyView {
    let name = [row, field.name].concat();
    let answers = &filling.answers;
    let ask = Ask { answers, row, context: &filling.context };
    let typed = answers.get(&name).to_owned();
    let common = Common {
        coached: if matches!(field.kind, Kind::Nameless) { Coached::Yes } else { Coached::No },
        name: name.clone(),
        label: field.label.to_owned(),
        hint: hint(filling, field, &name),
        error: said.error,
        warning: said.warning,
        need: if field.need == Need::Optional { Answering::Free } else { Answering::Needed },
        autocomplete: field.autocomplete,
    };
    match field.kind {
        Kind::Text(width) => text(common, typed, width_class(width), "text"),
        Kind::LongText | Kind::Nameless => view! { <TextArea field=common value=typed /> }.into_any(),
        Kind::Email | Kind::WorkEmail => text(common, typed, "zvh-wide", "email"),
        Kind::OfficePhone | Kind::PersonPhone => text(common, typed, "zvh-medium", "tel"),
        Kind::Bsn => text(common, typed, "zvh-medium", "numeric"),
        Kind::HouseNumber | Kind::Count(_) => text(common, typed, "zvh-short", "numeric"),
        Kind::Postcode | Kind::Addition => text(common, typed, "zvh-short", "text"),
        Kind::BirthDate | Kind::Day(_) => {
            let [day, month, year] = date_boxes(answers, &name).map(str::to_owned);
            view! { <DateBoxes field=common day=day month=month year=year /> }.into_any()
        }
        Kind::One(options) => {
            let offers = offers(filling.form.steps, field, ask);
            let long = offers.len() > MOST_RADIOS || matches!(options, Options::Partners(_) | Options::PublicPartners);
            if long {
                view! { <Select field=common offers=offers chosen=typed /> }.into_any()
            } else {
                view! { <Radios field=common offers=offers chosen=typed /> }.into_any()
            }
        }
        Kind::Many(_) => {
            let offers = offers(filling.form.steps, field, ask);
            let ticked = answers.ticked(&name).map(str::to_owned).collect();
            view! { <Checkboxes field=common offers=offers ticked=ticked /> }.into_any()
        }
        Kind::Tick => view! { <Tick field=common ticked={typed == "ja"} /> }.into_any(),
    }
}

/// What helps to answer; first of all that the question is not the one that was answered before.
fn hint(filling: &Filling, field: &Field, name: &str) -> String {
    let parts = remark(filling, name).into_iter().chain([field.hint]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// What the check says of a field.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) error: Option<String>,
    pub(crate) warning: Option<String>,
}

fn text(field: Common, value: String, class: &'static str, input_mode: &'static str) -> AnyView {
    view! { <TextBox field=field value=value class=class input_mode=input_mode /> }.into_any()
}

fn width_class(width: Width) -> &'static str {
    match width {
        Width::Short => "zvh-short",
        Width::Medium => "zvh-medium",
        Width::Wide => "zvh-wide",
    }
}
