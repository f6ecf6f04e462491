import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { pictureBlocks, sheetBlocks } from "../../../src/campaign/form-paper/notice/faces.ts";
import { noticePhrases } from "../../../src/campaign/form-paper/notice/phrases.ts";
import { noticeSheet, postedNotice } from "../../../src/campaign/form-paper/notice/sheet.ts";
import { households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

/** All that a sheet is made from. */
const contextOf = (definition: Definition, at = "2023-09-01T09:00:00+08:00", rulings = noRulings): Context => {
  const now = new Date(at);
  const campaign = runningCampaign({ definition, definitionVersion: 1, startedAt: now });
  return { campaign, rulings, now } as Partial<Context> as Context;
};
const sheetOf = (definition: Definition) =>
  noticeSheet(contextOf(definition), "锦绣花园", { state: undefined, beyond: ["附件1各条：尚未填报。"] });

describe("告知单", () => {
  test.each([
    ["2023-09-20T23:59:00+08:00", "申报表及证明材料请尽量于9月20日前（含当日）交齐，之后仍可补交。"],
    ["2023-09-21T00:00:00+08:00", "申报表及证明材料原请于9月20日前（含当日）交齐，现仍可补交，请尽快补齐。"],
  ])("on %s says by when, that day included, and what becomes of it later", (at, sentence) => {
    const sheet = noticeSheet(contextOf(shaoxing, at), "锦绣花园", { state: undefined, beyond: [] });

    expect(sheet.parts.flatMap(({ lines }) => lines)).toContain(sentence);
  });

  test("says how long data are kept, and once that this is a proposal", () => {
    const lines = sheetOf(shaoxing).parts.flatMap(({ lines }) => lines);

    expect(lines.filter((line) => line.startsWith("保存期限"))).toEqual([
      "保存期限（系统建议，尚未作出规定）：电话、聊天记录、草稿、未归档照片和异议人姓名保存六个月；归档材料按档案规定保存。",
    ]);
  });

  test.each([
    [[], ["1-1", "1-2", "1-3"], "证明材料：3条尚无。"],
    [["1-1"], ["1-2", "1-3"], "证明材料：1-1已有，其余2条尚无。"],
    [["1-1"], ["1-2"], "证明材料尚无：1-2。"],
  ])("of rows with proof %j and without %j names the fewer", (proved, missing, sentence) => {
    expect(noticePhrases.proofOpen({ proved, missing })).toBe(sentence);
  });

  test("as a picture has a row for each row of the rubric, below its section", () => {
    const [table] = pictureBlocks(sheetOf(shaoxing)).flatMap((block) => (block.kind === "table" ? [block] : []));

    expect(table?.rows).toHaveLength(25 + 4);
    expect(table?.rows.slice(0, 2)).toEqual([["党建引领机制完善"], ["1-1", "街道协调机制", "书面材料"]]);
  });

  test("says the same as text and as a picture", () => {
    const picture = JSON.stringify(pictureBlocks(sheetOf(shaoxing)));
    const lines = sheetOf(shaoxing).parts.flatMap(({ heading = "", lines }) => [heading, ...lines]);

    expect(lines.filter((line) => !picture.includes(JSON.stringify(line).slice(1, -1)))).toEqual([]);
  });

  test("and 公告 speak of households, villages and the town where the campaign is about them", () => {
    const sheets = [sheetOf(households), postedNotice(contextOf(households))];
    const said = JSON.stringify(sheets.map(sheetBlocks)).replaceAll("锦绣花园", "");

    expect(said).toContain("所在村");
    expect(said.match(/小区|物业|业主|社区|建设部门/gu) ?? []).toEqual([]);
  });
});
