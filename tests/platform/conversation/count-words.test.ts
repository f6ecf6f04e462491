import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords, splitWords } from "../../../src/platform/conversation/count-words.ts";

test.each([
  ["", 0],
  ["   \n　", 0],
  ["锦绣花园", 4],
  ["锦绣花园，共3幢。", 9],
  ["“美好家园”——创建", 10],
  ["WiFi 5G", 2],
  ["WiFi覆盖95%以上", 6],
  ["ABC-123.45", 1],
  ["１２３", 3],
  ["𬭎城", 2],
  ["、……", 3],
  ["①②③", 3],
  ["★★★", 3],
  ["120㎡", 2],
  ["25℃", 2],
  ["EXH.C-◇", 2],
  ["（一）3×5米", 7],
  ["α、β", 3],
  ["¥100 café", 2],
  ["Ⅱ类", 2],
  ["１２３", 3],
  ["☑已整改", 4],
])("%j has %d words", (text, count) => {
  expect(countWords(text)).toBe(count);
});

test("a text is split after so many words, nothing lost", () => {
  expect(splitWords("锦绣abc花园", 3)).toEqual({ head: "锦绣abc", rest: "花园" });
  expect(splitWords("锦绣", 2)).toEqual({ head: "锦绣", rest: "" });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, words) => {
      const { head, rest } = splitWords(text, words);
      expect(head + rest).toBe(text);
      expect(countWords(head)).toBe(Math.min(words, countWords(text)));
    }),
  );
});

test.each([
  ["园".repeat(799), "㎡", 800],
  ["园".repeat(799), "㎡。", 801],
  ["园".repeat(799), " 3.5%", 800],
  ["①".repeat(800), "", 800],
  ["①".repeat(800), "★", 801],
])("the limit of 800 is met to the sign (%#)", (text, more, count) => {
  expect(countWords(`${text}${more}`)).toBe(count);
});
