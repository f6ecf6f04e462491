import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { pictureBlocks, sheetBlocks } from "../../../src/campaign/form-paper/notice/faces.ts";
import { noticeSheet, postedNotice } from "../../../src/campaign/form-paper/notice/sheet.ts";
import { households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

/** All that a sheet is made from. */
const contextOf = (definition: Definition): Context => {
  const now = new Date("2023-09-01T09:00:00+08:00");
  const campaign = runningCampaign({ definition, definitionVersion: 1, startedAt: now });
  return { campaign, rulings: new Map(), now } as Partial<Context> as Context;
};
const sheetOf = (definition: Definition) =>
  noticeSheet(contextOf(definition), "锦绣花园", { state: undefined, beyond: ["附件1各条：尚未填报。"] });

describe("告知单", () => {
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
