import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../page/preview/read-workbook.ts";
import { MAX_ROWS, MAX_SHEET_COLUMNS } from "../../../page/preview/sheet.ts";

async function sheetsOf(fill: (workbook: ExcelJS.Workbook) => void) {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return readWorkbook((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

async function cellOf(fill: (cell: ExcelJS.Cell) => void) {
  const [sheet] = await sheetsOf((workbook) => fill(workbook.addWorksheet("表").getCell("A1")));
  return sheet?.rows[0]?.cells[0];
}

describe("a cell", () => {
  test.each([
    [97, "0.00", "97.00"],
    [0.915, "0.0%", "91.5%"],
    [1234567.8, "#,##0.00", "1,234,567.80"],
    [97.5, "", "97.5"],
    [true, "", "TRUE"],
    [new Date(Date.UTC(2023, 8, 28)), 'yyyy"年"m"月"d"日"', "2023年9月28日"],
    [new Date(Date.UTC(2023, 8, 28, 17, 30)), "yyyy-mm-dd hh:mm", "2023-09-28 17:30"],
    [{ formula: "SUM(B1:B2)", result: 12.5 }, "0.00", "12.50"],
    [{ richText: [{ text: "美好" }, { font: { bold: true }, text: "家园" }] }, "", "美好家园"],
    [{ text: "查看", hyperlink: "https://example.gov.cn" }, "", "查看"],
    [{ error: "#DIV/0!" }, "", "#DIV/0!"],
  ])("shows its value in its format: %j %s", async (value, numFmt, text) => {
    const cell = await cellOf((one) => {
      one.value = value as ExcelJS.CellValue;
      one.numFmt = numFmt;
    });

    expect(cell?.text).toBe(text);
  });

  test("has its font, fill, alignment and wrapping", async () => {
    const cell = await cellOf((one) => {
      one.value = "评价分数";
      one.font = { name: "仿宋_GB2312", size: 14, bold: true, color: { argb: "FFFF0000" } };
      one.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF2CC" } };
      one.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
    });

    expect(cell?.style).toMatchObject({
      "font-family": expect.stringMatching(/^"仿宋_GB2312", "FangSong"/),
      "font-size": "14pt",
      "font-weight": "bold",
      color: "#FF0000",
      background: "#FFF2CC",
      "text-align": "center",
      "vertical-align": "middle",
      "white-space": "pre-wrap",
    });
  });

  test("cannot write into the page's styles by its font or color", async () => {
    const cell = await cellOf((one) => {
      one.value = "x";
      one.font = { name: 'a"; background: url(//example.com)', color: { argb: "red;}" } };
    });

    expect(cell?.style["font-family"]).not.toContain('a"');
    expect(cell?.style.color).toBeUndefined();
  });
});

describe("a sheet", () => {
  test("has one cell where cells were merged, and one line between two cells", async () => {
    const thin = { style: "thin" as const };
    const [sheet] = await sheetsOf((workbook) => {
      const worksheet = workbook.addWorksheet("附件4");
      worksheet.mergeCells("A1:C1");
      worksheet.mergeCells("A2:A3");
      worksheet.getCell("A1").value = "推荐名单";
      worksheet.getCell("B2").value = "左";
      worksheet.getCell("C2").value = "右";
      worksheet.getCell("C3").value = "末";
      for (const address of ["B2", "C2"]) worksheet.getCell(address).border = { left: thin, right: thin };
    });

    expect(sheet?.rows[0]?.cells).toMatchObject([{ text: "推荐名单", colSpan: 3, rowSpan: 1 }]);
    expect(sheet?.rows[1]?.cells[0]).toMatchObject({ colSpan: 1, rowSpan: 2 });
    expect(sheet?.rows[2]?.cells.map(({ text }) => text)).toEqual(["", "末"]);
    const [before, , left] = [sheet?.rows[1]?.cells[0], sheet?.rows[1]?.cells[1], sheet?.rows[1]?.cells[2]];
    expect(before?.style).toMatchObject({ "border-right": "1px solid #000" });
    expect(left?.style["border-left"]).toBeUndefined();
  });

  test("keeps its widths, its order and its frozen header; hidden ones are left out", async () => {
    const sheets = await sheetsOf((workbook) => {
      const worksheet = workbook.addWorksheet("进度", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
      worksheet.columns = [{ width: 10 }, { width: 20 }];
      worksheet.getCell("B3").value = 1;
      workbook.addWorksheet("排名").getCell("A1").value = 1;
      workbook.addWorksheet("底稿", { state: "hidden" }).getCell("A1").value = 1;
    });

    expect(sheets.map(({ name }) => name)).toEqual(["进度", "排名"]);
    expect(sheets[0]).toMatchObject({ columns: [75, 145], frozen: { rows: 2, columns: 1 }, cut: false });
  });

  test("hides rows and columns without moving the cells beside them", async () => {
    const [sheet] = await sheetsOf((workbook) => {
      const worksheet = workbook.addWorksheet("评分", { views: [{ state: "frozen", xSplit: 2, ySplit: 3 }] });
      for (let row = 1; row <= 5; row++) worksheet.addRow(["甲", "乙", "丙", "丁"].map((name) => `${name}${row}`));
      worksheet.mergeCells("A1:C1");
      worksheet.mergeCells("D1:D4");
      worksheet.mergeCells("A3:B4");
      for (const row of [2, 3]) worksheet.getRow(row).hidden = true;
      worksheet.getColumn(1).hidden = true;
    });

    expect(sheet?.rows.map(({ cells }) => cells.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan]))).toEqual(
      [
        [
          ["甲1", 2, 1],
          ["丁1", 1, 2],
        ],
        [
          ["甲3", 1, 1],
          ["丙4", 1, 1],
        ],
        [
          ["乙5", 1, 1],
          ["丙5", 1, 1],
          ["丁5", 1, 1],
        ],
      ],
    );
    expect(sheet).toMatchObject({ columns: { length: 3 }, frozen: { rows: 1, columns: 1 } });
  });

  test("that is larger than what is drawn is cut", async () => {
    const [sheet] = await sheetsOf((workbook) => {
      const worksheet = workbook.addWorksheet("大");
      worksheet.getCell(MAX_ROWS + 1, MAX_SHEET_COLUMNS + 1).value = 1;
    });

    expect(sheet).toMatchObject({ cut: true, rows: { length: MAX_ROWS }, columns: { length: MAX_SHEET_COLUMNS } });
  });

  test("of what is no workbook is none", async () => {
    await expect(readWorkbook(new TextEncoder().encode("not a workbook").buffer)).rejects.toThrow();
  });
});
