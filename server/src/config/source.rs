//! Where settings come from: the lines of one TOML file, and the environment, which wins.
//!
//! Every setting that is asked for is taken out; what is left at the end is a key that nobody knows.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use toml::de::{DeTable, DeValue};

/// Variables that belong to the program but are no settings.
const NO_SETTINGS: [&str; 2] = ["ZVH_CONFIG", "ZVH_LOG"];
const PREFIX: &str = "ZVH_";
/// Variables of tests.
const TESTS: &str = "ZVH_TEST_";

/// A setting that can not be used. The message names the place and the mend.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ConfigError {
    place: String,
    problem: String,
}

impl ConfigError {
    /// Something in a place can not be used.
    pub(super) fn at(place: &str, problem: String) -> Self {
        Self { place: place.to_owned(), problem }
    }

    /// The file of a secret can not be read.
    pub(super) fn secret(file: &Path, error: &std::io::Error) -> Self {
        Self { place: file.display().to_string(), problem: format!("{error}; a setting names this file") }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) value: Value,
    /// `zvh.toml, line 3` or `environment variable ZVH_LISTEN`.
    pub(super) place: String,
}

#[derive(Debug, Clone)]
pub(super) enum Value {
    Text(String),
    Number(i64),
    Other(&'static str),
}

pub(super) struct Source {
    left: BTreeMap<String, Given>,
    /// Where each setting that was taken came from, for errors that are found later.
    places: BTreeMap<&'static str, String>,
}

impl Source {
    pub(super) fn without_file(environment: Vec<(String, String)>) -> Self {
        let mut source = Self { left: BTreeMap::new(), places: BTreeMap::new() };
        source.overlay(environment);
        source
    }

    pub(super) fn from_file(file: &Path, environment: Vec<(String, String)>) -> Result<Self, ConfigError> {
        let name = file.display().to_string();
        let text = std::fs::read_to_string(file).map_err(|error| ConfigError {
            place: name.clone(),
            problem: format!("{error}; name a file that exists with --config, or leave it out"),
        })?;
        Self::from_text(&name, &text, environment)
    }

    pub(super) fn from_text(name: &str, text: &str, environment: Vec<(String, String)>) -> Result<Self, ConfigError> {
        let line = |at: usize| 1 + text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
        let table = DeTable::parse(text).map_err(|error| ConfigError {
            place: format!("{name}, line {}", line(error.span().map_or(0, |span| span.start))),
            problem: format!("this is not TOML: {}", error.message()),
        })?;
        let mut left = BTreeMap::new();
        flatten("", table.get_ref(), &mut |key, value, at| {
            left.insert(key, Given { value, place: format!("{name}, line {}", line(at)) });
        });
        let mut source = Self { left, places: BTreeMap::new() };
        source.overlay(environment);
        Ok(source)
    }

    pub(super) fn optional_text(&mut self, key: &'static str) -> Result<Option<String>, ConfigError> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(Value::Number(_)) => Err(self.refuse(key, "text between quotes")),
            Some(Value::Other(what)) => Err(self.refuse_what(key, what, "text between quotes")),
        }
    }

    pub(super) fn text(&mut self, key: &'static str, default: &str) -> Result<String, ConfigError> {
        Ok(self.optional_text(key)?.unwrap_or_else(|| default.to_owned()))
    }

    pub(super) fn path(&mut self, key: &'static str, default: &str) -> Result<PathBuf, ConfigError> {
        self.checked(key, default, |text| !text.is_empty(), "a path").map(PathBuf::from)
    }

    pub(super) fn optional_path(&mut self, key: &'static str) -> Result<Option<PathBuf>, ConfigError> {
        Ok(self.optional_text(key)?.map(PathBuf::from))
    }

    /// Text that `is_good`; `expected` says what it should be.
    pub(super) fn checked(
        &mut self,
        key: &'static str,
        default: &str,
        is_good: impl Fn(&str) -> bool,
        expected: &str,
    ) -> Result<String, ConfigError> {
        let text = self.text(key, default)?;
        if is_good(&text) { Ok(text) } else { Err(self.refuse(key, expected)) }
    }

    pub(super) fn parsed<T: FromStr>(
        &mut self,
        key: &'static str,
        default: &str,
        expected: &str,
    ) -> Result<T, ConfigError> {
        let text = self.text(key, default)?;
        text.parse().map_err(|_| self.refuse(key, expected))
    }

    pub(super) fn optional_parsed<T: FromStr>(
        &mut self,
        key: &'static str,
        expected: &str,
    ) -> Result<Option<T>, ConfigError> {
        let text = self.optional_text(key)?;
        text.map(|text| text.parse().map_err(|_| self.refuse(key, expected))).transpose()
    }

    pub(super) fn number<T: TryFrom<i64>>(
        &mut self,
        key: &'static str,
        default: T,
        range: RangeInclusive<i64>,
    ) -> Result<T, ConfigError> {
        let number = match self.take(key) {
            None => return Ok(default),
            Some(Value::Number(number)) => Some(number),
            // The environment knows text only.
            Some(Value::Text(text)) if self.place(key).starts_with("environment") => text.parse().ok(),
            Some(_) => None,
        };
        number
            .filter(|number| range.contains(number))
            .and_then(|number| T::try_from(number).ok())
            .ok_or_else(|| self.refuse(key, &format!("a whole number from {} to {}", range.start(), range.end())))
    }

    /// The setting can not be used; it should be `expected`.
    pub(super) fn refuse(&self, key: &'static str, expected: &str) -> ConfigError {
        ConfigError { place: self.place(key), problem: format!("`{key}` should be {expected}") }
    }

    /// Refuses keys that nobody asked for.
    pub(super) fn finish(self) -> Result<(), ConfigError> {
        let Some((key, given)) = self.left.into_iter().next() else { return Ok(()) };
        let nearest = KEYS.iter().map(|known| (distance(known, &key), *known)).min();
        let hint = match nearest {
            Some((0..=2, known)) => format!("did you mean `{known}`?"),
            _ => format!("remove it; known keys are {}", KEYS.join(", ")),
        };
        Err(ConfigError { place: given.place, problem: format!("`{key}` is not a setting; {hint}") })
    }

    fn refuse_what(&self, key: &'static str, what: &str, expected: &str) -> ConfigError {
        ConfigError { place: self.place(key), problem: format!("`{key}` is {what}, it should be {expected}") }
    }

    fn take(&mut self, key: &'static str) -> Option<Value> {
        self.take_given(key).map(|given| given.value)
    }

    fn take_given(&mut self, key: &'static str) -> Option<Given> {
        debug_assert!(KEYS.contains(&key), "{key} belongs in KEYS");
        let given = self.left.remove(key)?;
        self.places.insert(key, given.place.clone());
        Some(given)
    }

    /// The entries of a table whose keys are names, in the order of those names.
    fn take_table(&mut self, key: &'static str) -> Vec<(String, Given)> {
        let prefix = format!("{key}.");
        let (entries, left) =
            std::mem::take(&mut self.left).into_iter().partition(|(name, _)| name.starts_with(&prefix));
        self.left = left;
        let entries: BTreeMap<String, Given> = entries;
        entries.into_iter().map(|(name, given)| (name[prefix.len()..].to_owned(), given)).collect()
    }

    /// The entries of a table whose keys are names, or what the environment says instead: `name=value name=value`.
    pub(super) fn named(&mut self, key: &'static str, expected: &str) -> Result<Vec<(String, Given)>, ConfigError> {
        let Some(given) = self.take_given(key) else { return Ok(self.take_table(key)) };
        // The environment wins over the file, as everywhere.
        self.take_table(key);
        let Value::Text(text) = &given.value else { return Err(self.refuse(key, expected)) };
        text.split_whitespace()
            .map(|one| {
                let (name, value) = one.split_once('=').ok_or_else(|| self.refuse(key, expected))?;
                Ok((name.to_owned(), Given { value: Value::Text(value.to_owned()), place: given.place.clone() }))
            })
            .collect()
    }

    fn place(&self, key: &str) -> String {
        self.places.get(key).cloned().unwrap_or_else(|| "settings".to_owned())
    }

    /// `ZVH_MAIL_SMTP_HOST` can stand for `mail.smtp.host` only if that is a setting, so names are matched in [`KEYS`].
    fn overlay(&mut self, environment: Vec<(String, String)>) {
        for (name, value) in environment {
            let Some(rest) = name.strip_prefix(PREFIX) else { continue };
            if NO_SETTINGS.contains(&name.as_str()) || name.starts_with(TESTS) {
                continue;
            }
            let key = KEYS.iter().find(|key| key.replace('.', "_").eq_ignore_ascii_case(rest));
            let key = key.map_or_else(|| rest.to_ascii_lowercase(), |key| (*key).to_owned());
            self.left.insert(key, Given { value: Value::Text(value), place: format!("environment variable {name}") });
        }
    }
}

/// Every setting there is.
pub(super) const KEYS: [&str; 25] = [
    "listen",
    "var",
    "content",
    "houses",
    "assets",
    "database.url",
    "database.password_file",
    "mail.from",
    "mail.transport",
    "mail.smtp.host",
    "mail.smtp.port",
    "mail.smtp.tls",
    "mail.smtp.user",
    "mail.smtp.password_file",
    "mail.smtp.ca_file",
    "draft_days",
    "limits.body_bytes",
    "limits.connections",
    "limits.posts_per_minute",
    "limits.sends_per_hour",
    "limits.draft_burst",
    "limits.codes_per_quarter",
    "limits.sends_per_day",
    "limits.networks",
    "trusted_proxy",
];

fn flatten(prefix: &str, table: &DeTable<'_>, give: &mut impl FnMut(String, Value, usize)) {
    for (key, value) in table {
        let at = key.span().start;
        let key = format!("{prefix}{}", key.get_ref());
        match value.get_ref() {
            DeValue::Table(table) => flatten(&format!("{key}."), table, give),
            DeValue::String(text) => give(key, Value::Text(text.to_string()), at),
            DeValue::Integer(number) => {
                let digits = number.as_str().replace('_', "");
                let number = i64::from_str_radix(&digits, number.radix());
                give(key, number.map_or(Value::Other("a very large number"), Value::Number), at);
            }
            DeValue::Float(_) => give(key, Value::Other("a number with a fraction"), at),
            DeValue::Boolean(_) => give(key, Value::Other("true or false"), at),
            DeValue::Datetime(_) => give(key, Value::Other("a date"), at),
            DeValue::Array(_) => give(key, Value::Other("a list"), at),
        }
    }
}

/// How many characters to add, remove or change to get from one to the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, character) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = place + 1;
        for (column, wanted) in other.iter().enumerate() {
            let changed = diagonal + usize::from(character != *wanted);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
