//! `house.toml`: who the house is and what the program needs to know of it.

use app::house::{Address, HelpLine, House, Link, Phone};
use chrono::NaiveDate;
use domain::calendar::Calendar;
use serde::Deserialize;

use super::fault::Faults;
use super::source::{Day, Source};

/// The settings of a house.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// "Zorg- en Veiligheidshuis".
    pub kind: String,
    /// "Westelijke Mijnstreek".
    pub region: String,
    /// The letters every reference starts with.
    pub reference_prefix: String,
    phone: PhoneEntry,
    address: AddressEntry,
    /// The working area (BGS art. 2.18), with the codes of the national list.
    #[serde(rename = "municipality")]
    pub municipalities: Vec<Municipality>,
    help_line: Vec<HelpLineEntry>,
    /// Working days: what the house does on Good Friday, and when it is closed.
    pub calendar: Calendar,
    /// What the law wants to be known or set.
    pub legal: Legal,
    /// What the accessibility statement says (Tijdelijk besluit digitale toegankelijkheid overheid, art. 4).
    #[serde(default)]
    pub accessibility: Accessibility,
    /// Houses that this one works with, by region.
    #[serde(default)]
    pub sister_houses: Vec<String>,
    /// Where the quick exit of a page about violence leads: a site that anyone may be looking at.
    #[serde(default, deserialize_with = "filled")]
    pub quick_exit_to: Option<String>,
}

/// What the accessibility statement says. What is not filled in yet is `None`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// How far the site meets the norm.
    #[serde(default, deserialize_with = "status")]
    pub status: Option<Status>,
    #[serde(default, deserialize_with = "day")]
    date: Option<Day>,
    /// Address of the statement in the national register, with the report of the research.
    #[serde(default, deserialize_with = "filled")]
    pub report: Option<String>,
}

impl Accessibility {
    /// The day of the statement.
    pub fn date(&self) -> Option<NaiveDate> {
        self.date.map(|day| day.0)
    }
}

/// The status of an accessibility statement, by the letters of the national model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Status {
    /// Meets the norm.
    A,
    /// Meets it in part; measures are planned.
    B,
    /// First measures were taken; research follows.
    C,
    /// Does not meet it.
    D,
    /// Nothing is known.
    E,
}

impl Status {
    /// Its letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
        }
    }
}

/// A municipality of the working area.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Its code, four digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// What the law wants to be known or set.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Legal {
    /// The body that handles requests about personal data for all controllers (BGS art. 1.1).
    pub contact_point: ContactPoint,
    /// The coordinating data protection officer (WGS art. 1.4 lid 2).
    pub coordinating_fg: Officer,
    /// Where notices of new referrals go; without it no notice is sent. Not published.
    #[serde(deserialize_with = "filled")]
    pub notice_mailbox: Option<String>,
    review: Day,
}

impl Legal {
    /// When these settings must be read again, at the latest.
    pub fn review(&self) -> NaiveDate {
        self.review.0
    }
}

/// The contact point of BGS art. 1.1: a college or burgemeester of a participating municipality. What is not filled in yet is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactPoint {
    /// The body.
    #[serde(deserialize_with = "filled")]
    pub name: Option<String>,
    /// Its postal address.
    #[serde(deserialize_with = "filled")]
    pub address: Option<String>,
    /// Its mail address.
    #[serde(deserialize_with = "filled")]
    pub mail: Option<String>,
}

/// A data protection officer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Officer {
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Option<String>,
    /// Mail address.
    #[serde(deserialize_with = "filled")]
    pub mail: Option<String>,
}

impl Settings {
    /// The telephone number of the house.
    pub fn phone(&self) -> Phone {
        self.phone.phone()
    }

    /// Where the house stands.
    pub fn address(&self) -> Address {
        Address { street: self.address.street.clone(), town: self.address.town.clone() }
    }

    /// The keys a house must fill in before it goes live, and has not.
    pub fn gaps(&self) -> Vec<&'static str> {
        let Legal { contact_point, coordinating_fg, notice_mailbox, .. } = &self.legal;
        let Accessibility { status, date, report } = &self.accessibility;
        [
            ("legal.contact_point.name", contact_point.name.is_none()),
            ("legal.contact_point.address", contact_point.address.is_none()),
            ("legal.contact_point.mail", contact_point.mail.is_none()),
            ("legal.coordinating_fg.name", coordinating_fg.name.is_none()),
            ("legal.coordinating_fg.mail", coordinating_fg.mail.is_none()),
            ("legal.notice_mailbox", notice_mailbox.is_none()),
            ("accessibility.status", status.is_none()),
            ("accessibility.date", date.is_none()),
            ("accessibility.report", report.is_none()),
        ]
        .into_iter()
        .filter_map(|(key, is_empty)| is_empty.then_some(key))
        .collect()
    }

    pub(super) fn house(&self, nav: Vec<Link>, footer: Vec<Link>) -> House {
        House {
            kind: self.kind.clone(),
            region: self.region.clone(),
            phone: self.phone(),
            address: self.address(),
            municipalities: self.municipalities.iter().map(|municipality| municipality.name.clone()).collect(),
            help_lines: self.help_line.iter().map(HelpLineEntry::help_line).collect(),
            nav,
            footer,
        }
    }
}

pub(super) fn load(source: &Source) -> Result<Settings, Faults> {
    let settings: Settings = source.toml()?;
    let mut faults = Faults::default();
    for municipality in &settings.municipalities {
        if municipality.code.len() != 4 || !municipality.code.bytes().all(|byte| byte.is_ascii_digit()) {
            faults.add(source.fault(
                source.line_of(&format!("\"{}\"", municipality.code), 0),
                format!("\"{}\" is not the code of a municipality", municipality.code),
                "write the four digits of the national list, as \"0888\"",
            ));
        }
    }
    for dial in settings.help_line.iter().map(|line| &line.phone.dial).chain([&settings.phone.dial]) {
        let digits = dial.strip_prefix('+').unwrap_or(dial);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            faults.add(source.fault(
                source.line_of(&format!("\"{dial}\""), 0),
                format!("\"{dial}\" cannot be dialled"),
                "write only digits, with + and the country first, as \"+31464778700\"",
            ));
        }
    }
    let addresses = [&settings.quick_exit_to, &settings.accessibility.report];
    for address in addresses.into_iter().flatten().filter(|address| !address.starts_with("https://")) {
        faults.add(source.fault(
            source.line_of(&format!("\"{address}\""), 0),
            format!("\"{address}\" is not the address of a site"),
            "start it with https://",
        ));
    }
    if faults.is_empty() { Ok(settings) } else { Err(faults) }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PhoneEntry {
    shown: String,
    dial: String,
}

impl PhoneEntry {
    fn phone(&self) -> Phone {
        Phone { shown: self.shown.clone(), dial: self.dial.clone() }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AddressEntry {
    street: String,
    town: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HelpLineEntry {
    name: String,
    when: String,
    phone: PhoneEntry,
}

impl HelpLineEntry {
    fn help_line(&self) -> HelpLine {
        HelpLine { phone: self.phone.phone(), name: self.name.clone(), when: self.when.clone() }
    }
}

/// An empty letter means: not filled in yet.
fn status<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Status>, D::Error> {
    use serde::de::{IntoDeserializer as _, value::StrDeserializer};
    let Some(letter) = filled(from)? else { return Ok(None) };
    let letter: StrDeserializer<'_, D::Error> = letter.as_str().into_deserializer();
    Status::deserialize(letter).map(Some)
}

/// A date, or an empty text: not filled in yet.
fn day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
    use serde::de::Error as _;
    match toml::Value::deserialize(from)? {
        toml::Value::String(text) if text.is_empty() => Ok(None),
        toml::Value::Datetime(found) if let Some(day) = Day::from_toml(found) => Ok(Some(day)),
        other => Err(D::Error::custom(format!("{other} is not a date"))),
    }
}

/// An empty text means: not filled in yet.
fn filled<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(from)?;
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}
