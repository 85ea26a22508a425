//! The organisations the house works with, by their place in the law.

use domain::context::ParticipantKind;
use leptos::either::Either;
use leptos::prelude::*;
use serde::Deserialize;

use crate::components::{Breadcrumb, ExternalLink};
use crate::document::{Head, Site, render};
use crate::house::Link;
use crate::place::Place;
use crate::tables;

/// Title of the page.
pub const TITLE: &str = "Partners";
/// The name under which the kind to show travels: `/partners?soort=vaste-privaat`.
pub const KIND: &str = "soort";

/// An organisation, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Short stable name.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// Its place in the law.
    pub kind: ParticipantKind,
    /// What sort of organisation it is.
    pub partner_type: PartnerType,
    /// Its own website.
    pub website: Option<String>,
    /// What it does, in one line.
    pub about: Option<String>,
    /// Other names people use for it.
    pub also_known_as: Vec<String>,
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

impl PartnerType {
    /// What its name does not always tell; nothing where name and sort are the same.
    const fn words(self) -> Option<&'static str> {
        match self {
            Self::Reclassering => Some("Reclassering"),
            Self::Ggd => Some("Gezondheidsdienst van de gemeenten"),
            Self::GecertificeerdeInstelling => Some("Jeugdbescherming"),
            Self::Ggz => Some("Geestelijke gezondheidszorg"),
            Self::SociaalDomein => Some("Sociaal domein"),
            Self::VeiligThuis => Some("Advies en meldpunt voor huiselijk geweld en kindermishandeling"),
            Self::Gemeente
            | Self::Politie
            | Self::OpenbaarMinisterie
            | Self::RaadVoorDeKinderbescherming
            | Self::Dji
            | Self::Overig => None,
        }
    }
}

/// The word for a kind in an address.
pub const fn slug(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::VasteOverheid => "vaste-overheid",
        ParticipantKind::VastePrivaat => "vaste-privaat",
        ParticipantKind::Incidenteel => "incidenteel",
    }
}

/// The address of the page that shows this kind, or all.
pub fn address(kind: Option<ParticipantKind>) -> String {
    let path = Place::Partners.path();
    kind.map_or_else(|| path.to_owned(), |kind| format!("{path}?{KIND}={}", slug(kind)))
}

/// The address of one partner on the page with all.
pub fn address_of(id: &str) -> String {
    format!("{}#{}", Place::Partners.path(), anchor(id))
}

fn anchor(id: &str) -> String {
    format!("partner-{id}")
}

/// The page with all partners, or with those of one kind. Search engines get the one with all.
pub fn page(site: &Site, partners: &[Partner], shown: Option<ParticipantKind>) -> String {
    let house = site.house.name();
    let description = format!("De organisaties waarmee het {house} samenwerkt, met wat elke soort deelnemer mag.");
    let head = Head::page(TITLE, description, Place::Partners.path());
    render(site, head, || view(partners, shown))
}

/// Its main part.
pub fn view(partners: &[Partner], shown: Option<ParticipantKind>) -> impl IntoView + use<> {
    let groups = ParticipantKind::ALL
        .into_iter()
        .filter(|kind| shown.is_none_or(|shown| shown == *kind))
        .map(|kind| group(kind, of_kind(partners, kind)))
        .collect_view();
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=TITLE.to_owned() />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">
                "Met deze organisaties werken wij samen. De wet kent drie soorten deelnemers. De soort bepaalt wie mag aanmelden en wie gegevens mag zien."
            </p>
            {filter(partners, shown)}
            {groups}
            <p class="nl-paragraph zvh-checked">
                "De indeling in soorten is hoe wij de Wet gegevensverwerking door samenwerkingsverbanden (WGS) lezen."
            </p>
        </div>
    }
}

/// Plain links: the choice is in the address, and Back works.
fn filter(partners: &[Partner], shown: Option<ParticipantKind>) -> impl IntoView + use<> {
    let choices = std::iter::once((None, partners.len()))
        .chain(ParticipantKind::ALL.map(|kind| (Some(kind), of_kind(partners, kind).len())))
        .map(|(kind, count)| {
            let words = format!("{} ({count})", kind.map_or("Alle partners", heading));
            let here = (kind == shown).then_some("true");
            view! {
                <li>
                    <a href=address(kind) aria-current=here>
                        {words}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="zvh-filter" aria-label="Soort deelnemer">
            <ul>{choices}</ul>
        </nav>
    }
}

fn group(kind: ParticipantKind, partners: Vec<Partner>) -> impl IntoView {
    let may = tables::may(kind)
        .into_iter()
        .map(|(what, answer)| {
            view! {
                <li>
                    {what} ": " <strong>{answer}</strong>
                </li>
            }
        })
        .collect_view();
    let about = format!("{} ({}).", tables::who(kind), article(kind));
    let list = if partners.is_empty() {
        Either::Left(view! { <p class="nl-paragraph">"Wij hebben nu geen partners van deze soort."</p> })
    } else {
        Either::Right(
            view! { <ul class="zvh-entries zvh-entries--two">{partners.into_iter().map(entry).collect_view()}</ul> },
        )
    };
    view! {
        <section class="zvh-section" aria-labelledby=slug(kind)>
            <h2 class="nl-heading nl-heading--level-2" id=slug(kind)>
                {heading(kind)}
            </h2>
            <div class="zvh-text">
                <p class="nl-paragraph">{about}</p>
                <ul>{may}</ul>
            </div>
            {list}
        </section>
    }
}

fn entry(partner: Partner) -> impl IntoView {
    // "Reclassering Nederland" tells by its name what it is.
    let lowered = partner.name.to_lowercase();
    let sort =
        partner.partner_type.words().filter(|words| !lowered.contains(&words.to_lowercase())).map(ToOwned::to_owned);
    let name = match partner.website {
        Some(href) => Either::Left(view! { <ExternalLink link=Link::new(partner.name, href) /> }),
        None => Either::Right(partner.name),
    };
    let known = match partner.also_known_as.as_slice() {
        [] => None,
        names => Some(format!("Ook bekend als {}.", names.join(", "))),
    };
    let lines = [sort, partner.about, known]
        .into_iter()
        .flatten()
        .map(|line| view! { <p class="nl-paragraph zvh-meta">{line}</p> })
        .collect_view();
    view! {
        <li id=anchor(&partner.id)>
            <h3 class="nl-heading nl-heading--level-3">{name}</h3>
            {lines}
        </li>
    }
}

/// The partners of one kind, by the alphabet.
fn of_kind(partners: &[Partner], kind: ParticipantKind) -> Vec<Partner> {
    let mut found: Vec<_> = partners.iter().filter(|partner| partner.kind == kind).cloned().collect();
    found.sort_by_key(|partner| partner.name.to_lowercase());
    found
}

const fn heading(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::VasteOverheid => "Vaste deelnemers van de overheid",
        ParticipantKind::VastePrivaat => "Vaste private deelnemers",
        ParticipantKind::Incidenteel => "Incidentele deelnemers",
    }
}

const fn article(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::VasteOverheid => "WGS artikel 2.27 lid 1",
        ParticipantKind::VastePrivaat => "WGS artikel 2.27 lid 2",
        ParticipantKind::Incidenteel => "WGS artikel 2.31 lid 9",
    }
}
