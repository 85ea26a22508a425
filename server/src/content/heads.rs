//! What browsers and search engines show of a page: a title of its own, a description of the right length.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::fault::{Fault, Faults};
use super::links::{Head, Linkable};

/// Shorter says too little, longer is cut off.
const DESCRIPTION: RangeInclusive<usize> = 50..=160;

/// Checks titles and descriptions of all pages.
pub(super) fn check(all: &[Linkable], faults: &mut Faults) {
    let mut titles = BTreeMap::new();
    for page in all {
        let Some(Head { title: (title, title_line), description: (description, line) }) = &page.head else {
            continue;
        };
        let length = description.chars().count();
        if !DESCRIPTION.contains(&length) {
            let problem = format!("the description has {length} characters");
            let mend = format!("write {} to {}: search engines show it", DESCRIPTION.start(), DESCRIPTION.end());
            faults.add(Fault::on_line(&page.file, *line, problem, mend));
        }
        if let Some(other) = titles.insert(title.to_lowercase(), page.path.clone()) {
            let problem = format!("\"{title}\" is also the title of {other}");
            faults.add(Fault::on_line(&page.file, *title_line, problem, "give each page a title of its own"));
        }
    }
}
