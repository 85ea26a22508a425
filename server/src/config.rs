//! Settings: everything has a default, so the program starts without any.
//!
//! `zvh.toml` (or the file named by `--config` or `ZVH_CONFIG`) changes what it names; an environment variable wins over the
//! file: `mail.smtp.host` is `ZVH_MAIL_SMTP_HOST`. A key that nobody knows, a wrong type or a value that can not be is refused
//! with file, line, key and what to do. Secrets are never values: a setting names the file that holds one.

mod houses;
mod limits;
mod source;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

pub use houses::HouseAddress;
pub use limits::{Allowance, Limits, Network};
pub use source::ConfigError;
use source::Source;

/// All settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address and port to listen on. `listen`, `127.0.0.1:8080`.
    pub listen: SocketAddr,
    /// Where everything lies that the program writes. `var`, `var`.
    pub var: PathBuf,
    /// Where the words lie. `content`, `content`.
    pub content: PathBuf,
    /// Which houses are served, by name. `houses`, every folder of `content`.
    pub houses: Vec<HouseAddress>,
    /// The built style sheet, scripts and fonts. `assets`, `target/site`.
    pub assets: PathBuf,
    /// URL of the database, its password left out. `database.url`, a SQLite file in `var`.
    pub database_url: String,
    /// File with the password of the database. `database.password_file`, none.
    pub database_password_file: Option<PathBuf>,
    /// How mail leaves.
    pub mail: MailSettings,
    /// How long an untouched draft stays. `draft_days`, 7.
    pub draft_lifetime: TimeDelta,
    /// How much anyone may ask of the server.
    pub limits: Limits,
    /// The one machine whose `X-Forwarded-For` is believed. `trusted_proxy`, none.
    pub trusted_proxy: Option<IpAddr>,
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// Who it is from. `mail.from`, `zvh@localhost`.
    pub from: String,
    /// The way out. `mail.transport`: `files` (default) or `smtp`.
    pub transport: Transport,
}

/// The way out for mail.
#[derive(Debug, Clone)]
pub enum Transport {
    /// One file per mail, in `mail/` of `var`.
    Files,
    /// An SMTP server.
    Smtp(Smtp),
}

/// An SMTP server. Mail never leaves unencrypted.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// Its name, as in its certificate. `mail.smtp.host`.
    pub host: String,
    /// Its port. `mail.smtp.port`, 587 or 465 by encryption.
    pub port: u16,
    /// How TLS begins. `mail.smtp.tls`: `starttls` (default) or `wrapped`.
    pub encryption: Encryption,
    /// Who we are to it. `mail.smtp.user` and `mail.smtp.password_file`, none.
    pub login: Option<Login>,
    /// PEM file with the authority that signed its certificate, if it is no public one. `mail.smtp.ca_file`, none.
    pub ca_file: Option<PathBuf>,
}

/// User name and where its password lies.
#[derive(Debug, Clone)]
pub struct Login {
    /// The name.
    pub user: String,
    /// The file whose content, without the last line break, is the password.
    pub password_file: PathBuf,
}

/// How TLS begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// After a first word in the clear (RFC 3207); refused if the server can not.
    Starttls,
    /// From the first byte (RFC 8314).
    Tls,
}

impl Config {
    /// Reads the named file, or `zvh.toml` where the program was started if there is one, and the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let environment = std::env::vars().collect();
        match file {
            Some(file) => Self::read(Source::from_file(file, environment)?),
            None if Path::new("zvh.toml").exists() => {
                Self::read(Source::from_file(Path::new("zvh.toml"), environment)?)
            }
            None => Self::read(Source::without_file(environment)),
        }
    }

    /// URL of the database with its password in it.
    pub fn database_url_with_password(&self) -> Result<String, ConfigError> {
        let Some(file) = &self.database_password_file else { return Ok(self.database_url.clone()) };
        let password = std::fs::read_to_string(file).map_err(|error| ConfigError::secret(file, &error))?;
        let encoded: String = form_urlencoded::byte_serialize(password.trim_end().as_bytes()).collect();
        // A form writes a space as `+`, a URL as `%20`.
        let encoded = encoded.replace('+', "%20");
        Ok(self.database_url.replacen('@', &format!(":{encoded}@"), 1))
    }

    /// Whether a proxy stands in front: only that speaks https.
    pub fn has_proxy(&self) -> bool {
        self.houses.iter().any(|house| house.public_url.starts_with("https://"))
    }

    /// Where the keys of a house lie. Each house has its own: one can't read what another received.
    pub fn keys(&self, house: &str) -> PathBuf {
        self.var.join("keys").join(house)
    }

    fn read(mut source: Source) -> Result<Self, ConfigError> {
        let var = source.path("var", "var")?;
        let database = format!("sqlite:{}", var.join("zvh.db").display());
        let listen: SocketAddr =
            source.parsed("listen", "127.0.0.1:8080", "an address and port such as 127.0.0.1:8080")?;
        let content = source.path("content", "content")?;
        let config = Self {
            listen,
            houses: houses::read(&mut source, &content, listen.port())?,
            content,
            assets: source.path("assets", "target/site")?,
            database_url: source.checked("database.url", &database, database_url, NO_PASSWORD)?,
            database_password_file: source.optional_path("database.password_file")?,
            mail: mail(&mut source)?,
            draft_lifetime: TimeDelta::days(source.number("draft_days", 7, 1..=365)?),
            limits: limits::read(&mut source)?,
            trusted_proxy: source.optional_parsed("trusted_proxy", "an IP address such as 10.0.0.1")?,
            var,
        };
        source.finish()?;
        Ok(config)
    }
}

/// What to do where a proxy stands in front and nobody says which.
pub const NO_PROXY_NAMED: &str = "that is the proxy, for everyone; name it in `trusted_proxy`, else limits hold for all \
                                  visitors together, or (a proxy on this machine) for nobody";

const NO_PASSWORD: &str = "sqlite:<file> or postgres://<user>@<host>/<name>; a password belongs in the file that \
                           `database.password_file` names";

fn mail(source: &mut Source) -> Result<MailSettings, ConfigError> {
    let from = source.checked("mail.from", "zvh@localhost", mailbox, "a mail address")?;
    // Asked for either way: switching to files for a day should not make its settings unknown.
    let smtp = smtp(source)?;
    let transport = match (source.text("mail.transport", "files")?.as_str(), smtp) {
        ("files", _) => Transport::Files,
        ("smtp", Some(smtp)) => Transport::Smtp(smtp),
        ("smtp", None) => {
            return Err(source.refuse("mail.transport", "accompanied by `mail.smtp.host`: the name of the SMTP server"));
        }
        _ => return Err(source.refuse("mail.transport", "`files` or `smtp`")),
    };
    Ok(MailSettings { from, transport })
}

/// The server, if one is named.
fn smtp(source: &mut Source) -> Result<Option<Smtp>, ConfigError> {
    let encryption = match source.text("mail.smtp.tls", "starttls")?.as_str() {
        "starttls" => Encryption::Starttls,
        "wrapped" => Encryption::Tls,
        _ => return Err(source.refuse("mail.smtp.tls", "`starttls` or `wrapped`; mail never leaves without TLS")),
    };
    let usual_port = if encryption == Encryption::Starttls { 587 } else { 465 };
    let user = source.optional_text("mail.smtp.user")?;
    let password_file = source.optional_path("mail.smtp.password_file")?;
    let login = match (user, password_file) {
        (Some(user), Some(password_file)) => Some(Login { user, password_file }),
        (None, None) => None,
        (Some(_), None) => return Err(source.refuse("mail.smtp.user", "accompanied by `mail.smtp.password_file`")),
        (None, Some(_)) => return Err(source.refuse("mail.smtp.password_file", "accompanied by `mail.smtp.user`")),
    };
    let host = source.optional_text("mail.smtp.host")?;
    let port = source.number("mail.smtp.port", usual_port, 1..=65_535)?;
    let ca_file = source.optional_path("mail.smtp.ca_file")?;
    Ok(host.map(|host| Smtp { host, port, encryption, login, ca_file }))
}

fn mailbox(text: &str) -> bool {
    text.parse::<lettre::message::Mailbox>().is_ok()
}

fn database_url(text: &str) -> bool {
    let known = text.starts_with("sqlite:") || text.starts_with("postgres://") || text.starts_with("postgresql://");
    let authority = text.split_once("://").and_then(|(_, rest)| rest.split_once('@')).map(|(user, _)| user);
    known && !authority.is_some_and(|user| user.contains(':'))
}

#[cfg(test)]
mod tests;
