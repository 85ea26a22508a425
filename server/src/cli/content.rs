//! `zvh content check`: what is wrong in the words of a house, and what could be better; each with file, line and mend.

use std::io::Write;

use clap::Subcommand;

use super::Failure;
use crate::clock::{self, Clock as _, SystemClock};
use crate::config::Config;
use crate::content::{self, Fault, Faults, Review};

#[derive(Subcommand)]
pub(super) enum Content {
    /// Read the folder of a house: errors stop the program from starting, warnings never do
    Check {
        /// The folder in content/ [default: every house of the settings]
        house: Option<String>,
    },
}

pub(super) fn obey(command: &Content, config: &Config) -> Result<(), Failure> {
    let Content::Check { house: asked } = command;
    let all = || config.houses.iter().map(|address| address.house.clone()).collect();
    let houses: Vec<String> = asked.clone().map_or_else(all, |house| vec![house]);
    let today = clock::today(SystemClock.now());
    let mut screen = std::io::stdout().lock();
    let mut outcome = Ok(());
    for house in houses {
        let folder = config.content.join(&house);
        if !folder.is_dir() {
            let problem = format!("{} is no folder; name a folder in {}", folder.display(), config.content.display());
            return Err(Failure::Said(problem));
        }
        match content::review(&folder, today) {
            Ok(review) => praise(&mut screen, &house, &review)?,
            Err(faults) => {
                blame(&mut screen, &house, &faults)?;
                outcome = Err(Failure::Silent);
            }
        }
    }
    outcome
}

fn praise(screen: &mut impl Write, house: &str, review: &Review) -> std::io::Result<()> {
    for fault in &review.advice {
        writeln!(screen, "{}", warning(fault))?;
    }
    let Review { pages, questions, advice, .. } = review;
    writeln!(screen, "{house}: {pages} pages, {questions} questions, 0 errors, {} warnings", advice.len())
}

fn blame(screen: &mut impl Write, house: &str, faults: &Faults) -> std::io::Result<()> {
    for fault in faults.iter() {
        writeln!(screen, "{fault}")?;
    }
    writeln!(screen, "{house}: {} errors; mend these, then ask again for the warnings", faults.iter().count())
}

/// As an error is written, but called what it is.
fn warning(fault: &Fault) -> String {
    let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}: warning: {}; {}", fault.file.display(), fault.problem, fault.mend)
}
