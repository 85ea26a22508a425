//! `zvh check`: one line for each thing the program needs, with the mend where it is not well.

use std::fmt::Display;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use super::Failure;
use crate::clock::{self, Clock as _, SystemClock};
use crate::config::{Config, HouseAddress, NO_PROXY_NAMED, Transport};
use crate::content::{self, Review, Settings};
use crate::house_key::HouseKeyring;
use crate::http::assets::Manifest;
use crate::mail::{Mailer, Texts};
use crate::random::SystemRandom;
use crate::seal::keys::PublicKeys;
use crate::seal::mail_key::MailKey;
use crate::store::{Store, StoreError};

type Finding = Result<String, String>;

pub(super) async fn check(file: Option<&Path>) -> Result<(), Failure> {
    let config = match Config::load(file) {
        Ok(config) => config,
        Err(error) => return show(&[("settings", Err(error.to_string()))]),
    };
    let mut findings = vec![("settings", Ok(format!("listening on {}", config.listen))), ("assets", assets(&config))];
    findings.push(("limits", Ok(limits(&config))));
    if config.houses.is_empty() {
        findings.push(("content", Err(format!("{} holds no house; change `content`", config.content.display()))));
    }
    let (database, store) = database(&config).await;
    let mut gaps = Vec::new();
    for HouseAddress { house, public_url } in &config.houses {
        findings.push(("house", Ok(format!("{house} at {public_url}"))));
        let review = words_of_house(&config, house);
        let settings = review.as_ref().ok().map(|(_, review)| &review.settings);
        let expiry = settings.and_then(security);
        gaps.extend(settings.iter().flat_map(|settings| settings.gaps()).map(|key| empty(house, key)));
        findings.push(("content", review.map(|(said, _)| said)));
        findings.push(("keys", keys(&config, house, store.as_ref()).await));
        findings.extend(expiry.map(|finding| ("security", finding)));
    }
    findings.push(("database", database));
    if let Some(store) = store {
        store.close().await;
    }
    findings.push(("mail", mail(&config)));
    let outcome = show(&findings);
    let mut screen = std::io::stdout().lock();
    for line in gaps {
        writeln!(screen, "{line}")?;
    }
    outcome
}

fn show(findings: &[(&str, Finding)]) -> Result<(), Failure> {
    let mut screen = std::io::stdout().lock();
    for (name, finding) in findings {
        match finding {
            Ok(words) => writeln!(screen, "ok    {name:<9} {words}")?,
            Err(words) => writeln!(screen, "WRONG {name:<9} {words}")?,
        }
    }
    if findings.iter().all(|(_, finding)| finding.is_ok()) { Ok(()) } else { Err(Failure::Silent) }
}

/// What there is to say of the words of a house, and all that was read.
fn words_of_house(config: &Config, house: &str) -> Result<(String, Review), String> {
    let directory = config.content.join(house);
    if !directory.is_dir() {
        return Err(format!("{} is no folder; change `content` or `houses`", directory.display()));
    }
    Texts::load(&config.content, house).map_err(words)?;
    let review = content::review(&directory, clock::today(SystemClock.now())).map_err(words)?;
    let (pages, questions, warnings) = (review.pages, review.questions, review.advice.len());
    let more = if warnings == 0 { "" } else { " (`zvh content check` names them)" };
    let said = format!("{}, {pages} pages, {questions} questions, {warnings} warnings{more}", directory.display());
    Ok((said, review))
}

/// A line for what the law wants to be known and the house has not filled in: it stops nothing. Red where there is a person to see it.
fn empty(house: &str, key: &str) -> String {
    let line = format!("EMPTY {house}: {key}: fill it in in house.toml before the site goes live");
    if std::io::stdout().is_terminal() { format!("\x1b[31m{line}\x1b[0m") } else { line }
}

/// Whether `security.txt` still holds; nothing where the house names nobody (that is a gap).
fn security(settings: &Settings) -> Option<Finding> {
    let expires = settings.security.as_ref()?.expires();
    Some(if clock::today(SystemClock.now()) < expires {
        Ok(format!("security.txt, until {expires}"))
    } else {
        Err(format!(
            "security.expires in house.toml is {expires}: security.txt is no longer served; check whom it names and choose a new day"
        ))
    })
}

/// What the limits on posts can go by.
fn limits(config: &Config) -> String {
    match config.trusted_proxy {
        Some(proxy) => format!("by the address that the proxy {proxy} names in X-Forwarded-For"),
        None if config.has_proxy() => format!("by the address of who connects: {NO_PROXY_NAMED}"),
        None => "by the address of who connects".to_owned(),
    }
}

fn assets(config: &Config) -> Finding {
    let manifest = Manifest::load(&config.assets).map_err(words)?;
    let of_house =
        config.houses.iter().flat_map(|HouseAddress { house, .. }| [format!("{house}.css"), format!("{house}.svg")]);
    for name in of_house.chain(["noto-sans-400.woff2".to_owned()]) {
        manifest.path(&name).map_err(words)?;
    }
    Ok(match manifest.path("client.wasm") {
        Ok(_) => format!("{}, with the browser bundle", config.assets.display()),
        Err(_) => format!("{}, without the browser bundle: pages work by plain posts", config.assets.display()),
    })
}

/// The house key in use, as far as the database tells, and whether the files belong to it.
async fn keys(config: &Config, house: &str, store: Option<&Store>) -> Finding {
    let directory = config.keys(house);
    let files = PublicKeys::load(&directory).map_err(words)?;
    let mail_key = MailKey::load(&directory).map_err(words)?;
    let recovery = files.recovery.fingerprint();
    let Some(store) = store else {
        return Ok(format!("house {} (the first one), recovery {recovery}", files.house.fingerprint()));
    };
    let keyring = HouseKeyring { house, files: &files, mail_key: &mail_key, store, random: &SystemRandom };
    let in_use = keyring.belongs(&directory).await.map_err(words)?;
    Ok(format!("house {} (number {}, in use), recovery {recovery}", in_use.fingerprint(), in_use.epoch))
}

/// How the database is, and the database where it can be asked.
async fn database(config: &Config) -> (Finding, Option<Store>) {
    let url = match config.database_url_with_password() {
        Ok(url) => url,
        Err(error) => return (Err(words(error)), None),
    };
    let kind = if url.starts_with("sqlite:") { "SQLite" } else { "PostgreSQL" };
    match Store::pending_migrations(&url).await {
        // Nothing is left to run, so opening changes nothing.
        Ok(pending) if pending.is_empty() => match Store::open(&url).await {
            Ok(store) => (Ok(format!("{kind}, up to date")), Some(store)),
            Err(error) => (Err(words(error)), None),
        },
        Ok(pending) => (Err(format!("{kind}, {} migrations to run; start `zvh serve` once", pending.len())), None),
        Err(error @ StoreError::Unavailable(_)) => {
            (Err(format!("{error}; is it made (`zvh keys init` does), running, and is `database.url` right?")), None)
        }
        Err(error) => (Err(words(error)), None),
    }
}

fn mail(config: &Config) -> Finding {
    Mailer::new(&config.mail, &config.var).map_err(words)?;
    match &config.mail.transport {
        Transport::Smtp(smtp) => Ok(format!("SMTP to {}, port {}", smtp.host, smtp.port)),
        Transport::Files => {
            let directory = config.var.join("mail");
            try_writing(&directory).map_err(|error| {
                format!("{} can not be written: {error}; change its owner or permissions", directory.display())
            })?;
            Ok(format!("files in {}: nobody gets a mail; to send, set `mail.transport` to smtp", directory.display()))
        }
    }
}

/// Writes and removes a file.
fn try_writing(directory: &Path) -> std::io::Result<()> {
    let file = directory.join(".check");
    std::fs::write(&file, b"")?;
    std::fs::remove_file(&file)
}

fn words(error: impl Display) -> String {
    error.to_string()
}
