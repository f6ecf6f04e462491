import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreEntry } from "../../../src/platform/conversation/score-rules.ts";
import { decorated } from "./support/said.ts";
import { rules } from "./support/sections.ts";

// On a busy machine a thousand take a while.
vi.setConfig({ testTimeout: 30_000 });

/** The same lists each time. */
const RUNS = { seed: 20_231_103, numRuns: 900 };

const rows = rules.sections.flatMap((section) => section.rows);
const CHINESE = "零一二三四五六七八九十";
const spoken = (number: string): string => CHINESE[Number(number)] ?? number;

const WRITTEN: readonly ((part: string, item: string) => string)[] = [
  (part, item) => `${part}-${item}`,
  (part, item) => `${part}－${item}`,
  (part, item) => `${spoken(part)}杠${spoken(item)}`,
  (part, item) => `${spoken(part)}之${spoken(item)}`,
  (part, item) => `第${spoken(part)}部分第${spoken(item)}项`,
];
const GIVEN: readonly ((points: number) => string)[] = [
  (points) => ` ${points}分`,
  (points) => `${CHINESE[points] ?? ""}分`,
  (points) => `给${points}分`,
  (points) => `得${CHINESE[points] ?? ""}分`,
  (points) => `打${points}分`,
  (points) => `：${points}分`,
];
const REASONS = ["会议记录不全", "宣传栏少", "2022年有2次未公示", "满意度98.3%", "东门在改造", "只公示了一次"];
const BEHIND: readonly ((reason: string) => string)[] = [
  (reason) => ` ${reason}`,
  (reason) => `，${reason}`,
  (reason) => `（${reason}）`,
  (reason) => ` 理由：${reason}`,
];

interface Said {
  entry: ScoreEntry;
  typed: string;
}

const one: fc.Arbitrary<Said> = fc
  .record({
    row: fc.constantFrom(...rows),
    share: fc.nat(100),
    written: fc.constantFrom(...WRITTEN),
    given: fc.constantFrom(...GIVEN),
    reason: fc.option(fc.constantFrom(...REASONS), { nil: undefined }),
    behind: fc.constantFrom(...BEHIND),
  })
  .map(({ row, share, written, given, reason, behind }) => {
    const [part = "", item = ""] = row.id.split("-");
    const points = share % (Math.min(row.maxPoints, 9) + 1);
    const typed = `${written(part, item)}${given(points)}${reason === undefined ? "" : behind(reason)}`;
    return { entry: { row: row.id, points, ...(reason === undefined ? {} : { reason }) }, typed };
  });

const several = fc.uniqueArray(one, { selector: ({ entry }) => entry.row, minLength: 1, maxLength: 6 });

const entriesIn = (typed: string) => {
  const line = readScoreLine(rules, typed);
  return line.kind === "points" ? line.entries : line;
};

describe("no part of the points that are said is dropped or misfiled", () => {
  test("rows in any spelling, with their reasons, in lines or one after another", () => {
    const check = fc.property(several, fc.constantFrom("；", "\n", "。", "，然后"), (all, mark) => {
      expect(entriesIn(all.map(({ typed }) => typed).join(mark))).toEqual(all.map(({ entry }) => entry));
    });
    fc.assert(check, RUNS);
  });

  test("run together or parted by a blank or a comma, they are read as meant or asked about", () => {
    const check = fc.property(several, fc.constantFrom("", " ", "，", "、", "还有", "嗯"), (all, mark) => {
      const line = readScoreLine(rules, all.map(({ typed }) => typed).join(mark));

      if (line.kind === "points") expect(line.entries).toEqual(all.map(({ entry }) => entry));
      else expect(line.kind).toBe("retry");
    });
    fc.assert(check, RUNS);
  });

  test("with invisible signs, in full width, with a full stop", () => {
    const said = several.chain((all) =>
      decorated(fc.constant(all.map(({ typed }) => typed).join("；"))).map((typed) => ({ all, typed })),
    );
    const check = fc.property(said, ({ all, typed }) => {
      const read = entriesIn(typed);
      const points = Array.isArray(read) ? read.map(({ row, points: given }) => [row, given]) : read;

      expect(points).toEqual(all.map(({ entry }) => [entry.row, entry.points]));
    });
    fc.assert(check, RUNS);
  });

  test("sent back as it is shown, it is the same", () => {
    const check = fc.property(several, (all) => {
      const entries = all.map(({ entry }) => entry);

      expect(entriesIn(showEntries(entries))).toEqual(entries);
    });
    fc.assert(check, RUNS);
  });

  test("what no row takes is named, and the rest is offered as it reads back", () => {
    const odd = fc.constantFrom("九杠九三分", "1-1 99分", "大家都觉得不错");
    const check = fc.property(several, odd, (all, wrong) => {
      const rest = all.filter(({ entry }) => entry.row !== "1-1");
      const line = readScoreLine(rules, [wrong, ...rest.map(({ typed }) => typed)].join("\n"));

      expect(line.kind).not.toBe("points");
      const again = line.kind === "retry" && line.readable ? entriesIn(line.readable.typed) : [];
      expect(again).toEqual(rest.map(({ entry }) => entry));
    });
    fc.assert(check, { ...RUNS, numRuns: 450 });
  });
});
