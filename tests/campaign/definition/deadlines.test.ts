import { describe, expect, test } from "vitest";
import {
  deadlineOf,
  deliverableById,
  latenessOf,
  reminderDays,
  stageById,
  stageOpening,
} from "../../../src/campaign/definition/deadlines.ts";
import type { RulingAnswer } from "../../../src/campaign/definition/rulings-in-force.ts";
import { shaoxingContext } from "./support/shaoxing.ts";

const at = (iso: string) => new Date(iso);
const ruled = (id: string, value: NonNullable<RulingAnswer["value"]>) => ({
  ...shaoxingContext,
  rulings: new Map([[id, { text: "已答复", value }]]),
});

describe("what is owed in 2023, and when", () => {
  test("the list is due at the end of September and should be in before the holiday", () => {
    expect(deadlineOf(shaoxingContext, "recommendation-list")).toEqual({
      deliverable: "recommendation-list",
      statedOn: "2023-09-30",
      namedOn: "2023-09-30",
      effectiveOn: "2023-09-28",
      softClosesAt: at("2023-09-28T17:00:00+08:00"),
      hardClosesAt: at("2023-10-01T00:00:00+08:00"),
      lateFrom: at("2023-10-08T00:00:00+08:00"),
      binding: true,
      mark: "plan",
      phrase: "9月底前",
    });
  });

  test("the report may come on the 20th and should be in the day before", () => {
    expect(deadlineOf(shaoxingContext, "work-report")).toEqual({
      deliverable: "work-report",
      statedOn: "2023-10-20",
      namedOn: "2023-10-20",
      effectiveOn: "2023-10-20",
      softClosesAt: at("2023-10-19T17:00:00+08:00"),
      hardClosesAt: at("2023-10-21T00:00:00+08:00"),
      lateFrom: at("2023-10-21T00:00:00+08:00"),
      binding: true,
      mark: "plan",
      phrase: "10月20日前",
    });
  });

  test("the end of stage two is a day to be reminded of, the end of stage three is not", () => {
    const form = deadlineOf(shaoxingContext, "application");
    const ten = deadlineOf(shaoxingContext, "publication");

    expect([form.statedOn, form.binding, form.mark]).toEqual(["2023-09-20", false, "ruling"]);
    expect([ten.statedOn, ten.effectiveOn, ten.binding, ten.mark]).toEqual(["2023-10-14", "2023-10-13", true, "plan"]);
  });

  test("case studies are asked for with the report and are never late", () => {
    const { statedOn, binding, mark } = deadlineOf(shaoxingContext, "case-study");

    expect([statedOn, binding, mark]).toEqual(["2023-10-20", false, "ours"]);
  });
});

describe("a ruling changes what is owed", () => {
  test("R2 without the 20th itself closes on the 19th", () => {
    const { statedOn, hardClosesAt } = deadlineOf(
      ruled("R2", { inclusive: false, softClose: "onOrBefore" }),
      "work-report",
    );

    expect(statedOn).toBe("2023-10-19");
    expect(hardClosesAt).toEqual(at("2023-10-20T00:00:00+08:00"));
  });

  test("R1 moved past the holiday closes on its first working day", () => {
    const deadline = deadlineOf(ruled("R1", { on: "10-07" }), "recommendation-list");

    expect([deadline.statedOn, deadline.effectiveOn]).toEqual(["2023-10-07", "2023-10-07"]);
    expect(deadline.softClosesAt).toEqual(at("2023-10-07T17:00:00+08:00"));
  });

  test("R13 can make the end of stage two binding", () => {
    expect(deadlineOf(ruled("R13", { closes: true }), "application").binding).toBe(true);
  });
});

describe("how what comes after the stated day is marked", () => {
  const ofList = (iso: string, context = shaoxingContext) =>
    latenessOf(deadlineOf(context, "recommendation-list"), at(iso));

  test.each([
    ["2023-09-28T17:00:01+08:00", "inTime"],
    ["2023-09-30T23:59:59.999+08:00", "inTime"],
    ["2023-10-01T00:00:00+08:00", "duringRest"],
    ["2023-10-07T23:59:59.999+08:00", "duringRest"],
    ["2023-10-08T00:00:00+08:00", "late"],
  ] as const)("a list of %s is %s", (iso, lateness) => {
    expect(ofList(iso)).toBe(lateness);
  });

  test("a stated day that is worked leaves nothing to mark", () => {
    const report = deadlineOf(shaoxingContext, "work-report");

    expect(latenessOf(report, at("2023-10-20T23:59:59.999+08:00"))).toBe("inTime");
    expect(latenessOf(report, at("2023-10-21T00:00:00+08:00"))).toBe("late");
    expect(ofList("2023-09-29T00:00:00+08:00", ruled("R1", { on: "09-28" }))).toBe("late");
  });

  test("an answer that only excludes the day keeps the mark: the 29th is a day off too", () => {
    const excluded = ruled("R1", { inclusive: false });

    expect(ofList("2023-09-29T23:59:59.999+08:00", excluded)).toBe("inTime");
    expect(ofList("2023-09-30T00:00:00+08:00", excluded)).toBe("duringRest");
    expect(ofList("2023-10-08T00:00:00+08:00", excluded)).toBe("late");
  });

  test("a ruling can count days off as late, and what does not bind is never late", () => {
    expect(ofList("2023-10-01T00:00:00+08:00", ruled("R1", { restDays: "late" }))).toBe("late");
    expect(latenessOf(deadlineOf(shaoxingContext, "application"), at("2023-10-30T00:00:00+08:00"))).toBe("inTime");
    expect(latenessOf(deadlineOf(ruled("R13", { closes: true }), "application"), at("2023-09-21T00:00:00+08:00"))).toBe(
      "late",
    );
  });
});

describe("reminders", () => {
  test("of a day that does not bind come once, three working days before; of one that a ruling makes binding three times", () => {
    const days = (context: typeof shaoxingContext) => reminderDays(shaoxingContext, deadlineOf(context, "application"));

    expect(days(shaoxingContext)).toEqual(["2023-09-15"]);
    expect(days(ruled("R13", { closes: true }))).toEqual(["2023-09-11", "2023-09-15", "2023-09-20"]);
  });

  test("come 7 and 3 working days before the report is due, and on the day", () => {
    const report = deadlineOf(shaoxingContext, "work-report");

    expect(reminderDays(shaoxingContext, report)).toEqual(["2023-10-11", "2023-10-17", "2023-10-20"]);
  });

  test("move to before the holiday, never past it", () => {
    const list = deadlineOf(shaoxingContext, "recommendation-list");

    expect(reminderDays(shaoxingContext, list)).toEqual(["2023-09-19", "2023-09-25", "2023-09-28"]);
  });
});

test.each([
  ["mobilization", "2023-08-10T08:30:00+08:00"],
  ["implementation", "2023-08-21T08:30:00+08:00"],
  ["verification", "2023-09-21T08:30:00+08:00"],
  ["conclusion", "2023-10-16T08:30:00+08:00"],
])("the stage %s opens at %s", (id, opening) => {
  expect(stageOpening(shaoxingContext, stageById(shaoxingContext.definition, id))).toEqual(at(opening));
});

test("an unknown id is a mistake of the caller", () => {
  expect(() => deliverableById(shaoxingContext.definition, "nothing")).toThrow(
    new Error("no deliverable nothing in shaoxing-2023"),
  );
});
