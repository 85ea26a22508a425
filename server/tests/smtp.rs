//! Mail to a server with TLS: it arrives, with our login, and only if the server is who it says.
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use server::config::{Encryption, Login, MailSettings, Smtp, Transport};
use server::mail::{Mailer, Written};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// A mail server for one conversation; gives all it heard once TLS stood.
struct MailServer {
    port: u16,
    heard: JoinHandle<String>,
    /// The certificate, as a file for `mail.smtp.ca_file`.
    certificate: PathBuf,
    directory: tempfile::TempDir,
}

async fn mail_server(encryption: Encryption, refuse: bool) -> MailServer {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let directory = tempfile::tempdir().unwrap();
    let certificate = directory.path().join("ca.pem");
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key);
    let acceptor = TlsAcceptor::from(Arc::new(config.unwrap()));
    let listener = TcpListener::bind("localhost:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = tokio::spawn(async move {
        let (mut plain, _) = listener.accept().await.unwrap();
        if encryption == Encryption::Starttls {
            plain.write_all(b"220 localhost\r\n").await.unwrap();
            let mut lines = BufReader::new(&mut plain);
            for answer in ["250-localhost\r\n250 STARTTLS\r\n", "220 go ahead\r\n"] {
                lines.read_line(&mut String::new()).await.unwrap();
                lines.get_mut().write_all(answer.as_bytes()).await.unwrap();
            }
        }
        let Ok(mut encrypted) = acceptor.accept(plain).await else { return "no TLS".to_owned() };
        if encryption == Encryption::Tls {
            encrypted.write_all(b"220 localhost\r\n").await.unwrap();
        }
        converse(encrypted, refuse).await
    });
    MailServer { port, heard, certificate, directory }
}

async fn converse(stream: impl AsyncRead + AsyncWrite + Unpin, refuse: bool) -> String {
    let mut stream = BufReader::new(stream);
    let (mut heard, mut line, mut in_mail) = (String::new(), String::new(), false);
    while stream.read_line(&mut line).await.is_ok_and(|length| length > 0) {
        heard.push_str(&line);
        let answer = match line.split_whitespace().next().unwrap_or_default() {
            "." if in_mail => {
                in_mail = false;
                "250 accepted\r\n"
            }
            _ if in_mail => "",
            "EHLO" => "250-localhost\r\n250 AUTH PLAIN\r\n",
            "AUTH" => "235 welcome\r\n",
            "RCPT" if refuse => "550 nobody here\r\n",
            "DATA" => {
                in_mail = true;
                "354 go on\r\n"
            }
            _ => "250 fine\r\n",
        };
        stream.get_mut().write_all(answer.as_bytes()).await.unwrap();
        line.clear();
    }
    heard
}

fn mailer(server: &MailServer, encryption: Encryption, ca_file: Option<PathBuf>) -> Mailer {
    let password_file = server.directory.path().join("password");
    std::fs::write(&password_file, "secret\n").unwrap();
    let login = Some(Login { user: "zvh".into(), password_file });
    let smtp = Smtp { host: "localhost".into(), port: server.port, encryption, login, ca_file };
    let settings = MailSettings { from: "huis@zvh.example".into(), transport: Transport::Smtp(smtp) };
    Mailer::new(&settings, Path::new("/nowhere")).unwrap()
}

async fn send(mailer: &Mailer) -> Result<(), &'static str> {
    let written =
        Written { subject: "Nieuwe aanmelding".into(), body: "Bel uiterlijk vrijdag.\n".into(), ..Written::default() };
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    mailer.send("a@b.example", "<1@zvh.example>", at, written).await.map_err(|error| error.code())
}

#[tokio::test]
async fn a_mail_arrives_over_tls_with_our_login() {
    for encryption in [Encryption::Starttls, Encryption::Tls] {
        let server = mail_server(encryption, false).await;
        let mailer = mailer(&server, encryption, Some(server.certificate.clone()));
        assert_eq!(send(&mailer).await, Ok(()), "{encryption:?}");
        drop(mailer);
        let heard = server.heard.await.unwrap();
        // "\0zvh\0secret" in base 64 (RFC 4616).
        for words in
            ["AUTH PLAIN AHp2aABzZWNyZXQ=", "MAIL FROM:<huis@zvh.example>", "RCPT TO:<a@b.example>", "Bel uiterlijk"]
        {
            assert!(heard.contains(words), "{encryption:?}: {words} in {heard}");
        }
    }
}

#[tokio::test]
async fn a_server_with_a_certificate_of_nobody_we_trust_gets_no_mail() {
    for encryption in [Encryption::Starttls, Encryption::Tls] {
        let server = mail_server(encryption, false).await;
        assert_eq!(send(&mailer(&server, encryption, None)).await, Err("no-tls"), "{encryption:?}");
        assert_eq!(server.heard.await.unwrap(), "no TLS");
    }
}

#[tokio::test]
async fn a_refusal_is_told_as_such() {
    let server = mail_server(Encryption::Starttls, true).await;
    let mailer = mailer(&server, Encryption::Starttls, Some(server.certificate.clone()));
    assert_eq!(send(&mailer).await, Err("refused"));
}
