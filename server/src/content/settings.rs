//! `house.toml`: who the house is and what the program needs to know of it.

mod accessibility;

use app::components::QuickExit;
use app::house::{Address, HelpLine, House, Link, Phone};
use app::pages::contact::Directions;
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::form::Form;
use domain::forms;
use serde::Deserialize;

pub use accessibility::{Accessibility, Status};

use super::fault::Faults;
use super::partners::is_id;
use super::source::{Day, Source};

/// The settings of a house.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// "Zorg- en Veiligheidshuis".
    pub kind: String,
    /// "Noorderland".
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
    /// The areas of those houses: a case from there is forwarded to them.
    #[serde(default, rename = "neighbour")]
    pub neighbours: Vec<Neighbour>,
    /// The forms that this house does not use, by their slug.
    #[serde(default)]
    pub forms_off: Vec<String>,
    /// Whether the house does not exist: a demonstration shows it unless another is named.
    #[serde(default)]
    pub invented: bool,
    /// Where the quick exit of a page about violence leads: a site that anyone may be looking at.
    #[serde(default, deserialize_with = "filled")]
    pub quick_exit_to: Option<String>,
    /// Whom to tell about a hole in the security (RFC 9116).
    pub security: Option<Security>,
    /// Where news and publications of all houses of the country are.
    national: Option<LinkEntry>,
    #[serde(default)]
    directions: DirectionsEntry,
}

/// Whom to tell about a hole in the security of the site.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Security {
    /// Addresses, best first: `mailto:`, `https:` or `tel:`. None: the contact page and the telephone of the house.
    #[serde(default)]
    pub contact: Vec<String>,
    expires: Day,
}

impl Security {
    /// The day from which nobody should trust this any more (RFC 9116 §2.5.5).
    pub fn expires(&self) -> NaiveDate {
        self.expires.0
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

/// The area of another house.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbour {
    /// Short stable name, stored as the answer.
    pub id: String,
    /// As it is offered: the area, and which house gets the case.
    pub label: String,
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

    /// Whom to call when it cannot wait, most urgent first.
    pub fn help_lines(&self) -> Vec<HelpLine> {
        self.help_line.iter().map(HelpLineEntry::help_line).collect()
    }

    /// Where the house stands.
    pub fn address(&self) -> Address {
        Address { street: self.address.street.clone(), town: self.address.town.clone() }
    }

    /// Where news and publications of all houses of the country are.
    pub fn national(&self) -> Option<Link> {
        self.national.as_ref().map(LinkEntry::link)
    }

    /// How to come to the house.
    pub fn directions(&self) -> Directions {
        let entry = &self.directions;
        Directions {
            public_transport: entry.public_transport.clone(),
            parking: entry.parking.clone(),
            step_free: entry.step_free.clone(),
            discretion: entry.discretion.clone(),
            map: entry.map.as_ref().map(LinkEntry::link),
        }
    }

    /// The keys a house must fill in before it goes live, and has not.
    pub fn gaps(&self) -> Vec<&'static str> {
        let Legal { contact_point, coordinating_fg, notice_mailbox, .. } = &self.legal;
        let Accessibility { status, report, .. } = &self.accessibility;
        let date = self.accessibility.date();
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
            ("directions.parking", self.directions.parking.is_none()),
            ("directions.step_free", self.directions.step_free.is_none()),
            ("security.expires", self.security.is_none()),
        ]
        .into_iter()
        .filter_map(|(key, is_empty)| is_empty.then_some(key))
        .collect()
    }

    /// The forms of the house, in the order of the route chooser.
    pub fn forms(&self) -> Vec<&'static Form> {
        forms::ALL.iter().copied().filter(|form| !self.forms_off.iter().any(|off| off == form.slug)).collect()
    }

    pub(super) fn house(&self, nav: Vec<Link>, footer: Vec<Link>, exit: Option<QuickExit>) -> House {
        House {
            kind: self.kind.clone(),
            region: self.region.clone(),
            phone: self.phone(),
            address: self.address(),
            municipalities: self.municipalities.iter().map(|municipality| municipality.name.clone()).collect(),
            help_lines: self.help_lines(),
            exit,
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
    for off in settings.forms_off.iter().filter(|off| forms::find(off).is_none()) {
        let known: Vec<&str> = forms::ALL.iter().map(|form| form.slug).collect();
        faults.add(source.fault(
            source.line_of(&format!("\"{off}\""), 0),
            format!("forms_off: there is no form \"{off}\""),
            format!("name one of: {}", known.join(", ")),
        ));
    }
    for neighbour in settings.neighbours.iter().filter(|neighbour| !is_id(&neighbour.id)) {
        faults.add(source.fault(
            source.line_of(&format!("\"{}\"", neighbour.id), 0),
            format!("\"{}\" cannot be the id of an area", neighbour.id),
            "use small letters, digits and hyphens",
        ));
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
    for contact in settings.security.iter().flat_map(|security| &security.contact) {
        if !["mailto:", "https://", "tel:"].iter().any(|start| contact.starts_with(start)) {
            faults.add(source.fault(
                source.line_of(&format!("\"{contact}\""), 0),
                format!("\"{contact}\" is no address for security researchers"),
                "start it with mailto:, https:// or tel:",
            ));
        }
    }
    for link in settings.national.iter().chain(&settings.directions.map) {
        if !link.href.starts_with("https://") {
            faults.add(source.fault(
                source.line_of(&format!("\"{}\"", link.href), 0),
                format!("\"{}\" is not the address of a website", link.href),
                "start it with https://",
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
struct LinkEntry {
    label: String,
    href: String,
}

impl LinkEntry {
    fn link(&self) -> Link {
        Link::new(&self.label, &self.href)
    }
}

/// Facts for who comes to the house; an empty text means: not filled in yet.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct DirectionsEntry {
    #[serde(deserialize_with = "filled")]
    public_transport: Option<String>,
    #[serde(deserialize_with = "filled")]
    parking: Option<String>,
    #[serde(deserialize_with = "filled")]
    step_free: Option<String>,
    #[serde(deserialize_with = "filled")]
    discretion: Option<String>,
    map: Option<LinkEntry>,
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

/// An empty text means: not filled in yet.
fn filled<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(from)?;
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}
