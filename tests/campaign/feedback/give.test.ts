import { expect, test } from "vitest";
import { saysNothing } from "../../../src/campaign/feedback/give.ts";

test.each(["撤", "查", "y", "1", "收到", "好的", "提交", "算了", "撤回", "同上", "不提了", "不对", "……"])(
  "%s is no opinion",
  (said) => {
    expect(saysNothing(said)).toBe(true);
  },
);

test.each(["请提前告知报送材料的格式。", "撤回的理由太长", "什么时候能导出", "建议取消纸质表", "卡片字太小"])(
  "%s is one",
  (said) => {
    expect(saysNothing(said)).toBe(false);
  },
);
