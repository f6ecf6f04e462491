import { describe, expect, test } from "vitest";
import { evidencePhrases } from "../../../src/campaign/evidence/phrases.ts";
import {
  coverageOf,
  evidenceFileName,
  evidenceRows,
  exampleRow,
  isOfAnswers,
  missingBy,
  nameable,
  stripOf,
  takesEvidence,
} from "../../../src/campaign/evidence/rules.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const { rubric } = shaoxing;
const all = criteriaOf(rubric).map(({ id }) => id);

describe("the rows of the plan", () => {
  test("all 25 take files; four are about others, three may hold data of residents", () => {
    const marked = (is: "aboutOthers" | "residentsData") =>
      criteriaOf(rubric)
        .filter((row) => row[is])
        .map(({ id }) => id);

    expect(evidenceRows(rubric)).toHaveLength(25);
    expect(marked("aboutOthers")).toEqual(["1-1", "2-1", "3-1", "4-3"]);
    expect(marked("residentsData")).toEqual(["2-1", "2-3", "3-3"]);
    expect([takesEvidence(shaoxing), exampleRow(shaoxing)]).toEqual([true, "1-5"]);
  });

  test("a rubric whose rows do not say how they are checked takes none", () => {
    const sections = rubric.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((row) => ({ ...row, seenBy: [] })),
    }));

    expect(takesEvidence({ ...shaoxing, rubric: { ...rubric, sections } })).toBe(false);
  });
});

describe("what has proof", () => {
  test.each([
    ["nothing", [], "□□□□□ □□□□ □□□□□□□□□ □□□□□□□", 0],
    ["the first and the last row", ["1-1", "4-7"], "■□□□□ □□□□ □□□□□□□□□ □□□□□□■", 2],
    ["everything", all, "■■■■■ ■■■■ ■■■■■■■■■ ■■■■■■■", 25],
    ["a row that the rubric does not have", ["9-9"], "□□□□□ □□□□ □□□□□□□□□ □□□□□□□", 0],
  ])("is a strip of 25 cells, part by part: %s", (_, proved, strip, done) => {
    const has = new Set(proved);

    const coverage = coverageOf(rubric, has);
    const parts = stripOf(rubric, has);
    expect(parts.map(({ section }) => section)).toEqual(["1", "2", "3", "4"]);
    expect(evidencePhrases.short(coverage, parts)).toBe(`证明材料${done}/25条：${strip}（■有□无）`);
    expect(coverage).toMatchObject({ done, of: 25, missing: all.filter((id) => !has.has(id)) });
  });

  test("is said part by part in words as well, for who cannot see the cells", () => {
    const [first, , , last] = stripOf(rubric, new Set(["1-1", "1-5"]));

    expect([first, last].map((part) => part && evidencePhrases.stripPart(part))).toEqual([
      "第1部分 ■□□□■ 已有2条，尚缺3条",
      "第4部分 □□□□□□□ 各条尚无",
    ]);
  });

  test("what lacks stands under each way in which a row is checked: 材料, 现场, 数据", () => {
    const lacking = coverageOf(rubric, new Set(all.filter((id) => id !== "1-5" && id !== "2-2")));

    expect(missingBy(rubric, lacking)).toEqual([
      { way: "material", rows: ["1-5", "2-2"] },
      { way: "site", rows: ["1-5"] },
      { way: "data", rows: ["2-2"] },
    ]);
    expect(missingBy(rubric, coverageOf(rubric, new Set(all)))).toEqual([]);
  });

  test("is counted by how a row is checked; a row that is checked in two ways counts in both", () => {
    const { by } = coverageOf(rubric, new Set(["1-5", "2-2"]));
    const rowsBy = (how: "material" | "site" | "data") =>
      criteriaOf(rubric).filter(({ seenBy }) => seenBy.includes(how)).length;

    expect(by).toEqual({
      material: { done: 2, of: rowsBy("material") },
      site: { done: 1, of: rowsBy("site") },
      data: { done: 1, of: rowsBy("data") },
    });
  });
});

describe("names of files", () => {
  const file = {
    row: { id: "3-5", short: "环境卫生" },
    compound: "翠苑三区",
    label: "东门",
    day: "2023-09-12",
    position: 1,
    ending: "jpg",
  };

  test("row, what it is about, compound, what it shows, day, number", () => {
    expect(evidenceFileName(file)).toBe("3-5_环境卫生_翠苑三区_东门_20230912_01.jpg");
    expect(evidenceFileName({ ...file, label: undefined, position: 12 })).toBe("3-5_环境卫生_翠苑三区_20230912_12.jpg");
  });

  test.each([
    ["../../etc/passwd", "etcpasswd"],
    ["..\\..\\东门", "东门"],
    ["东门\u202Egpj.exe", "东门gpj.exe"],
    ["东\u0000门\n北", "东门北"],
    ["...", ""],
    ['东_门/北:门*?"<>|', "东门北门"],
    ["东　门  北", "东 门 北"],
    ["长".repeat(41), "长".repeat(40)],
  ])("%j becomes %j", (text, name) => {
    expect(nameable(text)).toBe(name);
  });
});

test.each(["改5", "改成5", "扣1分 没公示全", "改1 有养鸡", "5分", "不适用 未成立", "符合"])(
  "%s behind a row is no caption",
  (label) => {
    expect(isOfAnswers(label)).toBe(true);
  },
);

test.each(["", "东门", "改造前", "扣件照片", "1号楼", "垃圾房,清晨", "5号楼 东门"])(
  "%j behind a row may be a caption",
  (label) => {
    expect(isOfAnswers(label)).toBe(false);
  },
);

test.each(["改零分理由没数据", "给三分", "零分理由没达到", "改5", "理由没达到"])("%s is said of points", (label) => {
  expect(isOfAnswers(label)).toBe(true);
});

test.each(["给水泵房照片", "得奖证书", "理发店门口", "打扫前", "分类垃圾房", "2号楼"])(
  "%s shows what is filed",
  (label) => {
    expect(isOfAnswers(label)).toBe(false);
  },
);
