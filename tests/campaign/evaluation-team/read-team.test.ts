import { describe, expect, test } from "vitest";
import { readTeam, saysNothing } from "../../../src/campaign/evaluation-team/read-team.ts";

const KNOWN = ["评选工作组组长", "评选工作组成员1", "评选工作组成员12", "张三", "李四"];
const NOTHING = { leads: [], members: [], added: [], removed: [], unread: [] };

describe("who is named for the team", () => {
  test("lead, members, and somebody outside the organisation with the unit", () => {
    expect(readTeam("组长 张三 成员 李四、王五 13800000000、赵工（市物业管理协会）", KNOWN)).toEqual({
      ...NOTHING,
      leads: [{ name: "张三" }],
      members: [{ name: "李四" }, { name: "王五", mobile: "13800000000" }, { name: "赵工", unit: "市物业管理协会" }],
    });
  });

  test("without blanks, with colons, and with 由 and 为", () => {
    const read = { ...NOTHING, leads: [{ name: "张三" }], members: [{ name: "李四" }] };

    expect(readTeam("组长张三成员李四", KNOWN)).toEqual(read);
    expect(readTeam("组长：张三；成员：李四。", KNOWN)).toEqual(read);
    expect(readTeam("组长由张三，成员为李四", KNOWN)).toEqual(read);
  });

  test("a known name may hold 组长 or 成员 itself, and of two the longer is meant", () => {
    expect(readTeam("组长 评选工作组组长 成员 评选工作组成员12、评选工作组成员1", KNOWN)).toEqual({
      ...NOTHING,
      leads: [{ name: "评选工作组组长" }],
      members: [{ name: "评选工作组成员12" }, { name: "评选工作组成员1" }],
    });
  });

  test("a name that only begins like a known one is another's", () => {
    expect(readTeam("成员 张三丰（市物业管理协会）", KNOWN).members).toEqual([
      { name: "张三丰", unit: "市物业管理协会" },
    ]);
  });

  test("what stands in brackets behind a known name describes them; 外部成员 says that another is meant", () => {
    expect(readTeam("成员 张三（越城区）", KNOWN).members).toEqual([{ name: "张三" }]);
    expect(readTeam("外部成员 张三（市物业管理协会）", KNOWN).members).toEqual([
      { name: "张三", unit: "市物业管理协会" },
    ]);
  });

  test("增加 and 减少 change the present team", () => {
    expect(readTeam("增加 李四 减少 张三、赵工", KNOWN)).toEqual({
      ...NOTHING,
      added: [{ name: "李四" }],
      removed: [{ name: "张三" }, { name: "赵工" }],
    });
  });

  test("what stands before any of these words is not guessed at", () => {
    expect(readTeam("副组长 张三", KNOWN).unread).toEqual(["副组长", "张三"]);
    expect(saysNothing(readTeam(" 。", KNOWN))).toBe(true);
    expect(saysNothing(readTeam("张三", KNOWN))).toBe(false);
  });
});
