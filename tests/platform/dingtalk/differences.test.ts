import { differences } from "dingtalk-payloads/samples/differences.ts";
import { expect, test } from "vitest";

test("bodies of one shape do not differ, whatever their values", () => {
  const body = { a: "x", b: [{ c: 1 }], d: '{"e":[true]}', f: [] };

  expect(differences(body, { a: "y", b: [{ c: 2 }, { c: 3 }], d: '{"e":[false]}', f: ["z"] })).toEqual([]);
});

test.each([
  ["a field too few", {}, { a: 1 }, "a is missing"],
  ["a field too many", { a: 1 }, {}, "a is added"],
  ["another type", { a: "1" }, { a: 1 }, "a is string"],
  ["a list in place of a record", { a: [] }, { a: {} }, "a is list"],
  ["JSON that is not wrapped in text", { a: { b: 1 } }, { a: '{"b":1}' }, "a is object"],
  ["something inside JSON inside JSON", { a: '{"b":"{}"}' }, { a: '{"b":"{\\"c\\":1}"}' }, "a.b.c is missing"],
  ["an element of the only kind", { a: [{ b: "1" }] }, { a: [{ b: 1 }] }, "a[].b is string"],
  ["an element of no known kind", { a: [1, "x"] }, { a: [1, 2] }, 'a[] adds "x"'],
  ["a kind of element that never comes", { a: [1, 2] }, { a: [1, "x"] }, 'a[] lacks "x"'],
])("%s is a difference", (_, body, expected, difference) => {
  expect(differences(body, expected)).toEqual([difference]);
});
