//! The options of a choice, for these answers and this house.

use std::borrow::Cow;

use super::heading_of;
use crate::form::{Ask, Choice, Field, Kind, Options, Step};

/// An option as it is offered.
#[derive(Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is stored.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// A line under the label; may be empty.
    pub hint: &'static str,
}

/// The same before anyone keeps it: most are looked through for one value.
pub(super) struct Offered<'a> {
    pub(super) value: Cow<'a, str>,
    label: Cow<'a, str>,
    hint: &'static str,
}

impl From<&'static Choice> for Offered<'_> {
    fn from(choice: &'static Choice) -> Self {
        Self { value: Cow::Borrowed(choice.value), label: Cow::Borrowed(choice.label), hint: choice.hint }
    }
}

/// What the field offers; empty for a field that is no choice.
pub fn offers(form: &[Step], field: &Field, ask: Ask<'_>) -> Vec<Offer> {
    let kept = |offered: Offered<'_>| Offer {
        value: offered.value.into_owned(),
        label: offered.label.into_owned(),
        hint: offered.hint,
    };
    offered(form, field, ask).into_iter().map(kept).collect()
}

/// The same, borrowed from form and house as far as it goes.
pub(super) fn offered<'a>(form: &[Step], field: &Field, ask: Ask<'a>) -> Vec<Offered<'a>> {
    let Some(options) = field.kind.options() else { return Vec::new() };
    let offer = |value: &'a str, label: &'a str| Offered { value: value.into(), label: label.into(), hint: "" };
    match options {
        Options::Fixed(choices) => choices.iter().map(Offered::from).collect(),
        Options::Partners(rest) => {
            let partners = ask.context.partners.iter().map(|partner| offer(&partner.id, &partner.name));
            partners.chain(rest.iter().map(Offered::from)).collect()
        }
        Options::PublicPartners => {
            let public = ask.context.partners.iter().filter(|partner| partner.kind.is_joint_controller());
            public.map(|partner| offer(&partner.id, &partner.name)).collect()
        }
        Options::Municipalities(rest) => {
            let own = ask.context.municipalities.iter().map(|place| offer(&place.code, &place.name));
            own.chain(rest.iter().map(Offered::from)).collect()
        }
        Options::Areas(rest) => {
            let own = ask.context.municipalities.iter().map(|place| offer(&place.code, &place.name));
            let beside = ask.context.neighbours.iter().map(|area| offer(&area.id, &area.label));
            own.chain(beside).chain(rest.iter().map(Offered::from)).collect()
        }
        Options::Rooms => ask.context.rooms.iter().map(|room| offer(&room.id, &room.label)).collect(),
        Options::Rows(name, before, after) => {
            let group = form.iter().flat_map(Step::groups).find(|group| group.name == *name);
            let rows = group.into_iter().flat_map(|group| {
                ask.answers.rows(group.name).into_iter().enumerate().map(move |(index, key)| {
                    let heading = heading_of(form, group, &key.prefix(group.name), ask.answers, ask.context);
                    let label = if heading.is_empty() { format!("{} {}", group.one, index + 1) } else { heading };
                    Offered { value: key.to_string().into(), label: label.into(), hint: "" }
                })
            });
            before.iter().map(Offered::from).chain(rows).chain(after.iter().map(Offered::from)).collect()
        }
    }
}

impl Kind {
    /// Where the options come from, for a choice.
    pub fn options(&self) -> Option<&Options> {
        match self {
            Self::One(options) | Self::Many(options) => Some(options),
            _ => None,
        }
    }
}

/// The label of a chosen value; any other text as it was typed.
pub fn shown(steps: &[Step], field: &Field, typed: &str, ask: Ask<'_>) -> String {
    let offer = offered(steps, field, ask).into_iter().find(|offer| offer.value == typed);
    offer.map_or_else(|| typed.to_owned(), |offer| offer.label.into_owned())
}
