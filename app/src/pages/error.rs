//! Pages that say what went wrong: causes as data, one view for all.

use leptos::prelude::*;

use crate::components::{ButtonLink, ButtonRank, SearchForm};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};
use crate::place::Place;

/// Why there is no page to show. Each has one HTTP status (RFC 9110).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// 400: the request makes no sense.
    BadRequest,
    /// 403: the request may not be made, or came from another site.
    Forbidden,
    /// 404: there is no such page.
    NotFound,
    /// 405: the page exists, but not for this kind of request.
    MethodNotAllowed,
    /// 408: the request took too long to arrive.
    Timeout,
    /// 413: the request is too large.
    TooLarge,
    /// 415: the request is in a form we do not read.
    UnsupportedMedia,
    /// 422: the request is complete, but cannot be carried out.
    Unprocessable,
    /// 429: too many requests.
    TooMany,
    /// 500: our mistake.
    Internal,
    /// 503: something we need is away for now.
    Unavailable,
}

/// What a cause tells a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is the matter.
    pub title: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What to do.
    pub advice: &'static str,
    /// Where to go first.
    pub first: WayOn,
    /// Where else to go.
    pub other: WayOn,
}

/// A way on from a page that could not be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOn {
    /// To the first page.
    Home,
    /// To a saved referral.
    Resume,
    /// To the ways in.
    Refer,
    /// To the frequently asked questions.
    Questions,
    /// To telephone and address.
    Contact,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::BadRequest,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::Timeout,
        Self::TooLarge,
        Self::UnsupportedMedia,
        Self::Unprocessable,
        Self::TooMany,
        Self::Internal,
        Self::Unavailable,
    ];

    /// Its HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::Timeout => 408,
            Self::TooLarge => 413,
            Self::UnsupportedMedia => 415,
            Self::Unprocessable => 422,
            Self::TooMany => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }

    /// What it tells a visitor.
    pub const fn explanation(self) -> Explanation {
        match self {
            Self::BadRequest => Explanation {
                title: "Wij begrijpen uw verzoek niet",
                meaning: "Er ging iets mis in wat uw browser naar ons stuurde.",
                advice: "Ga terug naar de vorige pagina en probeer het opnieuw.",
                first: WayOn::Home,
                other: WayOn::Contact,
            },
            Self::Forbidden => Explanation {
                title: "U kunt dit hier niet doen",
                meaning: "Deze pagina is niet voor u toegankelijk, of uw verzoek kwam van een andere website.",
                advice: "Open de pagina vanaf onze eigen website en probeer het opnieuw.",
                first: WayOn::Home,
                other: WayOn::Contact,
            },
            Self::NotFound => Explanation {
                title: "Deze pagina bestaat niet",
                meaning: "Misschien is de pagina verplaatst of staat er een fout in het adres.",
                advice: "Controleer het adres, of ga verder via een van deze pagina's.",
                first: WayOn::Home,
                other: WayOn::Questions,
            },
            Self::MethodNotAllowed => Explanation {
                title: "Deze pagina werkt anders",
                meaning: "Uw browser vroeg de pagina op een manier die hier niet kan.",
                advice: "Open de pagina opnieuw vanaf het begin.",
                first: WayOn::Home,
                other: WayOn::Refer,
            },
            Self::Timeout => Explanation {
                title: "Het duurde te lang",
                meaning: "Uw verbinding viel weg of was te traag. Wij hebben niets ontvangen.",
                advice: "Controleer uw verbinding. Ga terug naar de vorige pagina en probeer het opnieuw.",
                first: WayOn::Resume,
                other: WayOn::Contact,
            },
            Self::TooLarge => Explanation {
                title: "Uw tekst is te lang",
                meaning: "U stuurde meer dan wij in één keer kunnen ontvangen. Wij hebben niets opgeslagen.",
                advice: "Ga terug naar de vorige pagina, maak de tekst korter en probeer het opnieuw.",
                first: WayOn::Resume,
                other: WayOn::Contact,
            },
            Self::UnsupportedMedia => Explanation {
                title: "Dit kunnen wij niet lezen",
                meaning: "Wij lezen alleen formulieren van deze website. Bestanden kunt u niet meesturen.",
                advice: "Vul het formulier op onze website in.",
                first: WayOn::Refer,
                other: WayOn::Contact,
            },
            Self::Unprocessable => Explanation {
                title: "Dit lukt zo niet",
                meaning: "Wij hebben uw verzoek ontvangen, maar kunnen het niet uitvoeren.",
                advice: "Ga terug naar de vorige pagina en controleer wat u invulde.",
                first: WayOn::Resume,
                other: WayOn::Contact,
            },
            Self::TooMany => Explanation {
                title: "U probeert het te vaak",
                meaning: "Er kwamen veel verzoeken kort na elkaar. Dat remmen wij af om misbruik te voorkomen.",
                advice: "Wacht een paar minuten en probeer het opnieuw.",
                first: WayOn::Home,
                other: WayOn::Contact,
            },
            Self::Internal => Explanation {
                title: "Er ging iets mis bij ons",
                meaning: "Dit ligt niet aan u.",
                advice: "Probeer het over een paar minuten opnieuw. Lukt het dan nog niet, bel ons.",
                first: WayOn::Resume,
                other: WayOn::Contact,
            },
            Self::Unavailable => Explanation {
                title: "Dit werkt nu even niet",
                meaning: "Een deel van onze website is tijdelijk niet bereikbaar. Dit ligt niet aan u.",
                advice: "Probeer het over een paar minuten opnieuw. Kan uw vraag niet wachten, bel ons.",
                first: WayOn::Home,
                other: WayOn::Contact,
            },
        }
    }
}

impl WayOn {
    fn link(self) -> Link {
        let (label, place) = match self {
            Self::Home => ("Naar de homepage", Place::Home),
            Self::Resume => ("Verder met uw aanmelding", Place::Resume),
            Self::Refer => ("Naar aanmelden", Place::Refer),
            Self::Questions => ("Veelgestelde vragen", Place::Questions),
            Self::Contact => ("Contact", Place::Contact),
        };
        Link::new(label, place.path())
    }
}

/// The whole document. `path` is the address that was asked for.
pub fn page(site: &Site, cause: Cause, path: &str) -> String {
    let house = site.house.clone();
    render(site, Head::unlisted(cause.explanation().title, path), || view(cause, house))
}

/// Its main part.
pub fn view(cause: Cause, house: House) -> impl IntoView {
    let said = cause.explanation();
    let href = house.phone.href();
    view! {
        <div class="zvh-frame zvh-page">
            <h1 class="nl-heading nl-heading--level-1">{said.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{said.meaning}</p>
            <div class="zvh-text">
                <p class="nl-paragraph">{said.advice}</p>
                <p class="nl-paragraph">
                    "Komt u er niet uit? Bel " <a class="nl-link" href=href>
                        {house.phone.shown}
                    </a> "."
                </p>
            </div>
            {(cause == Cause::NotFound).then(|| view! { <SearchForm /> })}
            <div class="zvh-actions">
                <ButtonLink link=said.first.link() rank=ButtonRank::Primary />
                <ButtonLink link=said.other.link() rank=ButtonRank::Secondary />
            </div>
            <p class="nl-paragraph zvh-checked">{format!("Code {}", cause.status())}</p>
        </div>
    }
}
