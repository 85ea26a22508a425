//! A file of the content folder, and its TOML: read once, so that every fault can name its line.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use super::fault::{Fault, Faults};

/// The text of a file and where it came from.
pub(super) struct Source {
    pub(super) file: PathBuf,
    pub(super) text: String,
}

impl Source {
    /// Reads a file below the folder of a house.
    pub(super) fn read(folder: &Path, name: &str) -> Result<Self, Faults> {
        Self::read_file(&folder.join(name))
    }

    pub(super) fn read_file(file: &Path) -> Result<Self, Faults> {
        match fs::read_to_string(file) {
            Ok(text) => Ok(Self { file: file.to_path_buf(), text: text.replace("\r\n", "\n") }),
            Err(error) => Err(Fault::in_file(file, format!("cannot be read ({error})"), "put the file there").into()),
        }
    }

    /// The whole file as TOML.
    pub(super) fn toml<T: DeserializeOwned>(&self) -> Result<T, Faults> {
        self.toml_part(0..self.text.len())
    }

    /// A part of the file as TOML.
    pub(super) fn toml_part<T: DeserializeOwned>(&self, part: Range<usize>) -> Result<T, Faults> {
        toml::from_str(&self.text[part.clone()]).map_err(|error| {
            let line = self.line_at(part.start + error.span().map_or(0, |span| span.start));
            Fault::on_line(&self.file, line, first_line(error.message()), mend_of(error.message())).into()
        })
    }

    /// The line, counted from 1, that holds this byte.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        1 + self.text.bytes().take(offset).filter(|&byte| byte == b'\n').count()
    }

    /// The first line from `from` on that holds this text; the line of `from` when none does.
    pub(super) fn line_of(&self, text: &str, from: usize) -> usize {
        self.line_at(from + self.text[from..].find(text).unwrap_or(0))
    }

    /// A fault on a line of this file.
    pub(super) fn fault(&self, line: usize, problem: impl Into<String>, mend: impl Into<String>) -> Fault {
        Fault::on_line(&self.file, line, problem, mend)
    }
}

/// A date in TOML: `2026-11-21`, without quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day(pub(super) NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let found = toml::value::Datetime::deserialize(from)?;
        Self::from_toml(found).ok_or_else(|| D::Error::custom(format!("{found} is not a date")))
    }
}

impl Day {
    /// The date of a TOML date or moment; none for a time of the day, or a day that does not exist.
    pub(super) fn from_toml(found: toml::value::Datetime) -> Option<Self> {
        let date = found.date?;
        NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()).map(Self)
    }
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

/// How to mend what the TOML reader complains about.
fn mend_of(message: &str) -> &'static str {
    if message.starts_with("missing field") {
        "add this key"
    } else if message.starts_with("unknown field") {
        "correct the name of this key or remove it"
    } else if message.starts_with("unknown variant") {
        "choose one of these"
    } else if message.contains("date") {
        "write a date that exists, as 2026-11-21, without quotes"
    } else {
        "correct this line"
    }
}
