import { describe, expect, test } from "vitest";
import { checkNumber } from "../../../../src/campaign/application/check-number.ts";
import { comparedClauses } from "../../../../src/campaign/application/requirements/clause-sheet/compare.ts";
import {
  type ClauseValues,
  clauseValues,
} from "../../../../src/campaign/application/requirements/clause-sheet/given.ts";
import { readClauseSheet } from "../../../../src/campaign/application/requirements/clause-sheet/read.ts";
import { clauseSheet } from "../../../../src/campaign/application/requirements/clause-sheet/sheet.ts";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import type { RequirementSheet } from "../../../../src/campaign/application/requirements/requirements.ts";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../../src/campaign/engine/context.ts";
import { clauseSection } from "../../../../src/campaign/export/clause-export.ts";
import { readWorkbook } from "../../../../src/platform/documents/read-workbook.ts";
import { readWord } from "../../../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../../../src/platform/documents/word/write-word.ts";
import { writeWorkbook } from "../../../../src/platform/documents/workbook.ts";
import { line, table, wordOf } from "../../../platform/documents/support/word.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const facts = { definition: shaoxing, answering: { today: "2023-09-13", year: 2023 }, before: {} } as const;
const now = new Date("2023-09-13T02:00:00Z");
const blank = (name: string) => clauseSheet({ campaign, now }, { name });

/** The sheet as it comes back, with what was written in 符合情况 and 备注 by what stands in the first column. */
async function returned(name: string, written: Readonly<Record<string, readonly [string, string?]>>) {
  const sheet = blank(name);
  const rows = sheet.rows.map(([first = null, wording = null, , note = null]) => {
    const [standing = null, said = note] = written[String(first)] ?? [];
    return [first, wording, standing, said];
  });
  const bytes = await writeWorkbook({ author: "", at: new Date("2023-09-13T00:00:00Z"), sheets: [{ ...sheet, rows }] });
  return readClauseSheet({ kind: "workbook", workbook: await readWorkbook(bytes) });
}

const given = (typed: string) => readTyped(typed, facts).given;

test("has a row for each of the 30 clauses and each figure, nothing preset; what the city's lists answer is marked", () => {
  const { rows } = blank("雅苑");

  expect(rows.filter(([id]) => /^\d/.test(String(id))).length).toBe(30);
  expect(rows.filter(([id]) => !/^\d/.test(String(id))).map(([word]) => word)).toEqual([
    ...["行政处罚", "入户宣传", "应收", "实收", "为民办实事", "最近一件", "成员", "党员"],
  ]);
  expect(rows.filter(([, , standing]) => standing !== null)).toEqual([]);
  expect(rows.filter(([, , , note]) => note !== null).map(([id]) => id)).toEqual(["10-2"]);
});

test("comes back with the name of the case and what was written, and says the same as words and a pasted table", async () => {
  const sheet = await returned("雅苑", {
    ...{ "3-2": ["不符合"], "7-2": ["尚不清楚"], "1-1": ["符合"] },
    ...{ 行政处罚: ["无"], 应收: ["1000000"], 实收: ["949600"], 为民办实事: ["2"], 最近一件: ["2023-05-01"] },
  });
  const figures = "行政处罚 无，应收 1000000，实收 949600，为民办实事 2，最近一件 2023-05-01";

  expect(sheet?.name).toBe("雅苑");
  const bySheet = given(sheet?.lines.join("\n") ?? "");
  expect(bySheet?.problems).toEqual([]);
  expect(bySheet).toEqual(given(`不符合 3-2，尚不清楚 7-2，符合 1-1，${figures}`));
  expect(bySheet).toEqual(given(`3-2\t不符合\n7-2\t尚不清楚\n1-1\t符合\n${figures.replaceAll("，", "\n")}`));
});

test("in Word says the same, with its columns moved or its table divided between pages", async () => {
  const sheet = blank("雅苑");
  const written: Readonly<Record<string, string>> = { "3-2": "不符合", "7-2": "尚不清楚", 应收: "1000000" };
  const rows = sheet.rows.map((row) => row.with(2, written[String(row[0])] ?? null));
  const whole = await writeWord({
    author: "",
    at: new Date("2023-09-13T00:00:00Z"),
    sections: [clauseSection({ ...sheet, rows })],
  });
  const moved = rows
    .filter(([first]) => written[String(first)])
    .map(([id, text, said]) => [said, text, id].map(String));
  const divided = wordOf([
    line("附件1要求表：雅苑"),
    table([["符合情况", "要求", "条款"], ...moved.slice(0, 1)]),
    line("（续）"),
    table([["符合情况", "要求", "条款"], ...moved.slice(1)]),
  ]);
  const lines = ["3-2\t不符合", "7-2\t尚不清楚", "应收 1000000"];

  expect(readClauseSheet({ kind: "word", document: readWord(whole) })).toMatchObject({ name: "雅苑", lines });
  expect(readClauseSheet({ kind: "word", document: readWord(await divided) })).toMatchObject({ name: "雅苑", lines });
});

test("a note beside 不适用 is its reason; beside anything else it is named, not lost", async () => {
  const sheet = await returned("雅苑", { "7-2": ["不适用", "没有电梯"], "1-1": ["符合", "见台账"] });

  expect(given(sheet?.lines[1] ?? "")).toMatchObject({ clauses: { "7-2": "notApplicable" }, problems: [] });
  expect(given(sheet?.lines.join("\n") ?? "")?.problems.length).toBe(1);
});

describe("beside what is there", () => {
  const context = { campaign, now } as Context;
  const known = (clauses: RequirementSheet["clauses"], figures: RequirementSheet["figures"] = {}) =>
    ({ clauses, figures, reasons: {} }) as unknown as RequirementSheet;
  const compared = async (written: Parameters<typeof returned>[1], sheet?: RequirementSheet, given?: ClauseValues) => {
    const read = await returned("雅苑", written);
    if (!read) throw new Error("no sheet");
    return comparedClauses(context, sheet, { ...read, ...(given ? { given } : {}) });
  };

  test("what is new is counted, what differs is shown with both values, what is equal is left out", async () => {
    const { wrong, changed, added } = await compared(
      { "1-1": ["符合"], "3-2": ["不符合"], "7-2": ["尚不清楚"], 行政处罚: ["无"] },
      known({ "1-1": "met", "7-2": "met" }),
    );
    expect([...wrong]).toEqual([]);
    expect(changed).toEqual(["7-2：现为“符合”，表中为“尚不清楚”"]);
    expect(added).toBe(2);
  });

  test("what is wrong is said by its row, and nothing of the sheet is taken", async () => {
    const { wrong } = await compared({ "1-1": ["良好"], "3-2": ["符合"], 最近一件: ["2033-05-01"] });
    expect([...wrong].map(([row, sentence]) => [row, sentence.split("，")[0]])).toEqual([
      ["1-1", "1-1没有写明是否符合"],
      ["最近一件", "最近一件的日期：日期应在2000年1月1日至2023年9月13日之间"],
    ]);
  });

  test("what others answered since it was made is contested; what they answered as the sheet does is not", async () => {
    const made = clauseValues(known({ "1-1": "met", "3-2": "met" }));
    const since = known(
      { "1-1": "met", "3-2": "unclear", "7-2": "met", "9-1": "notMet" },
      { fees: { kind: "ratio", whole: 100, part: 90 } },
    );
    const { changed, conflicts, added } = await compared(
      { "1-1": ["不符合"], "3-2": ["不符合"], "7-2": ["尚不清楚"], "9-1": ["不符合"], "8-1": ["符合"] },
      since,
      made,
    );
    expect(changed).toEqual(["1-1：现为“符合”，表中为“不符合”"]);
    expect(conflicts).toEqual([
      { key: "clause:3-2", rows: ["3-2"], words: "3-2：现为“尚不清楚”，表中为“不符合”" },
      { key: "clause:7-2", rows: ["7-2"], words: "7-2：现为“符合”，表中为“尚不清楚”" },
    ]);
    expect(added).toBe(1);
  });

  test("the two amounts of a share are one answer: both rows stay or go together", async () => {
    const [id = ""] = shaoxing.requirements.figures.flatMap((one) =>
      one.kind === "ratio" && one.unit === "yuan" ? [one.id] : [],
    );
    const since = known({}, { [id]: { kind: "ratio", whole: 100, part: 90 } });
    const { conflicts } = await compared({ 应收: ["100"], 实收: ["95"] }, since, {});
    expect(conflicts.map(({ rows }) => rows)).toEqual([["应收", "实收"]]);
  });

  test("of a sheet without 校验号 nobody knows what was answered when it was made: nothing is contested", async () => {
    const { changed, conflicts } = await compared({ "7-2": ["尚不清楚"] }, known({ "7-2": "met" }));
    expect([changed.length, conflicts.length]).toEqual([1, 0]);
  });

  test.each([
    ["a hidden row", ["1-1"], [3], "1-1在隐藏的行或工作表中，请取消隐藏、核对后重新发送。"],
    ["a doubled row", ["1-1", "1-1"], [], "1-1有不止一行，请只留一行。"],
  ])("%s is said, and nothing of the sheet is taken", (_what, ids, hiddenRows, sentence) => {
    const rows = [
      ["附件1要求表：雅苑"],
      ["填写说明"],
      ["条款", "要求", "符合情况", "备注"],
      ...ids.map((id) => [id, "", "符合", ""]),
    ];
    const read = readClauseSheet({ kind: "workbook", workbook: { sheets: [{ name: "", rows, hiddenRows }] } });
    expect(read && [...comparedClauses(context, undefined, read).wrong]).toEqual([["1-1", sentence]]);
  });

  test("another answer given meanwhile is another state", async () => {
    const one = await compared({ "7-2": ["尚不清楚"] }, known({ "7-2": "met" }));
    const other = await compared({ "7-2": ["尚不清楚"] }, known({ "7-2": "notMet" }));
    expect(one.over).not.toBe(other.over);
  });
});

test("without a name in its title it is blank; another workbook is none", async () => {
  expect(await returned("", {})).toEqual({ name: "", lines: [], written: new Map(), unfit: new Map() });
  expect(
    readClauseSheet({ kind: "workbook", workbook: { sheets: [{ name: "", rows: [["序号", "地区"]] }] } }),
  ).toBeUndefined();
});

describe("the 校验号 under the title", () => {
  const above = (text: string) =>
    readClauseSheet({
      kind: "workbook",
      workbook: { sheets: [{ name: "", rows: [["附件1要求表：雅苑"], [text], ["条款", "要求", "符合情况", "备注"]] }] },
    });

  test("is read with the moment beside it, and said to be wrong where it is", () => {
    const number = checkNumber({ caseId: "a", revision: 0, contentHash: "b" });
    const [, state = ""] = clauseSheet({ campaign, now }, { name: "雅苑", number }).titles;
    expect(above(state)).toMatchObject({ name: "雅苑", number });
    expect(above("校验号 12345-67890")).toMatchObject({ isMistyped: true });
    expect(above("9月13日导出")).toEqual({ name: "雅苑", lines: [], written: new Map(), unfit: new Map() });
  });
});
