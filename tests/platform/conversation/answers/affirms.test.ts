import { expect, test } from "vitest";
import { wantsItDone } from "../../../../src/platform/conversation/answers/affirms.ts";

test.each(["确认", "提交吧", "那就报吧", "好的那就报吧", "好了报送吧", "嗯对报送", "行就报上去"])(
  "%s: what was shown is to be done",
  (text) => {
    expect(wantsItDone(text)).toBe(true);
  },
);

test.each(["不报了", "报表", "好的", "报送什么", "先别报"])("%s is something else", (text) => {
  expect(wantsItDone(text)).toBe(false);
});
