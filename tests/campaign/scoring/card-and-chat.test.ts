import fc from "fast-check";
import { expect, test } from "vitest";
import { givenOnPage } from "../../../src/campaign/scoring/given-on-page.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { pointRulesIn } from "../../../src/campaign/scoring/points.ts";
import { REASONS } from "../../../src/campaign/scoring/reasons.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { problemWith } from "../../../src/campaign/scoring/rules.ts";
import type { GivenScore } from "../../../src/campaign/scoring/score-sheet.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rulings = new Map();
const entries = { definition: shaoxing, rules: pointRulesIn(shaoxing, rulings), scores: new Map() };
const rows = criteriaOf(shaoxing.rubric);

const REASONS_SAID = ["会议记录不全", "2022年有2次未公示", "宣传栏少，内容旧", "已整改（东门）", "满意度98.3%"];
const REMARKS = ["东门改造中", "见附页3"];

const said = fc.uniqueArray(
  fc
    .record({
      row: fc.nat(rows.length - 1),
      points: fc.oneof(
        { weight: 4, arbitrary: fc.nat(6) },
        { weight: 1, arbitrary: fc.constantFrom(-1, 2.5, 0.3, 99) },
      ),
      reason: fc.option(fc.constantFrom(...REASONS_SAID), { nil: undefined }),
      remark: fc.option(fc.constantFrom(...REMARKS), { nil: undefined }),
    })
    .map(({ row, ...rest }) => ({ row: rows[row]?.id ?? "", ...rest })),
  { selector: ({ row }) => row, minLength: 1, maxLength: 6 },
);
type Said = { row: string; points: number; reason: string | undefined; remark: string | undefined };

const textOf = ({ reason, remark }: Said): string =>
  [reason, remark === undefined ? undefined : `备注 ${remark}`].filter((part) => part !== undefined).join(" ");

function onCard(all: readonly Said[]) {
  const reasons = all.flatMap((one) => (textOf(one) === "" ? [] : [`${one.row} ${textOf(one)}`])).join("；");
  const values = Object.fromEntries(all.map(({ row, points }) => [row, points]));
  const { given, refused } = givenOnPage(
    { campaign: { definition: shaoxing } as never },
    { ...values, [REASONS]: reasons },
  );
  const judged = given.map((one) => ({ one, problem: problemWith(entries, one) }));
  return {
    good: judged.filter(({ problem }) => problem === undefined).map(({ one }) => one),
    sentences: [...refused.map(({ sentence }) => sentence), ...judged.flatMap(({ problem }) => problem ?? [])],
  };
}

function inChat(all: readonly Said[], mark: string) {
  const typed = all.map((one) => `${one.row} ${one.points} ${textOf(one)}`.trim()).join(mark);
  const line = readScoreLine(lineRules(shaoxing, rulings), typed);
  const sentence = line.kind === "retry" ? line.sentence : "";
  const again =
    line.kind === "retry" && line.readable ? readScoreLine(lineRules(shaoxing, rulings), line.readable.typed) : line;
  return { sentence, entries: again.kind === "points" ? again.entries : [] };
}

const byRow = (all: readonly GivenScore[]) =>
  all.map(({ criterion: row, ...given }) => ({ row, ...given })).toSorted((a, b) => a.row.localeCompare(b.row));

test("the same 200 lists of points, with reasons and remarks, give the same by card and by chat, or the same sentence", () => {
  const check = fc.property(said, fc.constantFrom("；", "\n", "；\n"), (all, mark) => {
    const [card, chat] = [onCard(all), inChat(all, mark)];

    expect(chat.entries.toSorted((a, b) => a.row.localeCompare(b.row))).toEqual(byRow(card.good));
    expect(chat.sentence === "").toBe(card.sentences.length === 0);
    for (const sentence of card.sentences) expect(chat.sentence).toContain(sentence);
  });
  fc.assert(check, { seed: 20_231_102, numRuns: 200 });
});
