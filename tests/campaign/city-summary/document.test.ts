import { expect, test } from "vitest";
import { summaryDocument } from "../../../src/campaign/city-summary/document.ts";
import { incomplete, openSupport } from "../../../src/campaign/city-summary/gather.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { cellTexts } from "../../../src/platform/documents/word/word-document.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { DISTRICTS } from "./support/districts.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const at: Pick<Context, "campaign" | "now"> = { campaign, now: new Date("2023-10-21T09:00:00+08:00") };

const { blocks } = readWord(await summaryDocument(at, DISTRICTS));
const lines = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text.trim()] : []));
const [table] = blocks.filter((block) => block.kind === "table");
const below = (heading: string): string[] => {
  const from = lines.indexOf(heading) + 1;
  const to = lines.findIndex((line, index) => index >= from && /^[一二三四五六七八九]、/u.test(line));
  return from === 0 ? [] : lines.slice(from, to < 0 ? undefined : to);
};

test("the figures stand in one table, district by district and in all", () => {
  expect(table?.kind === "table" ? cellTexts(table) : []).toEqual([
    ["地区", "申报小区", "初评定稿", "推荐", "入选", "工作报告", "典型案例", "支持事项"],
    ["越城区", "3", "2", "2", "1", "第1版", "1", "0"],
    ["柯桥区", "3", "2", "2", "2", "第1版", "0", "2（未办结1）"],
    ["上虞区", "3", "2", "1", "0", "第1版", "1", "0"],
    ["诸暨市", "3", "2", "2", "1", "第1版，逾期，已退回", "0", "0"],
    ["新昌县", "3", "2", "0", "0", "未收到", "0", "0"],
    ["合计", "15", "10", "7", "4", "4", "2", "2（未办结1）"],
  ]);
});

test("each part holds what every district wrote, or that it did not", () => {
  expect(below("一、活动开展情况")).toEqual([
    ...["越城区：越城区的活动开展情况。", "（一）第二行。", "柯桥区：柯桥区已开展。"],
    "上虞区：报告为文件《上虞区报告.pdf》，文字无法读取，请对照原件补充。",
    ...["诸暨市：诸暨市的活动开展情况。", "（一）第二行。", "新昌县：未收到工作报告。"],
  ]);
  expect(below("三、存在问题")[2]).toBe("柯桥区：报告中未写明。");
  expect(below("五、推广实施")[0]).toBe("越城区：越城区已在三个镇街推广。");
});

test("典型案例 and what support is open stand at its end", () => {
  expect(below("六、典型案例")).toEqual([
    ...["越城区：红色管家。", "三方联席。", "上虞区：《上虞区案例.pdf》（文件，文字未能读取，见原件）"],
  ]);
  expect(below("七、支持事项")).toEqual(["柯桥区　翠苑三区：充电桩用电增容（已答复，待办结，答复：已商供电公司）"]);
});

test("the organizer is told which districts' reports are missing or lack a part", () => {
  expect(incomplete({ campaign }, DISTRICTS)).toEqual(["柯桥区", "上虞区", "新昌县"]);
  expect(openSupport(DISTRICTS).map(({ number }) => number)).toEqual([1]);
});
