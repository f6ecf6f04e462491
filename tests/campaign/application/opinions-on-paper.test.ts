import { expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { calledOffices } from "../../../src/campaign/application/opinions/offices.ts";
import { readOpinions } from "../../../src/campaign/application/opinions/read-words.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");
const when = { today: civilDate("2023-09-10"), year: 2023 };
const called = calledOffices(form, { district: { name: "上虞区", kind: "district" }, city: "绍兴市" });
const read = (text: string) => {
  const found = readOpinions(text, called, when);
  return found.ok ? found.opinions : found;
};

test.each([
  "属地街道意见\t情况属实，同意推荐\t2023年8月23日\t曹娥街道办事处\t张 敏",
  "属地街道意见\t情况属实，同意推荐\t2023年8月23日\t曹娥街道办事处\t张　敏",
  "业委会意见\t同意\t2023年8月20日\t某业委会\t李建民\n属地街道意见\t情况属实，同意推荐\t2023年8月23日\t曹娥街道办事处\t张 敏",
  "属地街道意见\t情况属实，同意推荐\t张 敏\t2023年8月23日\t曹娥街道办事处",
])("a blank within a name is closed: %j", (text) => {
  const all = read(text);
  expect(Array.isArray(all) ? all.find(({ office }) => office === "subdistrict") : all).toEqual({
    ...{ office: "subdistrict", stance: "agrees", givenOn: "2023-08-23", text: "情况属实，同意推荐" },
    ...{ signer: "张敏", sealedBy: "曹娥街道办事处" },
  });
});

test.each([
  "街道 同意 8月23日 签署人：张 敏",
  "街道 同意，签字：张 敏，8月23日",
  "街道 同意（曹娥街道办事处） 8月23日 签署人：张　敏",
])("the signer of %j is 张敏", (text) => {
  expect(read(text)).toEqual([expect.objectContaining({ signer: "张敏" })]);
});

test.each([
  "业委会 同意 八月二十一号何志强签的嗯盖了章了",
  "业委会 同意 八月二十一号何志强签的，盖了章",
  "业委会 同意 八月二十一号何志强签的 章也盖了",
  "业委会 同意，8月21日，何志强签的，已经盖章了",
  "业委会 同意 8月21日 何志强签的字，盖好章了",
])("that it is stamped is none of the opinion: %j", (text) => {
  expect(read(text)).toEqual([
    { office: "ownersCommittee", stance: "agrees", givenOn: "2023-08-21", signer: "何志强" },
  ]);
});
