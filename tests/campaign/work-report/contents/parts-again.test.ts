import { describe, expect, test } from "vitest";
import { contentsOf } from "../../../../src/campaign/work-report/contents/contents.ts";
import { withPartsAgain } from "../../../../src/campaign/work-report/contents/parts-again.ts";
import { receiveText } from "../../../../src/campaign/work-report/receive.ts";

const parts = ["活动开展情况", "主要做法成效", "存在问题", "下一步工作建议"];
const before =
  "上虞区工作报告\n一、活动开展情况\n召开动员会3次。\n二、主要做法和成效\n投入资金85.6万元。\n三、存在问题\n缴费率低。\n四、下一步工作建议\n延长创建周期。\n更正：“动员会3次”应为“动员会2次”。";
const textsOf = (text: string) => contentsOf(text, parts).map((part) => part.text);
const again = (said: string) => {
  const { content, revised } = receiveText(said);
  const text = content.kind === "text" ? content.text : "";
  return withPartsAgain(before, { text, revised: revised === true }, parts);
};
const NOW =
  "一、活动开展情况：召开动员会2次。\n二、主要做法和成效：投入资金90万元。\n三、存在问题：业主大会成立率低。\n四、下一步工作建议：补助电梯更新。";

describe("a report that is sent again takes the place of what it was", () => {
  test.each([`更正后：${NOW}`, `修改后的报告如下：\n${NOW}`, `以此为准：\n${NOW}`, NOW])("%j", (said) => {
    const done = again(said);
    expect(done?.replaced).toEqual(parts);
    expect(textsOf(done?.text ?? "")).toEqual([
      "召开动员会2次。",
      "投入资金90万元。",
      "业主大会成立率低。",
      "补助电梯更新。",
    ]);
    expect(done?.text).toMatch(/^上虞区工作报告\n/u);
  });

  test("one part that is said to be revised replaces that one; what is new is added", () => {
    const done = again("修改后：三、存在问题：业主大会成立率低。\n推广实施：已在全区推广");
    expect(done?.replaced).toEqual(["存在问题"]);
    expect(textsOf(done?.text ?? "").slice(0, 3)).toEqual([
      "召开动员会3次。",
      "投入资金85.6万元。",
      "业主大会成立率低。",
    ]);
    expect(done?.text).toContain("推广实施：已在全区推广");
  });

  test.each(["存在问题：业主大会成立率低。", "以上情况属实。", "更正后：以上情况属实。"])(
    "%j replaces nothing",
    (said) => {
      expect(again(said)).toBeUndefined();
    },
  );

  test("the heading behind 更正后： is found, and is not kept with it", () => {
    const { content } = receiveText(`更正后：${NOW}`);
    expect(content.kind === "text" && content.text).toBe(NOW);
    expect(contentsOf(`更正后：${NOW}`, parts).map(({ state }) => state)).toEqual(parts.map(() => "written"));
  });
});
