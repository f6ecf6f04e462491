import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { parseAnswer } from "../../../src/platform/conversation/answers/parse-answer.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const when = { today: civilDate("2023-08-23"), year: 2023 };
const form = formOf(shaoxing);
if (!form) throw new Error("the campaign has no application form");
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);
const say = (label: string, text: string) =>
  step(form, openAt(begin(form), fieldOf(label)), { text, ...when, nameKey: "compoundName" });

describe("申报单位类型", () => {
  test.each(["1️⃣", "（1）", "1 物业服务企业", "1", "物业服务企业"])("%s is 物业服务企业", (typed) => {
    expect(parseAnswer(fieldOf("申报单位类型"), typed, when)).toEqual({
      ok: true,
      value: "enterprise",
      shown: "物业服务企业",
    });
  });
});

describe("小区名称", () => {
  test.each(["收到", "好的，谢谢", "怎么填？"])("%s is no name: it is answered, and the question stays", (text) => {
    const { state, outcome } = say("小区名称", text);

    expect(state.answers).toEqual({});
    expect(outcome).toMatchObject({ kind: "retry", question: { label: "小区名称" } });
    expect("sentence" in outcome && outcome.sentence).toMatch(/未记入本项，请填写小区名称/u);
  });

  test.each(["「跳过」", "“保存退出”", "改小区地址为滨河路3号"])("%s is no name", (text) => {
    expect(say("小区名称", text).state.answers).not.toHaveProperty("compoundName");
  });

  test("改小区地址为滨河路3号 is the address", () => {
    expect(say("小区名称", "改小区地址为滨河路3号").state.answers).toEqual({ compoundAddress: "滨河路3号" });
  });

  test.each(["锦绣\ufe0f花园", "锦绣\u200d花园", "锦\u200c绣花园"])("%j is kept and shown as it is seen", (text) => {
    expect(say("小区名称", text).state.answers).toEqual({ compoundName: "锦绣花园" });
  });
});
