import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { compareDefinitions } from "../../../src/campaign/definition/compare.ts";
import { parseDefinition } from "../../../src/campaign/definition/definition.ts";
import { definitionHash } from "../../../src/campaign/definition/hash.ts";
import { deliverableFor, fieldFor, formFor, rulingDeciding } from "../../../src/campaign/definition/purposes.ts";
import { shaoxing } from "./support/shaoxing.ts";

/** The campaign of 2023 as it was pinned before purposes: no format, the roster inside. */
const pinned = z
  .object({ campaign: z.looseObject({}), roster: z.unknown() })
  .loose()
  .parse(JSON.parse(readFileSync("tests/campaign/definition/support/shaoxing-2023-format-1.json", "utf8")));

describe("a definition pinned in the format before", () => {
  test("is read with its purposes, and without its roster", () => {
    const definition = parseDefinition(pinned);
    const form = formFor(definition, "application");

    expect(definition.campaign.format).toBe(2);
    expect(Object.keys(definition)).not.toContain("roster");
    expect(deliverableFor(definition, "report")?.name).toBe("工作报告");
    expect(form && fieldFor(form, "address")?.label).toBe("小区地址");
    expect(rulingDeciding(definition, "rankingBasis")?.id).toBe("R14");
    expect(definition.campaign.quotas.map(({ min, exact, soft }) => ({ min, exact, soft }))).toEqual([
      { min: 2, exact: undefined, soft: true },
      { min: undefined, exact: 10, soft: false },
      { min: undefined, exact: 3, soft: false },
    ]);
  });

  test("is the same without the roster, and once upgraded stays as it is", () => {
    const { roster: _, ...withoutRoster } = pinned;
    const definition = parseDefinition(pinned);
    const again = parseDefinition(JSON.parse(JSON.stringify(definition)));

    expect(definitionHash(parseDefinition(withoutRoster))).toBe(definitionHash(definition));
    expect(definitionHash(again)).toBe(definitionHash(definition));
    expect(compareDefinitions(definition, again)).toEqual([]);
  });

  test("differs from the folder of today in what was set right, never in what the format added", () => {
    const texts = compareDefinitions(parseDefinition(pinned), shaoxing).map(({ text }) => text);

    expect(
      texts.filter((text) => /用途|步骤|格式|叫法|各部分|所决定|正好|不少于|后果/.test(text.split("：")[0] ?? "")),
    ).toEqual([]);
    expect(texts).toContain("活动 向省推荐 时间要求 类型：阶段结束 → 随另一项");
    expect(texts).toContain("要求 9-2 口径：（无） → R34");
    expect(texts.filter((text) => text.startsWith("活动 "))).toEqual([
      "活动 城市 方案行号：299、300 → 16、17、299、300",
      "活动 成立评选工作组 时间要求 类型：阶段结束 → 建议日期",
      "活动 成立评选工作组 时间要求 日期：（无） → 9月21日",
      "活动 向省推荐 时间要求 类型：阶段结束 → 随另一项",
      "活动 向省推荐 时间要求 应交成果：（无） → publication",
      "活动 市级“美好家园”小区名单 报送对象 方案行号：16 → 14",
      "活动 省级“美好家园”申报推荐 报送对象 引文：（无） → 省住房和城乡建设厅",
      "活动 市应急管理局：新增",
      "活动 市消防救援支队：新增",
      "活动 市综合行政执法局：新增",
      "活动 市市场监督管理局：新增",
      "活动 市信访局：新增",
      "活动 活动联系人 权限 退回补正：（无） → 全部",
      "活动 活动联系人 权限 查看部门意见：（无） → 全部",
      "活动 活动联系人 权限 征求部门意见：（无） → 全部",
      "活动 活动联系人 权限 提出评选工作组人选：（无） → 全部",
      "活动 活动联系人 权限 提出回避：（无） → 全部",
      "活动 活动联系人 权限 分派核验：（无） → 全部",
      "活动 活动联系人 权限 查看异议：（无） → 全部",
      "活动 活动联系人 权限 登记办理异议：（无） → 全部",
      "活动 活动联系人 权限 历史查询和操作留痕：（无） → 全部",
      "活动 审批领导 权限 查看部门意见：（无） → 全部",
      "活动 审批领导 权限 认定部门所反映的情况：（无） → 全部",
      "活动 审批领导 权限 批准评选工作组：（无） → 全部",
      "活动 审批领导 权限 决定回避：（无） → 全部",
      "活动 审批领导 权限 历史查询和操作留痕：（无） → 全部",
      "活动 审批领导 权限 查看异议：（无） → 全部",
      "活动 审批领导 权限 决定异议：（无） → 全部",
      "活动 区（县、市）经办人 权限 提出回避：（无） → 本地区",
      "活动 评选工作组组长 权限 提出回避：（无） → 全部",
      "活动 评选工作组组长 权限 决定回避：（无） → 全部",
      "活动 评选工作组成员 权限 提出回避：（无） → 全部",
      "活动 审计人员 权限 查看部门意见：（无） → 全部",
      "活动 审计人员 权限 查看异议：（无） → 全部",
      "活动 审计人员 权限 历史查询和操作留痕：（无） → 全部",
    ]);
  });

  test("of a format that nobody knows is refused, not guessed", () => {
    expect(() => parseDefinition({ ...pinned, campaign: { ...pinned.campaign, format: 3 } })).toThrow(z.ZodError);
    expect(() => parseDefinition(null)).toThrow(z.ZodError);
  });
});
