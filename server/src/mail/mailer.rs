//! The ways out: files in a directory (to try things, or to be picked up), or an SMTP server over TLS.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment as Part, Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};

use super::Written;
use crate::config::{Encryption, MailSettings, Smtp, Transport};

/// One attempt. Well within the minute for which a mail is claimed.
const PATIENCE: Duration = Duration::from_secs(20);

/// Hands mails over.
pub struct Mailer {
    from: Mailbox,
    way: Way,
}

enum Way {
    Files(PathBuf),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// The settings for mail can not be used.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// `mail.from` is no address.
    #[error("mail.from: `{0}` is not a mail address")]
    From(String),
    /// A file it needs can not be read or written.
    #[error("{key}: {file}: {source}")]
    File {
        /// The setting that names it.
        key: &'static str,
        /// Which one.
        file: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The library refused the settings for TLS.
    #[error("mail.smtp: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

/// Why a mail was not handed over. Holds no address.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// No message could be made: the address is none, for instance.
    #[error("no message can be made of it")]
    Message,
    /// The directory can not be written.
    #[error("the mail directory can not be written: {0}")]
    File(#[from] std::io::Error),
    /// The server refused, was away, or offered no TLS.
    #[error("{0}")]
    Smtp(&'static str),
}

impl SendError {
    /// The short word that is kept in the outbox and the audit trail.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::File(_) => "file",
            Self::Smtp(code) => code,
        }
    }
}

impl Mailer {
    /// A mailer for these settings. Files go to `mail/` in `var`.
    pub fn new(settings: &MailSettings, var: &Path) -> Result<Self, MailerError> {
        let from = settings.from.parse().map_err(|_| MailerError::From(settings.from.clone()))?;
        let way = match &settings.transport {
            Transport::Files => {
                let directory = var.join("mail");
                std::fs::create_dir_all(&directory).map_err(|source| MailerError::File {
                    key: "var",
                    file: directory.clone(),
                    source,
                })?;
                Way::Files(directory)
            }
            Transport::Smtp(smtp) => Way::Smtp(connect(smtp)?),
        };
        Ok(Self { from, way })
    }

    /// Hands one mail over. The same `message_id` and `written_at` at every attempt give the same mail.
    pub async fn send(
        &self,
        to: &str,
        message_id: &str,
        written_at: DateTime<Utc>,
        written: Written,
    ) -> Result<(), SendError> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(to.parse().map_err(|_| SendError::Message)?)
            .subject(written.subject)
            .message_id(Some(message_id.to_owned()))
            .date(SystemTime::from(written_at))
            .header(AutoSubmitted);
        let message = match written.unsubscribe {
            Some(link) => message.header(ListUnsubscribe(link)).header(ListUnsubscribePost),
            None => message,
        };
        let message = match written.attachment {
            None => message.header(ContentType::TEXT_PLAIN).body(written.body),
            Some(file) => {
                let media_type = ContentType::parse(file.media_type).map_err(|_| SendError::Message)?;
                let parts =
                    MultiPart::mixed().boundary(boundary(message_id)).singlepart(SinglePart::plain(written.body));
                message.multipart(parts.singlepart(Part::new(file.name).body(file.text, media_type)))
            }
        };
        let message = message.map_err(|_| SendError::Message)?;
        match &self.way {
            Way::Files(directory) => write_file(directory, message_id, &message.formatted()).await,
            Way::Smtp(transport) => match tokio::time::timeout(PATIENCE * 2, transport.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(SendError::Smtp(code(&error))),
                Err(_) => Err(SendError::Smtp("timeout")),
            },
        }
    }
}

/// What stands between the parts of a mail: from its number, so that each attempt gives the same mail.
fn boundary(message_id: &str) -> String {
    format!("deel-{}", name_of(message_id))
}

/// The letters and digits of a number before its `@`.
fn name_of(message_id: &str) -> String {
    message_id.chars().take_while(|c| *c != '@').filter(char::is_ascii_alphanumeric).collect()
}

fn connect(smtp: &Smtp) -> Result<AsyncSmtpTransport<Tokio1Executor>, MailerError> {
    let mut tls = TlsParameters::builder(smtp.host.clone());
    if let Some(file) = &smtp.ca_file {
        tls = tls.add_root_certificate(Certificate::from_pem(read("mail.smtp.ca_file", file)?.as_bytes())?);
    }
    let tls = match smtp.encryption {
        // Either way nothing is said before TLS stands: a server without it gets no mail.
        Encryption::Starttls => Tls::Required(tls.build()?),
        Encryption::Tls => Tls::Wrapper(tls.build()?),
    };
    let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)
        .port(smtp.port)
        .timeout(Some(PATIENCE))
        .tls(tls);
    if let Some(login) = &smtp.login {
        let password = read("mail.smtp.password_file", &login.password_file)?;
        transport = transport.credentials(Credentials::new(login.user.clone(), password.trim_end().to_owned()));
    }
    Ok(transport.build())
}

fn read(key: &'static str, file: &Path) -> Result<String, MailerError> {
    std::fs::read_to_string(file).map_err(|source| MailerError::File { key, file: file.to_owned(), source })
}

/// One file per mail: sending again replaces it. Written beside and moved, so nobody picks up half a mail.
async fn write_file(directory: &Path, message_id: &str, mail: &[u8]) -> Result<(), SendError> {
    let name = name_of(message_id);
    let half = directory.join(format!(".{name}.half"));
    tokio::fs::write(&half, mail).await?;
    tokio::fs::rename(&half, directory.join(format!("{name}.eml"))).await?;
    Ok(())
}

fn code(error: &lettre::transport::smtp::Error) -> &'static str {
    if error.is_permanent() {
        "refused"
    } else if error.is_transient() {
        "try-later"
    } else if error.is_timeout() {
        "timeout"
    } else if error.is_tls() || error.is_client() || is_handshake(error) {
        "no-tls"
    } else {
        "unreachable"
    }
}

/// A certificate that is not trusted, for instance. The library calls that a failed connection; underneath is the reason.
fn is_handshake(error: &lettre::transport::smtp::Error) -> bool {
    let mut reasons = std::iter::successors(std::error::Error::source(error), |error| error.source());
    reasons.any(|reason| {
        reason.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::InvalidData)
    })
}

/// Asks other machines not to answer (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Where a mail program takes its user off the list (RFC 2369).
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.trim_matches(['<', '>']).to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), format!("<{}>", self.0))
    }
}

/// Says that a post to that address is enough, without any page (RFC 8058).
#[derive(Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;

    use super::super::Attachment;
    use super::*;

    fn noon() -> DateTime<Utc> {
        "2026-11-21T12:00:00Z".parse().unwrap()
    }

    fn written() -> Written {
        Written { subject: "Eén aanmelding".into(), body: "Uiterlijk vrijdag.\n".into(), ..Written::default() }
    }

    fn to_files() -> MailSettings {
        MailSettings { from: "Huis <huis@zvh.example>".into(), transport: Transport::Files }
    }

    fn to_server(port: u16) -> MailSettings {
        let smtp =
            Smtp { host: "127.0.0.1".into(), port, encryption: Encryption::Starttls, login: None, ca_file: None };
        MailSettings { transport: Transport::Smtp(smtp), ..to_files() }
    }

    #[tokio::test]
    async fn a_mail_becomes_one_file_however_often_it_is_sent() {
        let var = tempfile::tempdir().unwrap();
        let mailer = Mailer::new(&to_files(), var.path()).unwrap();
        for _ in 0..2 {
            mailer.send("a@b.example", "<0a1b@zvh.example>", noon(), written()).await.unwrap();
        }
        let files: Vec<_> =
            std::fs::read_dir(var.path().join("mail")).unwrap().map(|file| file.unwrap().path()).collect();
        assert_eq!(files, [var.path().join("mail/0a1b.eml")]);
        let mail = std::fs::read_to_string(&files[0]).unwrap();
        for line in [
            "From: Huis <huis@zvh.example>",
            "To: a@b.example",
            "Message-ID: <0a1b@zvh.example>",
            "Date: Sat, 21 Nov 2026 12:00:00 +0000",
            "Auto-Submitted: auto-generated",
            "Uiterlijk vrijdag.",
        ] {
            assert!(mail.contains(line), "{line} in {mail}");
        }
        assert!(!mail.contains("List-"), "{mail}");
    }

    #[tokio::test]
    async fn a_mail_to_a_list_says_how_to_leave_it_in_one_click() {
        let var = tempfile::tempdir().unwrap();
        let mailer = Mailer::new(&to_files(), var.path()).unwrap();
        let link = "https://een-huis-met-een-lange-naam.example/nieuwsbrief/afmelden/0000-0000-0000-0000-0000-0000";
        let issue = Written { unsubscribe: Some(link.to_owned()), ..written() };
        mailer.send("a@b.example", "<1@zvh.example>", noon(), issue).await.unwrap();
        let mail = std::fs::read_to_string(var.path().join("mail/1.eml")).unwrap();
        // RFC 8058 wants the link whole; a header may go on after a line break and a space.
        let unfolded = mail.replace("\r\n ", " ");
        assert!(unfolded.contains(&format!("\r\nList-Unsubscribe: <{link}>\r\n")), "{mail}");
        assert!(unfolded.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{mail}");
    }

    #[tokio::test]
    async fn a_file_goes_along_and_each_attempt_is_the_same_mail() {
        let var = tempfile::tempdir().unwrap();
        let mailer = Mailer::new(&to_files(), var.path()).unwrap();
        let mut mails = Vec::new();
        for _ in 0..2 {
            let media_type = "text/calendar; charset=utf-8; method=PUBLISH";
            let file =
                Attachment { name: "x.ics".into(), media_type, text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into() };
            let written = Written { attachment: Some(file), ..written() };
            mailer.send("a@b.example", "<0a1b@zvh.example>", noon(), written).await.unwrap();
            mails.push(std::fs::read_to_string(var.path().join("mail/0a1b.eml")).unwrap());
        }
        assert_eq!(mails[0], mails[1]);
        for line in [
            "Uiterlijk vrijdag.",
            "text/calendar; charset=utf-8; method=PUBLISH",
            "filename=\"x.ics\"",
            "BEGIN:VCALENDAR",
        ] {
            assert!(mails[0].contains(line), "{line} in {}", mails[0]);
        }
    }

    #[tokio::test]
    async fn no_value_can_add_a_header() {
        let var = tempfile::tempdir().unwrap();
        let mailer = Mailer::new(&to_files(), var.path()).unwrap();
        let sly = "a@b.example\r\nBcc: everyone@b.example";
        let refused = mailer.send(sly, "<1@zvh.example>", noon(), written()).await;
        assert!(matches!(refused, Err(SendError::Message)));
        let subject = Written { subject: "x\r\nBcc: everyone@b.example".into(), ..written() };
        if mailer.send("a@b.example", "<2@zvh.example>", noon(), subject).await.is_ok() {
            let mail = std::fs::read_to_string(var.path().join("mail/2.eml")).unwrap();
            assert!(!mail.contains("\nBcc:"), "{mail}");
        }
    }

    #[tokio::test]
    async fn a_server_without_tls_gets_no_mail() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = tokio::spawn(async move {
            let (mut socket, _) = listener.accept().await.unwrap();
            socket.write_all(b"220 plain.example\r\n").await.unwrap();
            let mut heard = Vec::new();
            let mut buffer = [0; 512];
            while let Ok(length @ 1..) = socket.read(&mut buffer).await {
                heard.extend_from_slice(&buffer[..length]);
                let _ = socket.write_all(b"250 plain.example\r\n").await;
            }
            String::from_utf8_lossy(&heard).into_owned()
        });
        let mailer = Mailer::new(&to_server(port), Path::new("/nowhere")).unwrap();
        let error = mailer.send("a@b.example", "<1@zvh.example>", noon(), written()).await.unwrap_err();
        assert_eq!(error.code(), "no-tls");
        let heard = heard.await.unwrap();
        assert!(!heard.contains("MAIL FROM") && !heard.contains("vrijdag"), "{heard}");
    }

    #[tokio::test]
    async fn a_server_that_is_away_is_named_so() {
        let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        let mailer = Mailer::new(&to_server(port), Path::new("/nowhere")).unwrap();
        let error = mailer.send("a@b.example", "<1@zvh.example>", noon(), written()).await.unwrap_err();
        assert_eq!(error.code(), "unreachable");
    }

    #[test]
    fn a_missing_password_file_is_named() {
        let mut settings = to_server(1);
        if let Transport::Smtp(smtp) = &mut settings.transport {
            smtp.login = Some(crate::config::Login { user: "u".into(), password_file: "/nowhere/password".into() });
        }
        let error = Mailer::new(&settings, Path::new("/nowhere")).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("mail.smtp.password_file") && error.contains("/nowhere/password"), "{error}");
    }
}
