import { expect, test } from "vitest";
import { begunAnew } from "../../../src/campaign/preliminary-review/reopen.ts";
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
