import { describe, expect, test } from "vitest";
import { applyCardValues } from "../../../src/platform/conversation/apply-card-values.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { question, when } from "./support/questions.ts";

const form = {
  id: "application",
  title: "申报表",
  version: 1,
  fields: [
    question("text", { key: "name", label: "小区名称" }),
    question("choice", {
      key: "kind",
      label: "填报指标",
      required: false,
      options: [
        { value: "occupancy", text: "入住率" },
        { value: "delivery", text: "交付率" },
      ],
    }),
    question("percent", { key: "rate", label: "交付率或入住率", required: false }),
    question("text", { key: "remarks", label: "备注", required: false }),
  ],
};
const at = (key: string, answers: FormState["answers"] = {}): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.key === key),
  ),
  answers,
});
const say = (state: FormState, said: string) =>
  step(form, state, { text: said, today: when.today, year: when.year }).state.answers;

describe("the number of one of two says which of them it is", () => {
  test.each([
    ["rate", "入住率95", "occupancy", 95],
    ["rate", "入住率是百分之九十五", "occupancy", 95],
    ["rate", "交付率100%", "delivery", 100],
    ["rate", "目前入住率为92.5", "occupancy", 92.5],
    ["rate", "入住率：95%", "occupancy", 95],
    ["kind", "入住率：95%", "occupancy", 95],
    ["name", "小区名称：雅苑；入住率：95%", "occupancy", 95],
    ["remarks", "交付率改为98%", "delivery", 98],
    ["name", "入住率应该是96.5", "occupancy", 96.5],
  ])("at %s: %s", (key, said, kind, rate) => {
    expect(say(at(key), said)).toMatchObject({ kind, rate });
  });

  test("a number alone, and one named after both, leave the choice as it is", () => {
    expect(say(at("rate"), "95")).toEqual({ rate: 95 });
    expect(say(at("rate"), "交付率或入住率：95")).toEqual({ rate: 95 });
    expect(say(at("rate", { kind: "delivery" }), "95")).toEqual({ kind: "delivery", rate: 95 });
  });

  test("what is no number records neither", () => {
    expect(say(at("rate"), "入住率还没统计")).toEqual({});
    expect(say(at("rate"), "入住率是多少？")).toEqual({});
  });

  test("so it does on the card, unless the page says it itself", () => {
    const apply = (values: Record<string, unknown>) =>
      applyCardValues(form, begin(form), { values, today: when.today, year: when.year }).state.answers;
    expect(apply({ rate: "入住率95" })).toEqual({ kind: "occupancy", rate: 95 });
    expect(apply({ kind: "delivery", rate: "95" })).toEqual({ kind: "delivery", rate: 95 });
  });
});
