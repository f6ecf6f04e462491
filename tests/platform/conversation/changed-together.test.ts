import { describe, expect, test } from "vitest";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { question, when } from "./support/questions.ts";

const text = (key: string, label: string) => question("text", { key, label });
const form = {
  id: "application",
  title: "申报表",
  version: 1,
  fields: [
    text("compoundName", "小区名称"),
    text("applicant", "申报单位"),
    text("compoundAddress", "小区地址"),
    text("head", "申报单位负责人"),
    question("phone", { key: "headPhone", label: "申报单位负责人电话" }),
    question("phone", { key: "chairPhone", label: "业委会主任电话", required: false }),
    text("projectName", "项目名称"),
  ],
};
const before = { compoundName: "塔山小区", compoundAddress: "人民路12号" };
const say = (said: string) => {
  const open = form.fields.find(({ key }) => key === "applicant");
  const state = { ...openAt(begin(form), open), answers: before };
  return step(form, state, { text: said, today: when.today, year: when.year });
};

describe("fields changed together in one sentence", () => {
  test.each([
    "地址、项目名称都改一下：滨河路3号，塔山家园",
    "小区地址和项目名称改成滨河路3号、塔山家园",
    "把地址跟项目名称改一下，滨河路3号；塔山家园",
    "小区地址和项目名称改为 滨河路3号 塔山家园",
    "地址和项目名称都改一下：地址滨河路3号，项目名称塔山家园",
    "小区地址、项目名称分别改为：\n滨河路3号\n塔山家园",
  ])("%s", (said) => {
    expect(say(said).state.answers).toEqual({ ...before, compoundAddress: "滨河路3号", projectName: "塔山家园" });
  });

  test("电话 is of several: each reading is a button, and sent it is recorded whole", () => {
    const { state, outcome } = say("地址和电话都改一下：滨河路3号，13812345678");
    const readings = "readings" in outcome ? (outcome.readings ?? []) : [];

    expect(state.answers).toEqual(before);
    expect(readings).toEqual([
      "小区地址：滨河路3号；申报单位负责人电话：13812345678",
      "小区地址：滨河路3号；业委会主任电话：13812345678",
    ]);
    expect(say(readings[1] ?? "").state.answers).toEqual({
      ...before,
      compoundAddress: "滨河路3号",
      chairPhone: "13812345678",
    });
  });

  test.each(["地址和项目名称都改一下：滨河路3号", "地址和项目名称改一下：甲路1号，乙家园，丙苑，丁"])(
    "%s: the numbers do not agree, and nothing is recorded",
    (said) => {
      const { state, outcome } = say(said);
      expect(state.answers).toEqual(before);
      expect("sentence" in outcome && outcome.sentence).toContain("小区地址：…；项目名称：…");
    },
  );

  test("one that cannot be recorded keeps the other from it, and offers it", () => {
    const { state, outcome } = say("小区地址和业委会主任电话改成滨河路3号、1381234");
    expect(state.answers).toEqual(before);
    expect("sentence" in outcome && outcome.sentence).toContain("小区地址：滨河路3号");
  });
});
