import { expect, test } from "vitest";
import { checkNumber, codeOf, numberInCode, readCheckNumber } from "../../../src/campaign/application/check-number.ts";

const paper = { caseId: "0b9d5f0e-0000-4000-8000-000000000001", revision: 1, contentHash: "ab".repeat(32) };

test("the number is the same for the same submission, and another for any other", () => {
  const number = checkNumber(paper);

  expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(checkNumber({ ...paper })).toBe(number);
  expect(checkNumber({ ...paper, revision: 2 })).not.toBe(number);
  expect(checkNumber({ ...paper, caseId: "other" })).not.toBe(number);
  expect(checkNumber({ ...paper, contentHash: "cd".repeat(32) })).not.toBe(number);
});

test("it comes back from its code, and no other code is taken for it", () => {
  const number = checkNumber(paper);

  expect(codeOf(number)).toMatch(/^[A-Z0-9/]+$/);
  expect(numberInCode(codeOf(number))).toBe(number);
  expect(numberInCode("https://example.com/7K3F9Q2M")).toBeUndefined();
  expect(numberInCode(number)).toBeUndefined();
});

test.each(["7K3F-9Q2M", "7k3f9q2m", " 7K3F 9Q2M ", "7K3F—9Q2M", "７Ｋ３Ｆ－９Ｑ２Ｍ"])(
  "%s is read as typed",
  (typed) => {
    expect(readCheckNumber(typed)).toBe("7K3F-9Q2M");
  },
);

test("signs that look alike are read as the one that is used", () => {
  expect(readCheckNumber("O1IL-oil1")).toBe("0111-0111");
});

test.each(["", "7K3F-9Q2", "7K3F-9Q2M1", "校验号", "7K3F-9Q2U", "雅苑"])("“%s” is no number", (typed) => {
  expect(readCheckNumber(typed)).toBeUndefined();
});
