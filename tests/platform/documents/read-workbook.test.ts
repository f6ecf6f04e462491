import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../src/platform/documents/read-workbook.ts";
import { type Part, workbookParts, zipOf } from "./support/zip.ts";

const MEGABYTE = 1024 * 1024;
const cell = (at: string, value: string): string => `<c r="${at}" t="str"><v>${value}</v></c>`;
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const read = (sheet: string, more: readonly Part[] = []) => readWorkbook(zipOf([...workbookParts(sheet), ...more]));

describe("a received workbook", () => {
  test("keeps its rows and cells where they stand", async () => {
    const { sheets } = await read(data(row(2, `${cell("B2", "a")}<c r="D2"><v>4.5</v></c>`) + row(4, cell("A4", "b"))));

    expect(sheets).toEqual([{ name: "S", rows: [[], [null, "a", null, 4.5], [], ["b"]] }]);
  });

  test("gives a formula's last value, and nothing for an error", async () => {
    const cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="b"><v>1</v></c>';

    expect((await read(data(row(1, cells)))).sheets[0]?.rows).toEqual([[2, null, "TRUE"]]);
  });

  test("may declare and merge areas of any size without being walked through", async () => {
    const sheet = `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>${data(row(1, cell("A1", "a")))}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`;

    expect((await read(sheet)).sheets[0]?.rows).toEqual([["a"]]);
  });

  test("holds a row at the limit", async () => {
    expect((await read(data(row(5000, cell("GR5000", "a"))))).sheets[0]?.rows.length).toBe(5000);
  });
});

describe("a workbook that is refused", () => {
  test.each([
    ["a row beyond the limit", data(row(5001, cell("A5001", "a")))],
    ["a column beyond the limit", data(row(1, cell("GS1", "a")))],
    ["the last cell of all", data(row(1048576, cell("XFD1048576", "a")))],
  ])("%s", async (_what, sheet) => {
    await expect(read(sheet)).rejects.toMatchObject({ name: "RefusalError", code: "documents.too-many-cells" });
  });

  test.each([
    ["a part of many zeros", { name: "xl/media/a.bin", content: Buffer.alloc(2 * MEGABYTE) }],
    ["more than 12 MB in all by its own words", { name: "xl/a.bin", content: "a", declared: 13 * MEGABYTE }],
  ])("as a bomb: %s", async (_what, part) => {
    await expect(read(data(""), [part])).rejects.toMatchObject({ name: "RefusalError", code: "documents.bomb" });
  });

  test("as a bomb: more than 200 parts", async () => {
    const parts = Array.from({ length: 196 }, (_, at) => ({ name: `xl/${at}`, content: "" }));

    await expect(read(data(""), parts)).rejects.toMatchObject({ code: "documents.bomb" });
    await expect(read(data(""), parts.slice(1))).resolves.toMatchObject({ sheets: [{ name: "S" }] });
  });

  test("as damaged: a part that unpacks to more than it declares", async () => {
    const part = { name: "xl/media/a.bin", content: Buffer.alloc(50 * MEGABYTE), declared: 10 };

    await expect(read(data(""), [part])).rejects.toMatchObject({ name: "RefusalError", code: "documents.damaged" });
  });

  test("as damaged: cut off, or no XML inside", async () => {
    const whole = zipOf(workbookParts(data("")));

    await expect(readWorkbook(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({
      code: "documents.damaged",
    });
    await expect(read("<sheetData><row></sheetData>")).rejects.toMatchObject({ code: "documents.damaged" });
  });

  test("as damaged: entities that multiply are not followed", async () => {
    const [first, ...rest] = workbookParts(data("")).toReversed();
    const content = `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${String(first?.content).replace("</worksheet>", "&b;</worksheet>")}`;

    const hostile = zipOf([...rest, { name: "xl/worksheets/sheet1.xml", content }]);

    await expect(readWorkbook(hostile)).rejects.toMatchObject({ code: "documents.damaged" });
  });

  test("as too large before anything is unpacked", async () => {
    const large = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(5 * MEGABYTE)]);

    await expect(readWorkbook(large)).rejects.toMatchObject({ code: "documents.too-large" });
  });

  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("序号,名称")],
    ["another zip file", zipOf([{ name: "a.txt", content: "a" }])],
  ])("as no workbook: %s", async (_what, bytes) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ name: "RefusalError", code: "documents.not-a-workbook" });
  });
});
