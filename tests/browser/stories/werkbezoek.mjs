// Wout Leraar teaches social work and wants to come with his class.

import { open } from "./entries.mjs";
import { boxedDay } from "../days.mjs";
import { visit } from "./words.mjs";

const steps = [
  {
    step: "bezoek",
    answers: {
      "visit.organisation": "Hogeschool Voorbeeld",
      "visit.people": "24",
      "visit.aim": "Zien hoe zorg en justitie samenwerken.",
      "visit.first_day": boxedDay(40),
      "visit.second_day": boxedDay(47),
    },
  },
  {
    step: "contactpersoon",
    answers: { "visitor.name": "Wout Leraar", "visitor.email": "wout.leraar@hogeschool.example", "visitor.phone": "046 477 87 91" },
  },
];

export default {
  slug: "werkbezoek",
  entry: open,
  words: visit,
  receipt: "wout.leraar@hogeschool.example",
  promises: [],
  accepted: {},
  steps,
};
