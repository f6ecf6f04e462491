import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import type { Quota } from "../../../src/campaign/definition/purposes.ts";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { limitsOf, misfitsOf } from "../../../src/campaign/selection/limits.ts";
import { askedWords, limitWords, misfitWords, neededWords } from "../../../src/campaign/selection/number-words.ts";
import { selectionPhrases, selectionRefusals } from "../../../src/campaign/selection/phrases.ts";
import { wordsOf } from "../../../src/campaign/selection/words.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const nothingRuled: RulingsInForce = new Map();
const source = { line: [8], mark: "plan", rulings: [] } as const;

/** The households with other numbers. */
const numbered = (
  quotas: readonly Partial<Quota>[],
  categories: Definition["campaign"]["categories"] = [],
): Definition => ({
  ...households,
  campaign: {
    ...households.campaign,
    categories,
    quotas: quotas.map((quota, at) => ({
      ...{ id: `q${at}`, name: "数量", purpose: "selected", soft: false, level: 1, ...source },
      ...quota,
    })),
  },
});

const taken = (count: number, category?: string) =>
  Array.from({ length: count }, () => (category === undefined ? {} : { category }));
const fits = (definition: Definition, counts: readonly number[]) =>
  counts.map((count) => misfitsOf(limitsOf(definition, nothingRuled), taken(count))[0]?.fit ?? "fits");

describe("how many are selected", () => {
  test("ten, as the plan says, until R9 says otherwise; an answer in words alone leaves the ten", () => {
    const eight: RulingsInForce = new Map([["R9", { text: "8个", value: { count: 8 } }]]);
    const wordsOnly: RulingsInForce = new Map([["R9", { text: "再议" }]]);
    const ends = [nothingRuled, eight, wordsOnly].map((rulings) =>
      limitsOf(shaoxing, rulings).map(({ least, most, ruling }) => [least, most, ruling]),
    );

    expect(ends).toEqual([[[10, 10, "R9"]], [[8, 8, "R9"]], [[10, 10, "R9"]]]);
  });

  test("exactly ten", () => {
    expect(fits(shaoxing, [9, 10, 11])).toEqual(["tooFew", "fits", "tooMany"]);
  });

  test("不超过20户", () => {
    expect(fits(households, [1, 20, 21])).toEqual(["fits", "fits", "tooMany"]);
  });

  test("exactly twenty, by the plan alone", () => {
    expect(fits(beijing, [19, 20, 21])).toEqual(["tooFew", "fits", "tooMany"]);
  });

  test("2—4户", () => {
    expect(fits(numbered([{ min: 2, max: 4 }]), [1, 2, 4, 5])).toEqual(["tooFew", "fits", "fits", "tooMany"]);
  });

  test("any number, where the plan gives none", () => {
    expect(fits(numbered([]), [0, 1000])).toEqual(["fits", "fits"]);
  });

  test("a ruling decides it where the plan gives none", () => {
    const rulings = beijing.rulings.map((one) =>
      one.id === "R3" ? { ...one, decides: "numberSelected" as const } : one,
    );
    const definition: Definition = { ...beijing, rulings, campaign: { ...beijing.campaign, quotas: [] } };
    const seventeen: RulingsInForce = new Map([["R3", { text: "17个", value: { count: 17 } }]]);

    expect(limitsOf(definition, nothingRuled)).toEqual([]);
    expect(limitsOf(definition, seventeen)).toEqual([
      { least: 17, most: 17, soft: false, ruling: "R3", reference: "口径R3" },
    ]);
  });
});

describe("categories with their own numbers", () => {
  const categories = [
    { id: "old", name: "老户", ...source },
    { id: "new", name: "新户", ...source },
  ];
  const definition = numbered([{ max: 5 }, { exact: 2, category: "old" }, { max: 1, category: "new" }], categories);
  const limits = limitsOf(definition, nothingRuled);

  test.each([
    [2, 1, []],
    [1, 1, [["old", 1, "tooFew"]]],
    [3, 0, [["old", 3, "tooMany"]]],
    [2, 2, [["new", 2, "tooMany"]]],
    [
      3,
      3,
      [
        ["all", 6, "tooMany"],
        ["old", 3, "tooMany"],
        ["new", 3, "tooMany"],
      ],
    ],
  ])("%i old and %i new", (old, young, expected) => {
    const misfits = misfitsOf(limits, [...taken(old, "old"), ...taken(young, "new")]);

    expect(misfits.map(({ limit, count, fit }) => [limit.category?.id ?? "all", count, fit])).toEqual(expected);
  });

  test("are asked for within the number of all", () => {
    expect(askedWords(limits, { measure: "户" })).toBe("不超过5户（其中老户正好2户，新户不超过1户）");
  });
});

describe("numbers in words", () => {
  const all = (definition: Definition) => limitsOf(definition, nothingRuled);
  const words = wordsOf(households);

  test.each([
    [all(shaoxing), "正好10户", "共10户", "，应选10户"],
    [all(households), "不超过20户", "不超过20户", "，至多选20户"],
    [all(numbered([{ min: 2, max: 4 }])), "2—4户", "2—4户", "，应选2—4户"],
    [all(numbered([{ min: 2 }])), "不少于2户", "不少于2户", "，至少选2户"],
    [all(numbered([{ min: 2, soft: true }])), "不少于2户", "原则上不少于2户", "，至少选2户"],
  ])("%j", (limits, said, asked, needed) => {
    expect(limits.map((limit) => limitWords(limit, words))).toEqual([said]);
    expect([askedWords(limits, words), neededWords(limits, words)]).toEqual([asked, needed]);
  });

  test("no number is asked for where the plan gives none", () => {
    expect([askedWords([], words), neededWords([], words)]).toEqual([undefined, ""]);
    expect(selectionPhrases.chooseQuestion(2, [], words)).toBe(
      "【入选农户】请回复入选农户的序号，用空格隔开，例如：2 1。",
    );
  });

  test("with fewer to choose from than the ruling asks for, the question says who records and who confirms", () => {
    const said = selectionPhrases.chooseQuestion(1, all(shaoxing), wordsOf(shaoxing));
    expect(said).toBe(
      "【入选小区】目前可选1个，应正好10个；少于10个的，须先由活动联系人按「口径 R9」记录答复、审批领导确认。请回复入选小区的序号，例如：1。",
    );
    expect(selectionPhrases.chooseQuestion(10, all(shaoxing), wordsOf(shaoxing))).toContain("共10个，用空格隔开");
  });

  test("what does not fit cites the plan's own place, or the ruling", () => {
    const [misfit] = misfitsOf(all(households), taken(21));
    const [fewer] = misfitsOf(all(shaoxing), taken(3));
    if (!misfit || !fewer) throw new Error("both are misfits");

    expect(misfitWords(misfit, words)).toBe("21户，应不超过20户（通知“一、评选安排”第（三）项）");
    expect(selectionRefusals.tooMany(misfit, words)).toBe(
      "选了21户，应不超过20户（通知“一、评选安排”第（三）项），未记录。请重新回复序号。",
    );
    expect(selectionRefusals.tooFew(fewer, wordsOf(shaoxing))).toBe(
      "选了3个，应正好10个；少于10个的，须先由活动联系人按「口径 R9」记录答复、审批领导确认，未记录。请重新回复序号。",
    );
  });
});

test("points, 核验 and the declaration are spoken of only where the campaign has them", () => {
  const candidate = {
    ...{ applicationId: "1", number: 1, district: "shangyang", districtName: "上阳村", name: "周某" },
    ...{ total: 9250, declaration: "unclear" as const },
  };

  expect(selectionPhrases.candidate(candidate, wordsOf(households))).toBe("周某（上阳村，初评92.5分，火灾情况待核实）");
  expect(selectionPhrases.candidate({ ...candidate, declaration: "none" }, wordsOf(beijing))).toBe("周某（上阳村）");
  expect(selectionPhrases.entryStatus(0, limitsOf(households, nothingRuled), wordsOf(households))).toBe(
    "已选0户，至多选20户",
  );
  expect([households, beijing].map((definition) => selectionPhrases.unverifiedLead(wordsOf(definition)))).toEqual([
    "所列分数为村级初评分，仅供参考。所列先后不代表名次，入选对象由镇级研究确定。",
    "所列先后不代表名次，入选对象由市级研究确定。",
  ]);
});
