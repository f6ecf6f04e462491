import { describe, expect, test } from "vitest";
import { isAbout, standingQuestion } from "../../../../src/campaign/overview/standing/rules.ts";

describe("questions about the own state", () => {
  test.each([
    ["提交了吗", ""],
    ["提交了吗？", ""],
    ["报上去了没有", ""],
    ["交了没", ""],
    ["申报表提交了没有", ""],
    ["请问曹娥花园提交了吗", "曹娥花园"],
    ["曹娥花园的申报表报上去了没", "曹娥花园"],
  ])("%s: whether it is handed in", (text, about) => {
    expect(standingQuestion(text)).toEqual({ kind: "handedIn", about });
  });

  test.each([
    ["名单报了吗", { topic: "list", about: "" }],
    ["工作报告报了没有", { topic: "report", about: "" }],
    ["嗯那个工作报告交上去了没有啊", { topic: "report", about: "" }],
    ["报告收到了吗", { topic: "report", about: "" }],
    ["推荐名单现在怎么样", { topic: "list", about: "" }],
    ["柯桥区的名单报上来没有", { topic: "list", about: "柯桥区" }],
    ["云栖雅苑现在办到哪一步了", { about: "云栖雅苑" }],
    ["湖塘花园附件1怎么样了", { topic: "requirements", about: "湖塘花园" }],
    ["湖塘花园的要求填到哪了", { topic: "requirements", about: "湖塘花园" }],
    ["附件一填完了吗", { topic: "requirements", about: "" }],
    ["现在两个小区都办到哪一步了", { about: "" }],
    ["我的表填到哪了", { about: "" }],
  ])("%s: where it stands", (text, expected) => {
    expect(standingQuestion(text)).toEqual({ kind: "handedIn", ...expected });
  });

  test.each([
    ["嗯现在多少分", "total"],
    ["初评湖塘花园现在多少分了", "total"],
    ["我们区还剩什么没弄完", "missing"],
    ["申报星河湾还差什么", "missing"],
    ["有什么要我批的", "missing"],
    ["嗯现在几个区报了名单", "count"],
    ["哪些区还没交工作报告", "count"],
    ["我们区总共报了几个", "count"],
  ])("%s: %s", (text, kind) => {
    expect(standingQuestion(text)).toMatchObject({ kind });
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
    ["截止哪天", ""],
    ["几号截止", ""],
    ["什么时候交", ""],
    ["什么时候截止？", ""],
    ["哪天截止啊", ""],
    ["9月几号截止", "9月"],
    ["截止到几号", ""],
    ["截止日期是哪天", ""],
    ["最晚什么时候报", ""],
    ["最迟哪天", ""],
    ["几号之前要交", ""],
    ["还有几天", ""],
    ["还剩几个工作日", ""],
    ["ddl", ""],
    ["初评什么时候截止", "初评"],
    ["工作报告几号交", "工作报告"],
    ["推荐名单几号前报", "推荐名单"],
    ["请问申报表最晚几号交", "申报表"],
  ])("%s: until when", (text, about) => {
    expect(standingQuestion(text)).toEqual({ kind: "deadline", about });
  });

  test.each([
    ["申报", "申报表", true],
    ["推荐名单", "推荐", true],
    ["工作报告", "报告", true],
    ["初评", "打分", true],
    ["初评", "工作报告", false],
    ["申报", "", false],
  ])("%s is asked about by “%s”: %s", (name, about, is) => {
    expect(isAbout(name, about)).toBe(is);
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
    "物业费什么时候交",
    "截止",
    "截止9月30日",
    "9月30日",
    "什么时候开始",
    "截止哪天的材料由社区交",
  ])("%s is none", (text) => {
    expect(standingQuestion(text)).toBeUndefined();
  });
});
