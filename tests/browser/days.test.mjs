// The days that the other tests fill in are those of the house, at each hour that they may be run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { boxedDay, boxedWeekday, isoDay } from "./days.mjs";

const moments = [
  ["by day", "2026-11-22T12:00:00Z", "2026-11-22", "2026-12-21"],
  ["before midnight in the Netherlands", "2026-11-22T22:59:00Z", "2026-11-22", "2026-12-21"],
  ["after midnight there, before it in Greenwich", "2026-11-22T23:30:00Z", "2026-11-23", "2026-12-22"],
  ["the same in summer, two hours earlier", "2026-07-01T22:30:00Z", "2026-07-02", "2026-07-31"],
  ["late, with the end of summer time before the other day", "2026-10-20T21:30:00Z", "2026-10-20", "2026-11-18"],
];

for (const [when, now, today, later] of moments) {
  test(`today and in 29 days, ${when}`, () => {
    assert.equal(isoDay(0, new Date(now)), today);
    assert.equal(isoDay(29, new Date(now)), later);
    const [year, month, day] = today.split("-").map((part) => String(Number(part)));
    assert.deepEqual(boxedDay(0, new Date(now)), { day, month, year });
  });
}

test("a weekday is that day itself or the first after it", () => {
  const night = new Date("2026-11-22T23:30:00Z"); // a Monday in the Netherlands
  assert.deepEqual(boxedWeekday(1, 0, night), { day: "23", month: "11", year: "2026" });
  assert.deepEqual(boxedWeekday(2, 8, night), { day: "1", month: "12", year: "2026" });
});
