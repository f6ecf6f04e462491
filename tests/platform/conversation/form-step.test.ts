import { describe, expect, test } from "vitest";
import { begin, type FormState, restoreState } from "../../../src/platform/conversation/form-state.ts";
import { resume, step } from "../../../src/platform/conversation/form-step.ts";
import type { Outcome } from "../../../src/platform/conversation/outcome.ts";
import { stepPhrases } from "../../../src/platform/conversation/phrases.ts";
import { form, when } from "./support/questions.ts";

/** Says one thing after the other; the state in the end and what the last one led to. */
function say(words: readonly string[], from: FormState = begin(form)): { state: FormState; outcome: Outcome } {
  let at: { state: FormState; outcome: Outcome } = { state: from, outcome: { kind: "notUnderstood" } };
  for (const text of words) at = step(form, at.state, { text, today: when.today, year: when.year });
  return at;
}

const key = (outcome: Outcome): string | undefined => ("question" in outcome ? outcome.question.key : undefined);
const COMPLETE = ["锦绣花园", "越王路1号", "13812345678", "1", "材料一份。", "确认", "92.5", "无", "跳过"];

describe("a form in conversation", () => {
  test("asks one question after the other and ends in the review", () => {
    const first = say(["锦绣花园。"]);
    const last = say(COMPLETE);

    expect(first.outcome).toEqual({
      kind: "ask",
      question: form.fields[1],
      recorded: { question: form.fields[0], shown: "锦绣花园" },
    });
    expect(last.outcome).toEqual({ kind: "review" });
    expect(last.state).toEqual({
      formId: "application",
      formVersion: 1,
      answers: {
        compoundName: "锦绣花园",
        compoundAddress: "越王路1号",
        headPhone: "13812345678",
        ownersBodyKind: "ownersCommittee",
        statement: "材料一份。",
        projectName: "锦绣花园",
        rate: 92.5,
        safetyAccident: { choice: "none", details: {} },
      },
      skipped: ["remarks"],
      undo: { answers: { safetyAccident: null }, at: "safetyAccident", said: "无" },
    });
  });

  test("hands in after the review, not before", () => {
    const reviewed = say([...COMPLETE.slice(0, -1), "提交"]);
    const submitted = say(["提交"], reviewed.state);

    expect(reviewed.outcome).toEqual({ kind: "review" });
    expect(submitted.outcome).toEqual({ kind: "submit" });
    expect(submitted.state).toEqual(reviewed.state);
  });

  test("names what is missing when it is to be handed in too early, and asks for the first of it", () => {
    const { state, outcome } = say(["锦绣花园", "上一步", "提交"]);

    expect(outcome.kind === "missing" && outcome.questions.map(({ label }) => label)).toEqual([
      "小区地址",
      "负责人电话",
      "申报材料",
      "项目名称",
      "交付率或入住率",
      "近两年内重大安全责任事故",
    ]);
    expect(state.at).toBe("compoundAddress");
  });

  test("keeps the question open when the answer cannot stand", () => {
    const { state, outcome } = say(["锦绣花园", "越王路1号", "没有电话"]);

    expect(outcome.kind).toBe("retry");
    expect(state.at).toBe("headPhone");
    expect(state.answers).not.toHaveProperty("headPhone");
  });

  test("goes back, and then on to the first question that is still open", () => {
    const back = say(["锦绣花园", "越王路1号", "上一步"]);
    const again = say(["解放路2号"], back.state);

    expect([key(back.outcome), key(again.outcome)]).toEqual(["compoundAddress", "headPhone"]);
    expect(again.state.answers.compoundAddress).toBe("解放路2号");
  });

  test("cannot go back before the first question", () => {
    expect(say(["上一步"]).outcome).toEqual({ kind: "retry", question: form.fields[0], sentence: stepPhrases.first() });
  });

  test("passes over optional questions for good, over the others until the end", () => {
    const required = say(["跳过"]);
    const optional = say(["锦绣花园", "越王路1号", "13812345678", "跳过"]);

    expect(required.state).toMatchObject({ at: "compoundAddress", answers: {}, skipped: [] });
    expect(required.outcome).toMatchObject({ kind: "ask", notes: [stepPhrases.later("小区名称")] });
    expect(key(optional.outcome)).toBe("statement");
    expect(optional.state.skipped).toEqual(["ownersBodyKind"]);
  });

  test("passes over an answered question without losing the answer", () => {
    const { state, outcome } = say(["锦绣花园", "上一步", "跳过"]);

    expect(key(outcome)).toBe("compoundAddress");
    expect(state.answers.compoundName).toBe("锦绣花园");
  });

  test("clears an optional answer", () => {
    const { state } = say(["改 备注", "有电梯", "改 备注", "清除"]);

    expect(state.answers).toEqual({});
    expect(state.skipped).toEqual(["remarks"]);
  });

  test.each([
    ["改 小区地址", "compoundAddress"],
    ["改小区地址", "compoundAddress"],
    ["改：地址", "compoundAddress"],
    ["改 申报材料。", "statement"],
    ["改 小区地扯", "compoundAddress"],
    ["重填 第4项", "ownersBodyKind"],
    ["改 7", "rate"],
    ["/改 rate", "rate"],
  ])("%s opens that question from anywhere", (text, expected) => {
    const { state, outcome } = say([...COMPLETE, text]);

    expect(key(outcome)).toBe(expected);
    expect(state.at).toBe(expected);
  });

  test("changes an answer in one message and returns to the review", () => {
    const { state, outcome } = say([...COMPLETE, "改 小区地址 解放路2号"]);

    expect(outcome).toEqual({ kind: "review", recorded: { question: form.fields[1], shown: "解放路2号" } });
    expect(state.answers.compoundAddress).toBe("解放路2号");
  });

  test.each([
    [
      "改 申报材料 一、党建：每月例会（两次），成效好。\n二、服务。",
      "statement",
      "一、党建：每月例会（两次），成效好。\n二、服务。",
    ],
    ["改：备注：含沿街商铺（东侧），另报。", "remarks", "含沿街商铺（东侧），另报。"],
    ["「改 小区地址 解放路2号（北门）」", "compoundAddress", "解放路2号（北门）"],
  ])("%s is stored as it is written", (text, key, expected) => {
    expect(say([...COMPLETE, text]).state.answers[key]).toBe(expected);
  });

  test("asks which field is meant when several or none fit", () => {
    const several = say(["改 小区"]).outcome;
    const none = say(["改 天气"]).outcome;

    expect(several.kind === "whichField" && several.candidates.map(({ label }) => label)).toEqual([
      "小区名称",
      "小区地址",
    ]);
    expect(none.kind === "whichField" && none.candidates.length).toBe(3);
  });

  test("takes a sentence that begins with 改 as an answer", () => {
    const { state } = say(["改 申报材料", "改善环境，更新设施。"]);

    expect(state.answers.statement).toBe("改善环境，更新设施。");
  });

  test("offers an attached page and keeps the whole text", () => {
    const long = "园".repeat(801);
    const offered = say(["改 申报材料", long]);
    const kept = say(["附页"], offered.state);

    expect(offered.outcome.kind).toBe("more");
    expect(offered.state.answers).toEqual({});
    expect(kept.state.answers.statement).toBe(long);
    expect(kept.state.pending).toBeUndefined();
  });

  test("asks for a declaration's details step by step", () => {
    const { state, outcome } = say(["改 第8项", "有", "2022年5月1日", "人员伤亡事故"]);

    expect(state.answers.safetyAccident).toEqual({
      choice: "some",
      details: { happenedOn: "2022-05-01", accidentKind: "人员伤亡事故" },
    });
    expect(key(outcome)).toBe("remarks");
  });

  test("a word of consent without a proposal is no answer", () => {
    expect(say(["确认"]).outcome.kind).toBe("retry");
    expect(say(["确认"]).state.answers).toEqual({});
  });

  test("in the review leaves other words to the caller", () => {
    expect(say([...COMPLETE, "进度"]).outcome).toEqual({ kind: "notUnderstood" });
  });
});

describe("a form taken up again", () => {
  test("asks what was open, though it was stored for days", () => {
    const left = say(["锦绣花园", "保存退出"]);
    const { state, dropped } = restoreState(form, JSON.parse(JSON.stringify(left.state)));

    expect(left.outcome).toEqual({ kind: "left" });
    expect(dropped).toEqual([]);
    expect(resume(form, state, when)).toEqual({ state, outcome: { kind: "ask", question: form.fields[1] } });
  });

  test("still waits for the missing details", () => {
    const { state } = say(["改 第8项", "有", "2022年5月1日"]);

    expect(resume(form, state, when).outcome).toMatchObject({ kind: "more", sentence: "已选「有」，请补充类别。" });
  });

  test("shows the review when nothing is open", () => {
    expect(resume(form, say(COMPLETE).state, when).outcome).toEqual({ kind: "review" });
  });

  test("under a new version keeps what still fits and asks the rest again", () => {
    const saved = say(COMPLETE).state;
    const [name, address, ...rest] = form.fields.filter(({ key: one }) => one !== "projectName");
    const asDate = rest.map((one) => (one.key === "rate" ? { ...one, kind: "date" as const } : one));
    const next = { ...form, version: 2, fields: [name, address, ...asDate].filter((one) => one !== undefined) };

    const { state, dropped } = restoreState(next, saved);

    expect(dropped).toEqual(["projectName", "rate"]);
    expect(state).toMatchObject({ formVersion: 2, at: "rate", skipped: ["remarks"] });
    expect(state.answers.compoundName).toBe("锦绣花园");
  });

  test("under a shorter limit asks what is too long now", () => {
    const fields = form.fields.map((one) => (one.key === "compoundName" ? { ...one, maxCharacters: 3 } : one));
    const next = { ...form, version: 2, fields };

    expect(restoreState(next, say(COMPLETE).state)).toMatchObject({
      dropped: ["compoundName"],
      state: { at: "compoundName" },
    });
  });

  test("of another form is a failure", () => {
    expect(() => restoreState({ ...form, id: "report" }, begin(form))).toThrow(
      "expected a state of form report, not application",
    );
  });
});

describe("what is said once more, or left as it is", () => {
  test("the option just chosen is no answer to the text asked next, unless it is said as text", () => {
    const chosen = say(["锦绣花园", "越王路1号", "13812345678", "1"]);
    const next = chosen.state.at;
    const option = form.fields.find(({ key }) => key === "ownersBodyKind")?.options?.[0]?.text ?? "";
    const twice = say([option], chosen.state);

    expect(twice.state.at).toBe(next);
    expect(twice.state.answers).toEqual(chosen.state.answers);
    expect(twice.outcome.kind).toBe("retry");
  });

  test("a filled question that is passed over keeps its answer, and that is said", () => {
    const done = say([...COMPLETE, "改 小区地址", "先空着"]);

    expect(done.state.answers.compoundAddress).toBe("越王路1号");
    expect(JSON.stringify(done.outcome)).toContain("保留原内容");
  });
});
