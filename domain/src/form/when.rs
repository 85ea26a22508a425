//! Conditions on answers: which fields, steps and notices apply.

use super::date_boxes;
use crate::answers::Answers;
use crate::check::row_name;
use crate::context::{Context, ParticipantKind};
use crate::values::PartialDate;

/// A condition on answers. A name that begins with a dot is of the same row of a group: `.relation`.
///
/// A condition may only look at answers that stand earlier in the form (a test of each form holds it to that), so one walk
/// in reading order decides everything.
#[derive(Clone, Copy)]
pub enum When {
    /// Holds always.
    Always,
    /// The answer, or one of the ticks, is one of these values.
    Is(&'static str, &'static [&'static str]),
    /// Something was typed or chosen here.
    Filled(&'static str),
    /// The birth date here leaves open that the person is under 18. Partly unknown dates count as open.
    MaybeMinor(&'static str),
    /// The organisation chosen here may not refer by itself: an incidental participant (WGS art. 2.31 lid 1 and 9).
    MayNotRefer(&'static str),
    /// The group has at least one row.
    HasRows(&'static str),
    /// Exactly this many values are ticked.
    Ticks(&'static str, usize),
    /// All of these hold.
    All(&'static [When]),
    /// At least one of these holds.
    Any(&'static [When]),
    /// This does not hold.
    Not(&'static When),
}

/// What a condition is asked of: the answers that apply so far, the row in hand, the house.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// Answers that apply.
    pub answers: &'a Answers,
    /// `household.k2.` inside a row, `""` outside.
    pub row: &'a str,
    /// The day and the house.
    pub context: &'a Context,
}

impl When {
    /// Whether the condition holds.
    pub fn holds(&self, ask: Ask<'_>) -> bool {
        match self {
            Self::Always => true,
            Self::Is(name, values) => {
                ask.answers.ticked(&row_name(ask.row, name)).any(|ticked| values.contains(&ticked))
            }
            Self::Filled(name) => !ask.answers.get(&row_name(ask.row, name)).trim().is_empty(),
            Self::MaybeMinor(name) => {
                let [day, month, year] = date_boxes(ask.answers, &row_name(ask.row, name));
                PartialDate::parse_boxes(day, month, year).is_ok_and(|born| born.may_be_minor_on(ask.context.today))
            }
            Self::MayNotRefer(name) => {
                let id = row_name(ask.row, name);
                let chosen = ask.answers.get(&id);
                ask.context
                    .partners
                    .iter()
                    .any(|partner| partner.id == chosen && partner.kind == ParticipantKind::Incidenteel)
            }
            Self::HasRows(group) => !ask.answers.rows(group).is_empty(),
            Self::Ticks(name, count) => ask.answers.ticked(&row_name(ask.row, name)).count() == *count,
            Self::All(all) => all.iter().all(|when| when.holds(ask)),
            Self::Any(any) => any.iter().any(|when| when.holds(ask)),
            Self::Not(when) => !when.holds(ask),
        }
    }

    /// Calls `visit` with each name the condition looks at.
    pub fn names(&self, visit: &mut dyn FnMut(&'static str)) {
        match self {
            Self::Always => {}
            Self::Is(name, _)
            | Self::Filled(name)
            | Self::MaybeMinor(name)
            | Self::MayNotRefer(name)
            | Self::HasRows(name)
            | Self::Ticks(name, _) => visit(name),
            Self::All(list) | Self::Any(list) => list.iter().for_each(|when| when.names(visit)),
            Self::Not(when) => when.names(visit),
        }
    }
}
