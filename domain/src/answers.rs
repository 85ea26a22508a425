//! What the person typed: flat names → text, exactly as it was entered.
//!
//! `person.birth_date.day` → `7`, `household.k2.last_name` → `'t Hooft`. Making `Answers` never fails and keeps nonsense
//! as typed: judging is the work of `check`. Several ticks under one name are held as lines of one text.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Typed answers by name. An empty text and an absent name are the same thing.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    /// Reads decoded form data. A name that occurs more often gives one text with a line for each non-empty value. A posted
    /// form ends its lines with CR LF, a page with LF: both become LF, so that one answer is one text however it came.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut posted = Self::default();
        for (name, value) in pairs {
            let text = posted.0.entry(name).or_default();
            if !text.is_empty() && !value.is_empty() {
                text.push('\n');
            }
            text.push_str(&value.replace("\r\n", "\n").replace('\r', "\n"));
        }
        posted
    }

    /// The text under this name, `""` where nothing was typed.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The ticked values under this name.
    pub fn ticked(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).lines().filter(|line| !line.is_empty())
    }

    /// Writes one answer; an empty text takes the name away.
    pub fn set(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), text.to_owned());
        }
    }

    /// Lays newer answers over these: every name that occurs in `newer` is overwritten, also by an empty text.
    pub fn overlay(&mut self, newer: &Self) {
        for (name, text) in &newer.0 {
            self.set(name, text);
        }
    }

    /// All names with their texts, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The answers whose names begin with this, by their full names.
    #[must_use]
    pub fn of(&self, prefix: &str) -> Self {
        let mut own = Self::default();
        // One by one: to collect a map takes std's sort, 2 kB in the browser.
        for (name, text) in self.iter().filter(|(name, _)| name.starts_with(prefix)) {
            own.set(name, text);
        }
        own
    }

    /// Whether nothing was typed at all.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }

    /// The keys of the rows of a repeated group, in the order in which they were added.
    pub fn rows(&self, group: &str) -> Vec<RowKey> {
        let mut rows = Vec::new();
        for (name, text) in &self.0 {
            let row = name.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')).and_then(RowKey::leading);
            if let Some(row) = row
                && !text.is_empty()
                && let Err(place) = rows.binary_search(&row)
            {
                rows.insert(place, row);
            }
        }
        rows
    }

    /// A key that no row of this group has, later than all of them.
    pub fn next_row(&self, group: &str) -> RowKey {
        RowKey(self.rows(group).last().map_or(1, |last| last.0.saturating_add(1)))
    }

    /// Makes a row exist before anything is typed in it, so that it can be judged. The mark belongs to no question.
    pub fn open_row(&mut self, group: &str, row: RowKey) {
        self.set(&[&row.prefix(group), "_open"].concat(), "ja");
    }

    /// Takes a whole row away.
    pub fn remove_row(&mut self, group: &str, row: RowKey) {
        let prefix = row.prefix(group);
        self.0.retain(|name, _| !name.starts_with(&prefix));
    }
}

/// Prints how many answers there are, never one of them.
impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answers({})", self.0.len())
    }
}

/// The stable key of a row (`k1`, `k2`, …). Removing a row moves no other, unlike an index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey(u16);

impl RowKey {
    /// Reads `k7`; anything else is no key.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('k')?;
        let number = digits.parse().ok()?;
        (number > 0 && !digits.starts_with(['0', '+'])).then_some(Self(number))
    }

    /// Reads the key at the start of `k7.last_name`.
    fn leading(rest: &str) -> Option<Self> {
        Self::parse(rest.split_once('.')?.0)
    }

    /// `household.k7.`: what the names of this row begin with.
    pub fn prefix(self, group: &str) -> String {
        let mut prefix = String::from(group);
        prefix.push_str(".k");
        prefix.push_str(&self.0.to_string());
        prefix.push('.');
        prefix
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "k{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        Answers::from_pairs(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
    }

    #[test]
    fn ticks_under_one_name_become_lines() {
        let typed = answers(&[("why.domains", ""), ("why.domains", "wonen"), ("why.domains", "schulden")]);
        assert_eq!(typed.ticked("why.domains").collect::<Vec<_>>(), ["wonen", "schulden"]);
    }

    #[test]
    fn lines_end_alike_however_they_were_posted() {
        assert_eq!(answers(&[("x", "a\r\nb\rc\nd")]).get("x"), "a\nb\nc\nd");
    }

    #[test]
    fn a_tick_taken_away_is_taken_away_by_its_empty_companion() {
        let mut draft = answers(&[("why.domains", "wonen")]);
        draft.overlay(&answers(&[("why.domains", "")]));
        assert!(draft.is_empty());
    }

    #[test]
    fn the_answers_of_a_section_or_row_are_those_that_begin_with_its_name() {
        let all =
            answers(&[("a.x", "1"), ("b.k1.x", "2"), ("b.k10.x", "3"), ("b.k1.y", "4"), ("bb.x", "5"), ("c", "6")]);
        let of = |prefix: &str| all.of(prefix).iter().map(|(_, text)| text.to_owned()).collect::<String>();
        for (prefix, texts) in [("", "123456"), ("b.", "234"), ("b.k1.", "24"), ("d.", "")] {
            let mut sorted: Vec<char> = of(prefix).chars().collect();
            sorted.sort_unstable();
            assert_eq!(sorted.into_iter().collect::<String>(), texts, "{prefix}");
        }
    }

    #[test]
    fn rows_keep_their_order_and_removing_one_moves_nothing() {
        let mut draft = answers(&[
            ("household.k10.name", "c"),
            ("household.k2.name", "b"),
            ("household.k1.name", "a"),
            ("x.k3.y", "d"),
        ]);
        let shown = |draft: &Answers| draft.rows("household").iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(shown(&draft), ["k1", "k2", "k10"]);
        draft.remove_row("household", RowKey(1));
        assert_eq!(shown(&draft), ["k2", "k10"]);
        assert_eq!(draft.get("household.k2.name"), "b");
        assert_eq!(draft.next_row("household").to_string(), "k11");
    }

    #[test]
    fn a_forged_row_key_is_no_row() {
        for name in [
            "household.k0.x",
            "household.k01.x",
            "household.k.x",
            "household.k99999999.x",
            "household.2.x",
            "household.k1",
        ] {
            assert!(answers(&[(name, "a")]).rows("household").is_empty(), "{name}");
        }
    }

    #[test]
    fn debug_shows_no_answer() {
        assert_eq!(format!("{:?}", answers(&[("person.last_name", "Geheim")])), "Answers(1)");
    }
}
