import { describe, expect, test } from "vitest";
import { extensionKey } from "../../../../src/campaign/definition/running-campaign.ts";
import { isPressing, outstandingIn, type Seen } from "../../../../src/campaign/overview/nudge/outstanding.ts";
import { isNudgingTime, type Named, nudgesFor } from "../../../../src/campaign/overview/nudge/rules.ts";
import type { Receipt } from "../../../../src/campaign/receipt/store.ts";
import type { CampaignState } from "../../../../src/campaign/tasks/campaign-state.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { civilDate, dayOf } from "../../../../src/shared/civil-date.ts";
import { at, nothing } from "../../tasks/support/state.ts";

const LIST = "recommendation-list";
const REPORT = "work-report";
const ALL = nothing().lists.expected;

/** All but these have reported their list. */
const missing = (...districts: string[]): CampaignState => ({
  ...nothing(),
  lists: { ...nothing().lists, received: new Set(ALL.filter((id) => !districts.includes(id))) },
});

const seenAt = (moment: string, rest: Partial<Seen> = {}): Seen => ({
  ...{ now: at(moment), told: new Map(), receipts: [], countedTo: dayOf(at(moment)) },
  ...rest,
});

const receipt = (person: string, moment: string, rest: Partial<Receipt> = {}): Receipt => ({
  ...{ message: `remind/${moment}`, person: staffId(person), kind: "remind", sentAt: at(moment) },
  ...{ askedAt: undefined, readAt: undefined, ...rest },
});

/** Who gets a card, and who does not and why. */
function nudged(state: CampaignState, seen: Seen, named: Named = {}) {
  const { to, held } = nudgesFor(state, seen, named);
  return {
    to: to.map(({ reminder }) => `${reminder.level} ${reminder.person}`),
    held: held.map(({ why, about, persons }) => `${why} ${about.district} ${persons.length}`),
  };
}

const bothOf = (district: string, level = "remind") => [`${level} ${district}-1`, `${level} ${district}-2`];

describe("who is nudged", () => {
  test("exactly those left: nobody who has handed in", () => {
    const state = missing("keqiao", "xinchang");
    expect(nudged(state, seenAt("09-27T08:46:00"))).toEqual({
      to: [...bothOf("keqiao"), ...bothOf("xinchang")],
      held: [],
    });
  });

  test("who was telephoned without a day all the same; the line says when the call was", () => {
    const called = [{ deliverable: LIST, district: "keqiao", on: civilDate("2023-09-26") }];
    const state = missing("keqiao", "xinchang");
    const seen = seenAt("09-27T08:46:00", { called });
    expect(nudged(state, seen)).toEqual({ to: [...bothOf("keqiao"), ...bothOf("xinchang")], held: [] });
    expect(outstandingIn(state, seen).map(({ district, calledOn }) => [district, calledOn])).toEqual([
      ["keqiao", "2023-09-26"],
      ["xinchang", undefined],
    ]);
  });

  test("nobody who said when, until that day is over", () => {
    const agreed = [{ deliverable: LIST, district: "keqiao", until: civilDate("2023-09-28") }];
    const state = missing("keqiao", "xinchang");
    expect(nudged(state, seenAt("09-28T08:46:00", { agreed }))).toEqual({
      to: bothOf("xinchang"),
      held: ["agreed keqiao 2"],
    });
    expect(nudged(state, seenAt("10-07T08:46:00", { agreed })).held).toEqual([]);
  });

  test("nobody who was given time, until that is over", () => {
    const base = missing("keqiao");
    const extendedTo = new Map([[extensionKey(LIST, "keqiao"), civilDate("2023-10-11")]]);
    const state = { ...base, campaign: { ...base.campaign, extendedTo } };
    expect(nudged(state, seenAt("10-10T08:46:00"), { deliverable: LIST })).toEqual({
      to: [],
      held: ["extended keqiao 2"],
    });
    expect(nudged(state, seenAt("10-12T08:46:00"), { deliverable: LIST }).to).toEqual(bothOf("keqiao", "urge"));
  });

  test("nobody twice on one day, whoever reminded them", () => {
    const told = new Map([[staffId("keqiao-1"), [civilDate("2023-09-27")]]]);
    expect(nudged(missing("keqiao"), seenAt("09-27T15:00:00", { told }))).toEqual({
      to: ["remind keqiao-2"],
      held: ["toldToday keqiao 1"],
    });
  });

  test("nobody a third time in a week, outside the last three working days", () => {
    const days = (...all: string[]) => new Map([[staffId("keqiao-1"), all.map((day) => civilDate(day))]]);
    const state = missing("keqiao");
    // 2023-10-09 to 13 is one week; the list was due on 30 September.
    expect(nudged(state, seenAt("10-11T09:30:00", { told: days("2023-10-09", "2023-10-10") })).held).toEqual([
      "weekFull keqiao 1",
    ]);
    expect(nudged(state, seenAt("10-11T09:30:00", { told: days("2023-10-09") })).held).toEqual([]);
    // 26, 27 and 28 September are the last three working days.
    expect(nudged(state, seenAt("09-28T09:30:00", { told: days("2023-09-26", "2023-09-27") })).held).toEqual([]);
  });

  test("without anybody on duty the district is named", () => {
    const base = missing("keqiao");
    const people = base.people.filter(({ staffId: id }) => !id.startsWith("keqiao"));
    expect(nudged({ ...base, people }, seenAt("09-27T08:46:00"))).toEqual({ to: [], held: ["nobody keqiao 0"] });
  });

  test("a district, and a thing, if they are named, even before it presses", () => {
    const state = missing("keqiao", "xinchang");
    expect(nudged(state, seenAt("09-12T09:30:00"))).toEqual({ to: [], held: [] });
    expect(nudged(state, seenAt("09-12T09:30:00"), { districts: ["keqiao"] }).to).toEqual(bothOf("keqiao"));
    expect(nudged(state, seenAt("10-18T09:30:00"), { deliverable: REPORT }).to).toHaveLength(12);
    expect(nudged(state, seenAt("10-18T09:30:00"), { districts: ["keqiao"], deliverable: LIST }).to).toEqual(
      bothOf("keqiao", "urge"),
    );
  });
});

describe("what presses", () => {
  const pressing = (state: CampaignState, seen: Seen) =>
    outstandingIn(state, seen)
      .filter(isPressing)
      .map(({ deliverable, district }) => `${deliverable} ${district}`);

  test("from five working days before the last one, if days off follow it", () => {
    expect(pressing(missing("keqiao"), seenAt("09-21T08:45:00"))).toEqual([]);
    expect(pressing(missing("keqiao"), seenAt("09-22T08:45:00"))).toEqual([`${LIST} keqiao`]);
  });

  test("from three working days before the day, if none follow it", () => {
    expect(pressing(missing(), seenAt("10-17T08:45:00"))).toEqual([]);
    expect(pressing(missing(), seenAt("10-18T08:45:00"))).toHaveLength(6);
  });

  test("a reminder that was asked about and not read", () => {
    const receipts = [receipt("keqiao-1", "09-19T09:00:00", { askedAt: at("09-19T11:00:00") })];
    expect(pressing(missing("keqiao"), seenAt("09-20T08:45:00", { receipts }))).toEqual([`${LIST} keqiao`]);
    const read = [...receipts, receipt("keqiao-2", "09-19T09:00:00", { readAt: at("09-19T10:00:00") })];
    expect(pressing(missing("keqiao"), seenAt("09-20T08:45:00", { receipts: read }))).toEqual([]);
  });

  test("counts working days late up to the day that is named", () => {
    // What comes in the days off and on 7 October is marked, not late: late from 8 October, which is worked.
    const late = (moment: string) => outstandingIn(missing("keqiao"), seenAt(moment))[0]?.daysLate;
    expect([late("09-30T20:00:00"), late("10-07T08:45:00"), late("10-09T08:45:00")]).toEqual([0, 0, 2]);
  });
});

test.each([
  ["09-27T08:29:59", false],
  ["09-27T08:30:00", true],
  ["09-27T17:59:59", true],
  ["09-27T18:00:00", false],
  ["09-29T10:00:00", false],
  ["10-07T10:00:00", true],
])("at %s nudges go out: %s", (moment, isTime) => {
  expect(isNudgingTime(nothing().campaign.calendar, at(moment))).toBe(isTime);
});
