//! `zvh partners import`: partners from a spreadsheet into the register of the house.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Failure;
use super::keys::chosen;
use crate::config::Config;
use crate::content::partners::import::{COLUMNS, Change, plan};

#[derive(Subcommand)]
pub(super) enum Partners {
    /// Bring a list (CSV) into partners.toml; without --write only show what would change
    #[command(after_help = columns())]
    Import(Import),
}

#[derive(Args)]
pub(super) struct Import {
    /// The list, its columns named on the first line
    file: PathBuf,
    /// Short name of the house; may be left out where there is only one
    #[arg(long)]
    house: Option<String>,
    /// Write partners.toml
    #[arg(long)]
    write: bool,
}

pub(super) fn obey(command: &Partners, config: &Config) -> Result<(), Failure> {
    let Partners::Import(import) = command;
    let house = chosen(config, import.house.as_deref())?;
    let plan = plan(&config.content.join(house), &import.file).map_err(|faults| Failure::Said(faults.to_string()))?;
    let mut screen = std::io::stdout().lock();
    let (mut added, mut changed) = (0, 0);
    for (name, change) in &plan.rows {
        match change {
            Change::Added => {
                added += 1;
                writeln!(screen, "added      {name}")?;
            }
            Change::Changed(keys) => {
                changed += 1;
                writeln!(screen, "changed    {name}: {}", keys.join(", "))?;
            }
            Change::Unchanged => writeln!(screen, "unchanged  {name}")?,
        }
    }
    let file = plan.file().display();
    if import.write {
        plan.write().map_err(|error| Failure::Said(format!("{file}: {error}; change its permissions")))?;
        writeln!(screen, "{file}: {added} added, {changed} changed.")?;
    } else {
        writeln!(screen, "{added} to add, {changed} to change. Nothing is written yet: --write writes {file}.")?;
    }
    Ok(())
}

fn columns() -> String {
    COLUMNS.iter().fold(
        "Columns, in any order; the first three are needed:\n".to_owned(),
        |mut text, (name, meaning)| {
            let _ = writeln!(text, "  {name:<14} {meaning}");
            text
        },
    )
}
