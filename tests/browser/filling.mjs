// A whole referral to the Regieteam, as data: what is typed in each step. Nobody in it exists: the numbers are test numbers,
// the names say so, the addresses are reserved for examples (RFC 2606).
//
// An answer is a text, a date, or a list of ticks. Names are the names of the fields in the form.

/** A date of three boxes; a part that is not known stays empty. */
export const date = (day, month, year) => ({ day: String(day), month: String(month), year: String(year) });

/** A day that is `ahead` days from now. */
export function dayFromNow(ahead) {
  const day = new Date(Date.now() + ahead * 86_400_000);
  return date(day.getDate(), day.getMonth() + 1, day.getFullYear());
}

/** The steps of the form in reading order, each with its answers or with the rows of its group. */
export const referral = [
  {
    step: "aanmelder",
    answers: {
      "referrer.organisation": "gemeente-beek",
      "referrer.department": "Team Voorbeeld",
      "referrer.first_name": "Proef",
      "referrer.prefix": "van",
      "referrer.last_name": "Aanmelder",
      "referrer.function": "casemanager",
      "referrer.email": "proef.aanmelder@gemeente.example",
      "referrer.phone": "046 477 87 01",
      "referrer.best_times": ["ma_ochtend", "do_middag"],
      "referrer.second_contact": "ja",
      "referrer.second_name": "Tweede Contact",
      "referrer.second_phone": "046 477 87 02",
      "referrer.second_email": "tweede.contact@gemeente.example",
    },
  },
  {
    step: "uw-rol",
    answers: {
      "role.involvement": "behandelaar",
      "role.secrecy": "medisch",
      "role.basis": "toestemming",
      "role.consent_on": date(2, 3, 2026),
      "role.consent_by": "de betrokkene zelf",
    },
  },
  {
    step: "betrokkene",
    answers: {
      "person.bsn_known": "ja",
      "person.bsn": "9999.90.007",
      "person.given_names": "Testpersoon Éen",
      "person.known_as": "Tessa",
      "person.prefix": "van der",
      "person.last_name": "Fictief-Voorbeeld",
      "person.birth_name": "Verzonnen",
      "person.aliases": "Tes <Test>\nT. \"Proef\" & zo",
      "person.birth_date": date("", "", 2009),
      "person.sex": "x",
    },
  },
  {
    step: "verblijf",
    answers: {
      "stay.address_kind": "briefadres",
      "stay.postcode": "6162ab",
      "stay.house_number": "12",
      "stay.addition": "A",
      "stay.street": "Voorbeeldstraat",
      "stay.place": "Geleen",
      "stay.municipality": "1883",
      "stay.phone": "06 12 34 56 78",
      "stay.phone_safe": "onbekend",
      "stay.email": "testpersoon@voorbeeld.example",
      "stay.email_safe": "nee",
      "stay.language": "gebarentolk",
      "stay.representatives": ["ouder", "voogd"],
      "stay.representative_contact": "Ouder Voorbeeld, 046 477 87 03",
      "stay.authority": "Ouder Voorbeeld, moeder",
    },
  },
  {
    step: "gezin",
    group: { name: "household", slug: "persoon" },
    rows: [
      {
        relation: "kind",
        first_name: "Kleine",
        last_name: "Fictief",
        age: "ongeveer 8",
        bsn: "999990019",
        same_address: "soms",
        roles: ["getuige", "slachtoffer"],
        necessity: "Het kind ziet de ruzies. Zonder deze informatie is er geen veilig plan.",
        informed: "nvt",
      },
      {
        relation: "ander_contact",
        contact_explanation: "buurvrouw bij wie de betrokkene vaak eet",
        first_name: "Buur",
        prefix: "de",
        last_name: "Verzonnen",
        birth_date: date(7, 3, 1985),
        same_address: "nee",
        postcode: "6161 CD",
        house_number: "14",
        street: "Voorbeeldstraat",
        place: "Geleen",
        roles: ["steunend"],
        necessity: "Zij helpt elke dag.",
        informed: "ja",
      },
    ],
  },
  {
    step: "aanleiding",
    answers: {
      "reason.now": "De huur is opgezegd per 1 maart.\n\nDe hulp loopt vast.",
      "reason.facts": "Sinds januari 2026 belden de buren drie keer de politie.",
      "reason.domains": ["wonen", "geld", "zelfzorg"],
      "reason.domain_wonen": "Dreigende uitzetting.",
      "reason.domain_geld": "Geen inkomen sinds april.",
      "reason.domain_zelfzorg": "De post blijft liggen.",
      "reason.expected": ["overlast", "uitval"],
    },
  },
  {
    step: "veiligheid",
    answers: {
      "safety.risk_person": "ernstig",
      "safety.children": "ja",
      "safety.risk_children": "enige",
      "safety.risk_others": "geen",
      "safety.risk_professionals": "onbekend",
      "safety.risk_explanation": "Vorige week stond het gas open.",
      "safety.reporting_code": "bezig",
      "safety.veilig_thuis": "advies",
      "safety.veilig_thuis_on": date(1, 10, 2026),
      "safety.measures": ["schuldhulp"],
      "safety.measures_explanation": "Aangevraagd in september.",
      "safety.tried": "Begeleiding thuis, een half jaar. Daarna ging de deur niet meer open.",
      "safety.strengths": "De buurvrouw helpt.",
    },
  },
  {
    step: "criteria",
    answers: {
      "criteria.domains": "ja",
      "criteria.domains_explanation": "Schulden leiden tot uitzetting.",
      "criteria.chains": "twijfel",
      "criteria.chains_explanation": "Drang is misschien nodig.",
      "criteria.surroundings": "nee",
    },
  },
  {
    step: "organisaties",
    group: { name: "organisations", slug: "organisatie" },
    rows: [
      {
        organisation: "politie",
        kind: "politie",
        contact_name: "Wijk Agent",
        contact_function: "wijkagent",
        phone: "0900 8844",
        about: ["betrokkene", "k1"],
        status: "actief",
        informed: "ja",
        invite: "ja",
      },
      {
        organisation: "andere",
        other_organisation: "Stichting Voorbeeldhulp",
        kind: "vrijwillig",
        email: "hulp@voorbeeldhulp.example",
        about: ["k2"],
        status: "wachtlijst",
        informed: "nee",
        invite: "onbekend",
      },
    ],
  },
  {
    step: "vraag",
    answers: {
      "question.asks": ["overleg", "procesregie"],
      "question.direction_explanation": "Twee organisaties wachten op elkaar.",
      "question.goal": "Over een half jaar woont de betrokkene veilig.",
      "question.table": ["k1", "k2"],
      "question.table_others": "Woningcorporatie, als die wil.",
      "question.coordinator": "geen",
      "question.next_coordinator": "iemand van de gemeente",
      "question.day_parts": ["wo_ochtend"],
    },
  },
  {
    step: "informeren",
    answers: {
      "informing.discussed": "ja_oneens",
      "informing.discussed_on": date(5, 10, 2026),
      "informing.discussed_by": "Proef Aanmelder, casemanager",
      "informing.reaction": "Wil eerst met rust gelaten worden.",
      "informing.limits": "Niet delen met de ex-partner.",
      "informing.checked": "ja",
      "informing.lawful": "ja",
      "informing.on_behalf": "ja",
    },
  },
];

/** The step of that name. */
export const stepOf = (name) => referral.find((step) => step.step === name);

/** The prefix of the names of the `index`th row of a group (from 0). */
export const rowPrefix = (group, index) => `${group.name}.k${index + 1}.`;

/** A row's answers under their full names. */
export function rowAnswers(group, index, row) {
  return Object.fromEntries(Object.entries(row).map(([name, answer]) => [rowPrefix(group, index) + name, answer]));
}

/** What a page posts for these answers: pairs of name and text. */
export function pairsOf(answers) {
  return Object.entries(answers).flatMap(([name, answer]) => {
    if (Array.isArray(answer)) return answer.map((tick) => [name, tick]);
    if (typeof answer === "object") return Object.entries(answer).map(([part, text]) => [`${name}.${part}`, text]);
    return [[name, answer]];
  });
}
