// Prints what the program makes of the campaign of 2023: run with TZ set, its output must not change.

import { deadlineOf, latenessOf, reminderDays, stageOpening } from "../../../../src/campaign/definition/deadlines.ts";
import { momentWords, stageWords } from "../../../../src/campaign/definition/wording.ts";
import { weeklyDays } from "../../../../src/campaign/export/weekly.ts";
import { readWorkbook } from "../../../../src/platform/documents/read-workbook.ts";
import { writeWorkbook } from "../../../../src/platform/documents/workbook.ts";
import {
  addDays,
  type CivilDate,
  dayOf,
  daysBetween,
  momentOf,
  shanghaiIso,
  weekdayOf,
} from "../../../../src/shared/civil-date.ts";
import { shaoxing, shaoxingContext } from "./shaoxing.ts";

const FIRST: CivilDate = "2023-08-10";
const LAST: CivilDate = "2023-10-30";
const { calendar } = shaoxingContext;
const { stages, deliverables } = shaoxing.campaign;

const days = Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, offset) => addDays(FIRST, offset));
const deadlines = deliverables.map(({ id }) => deadlineOf(shaoxingContext, id));

/** A day as a workbook gives it back. */
async function throughWorkbook(day: CivilDate): Promise<unknown> {
  const bytes = await writeWorkbook({
    author: "市建设局",
    at: momentOf(day),
    sheets: [
      {
        name: "日期",
        titles: ["日期"],
        columns: [{ header: "日期", width: 20, kind: "date" }],
        rows: [[day]],
        paper: "portrait",
      },
    ],
  });
  return (await readWorkbook(bytes)).sheets[0]?.rows.at(-1)?.[0];
}

const table = {
  /** How the machine reads a moment, so that a TZ without effect is noticed. */
  machine: new Date("2023-08-21T00:00:00Z").getTimezoneOffset(),
  days: days.map((day) => ({
    day,
    working: calendar.isWorkingDay(day),
    weekday: weekdayOf(day),
    /** The first and the last second of the day. */
    held: [dayOf(momentOf(day)), dayOf(new Date(momentOf(addDays(day, 1)).getTime() - 1000))],
    words: momentWords(momentOf(day, "08:30")),
    left: calendar.workingDaysFrom(day, LAST),
  })),
  rests: calendar.restSpans(FIRST, LAST),
  weekly: weeklyDays(calendar, { from: FIRST, to: LAST }),
  openings: Object.fromEntries(stages.map((stage) => [stage.id, shanghaiIso(stageOpening(shaoxingContext, stage))])),
  closings: Object.fromEntries(
    deadlines.map(({ deliverable, softClosesAt, hardClosesAt }) => [
      deliverable,
      [shanghaiIso(softClosesAt), shanghaiIso(hardClosesAt)],
    ]),
  ),
  /** At the first and the last moment of every day. */
  lateness: days.map((day) =>
    [momentOf(day), new Date(momentOf(addDays(day, 1)).getTime() - 1)].map((moment) =>
      deadlines.map((deadline) => latenessOf(deadline, moment)),
    ),
  ),
  reminders: deadlines.map((deadline) =>
    reminderDays(shaoxingContext, deadline).map((day) => shanghaiIso(momentOf(day, "09:00"))),
  ),
  words: stages.flatMap((stage) => [
    stageWords(shaoxingContext, stage, { kind: "group" }),
    stageWords(shaoxingContext, stage, { kind: "districtOfficer", district: "keqiao" }),
  ]),
  workbook: await throughWorkbook("2023-08-21"),
};

export type YearTable = typeof table;

process.stdout.write(JSON.stringify(table));
