import { expect, test } from "vitest";
import { fieldsIn, filledIn } from "../../../src/campaign/broadcast/merge-fields.ts";
import { broadcastPhrases } from "../../../src/campaign/broadcast/phrases.ts";

const WORDS = broadcastPhrases.fields("地区");

test("fields are read with narrow, wide and doubled braces, and blanks in them", () => {
  expect(fieldsIn("{姓名}您好，｛地区｝还有{{ 未办事项 }}。", WORDS)).toEqual({
    ...{ used: ["name", "district", "tasks"], unknown: [], isBroken: false },
  });
});

test("a word that is no field is named, each once, also the empty one", () => {
  expect(fieldsIn("{姓名}{名字}{名字}{}", WORDS).unknown).toEqual(["名字", ""]);
});

test.each(["{姓名", "姓名}", "{姓名}}}", "{"])("%s has a brace without its other one", (text) => {
  expect(fieldsIn(text, WORDS).isBroken).toBe(true);
});

test("each field is replaced everywhere, and what is filled in is not read again", () => {
  const values = { name: "{地区}", district: "柯桥区" };
  expect(filledIn("{姓名}，{地区}，｛姓名｝", WORDS, values)).toBe("{地区}，柯桥区，{地区}");
});

test("a text without braces stays as it is", () => {
  expect(filledIn("3-5 (含) [附件] $1", WORDS, {})).toBe("3-5 (含) [附件] $1");
});

test("the field of the district is called as the campaign calls it", () => {
  expect(fieldsIn("{村}", broadcastPhrases.fields("村"))).toMatchObject({ used: ["district"], unknown: [] });
  expect(fieldsIn("{地区}", broadcastPhrases.fields("村"))).toMatchObject({ used: [], unknown: ["地区"] });
});
