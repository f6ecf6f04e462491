import { expect, test } from "vitest";
import { caseAtHead } from "../../../src/campaign/application/case-at-head.ts";

const names = ["东湖花园", "桂花苑（南区）", "东湖花园二期"];

test.each([
  ["东湖花园\n1-1 4\n1-2 3", "东湖花园", "1-1 4\n1-2 3"],
  ["小区名称：东湖花园\n1-1\t4", "东湖花园", "1-1\t4"],
  ["东湖花园初评：1-1 4", "东湖花园", "1-1 4"],
  ["桂花苑(南区) 1-1 4", "桂花苑（南区）", "1-1 4"],
  ["东湖花园二期\n其余均符合", "东湖花园二期", "其余均符合"],
  ["东湖花园第一项四分", "东湖花园", "第一项四分"],
])("%j is of the case at its head", (typed, name, rest) => {
  expect(caseAtHead(typed, names)).toEqual({ name, rest });
});

test.each(["1-1 4 比东湖花园少", "东湖花园物业更好", "1-1 4"])("%j names none at its head", (typed) => {
  expect(caseAtHead(typed, names)).toBeUndefined();
});
