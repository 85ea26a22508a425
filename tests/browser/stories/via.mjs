// Vic Wijk, neighbourhood officer, saw an old man wander in his garden. No hurry, but somebody should have a look.

import { plain } from "./entries.mjs";
import { date } from "../filling.mjs";
import { report } from "./words.mjs";

const steps = [
  {
    step: "afzender",
    answers: {
      "sender.organisation": "politie",
      "sender.first_name": "Vic",
      "sender.last_name": "Wijk",
      "sender.function": "wijkagent Voorbeeldwijk",
      "sender.email": "vic.wijk@politie.example",
      "sender.phone": "046 477 87 41",
    },
  },
  {
    step: "betrokkene",
    answers: { "subject.given_names": "Vergeetachtige", "subject.prefix": "van der", "subject.last_name": "Tuin", "subject.birth_date": date(1, 2, 1941) },
  },
  {
    step: "adres",
    answers: {
      "residence.municipality": "0888",
      "residence.postcode": "6191 AA",
      "residence.house_number": "3",
      "residence.addition": "B",
      "residence.street": "Verzonnenweg",
      "residence.place": "Beek",
    },
  },
  {
    step: "zorgmelding",
    answers: {
      "care_report.urgent": "nee",
      "care_report.seen_on": date(12, 11, 2026),
      "care_report.worry": "Liep in pyjama door de tuin en wist niet meer waar hij woont.",
      "care_report.help_known": "ja",
      "care_report.help": "Thuiszorg De Proef komt twee keer per week.",
    },
  },
];

export default {
  slug: "via",
  entry: plain,
  words: report,
  receipt: "vic.wijk@politie.example",
  promises: [],
  accepted: {},
  steps,
};
