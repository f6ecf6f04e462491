import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadDefinition } from "../../../src/campaign/definition/load.ts";
import { officialTemplates } from "../../../src/campaign/features.ts";
import { officialPhrases } from "../../../src/campaign/official-document/phrases.ts";
import { COMMON_FIELDS, fieldsOf, layoutOf } from "../../../src/campaign/official-document/template.ts";
import { ownTemplate, templateProblem } from "../../../src/campaign/official-document/write.ts";
import { mergeTemplate } from "../../../src/platform/documents/word/merge-template.ts";
import { asPart, packed, partsOf, textOf } from "../../../src/platform/documents/word/package-parts.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { cellTexts } from "../../../src/platform/documents/word/word-document.ts";
import { schemaFaults } from "../../shared/office-schema.ts";
import { wordOutline } from "../../shared/word-outline.ts";

const at = new Date("2023-09-20T09:00:00+08:00");
const campaigns = ["shaoxing-2023", "beijing-2024", "example-households"].map(
  (name) => [name, loadDefinition(`campaigns/${name}`)] as const,
);

const FORBIDDEN = /命名|授牌|表彰/;

describe.each(campaigns)("official documents of %s", (_, definition) => {
  test.each(officialTemplates.map((template) => [template.name, template] as const))(
    "%s: ours is sound, and every place in it is filled",
    async (_name, template) => {
      const own = await ownTemplate(template, definition, { at });
      const { fields, lists } = fieldsOf(layoutOf(template, definition));

      expect(await templateProblem(template, own, definition)).toBe(undefined);
      const values = Object.fromEntries<string | string[] | Record<string, string>[]>([
        ...fields.map((name) => [name, `某${name}`] as const),
        ...Object.entries(lists).map(
          ([name, cells]) =>
            [
              name,
              cells.length === 0 ? [`某${name}`] : [Object.fromEntries(cells.map((cell) => [cell, `某${cell}`]))],
            ] as const,
        ),
      ]);
      const merged = await mergeTemplate(own, values, { at, font: "仿宋_GB2312" });
      const { blocks } = await readWord(merged);
      const text = blocks
        .flatMap((block) => (block.kind === "paragraph" ? [block.text] : cellTexts(block).flat()))
        .join("\n");
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toMatch(FORBIDDEN);
      for (const name of [...fields.filter((field) => !COMMON_FIELDS.includes(field)), ...Object.values(lists).flat()])
        expect(text).toContain(`某${name}`);
      expect(await schemaFaults(merged, "docx")).toEqual([]);
    },
  );
});

test.each(officialTemplates.map((template) => [template.name, template] as const))(
  "%s is built as it was looked at: sections, grid, fonts, sizes, cells and merges",
  async (name, template) => {
    const outline = wordOutline(await ownTemplate(template, loadDefinition("campaigns/shaoxing-2023"), { at }));

    await expect(`${outline}\n`).toMatchFileSnapshot(`outlines/${name}.txt`);
  },
);

test("a document that breaks its schema is found", async () => {
  const [, definition] = campaigns[0] ?? [];
  const [template] = officialTemplates;
  if (!definition || !template) throw new Error("no campaign");
  const parts = partsOf(await ownTemplate(template, definition, { at }));
  const document = textOf(parts, "word/document.xml").replace(
    /(<w:rPr>)(<w:rFonts[^>]*>)([\s\S]*?)(<\/w:rPr>)/u,
    "$1$3$2$4",
  );

  expect(await schemaFaults(packed({ ...parts, "word/document.xml": asPart(document) }, at), "docx")).toEqual([
    expect.stringContaining("unexpected child element"),
  ]);
});

describe("docs/campaign.md", () => {
  const documented = readFileSync("docs/campaign.md", "utf8");

  test("names every official document with its fields", () => {
    const [[, definition] = []] = campaigns;
    if (!definition) throw new Error("no campaign");
    for (const template of officialTemplates) {
      const { name } = template;
      const { fields, lists } = fieldsOf(layoutOf(template, definition));
      const own = fields.filter((field) => !COMMON_FIELDS.includes(field));
      const repeated = Object.entries(lists)
        .filter(([list]) => !Object.values<string>(officialPhrases.lists).includes(list))
        .map(([list, cells]) => (cells.length === 0 ? list : `${list}（${cells.join("、")}）`));
      const cell = (names: readonly string[]) => (names.length === 0 ? "—" : names.join("、"));
      expect(documented).toContain(`| ${name} | ${cell(own)} | ${cell(repeated)} |`);
    }
    expect(documented).toContain(COMMON_FIELDS.join("、"));
  });
});
