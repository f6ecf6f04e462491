import { describe, expect, test } from "vitest";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import { exportables, exportKindIn } from "../../../src/campaign/export/export-kinds.ts";
import { exportPhrases } from "../../../src/campaign/export/phrases.ts";
import { countedIn } from "../../../src/campaign/export/progress.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

test.each([
  [
    shaoxing,
    ["附件4", "排名", "进度", "附件3", "申报表", "要求表", "初评表", "附件2", "推荐表", "推荐函"],
    "导出推荐名单（附件4）、排名汇总、办理进度、申报表（附件3）、申报表（批量填写的表格）、要求表、初评表（填写分数的表格）、打印的初评表（附件2）、推荐次序的表格（推荐表）或推荐函（草稿）",
  ],
  [
    households,
    ["附件3", "排名", "进度", "附件1", "申报表", "初评表", "附件2", "推荐表", "推荐函"],
    "导出推荐名单（附件3）、排名汇总、办理进度、申报表（附件1）、申报表（批量填写的表格）、初评表（填写分数的表格）、打印的初评表（附件2）、推荐次序的表格（推荐表）或推荐函（草稿）",
  ],
  [
    beijing,
    ["推荐名单", "进度", "推荐表", "推荐表 表格", "要求表", "推荐次序表", "推荐函"],
    "导出推荐名单、办理进度、推荐表、推荐表（批量填写的表格）、要求表、推荐次序的表格（推荐次序表）或推荐函（草稿）",
  ],
])("what can be exported, by the word that people type", (definition, words, purpose) => {
  const offered = exportables(definition);

  expect(offered.map(({ word }) => word)).toEqual(words);
  expect(exportPhrases.purpose(offered)).toBe(purpose);
});

test("who may export everything can print the rulings as well", () => {
  expect(exportables(households, { whole: true }).map(({ word }) => word)).toEqual([
    ...["附件3", "排名", "进度", "口径"],
    ...["附件1", "申报表", "初评表", "附件2", "推荐表", "推荐函"],
  ]);
});

describe("what is asked for", () => {
  test.each([
    ["附件4", "list"],
    ["附件 4", "list"],
    ["附件四 柯桥区", "list"],
    ["附件４", "list"],
    ["推荐名单", "list"],
    ["排名 柯桥区", "ranking"],
    ["进度", "progress"],
    ["口径", "rulings"],
    ["口径汇总表", "rulings"],
    ["附件3", "form"],
    ["附件三 锦绣花园", "form"],
    ["附件3 空白", "form"],
    ["附件33", undefined],
    ["申报表", "formSheet"],
    ["推荐函 柯桥区", "letter"],
    ["推荐表 柯桥区", "listSheet"],
    ["附件2 锦绣花园", "scoreSheet"],
    ["附件二", "scoreSheet"],
    ["初评表 锦绣花园", "reviewSheet"],
    ["附件2 表格", "reviewSheet"],
    ["初评表 锦绣花园 Word", "scoreSheet"],
    ["初评表 空白", "scoreSheet"],
    ["评分表", "scoreSheet"],
    ["附件22", undefined],
    ["附件44", undefined],
    ["火星", undefined],
  ])("in Shaoxing: %s is %s", (asked, what) => {
    expect(exportKindIn(shaoxing, asked)).toBe(what);
  });

  test.each([
    ["附件3", "list"],
    ["附件三", "list"],
    ["附件1", "form"],
    ["附件4", undefined],
  ])("in the town: %s is %s", (asked, what) => {
    expect(exportKindIn(households, asked)).toBe(what);
  });
});

test("what is not in the campaign is refused by name, with what there is", () => {
  expect(exportKindIn(beijing, "排名")).toBe("ranking");
  expect(exportPhrases.notPartOf("ranking", exportables(beijing))).toBe(
    "本活动没有排名汇总，未导出。可导出：推荐名单、办理进度、推荐表、推荐表（批量填写的表格）、要求表、推荐次序的表格（推荐次序表）、推荐函（草稿）。",
  );
});

test("what was not recognized is answered with the words that the campaign has", () => {
  expect(exportPhrases.unknown("火星", exportables(shaoxing), nounsOf(shaoxing))).toBe(
    "未能识别要导出的内容「火星」，未导出。请发送「导出 附件4」「导出 排名」「导出 进度」「导出 附件3」「导出 申报表」「导出 要求表」「导出 初评表」「导出 附件2」「导出 推荐表」或「导出 推荐函」，后面可加地区名称。",
  );
  expect(exportPhrases.unknown("火星", exportables(beijing), nounsOf(beijing))).toBe(
    "未能识别要导出的内容「火星」，未导出。请发送「导出 推荐名单」「导出 进度」「导出 推荐表」「导出 推荐表 表格」「导出 要求表」「导出 推荐次序表」或「导出 推荐函」，后面可加区名称。",
  );
});

test("progress counts what the campaign has, and nothing else", () => {
  expect([shaoxing, households, beijing].map((definition) => countedIn(definition).map(({ of }) => of))).toEqual([
    ["application", "review", "list", "report"],
    ["application", "review", "list"],
    ["application", "list"],
  ]);
});
