//! What the trail is narrowed to: read from the query of its address and written back to it.

use std::fmt;

use chrono::NaiveDate;
use domain::values::Day;

use super::actions::{self, Group};
use crate::paths::Desk;

/// The first day.
pub const FROM: &str = "vanaf";
/// The last day.
pub const UNTIL: &str = "tot";
/// Who.
pub const WHO: &str = "wie";
/// What.
pub const WHAT: &str = "wat";
/// To which case.
pub const REFERENCE: &str = "referentie";
/// Only entries before this number.
pub const BEFORE: &str = "voor";

/// The longest text of a filter that is read.
const LONGEST: usize = 60;

/// The filters of the trail; what does not read is no filter.
#[derive(Clone, Default)]
pub struct Filters {
    /// Only from this day on.
    pub from: Option<NaiveDate>,
    /// Only up to and including this day.
    pub until: Option<NaiveDate>,
    /// Only what they did.
    pub who: Option<Who>,
    /// Only this.
    pub what: Option<What>,
    /// Only about the case with this reference.
    pub reference: Option<String>,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A visitor of the site.
    Visitor,
    /// The program.
    System,
    /// Someone at the command line.
    Operator,
    /// A member, by number.
    Member(String),
}

impl Who {
    /// In the list of choices; a member goes by name.
    pub const fn text(&self) -> &'static str {
        match self {
            Self::Visitor => "Bezoekers van de site",
            Self::System => "Het programma",
            Self::Operator => "Beheerder aan de opdrachtregel",
            Self::Member(_) => "",
        }
    }

    fn from_slug(slug: &str) -> Self {
        let fixed = [Self::Visitor, Self::System, Self::Operator];
        fixed.into_iter().find(|who| who.to_string() == slug).unwrap_or_else(|| Self::Member(slug.to_owned()))
    }
}

/// As it stands in the address.
impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Visitor => "bezoeker",
            Self::System => "programma",
            Self::Operator => "opdrachtregel",
            Self::Member(id) => id,
        })
    }
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// One of a kind.
    Group(Group),
    /// This action, as the store names it.
    Action(String),
}

impl What {
    /// As it stands in the address.
    pub fn slug(&self) -> String {
        match self {
            Self::Group(group) => group.slug().to_owned(),
            Self::Action(action) => action.clone(),
        }
    }

    /// The actions, as the store names them.
    pub fn actions(&self) -> Vec<String> {
        match self {
            Self::Group(group) => actions::of(*group),
            Self::Action(action) => vec![action.clone()],
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        let group = Group::ALL.into_iter().find(|group| group.slug() == slug).map(Self::Group);
        group.or_else(|| actions::is_known(slug).then(|| Self::Action(slug.to_owned())))
    }
}

impl Filters {
    /// Reads the pairs of a query; the last of a name counts.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut filters = Self::default();
        for (name, value) in pairs {
            let value = value.trim();
            let is_text = !value.is_empty() && value.len() <= LONGEST && !value.chars().any(char::is_control);
            let text = is_text.then_some(value);
            match name {
                FROM => filters.from = day(value),
                UNTIL => filters.until = day(value),
                WHO => filters.who = text.map(Who::from_slug),
                WHAT => filters.what = text.and_then(What::from_slug),
                REFERENCE => filters.reference = text.map(str::to_uppercase),
                _ => {}
            }
        }
        filters
    }

    /// The address of the entries with these filters, before this number.
    pub fn address(&self, before: Option<i64>) -> String {
        let before = before.map(|seq| (BEFORE, seq.to_string()));
        leading(Desk::Trail, self.pairs().into_iter().chain(before))
    }

    /// The address of all of them as a table.
    pub fn export_address(&self) -> String {
        leading(Desk::TrailExport, self.pairs())
    }

    /// The filters that are set, by their names in the address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let all = [
            (FROM, self.from.map(|day| day.to_string())),
            (UNTIL, self.until.map(|day| day.to_string())),
            (WHO, self.who.as_ref().map(ToString::to_string)),
            (WHAT, self.what.as_ref().map(What::slug)),
            (REFERENCE, self.reference.clone()),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    Day::parse(text).ok().map(Day::date)
}

fn leading(to: Desk<'_>, pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    if query.is_empty() { to.to_string() } else { format!("{to}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_says_is_written_back_the_same() {
        for query in [
            "",
            "vanaf=2026-11-01&tot=2026-11-22&wie=programma&wat=gezien&referentie=WM-26-7K4P-Q",
            "wie=m0707070707070707&wat=session.begun",
        ] {
            let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
            let filters = Filters::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            let wanted = if query.is_empty() { "/balie/logboek".to_owned() } else { format!("/balie/logboek?{query}") };
            assert_eq!(filters.address(None), wanted);
        }
    }

    #[test]
    fn what_does_not_read_is_no_filter() {
        let long = "x".repeat(61);
        let pairs = [(FROM, "morgen"), (UNTIL, ""), (WHAT, "slapen"), (REFERENCE, &long), ("_", "1")];
        assert!(Filters::from_pairs(pairs).pairs().is_empty());
    }
}
