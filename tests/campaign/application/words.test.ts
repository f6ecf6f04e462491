import { describe, expect, test } from "vitest";
import { hasApplications, hasRecommendation, hasReview } from "../../../src/campaign/application/offered.ts";
import { applicationPhrases } from "../../../src/campaign/application/phrases.ts";
import { withdrawalPhrases } from "../../../src/campaign/application/withdrawal/phrases.ts";
import {
  disqualifyingSource,
  exampleLabel,
  formSource,
  pendingOption,
  pendingTopic,
  wordsOf,
} from "../../../src/campaign/application/words.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const all = { shaoxing, beijing, households } as const;

describe("what is offered", () => {
  test.each([
    ["shaoxing", [true, true, true]],
    ["beijing", [true, false, true]],
    ["households", [true, true, true]],
  ] as const)("%s: 申报, 初评, 推荐 %j", (name, offered) => {
    const definition = all[name];

    expect([hasApplications(definition), hasReview(definition), hasRecommendation(definition)]).toEqual(offered);
  });

  test("nothing where the campaign has no such step", () => {
    const { campaign } = shaoxing;
    const bare = {
      ...shaoxing,
      campaign: { ...campaign, stages: campaign.stages.map((one) => ({ ...one, steps: [] })) },
    };

    expect([hasApplications(bare), hasReview(bare), hasRecommendation(bare)]).toEqual([false, false, false]);
  });
});

describe("the sentences speak of what the campaign selects", () => {
  test.each([
    ["shaoxing", "柯桥区　小区申报表", "依据：实施方案附件3、附件4。", "小区地址", "撤回 小区名称"],
    ["beijing", "柯桥区　项目推荐表", "依据：通知“二、工作安排”第（三）项。", "项目名称", "撤回 项目名称"],
    ["households", "柯桥区　农户申报表", "依据：通知附件1、附件3。", "门牌号", "撤回 户主姓名"],
  ] as const)("%s", (name, title, footnote, label, example) => {
    const definition = all[name];
    const words = wordsOf(definition);

    expect(applicationPhrases.fillingTitle("柯桥区", "", words)).toBe(title);
    expect(applicationPhrases.footnote(formSource(definition))).toBe(footnote);
    expect(exampleLabel(definition)).toBe(label);
    expect(withdrawalPhrases.withdrawExample(words)).toBe(example);
  });

  test.each([
    ["shaoxing", "下一步请对照评选标准进行初评。"],
    ["beijing", "下一步请发送「推荐」。"],
  ] as const)("%s goes on after an application: %s", (name, next) => {
    expect(applicationPhrases.next[wordsOf(all[name]).next](wordsOf(all[name]))).toBe(next);
  });

  test.each([
    ["shaoxing", ["安全责任事故", "待核实", "实施方案附件2"]],
    ["households", ["火灾", "待核实", "通知“二、有关要求”第（二）项"]],
    ["beijing", ["不得参与", "待核实", undefined]],
  ] as const)("%s calls what is not settled %j", (name, words) => {
    const definition = all[name];

    expect([pendingTopic(definition), pendingOption(definition), disqualifyingSource(definition)]).toEqual(words);
  });
});
