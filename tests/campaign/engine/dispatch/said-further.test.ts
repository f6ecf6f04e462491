import { describe, expect, test } from "vitest";
import { saidFurther } from "../../../../src/campaign/engine/dispatch/said-further.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-08-28"), year: 2023 };
const which = ["推荐名单", "工作报告"].map((name) => ({
  ...{ name, typed: `申请延期 ${name}`, lacks: "day" as const },
}));
const why = [{ name: "申请延期 推荐名单 10月10日", typed: "申请延期 推荐名单 10月10日", lacks: "text" as const }];

describe("the rest of what was asked", () => {
  test.each([
    ["10.10 材料没齐", "10.10 材料没齐"],
    ["9.28前报不了 延到10.10", "9.28前报不了 延到10.10"],
    ["延期到10.10", "延期到10.10"],
    ["嗯延到十月十日理由是放假太长业委会没法盖章", "延到十月十日理由是放假太长业委会没法盖章"],
  ])("%j goes behind each that may be meant", (said, kept) => {
    expect(saidFurther(which, said, when)).toEqual({
      kind: "ask",
      choices: which.map((one) => ({ ...one, typed: `${one.typed} ${kept}` })),
    });
  });

  test("is a day alone", () => {
    expect(saidFurther(which, "9.25", when)?.kind).toBe("ask");
  });

  test("is sent where only one is meant", () => {
    expect(saidFurther(why, "放假盖不了章", when)).toEqual({
      kind: "sent",
      typed: "申请延期 推荐名单 10月10日 放假盖不了章",
    });
  });

  test("is asked about where a question of another thing is open", () => {
    expect(saidFurther(why, "东门垃圾桶未清运", { ...when, isOther: true })?.kind).toBe("ask");
    expect(saidFurther(which.slice(0, 1), "10.10 材料没齐", { ...when, isOther: true })?.kind).toBe("sent");
    expect(saidFurther(which.slice(0, 1), "2023年7月31日", { ...when, isOther: true })?.kind).toBe("ask");
  });

  test.each(["推荐名单", "好的", "稍等", "2", "能延到10.10吗？"])("%j says nothing of it", (said) => {
    expect(saidFurther(which, said, when)).toBeUndefined();
  });

  test.each(["好的", "稍等", "10月11日", "为什么要理由呢", "无"])("%j is no reason", (said) => {
    expect(saidFurther(why, said, when)).toBeUndefined();
  });

  test("a list of other things takes nothing further", () => {
    expect(saidFurther([{ name: "雅苑", typed: "撤回 雅苑" }], "10.10 材料没齐", when)).toBeUndefined();
  });
});
