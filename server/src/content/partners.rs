//! `partners.toml`: the organisations the house works with, and their place in the law.

pub mod import;

use std::collections::BTreeSet;

pub use app::pages::partners::PartnerType;
use domain::context::ParticipantKind;
use serde::Deserialize;

use super::fault::Faults;
use super::source::Source;

/// An organisation of the partner register.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Short stable name, stored as the answer. Small letters, digits and hyphens.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// Its place in the law.
    pub kind: ParticipantKind,
    /// What sort of organisation it is.
    #[serde(rename = "type")]
    pub partner_type: PartnerType,
    /// The domains of its mail addresses; empty when we do not know them.
    #[serde(default)]
    pub mail_domains: Vec<String>,
    /// Its own website.
    pub website: Option<String>,
    /// What it does, in one line.
    pub about: Option<String>,
    /// Other names people use for it.
    #[serde(default)]
    pub also_known_as: Vec<String>,
}

impl Partner {
    /// As the directory shows it.
    pub fn shown(&self) -> app::pages::partners::Partner {
        app::pages::partners::Partner {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: self.kind,
            partner_type: self.partner_type,
            website: self.website.clone(),
            about: self.about.clone(),
            also_known_as: self.also_known_as.clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    partner: Vec<toml::Spanned<Partner>>,
}

pub(super) fn load(source: &Source) -> Result<Vec<Partner>, Faults> {
    let Register { partner: partners } = source.toml()?;
    let mut faults = Faults::default();
    let mut seen = BTreeSet::new();
    for entry in &partners {
        let (partner, start) = (entry.get_ref(), entry.span().start);
        let line = source.line_of(&format!("\"{}\"", partner.id), start);
        if !is_id(&partner.id) {
            let problem = format!("\"{}\" cannot be the id of a partner", partner.id);
            faults.add(source.fault(line, problem, "use small letters, digits and hyphens"));
        }
        if !seen.insert(&partner.id) {
            let problem = format!("two partners have the id \"{}\"", partner.id);
            faults.add(source.fault(line, problem, "give each its own; answers are stored under it"));
        }
        for domain in &partner.mail_domains {
            if !is_mail_domain(domain) {
                let line = source.line_of(&format!("\"{domain}\""), start);
                let problem = format!("\"{domain}\" is not a mail domain");
                faults.add(source.fault(line, problem, "write what follows the @, as \"example.nl\""));
            }
        }
        if let Some(website) = partner.website.as_ref().filter(|website| !is_website(website)) {
            let line = source.line_of(&format!("\"{website}\""), start);
            let problem = format!("\"{website}\" is not the address of a website");
            faults.add(source.fault(line, problem, "start it with https://"));
        }
    }
    if faults.is_empty() { Ok(partners.into_iter().map(toml::Spanned::into_inner).collect()) } else { Err(faults) }
}

/// Can this be the id of a partner?
pub(super) fn is_id(text: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    !text.is_empty() && text.chars().all(allowed)
}

/// Is this what follows the @ of a mail address?
pub(super) fn is_mail_domain(text: &str) -> bool {
    text.contains('.') && !text.contains(['@', ' '])
}

/// Is this an address that a link may lead to?
pub(super) fn is_website(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| rest.contains('.') && !rest.contains(' '))
}
