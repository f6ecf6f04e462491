import { loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { drawPicture } from "../../../src/platform/documents/picture/draw-picture.ts";
import { readWorkbook } from "../../../src/platform/documents/read-workbook.ts";
import { fillTemplate } from "../../../src/platform/documents/word/fill-template.ts";
import { mergeTemplate } from "../../../src/platform/documents/word/merge-template.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";
import { writeWorkbook } from "../../../src/platform/documents/workbook.ts";
import { BAD_TEXTS } from "../../shared/bad-texts.ts";
import { schemaFaults } from "../../shared/office-schema.ts";
import { workbookFaults } from "../../shared/workbook-structure.ts";

const at = new Date("2023-09-20T09:00:00+08:00");

const wordOf = (text: string): Promise<Buffer> =>
  writeWord({
    ...{ author: "市住房和城乡建设局", at, isOfficial: true },
    sections: [{ start: "nextPage", paper: "portrait", blocks: [{ kind: "paragraph", look: "body", text }] }],
  });
const template = wordOf("{{名称}}");

async function firstText(word: Buffer): Promise<string> {
  const { blocks } = await readWord(word);
  const texts = blocks.flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block.text] : []));
  return texts.join("\n");
}

describe.each(BAD_TEXTS)("%s", (_, text, kept) => {
  test("is a text in a workbook, never a formula", async () => {
    const bytes = await writeWorkbook({
      ...{ author: "家园", at },
      sheets: [
        {
          ...{ name: text.slice(0, 40), titles: [text], paper: "portrait" },
          columns: [
            { header: "名称", width: 20, kind: "text" },
            { header: "面积", width: 12, kind: "number" },
          ],
          rows: [[text, text]],
        },
      ],
    });
    const { sheets } = await readWorkbook(bytes);

    expect(sheets[0]?.rows).toEqual([[kept], ["名称", "面积"], [kept, kept]]);
    expect(workbookFaults(bytes)).toEqual([]);
    expect(await schemaFaults(bytes, "xlsx")).toEqual([]);
  });

  test.each([
    ["an official document", async () => mergeTemplate(await template, { 名称: text }, { at, font: "仿宋_GB2312" })],
    [
      "a form",
      async () =>
        fillTemplate(await template, [{ texts: new Map([["名称", text]]), pictures: new Map(), leftOut: [] }], at),
    ],
    ["a document of ours", async () => wordOf(text)],
  ])("is a text in %s, which follows its schema", async (__, make) => {
    const word = await make();

    expect(await firstText(word)).toBe(kept);
    expect(await schemaFaults(word, "docx")).toEqual([]);
  });

  test("is drawn, or there is no picture", async () => {
    const picture = await drawPicture({
      ...{ width: 1_080, isSoft: true },
      blocks: [
        { kind: "text", look: "title", text },
        { kind: "bars", most: 3, rows: [{ label: text, value: 3, done: 1, words: text }] },
      ],
    }).catch((error: Error) => error);

    if (picture instanceof Error) expect(picture.message).toContain("too high");
    else expect((await loadImage(picture)).width).toBe(1_080);
  });
});
