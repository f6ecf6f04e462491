import { expect, test } from "vitest";
import { unfold } from "../../../page/inspector/json.ts";

test("JSON inside strings is shown as what it says, however deep", () => {
  const content = JSON.stringify({ cardPrivateData: { params: { form: JSON.stringify({ a: [1] }) } } });

  expect(unfold({ data: JSON.stringify({ content }), list: ["[1]"] })).toEqual({
    data: { content: { cardPrivateData: { params: { form: { a: [1] } } } } },
    list: [[1]],
  });
});

test("words, numbers and what only looks like JSON stay as they are", () => {
  const value = { text: "96.5", time: "1795615969209", odd: "{未完", none: "null", empty: "" };

  expect(unfold(value)).toEqual(value);
});
