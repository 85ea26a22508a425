// Hugo Burgerzaken of the municipality of Stein: the mayor imposed a restraining order, and there are children.

import { plain } from "./entries.mjs";
import { date } from "../filling.mjs";
import { report } from "./words.mjs";

const steps = [
  {
    step: "afzender",
    answers: {
      "sender.organisation": "gemeente-stein",
      "sender.first_name": "Hugo",
      "sender.last_name": "Burgerzaken",
      "sender.function": "adviseur Proefveiligheid",
      "sender.email": "hugo.burgerzaken@stein.example",
      "sender.phone": "046 477 87 71",
    },
  },
  {
    step: "betrokkene",
    answers: { "subject.given_names": "Uithuizige", "subject.last_name": "Verzonnenaar", "subject.birth_date": date(3, 3, 1983) },
  },
  {
    step: "adres",
    answers: {
      "residence.municipality": "0971",
      "residence.postcode": "6171 BB",
      "residence.house_number": "21",
      "residence.street": "Bedachtestraat",
      "residence.place": "Stein",
    },
  },
  {
    step: "huisverbod",
    answers: {
      "restraining_order.stage": "opgelegd",
      "restraining_order.starts_on": date(14, 11, 2026),
      "restraining_order.ends_on": date(24, 11, 2026),
      "restraining_order.children": "ja",
      "restraining_order.has_case_manager": "ja",
      "restraining_order.case_manager": "Carla Verzonnenwerker",
      "restraining_order.case_manager_phone": "046 477 87 72",
    },
  },
];

export default {
  slug: "huisverbod",
  entry: plain,
  words: report,
  receipt: "hugo.burgerzaken@stein.example",
  promises: [],
  accepted: {},
  steps,
};
