// Somebody in the Voorbeeldstraat no longer sees the neighbour come outside, hears shouting, and does not want to be known.

import { danger } from "./entries.mjs";
import { date } from "../filling.mjs";
import { report } from "./words.mjs";

const steps = [
  { step: "melder", answers: { "reporter.anonymous": "ja" } },
  {
    step: "persoon",
    answers: {
      "worried_about.first_name": "Buurman",
      "worried_about.last_name": "Verzonnen",
      "worried_about.birth_date": date("", "", 1970),
      "worried_about.municipality": "1883",
      "worried_about.house_number": "7",
      "worried_about.street": "Voorbeeldstraat",
      "worried_about.place": "Geleen",
      "worried_about.usual_place": "Het bankje bij de proefvijver",
    },
  },
  {
    step: "zorgen",
    answers: {
      "worry.acute": "nee",
      "worry.seen": "Hij komt niet meer buiten.\nHij roept dat wij hem vergiftigen.",
      "worry.since": "sinds een maand of twee",
      "worry.in_danger": ["persoon", "anderen"],
      "worry.danger": "Hij eet bijna niet en gooit spullen uit het raam.",
      "worry.gp": "onbekend",
      "worry.treated": "ja",
      "worry.treated_by": "Een kliniek, vroeger",
    },
  },
];

export default {
  slug: "wvggz",
  entry: danger,
  words: report,
  // Nobody knows who wrote, so nobody is written to.
  receipt: null,
  promises: [/Uiterlijk \S+ \d+ \S+ \d{4} is het verkennend onderzoek klaar\./],
  accepted: {},
  steps,
};
