import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { headerLines } from "../../../src/platform/documents/header-lines.ts";
import { readPart } from "../../../src/platform/documents/read-part.ts";
import { readWorkbook } from "../../../src/platform/documents/read-workbook.ts";
import { writeWorkbook } from "../../../src/platform/documents/workbook.ts";
import type { SheetSpec, WorkbookSpec } from "../../../src/platform/documents/workbook-spec.ts";
import { isOurWorkbook, workbookFaults } from "../../shared/workbook-structure.ts";

const sheet: SheetSpec = {
  name: "推荐名单",
  titles: ["2023年度推荐名单", "越城区"],
  columns: [
    { header: "序号", width: 6, kind: "integer" },
    { header: "项目名称", width: 20, kind: "text" },
    { header: "评价分数", width: 10, kind: "number" },
    { header: "截至日期", width: 18, kind: "date" },
  ],
  rows: [
    [1, "锦绣花园", 96.5, "2023-09-20"],
    [2, "0575", null, "待定"],
    [3, "12", 90],
  ],
  notes: ["注：按报送顺序排列。"],
  paper: "landscape",
};
const spec = (sheets: readonly SheetSpec[] = [sheet]): WorkbookSpec => ({
  author: "家园",
  at: new Date("2023-09-28T14:05:00+08:00"),
  sheets,
});

async function opened(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [first] = workbook.worksheets;
  if (!first) throw new Error("no sheet");
  return first;
}

describe("a workbook", () => {
  test("reads back cell by cell", async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(spec()));

    expect(sheets).toEqual([
      {
        name: "推荐名单",
        rows: [
          ["2023年度推荐名单"],
          ["越城区"],
          ["序号", "项目名称", "评价分数", "截至日期"],
          [1, "锦绣花园", 96.5, "2023-09-20"],
          [2, "0575", null, "待定"],
          [3, "12", 90],
          ["注：按报送顺序排列。"],
        ],
      },
    ]);
  });

  test("is the same bytes for the same description, whenever it is written", async () => {
    const first = await writeWorkbook(spec());
    const later = await writeWorkbook(spec());
    const [time, date] = [first.readUInt16LE(10), first.readUInt16LE(12)];

    expect(first.equals(later)).toBe(true);
    expect([time, date]).toEqual([(14 << 11) | (5 << 5), (43 << 9) | (9 << 5) | 28]);
  });

  test("is laid out for A4, with the header on every page", async () => {
    const { pageSetup, views, headerFooter } = await opened(await writeWorkbook(spec()));

    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "3:3",
    });
    expect(views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(headerFooter.oddFooter).toBe("&C第 &P 页，共 &N 页");
    const onePage = await opened(await writeWorkbook(spec([{ ...sheet, isOnePage: true }])));
    expect(onePage.pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 1 });
    // Without an area to print, what people add below is printed too.
    expect(pageSetup.printArea).toBeUndefined();
  });

  test.each([
    ["评价分数", 6, "评价分数"],
    ["交付率或入住率（%）", 14, "交付率或入住率\n（%）"],
    ["交付率或入住率（%）", 23, "交付率或入住率（%）"],
    ["一、党建引领（20分）", 15, "一、党建引领\n（20分）"],
    ["区（县、市）住房", 8, "区（县、市）住房"],
    ["面积（按（建筑）面积计）", 8, "面积\n（按（建筑）面积计）"],
    ["未闭合）", 4, "未闭合）"],
  ])("writes the header %s, %i wide, so that its brackets stay whole", (header, width, written) => {
    expect(headerLines(header, width)).toBe(written);
  });

  test("has moments as date and time of Shanghai", async () => {
    const column = { header: "时间", width: 24, kind: "moment" as const };
    const at = new Date("2023-09-13T23:59:59Z");
    const written = await opened(await writeWorkbook(spec([{ ...sheet, columns: [column], rows: [[at]] }])));
    const cell = written.getCell("A4");

    expect([cell.value, cell.numFmt]).toEqual([new Date("2023-09-14T07:59:00Z"), 'yyyy"年"m"月"d"日" hh:mm']);
    expect(written.getRow(4).height).toBe(26);
  });

  test("has no fault in its XML, whatever is in it; a number, a date or a header that is written badly is found", async () => {
    const faults = async (change: Partial<SheetSpec>) =>
      workbookFaults(await writeWorkbook(spec([{ ...sheet, ...change }])));
    const text = (header: string, value: string) =>
      faults({ columns: [{ header, width: 20, kind: "text" }], rows: [[value]] });

    expect(isOurWorkbook(await writeWorkbook(spec()))).toBe(true);
    expect(await faults({})).toEqual([]);
    expect(await faults({ mark: "附件4", rowsPerPage: 2 })).toEqual([]);
    expect(await faults({ columns: [{ header: "名次", width: 9, kind: "integer" }], rows: [[1]] })).toEqual([]);
    expect(await text("总分", "96.5")).toEqual([expect.stringContaining("a number as text")]);
    expect(await text("日期", "9月13日（周三）09:00")).toEqual([expect.stringContaining("a date without its year")]);
    expect(await text("日期", "2023-09-13 09:00")).toEqual([expect.stringContaining("a date as text")]);
    expect(
      await faults({ columns: [{ header: "入住率（按户）和交付率", width: 8, kind: "number" }], rows: [] }),
    ).toEqual([expect.stringContaining("brackets")]);
  });

  test("with a number of rows a page breaks there, repeats what stands above, and fits on the paper", async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => [at + 1, "锦绣花园", 96]);
    const breaksOf = async (count: number) => {
      const bytes = await writeWorkbook(spec([{ ...sheet, mark: "附件4", rows: rows(count), rowsPerPage: 10 }]));
      const { pageSetup } = await opened(bytes);
      expect(pageSetup).toMatchObject({ printTitlesRow: "1:4", scale: 100 });
      expect(pageSetup.fitToPage ?? false).toBe(false);
      const xml = readPart(bytes, "xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
      return [...xml.matchAll(/<brk id="(\d+)"/gu)].map(([, row]) => Number(row));
    };

    expect(await breaksOf(10)).toEqual([]);
    expect(await breaksOf(11)).toEqual([14]);
    expect(await breaksOf(21)).toEqual([14, 24]);
  });

  test("leaves room above the line to be sealed", async () => {
    const written = await opened(await writeWorkbook(spec([{ ...sheet, notes: [{ seal: "（盖章）" }] }])));
    const row = written.getRow(7);

    expect([row.height, row.getCell(1).text, row.getCell(1).alignment.horizontal]).toEqual([85, "（盖章）", "right"]);
  });

  test("names the official fonts and borders its cells", async () => {
    const written = await opened(await writeWorkbook(spec()));

    expect([1, 2, 3, 4].map((column) => written.getColumn(column).width)).toEqual([6, 20, 10, 18]);
    const fonts = ["A1", "A2", "B3", "B4"].map((at) => written.getCell(at).font);
    expect(fonts.map(({ name, size }) => [name, size])).toEqual([
      ["方正小标宋简体", 22],
      ["仿宋_GB2312", 12],
      ["黑体", 12],
      ["仿宋_GB2312", 12],
    ]);
    expect(written.getCell("A1").isMerged).toBe(true);
    expect(written.getCell("C5").border.top?.style).toBe("thin");
    expect([written.getCell("C4").numFmt, written.getCell("D4").numFmt]).toEqual([undefined, 'yyyy"年"m"月"d"日"']);
  });

  test("has rows of at least 0.9 cm, higher where a text needs more lines", async () => {
    const long = {
      ...sheet,
      rows: [
        [1, "短", 1, null],
        [2, "园".repeat(60), 1, null],
      ],
    };

    const written = await opened(await writeWorkbook(spec([long])));

    expect(written.getRow(4).height).toBe(26);
    expect(written.getRow(5).height).toBe(125);
  });

  test("may have several sheets of one name, or of one Excel does not take", async () => {
    const names = ["名单", "名单", "a/b:c", "长".repeat(40)].map((name) => ({ ...sheet, name }));

    const { sheets } = await readWorkbook(await writeWorkbook(spec(names)));

    expect(sheets.map(({ name }) => name)).toEqual(["名单", "名单 2", "a-b-c", "长".repeat(31)]);
  });

  test("does not hold what is no number", async () => {
    await expect(writeWorkbook(spec([{ ...sheet, rows: [[Number.NaN]] }]))).rejects.toThrow("not a finite number");
  });
});

describe("a text that starts like a formula", () => {
  const hostile = [
    "=1+1",
    "+86 575",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
    '=HYPERLINK("http://x","y")',
    "_x003D_1+1",
    "a\u0000b\ud83d",
  ];
  const kept = hostile.map((text) => text.replaceAll("\r", "\n").replaceAll("\u0000", "").replaceAll("\ud83d", ""));

  test("stays the text it is", async () => {
    const rows = hostile.map((text) => [1, text]);

    const { sheets } = await readWorkbook(await writeWorkbook(spec([{ ...sheet, rows, notes: [] }])));

    expect(sheets[0]?.rows.slice(3).map((row) => row[1])).toEqual(kept);
  });

  test("is a text cell in the format for text, in every kind of column", async () => {
    const rows = hostile.map((text) => [text, text, text, text]);

    const written = await opened(await writeWorkbook(spec([{ ...sheet, rows, notes: [] }])));

    for (const at of hostile.keys())
      for (const column of [1, 2, 3, 4]) {
        const cell = written.getCell(4 + at, column);
        expect([cell.type, cell.numFmt, cell.formula]).toEqual([ExcelJS.ValueType.String, "@", undefined]);
      }
  });
});

test("a number shown as a percentage is read as people see it; the sign in a text of the format makes none", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("表");
  sheet.addRow([0.925, 0.9255, 1, 92.5]);
  for (const [column, format] of ["0.0%", "0%", "0%", '0.0"%"'].entries()) sheet.getCell(1, column + 1).numFmt = format;

  const { sheets } = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()));

  expect(sheets[0]?.rows).toEqual([["92.5%", "92.55%", "100%", 92.5]]);
});
