import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";

// On a busy machine a thousand take a while.
vi.setConfig({ testTimeout: 30_000 });

/** The same orders each time. */
const RUNS = { seed: 20_231_104, numRuns: 2000 };
const names = ["塔山小区", "锦绣江南", "鉴湖花园", "桂花苑（南区）", "东湖新村"];
const REASONS = ["居民满意度高，邻里和睦", "党建引领好；居民参与广", "2年内无投诉", "管理规范（98%）"];
const RANKS = ["第一", "第二", "第三", "第四", "第五"];

const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 });
const nameOf = (at: number): string => names[at] ?? "";

const SAID: readonly ((order: readonly number[]) => string)[] = [
  (all) => all.map((at) => at + 1).join(" "),
  (all) => all.map((at) => at + 1).join("、"),
  (all) => `推荐${all.map(nameOf).join("、")}`,
  (all) => `就推荐${all.map(nameOf).join("，")}吧`,
  (all) => all.map((at, rank) => `${rank === 0 ? "先" : "再"}${nameOf(at)}`).join(""),
  (all) => all.map((at, rank) => `${RANKS[rank] ?? ""}是${nameOf(at)}`).join("，"),
  (all) => all.map((at, rank) => `${rank + 1}. ${nameOf(at)}`).join("\n"),
  (all) => `推荐次序：${all.map((at) => nameOf(at).normalize("NFKC")).join(" ")}`,
];

test("an order is read whole, however it is said", () => {
  const check = fc.property(order, fc.constantFrom(...SAID), (all, say) => {
    expect(readOrder(say(all), names)).toEqual({ kind: "places", places: all });
  });
  fc.assert(check, RUNS);
});

test("with reasons, on lines or as a table, each goes to its case and stays as it is written", () => {
  const LISTS: readonly ((at: number, reason: string, rank: number) => string)[] = [
    (at, reason, rank) => `${rank + 1}. ${nameOf(at)}：${reason}`,
    (at, reason) => `${nameOf(at)}——${reason}`,
    (at, reason, rank) => `${rank + 1}\t${nameOf(at)}\t${reason}`,
    (at, reason, rank) => `${rank + 1}\t${nameOf(at)}\t96分\t${reason}`,
  ];
  const said = fc.record({
    all: order,
    reasons: fc.array(fc.constantFrom(...REASONS), { minLength: 5, maxLength: 5 }),
    line: fc.constantFrom(...LISTS),
  });
  const check = fc.property(said, ({ all, reasons, line }) => {
    const typed = all.map((at, rank) => line(at, reasons[at] ?? "", rank)).join("\n");

    expect(readOrder(typed, names)).toEqual({
      ...{ kind: "places", places: all },
      reasons: new Map(all.map((at) => [at, reasons[at] ?? ""])),
    });
  });
  fc.assert(check, RUNS);
});
