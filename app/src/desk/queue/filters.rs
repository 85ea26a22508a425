//! What the work list is narrowed to: read from the query of its address and written back to it, so that a filter can be kept as
//! a bookmark and each one leaves the others as they are.

use domain::form::Form;
use domain::forms;
use domain::referral::Status;

use crate::paths::{Desk, filter};

/// The filters of the work list; what does not read is no filter.
#[derive(Clone, Default)]
pub struct Filters {
    /// Only what came in by this form.
    pub route: Option<&'static Form>,
    /// Only what stands so.
    pub status: Option<Status>,
    /// Only from the municipality with this code.
    pub municipality: Option<String>,
    /// Only from the organisation with this id.
    pub organisation: Option<String>,
    /// Whose work.
    pub assigned: Assigned,
    /// Only references that hold this text, in capitals.
    pub reference: Option<String>,
}

/// Whose work a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Assigned {
    /// Everyone's.
    #[default]
    Anyone,
    /// That of who looks.
    Mine,
    /// What nobody handles yet.
    Nobody,
}

impl Assigned {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Anyone, Self::Mine, Self::Nobody];

    /// Its word in the address; empty where it filters nothing.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Anyone => "",
            Self::Mine => filter::MINE,
            Self::Nobody => filter::NOBODY,
        }
    }

    /// In the list of choices.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Anyone => "Iedereen",
            Self::Mine => "Mij",
            Self::Nobody => "Niemand",
        }
    }

    fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|assigned| assigned.slug() == slug).unwrap_or_default()
    }
}

/// The longest text of a filter that is read.
const LONGEST: usize = 60;

impl Filters {
    /// Reads the pairs of a query; the last of a name counts.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut filters = Self::default();
        for (name, value) in pairs {
            let value = value.trim();
            let text = (!value.is_empty() && value.len() <= LONGEST).then(|| value.to_owned());
            match name {
                filter::ROUTE => filters.route = forms::find(value),
                filter::STATUS => filters.status = Status::from_slug(value),
                filter::MUNICIPALITY => filters.municipality = text,
                filter::ORGANISATION => filters.organisation = text,
                filter::ASSIGNED => filters.assigned = Assigned::from_slug(value),
                filter::REFERENCE => filters.reference = text.map(|text| text.to_uppercase()),
                _ => {}
            }
        }
        filters
    }

    /// The address of a page of the list with these filters; pages count from 1.
    pub fn address(&self, page: usize) -> String {
        let pairs = self.pairs();
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &pairs {
            query.append_pair(name, value);
        }
        if page > 1 {
            query.append_pair(filter::PAGE, &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { Desk::Queue.to_string() } else { format!("{}?{query}", Desk::Queue) }
    }

    /// The same without the filter of this name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let pairs = self.pairs();
        Self::from_pairs(pairs.iter().filter(|(kept, _)| *kept != name).map(|(name, value)| (*name, value.as_str())))
    }

    /// The filters that are set, by their names in the address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let assigned = (self.assigned != Assigned::Anyone).then(|| self.assigned.slug().to_owned());
        let all = [
            (filter::ROUTE, self.route.map(|form| form.slug.to_owned())),
            (filter::STATUS, self.status.map(|status| status.slug().to_owned())),
            (filter::MUNICIPALITY, self.municipality.clone()),
            (filter::ORGANISATION, self.organisation.clone()),
            (filter::ASSIGNED, assigned),
            (filter::REFERENCE, self.reference.clone()),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// Which page of the list a query asks for: from 1, and 1 where it says nothing that reads.
pub fn page_of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> usize {
    let asked = pairs.into_iter().filter(|(name, _)| *name == filter::PAGE);
    asked.filter_map(|(_, value)| value.parse().ok()).last().unwrap_or(1).max(1)
}
