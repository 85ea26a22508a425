//! What can stand in the trail, in words: each action as the store names it, the kinds of them, and what their results mean.

use std::str::FromStr as _;

use chrono::NaiveDate;
use domain::calendar;
use domain::desk::role::{Right, Role};
use domain::referral::Happening;
use domain::retention::Situation;

/// A kind of action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Someone saw what is in a case, or took it out.
    Seen,
    /// What was done with a case.
    Case,
    /// What was destroyed.
    Destroyed,
    /// Signing in and out.
    SignIn,
    /// What was refused.
    Refused,
    /// Who works here, and the keys.
    Staff,
    /// Mail.
    Mail,
    /// The newsletter.
    Newsletter,
    /// Looking at lists and at the trail itself.
    Lists,
    /// What the program does by itself.
    Program,
}

impl Group {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 10] = [
        Self::Seen,
        Self::Case,
        Self::Destroyed,
        Self::SignIn,
        Self::Refused,
        Self::Staff,
        Self::Mail,
        Self::Newsletter,
        Self::Lists,
        Self::Program,
    ];

    /// Its word in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Seen => "gezien",
            Self::Case => "gedaan",
            Self::Destroyed => "vernietigd",
            Self::SignIn => "inloggen",
            Self::Refused => "geweigerd",
            Self::Staff => "medewerkers",
            Self::Mail => "mail",
            Self::Newsletter => "nieuwsbrief",
            Self::Lists => "lijsten",
            Self::Program => "vanzelf",
        }
    }

    /// In the list of choices.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Seen => "Een zaak ingezien of meegenomen",
            Self::Case => "Iets gedaan met een zaak",
            Self::Destroyed => "Vernietigd",
            Self::SignIn => "In- en uitgelogd",
            Self::Refused => "Geweigerd",
            Self::Staff => "Medewerkers en sleutels",
            Self::Mail => "E-mail",
            Self::Newsletter => "Nieuwsbrief",
            Self::Lists => "Een lijst of het logboek bekeken",
            Self::Program => "Vanzelf gegaan",
        }
    }
}

/// An action.
pub struct Action {
    /// As the store names it.
    pub slug: String,
    /// For people.
    pub text: String,
    /// Of which kind it is.
    pub group: Group,
}

/// All that is not a happening of a case.
const FIXED: &[(&str, &str, Group)] = &[
    ("referral.viewed", "Zaak ingezien", Group::Seen),
    ("referral.opened", "Zaak geopend aan de opdrachtregel", Group::Seen),
    ("referral.not-opened", "Zaak niet kunnen openen aan de opdrachtregel", Group::Refused),
    ("referral.handed-over", "Gegevens van een zaak doorgegeven", Group::Seen),
    ("referral.destroyed", "Zaak vernietigd", Group::Destroyed),
    ("draft.created", "Aanmelding begonnen", Group::Case),
    ("drafts.expired", "Niet verstuurde aanmeldingen verwijderd", Group::Program),
    ("subscription.expired", "Onbevestigde aanmelding voor de nieuwsbrief verwijderd", Group::Program),
    // Written until 22 November 2026; the trail keeps what was written.
    (
        "subscriptions.expired",
        "Onbevestigde aanmeldingen voor de nieuwsbrief verwijderd (eerdere vorm)",
        Group::Program,
    ),
    ("subscription.replaced", "Eerdere aanmelding voor de nieuwsbrief vervangen", Group::Program),
    ("subscription.ended", "Afgemeld voor de nieuwsbrief", Group::Newsletter),
    ("subscribers.exported", "Lijst van de nieuwsbrief uitgevoerd", Group::Newsletter),
    ("newsletter.queued", "Nieuwsbrief klaargezet", Group::Newsletter),
    ("newsletter.viewed", "Lijst van de nieuwsbrief bekeken", Group::Lists),
    ("desk.refused", "Pagina geweigerd", Group::Refused),
    ("session.begun", "Ingelogd", Group::SignIn),
    ("session.renewed", "Passkey opnieuw gegeven", Group::SignIn),
    ("session.refused", "Niet kunnen inloggen", Group::Refused),
    ("session.ended", "Sessie beëindigd", Group::SignIn),
    ("session.replaced", "Oudste sessie beëindigd door een nieuwe", Group::SignIn),
    ("member.invited", "Medewerker uitgenodigd", Group::Staff),
    ("member.linked", "Nieuwe link gemaakt voor een medewerker", Group::Staff),
    ("member.enrolled", "Medewerker maakte een passkey", Group::Staff),
    ("member.accepted", "Medewerker beloofde geheimhouding", Group::Staff),
    ("member.changed", "Rollen of datums van een medewerker gewijzigd", Group::Staff),
    ("member.passkey-added", "Passkey toegevoegd", Group::Staff),
    ("member.passkey-removed", "Passkey verwijderd", Group::Staff),
    ("member.left", "Medewerker vertrokken", Group::Staff),
    ("house-key.made", "Nieuwe sleutel van het huis gemaakt", Group::Staff),
    ("house-key.shared", "Sleutel van het huis gegeven", Group::Staff),
    ("house-key.typed", "Sleutel van het huis gekregen met een code op papier", Group::Staff),
    ("house-key.refused", "Code op papier die niets opende", Group::Refused),
    ("house-keys.recovered", "Codes van de sleutels van het huis opnieuw uitgeschreven", Group::Staff),
    ("keys.made", "Eerste sleutels gemaakt", Group::Staff),
    ("mail.sent", "E-mail verstuurd", Group::Mail),
    ("mail.failed", "E-mail niet verstuurd", Group::Mail),
    ("queue.viewed", "Werkvoorraad bekeken", Group::Lists),
    ("staff.viewed", "Medewerkers bekeken", Group::Lists),
    ("keeping.viewed", "Bewaren en vernietigen bekeken", Group::Lists),
    ("access.viewed", "Toegang tot aanmeldingen bekeken", Group::Lists),
    ("keys.viewed", "Sleutels van het huis bekeken", Group::Lists),
    ("rooms.viewed", "Reserveringen bekeken", Group::Lists),
    ("trail.viewed", "Logboek bekeken", Group::Lists),
    ("trail.exported", "Logboek gedownload", Group::Lists),
];

/// All actions, those of a case first.
pub fn all() -> Vec<Action> {
    let happenings = Happening::ALL.into_iter().map(|what| {
        let text = format!("Zaak: {}", what.desk_text().to_lowercase());
        Action { slug: format!("referral.{}", what.slug()), text, group: Group::Case }
    });
    let fixed = FIXED.iter().map(|(slug, text, group)| Action {
        slug: (*slug).to_owned(),
        text: (*text).to_owned(),
        group: *group,
    });
    let is_told_apart = |action: &Action| !FIXED.iter().any(|(slug, ..)| *slug == action.slug);
    happenings.filter(is_told_apart).chain(fixed).collect()
}

/// The actions of a kind, as the store names them.
pub(super) fn of(group: Group) -> Vec<String> {
    all().into_iter().filter(|action| action.group == group).map(|action| action.slug).collect()
}

pub(super) fn is_known(slug: &str) -> bool {
    all().iter().any(|action| action.slug == slug)
}

/// An action in words; one that is not known as the store names it.
pub fn text(slug: &str) -> String {
    all().into_iter().find(|action| action.slug == slug).map_or_else(|| slug.to_owned(), |action| action.text)
}

/// A result in words; nothing where it only says that it was done.
pub fn result_text(action: &str, result: &str) -> String {
    match (action, result) {
        (_, "ok") => String::new(),
        ("referral.opened" | "referral.not-opened", "handling") => "Om de zaak te behandelen".to_owned(),
        ("referral.opened" | "referral.not-opened", "restore-test") => "Om een reservekopie te proberen".to_owned(),
        ("referral.opened" | "referral.not-opened", "access-request") => "Voor een verzoek om inzage".to_owned(),
        ("referral.opened" | "referral.not-opened", "emergency") => "In nood".to_owned(),
        ("referral.destroyed", ground) => {
            Situation::from_slug(ground).map_or_else(|| ground.to_owned(), |ground| ground.desk_text().to_owned())
        }
        ("referral.assigned", "nobody") => "Aan niemand".to_owned(),
        ("session.refused", "no-answer") => "De passkey gaf geen antwoord".to_owned(),
        ("session.refused", "not-asked") => "Niet hier begonnen, of te laat".to_owned(),
        ("session.refused", "unknown-passkey") => "Onbekende passkey".to_owned(),
        ("session.refused", "wrong-signature") => "De handtekening van de passkey klopt niet".to_owned(),
        ("session.refused", "key-does-not-open") => "De sleutel past niet".to_owned(),
        ("session.refused", "key-was-changed") => "De sleutel is van buiten veranderd".to_owned(),
        ("session.refused", "left") => "Werkt hier niet meer".to_owned(),
        ("session.refused", "no-role") => "Geen rol die nu geldt".to_owned(),
        ("session.refused", "other-member") => "De passkey van iemand anders".to_owned(),
        ("house-key.typed" | "house-keys.recovered", "house") => "Met de huissleutel".to_owned(),
        ("house-key.typed" | "house-keys.recovered", "recovery") => "Met de herstelsleutel".to_owned(),
        ("house-key.refused", "not-a-key") => "Het was geen sleutel".to_owned(),
        ("house-key.refused", "other-key") => "De sleutel van een ander huis, of een die hier niet geldt".to_owned(),
        ("house-key.refused", "too-early") => "De herstelsleutel, voordat iemand de huissleutel had".to_owned(),
        ("member.invited" | "member.changed", appointment) => appointment_text(appointment),
        ("desk.refused", right) => {
            let needed = Right::from_slug(right).map_or_else(|| right.to_owned(), |right| right.text().to_owned());
            format!("Nodig: het recht om {needed}")
        }
        ("drafts.expired" | "subscriptions.expired" | "newsletter.queued" | "subscribers.exported", count) => {
            format!("Aantal: {count}")
        }
        (_, other) => other.to_owned(),
    }
}

/// "until 2026-11-30; intake 2026-11-30": what someone may do and until when.
fn appointment_text(told: &str) -> String {
    let sentence = |part: &str| {
        let (what, day) = part.split_once(' ')?;
        let day = NaiveDate::from_str(day).ok().map(calendar::short)?;
        Some(match what {
            "until" => format!("Aanstelling tot en met {day}."),
            "screened" => format!("Screening {day}."),
            "trained" => format!("Opleiding {day}."),
            role => format!("{} tot en met {day}.", Role::from_slug(role)?.text()),
        })
    };
    told.split("; ").map(|part| sentence(part).unwrap_or_else(|| part.to_owned())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_one_name_and_words_of_its_own() {
        let all = all();
        for (index, action) in all.iter().enumerate() {
            let same = |other: &&Action| other.slug == action.slug || other.text == action.text;
            assert_eq!(all.iter().filter(same).count(), 1, "{} at {index}", action.slug);
        }
    }

    #[test]
    fn what_was_written_under_an_earlier_name_stays_readable() {
        assert!(is_known("subscriptions.expired") && text("subscriptions.expired").ends_with("(eerdere vorm)"));
        assert_eq!(result_text("subscriptions.expired", "3"), "Aantal: 3");
    }

    #[test]
    fn every_kind_has_actions() {
        for group in Group::ALL {
            assert!(!of(group).is_empty(), "{group:?}");
            assert!(!is_known(group.slug()), "{group:?} is no action");
        }
    }
}
