//! The command line: `zvh <command>`.
//!
//! Each command says in one line what went wrong and what to do; nothing ends in a stack trace.

mod audit;
mod backup;
mod check;
mod content;
mod demo;
mod forms;
mod keys;
mod newsletter;
mod partners;
mod referral;
mod retention;
mod serve;
mod staff;

use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::serve::Changes;
use crate::config::{Config, ConfigError};
use crate::demo::DemoError;
use crate::front::FrontError;
use crate::house_key::{HouseKeyError, OtherKeys};
use crate::mail::{MailerError, TextError};
use crate::newsletter::NewsletterError;
use crate::random::RandomError;
use crate::seal::code::CodeError;
use crate::seal::key_file::KeyFileError;
use crate::store::{Store, StoreError};

/// Website and referrals of a Zorg- en Veiligheidshuis.
#[derive(Parser)]
#[command(name = "zvh", version, arg_required_else_help = true)]
struct Line {
    /// Settings file [default: zvh.toml, if there is one]
    #[arg(long, global = true, env = "ZVH_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the site
    Serve {
        /// Show every change of content and built files at once, in the open browser too: for writing, not for visitors
        #[arg(long)]
        watch: bool,
    },
    /// Make, renew and recover the keys of the house
    #[command(subcommand)]
    Keys(keys::Keys),
    /// List and open referrals
    #[command(subcommand)]
    Referral(referral::Referral),
    /// Let people in at the desk, end their access
    #[command(subcommand)]
    Staff(staff::Staff),
    /// Send the newsletter, write out who gets it
    #[command(subcommand)]
    Newsletter(newsletter::Newsletter),
    /// Keep the partner register
    #[command(subcommand)]
    Partners(partners::Partners),
    /// Check settings, content, keys, database and mail
    Check,
    /// Work with the words of a house
    #[command(subcommand)]
    Content(content::Content),
    /// What a form hands over to another system
    #[command(subcommand)]
    Forms(forms::Forms),
    /// Write invented submissions, or show a whole house of them
    Demo(Box<demo::Demo>),
    /// See what must be destroyed when, destroy what is due, prove what was destroyed
    #[command(subcommand)]
    Retention(retention::Retention),
    /// Work with the audit trail
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Write a complete, checked copy of the database to a new file
    Backup {
        /// The file to make
        file: PathBuf,
    },
}

/// Why a command failed, and what to do.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    #[error(transparent)]
    Newsletter(#[from] NewsletterError),
    #[error(transparent)]
    Random(#[from] RandomError),
    #[error(transparent)]
    HouseKey(#[from] HouseKeyError),
    #[error(transparent)]
    OtherKeys(#[from] OtherKeys),
    #[error("this is no key code: {0}")]
    Code(#[from] CodeError),
    #[error(transparent)]
    Text(#[from] TextError),
    #[error(transparent)]
    Mailer(#[from] MailerError),
    #[error(transparent)]
    Front(#[from] FrontError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error("changes can't be seen: {0}; start without --watch")]
    Watch(#[from] notify::Error),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    Said(String),
    /// Everything was said already.
    #[error("")]
    Silent,
}

/// Runs the command that `arguments` name, the program's own name included.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let line = match Line::try_parse_from(arguments) {
        Ok(line) => line,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    log_to_stderr();
    panic_in_few_words();
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => report(runtime.block_on(obey(line))),
        Err(error) => report(Err(Failure::Io(error))),
    }
}

/// A panic's message may hold what someone typed, so only its place goes to the log.
fn panic_in_few_words() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(%place, "panic");
    }));
}

async fn obey(line: Line) -> Result<(), Failure> {
    let file = line.config.as_deref();
    let config = match &line.command {
        Command::Check => return check::check(file).await,
        Command::Forms(command) => return forms::obey(command),
        _ => Config::load(file)?,
    };
    match line.command {
        Command::Serve { watch } => serve::serve(config, Changes::asked(watch)).await,
        Command::Keys(command) => keys::obey(command, &config).await,
        Command::Referral(command) => referral::obey(command, &config).await,
        Command::Staff(command) => staff::obey(command, &config).await,
        Command::Newsletter(command) => newsletter::obey(command, &config).await,
        Command::Content(command) => content::obey(&command, &config),
        Command::Partners(command) => partners::obey(&command, &config),
        Command::Demo(demo) => demo::obey(*demo, config).await,
        Command::Retention(command) => retention::obey(&command, &config).await,
        Command::Audit(command) => audit::obey(&command, &config).await,
        Command::Backup { file } => backup::backup(&config, &file).await,
        Command::Check | Command::Forms(_) => Ok(()),
    }
}

fn report(outcome: Result<(), Failure>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our words had enough of them, as `| head` does.
        Err(Failure::Io(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Silent) => ExitCode::FAILURE,
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "zvh: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Opens the store of these settings, making the directory of a new one.
async fn open_store(config: &Config) -> Result<Store, Failure> {
    make_private_directory(&config.var)?;
    Ok(Store::open(&config.database_url_with_password()?).await?)
}

/// Makes a directory that only its owner can enter. One that exists stays as it is.
fn make_private_directory(directory: &std::path::Path) -> Result<(), Failure> {
    use std::os::unix::fs::DirBuilderExt as _;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory);
    made.map_err(|error| Failure::Said(format!("{}: {error}; change `var` or the permissions", directory.display())))
}

/// `ZVH_LOG` chooses what is logged (`debug`, `zvh=trace`, …); the default is `info`.
fn log_to_stderr() {
    let filter = std::env::var("ZVH_LOG").unwrap_or_else(|_| "info,sea_orm_migration=warn,sqlx=warn".into());
    let _ = tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::new(filter))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .try_init();
}
