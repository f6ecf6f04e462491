import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { calledOffices } from "../../../src/campaign/application/opinions/offices.ts";
import { sayOpinions } from "../../../src/campaign/application/opinions/pasted.ts";
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
