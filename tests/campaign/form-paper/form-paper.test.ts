import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { labelsFor } from "../../../src/campaign/application/received-form/labels.ts";
import { readDocument } from "../../../src/campaign/application/received-form/read-document.ts";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { blankCopy, boxesOf } from "../../../src/campaign/form-paper/copies.ts";
import { formTemplate } from "../../../src/campaign/form-paper/form-template.ts";
import { splitStatement } from "../../../src/campaign/form-paper/statement.ts";
import { countWords } from "../../../src/platform/conversation/count-words.ts";
import { qrCode } from "../../../src/platform/documents/qr-code.ts";
import { fillTemplate, placesOf, type TemplateCopy } from "../../../src/platform/documents/word/fill-template.ts";
import { asPart, packed, partsOf, textOf } from "../../../src/platform/documents/word/package-parts.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";
import { schemaFaults } from "../../shared/office-schema.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const AT = new Date("2023-09-01T09:00:00+08:00");

function formIn(definition: Definition) {
  const form = formOf(definition);
  if (!form) throw new Error("the campaign has no form");
  return form;
}

const form = formIn(shaoxing);
const templateOf = (definition: Definition) => writeWord(formTemplate(definition, formIn(definition), AT));

function copyOf(answers: Readonly<Record<string, string>>, statement: string): TemplateCopy {
  const { box, rest } = splitStatement(statement, 800);
  const texts = new Map(form.fields.map(({ key, label }) => [label, answers[key] ?? ""]));
  for (const { label } of [...form.fields, ...form.opinions]) texts.set(`名称：${label}`, label);
  for (const { label } of form.opinions) texts.set(label, "");
  for (const [name, text] of Object.entries({ 申报材料: box, 附页: rest, 页脚: "校验号：40817-22615" }))
    texts.set(name, text);
  return { texts, pictures: new Map(), leftOut: ["补充页", ...(rest === "" ? ["附页"] : [])] };
}

const ANSWERS = Object.fromEntries(
  [...new Set([...(form.paper?.cover ?? []), ...(form.paper?.rows.flat() ?? [])])].map((key, at) => [key, `内容${at}`]),
);
const PARAGRAPH = `${"字".repeat(99)}\n`;

describe("the printed form", () => {
  test.each([
    ["800 字", "字".repeat(800)],
    ["801 字 in one paragraph", "字".repeat(801)],
    ["paragraphs of 1,300 字", PARAGRAPH.repeat(13).trim()],
  ])("with a statement of %s says the same when it is read again", async (_what, statement) => {
    const filled = fillTemplate(await templateOf(shaoxing), [copyOf(ANSWERS, statement)], AT);

    const { values } = readDocument(readWord(filled), form, labelsFor(shaoxing, form));

    expect(Object.fromEntries(values)).toEqual({ ...ANSWERS, statement });
    expect(readWord(filled).footers.join("\n")).toContain("校验号：40817-22615");
    // The template's own footers, with their places unfilled, are not in it.
    expect(Object.keys(partsOf(filled)).filter((name) => /^word\/(?:_rels\/)?footer\d+\.xml/u.test(name))).toEqual([]);
  });

  test("is the same to the byte when nothing has changed, and two copies are two forms", async () => {
    const template = await templateOf(shaoxing);
    const copies = [copyOf(ANSWERS, "一"), copyOf(ANSWERS, "二")];

    expect(fillTemplate(template, copies, AT).equals(fillTemplate(await templateOf(shaoxing), copies, AT))).toBe(true);
    const { seen } = readDocument(readWord(fillTemplate(template, copies, AT)), form, labelsFor(shaoxing, form));
    expect(seen.get("compoundAddress")).toBe(2);
  });

  test("with its QR code, twice in one file, follows the schema", async () => {
    const code = { png: await qrCode("40817-22615"), side: 18 };
    const copies = ["一", "二"].map((statement) => ({
      ...copyOf(ANSWERS, statement),
      pictures: new Map([["二维码", code]]),
    }));
    const filled = fillTemplate(await templateOf(shaoxing), copies, AT);

    expect(Object.keys(partsOf(filled)).filter((name) => name.startsWith("word/media/"))).toHaveLength(2);
    expect(await schemaFaults(filled, "docx")).toEqual([]);
  });

  test("keeps a place that an editor has cut into runs", async () => {
    const parts = partsOf(await templateOf(shaoxing));
    const document = "word/document.xml";
    const cut = textOf(parts, document).replace(
      "{{小区地址}}",
      '{{小区</w:t></w:r><w:r><w:t xml:space="preserve">地址}}',
    );
    const edited = packed({ ...parts, [document]: asPart(cut) }, AT);

    const { values } = readDocument(
      readWord(fillTemplate(edited, [copyOf(ANSWERS, "一")], AT)),
      form,
      labelsFor(shaoxing, form),
    );

    expect(values.get("compoundAddress")).toBe(ANSWERS.compoundAddress);
  });

  test.each([
    ["绍兴市", shaoxing],
    ["北京市", beijing],
    ["清溪镇", households],
  ])("of %s has a place for every field, and its empty form no place left", async (_name, definition) => {
    const template = await templateOf(definition);
    const campaign = runningCampaign({ definition, definitionVersion: 1, startedAt: AT });
    const blank = fillTemplate(template, [blankCopy({ campaign, rulings: new Map() })], AT);

    expect(placesOf(template)).toEqual(expect.arrayContaining(formIn(definition).fields.map(({ label }) => label)));
    expect(JSON.stringify(readWord(blank).blocks)).not.toContain("{{");
    expect(await schemaFaults(blank, "docx")).toEqual([]);
  });
});

describe("a long statement", () => {
  test.each([
    [800, 800, ""],
    [801, 800 + countWords("（未完，接附页）"), "字"],
  ])("of %i 字: %i in the box", (words, inBox, rest) => {
    const split = splitStatement("字".repeat(words), 800);

    expect([countWords(split.box), split.rest]).toEqual([inBox, rest]);
  });

  test.each([
    ["after a sentence near the end of the box", `${"字".repeat(750)}。${"句".repeat(100)}`, `${"字".repeat(750)}。`],
    [
      "not far from the end of the box",
      `${"字".repeat(600)}。${"句".repeat(300)}`,
      `${"字".repeat(600)}。${"句".repeat(199)}`,
    ],
    ["so that no page begins with a mark", `${"字".repeat(800)}，${"句".repeat(9)}`, "字".repeat(799)],
  ])("is divided %s", (_what, text, head) => {
    const { box, rest } = splitStatement(text, 800);

    expect(box).toBe(`${head}（未完，接附页）`);
    expect(head + rest).toBe(text);
  });

  test("is divided after a paragraph where one ends in time", () => {
    const { box, rest } = splitStatement(`${"字".repeat(500)}\n${"句".repeat(400)}`, 800);

    expect([box, rest]).toEqual([`${"字".repeat(500)}\n（未完，接附页）`, "句".repeat(400)]);
  });
});

test("boxes to tick stand in lines that hold their options whole", () => {
  const option = (text: string) => ({ ...{ value: text, text, aliases: [], detail: [] } });
  const texts = ["业主委员会", "物业管理委员会", "小区自管组织", "尚未成立"].map(option);

  expect(boxesOf({ options: texts })).toBe("□业主委员会　□物业管理委员会　□小区自管组织\n□尚未成立");
});
