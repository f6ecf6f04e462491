import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { officialTemplates } from "../../../src/campaign/features.ts";
import { formTemplate } from "../../../src/campaign/form-paper/form-template.ts";
import { templateProblem as formProblem } from "../../../src/campaign/form-paper/template-file.ts";
import { ownTemplate, templateProblem } from "../../../src/campaign/official-document/write.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const at = new Date("2023-09-20T09:00:00+08:00");
const form = formOf(shaoxing);
const [official] = officialTemplates;
if (!form || !official) throw new Error("the campaign has a form and documents");

type Parts = Record<string, Uint8Array>;
const edited = (bytes: Uint8Array, change: (parts: Parts) => Parts): Uint8Array => zipSync(change(unzipSync(bytes)));
const withDocument = (change: (xml: string) => string) => (parts: Parts) => ({
  ...parts,
  "word/document.xml": strToU8(change(new TextDecoder().decode(parts["word/document.xml"]))),
});

const BROKEN: readonly (readonly [what: string, change: (sound: Uint8Array) => Uint8Array, told: string])[] = [
  ["with macros", (sound) => edited(sound, (parts) => ({ ...parts, "word/vbaProject.bin": strToU8("x") })), "PROGRAMS"],
  [
    "with an object of another program",
    (sound) => edited(sound, (parts) => ({ ...parts, "word/embeddings/oleObject1.bin": strToU8("x") })),
    "PROGRAMS",
  ],
  [
    "whose XML breaks off",
    (sound) =>
      edited(
        sound,
        withDocument((xml) => xml.slice(0, -20)),
      ),
    "UNREADABLE",
  ],
  ["that stands for a file of the machine", (sound) => edited(sound, withDocument(withEntity)), "UNREADABLE"],
  ["without a document", (sound) => edited(sound, ({ "word/document.xml": _, ...rest }) => rest), "UNREADABLE"],
  ["that is no Word file", () => strToU8("not a zip"), "UNREADABLE"],
  ["of no bytes", () => new Uint8Array(), "UNREADABLE"],
  ["cut off in the middle", (sound) => sound.slice(0, sound.length / 2), "UNREADABLE"],
  ["with the printer's settings, which are no program", withPrinter, "SOUND"],
];

function withEntity(xml: string): string {
  const type = '<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
  return xml.replace("<w:document", `${type}<w:document`).replace(/<w:t([^>]*)>/u, "<w:t$1>&secret;");
}

function withPrinter(sound: Uint8Array): Uint8Array {
  return edited(sound, (parts) => ({ ...parts, "word/printerSettings/printerSettings1.bin": strToU8("x") }));
}

const sentences = (file: string): Record<string, string | undefined> => ({
  PROGRAMS: `模板${file}含有宏或嵌入的对象，不予使用`,
  UNREADABLE: `模板${file}无法读取`,
  SOUND: undefined,
});

describe.each(BROKEN)("a template %s", (_, change, told) => {
  test("of an official document is refused in a sentence, or used", async () => {
    const template = change(await ownTemplate(official, shaoxing, { at }));
    const file = `templates/${official.name}.docx`;

    expect(await templateProblem(official, template, shaoxing)).toBe(sentences(file)[told]);
  });

  test("of the form as well", async () => {
    const template = change(await writeWord(formTemplate(shaoxing, form, at)));

    expect(formProblem(template, form)).toBe(sentences("application-form.docx")[told]);
  });
});
