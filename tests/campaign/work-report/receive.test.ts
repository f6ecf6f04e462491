import { expect, test } from "vitest";
import { withoutBeside, withoutContact } from "../../../src/campaign/work-report/receive.ts";
import { withoutSigned } from "../../../src/campaign/work-report/signed.ts";

const report =
  "柯桥区工作总结\n一、活动开展情况。本区申报3个小区。\n二、存在问题。车位不足。\n柯桥区住房和城乡建设局\n2023年10月9日";

test.each([
  ["", ""],
  ["张科 10/9 09:12", ""],
  ["[文件]", "请查收。"],
  ["", "以上是全部内容，请查收"],
  ["王主任（办公室） 2023-10-09 09:12:33", "以上请审阅，谢谢！\n[图片]"],
])("a report between “%s” and “%s” is the report alone, and they are named", (above, below) => {
  const typed = [above, report, below].filter((part) => part !== "").join("\n");
  const beside = [above, ...below.split("\n")].filter((part) => part !== "");
  expect(withoutBeside(typed)).toEqual({ text: report, beside });
});

test("a text of nothing else stays, and so does a sentence that goes on", () => {
  expect(withoutBeside("请查收")).toEqual({ text: "请查收", beside: [] });
  expect(withoutBeside("一、情况。\n请各街道继续完善车位管理。")).toEqual({
    text: "一、情况。\n请各街道继续完善车位管理。",
    beside: [],
  });
});

test.each(["嗯我念一下，", "那我汇报一下情况，", "好的，"])("“%s” said before it is none of it, and named", (lead) => {
  expect(withoutBeside(`${lead}${report}`)).toEqual({ text: report, beside: [lead] });
});

test("a title stays, and a sentence that begins like such a word", () => {
  for (const text of ["工作报告\n一、活动开展情况。", "好的做法值得推广。", "汇报提纲\n一、情况。"])
    expect(withoutBeside(text)).toEqual({ text, beside: [] });
});

test.each(["联系人：王科　0575-82119900转802", "电话：0575-82119900", "（联系人：王科　82119900）"])(
  "“%s” below a report is none of it, and named",
  (line) => {
    const prose = "一、活动开展情况。本区申报3个小区。\n四、下一步工作建议\n加强培训";
    expect(withoutBeside(`${prose}\n${line}`)).toEqual({ text: prose, beside: [line] });
    expect(withoutContact(`推广实施：已在2个街道推广\n${line}`)).toEqual({
      text: "推广实施：已在2个街道推广",
      contact: [line],
    });
  },
);

test("a contact within a sentence, or alone, stays", () => {
  const prose = "设立业主联系人：每楼一名。\n存在问题：经费不足。";
  expect(withoutContact(prose)).toEqual({ text: prose, contact: [] });
  expect(withoutContact("联系人：王科")).toEqual({ text: "联系人：王科", contact: [] });
});

test.each([
  [
    "四、建议\n建议市局9月10日前导入名单。\n上虞区住房和城乡建设局\n2023年8月28日",
    ["上虞区住房和城乡建设局", "2023年8月28日"],
  ],
  [
    "四、建议\n建议市局9月10日前导入名单。\n\n上虞区住房和城乡建设局（盖章）\n2023.8.28",
    ["上虞区住房和城乡建设局（盖章）", "2023.8.28"],
  ],
  [
    "四、建议\n建议市局9月10日前导入名单。\n上虞区住房和城乡建设局 2023年8月28日",
    ["上虞区住房和城乡建设局", "2023年8月28日"],
  ],
  ["四、建议\n建议市局9月10日前导入名单。\n2023年8月28日", ["2023年8月28日"]],
  [
    "四、建议\n建议市局9月10日前导入名单。\n\n　　　　上虞区建设局\n　　　　二〇二三年八月二十八日",
    ["上虞区建设局", "二〇二三年八月二十八日"],
  ],
  ["四、建议\n建议市局9月10日前导入名单。\n上虞区建设局\n8月28日", ["上虞区建设局", "8月28日"]],
  [
    "四、建议\n建议市局9月10日前导入名单。\n报送单位：上虞区建设局\n日期：2023年8月28日",
    ["报送单位：上虞区建设局", "日期：2023年8月28日"],
  ],
  [
    "四、建议\n建议市局9月10日前导入名单。\n（此页无正文）\n上虞区建设局（公章）",
    ["（此页无正文）", "上虞区建设局（公章）"],
  ],
  [
    "四、建议\n建议市局9月10日前导入名单。\n上虞区建设局\n2023年8月28日\n（联系人：王科，82110000）",
    ["上虞区建设局", "2023年8月28日", "（联系人：王科，82110000）"],
  ],
  ["四、建议\n建议市局9月10日前导入名单。 上虞区建设局 2023年8月28日", ["上虞区建设局", "2023年8月28日"]],
  ["四、建议\n建议市局9月10日前导入名单。", []],
  ["四、建议\n建议市局9月10日前导入名单。\n名单报市住房和城乡建设局", []],
])("who signed %j is no part of its last section", (typed, foot) => {
  const { text, foot: cut } = withoutSigned(typed);
  expect(cut).toEqual(foot);
  expect(text.endsWith(foot.length === 0 ? typed.slice(-6) : "建议市局9月10日前导入名单。")).toBe(true);
});
