import { describe, expect, test } from "vitest";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { answerChoices } from "../../../src/campaign/selection/answer.ts";
import { choose, noChoices } from "../../../src/campaign/selection/choices.ts";
import { draftedReason, readDrafted } from "../../../src/campaign/selection/drafted.ts";
import { meritOf } from "../../../src/campaign/selection/merit.ts";
import { meritPhrases } from "../../../src/campaign/selection/phrases-merit.ts";
import { changedSince, seenNow } from "../../../src/campaign/selection/seen.ts";
import type { Standing } from "../../../src/campaign/selection/standing.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { candidatesNamed, draftOf, words } from "./support/draft.ts";

const full = Object.fromEntries(criteriaOf(shaoxing.rubric).map(({ id, maxPoints }) => [id, maxPoints * 100]));
const less = (rows: Readonly<Record<string, number>>) => ({ ...full, ...rows });

/** @param rows hundredths that rank it */
function shownWith(rows: Readonly<Record<string, number>>, standing: Partial<Standing> = {}) {
  const corrected = Object.values(rows).reduce((all, one) => all + one, 0);
  const kept: Standing = {
    basis: "district",
    place: { rank: 3, joint: false },
    corrected,
    own: null,
    rows,
    ...standing,
  };
  const merit = meritOf(shaoxing, rows, kept);
  return { total: 9700, rows, ...(merit ? { merit } : {}) };
}

describe("拟稿", () => {
  const lineOf = (shown: ReturnType<typeof shownWith>) => meritPhrases.of(shown, words).join("，");

  test("names the rows that lost most first, and those without proof", () => {
    const { rows } = shownWith(less({ "3-5": 300, "3-6": 450, "3-2": 0 }));

    expect(draftedReason(shaoxing, { rows, unproved: ["3-9"] })).toBe(
      "未得满分的有3条：3-2得0分（满分5分）、3-5得3分（满分5分）、3-6得4.5分（满分5分）；3-9没有证明材料。",
    );
    expect(draftedReason(shaoxing, { rows: full })).toBe("各条均得满分。");
  });

  test("beside it stand the place, both ledgers, satisfaction and participation", () => {
    const own = shownWith(full, { basis: "city", own: 10_000 });
    const open = shownWith(full, { basis: "open", place: null });

    expect(lineOf(shownWith(less({ "3-2": 0, "1-2": 300 })))).toBe(
      "第3名，核验后94分，初评97分，3-2条未达到，各方参与16分",
    );
    expect(lineOf(own)).toBe("第3名，市级自评100分，初评97分，3-2条达到，各方参与17分");
    expect(lineOf(open)).toBe("区级核验后100分，市级自评未完，初评97分，3-2条达到，各方参与17分");
  });

  test("keeps within 200 characters, however many rows lost points", () => {
    const none = Object.fromEntries(Object.keys(full).map((id) => [id, 0]));
    const text = draftedReason(shaoxing, { rows: none, unproved: Object.keys(full) }) ?? "";

    expect([...text].length).toBeLessThanOrEqual(200);
    expect(text).toContain("未得满分的有25条：1-4得0分（满分5分）".slice(0, 9));
    expect(text).toContain("有25条没有证明材料");
  });

  test("is nothing without points", () => {
    expect(draftedReason(shaoxing, {})).toBeUndefined();
  });

  test.each([
    ["拟稿", { rest: false }],
    ["用拟稿", { rest: false }],
    ["其余都采用拟稿", { rest: true }],
    ["按拟稿的意见修改", undefined],
  ])("%s is read as %j", (typed, read) => {
    expect(readDrafted(typed)).toEqual(read);
  });

  test("is taken for the one that is asked about, for numbers, or for all that are left", () => {
    const candidates = candidatesNamed(3);
    const drafted = new Map(candidates.map(({ applicationId }) => [applicationId, `${applicationId}的拟稿。`]));
    const draft = draftOf(choose(noChoices, candidates, [1]), candidates, { limits: [], drafted });
    const reasonsAfter = (typed: string) =>
      candidates.map(({ applicationId }) => answerChoices(draft, typed).items[applicationId]?.reason);

    expect(reasonsAfter("拟稿")).toEqual(["小区1的拟稿。", undefined, undefined]);
    expect(reasonsAfter("理由 2-3 拟稿")).toEqual([undefined, "小区2的拟稿。", "小区3的拟稿。"]);
    expect(reasonsAfter("其余拟稿")).toEqual(["小区1的拟稿。", "小区2的拟稿。", "小区3的拟稿。"]);
    expect(() => answerChoices({ ...draft, drafted: new Map() }, "拟稿")).toThrow("小区1没有分数，无从拟稿");
  });

  test("a reason may be rewritten by its number after every reason is given", () => {
    const candidates = candidatesNamed(2);
    const all = choose(noChoices, candidates, [1]);
    const items = Object.fromEntries(
      Object.entries(all.items).map(([id, one]) => [id, { ...one, reason: "各有所长" }]),
    );
    const draft = draftOf({ ...all, items }, candidates, { limits: [] });

    expect(answerChoices(draft, "理由 2 同区另有更优").items).toEqual({
      小区1: { selected: true, reason: "各有所长" },
      小区2: { selected: false, reason: "同区另有更优" },
    });
  });
});

describe("a draft that is taken up again", () => {
  const merit = { basis: "district", place: { rank: 1, joint: false }, corrected: 9600 } as const;
  const candidates = candidatesNamed(3, { merit });
  const none = { words, drafted: new Map<string, string>() };
  const choices = { ...noChoices, seen: seenNow(candidates, noChoices, none.drafted) };

  test("says nothing while nothing has changed, or nothing was saved", () => {
    expect([changedSince(choices, candidates, none), changedSince(noChoices, candidates, none)]).toEqual([[], []]);
  });

  test("names whose points or place have changed, who is new and how many are gone", () => {
    const [one, two] = candidates;
    const after = [
      { ...one, merit: { ...merit, corrected: 9550, place: { rank: 2, joint: true } } },
      ...(two ? [two] : []),
      ...candidatesNamed(4).slice(3),
    ] as typeof candidates;

    expect(changedSince(choices, after, none)).toEqual([
      "小区1由96分改为95.5分，由第1名改为第2名",
      "小区4新列入推荐名单",
      "有1个不再列入推荐名单",
    ]);
  });

  test("names a drafted reason that was taken and would read otherwise now; an edited one is left alone", () => {
    const taken = {
      items: { 小区1: { selected: true, reason: "原拟稿。" }, 小区2: { selected: true, reason: "改过的" } },
    };
    const before = new Map(candidates.map(({ applicationId }) => [applicationId, "原拟稿。"]));
    const seen = seenNow(candidates, taken, before);
    const drafted = new Map(candidates.map(({ applicationId }) => [applicationId, "新拟稿。"]));

    expect(changedSince({ seen }, candidates, { words, drafted })).toEqual([
      "小区1的理由采用了原来的拟稿，现拟稿为“新拟稿”，要采用的回复「理由 1 拟稿」",
    ]);
  });
});
