import { expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { type Registered, rowsWithCorrections } from "../../../src/campaign/application/opinions/corrected-rows.ts";
import { calledOffices } from "../../../src/campaign/application/opinions/offices.ts";
import { readOpinions } from "../../../src/campaign/application/opinions/read-words.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");
const when = { today: civilDate("2023-09-10"), year: 2023 };
const called = calledOffices(form, { district: { name: "上虞区", kind: "district" }, city: "绍兴市" });
const registered = new Map<string, Registered>([
  ["neighborhood", { name: "属地社区", said: "同意推荐", givenOn: civilDate("2023-08-22"), signer: "王敏" }],
  ["subdistrict", { name: "属地街道（乡镇）", said: "同意", givenOn: civilDate("2023-08-24") }],
]);
const rows = (text: string) => rowsWithCorrections(text, called, { when, registered });

test.each([
  [
    "更正：江东社区的签字人不是王敏，是社区书记沈雅，日期8月23日。\n区建设局意见：同意推荐，2023/8/28，签字人 周建明",
    ["属地社区 同意推荐 8月23日 签署人沈雅", "区建设局意见：同意推荐，2023/8/28，签字人 周建明"],
  ],
  ["更正：社区签字人应为沈雅", ["属地社区 同意推荐 8月22日 签署人沈雅"]],
  ["社区意见日期改为8月23日", ["属地社区 同意推荐 8月23日 签署人王敏"]],
  ["更正：街道日期应为8月25日，签字人是李建", ["属地街道（乡镇） 同意 8月25日 签署人李建"]],
  ["更正：街道日期应为8月25日", ["属地街道（乡镇） 同意 8月25日"]],
  ["更正：社区 同意 8月23日", ["社区 同意 8月23日"]],
])("%j is registered as %j", (text, found) => {
  expect(rows(text)).toEqual(found);
});

test("what is offered reads whole", () => {
  const text =
    "更正：江东社区的签字人不是王敏，是社区书记沈雅，日期8月23日。\n区建设局意见：同意推荐，2023/8/28，签字人 周建明";
  const read = readOpinions((rows(text) ?? []).join("；"), called, when);
  expect(read.ok && read.opinions).toEqual([
    { office: "neighborhood", stance: "agrees", givenOn: "2023-08-23", text: "同意推荐", signer: "沈雅" },
    { office: "districtBureau", stance: "agrees", givenOn: "2023-08-28", text: "同意推荐", signer: "周建明" },
  ]);
});

test.each([
  "更正：社区电话是13857580431",
  "社区的签字人不是王敏",
  "更正：业委会签字人应为孙良",
  "社区书记是沈雅",
  "更正：社区签字人应为沈雅，收缴率改为97%",
  "社区支持有力\n街道 同意 8月25日",
  "更正：社区签字人应为物业公司",
  "日期8月23日",
])("%j is none of it", (text) => {
  expect(rows(text)).toBeUndefined();
});
