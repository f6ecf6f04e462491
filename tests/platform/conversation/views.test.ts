import { describe, expect, test } from "vitest";
import type { View } from "../../../src/platform/chat/view.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { answerFacts } from "../../../src/platform/conversation/review-view.ts";
import { outcomeView } from "../../../src/platform/conversation/views.ts";
import { form, when } from "./support/questions.ts";

/** The view after the last of these words. */
function shownAfter(words: readonly string[]): View | undefined {
  let state: FormState = begin(form);
  let view: View | undefined;
  for (const text of words) {
    const next = step(form, state, { text, today: when.today, year: when.year });
    state = next.state;
    view = outcomeView({ form, state, frame: {} }, next.outcome);
  }
  return view;
}

const textOf = (view: View | undefined): string => JSON.stringify(view?.body ?? []);
const labelsIn = (view: View | undefined): string[] => textOf(view).match(/【[^】]*】/g) ?? [];
const COMPLETE = ["锦绣花园", "越王路1号", "13812345678", "1", "材料一份。", "确认", "92.5", "无", "跳过"];

describe("an open question", () => {
  test.each([
    [["锦绣花园"], "【小区地址】"],
    [["上一步"], "【小区名称】"],
    [["提交"], "【小区名称】"],
    [["改 电"], "【负责人电话】"],
    [["改 小区"], "【小区名称】"],
    [["改 第8项", "有"], "【近两年内重大安全责任事故】"],
    [["改 申报材料", "园".repeat(801)], "【申报材料】"],
  ])("after %j carries its label exactly once", (words, label) => {
    expect(labelsIn(shownAfter(words))).toEqual([label]);
  });

  test("shows where it stands, what was saved, and what can be pressed", () => {
    const view = shownAfter(["锦绣花园"]);

    expect(view).toMatchObject({ title: "申报表", status: "2/9" });
    expect(view?.body).toEqual([
      { kind: "text", text: "已记录　小区名称：锦绣花园" },
      { kind: "text", text: "2/9　请填写【小区地址】" },
    ]);
    expect(view?.actions.map(({ typed }) => typed)).toEqual(["上一步", "保存退出"]);
  });

  test("numbers its options and makes each of them a button", () => {
    const view = shownAfter(["改 业主组织形式"]);

    expect(view?.body).toContainEqual({
      kind: "list",
      ordered: true,
      items: ["业主委员会", "物业管理委员会", "小区自管组织", "尚未成立"],
    });
    expect(view?.actions.map(({ label }) => label)).toEqual([
      "业主委员会",
      "物业管理委员会",
      "小区自管组织",
      "尚未成立",
      "上一步",
      "跳过",
      "保存退出",
    ]);
  });

  test("offers the proposal and the saved answer", () => {
    expect(textOf(shownAfter(["锦绣花园", "改 项目名称"]))).toContain("建议填写：锦绣花园。采用请发送「确认」。");
    expect(textOf(shownAfter(["锦绣花园", "上一步"]))).toContain("已填：锦绣花园。不修改的请发送「跳过」。");
  });

  test("never shows a long text whole", () => {
    const view = shownAfter(["改 申报材料", `${"园".repeat(40)}\n第二段`, "上一步"]);

    expect(textOf(view)).toContain(`共43字：${"园".repeat(30)}……`);
  });
});

describe("the review", () => {
  test("shows every answer and can be handed in", () => {
    const view = shownAfter(COMPLETE);

    expect(labelsIn(view)).toEqual([]);
    expect(view?.status).toBe("已填8/9项");
    expect(view?.actions[0]).toEqual({ id: "", label: "提交", typed: "提交", look: "primary" });
    expect(view?.body.find(({ kind }) => kind === "facts")).toEqual({
      kind: "facts",
      facts: [
        { label: "小区名称", value: "锦绣花园" },
        { label: "小区地址", value: "越王路1号" },
        { label: "负责人电话", value: "13812345678" },
        { label: "业主组织形式", value: "业主委员会" },
        { label: "申报材料", value: "共5字：材料一份。" },
        { label: "项目名称", value: "锦绣花园" },
        { label: "交付率或入住率", value: "92.5%" },
        { label: "近两年内重大安全责任事故", value: "无" },
        { label: "备注", value: "未填写" },
      ],
    });
  });

  test.each([
    ["13812345678", "138****5678"],
    ["0575-85082235", "0575-8508****"],
  ])("masks %s where others read along", (phone, masked) => {
    const facts = answerFacts(form, { answers: { headPhone: phone } }, { masked: true });

    expect(facts[2]).toEqual({ label: "负责人电话", value: masked });
  });

  test("says what goes onto the attached page", () => {
    const facts = answerFacts(form, { answers: { statement: "园".repeat(820) } });

    expect(facts[4]?.value).toBe(`共820字：${"园".repeat(30)}……；共820字，超过800字的部分另附页`);
  });
});
