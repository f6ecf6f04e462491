import { expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { calledOffices } from "../../../src/campaign/application/opinions/offices.ts";
import { readOpinions } from "../../../src/campaign/application/opinions/read-words.ts";
import { opinionInShort } from "../../../src/campaign/application/opinions/said-of-case.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");
const when = { today: civilDate("2023-09-10"), year: 2023 };
const zhuji = calledOffices(form, { district: { name: "诸暨市", kind: "countyLevelCity" }, city: "绍兴市" });

const read = (text: string) => {
  const said = readOpinions(text, zhuji, when);
  return said.ok
    ? said.opinions.map(({ office, givenOn, text: words, signer, sealedBy }) =>
        [office, givenOn.slice(5), words, signer, sealedBy].filter((part) => part !== undefined),
      )
    : said;
};

test.each([
  [
    "业委会同意八月二十号社区同意八月二十二号街道也同意了是八月二十五号",
    [
      ["ownersCommittee", "08-20"],
      ["neighborhood", "08-22"],
      ["subdistrict", "08-25"],
    ],
  ],
  ["街道那边也同意了是八月二十五号", [["subdistrict", "08-25"]]],
  ["街道也是同意的8月25日", [["subdistrict", "08-25"]]],
  ["街道意见已经是同意了，8月25日", [["subdistrict", "08-25"]]],
  ["社区的意见都是同意的呢8月22日", [["neighborhood", "08-22"]]],
  ["街道那边也同意推荐了是8月25日", [["subdistrict", "08-25", "同意推荐"]]],
  ["社区已经同意申报了是八月二十二号", [["neighborhood", "08-22", "同意申报"]]],
  [
    "街道同意八月二十五号区里住建局也同意八月二十六号",
    [
      ["subdistrict", "08-25"],
      ["districtBureau", "08-26"],
    ],
  ],
  [
    "业委会：同意申报（孙立群，2023/8/25）\n属地社区：同意推荐。江滨社区居委会 2023.8.25\n街道：同意推荐。曹娥街道办事处 2023.8.26",
    [
      ["ownersCommittee", "08-25", "同意申报", "孙立群"],
      ["neighborhood", "08-25", "同意推荐", "江滨社区居委会"],
      ["subdistrict", "08-26", "同意推荐", "曹娥街道办事处"],
    ],
  ],
] as const)("%j is read without its filling words", (said, opinions) => expect(read(said)).toEqual(opinions));

test.each([
  ["社区 同意推荐 8月22日", "同意推荐"],
  ["街道 情况属实，同意申报 8月25日", "情况属实，同意申报"],
  ["社区 同意，已公示7天无异议 8月22日", "同意，已公示7天无异议"],
  ["业委会 经业主大会表决同意 8月20日", "经业主大会表决同意"],
  ["街道 同意上报市级 8月25日", "同意上报市级"],
] as const)("%j keeps its wording", (said, words) => {
  const [only] = readOpinions(said, zhuji, when).ok ? (read(said) as string[][]) : [];
  expect(only?.[2]).toBe(words);
});

const names = ["望江锦园小区", "浣纱枫庭小区", "望江府"];
test.each([
  ["意见望江锦园街道那边同意八月二十七号盖章了", "望江锦园小区", "街道那边同意八月二十七号盖章了"],
  ["意见 望江锦园街道那边同意", "望江锦园小区", "街道那边同意"],
  ["嗯那个先登记一下意见望江锦园的业委会同意", "望江锦园小区", "业委会同意"],
  ["登记意见浣纱枫庭街道同意8月25日", "浣纱枫庭小区", "街道同意8月25日"],
  ["登记一下意见，枫庭街道同意", undefined, undefined],
  ["意见望江街道同意", undefined, undefined],
  ["街道同意望江锦园", undefined, undefined],
])("%j is of the case that its name begins", (said, name, rest) =>
  expect(opinionInShort(said, names)).toEqual(name === undefined ? undefined : { name, rest }),
);
