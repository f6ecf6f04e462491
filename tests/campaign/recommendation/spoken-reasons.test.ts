import { describe, expect, test } from "vitest";
import { reasonBefore, reasonIn, untilIn } from "../../../src/campaign/extension/said.ts";
import { checkedFeedback } from "../../../src/campaign/feedback/give.ts";
import { withoutReasonLead } from "../../../src/campaign/recommendation/reason-turns.ts";
import { wordsBeside } from "../../../src/campaign/reminder/agree-commands.ts";
import { withoutSounds } from "../../../src/platform/conversation/spoken.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-08-28"), year: 2023 };

describe("a reason is taken without what was said before and between its words", () => {
  test.each([
    ["因为那个越都名府群众基础好 嗯就是说参与度高", "越都名府群众基础好 参与度高"],
    ["理由嘛就是群众基础好", "群众基础好"],
    ["嗯因为嗯楼道堆物", "楼道堆物"],
    ["那个小区停车难，问题就是车位少", "那个小区停车难，问题就是车位少"],
    ["其实群众满意", "其实群众满意"],
    ["额度不足", "额度不足"],
  ])("%s", (text, expected) => {
    expect(withoutReasonLead(text)).toBe(expected);
  });
});

describe("of a request for later, fillers around the names are no reason", () => {
  test.each([
    ["就是那个推荐名单啊想延到十月八号 因为国庆放假盖章找不到人", "", "国庆放假盖章找不到人"],
    ["推荐名单嘛延到十月八号吧 因为那个国庆放假", "", "国庆放假"],
    ["因为盖章慢 推荐名单就延到十月八号", "盖章慢", ""],
    ["就是盖章慢嘛推荐名单想延到10月8日", "盖章慢", ""],
    ["推荐名单 10月8日 其实材料已齐，只差盖章", "", "其实材料已齐，只差盖章"],
  ])("%s", (text, before, behind) => {
    const until = untilIn(text, when);
    if (until.kind !== "day") throw new Error("no day");
    expect([reasonBefore(until.head, ["推荐名单"]), reasonIn(until.rest)]).toEqual([before, behind]);
  });
});

test("fillers around an agreed day say nothing", () => {
  expect(wordsBeside("就那个九月二十五号报", ["推荐名单"], when)).toBe("");
  expect(wordsBeside("嗯推荐名单嘛九月二十五号报", ["推荐名单"], when)).toBe("");
  expect(wordsBeside("九月二十五号报不了", ["推荐名单"], when)).toBe("报不了");
});

test("an opinion goes out without the sounds before it", () => {
  expect(checkedFeedback("嗯就是那个评分表太长了啊能不能少填一点", "")).toBe("评分表太长了啊能不能少填一点");
  expect(checkedFeedback("那个评分表太长了", "")).toBe("那个评分表太长了");
});

describe("cleaning ends soon, whatever is said over and over", () => {
  test.each(["嗯", "嗯 ", "那个", "就是说", "小区 嗯", " 嗯"])("%s", (said) => {
    const text = `${said.repeat(4000)}好`;
    const begun = performance.now();
    withoutSounds(text);
    withoutReasonLead(text);
    reasonIn(text);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
