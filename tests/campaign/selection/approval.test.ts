import { describe, expect, test } from "vitest";
import {
  CASE_STEPS,
  type CaseStep,
  CHANGES,
  type Change as ChangeOfCase,
  consequenceOf,
} from "../../../src/campaign/application/consequences.ts";
import { readVersion } from "../../../src/campaign/authority/read-version.ts";
import { compare, ladderOf } from "../../../src/campaign/ranking/ladder.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { tiedAcross } from "../../../src/campaign/ranking/rules.ts";
import { type Change, changesOf, consequencesOf } from "../../../src/campaign/selection/changes.ts";
import { changeWords } from "../../../src/campaign/selection/phrases.ts";
import { readCorrection } from "../../../src/campaign/selection/publication/rules.ts";
import { isOnlyCorrected, standsAsChosen, stepOfSelection, stepsIn } from "../../../src/campaign/selection/rules.ts";
import { wordsOf } from "../../../src/campaign/selection/words.ts";
import type { SectionContent, Sections } from "../../../src/campaign/snapshot/snapshot.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const words = wordsOf(shaoxing);

/** Content stands for its own hash. */
const hashed = <Content>(content: Content) => ({ hash: JSON.stringify(content), content });
const STANDING: SectionContent["standing"] = {
  ...{ basis: "district", place: { rank: 3, joint: false }, corrected: 9600, own: 9500, rows: { "3-5": 400 } },
};
function sectionsOf(changed: {
  answers?: SectionContent["identity"]["answers"];
  points?: SectionContent["points"];
  gate?: Partial<SectionContent["gate"]>;
  standing?: Partial<SectionContent["standing"]>;
}): Sections {
  const answers = { propertyServiceEnterprise: "甲物业", ...changed.answers };
  return {
    identity: hashed({ district: "keqiao", districtName: "柯桥区", name: "雅苑", answers }),
    figures: hashed({ answers: {} }),
    points: hashed(changed.points ?? { total: 9700, rows: {} }),
    ...(changed.standing ? { standing: hashed({ ...STANDING, ...changed.standing }) } : {}),
    gate: hashed({ state: "submitted", declaration: "none", exclusion: null, ...changed.gate } as const),
  };
}

describe("what a change does to a selection stands in the one table of consequences", () => {
  const KINDS: Readonly<Record<Change["kind"], ChangeOfCase>> = {
    answer: "corrected",
    points: "corrected",
    verified: "corrected",
    place: "corrected",
    basis: "corrected",
    declaration: "corrected",
    withdrawn: "withdrawn",
    takesPart: "withdrawn",
    excluded: "excluded",
    against: "excluded",
    unlisted: "listWithdrawn",
    listed: "listReported",
  };
  const kinds = Object.keys(KINDS) as Change["kind"][];

  test.each(CASE_STEPS)("at %s each kind of change has the row of its own", (step) => {
    for (const kind of kinds) expect(consequencesOf([{ kind }], step)).toEqual([consequenceOf(KINDS[kind], step)]);
    expect(consequencesOf([], step)).toEqual([]);
  });

  test("every change of the table can befall a selection; a list put in force again is one that came onto it", () => {
    const met = new Set<ChangeOfCase>([...Object.values(KINDS), "listTakenBack", "listReplaced", "returned"]);

    expect(CHANGES.filter((change) => !met.has(change))).toEqual([]);
    for (const step of CASE_STEPS) {
      const [back, reported] = [consequenceOf("listTakenBack", step), consequenceOf("listReported", step)];
      expect({ ...back, told: [] }).toEqual({ ...reported, told: [] });
    }
  });

  test.each<[Parameters<typeof stepOfSelection>[0]["state"], Date | null, CaseStep | undefined, string[]]>([
    ["proposed", null, "proposed", ["reapproval"]],
    ["approved", new Date(), "approved", ["reapproval"]],
    ["reopened", null, "proposed", ["reapproval"]],
    ["reopened", new Date(), "approved", ["reapproval"]],
    ["published", new Date(), "published", ["correction"]],
    ["declined", new Date(), undefined, []],
    ["superseded", null, undefined, []],
  ])("%s, decided at %s: step %s, mended by %j", (state, decidedAt, step, mends) => {
    const selection = { state, decidedAt };
    const all = step
      ? consequencesOf(
          kinds.map((kind) => ({ kind })),
          step,
        )
      : [];

    expect(stepOfSelection(selection)).toBe(step);
    expect([...new Set(all.map(({ mend }) => mend))]).toEqual(mends);
    expect(isOnlyCorrected(selection)).toBe(state === "published");
  });
});

describe("what has changed since the proposal", () => {
  const kept = new Map([["a", sectionsOf({})]]);
  const items = [{ applicationId: "a" }];
  const changedTo = (now: Sections, listed = ["a"]): string[] =>
    changesOf(shaoxing, items, { kept, now: new Map([["a", now]]), listed }).map((one) => changeWords(one, words));

  test.each<[string, Sections, string[]]>([
    ["nothing", sectionsOf({}), []],
    [
      "the enterprise",
      sectionsOf({ answers: { propertyServiceEnterprise: "乙物业" } }),
      ["雅苑的物业服务企业名称由“甲物业”改为“乙物业”"],
    ],
    ["the total", sectionsOf({ points: { total: 9650, rows: {} } }), ["雅苑的初评分由97分改为96.5分"]],
    [
      "rows with the same total",
      sectionsOf({ points: { total: 9700, rows: { "1-1": { state: "given", hundredths: 400 } } } }),
      ["雅苑的初评条目得分有变，总分未变"],
    ],
    ["an opened sheet", sectionsOf({ points: { total: null, rows: {} } }), ["雅苑的初评已重新修改，尚未提交定稿"]],
    ["withdrawal", sectionsOf({ gate: { state: "withdrawn" } }), ["雅苑已撤回"]],
    [
      "exclusion, once",
      sectionsOf({ gate: { state: "excluded", declaration: "declared", exclusion: "近两年有事故" } }),
      ["雅苑不得参与"],
    ],
    ["a doubt", sectionsOf({ gate: { declaration: "unclear" } }), [`雅苑的${words.pending}`]],
  ])("%s", (_, now, said) => {
    expect(changedTo(now)).toEqual(said);
  });

  describe("in the city's order", () => {
    const from = (standing: Partial<SectionContent["standing"]>) => ({
      to: (after: Partial<SectionContent["standing"]>, more: Parameters<typeof sectionsOf>[0] = {}) =>
        changesOf(shaoxing, items, {
          kept: new Map([["a", sectionsOf({ standing })]]),
          now: new Map([["a", sectionsOf({ standing: after, ...more })]]),
          listed: ["a"],
        }).map((one) => changeWords(one, words)),
    });

    test("the city's total that ranks it, by either reading of the ruling; or only a row", () => {
      expect(from({}).to({ corrected: 9550, place: { rank: 4, joint: true } })).toEqual([
        "雅苑的核验分由96分改为95.5分",
      ]);
      expect(from({ basis: "city" }).to({ basis: "city", own: 9400 })).toEqual(["雅苑的核验分由95分改为94分"]);
      expect(from({ basis: "city" }).to({ basis: "city", own: null })).toEqual(["雅苑的核验分不再完整"]);
      expect(from({ corrected: null, own: null }).to({})).toEqual(["雅苑已有核验分，96分"]);
      expect(from({}).to({ rows: { "3-5": 300 } })).toEqual(["雅苑的核验条目得分有变，总分未变"]);
    });

    test("its place alone, where no points have changed: another ruling on ties", () => {
      expect(from({}).to({ place: { rank: 3, joint: true } })).toEqual(["雅苑的名次由第3名改为并列第3名"]);
      expect(
        from({}).to({ place: { rank: 4, joint: false } }, { answers: { propertyServiceEnterprise: "乙物业" } }),
      ).toEqual(["雅苑的物业服务企业名称由“甲物业”改为“乙物业”"]);
    });

    test("whose points rank, once for all; before the city has points nothing depends on it", () => {
      expect(from({}).to({ basis: "city", place: { rank: 9, joint: false } })).toEqual([
        "排名所依据的分数（口径R14）改为市级自评分",
      ]);
      const none = { corrected: null, own: null };
      expect(from({ ...none, basis: "open", place: null }).to({ ...none, basis: "district" })).toEqual([]);
      expect(from({ ...none }).to({ ...none, basis: "city", place: null })).toEqual([]);
    });

    test("what was kept before the city's order was kept with it reopens nothing", () => {
      expect(changedTo(sectionsOf({ standing: {} }))).toEqual([]);
    });
  });

  test("a compound that left its list, and one that came onto it", () => {
    const now = new Map([
      ["a", sectionsOf({})],
      ["b", sectionsOf({})],
    ]);

    const said = changesOf(shaoxing, items, { kept, now, listed: ["b"] }).map(({ kind }) => kind);

    expect(said).toEqual(["unlisted", "listed"]);
  });

  test("one that came onto a list and was withdrawn again is none", () => {
    const now = new Map([
      ["a", sectionsOf({})],
      ["b", sectionsOf({ gate: { state: "withdrawn" } })],
    ]);

    expect(changesOf(shaoxing, items, { kept, now, listed: ["a", "b"] })).toEqual([]);
  });
});

test.each([
  [[{ applicationId: "a" }], [{ applicationId: "a" }], true],
  [[{ applicationId: "a" }], [{ applicationId: "b" }], false],
  [[{ applicationId: "a" }], [{ applicationId: "a" }, { applicationId: "b" }], false],
  [[{ applicationId: "a" }, { applicationId: "b" }], [{ applicationId: "a" }], false],
])("a choice among %j stands among %j: %s", (items, candidates, stands) => {
  expect(standsAsChosen(items, candidates)).toBe(stands);
});

test.each([
  ["", undefined, ""],
  ["2", 2, ""],
  ["第2版", 2, ""],
  ["2 经10月8日局长办公会研究同意", 2, "经10月8日局长办公会研究同意"],
  ["第2版：请补充理由", 2, "请补充理由"],
  ["2，理由：请补充", 2, "请补充"],
  ["10月8日局长办公会研究同意", undefined, "10月8日局长办公会研究同意"],
  ["1号楼情况请核实", undefined, "1号楼情况请核实"],
  ["意见：请核实", undefined, "请核实"],
])("批准 or 不批准 “%s”", (typed, version, rest) => {
  expect(readVersion(typed)).toEqual({ version, rest });
});

describe("how far cases have come", () => {
  const reason = { personal: "p", hash: "h" };
  const items = [
    { applicationId: "in", selected: true, reason },
    { applicationId: "out", selected: false, reason },
  ];
  const steps = (state: "proposed" | "approved" | "declined" | "reopened" | "published", decidedAt: Date | null) =>
    Object.fromEntries(stepsIn({ state, items, decidedAt }));

  test.each([
    ["proposed", null, { in: "proposed", out: "proposed" }],
    ["approved", new Date(0), { in: "approved", out: "approved" }],
    ["reopened", null, { in: "proposed", out: "proposed" }],
    ["reopened", new Date(0), { in: "approved", out: "approved" }],
    ["declined", new Date(0), {}],
    ["published", new Date(0), { in: "published" }],
  ] as const)("%s", (state, decidedAt, expected) => {
    expect(steps(state, decidedAt)).toEqual(expected);
  });

  test("without a selection no further", () => {
    expect(stepsIn(undefined)).toEqual(new Map());
  });
});

describe("a tie across the last place", () => {
  const ladder = ladderOf(shaoxing, new Map());
  const compound = (name: string, total: number, met = false): ScoredCompound => ({
    ...{ applicationId: name, district: "keqiao", name, total },
    points: new Map([["3-2", met ? 500 : 0]]),
    ...{ listing: "recommended", declaration: "none" },
  });
  const named = (compounds: readonly ScoredCompound[], places: number): string[] =>
    tiedAcross(compounds, ladder, places).map(({ name }) => name);
  const three = [compound("甲", 9800), compound("乙", 9700), compound("丙", 9700)];

  test("names all that share it", () => {
    expect(named(three, 2)).toEqual(["乙", "丙"]);
  });

  test("is none before or behind the last place, or without anybody beyond it", () => {
    expect([named(three, 1), named(three, 3), named(three, 4)]).toEqual([[], [], []]);
  });

  test("is none where the ladder tells them apart, and one where it leaves them", () => {
    const apart = [compound("甲", 9800), compound("乙", 9700, true), compound("丙", 9700)];
    const left = [compound("甲", 9800), compound("乙", 9700, true), compound("丙", 9700, true)];

    expect(compare(compound("乙", 9700, true), compound("丙", 9700), ladder)).toBeLessThan(0);
    expect([named(apart, 2), named(left, 2)]).toEqual([[], ["乙", "丙"]]);
  });
});

test.each([
  ["第3行“雅园”应为“雅苑”；理由：录入有误", { text: "第3行“雅园”应为“雅苑”", reason: "录入有误" }],
  ["第3行“雅园”应为“雅苑”。更正理由：录入有误。", { text: "第3行“雅园”应为“雅苑”", reason: "录入有误" }],
  ["第3行“雅园”应为“雅苑”", undefined],
  ["；理由：录入有误", undefined],
  ["", undefined],
])("更正 %s", (typed, read) => {
  expect(readCorrection(typed)).toEqual(read);
});
