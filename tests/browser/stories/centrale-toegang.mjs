// Levi Proef of the probation service knows a man who shouts at night, threatened his neighbours, and comes back again and again.
// Levi asks the central access whether the Levensloopaanpak fits.

import { danger } from "./entries.mjs";
import { date } from "../filling.mjs";
import { referral } from "./words.mjs";

const steps = [
  { step: "soort-aanmelding", answers: { "track.kind": "levensloop" } },
  {
    step: "aanmelder",
    answers: {
      "referrer.organisation": "reclassering-nederland",
      "referrer.first_name": "Levi",
      "referrer.last_name": "Proef",
      "referrer.function": "toezichthouder Voorbeeldstreek",
      "referrer.email": "levi.proef@toezicht.example",
      "referrer.phone": "046 477 87 21",
      "referrer.second_contact": "nee",
    },
  },
  { step: "uw-rol", answers: { "role.involvement": "professional", "role.secrecy": "geen" } },
  {
    step: "betrokkene",
    answers: { "person.bsn_known": "nee", "person.known_as": "Nachtman", "person.last_name": "Verzonnen", "person.birth_date": date(9, 9, 1979), "person.sex": "man" },
  },
  {
    step: "verblijf",
    answers: { "stay.address_kind": "geen", "stay.usual_place": "Opvang De Proef", "stay.municipality": "1883" },
  },
  { step: "gezin", group: { name: "household", slug: "persoon", add: "Iemand toevoegen" }, mayStayEmpty: true, rows: [] },
  {
    step: "aanleiding",
    answers: {
      "reason.now": "De opvang kan hem niet houden.",
      "reason.facts": "Twee aangiften deze zomer.",
      "reason.domains": ["wonen", "psychisch", "justitie"],
      "reason.domain_wonen": "Geen eigen plek.",
      "reason.domain_psychisch": "Slaapt nauwelijks.",
      "reason.domain_justitie": "Loopt in toezicht.",
      "reason.expected": ["overlast", "onveilig_gebied"],
    },
  },
  {
    step: "veiligheid",
    answers: {
      "safety.risk_person": "enige",
      "safety.children": "nee",
      "safety.risk_others": "ernstig",
      "safety.risk_professionals": "geen",
      "safety.risk_explanation": "Dreigde met een mes.",
      "safety.tried": "Dagbesteding en toezicht, met weinig resultaat.",
    },
  },
  {
    step: "levensloop",
    answers: {
      "levensloop.behaviour": "ja",
      "levensloop.behaviour_explanation": "Schreeuwt bijna elke nacht op straat.",
      "levensloop.risk": "twijfel",
      "levensloop.risk_explanation": "Buren durven de deur niet open te doen.",
      "levensloop.dangerous": "ja",
      "levensloop.dangerous_explanation": "Gooide een fiets naar een voorbijganger.",
      "levensloop.lasting": "ja",
      "levensloop.lasting_explanation": "Elk voorjaar sinds 2019.",
      "levensloop.care": "eerder",
      "levensloop.care_explanation": "Een Voorbeeldkliniek, een jaar lang.",
      "levensloop.category": "drie",
    },
  },
  {
    step: "basisvoorzieningen",
    answers: {
      "provisions.housing": "nee",
      "provisions.income": "ja",
      "provisions.insurance": "onbekend",
      "provisions.identity_document": "ja",
      "provisions.postal_address": "nee",
      "provisions.municipality_contact": "ja",
      "provisions.municipality_name": "Consulent Verzonnen",
    },
  },
  {
    step: "criteria",
    answers: {
      "admission.problems": "ja",
      "admission.problems_explanation": "Geen woning, geen slaap.",
      "admission.domains": "ja",
      "admission.domains_explanation": "Wonen en gezondheid raken elkaar.",
      "admission.harm": "ja",
      "admission.harm_explanation": "Twee aangiften in een zomer.",
      "admission.participants": "twijfel",
      "admission.participants_explanation": "Zorg en toezicht, misschien meer.",
      "admission.complex": "ja",
      "admission.local": "nee",
      "admission.shared_explanation": "Ook de buurt heeft er last van.",
    },
  },
  {
    step: "organisaties",
    group: { name: "organisations", slug: "organisatie", add: "Organisatie toevoegen" },
    rows: [{ organisation: "politie", kind: "politie", phone: "0900 8844", status: "actief", informed: "ja" }],
  },
  { step: "vraag", answers: { "question.asks": ["expertise"], "question.goal": "Een vaste plek met zorg.", "question.coordinator": "onbekend" } },
  {
    step: "informeren",
    answers: {
      "informing.discussed": "bewust_niet",
      "informing.obstacle": "onbereikbaar",
      "informing.obstacle_explanation": "Hij opent niet en belt niet terug.",
      "informing.checked": "ja",
      "informing.lawful": "ja",
      "informing.on_behalf": "ja",
    },
  },
];

export default {
  slug: "centrale-toegang",
  entry: danger,
  words: referral,
  receipt: "levi.proef@toezicht.example",
  promises: [/Wij nemen uiterlijk \S+ \d+ \S+ \d{4} contact met u op\./, /Uiterlijk \S+ \d+ \S+ \d{4} hoort u hoe het verdergaat\./],
  accepted: {},
  steps,
};
