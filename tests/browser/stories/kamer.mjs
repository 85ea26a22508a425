// Kim Vergaderaar of the police wants to sit down with four colleagues in Voorbeeldstad, next week.

import { open } from "./entries.mjs";
import { boxedWeekday } from "../days.mjs";
import { booking } from "./words.mjs";

/** Whoever told this story before gives the room back: it can be taken once. */
const inAFreeRoom = {
  ...open,
  address: async (house, story) => {
    await house.sql("DELETE FROM places");
    return open.address(house, story);
  },
};

/** A Tuesday, a week or two from now: the rooms are open. */
const tuesday = boxedWeekday(2, 8);

const steps = [
  {
    step: "kamer",
    answers: {
      "booking.room": "overlegkamer",
      "booking.day": tuesday,
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
  entry: inAFreeRoom,
  words: booking,
  receipt: "kim.vergaderaar@politie.example",
  promises: [],
  mailsItsCode: true,
  accepted: {},
  steps,
};
