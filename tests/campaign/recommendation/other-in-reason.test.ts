import { expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { otherInReason } from "../../../src/campaign/recommendation/other-in-reason.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";

const names = ["越秀苑", "碧桂园三期"];
const form = {
  ...{ id: "recommendation", title: "", version: 1 },
  fields: [{ key: "c0", label: "越秀苑的推荐理由", kind: "longText" as const, required: true }],
};
const list: Asked = {
  candidates: names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } })),
  order: ["c0", "c1"],
  reasons: { form, state: begin(form) },
};
const around = {
  others: [...names, "锦绣江南"],
  labels: ["所属街道", "业委会主任电话", "申报材料"],
  isCommand: (word: string) => ["撤回", "登记意见", "进度"].includes(word),
};
const beside = (text: string) => besideReason(list, text, around);

test.each([
  "3-7 5 监控修好了",
  "3-4扣1没公示",
  "所属街道：陶朱街道",
  "业委会主任电话 13905751111",
  "书记王丽 13711111111",
  "上面电话末位是1",
  "登记意见 锦绣江南",
  "撤回锦绣江南",
  "嗯我回来了继续吧",
  "申报材料：物业合同",
  "嗯我们在锦绣江南物业用房那边拍的垃圾分类的那个",
  "有红色物业嗯对居民都知道",
])("%j is asked about, and recorded only as it is offered", (text) => {
  expect(beside(text)?.offers).toEqual([expect.objectContaining({ label: "作为理由", typed: `内容：${text}` })]);
});

test.each([
  "居民满意度96.2%，党建引领好",
  "嗯越秀苑嗯居民的满意度测评百分之九十六点二比锦绣江南高",
  "第一，党建引领好；第二，满意度高",
  "监控全覆盖，3-4名网格员常驻",
])("%j is a reason at once", (text) => {
  expect(beside(text)).toBeUndefined();
});

test("你好我先接个电话 is asked about, and offered as no reason", () => {
  expect(beside("你好我先接个电话")?.offers).toEqual([]);
});

test.each(["进度", "收到 谢谢"])("%j alone is left to be answered as what it is", (text) => {
  expect(otherInReason(list, text, { ...around, cases: names })).toBeUndefined();
});
