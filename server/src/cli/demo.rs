//! `zvh demo`: invented submissions in a database of yours, or a whole house that is invented.

mod fill;
mod serve;

use std::io::{IsTerminal as _, Write as _};

use clap::Subcommand;

use super::Failure;
use crate::config::Config;
use crate::random::{SystemRandom, bytes};

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Demo {
    #[command(subcommand)]
    whole: Option<Whole>,
    #[command(flatten)]
    fill: Option<fill::Fill>,
}

#[derive(Subcommand)]
enum Whole {
    /// Make a throw-away house full of invented referrals in every state, and serve it with a clock that can be moved
    Serve(serve::Serve),
}

pub(super) async fn obey(demo: Demo, config: Config) -> Result<(), Failure> {
    match demo {
        Demo { whole: Some(Whole::Serve(serve)), .. } => serve::serve(serve, config).await,
        Demo { fill: Some(fill), .. } => fill::fill(&fill, config).await,
        Demo { .. } => Err(Failure::Said("say how many with --count, or `zvh demo serve` for a whole house".into())),
    }
}

/// The number from which the stories follow: the named one, or any.
fn seed(named: Option<u64>) -> Result<u64, Failure> {
    Ok(named.map_or_else(|| bytes(&SystemRandom).map(u64::from_le_bytes), Ok)?)
}

/// "60 of 120", only where someone looks on.
fn progress(done: usize, count: usize) {
    let mut screen = std::io::stderr();
    if screen.is_terminal() {
        let end = if done == count { "\n" } else { "" };
        // A screen that is gone is no reason to stop.
        let _ = write!(screen, "\r{done} of {count}{end}");
    }
}
