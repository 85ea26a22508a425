//! What is wrong in a content folder, for the person who must mend it.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file it is in.
    pub file: PathBuf,
    /// The line, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub mend: String,
}

impl Fault {
    /// A fault of a file as a whole.
    pub fn in_file(file: impl Into<PathBuf>, problem: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, problem: problem.into(), mend: mend.into() }
    }

    /// A fault on a line.
    pub fn on_line(file: &Path, line: usize, problem: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { file: file.to_path_buf(), line: Some(line), problem: problem.into(), mend: mend.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(to, ":{line}")?;
        }
        write!(to, ": {}; {}", self.problem, self.mend)
    }
}

/// Everything that is wrong, one a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The faults, in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }

    /// Is nothing wrong?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes one more.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// The value, or none after noting its faults: lets the rest be checked as well.
    pub fn keep<T>(&mut self, result: Result<T, Self>) -> Option<T> {
        result.map_err(|faults| self.0.extend(faults.0)).ok()
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}
