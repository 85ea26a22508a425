// Mo Voorbeeld, social worker, knows a family where it stays unsafe after all usual help. The mother can only be reached at her work.
// Mo asks for MDA++, and leaves each page in a hurry if need be.

import { danger } from "./entries.mjs";
import { boxedDay } from "../days.mjs";
import { date } from "../filling.mjs";
import { referral } from "./words.mjs";

const steps = [
  {
    step: "aanmelder",
    answers: {
      "referrer.organisation": "maatschappelijk-werk",
      "referrer.first_name": "Mo",
      "referrer.last_name": "Voorbeeld",
      "referrer.function": "maatschappelijk werker",
      "referrer.email": "mo.voorbeeld@werk.example",
      "referrer.phone": "046 477 87 11",
      "referrer.second_contact": "nee",
    },
  },
  {
    step: "uw-rol",
    answers: { "role.involvement": "casusregisseur", "role.secrecy": "anders", "role.weighing": "Zwijgen is hier gevaarlijker dan vertellen." },
  },
  {
    step: "betrokkene",
    answers: {
      "person.bsn_known": "nee",
      "person.given_names": "Maria Fictief",
      "person.prefix": "de",
      "person.last_name": "Proefmoeder",
      "person.birth_date": date(4, 5, 1988),
      "person.sex": "vrouw",
    },
  },
  {
    step: "verblijf",
    answers: { "stay.address_kind": "geheim", "stay.municipality": "0971", "stay.phone": "0612345678", "stay.phone_safe": "nee" },
  },
  {
    step: "gezin",
    group: { name: "household", slug: "persoon", add: "Iemand toevoegen" },
    rows: [
      {
        relation: "ex_partner",
        last_name: "Verzonnenman",
        birth_date: date("", "", 1985),
        same_address: "soms",
        roles: ["pleger"],
        necessity: "Het geweld speelt tussen hen.",
        informed: "nee",
        contact_safe: "nee",
      },
      {
        relation: "kind",
        first_name: "Kleine",
        last_name: "Proefkind",
        age: "6",
        same_address: "ja",
        roles: ["slachtoffer", "getuige"],
        necessity: "Het kind ziet en hoort het geweld.",
        informed: "nvt",
        contact_safe: "ja",
        contact_way: "Via de school, na drie uur.",
      },
    ],
    answers: { "family.roles": ["slachtoffer"], "family.contact_safe": "ja", "family.contact_way": "Op het werk, Voorbeeldwinkel." },
  },
  {
    step: "aanleiding",
    answers: {
      "reason.now": "Na elke scheiding begint het weer.",
      "reason.facts": "Drie keer een melding in een jaar.",
      "reason.domains": ["relaties", "veiligheid"],
      "reason.domain_relaties": "Gaan uit elkaar en komen terug.",
      "reason.domain_veiligheid": "Slaan en dreigen, vooral in het weekend.",
      "reason.expected": ["onveilig_personen"],
    },
  },
  {
    step: "geweld",
    answers: {
      "violence.kinds": ["lichamelijk", "psychisch", "kind"],
      "violence.since": "voorjaar 2023",
      "violence.pattern": "Eerst geld, dan drank, dan slaan.\nDaarna weken stilte.",
      "violence.incidents": "12",
      "violence.last_incident_on": date(1, 11, 2026),
      "violence.harm": "ja",
      "violence.generations": "onbekend",
      "violence.help_exhausted": "ja",
      "violence.reports": "ja",
      "violence.report_dates": "Maart en oktober 2026.",
      "violence.agreements": "ja",
      "violence.agreements_explanation": "Vader belt eerst. Hij houdt zich er niet aan.",
      "violence.assessed": "ja",
      "violence.instrument": "Een Voorbeeldlijst",
      "violence.assessed_on": date(2, 10, 2026),
      "violence.banned": "afgelopen_jaar",
      "violence.banned_on": date(3, 4, 2026),
    },
  },
  {
    step: "veiligheid",
    answers: {
      "safety.risk_person": "ernstig",
      "safety.children": "ja",
      "safety.risk_children": "ernstig",
      "safety.risk_others": "geen",
      "safety.risk_professionals": "enige",
      "safety.risk_explanation": "Hij wacht haar op bij het werk.",
      "safety.reporting_code": "ja",
      "safety.veilig_thuis": "melding",
      "safety.veilig_thuis_on": date(5, 10, 2026),
      "safety.measures": ["strafzaak"],
      "safety.measures_explanation": "De zitting komt nog.",
      "safety.tried": "Hulp thuis, een half jaar. Daarna een veiligheidsplan.",
    },
  },
  { step: "organisaties", answers: { "network.none": "ja" } },
  {
    step: "vraag",
    answers: { "question.asks": ["overleg"], "question.goal": "Een jaar zonder geweld.", "question.coordinator": "aanmelder" },
  },
  {
    step: "informeren",
    answers: {
      "informing.discussed": "nog_niet",
      "informing.planned_on": boxedDay(9),
      "informing.checked": "ja",
      "informing.lawful": "ja",
      "informing.on_behalf": "ja",
    },
  },
];

export default {
  slug: "mda",
  entry: danger,
  words: referral,
  receipt: "mo.voorbeeld@werk.example",
  promises: [/Wij nemen uiterlijk \S+ \d+ \S+ \d{4} contact met u op\./, /Uiterlijk \S+ \d+ \S+ \d{4} hoort u hoe het verdergaat\./],
  accepted: {},
  steps,
};
