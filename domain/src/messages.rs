//! Every sentence that judges an answer, Dutch, in one place. Each names the field and says what to do.

pub mod rules;

use crate::check::{Code, Problem, Warned, Warning};
use crate::form::{Field, Form, Kind};
use crate::values::{AdditionError, BsnError, DateError, EmailError, HouseNumberError, PhoneError, PostcodeError};

/// The error text of a problem, at the field and in the summary alike.
pub fn problem(form: &'static Form, problem: &Problem) -> String {
    if let Some(field) = form.field_at(&problem.name) {
        return of_field(field, problem.code);
    }
    let group = form.steps.iter().flat_map(crate::form::Step::groups).find(|group| group.name == problem.name);
    match (problem.code, group) {
        (Code::TooManyRows(most), Some(group)) => {
            format!(
                "U kunt hier hoogstens {most} keer iets toevoegen. Haal bij ‘{}’ weg wat niet nodig is.",
                group.many
            )
        }
        (Code::NoRows, Some(group)) => group.missing.to_owned(),
        _ => "Dit deel van het formulier klopt nog niet. Kijk uw antwoorden na.".to_owned(),
    }
}

/// The text of a warning.
pub fn warning(form: &'static Form, warned: &Warned) -> String {
    match warned.warning {
        Warning::Notice(text) => text.to_owned(),
        Warning::FreeMail => "Dit lijkt een privé-adres. Gebruik liever uw werkadres: dan weten wij zeker wie u bent.".to_owned(),
        Warning::OtherDomain => {
            "Dit adres hoort niet bij de e-mailadressen die wij van uw organisatie kennen. U kunt verdergaan. Wij bellen dan uw \
             organisatie om na te gaan of u daar werkt."
                .to_owned()
        }
        seen @ (Warning::BsnInText | Warning::DateInText | Warning::PhoneInText | Warning::NameInText) => {
            in_text(seen).to_owned()
        }
        Warning::AlikeRows => {
            let group = form.step_of(&warned.name).into_iter().flat_map(crate::form::Step::groups).next();
            let many = group.map_or("", |group| group.many);
            format!("Bij ‘{many}’ staat twee keer hetzelfde. Kijk na of dat klopt.")
        }
    }
}

/// What the coach says of something it saw in a text; nothing of any other warning.
pub fn in_text(warning: Warning) -> &'static str {
    match warning {
        Warning::BsnInText => {
            "In deze tekst staat een getal dat een burgerservicenummer kan zijn. Haal het weg als het hier niet nodig is."
        }
        Warning::DateInText => "In deze tekst staat een datum. Is dat een geboortedatum? Haal die dan weg.",
        Warning::PhoneInText => {
            "In deze tekst staat misschien een telefoonnummer. Haal het weg als het van een cliënt is."
        }
        Warning::NameInText => "In deze tekst staat misschien een naam. Haal die weg als het een cliënt of familie is.",
        _ => "",
    }
}

/// The error text of a mailbox that is asked outside a form.
pub fn of_mailbox(typed: &str, code: Code) -> String {
    match code {
        Code::Email(error) if !typed.is_empty() => email("het e-mailadres", error),
        _ => "Vul het e-mailadres in, bijvoorbeeld naam@organisatie.nl.".to_owned(),
    }
}

fn of_field(field: &Field, code: Code) -> String {
    let noun = field.noun;
    match code {
        Code::Missing => missing(field),
        Code::UnknownChoice => format!("Kies {noun} uit de lijst."),
        Code::TooLong(most) => format!("Maak {noun} korter: hoogstens {most} tekens."),
        Code::Bsn(error) => bsn(error).to_owned(),
        Code::Postcode(error) => postcode(error).to_owned(),
        Code::HouseNumber(error) => house_number(error).to_owned(),
        Code::Addition(error) => addition(error).to_owned(),
        Code::Phone(error) => phone(noun, error),
        Code::Email(error) => email(noun, error),
        Code::Date(error) => date(noun, error),
        Code::Count(most) => format!("Vul {noun} in als een heel getal van 1 tot en met {most}."),
        Code::InFuture => format!("Vul {noun} in. De datum mag niet na vandaag liggen."),
        Code::InPast => format!("Vul {noun} in. De datum mag niet voor vandaag liggen."),
        Code::SameAsMain => {
            "Dit is het burgerservicenummer van de betrokkene zelf. Vul het nummer van deze persoon in of laat het leeg.".to_owned()
        }
        Code::Rule(code) => rules::text_of(code).unwrap_or("Dit antwoord klopt nog niet. Kijk het na.").to_owned(),
        Code::NoRows | Code::TooManyRows(_) => format!("Vul {noun} in."),
    }
}

fn missing(field: &Field) -> String {
    let noun = field.noun;
    match field.kind {
        Kind::One(_) => format!("Kies {noun}."),
        Kind::Many(_) => format!("Kies {noun}. Er mag meer dan één vakje aan."),
        Kind::Tick => format!("Zet een vinkje bij {noun}."),
        Kind::BirthDate => {
            format!("Vul {noun} in, bijvoorbeeld 7 3 1985. Weet u alleen het jaar? Vul dan alleen het jaar in.")
        }
        Kind::Day(_) => format!("Vul {noun} in, bijvoorbeeld 7 3 2026."),
        _ => format!("Vul {noun} in."),
    }
}

fn bsn(error: BsnError) -> &'static str {
    match error {
        BsnError::NotDigits => "Een burgerservicenummer bestaat uit alleen cijfers. Kijk het nummer na.",
        BsnError::Length => "Een burgerservicenummer heeft 9 cijfers. Kijk het nummer na.",
        BsnError::Zero | BsnError::Check => "Dit is geen bestaand burgerservicenummer. Kijk na of u zich hebt vertypt.",
    }
}

fn postcode(error: PostcodeError) -> &'static str {
    match error {
        PostcodeError::Form => "Vul de postcode in als vier cijfers en twee letters, bijvoorbeeld 6162 AB.",
        PostcodeError::LeadingZero => "Een postcode begint niet met een 0. Kijk de postcode na.",
        PostcodeError::Letters => "De letters SA, SD en SS komen in een postcode niet voor. Kijk de postcode na.",
    }
}

fn house_number(error: HouseNumberError) -> &'static str {
    match error {
        HouseNumberError::NoNumber => "Vul het huisnummer in met cijfers, bijvoorbeeld 12.",
        HouseNumberError::LeadingZero => "Een huisnummer begint niet met een 0. Kijk het nummer na.",
        HouseNumberError::TooLarge => "Een huisnummer heeft hoogstens 5 cijfers. Kijk het nummer na.",
        HouseNumberError::AdditionFollows | HouseNumberError::Addition(_) => {
            "Vul hier alleen het huisnummer in. De letter of toevoeging hoort in het vak ernaast."
        }
    }
}

fn addition(error: AdditionError) -> &'static str {
    match error {
        AdditionError::Empty | AdditionError::Characters => {
            "Vul de letter of toevoeging in met letters en cijfers, bijvoorbeeld A of 2e hs."
        }
        AdditionError::TooLong => "De letter of toevoeging is te lang. Vul alleen in wat achter het huisnummer staat.",
    }
}

fn phone(noun: &str, error: PhoneError) -> String {
    let mend = match error {
        PhoneError::Characters => "Gebruik alleen cijfers, spaties en streepjes, bijvoorbeeld 06 12 34 56 78.",
        PhoneError::Start => "Begin met een 0, of met + en het landnummer.",
        PhoneError::TooShort => "Dit nummer is te kort. Een Nederlands nummer heeft 10 cijfers.",
        PhoneError::TooLong => "Dit nummer is te lang. Een Nederlands nummer heeft 10 cijfers.",
        PhoneError::Mobile => "Na 06 hoort een 1, 2, 3, 4, 5 of 8.",
        PhoneError::ServiceLength => "Een nummer dat met 0800 of 0900 begint, heeft 8 of 11 cijfers.",
        PhoneError::ServiceNumber => "Dit is een servicenummer. Vul een nummer in van de persoon zelf.",
    };
    format!("Controleer {noun}. {mend}")
}

fn email(noun: &str, error: EmailError) -> String {
    let mend = match error {
        EmailError::Space => "Er mag geen spatie in staan.",
        EmailError::At => "Er hoort één @ in, bijvoorbeeld naam@organisatie.nl.",
        EmailError::Local => "Wat vóór de @ staat, klopt niet.",
        EmailError::Domain => "Wat achter de @ staat, klopt niet. Er hoort een punt in, bijvoorbeeld organisatie.nl.",
        EmailError::TooLong => "Dit adres is te lang.",
    };
    format!("Controleer {noun}. {mend}")
}

fn date(noun: &str, error: DateError) -> String {
    let mend = match error {
        DateError::Empty | DateError::Form => "Vul dag, maand en jaar in met cijfers, bijvoorbeeld 7 3 2026.",
        DateError::DayMissing => "De dag ontbreekt.",
        DateError::Day => "De dag is een getal van 1 tot en met 31.",
        DateError::MonthMissing => "De maand ontbreekt.",
        DateError::Month => "De maand is een getal van 1 tot en met 12.",
        DateError::YearMissing => "Het jaar ontbreekt.",
        DateError::TwoDigitYear => "Vul het jaar in met vier cijfers, bijvoorbeeld 1985.",
        DateError::Year => "Vul het jaar in met vier cijfers.",
        DateError::YearTooEarly => "Het jaar is 1900 of later.",
        DateError::NoSuchDay => "Deze dag bestaat niet in die maand.",
        DateError::InFuture => "De datum mag niet na vandaag liggen.",
        DateError::TooOld => "De persoon zou dan ouder zijn dan 120 jaar.",
    };
    format!("Controleer {noun}. {mend}")
}

#[cfg(test)]
mod tests;
