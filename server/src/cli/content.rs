//! `zvh content check`: what is wrong in the words of a house, and what could be better; each with file, line and mend.

use std::io::Write as _;

use clap::Subcommand;

use super::Failure;
use crate::clock::{self, Clock as _, SystemClock};
use crate::config::Config;
use crate::content::{self, Fault};

#[derive(Subcommand)]
pub(super) enum Content {
    /// Read the folder of a house: errors stop the program from starting, warnings never do
    Check {
        /// The folder in content/ [default: the house of the settings]
        house: Option<String>,
    },
}

pub(super) fn obey(command: &Content, config: &Config) -> Result<(), Failure> {
    let Content::Check { house } = command;
    let folder = config.content.join(house.as_deref().unwrap_or(&config.house));
    if !folder.is_dir() {
        let problem = format!("{} is no folder; name a folder in {}", folder.display(), config.content.display());
        return Err(Failure::Said(problem));
    }
    let mut screen = std::io::stdout().lock();
    match content::review(&folder, clock::today(SystemClock.now())) {
        Ok(review) => {
            for fault in &review.advice {
                writeln!(screen, "{}", warning(fault))?;
            }
            let (pages, questions, warnings) = (review.pages, review.questions, review.advice.len());
            writeln!(
                screen,
                "{}: {pages} pages, {questions} questions, 0 errors, {warnings} warnings",
                folder.display()
            )?;
            Ok(())
        }
        Err(faults) => {
            for fault in faults.iter() {
                writeln!(screen, "{fault}")?;
            }
            let errors = faults.iter().count();
            writeln!(
                screen,
                "{}: {errors} errors; mend these first, then ask again for the warnings",
                folder.display()
            )?;
            Err(Failure::Silent)
        }
    }
}

/// As an error is written, but called what it is.
fn warning(fault: &Fault) -> String {
    let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}: warning: {}; {}", fault.file.display(), fault.problem, fault.mend)
}
