import { describe, expect, test } from "vitest";
import { readFieldChange } from "../../../src/platform/conversation/field-change.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { form, when } from "./support/questions.ts";

describe("a sentence that corrects a field", () => {
  test.each([
    "小区地址改为滨河路3号",
    "改小区地址为滨河路3号",
    "修改小区地址为滨河路3号。",
    "把小区地址改成滨河路3号",
    "将小区地址更正为：滨河路3号",
    "小区地址应该是滨河路3号",
    "小区地址应为滨河路3号",
    "不对，小区地址应该是滨河路3号",
    "写错了，小区地址改成“滨河路3号”",
    "麻烦把小区地址改为 滨河路3号",
    "小区地址，改为滨河路3号",
  ])("%s", (text) => {
    expect(readFieldChange(text)).toEqual({ name: "小区地址", value: "滨河路3号" });
  });

  test.each(["上一个改成滨河路3号", "上一项应该是滨河路3号", "刚才那个改为滨河路3号", "前一项改成滨河路3号"])(
    "may name the one before: %s",
    (text) => {
      expect(readFieldChange(text)).toEqual({ name: "previous", value: "滨河路3号" });
    },
  );

  test.each(["不对，应该是滨河路3号", "写错了 应为滨河路3号", "更正一下：改为滨河路3号"])(
    "may name none: %s",
    (text) => {
      expect(readFieldChange(text)).toEqual({ name: undefined, value: "滨河路3号" });
    },
  );

  test.each([
    "滨河路3号",
    "改 小区地址",
    "改善居住环境",
    "应该是滨河路3号",
    "小区地址",
    "不对",
    "改为",
    "小区地址改为",
  ])("is not %s", (text) => {
    expect(readFieldChange(text)).toBe(undefined);
  });
});

describe("in a form, a correction", () => {
  const input = (text: string) => ({ text, today: when.today, year: when.year });
  const say = (...words: string[]) => {
    let state: FormState = begin(form);
    let last = step(form, state, input(words[0] ?? ""));
    for (const text of words.slice(1)) {
      state = last.state;
      last = step(form, state, input(text));
    }
    return last;
  };

  test("changes its field, is echoed, and the open question is asked again", () => {
    const { state, outcome } = say("锦绣花园", "越王路1号", "小区地址改为滨河路3号");

    expect(state.answers).toEqual({ compoundName: "锦绣花园", compoundAddress: "滨河路3号" });
    expect(outcome).toEqual({
      kind: "ask",
      question: form.fields[2],
      recorded: { question: form.fields[1], shown: "滨河路3号" },
    });
  });

  test("of the one before it changes the answer given last", () => {
    expect(say("锦绣花园", "越王路1号", "上一个改成滨河路3号").state.answers.compoundAddress).toBe("滨河路3号");
  });

  test("at the open question is its answer", () => {
    expect(say("锦绣花园", "小区地址应为滨河路3号").state.answers.compoundAddress).toBe("滨河路3号");
  });

  test("without a name is asked about: the last answer or the open one", () => {
    const { state, outcome } = say("锦绣花园", "不对，应该是锦绣花苑");

    expect(state.answers).toEqual({ compoundName: "锦绣花园" });
    expect(outcome.kind === "retry" && outcome.readings).toEqual(["小区名称改为锦绣花苑", "小区地址改为锦绣花苑"]);
  });

  test("whose content cannot stand asks for it, and records nothing", () => {
    const { state, outcome } = say("锦绣花园", "越王路1号", "13812345678", "负责人电话改为没有");

    expect(state.answers.headPhone).toBe("13812345678");
    expect(outcome.kind === "retry" && outcome.question.key).toBe("headPhone");
  });

  test("is text where a text is written and no field has the name", () => {
    const { state } = say("锦绣花园", "越王路1号", "13812345678", "1", "管理模式改为业主自治，成效明显。");

    expect(state.answers.statement).toBe("管理模式改为业主自治，成效明显。");
  });
});

test.each(["东升花园的理由改成党建阵地建得好", "改 理由", "理由 改为 党建好"])(
  "in a form that asks for nothing %s finds no field, and nothing is shown as recorded",
  (text) => {
    const nothing = { ...form, fields: [] };
    const { outcome } = step(nothing, begin(nothing), { text, today: when.today, year: when.year });
    expect(["whichField", "notUnderstood"]).toContain(outcome.kind);
  },
);
