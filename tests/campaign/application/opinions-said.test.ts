import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { calledOffices } from "../../../src/campaign/application/opinions/offices.ts";
import { areOpinionRows, sayOpinions } from "../../../src/campaign/application/opinions/pasted.ts";
import { readOpinions } from "../../../src/campaign/application/opinions/read-words.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");
const when = { today: civilDate("2023-09-10"), year: 2023 };
const called = calledOffices(form, { district: { name: "嵊州市", kind: "countyLevelCity" }, city: "绍兴市" });

describe("what is said behind an opened card of opinions", () => {
  test.each([
    "业委会同意 社区同意 街道 住建局8.25同意",
    "业委会同意 8.25",
    "社区同意8.26 街道同意8.27",
    "社区 不同意 停车乱 8.26",
    "住建 同意 周明 8.27",
    "社区 街道 都同意 8.25",
    "业委会同意，社区也同意",
    "嗯业委会同意八月二十五号",
    "社区8.26同意 街道8.27同意 住建没盖章",
    "①业委会 同意 8月25日②社区 同意 8月26日",
  ])("%j is opinions", (said) => {
    expect(sayOpinions(said, called, when)).toBe(true);
  });

  test.each([
    "社区支持业委会工作，居民满意度高",
    "社区、街道配合好",
    "街道同意后再补",
    "居民满意度高，社区同意 8.26",
    "物业服务好",
    "8.26",
    "都同意 8.25",
    "社区属实困难较多",
  ])("%j is none", (said) => {
    expect(sayOpinions(said, called, when)).toBe(false);
  });
});

test.each([
  ["街道 同意 8.27 住建 同意 8.28", ["subdistrict", "districtBureau"]],
  ["街道同意8.27住建同意8.28", ["subdistrict", "districtBureau"]],
  ["住建同意8.28 周明签", ["districtBureau"]],
  ["住建局 同意 8.28", ["districtBureau"]],
  ["嵊州市住建 同意 8.28", ["districtBureau"]],
])("%j: 住建 is the bureau", (said, offices) => {
  const read = readOpinions(said, called, when);
  expect(read.ok && read.opinions.map(({ office }) => office)).toEqual(offices);
  expect(read.ok && read.opinions.every(({ text }) => text === undefined)).toBe(true);
});

describe("opinions on lines of their own, as they are pasted", () => {
  const shangyu = calledOffices(form, { district: { name: "上虞区", kind: "district" }, city: "绍兴市" });
  const readHere = (text: string) => readOpinions(text, shangyu, when);
  const numbered = "①业委会：同意（赵敏 2023-8-19）\n②金色社区：同意申报 8/20\n③曹娥街道：“同意” 2023.8.22";

  test.each([
    [numbered, ["2023-08-19", "2023-08-20", "2023-08-22"]],
    [`${numbered}\n④区住建局意见：同意推荐，8月26日`, ["2023-08-19", "2023-08-20", "2023-08-22", "2023-08-26"]],
    ["社区：同意 8/20\n街道：同意 8/21；区局：同意 8/22", ["2023-08-20", "2023-08-21", "2023-08-22"]],
    [
      "序号\t意见单位\t意见\t日期\t经办人\n1\t业委会\t同意申报\t2023/8/20\t徐文彬\n2\t江南社区\t同意\t2023.8.21\t张红",
      ["2023-08-20", "2023-08-21"],
    ],
  ])("%j: each its own", (said, days) => {
    const read = readHere(said);
    expect(read.ok && read.opinions.map(({ givenOn }) => givenOn)).toEqual(days);
    expect(areOpinionRows(said, shangyu)).toBe(true);
  });

  test.each([
    [`${numbered}\n更正：②金色社区意见日期为8月21日`, "更正:②金色社区意见日期为8月21日"],
    ["社区 同意 2023/8/25；街道 同意推荐 8月26日\n附：区局意见 待定", "附:区局意见 待定"],
    ["社区 同意 8/25\n街道 同意 8/26\n备注：盖章件随后补", "备注:盖章件随后补"],
  ])("%j: a note among them is named, and nothing is recorded past it", (said, at) => {
    expect(readHere(said)).toMatchObject({ ok: false, lacks: "unread" });
    expect(readHere(said)).toMatchObject({ at: expect.stringContaining(at.slice(-6)) });
    expect(areOpinionRows(said, shangyu)).toBe(true);
  });
});

test.each([
  "区住建局同意八月二十八号签署人杨志强",
  "我们住建局八月二十八号同意签署人杨志强",
  "住建局八月二十八号同意签署人杨志强",
  "县住建局 同意 8月28日 签署人杨志强",
  "区局 同意 8月28日 签署人杨志强",
])("the bureau of a city within the city is also called as in %j", (text) => {
  expect(readOpinions(text, called, { today: civilDate("2023-09-10"), year: 2023 })).toMatchObject({
    ok: true,
    opinions: [{ office: "districtBureau", stance: "agrees", givenOn: "2023-08-28", signer: "杨志强" }],
  });
});

test.each([
  ["业委会同意申报签字人陈美芳八月二十五号", "陈美芳", "2023-08-25"],
  ["业委会同意签字人陈美芳 八月二十五号", "陈美芳", "2023-08-25"],
  ["业委会 同意 签署人陈美芳8月25日", "陈美芳", "2023-08-25"],
  ["业委会同意申报签字的是陈美芳八月二十号", "陈美芳", "2023-08-20"],
  ["社区同意签字人何十月八月二日", "何十月", "2023-08-02"],
])("%j: who signed ends before the day", (said, signer, day) => {
  const read = readOpinions(said, called, when);
  expect(read.ok && read.opinions.map((one) => [one.signer, one.givenOn])).toEqual([[signer, day]]);
});
