import { describe, expect, test } from "vitest";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { turnIn, withoutReasonLead } from "../../../src/campaign/recommendation/reason-turns.ts";
import { saysWhose } from "../../../src/campaign/recommendation/replaced-reason.ts";

describe("what within a reason is hardly of it", () => {
  test.each([
    ["鉴湖花园靠自管组织就做到九十分不对是八十九分", ""],
    ["满意度九十六，不对，应该是九十五", ""],
    ["分数打错了是89分", ""],
    ["自管组织起步早嗯不对起步晚", ""],
    [
      "没有业委会靠自管组织就做到九十分更有示范意义对了裕民锦园入住率改成百分之九十五",
      "没有业委会靠自管组织就做到九十分更有示范意义",
    ],
    ["居民满意度高，对了把盖章件报一下", "居民满意度高"],
    ["居民满意度高，裕民锦园入住率改成95%", "居民满意度高"],
    ["老小区自管有成效，顺便看看进度", "老小区自管有成效"],
    ["居民满意度高，然后定稿", "居民满意度高"],
    ["居民满意度高，那就报送吧", "居民满意度高"],
    ["居民满意度高，嗯就这些", "居民满意度高"],
  ])("%j", (text, before) => {
    expect(turnIn(text)?.before).toBe(before);
  });

  test.each([
    "居民满意度高，群众基础好",
    "面对了许多困难仍坚持自管",
    "党建引领到位，改造后环境明显改善",
    "无业委会，自管组织运行规范，可复制可推广",
    "2023年获省级示范小区",
    "分数虽低，但居民对物业反映好",
    "老小区改成封闭管理后投诉下降",
  ])("%j is a reason", (text) => {
    expect(turnIn(text)).toBeUndefined();
  });
});

test.each([
  ["理由是城西花园居民满意度高哦不是是缴费率百分之九十七高", "缴费率百分之九十七高"],
  ["领导出差盖章耽误了哦不是是国庆放假耽误了", "国庆放假耽误了"],
  ["国庆放假算了写领导出差吧", "领导出差"],
])("%j is meant as %j", (text, meant) => {
  expect(turnIn(text)?.meant).toBe(meant);
});

test.each(["那个违规搭建已经拆了哦不是正在拆", "因为有几条分打错了哦对了三之二应该零分"])(
  "%j is asked about",
  (text) => {
    expect(turnIn(text)).toBeDefined();
  },
);

test.each([
  ["谢谢啊理由是城西花园居民满意度高缴费率也高", "城西花园居民满意度高缴费率也高"],
  ["暨阳丽景苑是新小区管理规范啊谢谢", "暨阳丽景苑是新小区管理规范"],
  ["理由是鉴湖花园靠自管组织", "鉴湖花园靠自管组织"],
  ["嗯因为鉴湖花园没有业委会", "鉴湖花园没有业委会"],
  ["因为满意度高", "满意度高"],
  ["嗯，推荐理由就是满意度高", "满意度高"],
  ["那个，满意度高", "满意度高"],
  ["原因：满意度高", "满意度高"],
  ["满意度高", "满意度高"],
  ["理由充分", "理由充分"],
  ["因为", "因为"],
])("%j is led in by no words of its own: %j", (text, reason) => {
  expect(withoutReasonLead(text)).toBe(reason);
});

test.each([
  ["东盛花苑的推荐理由：满意度高", true],
  ["把东盛花苑的理由改成满意度高", true],
  ["东盛花苑：满意度高", true],
  ["1. 东盛花苑：满意度高", true],
  ["改 东盛花苑 党支部书记电话 13857567799", false],
  ["东盛花苑证明材料请陈晓9月5日前交来，联系电话：13675758899", false],
  ["东盛花苑无业委会，可推广", false],
])("%j says whose reason it is: %s", (text, says) => {
  expect(saysWhose(text)).toBe(says);
});

describe("orders that are said again, in signs and in tables", () => {
  const names = ["裕民锦园", "鉴湖花园", "塔山小区"];
  const places = (...of: number[]) => ({ kind: "places", places: of });

  test.each([
    ["先鉴湖花园再裕民锦园不对先裕民锦园", [0, 1]],
    ["先塔山再鉴湖再裕民，不对，先裕民", [0, 2, 1]],
    ["3 2 1 不对 2", [1, 2, 0]],
  ])("%j is asked about with what was not said again", (text, turned) => {
    expect(readOrder(text, names)).toEqual({ kind: "turned", places: turned });
  });

  test.each([
    ["先鉴湖花园再裕民锦园不对先裕民锦园再鉴湖花园", [0, 1]],
    ["二一不对一二", [0, 1]],
    ["嗯二一", [1, 0]],
    ["幺二", [0, 1]],
    ["二幺", [1, 0]],
    ["②①", [1, 0]],
    ["①裕民锦园\n②鉴湖花园", [0, 1]],
    ["①鉴湖花园\n②裕民锦园\n③塔山小区", [1, 0, 2]],
    ["① 鉴湖花园 ② 塔山小区", [1, 2]],
  ])("%j", (text, of) => {
    expect(readOrder(text, names)).toEqual(places(...of));
  });

  const HEAD =
    "附件4\n2023年度绍兴市“美好家园”小区推荐名单\n序号\t地区\t项目名称\t物业服务企业名称\t所属街道\t所属社区\t评价分数\t交付率或入住率（%）";

  test("附件4, filled in, with its empty rows", () => {
    const rows = [
      "1\t柯桥区\t鉴湖花园\t甲物业\t柯岩街道\t鉴湖社区\t90\t95",
      "2\t柯桥区\t裕民锦园\t乙物业\t柯桥街道\t裕民社区\t92\t93",
      "3\t\t\t\t\t\t\t",
    ];
    expect(readOrder(`${HEAD}\n${rows.join("\n")}`, names)).toEqual(places(1, 0));
  });

  test("a row of a case that is none of them is not passed over", () => {
    expect(readOrder(`${HEAD}\n1\t柯桥区\t鉴湖花园\t\t\t\t90\t95\n2\t柯桥区\t别的小区\t\t\t\t80\t90`, names).kind).toBe(
      "unknown",
    );
  });
});
