import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { extensionKey, type RunningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { type Agreed, remindersDue } from "../../../src/campaign/reminder/due.ts";
import type { CampaignState, CaseState } from "../../../src/campaign/tasks/campaign-state.ts";
import { type StaffId, staffId } from "../../../src/shared/brand.ts";
import { addDays, type CivilDate, dayOf, momentOf } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { at, nothing } from "../tasks/support/state.ts";

const DISTRICT = "keqiao";
const CLERK = staffId("keqiao-1");

/** What one district did by a moment: as the state stands then. */
interface Behaviour {
  /** From then on both cases are in and final. */
  reviewed?: string;
  list?: string;
  report?: string;
  /** 退回补正 of a case: from, until, corrected. */
  returned?: [from: string, until: CivilDate, corrected: string];
  extended?: [from: string, until: CivilDate];
  agreed?: [from: string, agreed: Agreed];
  /** A form that is begun and not handed in. */
  begun?: string;
  /** 公布, with its year; left out: on 13 October 2023. */
  published?: string;
}

const PUBLISHED = "2023-10-13T17:00:00";

const has = (moment: string | undefined, now: Date): boolean => moment !== undefined && at(moment) <= now;

function stateAt(one: Behaviour, now: Date, definition: Definition = shaoxing): CampaignState {
  const base = nothing(definition);
  const others = base.lists.expected.filter((id) => id !== DISTRICT);
  const isIn = has(one.reviewed, now);
  const [from = "", until, corrected] = one.returned ?? [];
  const isReturned = until !== undefined && has(from, now) && !has(corrected, now);
  const cases = (isIn ? ["A", "B"] : []).map(
    (id): CaseState => ({
      ...{ id, district: DISTRICT, name: `小区${id}`, state: "submitted", submittedAt: at(one.reviewed ?? "") },
      ...{ review: { state: "finalized", done: 25, of: 25 }, opinionsWait: false },
      ...(isReturned && id === "A" ? { returned: { until, at: at(from) } } : {}),
    }),
  );
  const extended = has(one.extended?.[0], now) ? one.extended?.[1] : undefined;
  const campaign: RunningCampaign = {
    ...base.campaign,
    ...(extended ? { extendedTo: new Map([[extensionKey("recommendation-list", DISTRICT), extended]]) } : {}),
  };
  const received = new Set([...others, ...(has(one.list, now) ? [DISTRICT] : [])]);
  return {
    ...base,
    ...{ campaign, rulings: noRulings, cases, isPublished: new Date(`${one.published ?? PUBLISHED}+08:00`) <= now },
    forms: has(one.begun, now)
      ? [{ district: DISTRICT, startedBy: CLERK, caseId: undefined, name: "瓜渚湖畔", done: 12, of: 17 }]
      : [],
    lists: { ...base.lists, received },
    reports: new Set([...others, ...(has(one.report, now) ? [DISTRICT] : [])]),
  };
}

interface Played {
  /** Working moments at which the bot looks; left out: 09:00 of every day. */
  looks?: ((day: CivilDate) => Date | undefined) | undefined;
  from?: CivilDate;
  until?: CivilDate;
  definition?: Definition;
}

/** `9/11 remind application.begin`: what the clerk got, day by day. */
function played(
  one: Behaviour,
  { looks = (day) => momentOf(day, "09:00"), from = "2023-08-01", until = "2023-11-05", definition }: Played = {},
) {
  const told: CivilDate[] = [];
  const lines: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const now = looks(day);
    if (!now) continue;
    const agreed = has(one.agreed?.[0], now) && one.agreed ? [one.agreed[1]] : [];
    const known = { now, told: new Map<StaffId, CivilDate[]>([[CLERK, told]]), agreed };
    const mine = remindersDue(stateAt(one, now, definition), known).filter(({ person }) => person === CLERK);
    for (const { level, tasks } of mine) {
      lines.push(`${day.slice(5)} ${level} ${tasks.map(({ what }) => what).join(" ")}`);
      told.push(dayOf(now));
    }
    expect(mine.length).toBeLessThanOrEqual(1);
  }
  return lines;
}

const EARLY: Behaviour = { reviewed: "09-01T10:00:00", list: "09-08T10:00:00", report: "10-10T10:00:00" };

/** Written by hand from the calendar of 2023 before the code: what one clerk of each kind gets. */
const TABLE: [string, Behaviour, string[]][] = [
  ["early: nothing at all", EARLY, []],
  [
    "at the last minute of each day",
    { reviewed: "09-20T16:00:00", list: "09-28T16:30:00", report: "10-20T23:00:00" },
    [
      "09-15 remind application.begin list.submit",
      "09-19 remind application.begin list.submit",
      "09-25 remind list.submit",
      "09-28 remind list.submit",
      "10-11 remind report.submit",
      "10-17 remind report.submit",
      "10-20 remind report.submit",
    ],
  ],
  [
    "late with the list and with the report",
    { reviewed: "09-12T10:00:00", list: "10-10T15:00:00", report: "10-26T10:00:00" },
    [
      "09-19 remind list.submit",
      "09-25 remind list.submit",
      "09-28 remind list.submit",
      "10-08 urge list.submit",
      "10-10 urge list.submit",
      "10-11 remind report.submit",
      "10-17 remind report.submit",
      "10-20 remind report.submit",
      "10-23 urge report.submit",
      "10-25 urge report.submit",
    ],
  ],
  [
    "silent: until 公布 of the list, then of the report at a falling rhythm",
    {},
    [
      "09-15 remind application.begin list.submit",
      "09-19 remind application.begin list.submit",
      "09-25 remind application.begin list.submit",
      "09-28 remind application.begin list.submit",
      "10-08 urge application.begin list.submit",
      "10-10 urge application.begin list.submit",
      "10-11 urge application.begin list.submit report.submit",
      "10-17 remind report.submit",
      "10-20 remind report.submit",
      "10-23 urge report.submit",
      "10-25 urge report.submit",
      "10-30 urge report.submit",
    ],
  ],
  [
    "half done: a form that was begun is named, not begun anew",
    { begun: "09-12T10:00:00", list: "09-26T10:00:00", report: "10-16T10:00:00" },
    [
      "09-15 remind application.finish list.submit",
      "09-19 remind application.finish list.submit",
      "09-25 remind application.finish list.submit",
      "10-11 remind application.finish report.submit",
    ],
  ],
  [
    "extended to 10月11日: reminded by the new day",
    {
      reviewed: "09-08T10:00:00",
      extended: ["09-22T10:00:00", "2023-10-11"],
      list: "10-11T15:00:00",
      report: "10-16T10:00:00",
    },
    [
      "09-19 remind list.submit",
      "09-26 remind list.submit",
      "10-08 remind list.submit",
      "10-11 remind list.submit report.submit",
    ],
  ],
  [
    "补正 by 10月10日, in on its last day",
    { ...EARLY, returned: ["09-28T10:00:00", "2023-10-10", "10-10T16:00:00"] },
    ["10-07 remind return.correct", "10-10 remind return.correct"],
  ],
  [
    "无推荐, and a report promised for 10月18日 that comes on the 19th",
    {
      reviewed: "09-08T10:00:00",
      list: "09-18T10:00:00",
      agreed: ["10-16T15:00:00", { deliverable: "work-report", district: DISTRICT, until: "2023-10-18" }],
      report: "10-19T15:00:00",
    },
    ["10-11 remind report.submit", "10-19 remind report.submit"],
  ],
];

describe("what a clerk is reminded of from 1 August to 5 November 2023", () => {
  test.each(TABLE)("%s", (_, behaviour, expected) => {
    expect(played(behaviour)).toEqual(expected);
  });

  test("who hands in everything in time, if at the last minute, gets at most twelve messages with openings and outcome", () => {
    const [, lastMinute = EARLY] = TABLE.find(([kind]) => kind.startsWith("at the last minute")) ?? [];

    expect(played(lastMinute)).toHaveLength(7);
    expect(played(lastMinute).length + 4 + 1).toBeLessThanOrEqual(12);
  });
});

/** 2026: 9月20日 and 10月10日 are worked, 9月25日 to 27日 and 10月1日 to 7日 are days off. */
test("in 2026 the silent clerk's days follow that year's holidays, and the day on which stage four opens is left alone", () => {
  const year = { ...shaoxing.campaign.year, value: 2026 };
  const definition = { ...shaoxing, campaign: { ...shaoxing.campaign, year } };

  const lines = played({ published: "2026-10-13T17:00:00" }, { from: "2026-08-01", until: "2026-11-05", definition });

  expect(lines).toEqual([
    "09-16 remind application.begin list.submit",
    "09-20 remind application.begin list.submit",
    "09-24 remind application.begin list.submit",
    "09-30 remind application.begin list.submit",
    "10-08 urge application.begin list.submit",
    "10-10 urge application.begin list.submit report.submit",
    "10-20 remind report.submit",
    "10-21 urge report.submit",
    "10-23 urge report.submit",
    "10-28 urge report.submit",
    "11-04 urge report.submit",
  ]);
});

describe("after a time without the bot, what is still useful comes as one message", () => {
  const silentUntil = (looks: Played["looks"]) =>
    played({}, { looks, until: "2023-09-30" }).filter((line) => line >= "09-19");

  test("a minute late, and six hours late: the same", () => {
    const usual = silentUntil(undefined);

    expect(silentUntil((day) => momentOf(day, "09:01"))).toEqual(usual);
    expect(silentUntil((day) => momentOf(day, "15:00"))).toEqual(usual);
  });

  test("in the evening and at night none; the next working day makes up for it", () => {
    const downOnThe19th: Played["looks"] = (day) => momentOf(day, day === "2023-09-19" ? "18:00" : "09:00");

    expect(silentUntil(downOnThe19th)[0]).toBe("09-20 remind application.begin list.submit");
  });

  test("three days, over two of its days: the last one counts", () => {
    const back: Played["looks"] = (day) =>
      day >= "2023-09-19" && day <= "2023-09-21" ? undefined : momentOf(day, "09:00");

    expect(silentUntil(back)).toEqual([
      "09-22 remind application.begin list.submit",
      "09-25 remind application.begin list.submit",
      "09-28 remind application.begin list.submit",
    ]);
  });

  test("of days before it first looked, as in a database of an earlier version, none is made up for", () => {
    const on = (day: CivilDate, since: CivilDate) =>
      remindersDue(stateAt({}, momentOf(day, "10:00")), { now: momentOf(day, "10:00"), told: new Map(), since }).length;

    expect(on("2023-09-18", "2023-09-18")).toBe(0);
    expect(on("2023-09-18", "2023-09-15")).toBeGreaterThan(0);
    expect(on("2023-09-19", "2023-09-18")).toBeGreaterThan(0);
  });

  test("nobody twice, though the clock is set back an hour, and nobody who left before it is sent", () => {
    const state = stateAt({}, at("09-19T09:00:00"));
    const people = (now: Date, told: ReadonlyMap<StaffId, readonly CivilDate[]>, of = state) =>
      remindersDue(of, { now, told }).map(({ person }) => person);
    const first = people(at("09-19T09:00:00"), new Map());
    const told = new Map(first.map((person) => [person, ["2023-09-19" as CivilDate]]));

    expect(first).toContain(CLERK);
    expect(people(at("09-19T08:00:00"), told)).toEqual([]);
    expect(people(at("09-19T09:00:00"), told)).toEqual([]);
    const left = { ...state, people: state.people.filter(({ staffId: id }) => id !== CLERK) };
    expect(people(at("09-19T09:00:00"), new Map(), left)).toEqual(first.filter((id) => id !== CLERK));
  });

  test("none on a day off, and none before the campaign's start", () => {
    for (const line of played({})) {
      expect(nothing().campaign.calendar.isWorkingDay(`2023-${line.slice(0, 5)}` as CivilDate)).toBe(true);
    }
    const late = stateAt({}, at("09-19T09:00:00"));
    const started = { ...late, campaign: { ...late.campaign, startedAt: at("09-19T09:00:01") } };

    expect(remindersDue(started, { now: at("09-19T10:00:00"), told: new Map() })).toEqual([]);
  });
});
