import { describe, expect, test } from "vitest";
import {
  checkNumber,
  checkQr,
  numbersInQr,
  numbersPrinted,
  readCheckNumber,
  shownCheckNumber,
} from "../../../src/campaign/application/check-number.ts";

const submission = { caseId: "case", revision: 1, contentHash: "a1" };
const number = checkNumber(submission);

describe("the check number of a printed form", () => {
  test("has ten digits and is the same whenever it is computed", () => {
    expect(number).toMatch(/^\d{10}$/);
    expect(checkNumber({ ...submission })).toBe(number);
  });

  test.each([
    ["the content", { ...submission, contentHash: "a2" }],
    ["the number of the submission", { ...submission, revision: 2 }],
    ["the case", { ...submission, caseId: "other" }],
  ])("is another one where %s differs", (_what, other) => {
    expect(checkNumber(other)).not.toBe(number);
  });

  test.each([
    ["as it stands", number],
    ["as printed", shownCheckNumber(number)],
    ["with words", `校验号：${shownCheckNumber(number)}`],
    ["in full width", number.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
  ])("is read %s", (_how, text) => {
    expect(readCheckNumber(text)).toBe(number);
  });

  test("is read from the QR code of its own paper only, also where several stand in it", () => {
    const other = checkNumber({ ...submission, revision: 2 });

    expect(numbersInQr("form", checkQr("form", [number]))).toEqual([number]);
    expect(numbersInQr("list", checkQr("list", [number, other]))).toEqual([number, other]);
    expect(numbersInQr("form", checkQr("list", [number]))).toEqual([]);
    expect(numbersInQr("list", `${checkQr("list", [number])}1`)).toEqual([]);
    expect(numbersInQr("form", number)).toEqual([]);
  });

  test("several are read behind 校验号 as they are printed, and dates beside them are none", () => {
    const other = checkNumber({ ...submission, revision: 2 });
    const [first, second] = [number, other].map(shownCheckNumber);

    expect(numbersPrinted(`校验号：${first}（柯桥区第1次报送，2023年9月13日）、${second}（诸暨市）　第1页`)).toEqual([
      number,
      other,
    ]);
    expect(numbersPrinted(`${first}\n校验号：无`)).toEqual([]);
  });

  test("a single wrong digit is noticed at every place", () => {
    const wrong = [...number].map(
      (digit, at) => number.slice(0, at) + ((Number(digit) + 1) % 10) + number.slice(at + 1),
    );

    expect(wrong.map(readCheckNumber)).toEqual(wrong.map(() => undefined));
  });

  test.each(["", "12345", `${number}1`, "13812345678", `${number} ${number}`])("%j is none", (text) => {
    expect(readCheckNumber(text)).toBeUndefined();
  });
});
