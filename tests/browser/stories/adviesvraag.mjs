// Ada Meedenker works at a school that is no partner. She wonders what to do about threats in class, and names nobody.

import { open } from "./entries.mjs";
import { question } from "./words.mjs";

const steps = [
  {
    step: "uw-gegevens",
    answers: {
      "asker.organisation": "andere",
      "asker.other_organisation": "Voorbeeldschool",
      "asker.first_name": "Ada",
      "asker.last_name": "Meedenker",
      "asker.function": "intern begeleider",
      "asker.email": "ada.meedenker@school.example",
      "asker.answer_by": "telefoon",
      "asker.phone": "046 477 87 31",
    },
  },
  {
    step: "vraag",
    answers: {
      "advice.urgency": "deze_week",
      "advice.theme": "jongeren",
      "advice.municipality": "1883",
      "advice.question": "Een leerling dreigt steeds vaker. Wie kan er meekijken?",
      "advice.tried": "Gesprekken met de leerling en thuis, zonder resultaat.",
    },
  },
];

export default {
  slug: "adviesvraag",
  entry: open,
  words: question,
  receipt: "ada.meedenker@school.example",
  promises: [],
  accepted: {},
  steps,
};
