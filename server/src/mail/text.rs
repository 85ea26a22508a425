//! The words of the mails: text files with `{placeholders}`, checked when the program starts.
//!
//! The first line is `Onderwerp: …`, the rest is the mail. Each kind of mail has its own list of placeholders; each must
//! occur and no others may, so neither a typing mistake nor a forgotten date reaches anyone.

use std::path::{Path, PathBuf};

use super::{Booked, Facts, MailKind, calendar};

const SUBJECT: &str = "Onderwerp:";

/// The texts of one house.
pub struct Texts(Vec<(MailKind, Text)>);

/// A mail in words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The subject line.
    pub subject: String,
    /// The plain text.
    pub body: String,
    /// The link that takes its reader off a list, for mails to a list.
    pub unsubscribe: Option<String>,
    /// A file that goes with it.
    pub attachment: Option<Attachment>,
}

/// A file of a mail.
#[derive(Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What it is.
    pub media_type: &'static str,
    /// What is in it.
    pub text: String,
}

/// A text that can not be used.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// The file can not be read.
    #[error("{file}: {source}; every house has this mail text")]
    File {
        /// Which file.
        file: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Something in it is wrong.
    #[error("{file}, line {line}: {problem}")]
    Line {
        /// Which file.
        file: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong and what to do.
        problem: String,
    },
}

impl Texts {
    /// Loads `<content>/<house>/mail/*.txt`.
    pub fn load(content: &Path, house: &str) -> Result<Self, TextError> {
        let load = |kind: MailKind| -> Result<Text, TextError> {
            let file = content.join(house).join("mail").join(kind.name()).with_extension("txt");
            match std::fs::read_to_string(&file) {
                Ok(text) => Text::parse(kind, &text).map_err(|(line, problem)| TextError::Line { file, line, problem }),
                Err(source) => Err(TextError::File { file, source }),
            }
        };
        MailKind::ALL.into_iter().map(|kind| Ok((kind, load(kind)?))).collect::<Result<_, _>>().map(Self)
    }

    /// The mail in words.
    pub fn write(&self, kind: MailKind, facts: &Facts) -> Written {
        let text = self.0.iter().find(|(known, _)| *known == kind).map(|(_, text)| text);
        let written = |pieces: fn(&Text) -> &[Piece]| text.map(|text| fill(pieces(text), facts)).unwrap_or_default();
        let booked = facts.booked.as_ref().filter(|_| kind == MailKind::Booking);
        Written {
            subject: written(|text| &text.subject),
            body: written(|text| &text.body),
            unsubscribe: (kind == MailKind::Newsletter).then(|| facts.unsubscribe.clone()),
            attachment: booked.map(|booked| calendar::file(facts, booked)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placeholder {
    Reference,
    Noun,
    Route,
    Received,
    Promises,
    Confirm,
    Link,
    Until,
    House,
    Phone,
    Room,
    Day,
    Time,
    Cancel,
    Subject,
    Text,
    Unsubscribe,
}

impl Placeholder {
    fn of(kind: MailKind) -> &'static [Self] {
        use Placeholder::{
            Cancel, Confirm, Day, House, Link, Noun, Phone, Promises, Received, Reference, Room, Route, Subject, Text,
            Time, Unsubscribe, Until,
        };
        match kind {
            MailKind::Receipt => &[Reference, Noun, Route, Received, Promises, Confirm, House, Phone],
            MailKind::Booking => &[Reference, Room, Day, Time, Cancel, Confirm, House, Phone],
            MailKind::Notice => &[Reference, Noun, Route, Received, Promises, House],
            MailKind::News => &[Reference, Noun, Link, House, Phone],
            MailKind::Invitation => &[Reference, Link, Until, House, Phone],
            MailKind::ConfirmSubscription => &[Route, Confirm, House, Phone],
            MailKind::Newsletter => &[Subject, Text, Unsubscribe, House],
            MailKind::NewLink => &[Received, House, Phone],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Route => "route",
            Self::Received => "received",
            Self::Noun => "noun",
            Self::Promises => "promises",
            Self::Confirm => "confirm",
            Self::Link => "link",
            Self::Until => "until",
            Self::House => "house",
            Self::Phone => "phone",
            Self::Room => "room",
            Self::Day => "day",
            Self::Time => "time",
            Self::Cancel => "cancel",
            Self::Subject => "subject",
            Self::Text => "text",
            Self::Unsubscribe => "unsubscribe",
        }
    }

    /// Promises stand in a list, a line each.
    fn value(self, facts: &Facts) -> String {
        let booked = |value: fn(&Booked) -> &String| facts.booked.as_ref().map(value).cloned().unwrap_or_default();
        match self {
            Self::Reference => facts.reference.clone(),
            Self::Noun => facts.noun.clone(),
            Self::Route => facts.route.clone(),
            Self::Received => facts.received.clone(),
            Self::Promises => {
                facts.promises.iter().map(|promise| format!("- {promise}")).collect::<Vec<_>>().join("\n")
            }
            Self::Confirm => facts.confirm.clone(),
            Self::Link => facts.link.clone(),
            Self::Until => facts.until.clone(),
            Self::House => facts.house.clone(),
            Self::Phone => facts.phone.clone(),
            Self::Room => booked(|booked| &booked.room),
            Self::Day => booked(|booked| &booked.day),
            Self::Time => booked(|booked| &booked.time),
            Self::Cancel => booked(|booked| &booked.cancel),
            Self::Subject => facts.subject.clone(),
            Self::Text => facts.text.clone(),
            Self::Unsubscribe => facts.unsubscribe.clone(),
        }
    }
}

struct Text {
    subject: Vec<Piece>,
    body: Vec<Piece>,
}

enum Piece {
    Words(String),
    Value(Placeholder),
}

/// A line and what is wrong with it.
type Problem = (usize, String);

impl Text {
    fn parse(kind: MailKind, text: &str) -> Result<Self, Problem> {
        let allowed = Placeholder::of(kind);
        let mut lines = text.lines();
        let subject = lines.next().and_then(|line| line.strip_prefix(SUBJECT)).map(str::trim);
        let subject = subject.filter(|subject| !subject.is_empty());
        let subject = subject.ok_or((1, format!("the first line must be `{SUBJECT} …`")))?;
        let subject = pieces(subject, 1, allowed)?;
        let mut body = Vec::new();
        for (place, line) in lines.enumerate() {
            body.extend(pieces(line, place + 2, allowed)?);
            body.push(Piece::Words("\n".into()));
        }
        let occurs = |wanted: &Placeholder| {
            subject.iter().chain(&body).any(|piece| matches!(piece, Piece::Value(found) if found == wanted))
        };
        match allowed.iter().find(|placeholder| !occurs(placeholder)) {
            None => Ok(Self { subject, body }),
            Some(missing) => {
                Err((text.lines().count().max(1), format!("`{{{}}}` does not occur; add it", missing.name())))
            }
        }
    }
}

fn pieces(line: &str, number: usize, allowed: &[Placeholder]) -> Result<Vec<Piece>, Problem> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((words, after)) = rest.split_once('{') {
        let (name, after) =
            after.split_once('}').ok_or_else(|| (number, "a `{` is never closed with `}`".to_owned()))?;
        let placeholder = allowed.iter().copied().find(|placeholder| placeholder.name() == name);
        let placeholder = placeholder.ok_or_else(|| (number, unknown(name, allowed)))?;
        pieces.push(Piece::Words(words.to_owned()));
        pieces.push(Piece::Value(placeholder));
        rest = after;
    }
    pieces.push(Piece::Words(rest.to_owned()));
    Ok(pieces)
}

fn unknown(name: &str, allowed: &[Placeholder]) -> String {
    let names: Vec<String> = allowed.iter().map(|placeholder| format!("{{{}}}", placeholder.name())).collect();
    format!("`{{{name}}}` is unknown here; use {}", names.join(" "))
}

fn fill(pieces: &[Piece], facts: &Facts) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Value(placeholder) => placeholder.value(facts),
        })
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn facts() -> Facts {
        Facts {
            reference: "ZVH-2026-0001".into(),
            route: "Regieteam".into(),
            received: "zaterdag 21 november 2026 om 13.00 uur".into(),
            noun: "aanmelding".into(),
            promises: vec![
                "Wij nemen uiterlijk vrijdag 27 november 2026 contact met u op.".into(),
                "Uiterlijk vrijdag 4 december 2026 hoort u hoe het verdergaat.".into(),
            ],
            confirm: "https://zvh.example/bevestigen/0000-0000".into(),
            link: "https://zvh.example/bijdragen/0000-0000".into(),
            until: "vrijdag 4 december 2026".into(),
            house: "Zorg- en Veiligheidshuis Westelijke Mijnstreek".into(),
            phone: "046 000 00 00".into(),
            ..Facts::default()
        }
    }

    pub(crate) fn texts() -> Texts {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        Texts::load(&content, "westelijke-mijnstreek").unwrap()
    }

    #[test]
    fn the_receipt_tells_number_and_dates() {
        let written = texts().write(MailKind::Receipt, &facts());
        assert_eq!(written.subject, "Wij hebben uw aanmelding ZVH-2026-0001 ontvangen");
        for words in [
            "- Wij nemen uiterlijk vrijdag 27 november 2026",
            "- Uiterlijk vrijdag 4 december 2026",
            "046 000 00 00",
            "Regieteam",
            "/bevestigen/",
        ] {
            assert!(written.body.contains(words), "{words} in {}", written.body);
        }
        assert!(!written.body.contains(['{', '}']));
    }

    #[test]
    fn the_mail_of_a_booking_tells_room_and_time_and_brings_a_calendar_file() {
        let booked = Booked {
            room: "Spreekkamer 1".into(),
            day: "dinsdag 1 december 2026".into(),
            time: "van 9.00 tot 10.30 uur".into(),
            cancel: "https://zvh.example/afzeggen/1111".into(),
            ..Booked::default()
        };
        let written = texts().write(MailKind::Booking, &Facts { booked: Some(booked), ..facts() });
        for words in
            ["Spreekkamer 1", "dinsdag 1 december 2026", "van 9.00 tot 10.30 uur", "/afzeggen/1111", "/bevestigen/"]
        {
            assert!(written.body.contains(words), "{words} in {}", written.body);
        }
        let file = written.attachment.unwrap();
        assert_eq!(file.name, "ZVH-2026-0001.ics");
        assert!(file.text.starts_with("BEGIN:VCALENDAR\r\n") && file.text.contains("SUMMARY:Spreekkamer 1\r\n"));
        assert!(texts().write(MailKind::Receipt, &facts()).attachment.is_none());
    }

    #[test]
    fn the_notice_tells_number_and_dates() {
        let written = texts().write(MailKind::Notice, &facts());
        assert_eq!(written.subject, "Nieuw: aanmelding ZVH-2026-0001");
        assert!(written.body.contains("- Wij nemen uiterlijk vrijdag 27 november 2026 contact met u op."));
    }

    #[test]
    fn a_newsletter_holds_its_text_and_the_way_off_the_list() {
        let facts = Facts {
            subject: "Nieuws {van} november".into(),
            text: "Eerste regel\n\n{house} blijft staan.".into(),
            unsubscribe: "https://zvh.example/nieuwsbrief/afmelden/0000".into(),
            house: "Huis".into(),
            ..Facts::default()
        };
        let written = texts().write(MailKind::Newsletter, &facts);
        assert_eq!(written.subject, facts.subject);
        assert_eq!(written.unsubscribe.as_deref(), Some(facts.unsubscribe.as_str()));
        assert!(written.body.starts_with("Eerste regel\n\n{house} blijft staan.\n"), "{}", written.body);
        assert!(written.body.contains(&facts.unsubscribe));
        assert_eq!(texts().write(MailKind::Receipt, &facts).unsubscribe, None);
    }

    #[test]
    fn a_text_with_a_mistake_is_refused_with_its_line() {
        let all = "{reference} {noun} {route} {received} {promises} {house}";
        for (text, line, problem) in [
            (String::new(), 1, "Onderwerp:"),
            (format!("Betreft: x\n{all}"), 1, "Onderwerp:"),
            (format!("Onderwerp: \n{all}"), 1, "Onderwerp:"),
            (format!("Onderwerp: x\n\n{all} {{name}}"), 3, "`{name}` is unknown"),
            (format!("Onderwerp: x {{phone}}\n{all}"), 1, "`{phone}` is unknown"),
            (format!("Onderwerp: x\n{all}\n{{house"), 3, "never closed"),
            ("Onderwerp: x\n{reference} {noun}\n{route}".to_owned(), 3, "`{received}` does not occur"),
        ] {
            let Err((found, words)) = Text::parse(MailKind::Notice, &text) else { panic!("accepted: {text}") };
            assert_eq!(found, line, "{text}");
            assert!(words.contains(problem), "{words}");
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = Texts::load(Path::new("/nowhere"), "x").map(|_| ()).unwrap_err().to_string();
        assert!(error.starts_with("/nowhere/x/mail/ontvangstbevestiging.txt"), "{error}");
    }
}
