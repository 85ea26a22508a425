// Ina Rechthebbende is the mother of a girl of ten and wants to know what is kept about her, and to have a mistake put right.

import { open } from "./entries.mjs";
import { date } from "../filling.mjs";
import { request } from "./words.mjs";

const steps = [
  {
    step: "verzoek",
    answers: {
      "data_request.rights": ["inzage", "verbeteren", "bezwaar"],
      "data_request.faults": "Er staat dat zij bij haar vader woont. Zij woont bij mij.",
      "data_request.objection": "Zij wordt erop aangesproken in de klas.",
      "data_request.subject": "Alles van dit jaar",
      "data_request.for_whom": "ander",
    },
  },
  {
    step: "uw-gegevens",
    answers: {
      "requester.name": "Ina Rechthebbende",
      "requester.email": "ina.rechthebbende@post.example",
      "requester.channel": "post",
      "requester.postcode": "6161 CD",
      "requester.house_number": "5",
      "requester.street": "Verzonnenplein",
      "requester.place": "Sittard",
    },
  },
  {
    step: "voor-wie",
    answers: {
      "represented.authority": "ouder",
      "represented.name": "Dochter Rechthebbende",
      "represented.birth_date": date(6, 7, 2016),
      "represented.street": "Verzonnenplein",
      "represented.place": "Sittard",
    },
  },
];

export default {
  slug: "avg-verzoek",
  entry: open,
  words: request,
  receipt: "ina.rechthebbende@post.example",
  promises: [/Uiterlijk \S+ \d+ \S+ \d{4} hoort u wat wij met uw verzoek doen\./],
  accepted: {},
  steps,
};
