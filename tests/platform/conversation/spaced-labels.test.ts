import { expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { readLabelled } from "../../../src/platform/conversation/labelled-answers.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { when } from "./support/questions.ts";

const form = formOf(shaoxing().definition) ?? expect.fail("no form");
const field = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);

test.each([
  "五、业委会主任：李秀英　电 话：１３９００００１１０２",
  "五、业委会主任：李秀英  电　话：13900001102",
  "业 委 会 主 任：李秀英 电 话 ：13900001102",
])("%j: the number is a number, and no part of the name", (text) => {
  const said = readLabelled(form, text).answers.map(({ question, text: value }) => [
    question.label,
    value.normalize("NFKC"),
  ]);
  expect(said).toEqual([
    ["业委会主任", "李秀英"],
    ["业委会主任电话", "13900001102"],
  ]);
});

test.each(["小区地址：应为延安东路316号", "地址应为延安东路316号", "不对，应为延安东路316号", "改为延安东路316号"])(
  "%s: a street alone does not take the district from an address",
  (text) => {
    const address = field("小区地址");
    const answers = { [address.key]: "绍兴市越城区延安路316号" };
    const next = form.fields[form.fields.indexOf(address) + 1];
    const state: FormState = { ...openAt(begin(form), next), answers };
    const { state: after, outcome } = step(form, state, { text, today: when.today, year: when.year });
    expect(after.answers).toEqual(answers);
    expect(outcome).toMatchObject({
      readings: ["小区地址：绍兴市越城区延安东路316号", "小区地址：延安东路316号"],
    });
  },
);
