import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { lowerDistricts } from "../../../src/campaign/definition/districts.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import {
  exportName,
  leadSource,
  listSource,
  listWords,
  numberWords,
  rulesFor,
} from "../../../src/campaign/recommendation/list-words.ts";
import { recommendationPhrases } from "../../../src/campaign/recommendation/phrases.ts";
import { applied } from "../application/support/application.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const all = { shaoxing, beijing, households } as const;

function wordsIn(definition: Definition) {
  const district = lowerDistricts(definition)[0]?.id ?? "";
  const campaign = runningCampaign({ definition, definitionVersion: 1, startedAt: new Date(0) });
  const context = { campaign, rulings: new Map() };
  return { district, context, words: listWords(definition, district) };
}

describe("a list speaks of what the campaign selects", () => {
  test.each([
    [
      "shaoxing",
      "请从已提交初评定稿的小区中择优推荐，原则上不少于2个，以满意度为首要标准（实施方案“三、工作安排”第（二）项、附件2第三部分第2项）。",
      "依据：实施方案“三、工作安排”第（二）项、附件4。推荐对象由贵单位研究确定。",
      "附件4",
    ],
    [
      "beijing",
      "请从已申报的项目中择优推荐1个（通知“二、工作安排”第（三）项）。",
      "依据：通知“二、工作安排”第（三）项。推荐对象由贵单位研究确定。",
      "推荐名单",
    ],
    [
      "households",
      "请从已提交初评定稿的农户中择优推荐2—4户，以满意度为首要标准（通知“一、评选安排”第（二）项、附件2第三部分第1项）。总分低于80分的不能推荐。",
      "依据：通知“一、评选安排”第（二）项、附件3。推荐对象由贵单位研究确定。",
      "附件3",
    ],
  ] as const)("%s", (name, lead, footnote, exported) => {
    const { district, context, words } = wordsIn(all[name]);
    const numbers = rulesFor(context, district).map((rule) => numberWords(context, rule));

    expect(recommendationPhrases.lead(words, numbers, leadSource(context, district))).toBe(lead);
    expect(recommendationPhrases.footnote(listSource(context, district))).toBe(footnote);
    expect(exportName(context, district)).toBe(exported);
  });

  test.each([
    ["shaoxing", { total: 9850, satisfaction: 500 }, "甲：总分98.5分，满意度（3-2）5分，安全责任事故待核实"],
    [
      "shaoxing",
      { total: 9850, satisfaction: 500, figure: 96.2, participation: [400, 350, 500, 0] },
      "甲：总分98.5分，满意度（3-2）5分，市级名单数值96.2，参与度（1-2、1-4、2-4、4-3）4、3.5、5、0分，安全责任事故待核实",
    ],
    ["households", { total: 9850, satisfaction: 500 }, "甲：总分98.5分，满意度（3-1）5分，火灾待核实"],
  ] as const)("a candidate of %s", (name, points, line) => {
    const { words } = wordsIn(all[name]);
    const candidate = { application: applied("甲", { declaration: "unclear" }), ...points };

    expect(recommendationPhrases.candidate(candidate, { words, category: undefined })).toBe(line);
  });

  test("a candidate without points has its name, and its category where there are some", () => {
    const { words } = wordsIn(beijing);
    const candidate = { application: applied("甲") };

    expect(recommendationPhrases.candidate(candidate, { words, category: undefined })).toBe("甲");
    expect(recommendationPhrases.candidate(candidate, { words, category: "老旧小区" })).toBe("甲：老旧小区");
  });
});
