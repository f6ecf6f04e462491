import { describe, expect, test } from "vitest";
import { makeRegistry } from "../../../src/campaign/engine/registry.ts";
import { features } from "../../../src/campaign/features.ts";
import { rulingEffects } from "../../../src/campaign/ruling/extension-points.ts";
import { marksThatStay } from "../../../src/campaign/ruling/follow-effects.ts";
import { effectPhrases } from "../../../src/campaign/ruling/phrases-effects.ts";

const { enforces, extensionsOf } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("none")) }));

test("of every decision that is carried out some part tells what an answer would change", () => {
  const silent = [...enforces].filter((decision) => extensionsOf(rulingEffects(decision).name).length === 0);

  expect(silent).toEqual([]);
});

describe("what was handed in keeps its mark when the day moves", () => {
  const at = (text: string) => new Date(`${text}+08:00`);
  const deadline = {
    binding: true,
    hardClosesAt: at("2023-10-01T00:00:00"),
    lateFrom: at("2023-10-08T00:00:00"),
  };
  const marked = [
    { name: "在期限内", at: at("2023-09-30T23:59:59"), lateness: "inTime" as const },
    { name: "假期内", at: at("2023-10-01T00:00:00"), lateness: "inTime" as const },
    { name: "节后", at: at("2023-10-08T00:00:00"), lateness: "duringRest" as const },
    { name: "已逾期", at: at("2023-10-08T00:00:00"), lateness: "late" as const },
  ];

  test("what would be marked otherwise is named", () => {
    const named = marksThatStay(marked, deadline).map(({ name }) => name);

    expect(named).toEqual(["假期内", "节后"]);
  });
});

test.each([
  [8, "1、2、3、4、5、6、7、8"],
  [9, "1、2、3、4、5、6、7、8等9个"],
])("%i names on one line", (count, words) => {
  expect(
    effectPhrases.names(
      Array.from({ length: count }, (_, at) => String(at + 1)),
      "个",
    ),
  ).toBe(words);
});
