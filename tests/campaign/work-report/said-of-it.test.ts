import { expect, test } from "vitest";
import { isCancelling } from "../../../src/campaign/engine/dispatch/disarm.ts";
import { corrects } from "../../../src/campaign/work-report/beside-report.ts";
import { partsSaid } from "../../../src/campaign/work-report/contents/contents.ts";
import { receiveText } from "../../../src/campaign/work-report/receive.ts";

const PARTS = ["活动开展情况", "主要做法和成效", "存在问题", "下一步工作建议"];

test("a correction that is sent behind a report is none of its parts", () => {
  expect(corrects("更正：城管执法进小区应为16次，不是14次")).toBe(true);
  expect(corrects("更正了公示错误，居民满意")).toBe(false);
});

test.each(["嗯算了不撤回了", "算了不改了", "算了先不报了"])("%j cancels", (text) => {
  expect(isCancelling(text)).toBe(true);
});

test.each(["算了这个小区先不报了删掉吧", "不改了停车位"])("%j cancels nothing", (text) => {
  expect(isCancelling(text)).toBe(false);
});

test("下一步建议 within a breath begins its part", () => {
  const { content } = receiveText("存在问题嘛停车难电梯维保不及时下一步建议市里多给点资金支持谢谢");
  const text = content.kind === "text" ? content.text : "";
  expect([...partsSaid(text, PARTS)]).toStrictEqual([
    ["存在问题", "停车难电梯维保不及时"],
    ["下一步工作建议", "市里多给点资金支持"],
  ]);
});

test("推广实施 as it is said is a heading", () => {
  const { content } = receiveText("推广实施在全市推广");
  expect(content.kind === "text" && content.text).toBe("推广实施：在全市推广");
});
