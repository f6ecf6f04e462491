import type { Worksheet } from "exceljs";
import { describe, expect, test } from "vitest";
import { type Recognised, recognise } from "../../../../src/campaign/application/received-form/recognise.ts";
import { formFor } from "../../../../src/campaign/definition/purposes.ts";
import { listSections } from "../../../../src/campaign/export/list-document.ts";
import { emptyWorkbook } from "../../../../src/platform/documents/empty-workbook.ts";
import { readWorkbook } from "../../../../src/platform/documents/read-workbook.ts";
import { readWord } from "../../../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../../../src/platform/documents/word/write-word.ts";
import { line, type MadeRow, table, wordOf } from "../../../platform/documents/support/word.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const form = formFor(shaoxing, "application");
const TITLE = "2023年度绍兴市“美好家园”小区推荐名单";
const HEADER = shaoxing.recommendationList.columns.map(({ label }) => label);
const ROW = (name: string, rate: string | number = 96.5): (string | number)[] => [
  ...[1, "诸暨市", name, "诸暨某物业", "暨阳街道", "江新社区", 97, rate],
];
const entry = (projectName: string, rate = "96.5") => ({
  projectName,
  propertyServiceEnterprise: "诸暨某物业",
  subdistrict: "暨阳街道",
  neighborhood: "江新社区",
  rate,
});

function seen(opened: Parameters<typeof recognise>[0]): Recognised | undefined {
  if (!form) throw new Error("the campaign has no form");
  return recognise(opened, shaoxing, form);
}

/** A sheet as somebody fills it in, row by row below 附件4 and the title. */
async function sheets(...fill: ((sheet: Worksheet) => void)[]): Promise<Recognised | undefined> {
  const workbook = await emptyWorkbook();
  for (const one of fill) one(workbook.addWorksheet());
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return seen({ kind: "workbook", workbook: await readWorkbook(bytes) });
}

const rows =
  (header: readonly string[], lines: readonly (readonly unknown[])[], title: string = TITLE) =>
  (sheet: Worksheet): void => {
    for (const cells of [["附件4"], [title], header, ...lines]) sheet.addRow([...cells]);
  };

const word = async (children: Parameters<typeof wordOf>[0]): Promise<Recognised | undefined> =>
  seen({ kind: "word", document: readWord(await wordOf(children)) });

/** What was read, as plain rows, and what was asked: columns nobody knows, formulas. */
function told(found: Recognised | undefined) {
  if (found?.kind !== "rows") return found;
  const { entries, unknown } = found.reading;
  return { rows: entries.map((one) => Object.fromEntries(one)), unknown, formulas: found.formulas };
}
const NO_FORMULAS = { all: 0, empty: 0 };
const asRead = (...names: string[]) => ({ rows: names.map((name) => entry(name)), unknown: [], formulas: NO_FORMULAS });
const asText = (cells: readonly (string | number)[]): MadeRow => cells.map(String);

describe("附件4 as people fill it in, dropped back", () => {
  test("as a workbook in the plan's layout", async () => {
    expect(told(await sheets(rows(HEADER, [ROW("锦绣花园"), ROW("江南春晓")])))).toEqual(
      asRead("锦绣花园", "江南春晓"),
    );
  });

  test("in Word in the plan's layout", async () => {
    const list = table([HEADER, asText(ROW("锦绣花园")), asText(ROW("江南春晓")), ["3", "", "", "", "", "", "", ""]]);

    expect(told(await word([line("附件4"), line(TITLE), list]))).toEqual(asRead("锦绣花园", "江南春晓"));
  });

  test("in Word as it is exported, twelve rows on two pages", async () => {
    const names = Array.from({ length: 12 }, (_, at) => `小区${at + 1}`);
    const sheet = {
      ...{
        title: TITLE,
        mark: "附件4",
        part: undefined,
        filled: 12,
        rateNotes: ["备注：交付率或入住率一栏均为入住率。"],
        reports: [],
        onBehalf: [],
        journal: "",
      },
      columns: HEADER.map((header) => ({ header, width: 12, kind: "text" as const })),
      rows: names.map((name) => ROW(name)),
    };
    const bytes = await writeWord({
      author: "",
      at: new Date("2023-09-28T09:00:00Z"),
      sections: listSections(sheet, 10),
    });

    expect(told(seen({ kind: "word", document: readWord(bytes) }))).toEqual(asRead(...names));
  });

  test("with its columns moved, read by their headers", async () => {
    const turned = (cells: readonly unknown[]) => [...cells].toReversed();

    expect(told(await sheets(rows(turned(HEADER) as string[], [turned(ROW("锦绣花园"))])))).toEqual(asRead("锦绣花园"));
  });

  test("with a header in two lines, merged", async () => {
    const upper = ["序号", "地区", "项目名称", "物业服务企业名称", "所属", "", "评价分数", "交付率或入住率（%）"];
    const fill = (sheet: Worksheet): void => {
      for (const cells of [["附件4"], [TITLE], upper, ["", "", "", "", "街道", "社区"], ROW("锦绣花园")])
        sheet.addRow(cells);
      sheet.mergeCells("E3:F3");
      for (const column of ["A", "B", "C", "D", "G", "H"]) sheet.mergeCells(`${column}3:${column}4`);
    };
    const list = table([
      [...upper.slice(0, 4), { text: "所属", span: 2 }, ...upper.slice(6)],
      ["", "", "", "", "街道", "社区", "", ""],
      asText(ROW("锦绣花园")),
    ]);

    expect(told(await sheets(fill))).toEqual(asRead("锦绣花园"));
    expect(told(await word([line(TITLE), list]))).toEqual(asRead("锦绣花园"));
  });

  test("with the header again on every page", async () => {
    expect(told(await sheets(rows(HEADER, [ROW("锦绣花园"), HEADER, ROW("江南春晓")])))).toEqual(
      asRead("锦绣花园", "江南春晓"),
    );
  });

  test("with formulas: their results are taken, and it is said which have none", async () => {
    const found = await sheets(
      rows(HEADER, [
        [...ROW("锦绣花园").slice(0, 7), { formula: "965/10", result: 96.5 }],
        [...ROW("江南春晓").slice(0, 7), { formula: "A1/0", result: { error: "#DIV/0!" } }],
      ]),
    );

    const { rate: _, ...without } = entry("江南春晓");
    expect(told(found)).toEqual({ rows: [entry("锦绣花园"), without], unknown: [], formulas: { all: 2, empty: 1 } });
  });

  test("with a column of the district's own, which is named", async () => {
    expect(told(await sheets(rows([...HEADER, "联系人手机"], [[...ROW("锦绣花园"), "13800000000"]])))).toEqual({
      ...asRead("锦绣花园"),
      unknown: ["联系人手机"],
    });
  });

  test("with an answer that reads like a label", async () => {
    const found = await sheets(rows([...HEADER, "申报单位类型"], [[...ROW("锦绣花园"), "物业服务企业"]]));

    expect(told(found)).toMatchObject({ rows: [{ ...entry("锦绣花园"), applicantKind: "物业服务企业" }] });
  });

  test("on several sheets, all of them", async () => {
    const other = (sheet: Worksheet): void => void sheet.addRow(["说明"]);

    expect(told(await sheets(other, rows(HEADER, [ROW("锦绣花园")]), rows(HEADER, [ROW("江南春晓")])))).toEqual(
      asRead("锦绣花园", "江南春晓"),
    );
  });

  test("under the title of the district", async () => {
    expect(told(await sheets(rows(HEADER, [ROW("锦绣花园")], "诸暨市“美好家园”小区推荐名单")))).toEqual(
      asRead("锦绣花园"),
    );
  });
});

describe("a list that is not read", () => {
  test.each([
    ["of an earlier year", "2022年度绍兴市“美好家园”小区推荐名单", "otherYearTable"],
    ["of another city", "2023年度宁波市“美好家园”小区推荐名单", "otherCampaignTable"],
    ["of another campaign", "2023年度绍兴市“红色物业”示范小区推荐名单", "otherCampaignTable"],
  ])("%s, as a workbook and in Word", async (_what, title, problem) => {
    expect(await sheets(rows(HEADER, [ROW("锦绣花园")], title))).toEqual({ kind: "problem", problem });
    expect(await word([line(title), table([HEADER, asText(ROW("锦绣花园"))])])).toEqual({ kind: "problem", problem });
  });

  test("with a case in two rows, by its name", async () => {
    expect(await sheets(rows(HEADER, [ROW("锦绣花园"), ROW("江南春晓"), ROW("锦绣花园", 90)]))).toEqual({
      kind: "twice",
      names: ["锦绣花园"],
    });
  });

  test("with other columns than a list's", async () => {
    expect(await sheets(rows(["序号", "姓名", "电话"], [[1, "某人", "1"]]))).toBeUndefined();
  });
});

describe("a table in which nothing is filled in", () => {
  test("is no case, whatever stands below it", async () => {
    const empty = await sheets(rows(HEADER, [[], ["必填：小区名称、申报单位、小区地址、项目名称。"]]));
    expect(empty).toEqual({ kind: "problem", problem: "emptyTable" });
    const named = await sheets(rows(HEADER, [ROW("江新花园"), ["必填：项目名称、小区地址。"]]));
    expect(told(named)).toEqual(asRead("江新花园"));
  });

  test("as it is exported for several cases", async () => {
    const labels = (form?.fields ?? []).map(({ label }) => label);
    const found = await sheets(rows(labels, [[], ["必填：小区名称、申报单位、小区地址。"]], form?.title));
    expect(found).toEqual({ kind: "problem", problem: "emptyTable" });
  });
});
