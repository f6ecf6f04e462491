import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import type { YearTable } from "./support/year-table.ts";

const NODE = join(import.meta.dirname, "../../../node_modules/.bin/node");
const PROGRAM = join(import.meta.dirname, "support/year-table.ts");
/** Minutes behind Greenwich in August: behind Shanghai, Shanghai itself, and as far ahead as any. */
const ZONES = { "America/New_York": 240, "Asia/Shanghai": -480, "Pacific/Kiritimati": -840 };

/** A thread keeps the zone of its process, so each zone gets a process of its own. */
async function tableIn(zone: string): Promise<YearTable> {
  const { stdout } = await promisify(execFile)(NODE, [PROGRAM], { env: { ...process.env, TZ: zone } });
  return JSON.parse(stdout);
}

let tables: Record<string, YearTable>;
beforeAll(async () => {
  const zones = Object.keys(ZONES);
  const read = await Promise.all(zones.map(tableIn));
  tables = Object.fromEntries(read.map((table, at) => [zones[at], table]));
}, 60_000);

test("each machine really lies in another zone", () => {
  expect(Object.fromEntries(Object.entries(tables).map(([zone, { machine }]) => [zone, machine]))).toEqual(ZONES);
});

test.each(["America/New_York", "Pacific/Kiritimati"])(
  "a machine in %s knows the same year as one in Shanghai, to the last word",
  (zone) => {
    const own = { ...tables[zone], machine: 0 };

    expect(own).toEqual({ ...tables["Asia/Shanghai"], machine: 0 });
  },
);

describe.each(Object.keys(ZONES))("on a machine in %s", (zone) => {
  test.each([
    ["2023-08-10", true],
    ["2023-08-20", false],
    ["2023-08-21", true],
    ["2023-09-20", true],
    ["2023-09-21", true],
    ["2023-09-28", true],
    ["2023-09-29", false],
    ["2023-10-01", false],
    ["2023-10-07", true],
    ["2023-10-14", false],
    ["2023-10-15", false],
    ["2023-10-20", true],
    ["2023-10-30", true],
  ])("%s is worked: %s", (day, working) => {
    expect(tables[zone]?.days.find((one) => one.day === day)?.working).toBe(working);
  });

  test("the stages open at 08:30 of their first working day", () => {
    expect(tables[zone]?.openings).toEqual({
      mobilization: "2023-08-10T08:30:00+08:00",
      implementation: "2023-08-21T08:30:00+08:00",
      verification: "2023-09-21T08:30:00+08:00",
      conclusion: "2023-10-16T08:30:00+08:00",
    });
  });

  test("everything should be in at 17:00 of a working day and is late from 24:00 of the stated day", () => {
    expect(tables[zone]?.closings).toEqual({
      "publicity-check-in": ["2023-08-18T17:00:00+08:00", "2023-08-21T00:00:00+08:00"],
      application: ["2023-09-20T17:00:00+08:00", "2023-09-21T00:00:00+08:00"],
      "preliminary-review": ["2023-09-20T17:00:00+08:00", "2023-09-21T00:00:00+08:00"],
      "recommendation-list": ["2023-09-28T17:00:00+08:00", "2023-10-01T00:00:00+08:00"],
      "evaluation-team": ["2023-09-21T17:00:00+08:00", "2023-09-22T00:00:00+08:00"],
      verification: ["2023-10-13T17:00:00+08:00", "2023-10-15T00:00:00+08:00"],
      publication: ["2023-10-13T17:00:00+08:00", "2023-10-15T00:00:00+08:00"],
      "province-recommendation": ["2023-10-13T17:00:00+08:00", "2023-10-15T00:00:00+08:00"],
      "work-report": ["2023-10-19T17:00:00+08:00", "2023-10-21T00:00:00+08:00"],
      "case-study": ["2023-10-19T17:00:00+08:00", "2023-10-21T00:00:00+08:00"],
      "city-summary": ["2023-10-30T17:00:00+08:00", "2023-10-31T00:00:00+08:00"],
    });
  });

  test("a day stays itself from its first second to its last, and in a workbook", () => {
    const moved = tables[zone]?.days.filter(({ day, held }) => held.some((one) => one !== day));

    expect(moved).toEqual([]);
    expect(tables[zone]?.workbook).toBe("2023-08-21");
  });
});
