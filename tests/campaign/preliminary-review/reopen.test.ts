import { expect, test } from "vitest";
import { begunAnew, reasonIn } from "../../../src/campaign/preliminary-review/reopen.ts";
import { shareOf, withShare, workIn } from "../../../src/platform/conversation/shared-work.ts";

test("what was refused before 重新修改 does not stand above the page that is opened again, for nobody", () => {
  const refused = [{ key: "3-8", label: "3-8", sentence: "3-8应在0至4分之间，未保存。", typed: "99" }];
  const work = ["keqiao-1", "keqiao-2"].reduce(
    (all, person) => withShare(all, person, { at: "3-8", step: "confirming", refused }),
    workIn({}),
  );
  expect(shareOf(work, "keqiao-2")).toMatchObject({ at: "3-8", step: "confirming", refused });

  const anew = begunAnew(work, ["keqiao-1", "keqiao-2", "keqiao-3"], "1-1");

  for (const person of ["keqiao-1", "keqiao-2", "keqiao-3"]) {
    expect(shareOf(anew, person)).toMatchObject({ at: "1-1", refused: [], conflicts: [] });
    expect(shareOf(anew, person).step).toBeUndefined();
  }
});

test.each([
  ["街道反馈3-7、4-3有误。\n3-7\t3\t路灯不亮5盏\n4-3\t2\t执法未进小区", "「3-7\t3\t路灯不亮5盏」"],
  ["街道反馈有误\n4-3：2分", "「4-3:2分」"],
  ["先这样吧我再看看", "理由"],
  ["领导说先不改", "「领导说先不改」"],
])("%j is refused: the reason holds what is none", (said, named) => {
  expect(reasonIn(said)).toMatchObject({ refused: expect.stringContaining(named) });
});

test.each(["3-7应为3分，漏看照片", "街道反馈3-7、4-3有误。", "3-7 3 路灯不亮", "1. 漏看照片\n2. 4-3证明材料后到"])(
  "%j is a reason",
  (said) => {
    expect(reasonIn(said)).toHaveProperty("text");
  },
);
