//! Search over the words of a house: what the site says today, found by what a visitor types.
//!
//! A site is some hundreds of short texts, so the index is a table in memory: for every word its places. A query becomes
//! [`query`] things to find, each by several words: its own forms, what means the same in this house, compounds that begin or
//! end with it. [`rank`] weighs with BM25; [`snippet`] cuts out the lines that show why; [`spelling`] mends a slip of typing.

mod index;
mod plain;
mod query;
mod rank;
mod snippet;
mod spelling;
mod synonyms;
mod texts;
mod words;

use app::pages::search::{Found, Hit, Kind};
use chrono::NaiveDate;

use crate::content::Content;

pub use index::Index;

/// What a part of the site offers to the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchText {
    /// Where a visitor reads it.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Its words, without markup.
    pub text: String,
}

/// The index of a house, with the words that hold on `today`.
pub fn index(content: &Content, today: NaiveDate) -> Index {
    Index::of(texts::of_house(content, today), &content.synonyms)
}

/// Longer queries are cut: nobody types them, and every word costs time.
pub const LONGEST: usize = 200;

/// As many as one page shows.
const SHOWN: usize = 30;

impl Index {
    /// What the site has on this query, best first. Any text may be asked.
    pub fn find(&self, query: &str) -> Found {
        let visible = query.chars().map(|c| if c.is_control() { ' ' } else { c });
        let typed: String = visible.take(LONGEST).collect::<String>().trim().to_owned();
        let mut wanted = query::read(self, &typed);
        let mended = spelling::mend(self, &typed, &wanted);
        if let Some(better) = &mended {
            wanted = query::read(self, better);
        }
        let best = rank::best(self, &wanted);
        let hits = best.iter().take(SHOWN).map(|one| self.hit(one)).collect();
        Found { query: typed, mended, total: best.len(), hits }
    }

    fn hit(&self, found: &rank::Ranked) -> Hit {
        let text = &self.docs[found.doc].text;
        Hit {
            kind: text.kind,
            title: text.title.clone(),
            path: text.path.clone(),
            snippet: snippet::cut(&self.docs[found.doc], &found.marks),
        }
    }
}

#[cfg(test)]
mod tests;
