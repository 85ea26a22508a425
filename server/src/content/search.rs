//! `search.toml`: words that find the same. A house may leave it out.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::fault::Faults;
use super::source::Source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    same: Vec<Same>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    words: toml::Spanned<Vec<String>>,
}

/// The sets of words that mean the same; the first of each is the one we use.
pub(super) fn load(folder: &Path) -> Result<Vec<Vec<String>>, Faults> {
    const NAME: &str = "search.toml";
    if !folder.join(NAME).exists() {
        return Ok(Vec::new());
    }
    let source = Source::read(folder, NAME)?;
    let file: File = source.toml()?;
    let mut faults = Faults::default();
    let mut seen = BTreeSet::new();
    for same in &file.same {
        let words = same.words.get_ref();
        let line = source.line_at(same.words.span().start);
        if words.len() < 2 {
            faults.add(source.fault(line, "one word alone means the same as nothing", "add a second, or remove this"));
        }
        for word in words {
            let mend = "leave it in one place: put words that mean the same in one list";
            if !word.chars().any(char::is_alphanumeric) {
                faults.add(source.fault(
                    line,
                    format!("\"{word}\" is no word"),
                    "write letters or digits, or remove it",
                ));
            } else if !seen.insert(word.to_lowercase()) {
                faults.add(source.fault(line, format!("\"{word}\" stands here and in a list before"), mend));
            }
        }
    }
    if faults.is_empty() {
        Ok(file.same.into_iter().map(|same| same.words.into_inner()).collect())
    } else {
        Err(faults)
    }
}
