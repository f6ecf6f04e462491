import { describe, expect, test } from "vitest";
import { makeCalendar } from "../../src/campaign/definition/calendar.ts";
import { dayOf } from "../../src/shared/civil-date.ts";
import { type Kind, type Lines, YEAR_2023, YEAR_2026 } from "../journeys/reminded-table.ts";
import { type Dates, DISTRICTS, remindedYear, type Unasked } from "../journeys/reminded-year.ts";

/** A year of eight districts takes some minutes. */
const YEAR_MS = 900_000;

const IN_2023: Dates = {
  year: 2023,
  lastMinute: { reviews: "09-20 16:00", list: "09-28 16:30", report: "10-20 23:00" },
  late: { reviews: "09-12 10:00", list: "10-10 15:00", report: "10-26 10:00" },
  halfDone: { begins: "09-12 15:00", list: "09-26 10:00", report: "10-17 15:00" },
  extended: { until: "10月11日", list: "10-11 15:00", report: "10-16 15:00" },
  returned: { report: "10-16 15:30" },
  recommendsNobody: { promises: "10-16 15:40", until: "10月18日", report: "10-19 15:00" },
};
const IN_2026: Dates = {
  year: 2026,
  lastMinute: { reviews: "09-20 16:00", list: "09-30 16:30", report: "10-20 23:00" },
  late: { reviews: "09-11 10:00", list: "10-10 15:00", report: "10-26 10:00" },
  halfDone: { begins: "09-11 15:00", list: "09-28 10:00", report: "10-16 15:00" },
  extended: { until: "10月12日", list: "10-12 15:00", report: "10-15 15:00" },
  returned: { report: "10-15 15:30" },
  recommendsNobody: { promises: "10-16 15:40", until: "10月20日", report: "10-20 16:10" },
};

/** Whoever hands in everything by its day, an extension's included. */
const IN_TIME: readonly Kind[] = ["early", "lastMinute", "halfDone", "extended", "returned"];
const MOST = 12;

const own = (all: readonly Unasked[], person: string): string[] =>
  all.filter((one) => one.person === person).map(({ at, line }) => `${at.slice(5, 16).replace("T", " ")} ${line}`);

describe.each<[number, Dates, Readonly<Record<Kind, Lines>>]>([
  [2023, IN_2023, YEAR_2023],
  [2026, IN_2026, YEAR_2026],
])("from 1 August to 5 November %i", (_, dates, table) => {
  test("each clerk of eight districts gets what was written by hand, nobody anything on a day off or at night", {
    timeout: YEAR_MS,
  }, async () => {
    const unasked = await remindedYear(dates);

    const found = Object.entries(DISTRICTS).flatMap(([kind, district]) =>
      [1, 2].map((number) => [`${kind} ${number}`, own(unasked, `${district}-${number}`)]),
    );
    const wanted = Object.entries(table).flatMap(([kind, lines]) =>
      [1, 2].map((number) => [`${kind} ${number}`, lines]),
    );
    expect.soft(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    for (const kind of IN_TIME) expect.soft(own(unasked, `${DISTRICTS[kind]}-2`).length).toBeLessThanOrEqual(MOST);
    expect.soft(unasked.filter(({ at }) => isAtRest(at))).toEqual([]);
  });
});

const calendar = makeCalendar({ overrides: [] });

/** A day off, or before 08:00 or after 18:00. */
const isAtRest = (at: string): boolean =>
  !calendar.isWorkingDay(dayOf(new Date(at))) || at.slice(11, 16) < "08:00" || at.slice(11, 16) > "18:00";
