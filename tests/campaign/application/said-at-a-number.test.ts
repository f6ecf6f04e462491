import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { loadCampaignFolder } from "../../../src/campaign/definition/load.ts";
import type { AnswerValue } from "../../../src/platform/conversation/answer.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const form = formOf(loadCampaignFolder(join(import.meta.dirname, "../../../campaigns/shaoxing-2023")).definition);
if (!form) throw new Error("no application form");
const { fields } = form;

const at = (label: string, more: Record<string, AnswerValue> = {}): FormState => ({
  ...openAt(
    begin(form),
    fields.find((one) => one.label === label),
  ),
  answers: { compoundName: "祥生君城小区", partyBranchSecretary: "孙丽华", ...more },
});
const said = (state: FormState, text: string) => {
  const done = step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
  const readings = "readings" in done.outcome ? (done.outcome.readings ?? []) : [];
  const recorded = fields.filter(({ key }) => state.answers[key] !== done.state.answers[key]);
  return {
    kind: done.outcome.kind,
    readings,
    recorded: Object.fromEntries(recorded.map(({ key, label }) => [label, done.state.answers[key]])),
  };
};

const PHONE = "党支部书记电话";

describe("a number whose end is corrected", () => {
  test.each([
    ["书记电话找到了幺三九六七五幺八八六六不对是八八六八", "13967518868"],
    ["书记的13967518866不对是8868", "13967518868"],
    ["书记电话是13967518866，错了，后四位应该是8868", "13967518868"],
    ["号码问到了幺三九六七五幺八八六六嗯说错了是六八", "13967518868"],
    ["电话13967518866 打错了 尾数8868", "13967518868"],
  ])("%j is offered with its end", (text, number) => {
    expect(said(at(PHONE), text)).toEqual({ kind: "retry", readings: [`${PHONE}：${number}`], recorded: {} });
  });

  test("what is offered is recorded", () => {
    expect(said(at(PHONE), `${PHONE}：13967518868`).recorded).toEqual({ [PHONE]: "13967518868" });
  });

  test.each([
    "13967518868",
    "书记电话13967518868",
    "13967518866不对应该是8868",
    "幺三九六七五幺八八六八",
    "电话是13967518868",
    "0575-87654321",
  ])("%j is recorded", (text) => {
    expect(Object.keys(said(at(PHONE), text).recorded)).toEqual([PHONE]);
  });

  test("of another person it is not offered for the open field", () => {
    expect(said(at(PHONE), "业委会主任电话13967518866不对是8868").readings).not.toContain(`${PHONE}：13967518868`);
  });
});

describe("a command at the end of a sentence where a number is asked", () => {
  test.each([
    ["喂喂喂我接个电话啊先看看进度", "进度"],
    ["我先查一下进度", "进度"],
    ["等一下我看看还差什么", "还差什么"],
    ["领导来了那就保存退出吧", "保存退出"],
    ["这个号码不知道啊跳过吧", "跳过"],
  ])("%j: the command is offered", (text, word) => {
    expect(said(at(PHONE), text)).toEqual({ kind: "retry", readings: [word], recorded: {} });
  });

  test("继续 is offered, not taken in silence", () => {
    for (const text of ["好了电话打完了刚才申报到哪了继续", "电话接完了接着填", "号码和负责人的一样，继续"])
      expect(said(at(PHONE), text)).toEqual({ kind: "retry", readings: ["继续"], recorded: {} });
  });
});

describe("an acknowledgement before what takes the proposal", () => {
  test.each([
    "好的谢谢 项目名称确认",
    "好的，项目名称确认",
    "项目名称确认",
    "谢谢 项目名称确认",
    "好的谢谢。项目名称 确认",
  ])("%j takes it", (text) => {
    expect(said(at("项目名称"), text).recorded).toEqual({ 项目名称: "祥生君城小区" });
  });

  test("a name is recorded as it was", () => {
    expect(said(at("项目名称"), "祥生君城二期").recorded).toEqual({ 项目名称: "祥生君城二期" });
  });
});

test("what is said beside an option is not left unsaid", () => {
  const state = at("申报单位类型");
  const text = "嗯物业公司报的 对了开发商是诸暨祥生房地产 物业费四块五不对是三块五";
  const done = step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
  expect(done.state.answers).toEqual(state.answers);
  expect("sentence" in done.outcome && done.outcome.sentence).toContain(
    "其余内容不随之记录，属于其他栏目的，请写作「栏目名称：…」另行发送。",
  );
});

test.each(["书记的手机是13967518868", "书记手机13967518868", "党支部书记的电话13967518868"])(
  "%s is the number that is asked for",
  (text) => {
    expect(said(at(PHONE), text).recorded).toEqual({ [PHONE]: "13967518868" });
  },
);

test("主任的手机是… is somebody else's", () => {
  expect(said(at(PHONE), "主任的手机是13967518868").recorded).toEqual({});
});
