import { expect, test } from "vitest";
import { requirePlainReason } from "../../../src/campaign/application/reason-gate.ts";
import type { PersonContext } from "../../../src/campaign/engine/context.ts";
import { RefusalError } from "../../../src/shared/refusal-error.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const context = { campaign: { definition: shaoxing }, commands: [] } as unknown as PersonContext;
const said = {
  ...{ what: "重新修改的理由", own: "东方名苑", cases: ["东方名苑", "锦绣江南"], may: ["correction"] as const },
  asIs: (text: string) => `重新修改 东方名苑 理由：${text}`,
};

function offeredFor(text: string) {
  try {
    requirePlainReason(context, text, said);
  } catch (error) {
    if (error instanceof RefusalError) return error.asks?.typed;
  }
  return undefined;
}

test.each([
  ["3-7 4 电梯修了", "3-7 4 电梯修了"],
  ["锦绣江南的照片传错", "锦绣江南的照片传错"],
  ["漏看照片，其他的我晚点再补", "漏看照片"],
  ["书记电话13905751111", "书记电话13905751111"],
  ["漏看照片 提交", "漏看照片"],
  ["漏看照片，先报吧", "漏看照片"],
  ["漏看照片 算了先报", "漏看照片"],
  ["n 漏看照片", "漏看照片"],
  ["不要。漏看照片", "漏看照片"],
])("%j is shown first, with %j on the button", (text, reason) => {
  expect(offeredFor(text)).toEqual([said.asIs(reason)]);
});

test.each(["漏看一份材料", "3-7应为3分，漏看照片", "街道反馈3-7、4-3有误"])("%j is a reason at once", (text) => {
  expect(offeredFor(text)).toBeUndefined();
});
