// What forms call the thing that is filled in, as visitors read it on buttons and pages.

export const referral = { noun: "aanmelding", begin: "Begin met aanmelden", send: "Aanmelding versturen", sent: "Uw aanmelding is verstuurd" };
export const report = { noun: "melding", begin: "Begin met melden", send: "Melding versturen", sent: "Uw melding is verstuurd" };
export const question = { noun: "vraag", send: "Vraag versturen", sent: "Uw vraag is verstuurd" };
export const message = { noun: "bericht", send: "Bericht versturen", sent: "Uw bericht is verstuurd" };
export const request = { noun: "verzoek", send: "Verzoek versturen", sent: "Uw verzoek is verstuurd" };
export const visit = { noun: "aanvraag", send: "Aanvraag versturen", sent: "Uw aanvraag is verstuurd" };
export const subscription = { noun: "aanmelding", send: "Aanmelden voor de nieuwsbrief", sent: "Nog één stap: bevestig uw e-mailadres" };
export const booking = { noun: "reservering", send: "Kamer reserveren", sent: "Uw kamer is gereserveerd" };
export const contribution = { noun: "bijdrage", begin: "Begin uw bijdrage", send: "Bijdrage versturen", sent: "Uw bijdrage is verstuurd" };
