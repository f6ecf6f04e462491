import { expect, test } from "vitest";
import { withAdded } from "../../../src/campaign/scoring/added-reasons.ts";

const reasons = new Map([["1-2", "联席会议没有记录。"]]);
const added = (reason: string, criterion = "1-2") => withAdded([{ criterion, reason, adds: true }], reasons);

test("what is added stands behind the reason that the row has", () => {
  expect(added("去年只开了两次")).toEqual([{ criterion: "1-2", reason: "联席会议没有记录；去年只开了两次" }]);
});

test("without a reason before it, it is the reason", () => {
  expect(added("去年只开了两次", "1-3")).toEqual([{ criterion: "1-3", reason: "去年只开了两次" }]);
});

test("what the reason says already is not said twice", () => {
  expect(added("没有记录")).toEqual([{ criterion: "1-2", reason: "联席会议没有记录。" }]);
});

test("a reason that is not added takes the other's place", () => {
  expect(withAdded([{ criterion: "1-2", points: 3, reason: "场地小" }], reasons)).toEqual([
    { criterion: "1-2", points: 3, reason: "场地小" },
  ]);
});
