// Nel Lezer wants to read about youth and aftercare, and nothing else.

import { open } from "./entries.mjs";
import { subscription } from "./words.mjs";

const steps = [
  {
    step: "aanmelden",
    answers: {
      "newsletter.email": "nel.lezer@post.example",
      "newsletter.name": "Nel Lezer",
      "newsletter.topics": ["nazorg", "jeugd"],
      "newsletter.consent": "ja",
    },
  },
];

export default {
  slug: "nieuwsbrief",
  entry: open,
  words: subscription,
  receipt: "nel.lezer@post.example",
  promises: [],
  isUnfollowed: true,
  accepted: {},
  steps,
};
