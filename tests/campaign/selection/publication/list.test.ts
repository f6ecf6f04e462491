import { expect, test } from "vitest";
import type { Definition } from "../../../../src/campaign/definition/definition.ts";
import { publishedList } from "../../../../src/campaign/selection/publication/list.ts";
import { publicationPhrases } from "../../../../src/campaign/selection/publication/phrases.ts";
import { wordsOf } from "../../../../src/campaign/selection/words.ts";
import { beijing, households } from "../../definition/support/campaigns.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

test.each([
  [
    shaoxing,
    {
      title: "2023年度绍兴市“美好家园”小区名单",
      to: "各区（县、市）建设部门",
      source: "实施方案“三、工作安排”第（三）项",
    },
  ],
  [
    households,
    {
      title: "2024年度清溪镇“美丽庭院”示范户名单",
      to: "各村",
      source: "通知“一、评选安排”第（三）项",
    },
  ],
  [
    beijing,
    {
      title: "2024年度北京市美好家园名单",
      to: "各区住房城乡建设委（房管局）、经开区开发建设局",
      source: "通知“二、工作安排”第（二）项",
    },
  ],
])("the list is called, addressed and founded as the definition says", (definition, list) => {
  expect(publishedList(definition)).toEqual(list);
});

test("without a publication of its own it is called after the campaign, addressed to nobody", () => {
  const definition: Definition = { ...households, campaign: { ...households.campaign, publications: [] } };

  expect(publishedList(definition)).toEqual({
    title: "2024年度清溪镇“美丽庭院”农户名单",
    to: undefined,
    source: "通知“一、评选安排”第（三）项",
  });
  expect(publicationPhrases.to("美丽庭院活动群", undefined)).toBe("美丽庭院活动群");
});

test("nothing is said of points where there are none", () => {
  expect(
    [shaoxing, households, beijing].map((definition) => publicationPhrases.content(3, wordsOf(definition))),
  ).toEqual([
    "3个小区的名单，不含分数、名次和择优理由",
    "3户农户的名单，不含分数、名次和择优理由",
    "3个项目的名单，不含择优理由",
  ]);
});
