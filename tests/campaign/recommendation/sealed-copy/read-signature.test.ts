import { expect, test } from "vitest";
import { besideSignature, readSignature } from "../../../../src/campaign/recommendation/sealed-copy/read-signature.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const WHEN = { today: civilDate("2023-09-28"), year: 2023 };

test.each([
  ["王建国 9月27日", { signer: "王建国", signedOn: "2023-09-27" }],
  ["审签人王建国，审签日期2023年9月27日", { signer: "王建国", signedOn: "2023-09-27" }],
  ["9月27日 王建国副局长签发", { signer: "王建国副局长", signedOn: "2023-09-27" }],
  ["审签人：徐建军（局长）\n审签日期：2023/8/28", { signer: "徐建军局长", signedOn: "2023-08-28" }],
  ["徐建军（局长） 2023.8.28", { signer: "徐建军局长", signedOn: "2023-08-28" }],
  ["审签人：王建国", { signer: "王建国" }],
  ["赵建军副局长 8月27日\n（公章已盖）", { signer: "赵建军副局长", signedOn: "2023-08-27" }],
  ["赵建军 8月27日，已盖章", { signer: "赵建军", signedOn: "2023-08-27" }],
  ["审签人张国强九月二十七号", { signer: "张国强", signedOn: "2023-09-27" }],
  [
    "审签人：金国良（区建设局副局长）\n审签日期：2023.8.28\n盖章扫描件下午补发",
    { signer: "金国良（区建设局副局长）", signedOn: "2023-08-28" },
  ],
  ["名单盖章件\n审签人：金国良\n审签日期：8月28日\n扫描件稍后发", { signer: "金国良", signedOn: "2023-08-28" }],
  ["各位好\n审签日期：8月28日\n审签人：金国良（局长）", { signer: "金国良局长", signedOn: "2023-08-28" }],
  ["审签人：金国良；审签日期：8月28日；附件明天交", { signer: "金国良", signedOn: "2023-08-28" }],
  ["那个审签的是我们局长赵卫东八月二十八号签的", { signer: "赵卫东局长", signedOn: "2023-08-28" }],
  ["赵卫东签的字嗯八月二十八号", { signer: "赵卫东", signedOn: "2023-08-28" }],
  ["局长赵卫东审签的，8月28日", { signer: "赵卫东局长", signedOn: "2023-08-28" }],
  ["是赵卫东局长八月二十八号审的", { signer: "赵卫东局长", signedOn: "2023-08-28" }],
  ["审签人就是赵卫东八月二十八号", { signer: "赵卫东", signedOn: "2023-08-28" }],
  ["审签人改为王建国", { signer: "王建国" }],
  ["审签日期就八月二十七号", { signedOn: "2023-08-27" }],
  ["日期改成8月27日", { signedOn: "2023-08-27" }],
  ["赵 卫东 8月28日", { signer: "赵卫东", signedOn: "2023-08-28" }],
  ["审签人：张 敏 8月28日", { signer: "张敏", signedOn: "2023-08-28" }],
  ["9.27", { signedOn: "2023-09-27" }],
])("%s names who signed and when", (typed, signature) => {
  expect(readSignature(typed, WHEN)).toEqual(signature);
});

test("what stands around labelled lines is named", () => {
  const typed = "审签人：金国良\n审签日期：2023.8.28\n盖章扫描件下午补发";
  expect(besideSignature(typed, WHEN)).toEqual(["盖章扫描件下午补发"]);
  expect(besideSignature("金国良 8月28日", WHEN)).toEqual([]);
});

test.each(["审签人：金国良\n审签日期：8月28日\n更正：8月27日", "审签人：金国良\n审签人：王建国\n审签日期：8月28日"])(
  "%j is in doubt",
  (typed) => {
    expect(readSignature(typed, WHEN)).toBe(undefined);
  },
);

test.each(["审签人金国良先报了 8月28日", "赵卫东 8月28日 先报了", "审签人不是赵卫东是王建国 8月28日"])(
  "%s is not read in part",
  (typed) => {
    expect(readSignature(typed, WHEN)).toBe(undefined);
  },
);

test.each(["", "3", "审签人", "王建军不对王建华 8月28日", "王建军哦不是王建华", "请问盖章件怎么发？"])(
  "%s names neither",
  (typed) => {
    expect(readSignature(typed, WHEN)).toBe(undefined);
  },
);
