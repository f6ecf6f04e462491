import { Paragraph, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import { makeOpenFile } from "../../../src/platform/documents/open/open-file.ts";
import { openInWorker } from "../../../src/platform/documents/open/open-in-worker.ts";
import { documentPhrases } from "../../../src/platform/documents/phrases.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { line, photo, table, wordOf } from "./support/word.ts";
import { zipOf } from "./support/zip.ts";

const MEGABYTE = 1024 * 1024;
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const wordXml = (body: string, before = ""): Buffer =>
  zipOf([
    {
      name: "word/document.xml",
      content: `<?xml version="1.0"?>${before}<w:document xmlns:w="${W}" xmlns:mc="m"><w:body>${body}</w:body></w:document>`,
    },
  ]);
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
/** Text that does not compress away. */
const varied = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * at * 7919 + at * 31) % 20_000))).join("");
const textsOf = (bytes: Buffer) =>
  readWord(bytes).blocks.map((block) => (block.kind === "paragraph" ? block.text : ""));

describe("a received Word document", () => {
  test("keeps paragraphs and tables in their order, with merged cells and pictures", async () => {
    const bytes = await wordOf([
      line("申报表"),
      table([
        ["小区名称", { text: "锦绣花园", span: 3 }],
        [
          { text: "申报材料", merge: "restart" },
          { text: ["第一段", "第二段"], photos: 2, span: 3 },
        ],
        [
          { text: "", merge: "continue" },
          { text: "第三段", span: 3 },
        ],
      ]),
      new Paragraph({ children: [new TextRun("（正反打印）"), photo()] }),
    ]);

    const cell = (paragraphs: string[], more = {}) => ({ paragraphs, pictures: 0, span: 1, continues: false, ...more });
    expect(readWord(bytes).blocks).toEqual([
      { kind: "paragraph", text: "申报表", pictures: 0 },
      {
        kind: "table",
        rows: [
          [cell(["小区名称"]), cell(["锦绣花园"], { span: 3 })],
          [cell(["申报材料"]), cell(["第一段", "第二段", "", ""], { pictures: 2, span: 3 })],
          [cell([""], { continues: true }), cell(["第三段"], { span: 3 })],
        ],
      },
      { kind: "paragraph", text: "（正反打印）", pictures: 1 },
    ]);
  });

  test("reads what is seen in print: inserted text, tabs and ticked boxes, not deleted or hidden text or field codes", () => {
    const parts = [
      `<w:ins>${run("新")}</w:ins>`,
      `<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>`,
      `<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>`,
      `<w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>后</w:t></w:r>`,
      `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`,
      `<mc:AlternateContent><mc:Choice>${run("框")}</mc:Choice><mc:Fallback>${run("框")}</mc:Fallback></mc:AlternateContent>`,
    ];

    expect(textsOf(wordXml(paragraph(parts.join(""))))).toEqual(["新\t后☑框"]);
  });

  test("puts the paragraphs of a table inside a cell into that cell", () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph(run("内"))}</w:tc></w:tr></w:tbl>`;
    const outer = `<w:tbl><w:tr><w:tc>${paragraph(run("外"))}${inner}</w:tc></w:tr></w:tbl>`;

    expect(readWord(wordXml(outer)).blocks).toEqual([
      { kind: "table", rows: [[{ paragraphs: ["外", "内"], pictures: 0, span: 1, continues: false }]] },
    ]);
  });
});

describe("a Word document that is refused", () => {
  test.each([
    ["a workbook", zipOf([{ name: "xl/workbook.xml", content: "a" }]), "documents.not-word"],
    ["more than 20 MB", Buffer.concat([Buffer.from("PK"), Buffer.alloc(20 * MEGABYTE)]), "documents.too-large"],
    ["broken XML", wordXml("<w:p>"), "documents.damaged"],
    [
      "entities that grow",
      wordXml(paragraph(run("&b;")), '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
      "documents.damaged",
    ],
    ["endless nesting", wordXml("<w:sdt>".repeat(300) + "</w:sdt>".repeat(300)), "documents.damaged"],
    [
      "a part of many zeros",
      zipOf([{ name: "word/document.xml", content: Buffer.alloc(2 * MEGABYTE) }]),
      "documents.bomb",
    ],
    ["300,001 characters", wordXml(paragraph(run(varied(300_001)))), "documents.too-much-text"],
  ])("%s", (_what, bytes, code) => {
    expect(() => readWord(bytes)).toThrowError(expect.objectContaining({ name: "RefusalError", code }));
  });

  test("but not one of exactly 300,000 characters", () => {
    expect(textsOf(wordXml(paragraph(run(varied(300_000)))))[0]?.length).toBe(300_000);
  });
});

describe("a received file is opened in a thread of its own", () => {
  const open = makeOpenFile(1);

  test("a Word document gives its content", async () => {
    expect(await open(await wordOf([line("申报表")]), "表.docx")).toEqual({
      kind: "word",
      document: { blocks: [{ kind: "paragraph", text: "申报表", pictures: 0 }], footers: [] },
    });
  });

  test("several at once are opened one after the other", async () => {
    const bytes = await wordOf([line("申报表")]);

    const kinds = (await Promise.all([open(bytes, "1.docx"), open(bytes, "2.docx"), open(bytes, "3.docx")])).map(
      ({ kind }) => kind,
    );

    expect(kinds).toEqual(["word", "word", "word"]);
  });

  test.each([
    ["旧.doc", Buffer.from("d0cf11e0a1b11ae100", "hex"), { kind: "unread", why: "format" }],
    ["表.wps", Buffer.from("abc"), { kind: "unread", why: "format" }],
    ["图.pdf", Buffer.from("%PDF-1.7"), { kind: "scan", codes: [] }],
    ["坏.docx", zipOf([{ name: "word/document.xml", content: "<w:p>" }]), { kind: "unread", why: "format" }],
    [
      "宏.docm",
      zipOf([
        { name: "word/document.xml", content: "" },
        { name: "word/vbaProject.bin", content: "" },
      ]),
      { kind: "refused", sentence: documentPhrases.macros() },
    ],
    [
      "弹.docx",
      zipOf([{ name: "word/document.xml", content: Buffer.alloc(2 * MEGABYTE) }]),
      { kind: "refused", sentence: documentPhrases.tooMuchInside() },
    ],
  ])("%s", async (name, bytes, opened) => {
    expect(await open(bytes, name)).toEqual(opened);
  });

  test("ends where its time ends", async () => {
    const bytes = await wordOf([line("申报表")]);

    await expect(openInWorker({ kind: "word", bytes }, { memoryMb: 64, timeMs: 0 })).rejects.toMatchObject({
      name: "RefusalError",
      code: "documents.took-too-long",
    });
  });

  test("ends where its memory ends", async () => {
    const body = "<w:p/>".repeat(400_000);
    const bytes = zipOf([
      { name: "word/document.xml", content: `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>` },
    ]);

    await expect(openInWorker({ kind: "word", bytes }, { memoryMb: 8, timeMs: 20_000 })).rejects.toMatchObject({
      code: expect.stringMatching(/documents\.(took-too-long|bomb)/),
    });
  });
});
