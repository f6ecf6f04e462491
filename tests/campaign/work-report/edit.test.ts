import { expect, test } from "vitest";
import { edited, editsIn, isEdit } from "../../../src/campaign/work-report/edit.ts";

const REPORT =
  "一、活动开展情况\n申报2个小区，悬挂横幅32条，发放资料132份。\n二、存在问题\n维修经费仍有缺口约35.6万元。\n三、下一步工作建议\n横向联系增加2个小区。";

const corrected = (text: string, said: string): string | undefined => {
  const edits = editsIn(said);
  if (!edits) return undefined;
  const done = edited(text, edits);
  return done.kind === "edited" ? done.changes.map(({ wrong, right }) => `${wrong}→${right}`).join("；") : undefined;
};

test.each([
  ["横幅32条改为36条", "横幅32条→横幅36条"],
  ["更正：横幅32条改为36条", "横幅32条→横幅36条"],
  ["更正：横幅32条应为36条。", "横幅32条→横幅36条"],
  ["把横幅32条改成横幅36条", "横幅32条→横幅36条"],
  ["不对，横幅应为36条，不是32条", "横幅32条→横幅36条"],
  ["更正：存在的问题里经费缺口35.6万元改为36.5万元", "35.6万元→36.5万元"],
  ["更正：申报2个改为3个；横幅32条改为36条", "申报2个→申报3个；横幅32条→横幅36条"],
  ["更正：「发放资料」改为「发放宣传资料」", "发放资料→发放宣传资料"],
])("%j corrects the one place where that stands", (said, changes) => {
  expect(corrected(REPORT, said)).toBe(changes);
});

test("nothing around the place changes", () => {
  const done = edited(REPORT, editsIn("横幅32条改为36条") ?? []);
  expect(done).toEqual({
    kind: "edited",
    text: REPORT.replace("横幅32条", "横幅36条"),
    changes: [{ wrong: "横幅32条", right: "横幅36条" }],
  });
});

test.each([
  ["2个小区改为3个小区", 2],
  ["32份改为36份", 0],
  ["标语32条改为36条", 0],
])("%j is not plain: it stands there %d times", (said, times) => {
  const done = edited(REPORT, editsIn(said) ?? []);
  expect(done).toMatchObject({ kind: "unclear", times });
});

test("of several corrections none is made where one is not plain", () => {
  expect(edited(REPORT, editsIn("横幅32条改为36条；2个小区改为3个小区") ?? [])).toMatchObject({ kind: "unclear" });
});

test.each(["横幅32条改为36条，还有一段请加在后面", "主要做法：将老旧路灯换成节能灯。\n成效明显", "下一步加强宣传"])(
  "%j is no correction alone",
  (said) => {
    expect(editsIn(said)).toBeUndefined();
  },
);

test.each([
  ["横幅32条改为36条", true],
  ["更正：甲改为乙", true],
  ["红色物业改为党建引领", true],
  ["将老旧路灯换成节能灯", false],
])("%j without its place in the report is a correction: %s", (said, is) => {
  expect(isEdit(said, editsIn(said) ?? [])).toBe(is);
});

const SIGNED = "参加创建23个，推荐2个。\n　　　　　某某区住建局\n　　　　　　2023年8月28日";

test("the day below a report is corrected by what it is called", () => {
  expect(corrected(SIGNED, "更正：参加创建23个应为26个；落款日期改为2023年10月20日")).toBe(
    "参加创建23个→参加创建26个；2023年8月28日→2023年10月20日",
  );
});

test("of two days on lines of their own none is taken for it", () => {
  const two = `${SIGNED}\n2023年8月29日`;
  expect(edited(two, editsIn("更正：落款日期改为2023年10月20日") ?? [])).toMatchObject({ kind: "unclear", times: 0 });
});
