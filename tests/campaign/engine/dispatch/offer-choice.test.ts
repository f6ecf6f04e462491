import { expect, test } from "vitest";
import { headSaid, sentFor } from "../../../../src/campaign/engine/dispatch/offer-choice.ts";

test.each([
  {
    of: "a name that was misspelt is put in its place",
    refusal: { said: "踏山", after: undefined },
    said: { words: "初评", verbatim: "踏山 1-1 3" },
    name: "塔山小区",
    sent: "初评 塔山小区 1-1 3",
  },
  {
    of: "a name that was not said stands behind the command",
    refusal: { said: "", after: undefined },
    said: { words: "登记意见", verbatim: "社区 同意 9月5日" },
    name: "塔山小区",
    sent: "登记意见 塔山小区 社区 同意 9月5日",
  },
  {
    of: "a district for which it is done",
    refusal: { said: "", after: undefined },
    said: { words: "代填", verbatim: "初评 塔山小区" },
    name: "柯桥区",
    sent: "代填 柯桥区 初评 塔山小区",
  },
  {
    of: "a role or district that completes what was said",
    refusal: { said: "", after: "" },
    said: { words: "新增人员", verbatim: "张三 13800000000 经办人" },
    name: "柯桥区",
    sent: "新增人员 张三 13800000000 经办人 柯桥区",
  },
  {
    of: "a successor, with the word before the name",
    refusal: { said: "", after: "移交" },
    said: { words: "移除人员", verbatim: "张三" },
    name: "李四",
    sent: "移除人员 张三 移交 李四",
  },
])("$of", ({ refusal, said, name, sent }) => {
  expect(sentFor(name, refusal, said)).toBe(sent);
});

test.each([
  ["申请延期我们材料来不及", { words: "申请延期", verbatim: "我们材料来不及" }],
  ["嗯我们申请延期到10月10日", { words: "申请延期", verbatim: "到10月10日" }],
  ["推荐名单因为盖章想申请延期到10月10日", { verbatim: "推荐名单因为盖章想申请延期到10月10日" }],
])("%j, which the command recognised itself", (text, said) => {
  expect(headSaid({ words: ["申请延期"] }, text)).toEqual(said);
});
