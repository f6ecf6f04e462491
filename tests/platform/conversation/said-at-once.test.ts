import { describe, expect, test } from "vitest";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import type { Outcome } from "../../../src/platform/conversation/outcome.ts";
import { question, form as short, when } from "./support/questions.ts";

/** With the questions that come in pairs. */
const form = {
  ...short,
  fields: [
    ...short.fields.slice(0, 2),
    question("text", { key: "head", label: "负责人" }),
    ...short.fields.slice(2),
    question("text", { key: "deputy", label: "联系人", required: false }),
    question("phone", { key: "deputyPhone", label: "联系人电话", required: false }),
  ],
};
const at = (key: string, answers: FormState["answers"] = {}): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.key === key),
  ),
  answers,
});
const say = (state: FormState, text: string, more = {}) =>
  step(form, state, { text, today: when.today, year: when.year, ...more });
const recorded = (outcome: Outcome): string[] => {
  const first = "recorded" in outcome ? outcome.recorded : undefined;
  return first ? [first, ...(first.more ?? [])].map(({ question: { label }, shown }) => `${label}：${shown}`) : [];
};

describe("several answers in one message", () => {
  test.each([
    "小区名称：锦绣花园\n小区地址：越王路1号\n负责人电话：13812345678",
    "小区名称：锦绣花园；小区地址：越王路1号；负责人电话：13812345678",
    "小区名称:锦绣花园 小区地址:越王路1号 负责人电话:13812345678",
    "1.小区名称：锦绣花园\n2.小区地址：越王路1号\n（3）负责人电话：138 1234 5678",
    "小区名称\t锦绣花园\n小区地址\t越王路1号\n负责人电话\t13812345678",
    "小区名称是锦绣花园，地址是越王路1号，负责人电话是13812345678",
    "锦绣花园；小区地址：越王路1号；负责人电话：13812345678",
    "嗯小区名称是锦绣花园地址是越王路1号然后负责人电话是幺三八一二三四五六七八",
    "不对，小区名称应该是锦绣花园，地址应该是越王路1号，负责人电话是13812345678",
  ])("are all recorded and echoed: %j", (text) => {
    const { state, outcome } = say(at("compoundName"), text);

    expect(state.answers).toEqual({
      compoundName: "锦绣花园",
      compoundAddress: "越王路1号",
      headPhone: "13812345678",
    });
    expect(recorded(outcome)).toEqual(["小区名称：锦绣花园", "小区地址：越王路1号", "负责人电话：13812345678"]);
    expect(state.at).toBe("head");
  });

  test("all or none: what could be read is offered beside what could not", () => {
    const { state, outcome } = say(at("compoundName"), "小区名称：锦绣花园\n负责人电话：没有\n小区地址：越王路1号");

    expect(state).toMatchObject(at("compoundName"));
    expect(state.answers).toEqual({});
    expect(outcome.kind === "retry" && outcome.offer).toEqual({
      label: "记录其余2项",
      typed: "小区名称：锦绣花园；小区地址：越王路1号",
    });
    const again = say(state, outcome.kind === "retry" ? (outcome.offer?.typed ?? "") : "");
    expect(again.state.answers).toEqual({ compoundName: "锦绣花园", compoundAddress: "越王路1号" });
    expect(say(state, "记录其余2项").state.answers).toEqual(again.state.answers);
    expect(say(again.state, "记录其余2项").state).toEqual(again.state);
  });

  test("of other questions leave the open one open", () => {
    const { state, outcome } = say(at("compoundName"), "小区地址：越王路1号\n负责人电话：13812345678");

    expect(state.at).toBe("compoundName");
    expect(outcome.kind === "ask" && outcome.question.key).toBe("compoundName");
  });

  test("one of another question goes there", () => {
    expect(say(at("compoundName"), "小区地址：越王路1号").state.answers).toEqual({ compoundAddress: "越王路1号" });
    expect(say(at("remarks"), "小区地址：越王路1号").state.answers).toEqual({});
    expect(say(at("remarks"), "内容：小区地址：越王路1号").state.answers).toEqual({ remarks: "小区地址：越王路1号" });
  });

  test("a number without an area code too, where its question follows", () => {
    expect(say(at("head"), "王建国 85082235").state.answers).toEqual({ head: "王建国", headPhone: "85082235" });
    expect(say(at("compoundAddress"), "越王路85082235").state.answers).toEqual({ compoundAddress: "越王路85082235" });
  });

  test.each([
    "王建国电话是幺三八一二三四五六七八",
    "王建国 13812345678",
    "王建国（13812345678）",
    "负责人：王建国 电话：13812345678",
    "王建国，手机13812345678",
  ])("a name and its telephone number answer both questions: %s", (text) => {
    expect(say(at("head"), text).state.answers).toEqual({ head: "王建国", headPhone: "13812345678" });
  });
});

describe("what is said about another answer", () => {
  test("同小区名称 is the name given there; unknown names are text", () => {
    const named = at("projectName", { compoundName: "锦绣花园" });

    expect(say(named, "同小区名称").state.answers.projectName).toBe("锦绣花园");
    expect(say(named, "和小区名称一样").state.answers.projectName).toBe("锦绣花园");
    expect(say(named, "同名").state.answers.projectName).toBe("锦绣花园");
    expect(say(named, "和平新村").state.answers.projectName).toBe("和平新村");
  });

  test("同负责人 at another's telephone number is that number", () => {
    const known = at("deputyPhone", { headPhone: "13812345678" });

    expect(say(known, "同负责人").state.answers.deputyPhone).toBe("13812345678");
  });

  test("不是雅苑，是锦绣花园 corrects the answer that was named", () => {
    const known = at("headPhone", { compoundName: "雅苑", compoundAddress: "越王路1号" });

    expect(say(known, "不是雅苑，是锦绣花园").state.answers.compoundName).toBe("锦绣花园");
    expect(say(known, "小区名称打错了，是锦绣花园").state.answers.compoundName).toBe("锦绣花园");
  });

  test("不是…，是… in a long text is text, unless an answer was named", () => {
    const known = at("remarks", { compoundName: "雅苑" });

    expect(say(known, "不是新建小区，是改造小区").state.answers.remarks).toBe("不是新建小区，是改造小区");
    expect(say(known, "不是雅苑，是锦绣花园").state.answers).toEqual({ compoundName: "锦绣花园" });
  });

  test("a part of a name is asked about: of the answered fields, and the open one", () => {
    const { outcome } = say(at("compoundAddress", { compoundName: "雅苑" }), "名字改成锦绣花园");

    expect(outcome.kind === "retry" && outcome.readings).toEqual(["小区名称改为锦绣花园", "小区地址改为锦绣花园"]);
  });

  test("上一项 at the first question is told that there is none", () => {
    expect(say(at("compoundName"), "上一项改成雅苑")).toMatchObject({
      state: { answers: {} },
      outcome: { kind: "retry" },
    });
  });
});

describe("内容： is the answer as it stands", () => {
  test.each(["收到", "跳过", "锦绣花园、雅苑", "小区地址：越王路1号", "上一项改成雅苑"])("%s", (text) => {
    expect(say(at("compoundName"), text, { asText: true }).state.answers).toEqual({ compoundName: text });
  });
});

test.each(["没了", "不需要", "跳过吧", "不填"])("%s passes over what may be left out", (text) => {
  expect(say(at("remarks"), text).state.skipped).toEqual(["remarks"]);
});

describe("names of fields within one breath, whatever the cases of a campaign are", () => {
  const household = {
    id: "household",
    title: "申报表",
    version: 1,
    fields: [
      question("text", { key: "householder", label: "户主姓名", required: true }),
      question("text", { key: "door", label: "门牌号", required: true }),
      question("text", { key: "members", label: "家庭人口", required: false }),
    ],
  };

  test.each([
    ["张三门牌号12号家庭人口4人", { householder: "张三", door: "12号", members: "4人" }],
    ["张三，门牌号是溪口12号，家庭人口4人", { householder: "张三", door: "溪口12号", members: "4人" }],
    ["户主姓名张三门牌号是12号", { householder: "张三", door: "12号" }],
  ])("%s is recorded, or asked about as these", (said, values) => {
    const input = { today: when.today, year: when.year };
    const first = step(household, begin(household), { ...input, text: said });
    const offer = "offer" in first.outcome ? first.outcome.offer : undefined;
    const last = offer ? step(household, first.state, { ...input, text: offer.typed }) : first;
    expect(last.state.answers).toEqual(values);
  });
});
