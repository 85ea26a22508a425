//! The rules that span fields, by their code: at which field each shows and what it says.

/// A rule: its code, the field at which it shows, its sentence. The field is named as its struct names it: within the section
/// or row for the rules of a step, in full for the rules of a form.
type Rule = (&'static str, &'static str, &'static str);

const RULES: &[Rule] = &[
    (
        "name_missing",
        "given_names",
        "Vul de voornamen of voorletters van de betrokkene in. Weet u die niet, vul dan de roepnaam in.",
    ),
    (
        "child_without_age",
        "birth_date",
        "Vul de geboortedatum van dit kind in. Weet u die niet, vul dan de geschatte leeftijd in.",
    ),
    ("organisation_unreachable", "phone", "Vul een telefoonnummer of een e-mailadres van deze organisatie in."),
    (
        "none_but_some",
        "network.none",
        "U hebt organisaties toegevoegd. Haal dit vinkje weg of verwijder de organisaties.",
    ),
    (
        "consent_before_birth",
        "role.consent_on",
        "De toestemming kan niet van vóór de geboortedatum van de betrokkene zijn. Kijk beide datums na.",
    ),
    (
        "talk_before_birth",
        "informing.discussed_on",
        "Het gesprek kan niet vóór de geboortedatum van de betrokkene zijn geweest. Kijk beide datums na.",
    ),
    ("sender_unreachable", "email", "Vul uw e-mailadres of uw telefoonnummer in. Dan kunnen wij u bereiken."),
    ("second_day_again", "second_day", "Deze dag noemde u al. Kies een andere dag of laat de tweede keus leeg."),
    ("third_day_again", "third_day", "Deze dag noemde u al. Kies een andere dag of laat de derde keus leeg."),
    ("end_before_start", "end", "Kies een tijd die later is dan het begin van de reservering."),
    (
        "ban_ends_before_start",
        "ends_on",
        "Het huisverbod kan niet eindigen voordat het begint. Kijk de begindatum en de einddatum na.",
    ),
    (
        "ban_longer_than_ten_days",
        "ends_on",
        "Een huisverbod duurt 10 dagen. Kijk de einddatum na. Is het huisverbod verlengd, kies dat dan bij ‘Wat is er besloten?’.",
    ),
    (
        "ban_longer_than_four_weeks",
        "ends_on",
        "Een huisverbod duurt met een verlenging hoogstens vier weken vanaf het begin. Kijk de begindatum en de einddatum na.",
    ),
    (
        "ban_for_minor",
        "subject.birth_date",
        "Alleen een volwassene kan een huisverbod krijgen. Kijk de geboortedatum na en de datum waarop het huisverbod begon.",
    ),
];

/// Those that the file of a case knows ([`crate::desk::file`]), at a field named in full. The browser judges none of them.
#[cfg(not(target_arch = "wasm32"))]
const OF_THE_FILE: &[Rule] = &[
    (
        "not_judged",
        "decision.outcome",
        "Beoordeel eerst de criteria, of kies een ander besluit. Een casus aannemen kan pas als er een oordeel over de criteria is vastgelegd.",
    ),
    (
        "before_the_report",
        "investigation.finished_on",
        "Deze dag ligt vóór de dag van de melding. Vul de dag in waarop het onderzoek klaar was.",
    ),
    (
        "another_participant",
        "weigh.organisation",
        "Kies de organisatie waarvoor u zelf werkt. Staat die er niet bij? Dan kunt u geen advies geven: alleen een vaste overheidsdeelnemer weegt mee.",
    ),
    (
        "another_ground",
        "renewal.ground",
        "Kies de grond die bij deze casus past: de casus loopt nog, of hij is afgesloten in het laatste jaar van de termijn.",
    ),
    (
        "not_longer",
        "renewal.until",
        "Kies een dag na de laatste dag van de termijn. Die dag staat bovenaan bij ‘Bewaren tot en met’.",
    ),
    (
        "longer_than_two_years",
        "renewal.until",
        "Kies een eerdere dag. Die is hoogstens twee jaar na de laatste dag van de termijn.",
    ),
];
#[cfg(target_arch = "wasm32")]
const OF_THE_FILE: &[Rule] = &[];

/// The field at which a rule shows.
pub fn field_of(code: &str) -> Option<&'static str> {
    find(code).map(|(_, field, _)| *field)
}

/// The sentence of a rule, B1.
pub fn text_of(code: &str) -> Option<&'static str> {
    find(code).map(|(_, _, text)| *text)
}

fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().chain(OF_THE_FILE).find(|(known, ..)| *known == code)
}
