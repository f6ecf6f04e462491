import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { fileKind } from "../../src/platform/documents/file-kind.ts";
import { withoutMetadata } from "../../src/platform/documents/picture-metadata.ts";
import { readWorkbook } from "../../src/platform/documents/read-workbook.ts";
import { readWord } from "../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../src/platform/documents/word/write-word.ts";
import { writeWorkbook } from "../../src/platform/documents/workbook.ts";
import { RefusalError } from "../../src/shared/refusal-error.ts";
import { corpus, mutated, RUNS } from "./mutate.ts";

const at = new Date("2023-09-20T09:00:00+08:00");
const workbook = await writeWorkbook({
  ...{ author: "家园", at },
  sheets: [
    {
      ...{ name: "推荐名单", titles: ["推荐名单"], paper: "portrait" },
      columns: [
        { header: "小区名称", width: 20, kind: "text" },
        { header: "得分", width: 12, kind: "number" },
      ],
      rows: [["蓝天家园", 96.5]],
    },
  ],
});
const word = await writeWord({
  ...{ author: "市住房和城乡建设局", at, isOfficial: true },
  sections: [
    { start: "nextPage", paper: "portrait", blocks: [{ kind: "paragraph", look: "body", text: "小区名称：蓝天家园" }] },
  ],
});

/** @throws unless the file is read, or refused with a sentence */
async function readOrRefused(read: (bytes: Buffer) => unknown, bytes: Buffer): Promise<void> {
  try {
    await read(bytes);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    expect(error.message).not.toBe("");
  }
}

/** The package with one part's text changed: what is inside of a whole zip. */
function withParts(bytes: Uint8Array): fc.Arbitrary<Buffer> {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  return fc
    .constantFrom(...names)
    .chain((name) =>
      mutated([parts[name] ?? strToU8("")]).map((changed) => Buffer.from(zipSync({ ...parts, [name]: changed }))),
    );
}

describe.each([
  { kind: "workbooks", bytes: workbook, read: readWorkbook },
  { kind: "word", bytes: word, read: readWord },
])("$kind", ({ kind, bytes, read }) => {
  test.each(corpus(kind))("%s", (_, broken) => readOrRefused(read, broken));

  test("with whatever bytes changed are read, or refused with a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(mutated([bytes]), (changed) => readOrRefused(read, changed)),
      RUNS,
    );
  });

  test("with whatever changed in one of their parts are read, or refused with a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(withParts(bytes), (changed) => readOrRefused(read, changed)),
      RUNS,
    );
  });
});

describe("pictures", () => {
  const pictures = corpus("pictures").map(([, bytes]) => bytes);

  test.each(corpus("pictures"))("%s", (_, bytes) => {
    expect(withoutMetadata(bytes).bytes).toBeInstanceOf(Buffer);
  });

  test("with whatever changed keep or lose their metadata, and nothing fails", () => {
    const check = fc.property(mutated(pictures), (bytes) => {
      expect(fileKind(bytes, "图片.jpg").kind).not.toBe("");
      expect(withoutMetadata(bytes).bytes).toBeInstanceOf(Buffer);
    });
    fc.assert(check, RUNS);
  });
});
