import { describe, expect, test } from "vitest";
import { findPhrases } from "../../../src/campaign/city-intake/find/phrases.ts";
import { type Known, meets, readAsked } from "../../../src/campaign/city-intake/find/rules.ts";

const known: Known = {
  districts: [
    { id: "keqiao", name: "柯桥区" },
    { id: "xinchang", name: "新昌县" },
  ],
  rows: ["3-2", "3-5"],
  topics: findPhrases.topics,
  satisfaction: findPhrases.satisfaction,
};
const asked = (text: string) => readAsked(text, known);

describe("查", () => {
  test.each([
    ["柯桥 3-2<4", { district: "keqiao", kind: "row", row: "3-2", sign: "<", value: 4 }],
    ["柯桥区3-2＜4分", { district: "keqiao", kind: "row", row: "3-2", sign: "<", value: 4 }],
    ["3-2 不低于 4.5 新昌县", { district: "xinchang", kind: "row", row: "3-2", sign: "≥", value: 4.5 }],
    ["3-5=0", { kind: "row", row: "3-5", sign: "=", value: 0 }],
    ["第3-5条 低于 4 分", { kind: "row", row: "3-5", sign: "<", value: 4 }],
    ["满意度<=90%", { kind: "satisfaction", sign: "≤", value: 90 }],
    ["柯桥 缺盖章件", { district: "keqiao", kind: "topic", topic: "unsealed" }],
    ["待核实", { kind: "topic", topic: "unclear" }],
    ["未报齐材料。", { kind: "topic", topic: "lacking" }],
  ])("reads %s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  test.each(["", "柯桥", "3-2", "3-2<", "<4", "9-9<4", "越城 3-2<4", "3-2<4<5", "3-2<四", "总共<4", "3-2<1000"])(
    "does not guess at %s",
    (text) => {
      expect(asked(text)).toBeUndefined();
    },
  );

  test("counts the boundary as it is said", () => {
    const held = (sign: "<" | "≤" | ">" | "≥" | "=") => [3.9, 4, 4.1].map((given) => meets(given, { sign, value: 4 }));
    expect(held("<")).toEqual([true, false, false]);
    expect(held("≤")).toEqual([true, true, false]);
    expect(held("=")).toEqual([false, true, false]);
    expect(held("≥")).toEqual([false, true, true]);
    expect(held(">")).toEqual([false, false, true]);
  });
});
