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

describe("who is named for the team, with the role behind the name or in a table", () => {
  const read = { ...NOTHING, leads: [{ name: "张三" }], members: [{ name: "李四" }, { name: "王五" }] };

  test.each([
    "张三任组长，李四、王五为成员",
    "张三组长，李四、王五组员",
    "张三(组长)、李四、王五",
    "李四（成员）、张三（组长）、王五（成员）",
    "1.张三（组长）\n2.李四\n3.王五",
    "姓名\t职务\n张三\t组长\n李四\t成员\n王五\t成员",
    "序号\t职务\t姓名\n1\t组长\t张三\n2\t成员\t李四\n3\t成员\t王五",
    "组长由张三同志担任，成员由李四同志、王五同志组成",
    "组长 张三\n成员 李四\n成员 王五",
  ])("%j", (typed) => {
    expect(readTeam(typed, [...KNOWN, "王五"])).toEqual(read);
  });

  test.each(["把李四换成王五", "去掉李四换王五", "李四换成王五", "减少 李四 增加 王五"])("%s", (typed) => {
    expect(readTeam(typed, KNOWN)).toEqual({ ...NOTHING, added: [{ name: "王五" }], removed: [{ name: "李四" }] });
  });

  test("加李四 and 李四退出", () => {
    expect(readTeam("加李四", KNOWN)).toEqual({ ...NOTHING, added: [{ name: "李四" }] });
    expect(readTeam("李四退出", KNOWN)).toEqual({ ...NOTHING, removed: [{ name: "李四" }] });
  });

  test("a deputy is none of these, and named as unread; so is what a known name only ends in", () => {
    expect(readTeam("组长：张三，副组长：李四，成员：王五", KNOWN).unread).toEqual(["副组长", "李四"]);
    expect(readTeam("组长 评选工作组组长 成员 评选工作组成员1", KNOWN).leads).toEqual([{ name: "评选工作组组长" }]);
  });
});
