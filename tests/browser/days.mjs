// Days as the house counts them: in the Netherlands, whatever the clock of this machine is set to. Between midnight there and in
// Greenwich the two are a day apart.

import { date } from "./filling.mjs";

const dutchDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });

/** The day that is `ahead` days after today, as in ISO 8601: `2026-11-23`. */
export function isoDay(ahead = 0, now = new Date()) {
  const [year, month, day] = dutchDay.format(now).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + ahead)).toISOString().slice(0, 10);
}

/** The same, for a date of three boxes. */
export function boxedDay(ahead = 0, now = new Date()) {
  const [year, month, day] = isoDay(ahead, now).split("-").map(Number);
  return date(day, month, year);
}

/** The first of this weekday (0: Sunday) that is at least `ahead` days after today, for a date of three boxes. */
export function boxedWeekday(weekday, ahead, now = new Date()) {
  const from = new Date(isoDay(ahead, now)).getUTCDay();
  return boxedDay(ahead + ((weekday - from + 7) % 7), now);
}
