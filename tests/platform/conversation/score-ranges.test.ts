import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { rules } from "./support/sections.ts";

const read = (typed: string): string => {
  const line = readScoreLine(rules, typed);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};
const full = (ids: readonly string[]): string =>
  ids
    .map((id) => `${id} ${rules.sections.flatMap(({ rows }) => rows).find((row) => row.id === id)?.maxPoints}`)
    .join("；");

describe("rows that are given their points together", () => {
  test.each(["1-1至1-3满分", "1-1~1-3满", "1-1到3满分", "一之一到一之三都满分", "1-1 至 1-3 全部满分"])(
    "%s",
    (typed) => {
      expect(read(typed)).toBe(full(["1-1", "1-2", "1-3"]));
    },
  );

  test.each(["一 全满", "第一部分满分", "一全部满分", "一、满分"])("a whole part: %s", (typed) => {
    expect(read(typed)).toBe(full(rules.sections[0]?.rows.map(({ id }) => id) ?? []));
  });

  test.each([
    ["一之一嗯三分一之二三分", "1-1 3；1-2 3"],
    ["1-1嗯这个给三分，1-2 呃 2分", "1-1 3；1-2 2"],
  ])("who hesitates before the points gives them: %s", (typed, shown) => {
    expect(read(typed)).toBe(shown);
  });

  test.each(["剩下的都满分吧", "其余满", "其他的全满分了"])("%s is the rest", (typed) => {
    expect(read(typed)).toBe("rest");
  });

  test("= stands between a row and its points", () => {
    expect(read("1-1=2")).toBe("1-1 2");
  });

  test.each(["1-3至1-1满分", "1-1至2-1满分", "1-1至1-99满分"])("%s is asked about", (typed) => {
    expect(read(typed)).toBe("retry");
  });

  test("every row of the range, and no other", () => {
    const rows = rules.sections[0]?.rows ?? [];
    const at = fc.integer({ min: 0, max: rows.length - 1 });
    const check = fc.property(
      at,
      at,
      fc.constantFrom("至", "到", "~", "～"),
      fc.constantFrom("", "都", "均给"),
      (one, other, to, all) => {
        fc.pre(one < other);
        const typed = `${rows[one]?.id}${to}${rows[other]?.id}${all}满分`;
        expect(read(typed)).toBe(full(rows.slice(one, other + 1).map(({ id }) => id)));
      },
    );
    fc.assert(check, { seed: 20_231_101, numRuns: 300 });
  });
});
