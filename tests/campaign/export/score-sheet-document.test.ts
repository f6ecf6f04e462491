import { describe, expect, test } from "vitest";
import { checkQr, numbersInQr, readCheckNumber } from "../../../src/campaign/application/check-number.ts";
import { type PrintedSheet, scoreSheetSection } from "../../../src/campaign/export/score-sheet-document.ts";
import { scoreSheetNumber } from "../../../src/campaign/export/score-sheet-number.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";
import { households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { finalizedSheet } from "../scoring/support/score-sheet.ts";

const ref = { personal: "reason", hash: "of the reason" };
const full = Object.fromEntries(criteriaOf(shaoxing.rubric).map(({ id, maxPoints }) => [id, maxPoints * 100]));
const { scores } = finalizedSheet("锦绣花园", {
  ...full,
  "3-5": { hundredths: 400, reason: ref },
  "4-2": { state: "notApplicable", hundredths: 300, reason: ref },
});
const sheet: PrintedSheet = {
  ...{ name: "锦绣花园", district: "柯桥区", state: "初评于9月12日17:00提交定稿", scores },
  texts: {
    reasons: new Map([
      ["3-5", "东门垃圾清运不及时"],
      ["4-2", "无集中供热"],
    ]),
    remarks: new Map([["1-1", "材料见第3册"]]),
  },
  ...{ notes: [], footer: ["锦绣花园　初评于9月12日17:00提交定稿"] },
};
const printed = async (one: PrintedSheet, definition = shaoxing) => {
  const at = new Date("2023-09-28T00:00:00Z");
  const word = readWord(await writeWord({ author: "局", at, sections: [scoreSheetSection(definition, one)] }));
  const table = word.blocks.flatMap((block) =>
    block.kind === "table" ? [block.rows.map((row) => row.map(({ paragraphs }) => paragraphs.join("｜")))] : [],
  )[0];
  const lines = word.blocks.flatMap((block) => (block.kind === "table" ? [] : [block.text]));
  return { table: table ?? [], lines };
};

describe("附件2 as a printed score sheet (L37–L226)", () => {
  test("has the plan's six columns, its 25 rows in its order, and the sum", async () => {
    const { table } = await printed(sheet);

    expect(table[0]).toEqual(["序号", "评选内容", "评选标准", "分值｜（分）", "考核分", "备注"]);
    expect(table.length).toBe(27);
    expect(table[1]?.slice(0, 3)).toEqual([
      "一",
      "党建引领机制完善（20分）",
      "1.所在街道健全街道党（工）委统一协调，相关部门联动执法，协同解决物业管理问题的工作机制。",
    ]);
    expect(table.at(-1)?.filter((text) => text !== "")).toEqual(["合计", "100", "99"]);
  });

  test("carries the plan's remark, why a row got less or does not apply, and the district's remark (L45)", async () => {
    const { table } = await printed(sheet);
    const row = (wording: string) => table.find((cells) => cells.some((text) => text.includes(wording)))?.slice(-3);

    expect(row("信用状况")).toEqual(["4", "4", shaoxing.rubric.sections[2]?.criteria[0]?.remark?.text]);
    expect(row("环境卫生")).toEqual(["5", "4", "理由：东门垃圾清运不及时"]);
    expect(row("供水、排水")).toEqual(["3", "3", "不适用：无集中供热"]);
    expect(row("党（工）委")).toEqual(["4", "4", "材料见第3册"]);
  });

  test("names the compound, and has lines for signatures and the date", async () => {
    const { lines } = await printed(sheet);

    expect(lines.slice(0, 3)).toEqual([
      "附件2",
      "“美好家园”评选标准",
      "小区名称：锦绣花园　　地区：柯桥区　　初评于9月12日17:00提交定稿",
    ]);
    expect(lines.slice(-2).map((line) => line.replaceAll("　", ""))).toEqual([
      "评分人（签名）：",
      "负责人（签名）：日期：年月日",
    ]);
  });

  test("without points has no sum; a rubric with rows that exclude prints 一票否决", async () => {
    const blank = {
      ...sheet,
      name: "",
      district: "",
      state: "",
      scores: new Map(),
      texts: { reasons: new Map(), remarks: new Map() },
    };
    const { table } = await printed(blank, households);

    expect(
      table
        .at(-1)
        ?.filter((text) => text !== "")
        .slice(0, 2),
    ).toEqual(["合计", String(households.rubric.totalPoints)]);
    expect(table.flat()).toContain("一票否决");
  });
});

describe("the 校验号 of a printed 附件2", () => {
  const of = (more: Parameters<typeof finalizedSheet>[1], caseId = "锦绣花园") =>
    scoreSheetNumber(finalizedSheet(caseId, { ...full, ...more }));

  test("is the same for the same points, whatever their order, and another for other points, reasons, remarks or cases", () => {
    const own = of({});
    expect(readCheckNumber(own)).toBe(own);
    expect(
      scoreSheetNumber({
        caseId: "锦绣花园",
        scores: new Map([...finalizedSheet("锦绣花园", full).scores].toReversed()),
      }),
    ).toBe(own);
    const others = [
      of({ "3-5": 400 }),
      of({ "3-5": { hundredths: 500, reason: ref } }),
      of({ "4-2": { state: "notApplicable", hundredths: 300, reason: undefined } }),
      of({}, "别苑"),
    ];
    expect(new Set([own, ...others]).size).toBe(5);
  });

  test("is read from its QR code, and from no other paper's", () => {
    const own = of({});
    expect(numbersInQr("scores", checkQr("scores", [own]))).toEqual([own]);
    expect(numbersInQr("form", checkQr("scores", [own]))).toEqual([]);
  });
});
