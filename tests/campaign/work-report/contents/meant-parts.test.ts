import { expect, test } from "vitest";
import { partsSaid } from "../../../../src/campaign/work-report/contents/contents.ts";
import { meantParts } from "../../../../src/campaign/work-report/contents/give-parts.ts";
import { contentsPhrases } from "../../../../src/campaign/work-report/contents/phrases.ts";
import { RefusalError } from "../../../../src/shared/refusal-error.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const PLAN = ["活动开展情况", "主要做法成效", "存在问题", "下一步工作建议"];
const context = { campaign: { definition: shaoxing }, commands: [] } as unknown as Parameters<typeof meantParts>[0];
const meant = (typed: string) => [...meantParts(context, partsSaid(typed, PLAN))];
const refusalOf = (typed: string): RefusalError | undefined => {
  try {
    meant(typed);
    return undefined;
  } catch (error) {
    return error instanceof RefusalError ? error : undefined;
  }
};

test.each([
  ["主要做法：上面说的第三条", "主要做法成效：内容：上面说的第三条"],
  ["存在问题：我先去开会", "存在问题：内容：我先去开会"],
  ["存在问题：停车难\n下一步工作建议：2 1", "存在问题：停车难\n下一步工作建议：内容：2 1"],
])("%j is asked about, and recorded as it is offered", (typed, offered) => {
  const refusal = refusalOf(typed);
  expect(refusal?.code).toBe("work-report.other-part");
  expect(refusal?.asks?.typed).toEqual([`${contentsPhrases.word()} ${offered}`]);
  expect(meant(offered)).toEqual(
    [...partsSaid(offered, PLAN)].map(([part, text]) => [part, text.replace("内容：", "")]),
  );
});

test.each([
  "主要做法：红色物业，三方联席会每月一次，东升花园3-7已整改",
  "存在问题：物业费收缴率91.5%，业主意识差",
  "下一步工作建议：多培训多走访；联系人王五 13905751111",
  "活动开展情况：第一，动员部署；第二，督查通报",
])("%j is recorded at once", (typed) => {
  expect(refusalOf(typed)).toBeUndefined();
});

test("what is taken back is refused, unless it is said to be meant", () => {
  expect(refusalOf("存在问题：一共十六个不对是十八个")?.code).toBe("work-report.corrected-part");
  expect(meant("存在问题：内容：一共十六个不对是十八个")).toEqual([["存在问题", "一共十六个不对是十八个"]]);
});
