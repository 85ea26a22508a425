// Kim Vergaderaar of the police wants to sit down with four colleagues in Voorbeeldstad, next week.

import { open } from "./entries.mjs";
import { dayFromNow } from "../filling.mjs";
import { booking } from "./words.mjs";

const steps = [
  {
    step: "kamer",
    answers: {
      "booking.room": "overlegkamer",
      "booking.day": dayFromNow(9),
      "booking.start": "10:00",
      "booking.end": "11:30",
      "booking.people": "5",
      "booking.purpose": "overleg",
      "booking.equipment": "Een Proefbord met stiften",
    },
  },
  {
    step: "uw-gegevens",
    answers: { "booker.organisation": "politie", "booker.name": "Kim Vergaderaar", "booker.email": "kim.vergaderaar@politie.example" },
  },
];

export default {
  slug: "kamer",
  house: "voorbeeldstad",
  entry: open,
  words: booking,
  receipt: "kim.vergaderaar@politie.example",
  promises: [],
  accepted: {},
  steps,
};
