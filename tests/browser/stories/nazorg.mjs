// Nora Casemanager of the prison service: a woman comes home next month and wants help with a home and an income.

import { plain } from "./entries.mjs";
import { boxedDay } from "../days.mjs";
import { date } from "../filling.mjs";
import { report } from "./words.mjs";

const steps = [
  {
    step: "afzender",
    answers: {
      "sender.organisation": "dji",
      "sender.first_name": "Nora",
      "sender.last_name": "Casemanager",
      "sender.function": "casemanager Proefinrichting",
      "sender.email": "nora.casemanager@dji.example",
      "sender.phone": "046 477 87 61",
    },
  },
  {
    step: "betrokkene",
    answers: { "subject.given_names": "Thuiskomster", "subject.prefix": "van", "subject.last_name": "Verzonnen", "subject.birth_date": date(8, 8, 1990) },
  },
  {
    step: "terugkeer",
    answers: {
      "aftercare.wants_support": "ja",
      "aftercare.municipality": "andere",
      "aftercare.other_municipality": "Voorbeeldgemeente",
      "aftercare.returns_on": boxedDay(30),
      "aftercare.housing": "nee",
      "aftercare.income": "onbekend",
      "aftercare.insurance": "ja",
      "aftercare.identity_card": "ja",
      "aftercare.postal_address": "nee",
      "aftercare.wish": "Een kamer dicht bij haar moeder.",
    },
  },
];

export default {
  slug: "nazorg",
  entry: plain,
  words: report,
  receipt: "nora.casemanager@dji.example",
  promises: [],
  accepted: {},
  steps,
};
