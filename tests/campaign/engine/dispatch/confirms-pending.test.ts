import { describe, expect, test } from "vitest";
import { confirmsOf } from "../../../../src/campaign/engine/dispatch/confirms-pending.ts";

const waits = (typed: string) => ({ name: typed, typed, disarm: async () => undefined });
const list = waits("确认撤回名单");
const report = waits("确认撤回工作报告");
const lot = waits("确认撤回 滨江花园");

describe("确认撤回 confirms what waits", () => {
  test.each(["确认撤回", "确认撤回。", "「确认撤回」", "确认撤回，谢谢", "确认撤回名单", "确认撤回名单\n谢谢"])(
    "%j",
    (said) => {
      expect(confirmsOf([list], said)).toEqual({ kind: "one", typed: "确认撤回名单" });
    },
  );

  test("of two it is asked which", () => {
    expect(confirmsOf([list, report], "确认撤回")).toEqual({ kind: "which", pending: [list, report] });
    expect(confirmsOf([list, report], "确认撤回工作报告")).toEqual({ kind: "one", typed: "确认撤回工作报告" });
  });

  test.each(["确认撤回 因台风需调整名单\n申请延期至2023/10/9", "确认撤回名单，因台风需调整名单\n申请延期至2023/10/9"])(
    "%j says more than that",
    (said) => {
      const more = "因台风需调整名单\n申请延期至2023/10/9";
      expect(confirmsOf([list], said)).toMatchObject({ kind: "more", pending: list, more });
    },
  );

  test("a reason behind the name of a case is told of as well", () => {
    const said = "确认撤回 滨江花园，因业主意见不一";
    expect(confirmsOf([lot], said)).toMatchObject({ kind: "more", more: "因业主意见不一", mayName: false });
  });

  test("of applications alone, and where nothing waits, it is the command's", () => {
    expect(confirmsOf([lot], "确认撤回")).toBeUndefined();
    expect(confirmsOf([], "确认撤回")).toBeUndefined();
    expect(confirmsOf([list], "撤回名单")).toBeUndefined();
  });
});
