import { describe, expect, test } from "vitest";
import { readOnCase } from "../../../src/campaign/verification/city-case.ts";
import { agreedInForce } from "../../../src/campaign/verification/ledger.ts";
import type { AgreedPoints } from "../../../src/campaign/verification/store.ts";

const at = (time: string) => new Date(`2023-10-09T${time}:00+08:00`);

describe("合议分", () => {
  const agreed: AgreedPoints = {
    ...{ caseId: "甲", criterion: "3-5", number: 1, hundredths: 400, reason: undefined, recordedBy: "lead" },
    ...{ recordedAt: at("12:00"), revoked: false },
  };
  const inForce = (finalized: string[], setAside: string[] = [], one: AgreedPoints = agreed) => [
    ...agreedInForce(
      [one],
      finalized.map((time) => ({ finalizedAt: at(time) })),
      setAside.map(at),
    ).keys(),
  ];

  test("holds for the points that were final when it was recorded, and not for later ones", () => {
    expect(inForce(["11:00", "12:00"])).toEqual(["3-5"]);
    expect(inForce(["11:00", "12:01"])).toEqual([]);
  });

  test("does not hold once a member was set aside later, or it was taken back", () => {
    expect(inForce(["11:00"], ["11:59"])).toEqual(["3-5"]);
    expect(inForce(["11:00"], ["12:01"])).toEqual([]);
    expect(inForce(["11:00"], [], { ...agreed, revoked: true })).toEqual([]);
  });
});

describe("what is said of a case", () => {
  test.each([
    ["稽山花园 3-5 4 理由：共同核对", { name: "稽山花园", rows: ["3-5"], points: 4, rest: "共同核对" }],
    ["稽山花园3-5记为3.5分，共同核对", { name: "稽山花园", rows: ["3-5"], points: 3.5, rest: "共同核对" }],
    [
      "稽山花园 3-5、3-6 理由：相差较大",
      { name: "稽山花园", rows: ["3-5", "3-6"], points: undefined, rest: "相差较大" },
    ],
    ["稽山花园 理由：相差较大", { name: "稽山花园", rows: [], points: undefined, rest: "相差较大" }],
    ["稽山花园", { name: "稽山花园", rows: [], points: undefined, rest: "" }],
    ["", { name: "", rows: [], points: undefined, rest: "" }],
  ])("%s", (text, read) => {
    expect(readOnCase(text)).toEqual(read);
  });
});
