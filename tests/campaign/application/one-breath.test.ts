import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { loadCampaignFolder } from "../../../src/campaign/definition/load.ts";
import type { Form } from "../../../src/campaign/definition/purposes.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

function formIn(campaign: string): Form {
  const form = formOf(loadCampaignFolder(join(import.meta.dirname, "../../../campaigns", campaign)).definition);
  if (!form) throw new Error(`${campaign} has no application form`);
  return form;
}
const forms = {
  "shaoxing-2023": formIn("shaoxing-2023"),
  "beijing-2024": formIn("beijing-2024"),
  "example-households": formIn("example-households"),
};

/** What becomes of it: recorded, or the parts that are asked about. */
function said(form: Form, label: string, text: string): Record<string, unknown> {
  const question = form.fields.find((one) => one.label === label);
  const input = { text, today: civilDate("2023-08-23"), year: 2023 };
  const { state, outcome } = step(form, openAt(begin(form), question), input);
  const offered = outcome.kind === "retry" ? (outcome.offer?.typed.split("；") ?? []) : [];
  return {
    ...Object.fromEntries(offered.map((line) => line.split("："))),
    ...Object.fromEntries(
      form.fields.flatMap(({ key, label: of }) => (key in state.answers ? [[of, state.answers[key]]] : [])),
    ),
  };
}

describe("several fields in one breath, in every campaign", () => {
  test.each([
    [
      "example-households",
      "户主姓名",
      "户主姓名张建国门牌号12号家庭人口4人",
      { 户主姓名: "张建国", 门牌号: "12号", 家庭人口: "4人" },
    ],
    [
      "example-households",
      "户主姓名",
      "户主张建国门牌12号人口四人",
      { 户主姓名: "张建国", 门牌号: "12号", 家庭人口: "四人" },
    ],
    ["example-households", "门牌号", "十二号家庭人口四人", { 门牌号: "十二号", 家庭人口: "四人" }],
    ["example-households", "门牌号", "门牌号十二号", { 门牌号: "十二号" }],
    [
      "example-households",
      "户主姓名",
      "王建国门牌号三十六号，家庭人口五口",
      { 户主姓名: "王建国", 门牌号: "三十六号", 家庭人口: "五口" },
    ],
    [
      "beijing-2024",
      "项目名称",
      "项目名称望京花园物业服务企业望京物业有限公司",
      { 项目名称: "望京花园", 物业服务企业: "望京物业有限公司" },
    ],
    [
      "beijing-2024",
      "物业服务企业",
      "望京物业有限公司推荐理由管理规范居民满意",
      { 物业服务企业: "望京物业有限公司", 推荐理由: "管理规范居民满意" },
    ],
    [
      "beijing-2024",
      "项目名称",
      "嗯望京花园物业是望京物业有限公司",
      { 项目名称: "望京花园", 物业服务企业: "望京物业有限公司" },
    ],
    [
      "shaoxing-2023",
      "小区名称",
      "小区名称塔山小区申报单位是塔山社区地址解放南路六十六号负责人是周伟",
      { 小区名称: "塔山小区", 申报单位: "塔山社区", 小区地址: "解放南路六十六号", 申报单位负责人: "周伟" },
    ],
    [
      "shaoxing-2023",
      "小区名称",
      "塔山小区申报单位塔山社区居委会小区地址解放南路66号",
      { 小区名称: "塔山小区", 申报单位: "塔山社区居委会", 小区地址: "解放南路66号" },
    ],
  ] as const)("%s, %s: %s", (campaign, label, text, parts) => {
    expect(said(forms[campaign], label, text)).toEqual(parts);
  });

  test.each([
    ["example-households", "户主姓名", "张建国住12号家里四口人"],
    ["shaoxing-2023", "申报单位负责人", "周伟住3幢"],
  ] as const)("%s, %s: %s is no name, and is asked about", (campaign, label, text) => {
    expect(said(forms[campaign], label, text)).toEqual({});
  });

  test.each([
    ["shaoxing-2023", "小区地址", "塔山小区3幢东侧"],
    ["shaoxing-2023", "申报单位", "塔山社区居民委员会"],
    ["shaoxing-2023", "党支部名称", "塔山社区第二党支部"],
    ["shaoxing-2023", "物业服务企业名称", "绍兴市塔山物业服务有限公司"],
    ["beijing-2024", "物业服务企业", "北京望京物业服务有限公司"],
    ["example-households", "门牌号", "凤凰路12号3幢"],
  ] as const)("%s, %s: %s stays whole", (campaign, label, text) => {
    expect(said(forms[campaign], label, text)).toEqual({ [label]: text });
  });
});

const surname = fc.constantFrom(..."赵钱孙李周吴郑王冯陈".split(""));
const given = fc.constantFrom("建国", "丽", "国强", "晓明", "芳");
const person = fc.tuple(surname, given).map((parts) => parts.join(""));
const house = fc
  .tuple(fc.constantFrom("", "凤凰路", "前街"), fc.constantFrom("12", "3", "三十六", "八", "105"))
  .map(([street, number]) => `${street}${number}号`);
const people = fc
  .tuple(fc.constantFrom("2", "4", "三", "五", "十"), fc.constantFrom("人", "口人"))
  .map((parts) => parts.join(""));
const firm = fc
  .tuple(
    fc.constantFrom("望京", "鉴湖", "安居", "和畅"),
    fc.constantFrom("物业有限公司", "物业服务有限公司", "物业管理有限公司"),
  )
  .map((parts) => parts.join(""));
const place = fc
  .tuple(fc.constantFrom("望京", "塔山", "鉴湖", "朝阳"), fc.constantFrom("花园", "新村", "家园", "苑"))
  .map((parts) => parts.join(""));
const filler = fc.constantFrom("", "嗯", "嗯那个", "那个，");
const gap = fc.constantFrom("", "，", " ", "、\u200b", "\u200d");
const is = fc.constantFrom("", "是");
const invisible = fc.string({ unit: fc.constantFrom("\u200b", "\u200c", "\ufe0f"), maxLength: 2 });

/** No part is dropped and none stands in another field, whether it was recorded or is asked about. */
function isWhole(found: Record<string, unknown>, spoken: Record<string, string>): boolean {
  if (Object.keys(found).length === 0) return true;
  return Object.entries(spoken).every(([label, value]) => String(found[label] ?? "") === value);
}

describe("in any breath no part is dropped and none is misfiled", { timeout: 30_000 }, () => {
  test("of a household", () => {
    fc.assert(
      fc.property(
        filler,
        person,
        house,
        people,
        gap,
        is,
        invisible,
        (before, name, door, members, between, verb, sign) => {
          const text = `${before}${name}${between}门牌号${verb}${door}${sign}${between}家庭人口${verb}${members}`;
          return isWhole(said(forms["example-households"], "户主姓名", text), {
            户主姓名: name,
            门牌号: door,
            家庭人口: members,
          });
        },
      ),
      { seed: 2023, numRuns: 300 },
    );
  });

  test("of a project", () => {
    fc.assert(
      fc.property(filler, place, firm, gap, is, invisible, (before, name, by, between, verb, sign) => {
        const text = `${before}${name}${between}物业服务企业${verb}${by}${sign}`;
        return isWhole(said(forms["beijing-2024"], "项目名称", text), { 项目名称: name, 物业服务企业: by });
      }),
      { seed: 2023, numRuns: 300 },
    );
  });

  test("of a compound", () => {
    fc.assert(
      fc.property(filler, place, house, firm, gap, is, (before, name, door, by, between, verb) => {
        const text = `${before}${name}${between}地址${verb}${door}${between}物业服务企业名称${verb}${by}`;
        return isWhole(said(forms["shaoxing-2023"], "小区名称", text), {
          小区名称: name,
          小区地址: door,
          物业服务企业名称: by,
        });
      }),
      { seed: 2023, numRuns: 300 },
    );
  });
});
