import { expect, test } from "vitest";
import { isSameName } from "../../../src/campaign/application/rules.ts";
import type { Form } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { proposalFor, proposalHint } from "../../../src/platform/conversation/proposal.ts";

const form = {
  ...{ id: "f", version: 1, title: "表" },
  fields: [
    { key: "address", label: "地址", kind: "text", required: true },
    { key: "office", label: "单位", kind: "text", required: false, proposal: { text: "某局" } },
  ],
} as unknown as Form;
const [address, office] = form.fields;

test("what is known from elsewhere is proposed with its source, before what the form proposes; never more than that", () => {
  const state = { ...begin(form), known: { address: { text: "滨河路3号", from: "2023年度申报时" } } };
  if (!address || !office) throw new Error("no fields");

  expect([proposalFor(form, state, address), proposalHint(form, state, address)]).toEqual([
    ...["滨河路3号", "滨河路3号（2023年度申报时）"],
  ]);
  expect([proposalFor(form, state, office), proposalHint(form, state, office)]).toEqual(["某局", "某局"]);
  expect(proposalFor(form, begin(form), address)).toBeUndefined();
  expect(state.answers).toEqual({});
});

test("a compound is the same if its name is written with other blanks or widths, and in no other case", () => {
  expect([isSameName("锦绣花园", " 锦绣 花园"), isSameName("Ａ区", "A区"), isSameName("锦绣花园", "锦绣花苑")]).toEqual(
    [...[true, true, false]],
  );
});
