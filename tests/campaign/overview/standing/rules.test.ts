import { describe, expect, test } from "vitest";
import { standingQuestion } from "../../../../src/campaign/overview/standing/rules.ts";

describe("questions about the own state", () => {
  test.each([
    ["提交了吗", ""],
    ["提交了吗？", ""],
    ["报上去了没有", ""],
    ["交了没", ""],
    ["申报表提交了没有", ""],
    ["名单报了吗", ""],
    ["请问曹娥花园提交了吗", "曹娥花园"],
    ["曹娥花园的申报表报上去了没", "曹娥花园"],
  ])("%s: whether it is handed in", (text, about) => {
    expect(standingQuestion(text)).toEqual({ kind: "handedIn", about });
  });

  test.each([
    ["总分多少了", ""],
    ["现在总分多少", ""],
    ["多少分了？", ""],
    ["曹娥花园总分是多少", "曹娥花园"],
    ["曹娥花园打了多少分", "曹娥花园"],
  ])("%s: the points so far", (text, about) => {
    expect(standingQuestion(text)).toEqual({ kind: "total", about });
  });

  test.each([
    ["我还差什么", "missing"],
    ["还缺哪些材料", "missing"],
    ["还有什么没填", "missing"],
    ["还要做什么", "missing"],
    ["交了几个", "count"],
    ["我们已经报了几个小区", "count"],
    ["批了没有", "approved"],
    ["批下来了吗", "approved"],
    ["名单审批通过了没有", "approved"],
  ])("%s", (text, kind) => {
    expect(standingQuestion(text)).toEqual({ kind });
  });

  test.each([
    "提交",
    "报送",
    "已经提交了",
    "材料都交了",
    "因为居民满意度高",
    "居民交了多少物业费",
    "物业费交了",
    "五分",
    "3-5 4",
    "进度",
    "初评 曹娥花园",
    "收到",
    "怎么填？",
    "要写公司全称吗",
  ])("%s is none", (text) => {
    expect(standingQuestion(text)).toBeUndefined();
  });
});
