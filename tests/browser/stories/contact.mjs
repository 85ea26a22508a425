// Coba Nieuwsgierig leads a neighbourhood centre and asks whether somebody wants to come and talk about the house.

import { open } from "./entries.mjs";
import { message } from "./words.mjs";

const steps = [
  {
    step: "bericht",
    answers: {
      "message.subject": "samenwerken",
      "message.text": "Wil iemand in ons buurthuis komen vertellen wat u doet?",
      "message.name": "Coba Nieuwsgierig",
      "message.email": "coba.nieuwsgierig@buurthuis.example",
      "message.phone": "046 477 87 81",
    },
  },
];

export default {
  slug: "contact",
  entry: open,
  words: message,
  receipt: "coba.nieuwsgierig@buurthuis.example",
  promises: [],
  accepted: {},
  steps,
};
