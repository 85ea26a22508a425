//! Documents: what was agreed and what is reported, with version, date and what each is worth today.

use chrono::NaiveDate;
use domain::values::Day;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use serde::Deserialize;

use crate::components::{Breadcrumb, ExternalLink, WrittenDate};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};
use crate::place::Place;

/// Title of the page.
pub const TITLE: &str = "Documenten";

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Names it in an address: `/documenten#<id>`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is, in one or two sentences.
    pub about: String,
    /// Under which heading it stands.
    pub kind: DocumentKind,
    /// What it is worth today.
    pub status: DocumentStatus,
    /// Its version.
    pub version: Option<String>,
    /// The day it was agreed or published.
    pub date: Option<NaiveDate>,
    /// Where it can be read.
    pub place: DocumentPlace,
    /// When its line on the page must be checked again, at the latest.
    pub review: NaiveDate,
}

/// Under which heading a document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// An agreement to work together.
    Convenant,
    /// How data are handled.
    Regeling,
    /// A yearly report (WGS art. 1.12).
    Jaarverslag,
    /// The criteria of a list of prioritised cases (WGS art. 2.32).
    Criteria,
    /// Any other.
    Overig,
}

/// What a document is worth today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentStatus {
    /// It holds.
    Geldig,
    /// It is being adapted to the law.
    WordtAangepast,
    /// It no longer holds.
    Vervallen,
    /// It is not here.
    Ontbreekt,
}

/// Where a document can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentPlace {
    /// On this site.
    File {
        /// Path of its address.
        path: String,
        /// `PDF`.
        format: String,
        /// How large it is.
        bytes: u64,
    },
    /// On another site.
    Link(String),
    /// Nowhere yet.
    Nowhere,
}

impl DocumentKind {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Convenant, Self::Regeling, Self::Jaarverslag, Self::Criteria, Self::Overig];

    const fn heading(self) -> &'static str {
        match self {
            Self::Convenant => "Convenanten",
            Self::Regeling => "Regelingen",
            Self::Jaarverslag => "Jaarverslagen",
            Self::Criteria => "Criteria voor een lijst met voorrang",
            Self::Overig => "Andere documenten",
        }
    }

    /// What to say when there is none. Nothing, where the law asks for nothing: then the heading stays away too.
    const fn none_yet(self) -> Option<&'static str> {
        match self {
            Self::Jaarverslag => Some(
                "Er staat nog geen jaarverslag op deze website. De wet vraagt om elk jaar verslag te doen, en om dat online te zetten \
                 (WGS artikel 1.12).",
            ),
            Self::Criteria => Some(
                "Er staan geen criteria op deze website. Een huis mag een lijst maken met casussen die voorrang krijgen. \
                 Dan moet het vooraf openbaar maken wanneer een casus op die lijst komt (WGS artikel 2.32).",
            ),
            Self::Convenant | Self::Regeling | Self::Overig => None,
        }
    }
}

impl DocumentStatus {
    const fn words(self) -> &'static str {
        match self {
            Self::Geldig => "geldig",
            Self::WordtAangepast => "wordt aangepast",
            Self::Vervallen => "vervallen",
            Self::Ontbreekt => "ontbreekt",
        }
    }

    fn meaning(self, house: &House) -> String {
        match self {
            Self::Geldig => "Dit geldt nu.".to_owned(),
            Self::WordtAangepast => {
                "Dit document klopt nog niet helemaal met de wet. Waar het afwijkt, geldt de wet.".to_owned()
            }
            Self::Vervallen => "Dit geldt niet meer.".to_owned(),
            Self::Ontbreekt => not_here(house),
        }
    }
}

fn not_here(house: &House) -> String {
    format!("Het staat nog niet op deze website. Wilt u het lezen? Bel {}.", house.phone.shown)
}

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, documents: &[Document], today: NaiveDate) -> String {
    let description = format!(
        "Convenanten, regelingen en jaarverslagen van het {}, met versie, datum en of ze nog gelden.",
        site.house.name()
    );
    let head = Head::page(TITLE, description, Place::Documents.path());
    render(site, head, || view(documents, &site.house, today))
}

/// Its main part.
pub fn view(documents: &[Document], house: &House, today: NaiveDate) -> impl IntoView + use<> {
    let groups = DocumentKind::ALL.iter().filter_map(|&kind| group(kind, documents, house, today)).collect_view();
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=TITLE.to_owned() />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">
                "Wat wij met onze partners hebben afgesproken en waarover wij verslag doen. Bij elk document staat wat het nu waard is."
            </p>
            {groups}
        </div>
    }
}

fn group(kind: DocumentKind, documents: &[Document], house: &House, today: NaiveDate) -> Option<impl IntoView + use<>> {
    let items = documents.iter().filter(|document| document.kind == kind);
    let items = items.map(|document| entry(document.clone(), house, today)).collect::<Vec<_>>();
    let none = items.is_empty().then(|| kind.none_yet());
    if none == Some(None) {
        return None;
    }
    let list = (!items.is_empty()).then(|| view! { <ul class="zvh-entries">{items}</ul> });
    let none = none.flatten().map(|words| view! { <p class="nl-paragraph zvh-line">{words}</p> });
    Some(view! {
        <section class="zvh-section">
            <h2 class="nl-heading nl-heading--level-2">{kind.heading()}</h2>
            {none}
            {list}
        </section>
    })
}

fn entry(document: Document, house: &House, today: NaiveDate) -> impl IntoView + use<> {
    let status = format!("Status: {}.", document.status.words());
    let meaning = document.status.meaning(house);
    let late = (today > document.review).then(|| {
        let day = Day::from(document.review).shown();
        let words = format!(
            "Wij hadden dit uiterlijk op {day} opnieuw moeten controleren. Twijfelt u of het nog klopt? Bel {}.",
            house.phone.shown
        );
        view! { <p class="nl-paragraph zvh-meta">{words}</p> }
    });
    let nowhere = (document.place == DocumentPlace::Nowhere && document.status != DocumentStatus::Ontbreekt)
        .then(|| format!(" {}", not_here(house)));
    let version = document.version.map(|version| format!("Versie {version}"));
    let date = document.date.map(|on| view! { <WrittenDate on=on /> });
    let (title, format) = match document.place {
        DocumentPlace::File { path, format, bytes } => {
            let link = view! {
                <a class="nl-link" href=path>
                    {document.title}
                </a>
            };
            (EitherOf3::A(link), Some(format!("{format}, {}", in_words(bytes))))
        }
        DocumentPlace::Link(href) => {
            (EitherOf3::B(view! { <ExternalLink link=Link::new(document.title, href) /> }), None)
        }
        DocumentPlace::Nowhere => (EitherOf3::C(document.title), None),
    };
    let between = |before: bool, after: bool| (before && after).then_some(" · ");
    let (has_version, has_date, has_format) = (version.is_some(), date.is_some(), format.is_some());
    let facts = (has_version || has_date || has_format).then(|| {
        view! {
            <p class="nl-paragraph zvh-meta">
                {version} {between(has_version, has_date || has_format)} {date} {between(has_date, has_format)} {format}
            </p>
        }
    });
    view! {
        <li id=document.id>
            <h3 class="nl-heading nl-heading--level-3">{title}</h3>
            {facts}
            <p class="nl-paragraph">{document.about}</p>
            <p class="nl-paragraph">
                <strong>{status}</strong> " " {meaning} {nowhere}
            </p>
            {late}
        </li>
    }
}

/// "340 kB", "1,2 MB": how much there is to fetch.
pub(super) fn in_words(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        1_000_000..10_000_000 if !tenths.is_multiple_of(10) => format!("{},{} MB", tenths / 10, tenths % 10),
        _ => format!("{} MB", tenths.div_ceil(10)),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn the_size_of_a_file_is_told_in_the_unit_that_fits() {
        for (bytes, words) in [
            (0, "0 kB"),
            (1, "1 kB"),
            (339_001, "340 kB"),
            (999_999, "1000 kB"),
            (1_000_000, "1 MB"),
            (1_150_000, "1,2 MB"),
            (9_950_001, "10 MB"),
            (12_000_001, "13 MB"),
        ] {
            assert_eq!(in_words(bytes), words);
        }
    }
}
