import { expect, test } from "vitest";
import { followReason, readReason } from "../../../src/platform/conversation/reason-line.ts";

const text = (words: string) => ({ kind: "text", text: words }) as const;

test.each([
  ["居民满意度高，物业服务规范。", { kind: "reason", reason: text("居民满意度高，物业服务规范") }],
  ["同上", { kind: "same", rest: false }],
  ["同上。", { kind: "same", rest: false }],
  ["其余同上", { kind: "same", rest: true }],
  ["沿用", { kind: "before", rest: false }],
  ["其余沿用", { kind: "before", rest: true }],
  ["理由 1-3 参与度高，运行良好", { kind: "numbers", numbers: [1, 2, 3], reason: text("参与度高，运行良好") }],
  ["理由１－３　参与度高", { kind: "numbers", numbers: [1, 2, 3], reason: text("参与度高") }],
  ["理由 1、3，5至6：参与度高", { kind: "numbers", numbers: [1, 3, 5, 6], reason: text("参与度高") }],
  ["理由 4 同上", { kind: "numbers", numbers: [4], reason: { kind: "same" } }],
  ["理由 1-3,5 参与度高", { kind: "numbers", numbers: [1, 2, 3, 5], reason: text("参与度高") }],
  ["理由 1 3 5 参与度高", { kind: "numbers", numbers: [1, 3, 5], reason: text("参与度高") }],
  ["理由 6 1号楼加装电梯", { kind: "numbers", numbers: [6], reason: text("1号楼加装电梯") }],
  [
    "理由 11-12 名额所限，满意度相对靠后",
    { kind: "numbers", numbers: [11, 12], reason: text("名额所限，满意度相对靠后") },
  ],
  ["理由 3 小区环境整洁", { kind: "numbers", numbers: [3], reason: text("小区环境整洁") }],
  ["理由 3小区环境整洁", { kind: "numbers", numbers: [3], reason: text("小区环境整洁") }],
  ["理由 4 个别设施老旧", { kind: "numbers", numbers: [4], reason: text("个别设施老旧") }],
  ["理由 1、2 年度考核优秀", { kind: "numbers", numbers: [1, 2], reason: text("年度考核优秀") }],
  ["理由 1-3 人员配备齐全", { kind: "numbers", numbers: [1, 2, 3], reason: text("人员配备齐全") }],
  ["理由 2 5 个单元全部改造", { kind: "numbers", numbers: [2], reason: text("5 个单元全部改造") }],
  ["理由 1 3 年内无事故", { kind: "numbers", numbers: [1], reason: text("3 年内无事故") }],
  ["理由6 1号楼加装电梯", { kind: "numbers", numbers: [6], reason: text("1号楼加装电梯") }],
  ["理由 6 1 号楼加装电梯", { kind: "numbers", numbers: [6], reason: text("1 号楼加装电梯") }],
  ["理由 8-9 2年无事故", { kind: "numbers", numbers: [8, 9], reason: text("2年无事故") }],
  ["理由 8至9，2年无事故", { kind: "numbers", numbers: [8, 9], reason: text("2年无事故") }],
  ["理由 1 2023年获省级示范小区", { kind: "numbers", numbers: [1], reason: text("2023年获省级示范小区") }],
  ["理由 2 95%以上业主满意", { kind: "numbers", numbers: [2], reason: text("95%以上业主满意") }],
  ["理由 2 10月8日整改完毕", { kind: "numbers", numbers: [2], reason: text("10月8日整改完毕") }],
  ["理由 2 24小时值守", { kind: "numbers", numbers: [2], reason: text("24小时值守") }],
  ["理由 1 3A级物业服务", { kind: "numbers", numbers: [1], reason: text("3A级物业服务") }],
  ["理由 1 3.5公里健身步道", { kind: "numbers", numbers: [1], reason: text("3.5公里健身步道") }],
  ["理由 1 2021-2023年连续获评", { kind: "numbers", numbers: [1], reason: text("2021-2023年连续获评") }],
  ["理由 3 5 2年无事故", { kind: "numbers", numbers: [3, 5], reason: text("2年无事故") }],
  ["理由 1和3 参与度高", { kind: "numbers", numbers: [1, 3], reason: text("参与度高") }],
  ["理由 1 和谐有序", { kind: "numbers", numbers: [1], reason: text("和谐有序") }],
  ["理由：2023年获省级示范小区", { kind: "reason", reason: text("2023年获省级示范小区") }],
  ["理由充分", { kind: "reason", reason: text("理由充分") }],
])("%s", (typed, read) => {
  expect(readReason(typed)).toEqual(read);
});

test.each(["", "   ", "3", "1 2 3", "。。。", "👍"])("%j is no reason", (typed) => {
  expect(readReason(typed)).toBeUndefined();
});

test.each([
  ...["好的", "收到", "谢谢！", "理由：好的", "确认", "确认重新修改", "确认定稿吧"],
  ...["怎么写？", "等一下", "明天再说", "#N/A"],
])("talk is no reason: %s", (typed) => {
  expect(readReason(typed)).toBeUndefined();
});

test.each(["填错了", "确认有误", "确认第3条漏看材料", "好几处漏评"])("a reason that begins like talk: %s", (typed) => {
  expect(readReason(typed)).toEqual({ kind: "reason", reason: text(typed) });
});

test("two hundred characters are a reason, one more is too long", () => {
  expect(readReason("好".repeat(200))).toEqual({ kind: "reason", reason: text("好".repeat(200)) });
  expect(readReason("好".repeat(201))).toBe("tooLong");
});

test.each([
  [{ kind: "same" }, { above: ["甲", undefined], before: "乙" }, "甲"],
  [{ kind: "same" }, { above: ["甲", "丙", undefined], before: undefined }, "丙"],
  [{ kind: "same" }, { above: [undefined], before: "乙" }, undefined],
  [{ kind: "before" }, { above: ["甲"], before: "乙" }, "乙"],
  [{ kind: "before" }, { above: ["甲"], before: undefined }, undefined],
  [text("丁"), { above: ["甲"], before: "乙" }, "丁"],
] as const)("%j after %j means %s", (reason, known, followed) => {
  expect(followReason(reason, known)).toBe(followed);
});

test.each([
  ["居民满意度高。物业服务规范。", "居民满意度高。物业服务规范。"],
  ["居民满意度高。物业服务规范。 ", "居民满意度高。物业服务规范。"],
  ["居民满意度高", "居民满意度高"],
  ["居民满意度高；", "居民满意度高"],
])("where a reason stands on its own, %j keeps its full stop", (typed, kept) => {
  expect(readReason(typed, { keepsStop: true })).toEqual({ kind: "reason", reason: text(kept) });
});
