import { describe, expect, test } from "vitest";
import { talkIn } from "../../../src/platform/conversation/answers/talk.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { question, when } from "./support/questions.ts";

const BUREAU = "绍兴市住房和城乡建设局";
const form = {
  id: "application",
  title: "申报表",
  version: 1,
  fields: [
    question("text", { key: "compoundName", label: "小区名称", aliases: ["小区名", "小区"] }),
    question("text", { key: "approver", label: "审批单位", proposal: { text: BUREAU } }),
    question("text", { key: "branch", label: "党支部名称", aliases: ["支部名称", "党支部"] }),
    question("percent", { key: "rate", label: "交付率或入住率" }),
    question("date", { key: "asOf", label: "数据截止日期" }),
    question("longText", { key: "remarks", label: "备注", required: false }),
  ],
};
const at = (key: string, answers: FormState["answers"] = {}): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.key === key),
  ),
  answers,
});
const say = (state: FormState, text: string) => step(form, state, { text, today: when.today, year: when.year });

describe("what people mean to do is no answer", () => {
  const said = [
    "这个我得问一下社区",
    "这个我不清楚",
    "先到这儿吧我要去开会了",
    "那个材料我还没写好先空着",
    "负责人那个叫什么来着",
    "我问一下书记是谁",
    "嗯等一下我在找稿子",
    "等一下我想想",
    "我再跟领导商量一下明天再报",
    "哎不对我不是这个意思",
    "好了就这些",
    "电话记不清了",
  ];

  test.each(said)("in a name: %s", (text) => {
    for (const key of ["compoundName", "branch"]) {
      expect(say(at(key), text).state.answers).toEqual({});
      expect(say(at(key), text).outcome.kind).toBe("retry");
    }
  });

  test.each(said)("in paragraphs: %s", (text) => {
    expect(say(at("remarks"), text).state.answers).toEqual({});
  });

  test.each([
    "问渠书院",
    "先锋社区",
    "我家花园",
    "等慈路小区",
    "走马塘社区",
    "就业新村",
    "到这湾小区",
    "材料市场宿舍",
    "物业管理较好，停车位不够用",
    "退出机制尚未建立，由社区代管",
    "居民对材料没有意见",
  ])("a name or a sentence is none: %s", (text) => {
    expect(talkIn(text)).toBeUndefined();
  });

  test.each(["我先退出一下", "先退出", "先保存一下"])("%s leaves the form", (text) => {
    expect(say(at("branch"), text)).toEqual({ state: at("branch"), outcome: { kind: "left" } });
  });
});

describe("the proposed answer is taken by many words", () => {
  test.each([
    "嗯就按你建议的填吧",
    "好就这个",
    "用建议的",
    "就用建议的名称",
    "按照您的建议填",
    "就这样吧",
    "可以，就这个",
  ])("%s", (text) => {
    expect(say(at("approver"), text).state.answers).toEqual({ approver: BUREAU });
  });

  test("also instead of what is saved, where the words say so", () => {
    expect(say(at("approver", { approver: "建设局" }), "用建议的").state.answers).toEqual({ approver: BUREAU });
    expect(say(at("approver", { approver: "建设局" }), "就这个").state.answers).toEqual({ approver: "建设局" });
  });

  test("without a proposal nothing is taken", () => {
    expect(say(at("branch"), "好就这个").state.answers).toEqual({});
  });

  test.each(["填绍兴市住建局", "就填绍兴市住建局", "就是绍兴市住建局", "写上绍兴市住建局吧"])(
    "what follows 填 is the answer: %s",
    (text) => {
      expect(say(at("approver"), text).state.answers).toEqual({ approver: "绍兴市住建局" });
    },
  );

  test.each(["写意山庄", "填海新村", "就业大厦", "用友软件园", "星光酒吧"])("unless it is a name: %s", (text) => {
    expect(say(at("compoundName"), text).state.answers).toEqual({ compoundName: text });
  });
});

describe("remarks that say nothing stay empty", () => {
  test.each(["无", "没有", "没什么", "备注不用填了", "不用填了", "备注无"])("%s", (text) => {
    expect(say(at("remarks"), text).state).toMatchObject({ answers: {}, skipped: ["remarks"] });
  });
});

describe("a correction may begin with a filler", () => {
  test.each([
    ["嗯不对审批单位应该是绍兴市建设局", { approver: "绍兴市建设局" }],
    ["那个审批单位错了应该是绍兴市建设局", { approver: "绍兴市建设局" }],
    ["入住率百分之九十五点六不对应该是百分之九十六点五", { rate: 96.5 }],
    ["那个入住率再改一下改成百分之九十五", { rate: 95 }],
    ["审批单位改回绍兴市建设局", { approver: "绍兴市建设局" }],
  ])("%s", (text, changed) => {
    const before = { approver: "建设局", rate: 95.6 };
    for (const key of ["compoundName", "asOf", "branch", "rate"])
      expect(say(at(key, before), text).state.answers).toEqual({ ...before, ...changed });
  });

  test("a field that is named goes there", () => {
    expect(say(at("compoundName"), "那个党支部名称错了应该是塔山社区第二党支部").state.answers).toEqual({
      branch: "塔山社区第二党支部",
    });
  });
});

test("a spoken date is no percentage", () => {
  const { state, outcome } = say(at("rate"), "嗯八月十五号");
  expect(state.answers).toEqual({});
  expect("readings" in outcome && outcome.readings).toBeFalsy();
});
