// Bo Ketenpartner of the prison service reports that somebody comes back after a serious offence, and asks for a first advice.

import { plain } from "./entries.mjs";
import { boxedDay } from "../days.mjs";
import { date } from "../filling.mjs";
import { report } from "./words.mjs";

const steps = [
  {
    step: "afzender",
    answers: {
      "sender.organisation": "dji",
      "sender.first_name": "Bo",
      "sender.last_name": "Ketenpartner",
      "sender.function": "medewerker Proefzaken",
      "sender.email": "bo.ketenpartner@dji.example",
      "sender.phone": "046 477 87 51",
    },
  },
  {
    step: "betrokkene",
    answers: { "subject.given_names": "Terugkeerder", "subject.last_name": "Fictieveling", "subject.birth_date": date("", 6, 1980) },
  },
  {
    step: "terugkeer",
    answers: {
      "mayor_advice.kind": "bij",
      "mayor_advice.municipality": "1883",
      "mayor_advice.risks": ["geweld"],
      "mayor_advice.returns_on": boxedDay(60),
      "mayor_advice.stay": "Bij familie aan de Verzonnenlaan",
      "mayor_advice.asked": "vooradvies",
      "mayor_advice.question": "Kan hij daar wonen zonder onrust in de straat?",
    },
  },
];

export default {
  slug: "bij",
  entry: plain,
  words: report,
  receipt: "bo.ketenpartner@dji.example",
  promises: [],
  accepted: {},
  steps,
};
