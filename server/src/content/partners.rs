//! `partners.toml`: the organisations the house works with, and their place in the law.

use std::collections::BTreeSet;

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
}

/// What sort of organisation a partner is (WGS art. 2.27).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartnerType {
    /// A municipality: its college or burgemeester.
    Gemeente,
    /// The police.
    Politie,
    /// The public prosecution service.
    OpenbaarMinisterie,
    /// The child protection board.
    RaadVoorDeKinderbescherming,
    /// The custodial institutions agency.
    Dji,
    /// The municipal health service.
    Ggd,
    /// A probation organisation.
    Reclassering,
    /// Advice and reporting on domestic violence and child abuse.
    VeiligThuis,
    /// A certified institution for youth protection.
    GecertificeerdeInstelling,
    /// Mental health care.
    Ggz,
    /// Works for a college under social law: social work, shelter.
    SociaalDomein,
    /// Any other.
    Overig,
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
        let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if partner.id.is_empty() || !partner.id.chars().all(allowed) {
            let problem = format!("\"{}\" cannot be the id of a partner", partner.id);
            faults.add(source.fault(line, problem, "use small letters, digits and hyphens"));
        }
        if !seen.insert(&partner.id) {
            let problem = format!("two partners have the id \"{}\"", partner.id);
            faults.add(source.fault(line, problem, "give each its own; answers are stored under it"));
        }
        for domain in &partner.mail_domains {
            if !domain.contains('.') || domain.contains(['@', ' ']) {
                let line = source.line_of(&format!("\"{domain}\""), start);
                let problem = format!("\"{domain}\" is not a mail domain");
                faults.add(source.fault(line, problem, "write what follows the @, as \"example.nl\""));
            }
        }
    }
    if faults.is_empty() { Ok(partners.into_iter().map(toml::Spanned::into_inner).collect()) } else { Err(faults) }
}
