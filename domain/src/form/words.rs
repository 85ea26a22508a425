//! What a form calls the thing that is filled in, so that pages and mails speak of a referral, a question or a request.

use super::prose;

/// The words of a form. Sentences say "uw {noun}", which fits any gender.
#[derive(Clone, Copy)]
pub struct Words {
    /// "aanmelding".
    pub noun: &'static str,
    /// The button of the start page: "Begin met aanmelden".
    pub begin: &'static str,
    /// The button of the check page: "Aanmelding versturen".
    pub send: &'static str,
    /// Title of the confirmation: "Uw aanmelding is verstuurd".
    pub sent: &'static str,
}

impl Words {
    const fn new(noun: &'static str, begin: &'static str, send: &'static str, title: &'static str) -> Self {
        Self { noun: prose(noun), begin: prose(begin), send: prose(send), sent: prose(title) }
    }

    /// A case that is brought in.
    pub const REFERRAL: Self =
        Self::new("aanmelding", "Begin met aanmelden", "Aanmelding versturen", "Uw aanmelding is verstuurd");
    /// A report about someone.
    pub const REPORT: Self = Self::new("melding", "Begin met melden", "Melding versturen", "Uw melding is verstuurd");
    /// A question.
    pub const QUESTION: Self = Self::new("vraag", "Stel uw vraag", "Vraag versturen", "Uw vraag is verstuurd");
    /// A message.
    pub const MESSAGE: Self =
        Self::new("bericht", "Schrijf uw bericht", "Bericht versturen", "Uw bericht is verstuurd");
    /// A request.
    pub const REQUEST: Self = Self::new("verzoek", "Begin uw verzoek", "Verzoek versturen", "Uw verzoek is verstuurd");
    /// A visit that is asked for.
    pub const VISIT: Self =
        Self::new("aanvraag", "Begin uw aanvraag", "Aanvraag versturen", "Uw aanvraag is verstuurd");
    /// Receiving the newsletter.
    pub const SUBSCRIPTION: Self =
        Self::new("aanmelding", "Meld u aan", "Aanmelden voor de nieuwsbrief", "Nog één stap: bevestig uw e-mailadres");
    /// A room that is booked.
    pub const BOOKING: Self =
        Self::new("reservering", "Reserveer een kamer", "Kamer reserveren", "Uw kamer is gereserveerd");
    /// What a colleague adds to a referral.
    pub const CONTRIBUTION: Self =
        Self::new("bijdrage", "Begin uw bijdrage", "Bijdrage versturen", "Uw bijdrage is verstuurd");
}
