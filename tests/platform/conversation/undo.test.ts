import { describe, expect, test } from "vitest";
import { begin, type FormState, restoreState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { saysUndo } from "../../../src/platform/conversation/undo.ts";
import { question, when } from "./support/questions.ts";

const form = {
  id: "application",
  title: "申报表",
  version: 1,
  fields: [
    question("text", { key: "name", label: "小区名称", required: true }),
    question("text", { key: "address", label: "小区地址", required: true }),
    question("longText", { key: "statement", label: "申报材料", required: true, maxCharacters: 800 }),
    question("text", { key: "remarks", label: "备注", required: false }),
  ],
};
const say = (state: FormState, said: string) => step(form, state, { text: said, today: when.today, year: when.year });
const filledWith = (...said: string[]): FormState => said.reduce((state, text) => say(state, text).state, begin(form));
const notes = (state: FormState, said: string): string => {
  const { outcome } = say(state, said);
  return "notes" in outcome ? (outcome.notes ?? []).join("") : "";
};

describe("撤销 takes back what the last message recorded", () => {
  test.each([
    "撤销",
    "刚才粘错了，撤销",
    "刚才贴错了 撤销一下",
    "撤销刚才的",
    "撤回刚才那条",
    "取消刚才填的",
    "刚才发错了，请撤销",
    "刚才那个不算",
    "上一条作废",
    "刚才填的不要了",
    "不对，撤销吧",
  ])("%s", (said) => {
    const filled = filledWith("雅苑", "越王路1号");
    expect(say(filled, said).state).toEqual({ ...filledWith("雅苑"), undo: undefined });
  });

  test.each(["错了", "撤回", "取消", "不算太远的路口", "刚才那个小区", "撤销业委会的决定", "还原历史风貌"])(
    "%s is none",
    (said) => {
      expect(saysUndo(said)).toBe(false);
    },
  );

  test("all of a pasted form is taken back, what stood before comes again, and both are said", () => {
    const filled = filledWith("雅苑", "越王路1号");
    const pasted = say(filled, "小区地址：滨河路3号\n申报材料：小区建于2005年。").state;
    const undone = say(pasted, "刚才粘错了，撤销");
    expect(undone.state.answers).toEqual({ name: "雅苑", address: "越王路1号" });
    expect(undone.state.at).toBe("statement");
    expect(notes(pasted, "撤销")).toBe(
      "已撤销上一条消息所记录的内容：“小区地址”恢复为“越王路1号”；“申报材料”恢复为未填写。",
    );
  });

  test("talk and refused answers in between change nothing of it; a second time there is nothing", () => {
    const filled = filledWith("雅苑", "越王路1号", "好的", "怎么填？");
    const undone = say(filled, "撤销").state;
    expect(undone.answers).toEqual({ name: "雅苑" });
    expect(say(undone, "撤销").state.answers).toEqual({ name: "雅苑" });
    expect(notes(undone, "撤销")).toBe("没有可以撤销的内容，未作任何改动。");
  });

  test("it is stored with the form", () => {
    const filled = filledWith("雅苑");
    const stored: unknown = JSON.parse(JSON.stringify(filled));
    expect(restoreState(form, stored).state).toEqual(filled);
  });
});

describe("看一下填了哪些 shows all the answers and leaves the question open", () => {
  test.each([
    "看一下填了哪些",
    "填了哪些",
    "还有哪些没填",
    "看一下申报表还差哪些没填",
    "已填内容",
    "我都填了什么",
    "还差哪几项",
  ])("%s", (said) => {
    const filled = filledWith("雅苑");
    const { state, outcome } = say(filled, said);
    expect(state).toEqual(filled);
    expect(outcome).toEqual({
      kind: "review",
      notes: ["当前待填写“小区地址”，可直接回复，也可发送「改 栏目名称」另填其他栏目。"],
    });
  });

  test.each(["还有3户未交付", "填了土的池塘"])("%s is an answer", (said) => {
    const filled = filledWith("雅苑", "越王路1号", "材料一份。");
    expect(say(filled, said).state.answers.remarks).toBe(said);
  });
});

test("a breath that is too long is shown again: who spoke it has no copy", () => {
  const tight = {
    ...form,
    fields: form.fields.map((one) => (one.key === "name" ? { ...one, maxCharacters: 10 } : one)),
  };
  const said = "雅苑在越王路边上物业是雅苑物业住了八百户";
  const { state, outcome } = step(tight, begin(tight), { text: said, today: when.today, year: when.year });
  expect(state).toEqual(begin(tight));
  expect("sentence" in outcome ? outcome.sentence : "").toBe(
    `共20字，超过10字，未保存。请精简后重新发送。您发送的内容：“${said}”。`,
  );
});
