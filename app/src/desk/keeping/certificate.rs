//! That something was destroyed, on one sheet to print.

use chrono::NaiveDate;
use domain::calendar::long;
use domain::desk::outcome::Outcome;
use domain::retention::Situation;
use leptos::prelude::*;

use crate::desk::facts::facts;
use crate::desk::frame::{self, Present};
use crate::desk::navigation::{At, Part};
use crate::desk::note::{Tone, note};
use crate::document::{Site, render};
use crate::paths::Desk;

/// What stays of something that was destroyed.
pub struct Certificate {
    /// Its reference.
    pub reference: String,
    /// The title of its form, or its short name where the form is gone.
    pub form: String,
    /// Name of the municipality.
    pub municipality: Option<String>,
    /// The kind of organisation that sent it.
    pub organisation_kind: Option<String>,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Why it went.
    pub ground: Situation,
    /// When it went: "zaterdag 21 november 2026 om 14.32 uur".
    pub destroyed: String,
    /// Where the trail tells of it.
    pub in_trail: Option<InTrail>,
    /// Whether every word of this is as the program wrote it.
    pub is_proven: bool,
}

/// An entry of the trail.
pub struct InTrail {
    /// Its number.
    pub seq: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// The whole document.
pub fn certificate_page(site: &Site, present: &Present, certificate: &Certificate) -> String {
    let title = format!("Bewijs van vernietiging {}", certificate.reference);
    let path = Desk::Certificate(&certificate.reference).to_string();
    render(site, frame::head(site, present, At::Under(Part::Keeping), title, path), || view(certificate))
}

fn view(certificate: &Certificate) -> impl IntoView + use<> {
    let Certificate { reference, ground, in_trail, is_proven, .. } = certificate;
    let rule = format!("{} ({}).", ground.keeps(), ground.desk_source());
    let trail = match in_trail {
        Some(InTrail { seq, hash }) => {
            facts([("Regel in het logboek", seq.to_string()), ("Controlegetal van die regel", hash.clone())]).into_any()
        }
        None => note(
            Tone::Care,
            "Het logboek noemt deze vernietiging niet",
            view! { <p>"Laat de functionaris gegevensbescherming dit uitzoeken."</p> },
        )
        .into_any(),
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <p class="zvh-desk-back"><a class="nl-link" href=Desk::Keeping.to_string()>"Terug naar bewaren en vernietigen"</a></p>
            <h1 class="nl-heading nl-heading--level-1">
                "Bewijs van vernietiging"
                <span class="zvh-desk-sub">{reference.clone()}</span>
            </h1>
            {facts(known(certificate))}
            <h2 class="nl-heading nl-heading--level-2">"Waarom"</h2>
            <p class="nl-paragraph"><strong>{ground.desk_text()}</strong>". "{rule}</p>
            <h2 class="nl-heading nl-heading--level-2">"Wat is vernietigd"</h2>
            <p class="nl-paragraph">
                "Alle antwoorden, alles wat daarna gebeurde, bijdragen van collega’s, e-mails die nog wachtten en de kenmerken waarmee wij zaken \
                 over dezelfde persoon herkenden. Alleen wat op deze pagina staat, is er nog. Een reservekopie van vóór de vernietiging kan de \
                 gegevens nog bevatten, versleuteld, tot die kopie weg is."
            </p>
            <h2 class="nl-heading nl-heading--level-2">"Of dit klopt"</h2>
            {proof_view(*is_proven)}
            {trail}
        </div>
    }
}

fn known(certificate: &Certificate) -> [(&'static str, String); 8] {
    let Certificate { reference, form, municipality, organisation_kind, received_on, decided_on, outcome, .. } =
        certificate;
    [
        ("Referentie", reference.clone()),
        ("Formulier", form.clone()),
        ("Gemeente", municipality.clone().unwrap_or_default()),
        ("Soort organisatie", organisation_kind.clone().unwrap_or_default()),
        ("Ontvangen", long(*received_on)),
        ("Besluit", decided_on.map(long).unwrap_or_default()),
        ("Uitkomst", outcome.map(|outcome| outcome.text().to_owned()).unwrap_or_default()),
        ("Vernietigd", certificate.destroyed.clone()),
    ]
}

fn proof_view(is_proven: bool) -> impl IntoView {
    if is_proven {
        let body = view! { <p>"De gegevens hierboven zijn nog precies zoals het programma ze bij de vernietiging opschreef."</p> };
        note(Tone::Done, "Dit bewijs klopt", body).into_any()
    } else {
        let body = view! {
            <p>"De gegevens hierboven zijn veranderd, of de sleutel van het programma is een andere. Waarschuw de functionaris gegevensbescherming."</p>
        };
        note(Tone::Care, "Dit bewijs klopt niet", body).into_any()
    }
}
