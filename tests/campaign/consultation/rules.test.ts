import { describe, expect, test } from "vitest";
import type { Reply } from "../../../src/campaign/consultation/consultation.ts";
import {
  decidedOf,
  findingsIn,
  type GivenReply,
  newestOf,
  placeOf,
  stateOf,
} from "../../../src/campaign/consultation/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";

const reply = (rest: Partial<Reply>): Reply => ({
  ...{ caseId: "a", department: "law", version: 1, finding: "reported", concerns: ["7-3"], against: ["7-3"] },
  ...{ words: undefined, repliedBy: undefined, repliedOn: "2023-10-09", recordedBy: staffId("organizer") },
  ...{ recordedAt: new Date("2023-10-09T02:00:00Z"), state: "pending" },
  ...{ decidedBy: undefined, decidedAt: undefined, authority: undefined, opinion: undefined },
  ...rest,
});
const given = (rest: Partial<GivenReply> = {}): GivenReply => ({
  ...{ finding: "reported", concerns: ["7-3"], words: "东门有违规搭建", repliedOn: "2023-10-09", repliedBy: "李队" },
  ...rest,
});
const said = { words: "东门有违规搭建", repliedBy: "李队" };

describe("a reply beside those before it", () => {
  test.each([
    ["none before", [], given(), "new"],
    ["only replaced ones before", [reply({ state: "replaced" })], given(), "new"],
    ["the same again", [reply({})], given(), "same"],
    [
      "the same again, the clauses in another order",
      [reply({ concerns: ["7-3", "5-3"] })],
      given({ concerns: ["5-3", "7-3"] }),
      "same",
    ],
    ["other words before a decision", [reply({})], given({ words: "西门" }), "replaces"],
    ["another day", [reply({ state: "noted" })], given({ repliedOn: "2023-10-10" }), "replaces"],
    ["the same again after a decision", [reply({ state: "upheld" })], given(), "same"],
    ["another one after a decision", [reply({ state: "upheld" })], given({ words: "西门" }), "decided"],
    [
      "无异议 after a dismissed one",
      [reply({ state: "dismissed" })],
      given({ finding: "noObjection", concerns: [] }),
      "decided",
    ],
    ["a supplement after a decision", [reply({ state: "upheld" })], given({ words: "补充来函，已拆除" }), "supplement"],
  ] as const)("%s", (_, versions, one, expected) => {
    expect(placeOf({ versions, ...said }, one)).toBe(expected);
  });
});

describe("what goes to the approver", () => {
  const declared = new Map([
    ["7-3", "met"],
    ["5-3", "notMet"],
    ["7-2", "unclear"],
  ] as const);

  test.each([
    ["a clause declared as met", ["7-3"], { state: "pending", against: ["7-3"] }],
    ["a clause declared as not met is no contradiction", ["5-3"], { state: "noted", against: [] }],
    ["a clause that was unclear", ["7-2"], { state: "pending", against: ["7-2"] }],
    ["a clause that nobody answered", ["8-1"], { state: "pending", against: ["8-1"] }],
    ["only what is declared otherwise", ["5-3", "7-3"], { state: "pending", against: ["7-3"] }],
  ] as const)("%s", (_, concerns, expected) => {
    expect(stateOf([], given({ concerns }), declared)).toEqual(expected);
  });

  test("无异议 does not, unless something was decided before", () => {
    const none = given({ finding: "noObjection", concerns: [], words: "" });

    expect(stateOf([reply({})], none, declared)).toEqual({ state: "noted", against: [] });
    expect(stateOf([reply({ state: "upheld" })], none, declared)).toEqual({ state: "pending", against: ["7-3"] });
  });
});

describe("what replies say of clauses", () => {
  const found = (replies: readonly Reply[], pending: boolean) =>
    findingsIn(replies, { pending, isClause: (id) => id.includes("-"), ground: ({ department }) => department });

  test("one that waits is seen by the city only, one that was dismissed by nobody", () => {
    expect(found([reply({})], false)).toEqual([]);
    expect(found([reply({})], true)).toEqual([{ clause: "7-3", standing: "unclear", ground: "law" }]);
    expect(found([reply({ state: "dismissed" })], true)).toEqual([]);
    expect(found([reply({ state: "noted", against: [] })], true)).toEqual([]);
  });

  test("one that was upheld stands for the district until a supplement is decided", () => {
    const versions = [reply({ state: "upheld" }), reply({ version: 2, finding: "noObjection", concerns: [] })];

    expect(found(versions, false)).toEqual([{ clause: "7-3", standing: "notMet", ground: "law" }]);
    expect(found(versions, true)).toEqual([{ clause: "7-3", standing: "unclear", ground: "law" }]);
    expect(found([reply({ state: "upheld" }), reply({ version: 2, state: "dismissed" })], true)).toEqual([]);
  });

  test("what one department has upheld goes before what another leaves open; an event is no clause", () => {
    const replies = [
      reply({ department: "fire", against: ["7-3", "accident"] }),
      reply({ department: "law", state: "upheld" }),
    ];

    expect(found(replies, true).map(({ standing, ground }) => [standing, ground])).toEqual([
      ["notMet", "law"],
      ["unclear", "fire"],
    ]);
  });
});

test("the version that counts is the newest that was not replaced, the decision the newest that was decided", () => {
  const versions = [reply({ state: "upheld" }), reply({ version: 2, state: "replaced" }), reply({ version: 3 })];

  expect(newestOf(versions)?.version).toBe(3);
  expect(decidedOf(versions)?.version).toBe(1);
  expect(newestOf(versions.slice(0, 2))?.version).toBe(1);
});
