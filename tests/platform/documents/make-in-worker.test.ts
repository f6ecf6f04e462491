import { expect, test } from "vitest";
import { makeInWorker } from "../../../src/platform/documents/make/make-in-worker.ts";
import { fillForms } from "../../../src/platform/documents/word/fill-forms.ts";
import { fillTemplate, type TemplateCopy } from "../../../src/platform/documents/word/fill-template.ts";
import type { WordSpec } from "../../../src/platform/documents/word/word-spec.ts";
import { writeSheets } from "../../../src/platform/documents/word/write-sheets.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";
import { writeWorkbook } from "../../../src/platform/documents/workbook.ts";
import { workbookBytes } from "../../../src/platform/documents/workbook-bytes.ts";
import type { WorkbookSpec } from "../../../src/platform/documents/workbook-spec.ts";

const at = new Date("2023-09-20T09:00:00+08:00");
const workbook = (rows: number): WorkbookSpec => ({
  ...{ author: "家园", at },
  sheets: [
    {
      ...{ name: "名单", titles: ["名单"], paper: "portrait" },
      columns: [
        { header: "名称", width: 20, kind: "text" },
        { header: "时间", width: 24, kind: "moment" },
      ],
      rows: Array.from({ length: rows }, (_, row) => [`小区${row}`, at]),
    },
  ],
});
const word = (sections: number): WordSpec => ({
  ...{ author: "家园", at },
  sections: Array.from({ length: sections }, () => ({
    ...{ start: "nextPage" as const, paper: "portrait" as const },
    blocks: [{ kind: "paragraph" as const, text: "名称：{{名称}}", look: "body" as const }],
  })),
});
const copies = (count: number): TemplateCopy[] =>
  Array.from({ length: count }, (_, form) => ({
    ...{ texts: new Map([["名称", `小区${form}`]]), pictures: new Map(), leftOut: [] },
  }));

test("a large document made in a thread is the same, byte by byte, as one made in place", async () => {
  const template = await writeWord(word(1));

  expect((await writeWorkbook(workbook(751))).equals(await workbookBytes(workbook(751)))).toBe(true);
  expect((await writeSheets(word(6))).equals(await writeWord(word(6)))).toBe(true);
  expect((await fillForms(template, copies(6), at)).equals(fillTemplate(template, copies(6), at))).toBe(true);
});

test("while a workbook is made in a thread, the program goes on", async () => {
  let turns = 0;
  const beat = setInterval(() => {
    turns += 1;
  }, 5);
  await writeWorkbook(workbook(4_000));
  clearInterval(beat);

  expect(turns).toBeGreaterThan(10);
});

test("a document that cannot be made fails with what it is", async () => {
  const broken = { ...workbook(1), sheets: [{ ...workbook(1).sheets[0], rows: [["长".repeat(40_000)]] }] };

  await expect(makeInWorker({ kind: "workbook", spec: broken as WorkbookSpec })).rejects.toThrow(
    "a document could not be made in its thread: workbook",
  );
});
