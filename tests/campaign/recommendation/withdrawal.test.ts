import { expect, test } from "vitest";
import { isConfirmation } from "../../../src/campaign/recommendation/withdrawal.ts";

test.each(["确认撤回", "嗯撤回", "嗯，确认撤回吧", "确认", "好的撤回"])("%s confirms what 撤回名单 asked", (typed) => {
  expect(isConfirmation(typed)).toBe(true);
});

test.each(["撤回名单", "撤回 锦绣花园", "不撤回", "先不撤回", "撤回申报", "等一下再撤回"])("%s does not", (typed) => {
  expect(isConfirmation(typed)).toBe(false);
});
