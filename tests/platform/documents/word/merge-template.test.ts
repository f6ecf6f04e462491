import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { mergeTemplate, templateFault } from "../../../../src/platform/documents/word/merge-template.ts";
import { readWord } from "../../../../src/platform/documents/word/read-word.ts";
import type { WordBlockSpec } from "../../../../src/platform/documents/word/word-spec.ts";
import { writeWord } from "../../../../src/platform/documents/word/write-word.ts";

const at = new Date("2023-09-20T09:00:00+08:00");
const known = { fields: ["标题", "正文"], lists: { 要求: [], 名单: ["序号", "名称"] } };

const paragraph = (text: string): WordBlockSpec => ({ kind: "paragraph", text, look: "body" });
const cell = (text: string) => ({ texts: [text], look: "small" as const });
const templateOf = (...blocks: WordBlockSpec[]): Promise<Buffer> =>
  writeWord({ author: "局", at, sections: [{ start: "nextPage", paper: "portrait", blocks }] });

const merged = async (template: Buffer, values: Parameters<typeof mergeTemplate>[1]) =>
  readWord(await mergeTemplate(template, values, { at, font: "仿宋_GB2312" }));

describe("a template's fields", () => {
  test("are filled, repeated paragraphs and rows too", async () => {
    const template = await templateOf(paragraph("{{标题}}"), ...["{{#要求}}", "{{.}}", "{{/要求}}"].map(paragraph), {
      ...{ kind: "table", columns: [20, 60], lines: "form" },
      rows: [{ cells: [cell("{{#名单}}{{序号}}"), cell("{{名称}}{{/名单}}")] }],
    });
    const { blocks } = await merged(template, {
      标题: "关于核验的通知",
      要求: ["第一条", "第二条"],
      名单: [
        { 序号: "1", 名称: "镜湖春天" },
        { 序号: "2", 名称: "翠苑三区" },
      ],
    });

    expect(blocks.flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block.text] : []))).toEqual([
      "关于核验的通知",
      "第一条",
      "第二条",
    ]);
    const table = blocks.find((block) => block.kind === "table");
    expect(table?.rows.map((row) => row.map(({ paragraphs }) => paragraphs.join("")))).toEqual([
      ["1", "镜湖春天"],
      ["2", "翠苑三区"],
    ]);
  });

  test("take what is harmful as text", async () => {
    const { blocks } = await merged(await templateOf(paragraph("{{标题}}")), {
      标题: "=cmd|'/c calc'!A0 <w:t>&\u0000\u0008 {{正文}} 𬭎䶮",
    });
    expect(blocks[0]).toMatchObject({ text: "=cmd|'/c calc'!A0 <w:t>& {{正文}} 𬭎䶮" });
  });

  test("give equal bytes for equal values", async () => {
    const template = await templateOf(paragraph("{{标题}}"));
    const once = () => mergeTemplate(template, { 标题: "通知" }, { at, font: "仿宋_GB2312" });
    expect((await once()).equals(await once())).toBe(true);
  });
});

describe("a template", () => {
  test("with known fields is sound", async () => {
    expect(await templateFault(await templateOf(paragraph("{{标题}}：{{正文}}")), known)).toBe(undefined);
  });

  test("with a field that nothing fills is named by it", async () => {
    const template = await templateOf(
      paragraph("{{标题}}{{题目}}"),
      ...["{{#名单}}", "{{姓名}}", "{{/名单}}"].map(paragraph),
    );
    expect(await templateFault(template, known)).toEqual({ kind: "fields", names: ["题目", "姓名"] });
  });

  test("with a repetition that does not end is named by it", async () => {
    const template = await templateOf(paragraph("{{#要求}}"), paragraph("{{.}}"));
    expect(await templateFault(template, known)).toEqual({ kind: "fields", names: ["要求"] });
  });

  test("that is no Word file, or a broken one, cannot be read", async () => {
    expect(await templateFault(Buffer.from("not a zip"), known)).toEqual({ kind: "unreadable" });
    const zip = await JSZip.loadAsync(await templateOf(paragraph("{{标题}}")));
    zip.file("word/document.xml", "<w:document><w:body><w:p>");
    expect(await templateFault(await zip.generateAsync({ type: "nodebuffer" }), known)).toEqual({ kind: "unreadable" });
  });

  test("with macros is refused", async () => {
    const zip = await JSZip.loadAsync(await templateOf(paragraph("{{标题}}")));
    zip.file("word/vbaProject.bin", "x");
    expect(await templateFault(await zip.generateAsync({ type: "nodebuffer" }), known)).toEqual({ kind: "macros" });
  });
});
