import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { emulatorClient } from "dingtalk-emulator/client/client.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Resident, startResident } from "../../bench/resident.ts";
import { openTown } from "../../bench/town.ts";
import { makeCalendar } from "../../src/campaign/definition/calendar.ts";
import { dayOf } from "../../src/shared/civil-date.ts";
import { type Kind, type Lines, YEAR_2023, YEAR_2026 } from "../journeys/reminded-table.ts";
import {
  type Behaviour,
  type Dates,
  DISTRICTS,
  folderOf,
  remindedYear,
  type Unasked,
} from "../journeys/reminded-year.ts";

/** A year of eight districts takes some minutes, and a quarter of an hour on a machine that has other work. */
const YEAR_MS = 1_500_000;

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
const IN_TIME: readonly Behaviour[] = ["early", "lastMinute", "halfDone", "extended", "returned"];
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

    const clerks = (Object.keys(DISTRICTS) as Behaviour[]).flatMap((kind) => [
      { clerk: `${DISTRICTS[kind]}-1`, lines: table[kind] },
      { clerk: `${DISTRICTS[kind]}-2`, lines: table[kind === "halfDone" ? "halfDoneColleague" : kind] },
    ]);
    const found = clerks.map(({ clerk }) => [clerk, own(unasked, clerk)]);
    const wanted = clerks.map(({ clerk, lines }) => [clerk, lines]);
    expect.soft(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    for (const kind of IN_TIME) expect.soft(own(unasked, `${DISTRICTS[kind]}-2`).length).toBeLessThanOrEqual(MOST);
    expect.soft(unasked.filter(({ at }) => isAtRest(at))).toEqual([]);
  });
});

const calendar = makeCalendar({ overrides: [] });

/** A day off, or before 08:00 or after 18:00. */
const isAtRest = (at: string): boolean =>
  !calendar.isWorkingDay(dayOf(new Date(at))) || at.slice(11, 16) < "08:00" || at.slice(11, 16) > "18:00";

/** A bot that was away joins the clock in its own time. Machine time. */
const LATER = { timeout: 60_000 };

/** A town in which nobody does anything, with a bot that can be away. @param begins `MM-DDThh:mm` */
async function awayBot(year: number, begins: string) {
  const folder = await folderOf(year);
  const dataDir = await mkdtemp(join(tmpdir(), "jiayuan-away-"));
  const town = await openTown(dataDir, `${year}-${begins}:00+08:00`, { CAMPAIGN: folder });
  const client = emulatorClient(town.url, { idleMs: 60_000 });
  let bot: Resident | undefined = await startResident(town, dataDir);
  const to = (at: string) => client.clock.advanceTo(`${year}-${at}:00+08:00`);
  onTestFinished(async () => {
    await bot?.end();
    await town.program.end();
    for (const one of [dataDir, dirname(folder)]) await rm(one, { recursive: true, force: true, maxRetries: 20 });
  });
  return {
    to,
    /** The bot is away between the two moments. */
    async away(from: string, until: string) {
      await to(from);
      await bot?.end();
      bot = undefined;
      await to(until);
      bot = await startResident(town, dataDir);
    },
    reminders: async () =>
      (await client.as("yuecheng-1").messages())
        // An earlier one has shrunk to a line where it stood.
        .filter(({ card }) => /^(【(提醒|催办)】|已由新卡片替代)/.test(card?.text ?? ""))
        .map(({ at }) => at.slice(5, 16)),
  };
}

test("2023: a minute, six hours or three days without the bot: what is still useful comes once, on a working day", async () => {
  const { away, reminders, to } = await awayBot(2023, "09-18T10:00");

  await away("09-19T08:59", "09-19T09:01");
  await expect.poll(reminders, LATER).toEqual(["09-19T09:01"]);
  await away("09-25T08:50", "09-25T14:50");
  await expect.poll(reminders, LATER).toEqual(["09-19T09:01", "09-25T14:50"]);
  // Over 9月28日, into the holiday: nothing then, and one on the first working day after it.
  await away("09-27T17:00", "09-30T17:00");
  expect(await reminders()).toHaveLength(2);
  await to("10-07T09:00");
  await expect.poll(reminders, LATER).toEqual(["09-19T09:01", "09-25T14:50", "10-07T09:00"]);
  // Late by then, it is urged as ever.
  await to("10-08T09:00");
  expect((await reminders()).slice(3)).toEqual(["10-08T09:00"]);
});

test("2026: the same over its holidays, 9月20日 and 10月10日 being worked", async () => {
  const { away, reminders, to } = await awayBot(2026, "09-14T10:00");

  await away("09-16T08:59", "09-16T09:01");
  await expect.poll(reminders, LATER).toEqual(["09-16T09:01"]);
  await away("09-24T08:50", "09-24T14:50");
  await expect.poll(reminders, LATER).toEqual(["09-16T09:01", "09-20T09:00", "09-24T14:50"]);
  await away("09-29T17:00", "10-02T17:00");
  await to("10-07T18:00");
  expect(await reminders()).toHaveLength(3);
  // The missed last day and the first day late are one message.
  await to("10-08T18:00");
  expect((await reminders()).slice(3)).toEqual(["10-08T09:00"]);
  await to("10-10T09:00");
  expect((await reminders()).slice(4)).toEqual(["10-10T09:00"]);
});
