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

test.each([
  ["社区 同意 八月二十二号东盛社区居委会盖的章签字的是楼国庆", "东盛社区居委会"],
  ["社区 同意 8月22日 东盛社区居委会盖的章，楼国庆签的字", "东盛社区居委会"],
  ["社区 同意，8月22日，盖章的是东盛社区居委会，签字的是楼国庆", "东盛社区居委会"],
  ["社区 同意 8月22日东盛社区盖章楼国庆签字", "东盛社区"],
  ["社区 同意 8月22日 东盛社区居委会 楼国庆", "东盛社区居委会"],
  ["社区 同意。东盛社区居委会（章）楼国庆 2023年8月22日", "东盛社区居委会"],
])("who stamped %j and who signed it are none of the opinion", (text, sealedBy) => {
  expect(read(text)).toEqual([
    { office: "neighborhood", stance: "agrees", givenOn: "2023-08-22", sealedBy, signer: "楼国庆" },
  ]);
});

test.each([
  ["业委会 同意申报，盖了章，8月21日，何志强", "同意申报"],
  ["业委会 同意申报 8月21日 何志强签字并盖章", "同意申报"],
  ["业委会 同意申报 8月21日 主任何志强签字", "同意申报"],
  ["业委会意见：情况属实，同意申报。（盖章）何志强 2023年8月21日", "情况属实，同意申报"],
])("of %j only the words of the opinion are left", (text, words) => {
  expect(read(text)).toEqual([expect.objectContaining({ office: "ownersCommittee", text: words, signer: "何志强" })]);
});

test.each(["业委会 同意 8月21日 没盖章", "业委会 同意 8月21日 章还没盖", "业委会 同意 8月21日 何志强和李四签字"])(
  "%j says of the stamp or the signature what is not read, and is refused",
  (text) => {
    expect(read(text)).toEqual(expect.objectContaining({ ok: false, lacks: "spoken" }));
  },
);

test.each(["业委会意见改一下就是同意八月二十一号", "业委会 意见更正：同意 8月21日", "业委会意见改成同意八月二十一号"])(
  "the order to correct is none of the opinion: %j",
  (text) => {
    expect(read(text)).toEqual([{ office: "ownersCommittee", stance: "agrees", givenOn: "2023-08-21" }]);
  },
);

test("two opinions said in one breath, each with its day", () => {
  expect(read("那个业委会的意见就是同意申报八月二十号签的社区也同意了八月二十二号")).toEqual([
    { office: "ownersCommittee", stance: "agrees", givenOn: "2023-08-20", text: "同意申报" },
    { office: "neighborhood", stance: "agrees", givenOn: "2023-08-22" },
  ]);
});
