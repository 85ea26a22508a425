//! A text of which parts hold for a while only: a fact that ends goes by itself.

use chrono::NaiveDate;

/// A text, part by part, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages(Vec<Passage>);

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// When it holds.
    pub holds: Holds,
    /// Its words, as HTML made from Markdown by us.
    pub html: String,
    /// The same words alone, for the search.
    pub plain: String,
}

/// The days on which a passage holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Every day.
    Always,
    /// Up to and including this day.
    Until(NaiveDate),
    /// From this day on.
    From(NaiveDate),
}

impl Passages {
    /// A text from its parts.
    pub const fn new(parts: Vec<Passage>) -> Self {
        Self(parts)
    }

    /// A text that always holds.
    pub fn always(html: impl Into<String>) -> Self {
        Self(vec![Passage { holds: Holds::Always, html: html.into(), plain: String::new() }])
    }

    /// The parts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Passage> {
        self.0.iter()
    }

    /// The text as it reads on a day, as HTML.
    pub fn on(&self, day: NaiveDate) -> String {
        self.0.iter().filter(|passage| passage.holds.on(day)).map(|passage| passage.html.as_str()).collect()
    }

    /// The words of the text as it reads on a day, without marks, a paragraph a line.
    pub fn plain_on(&self, day: NaiveDate) -> String {
        let parts = self.0.iter().filter(|passage| passage.holds.on(day)).map(|passage| passage.plain.as_str());
        parts.collect::<Vec<_>>().join("\n")
    }
}

impl Holds {
    /// Does it hold on this day?
    pub fn on(self, day: NaiveDate) -> bool {
        match self {
            Self::Always => true,
            Self::Until(last) => day <= last,
            Self::From(first) => day >= first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_that_ends_gives_way_to_the_next_on_the_day_itself() {
        let day = |day| NaiveDate::from_ymd_opt(2027, 3, day).unwrap();
        let part = |holds, html: &str| Passage { holds, html: html.into(), plain: html.to_uppercase() };
        let text = Passages::new(vec![
            part(Holds::Always, "a"),
            part(Holds::Until(day(1)), "b"),
            part(Holds::From(day(2)), "c"),
        ]);
        assert_eq!((text.on(day(1)), text.on(day(2))), ("ab".to_owned(), "ac".to_owned()));
        assert_eq!(text.plain_on(day(2)), "A\nC");
    }
}
