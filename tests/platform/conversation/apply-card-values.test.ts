import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyCardValues, type CardPage } from "../../../src/platform/conversation/apply-card-values.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { stepPhrases } from "../../../src/platform/conversation/phrases.ts";
import { form, when } from "./support/questions.ts";

const page = (values: CardPage["values"], asked?: readonly string[]): CardPage => ({
  values,
  today: when.today,
  year: when.year,
  ...(asked ? { asked } : {}),
});
const apply = (values: CardPage["values"], state: FormState = begin(form)) =>
  applyCardValues(form, state, page(values));

describe("a submitted card page", () => {
  test("saves its values as if they were typed, and the conversation goes on behind them", () => {
    const { state, problems, saved } = apply({
      compoundName: "锦绣花园",
      ownersBodyKind: ["none"],
      rate: 92.5,
      safetyAccident: "some",
      "safetyAccident-happenedOn": "2022-05-01",
      "safetyAccident-accidentKind": "人员伤亡事故",
    });

    expect(problems).toEqual([]);
    expect(saved.map(({ key }) => key)).toEqual(["compoundName", "ownersBodyKind", "rate", "safetyAccident"]);
    expect(state.at).toBe("compoundAddress");
    expect(state.answers).toEqual({
      compoundName: "锦绣花园",
      ownersBodyKind: "none",
      rate: 92.5,
      safetyAccident: { choice: "some", details: { happenedOn: "2022-05-01", accidentKind: "人员伤亡事故" } },
    });
  });

  test("saves what is good and names what is not", () => {
    const { state, problems } = apply({
      compoundName: "锦绣花园",
      headPhone: "12",
      rate: { value: 3 },
      ownersBodyKind: ["none", "ownersCommittee"],
      favouriteColor: "red",
    });

    expect(state.answers).toEqual({ compoundName: "锦绣花园" });
    expect(problems.map(({ field }) => field)).toEqual(["headPhone", "ownersBodyKind", "rate", "favouriteColor"]);
    expect(problems.at(-1)).toEqual({
      field: "favouriteColor",
      label: "favouriteColor",
      sentence: stepPhrases.unknownField(),
    });
  });

  test("leaves an answer alone when its field is empty", () => {
    const before = apply({ compoundName: "锦绣花园", statement: "材料一份。" }).state;

    const { state, problems } = apply({ compoundName: " ", statement: "" }, before);

    expect(problems).toEqual([]);
    expect(state.answers).toEqual(before.answers);
  });

  test("names required fields of the page that stay without an answer", () => {
    const { problems } = applyCardValues(form, begin(form), page({}, ["compoundName", "ownersBodyKind"]));

    expect(problems).toEqual([{ field: "compoundName", label: "小区名称", sentence: stepPhrases.left() }]);
  });

  test.each([
    ["rate", "92.5%", 92.5],
    ["rate", "９２．５％", 92.5],
    ["headPhone", "138 1234 5678", "13812345678"],
    ["ownersBodyKind", "物业管理委员会", "propertyManagementCommittee"],
  ])("reads what is written for %s as the conversation does: %s", (key, written, value) => {
    const label = form.fields.find((field) => field.key === key)?.label ?? "";
    const typed = step(form, begin(form), { text: `改 ${label} ${written}`, today: when.today, year: when.year });

    expect([apply({ [key]: written }).state.answers[key], typed.state.answers[key]]).toEqual([value, value]);
  });

  test("takes a proposal by the word that takes it in the conversation", () => {
    const named = apply({ compoundName: "锦绣花园" }).state;

    expect(apply({ projectName: "确认" }, named).state.answers.projectName).toBe("锦绣花园");
  });

  test("with a declaration half made leaves the rest to the conversation", () => {
    const { state, problems } = apply({ safetyAccident: "some", "safetyAccident-happenedOn": "2022-05-01" });
    const next = step(form, state, { text: "人员伤亡事故", today: when.today, year: when.year });

    expect(problems).toEqual([
      {
        ...{ field: "safetyAccident", label: "近两年内重大安全责任事故", typed: "some" },
        sentence: "已选「有」，请补充类别。",
      },
    ]);
    expect(next.state.answers.safetyAccident).toEqual({
      choice: "some",
      details: { happenedOn: "2022-05-01", accidentKind: "人员伤亡事故" },
    });
  });

  test("with too long a text offers the attached page in the conversation", () => {
    const long = "园".repeat(801);
    const { state, problems } = apply({ statement: long });
    const next = step(form, state, { text: "附页", today: when.today, year: when.year });

    expect(problems.map(({ field }) => field)).toEqual(["statement"]);
    expect(next.state.answers.statement).toBe(long);
  });

  test("whatever a client sends, nothing throws and only known fields are saved", () => {
    const names = fc.constantFrom(...form.fields.map(({ key }) => key), "__proto__", "safetyAccident-happenedOn", "x");
    fc.assert(
      fc.property(fc.dictionary(names, fc.anything({ withNullPrototype: true })), (values) => {
        const { state } = apply(values);
        const known = form.fields.map(({ key }) => key);
        expect(Object.keys(state.answers).filter((one) => !known.includes(one))).toEqual([]);
      }),
    );
  });
});
