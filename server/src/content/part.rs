//! A part of the house with addresses of its own: its words, and what the rest of the house must know of it.

use super::files::HouseFile;
use super::links::Linkable;

/// News, documents, videos, notices: loaded, and still to be set in their place.
pub(super) struct Part<T> {
    pub(super) words: T,
    /// Its addresses, and where its texts link to.
    pub(super) linkable: Vec<Linkable>,
    /// The files that its texts name.
    pub(super) files: Vec<HouseFile>,
}

impl<T> Part<T> {
    /// The words; addresses and files go to those of the other parts.
    pub(super) fn words(self, others: &mut Vec<Linkable>, files: &mut Vec<HouseFile>) -> T {
        others.extend(self.linkable);
        files.extend(self.files);
        self.words
    }
}
