import { expect, test } from "vitest";
import { citySummary, summaryText } from "../../../src/campaign/city-summary/document.ts";
import { incomplete, openSupport } from "../../../src/campaign/city-summary/gather.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { ownTemplate } from "../../../src/campaign/official-document/write.ts";
import { partsOfReport } from "../../../src/campaign/work-report/rules.ts";
import { mergeTemplate } from "../../../src/platform/documents/word/merge-template.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { cellTexts } from "../../../src/platform/documents/word/word-document.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { DISTRICTS } from "./support/districts.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const at = new Date("2023-10-21T09:00:00+08:00");

const { values } = summaryText(shaoxing, DISTRICTS);
const template = await ownTemplate(citySummary, shaoxing, { at });
const { blocks } = readWord(await mergeTemplate(template, values, { at, font: "仿宋_GB2312" }));
const lines = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text.trim()] : []));
const [table] = blocks.filter((block) => block.kind === "table");
const below = (heading: string): string[] => {
  const from = lines.indexOf(heading) + 1;
  const to = lines.findIndex((line, index) => index >= from && /^[一二三四五六七八九]、/u.test(line));
  return from === 0 ? [] : lines.slice(from, to < 0 ? undefined : to);
};

test("who has not reported is named once, and the figures stand in one table", () => {
  const lead = lines.find((line) => line.startsWith("根据"));
  expect(lead).toMatch(/应报工作报告5个地区，已收到4份，新昌县尚未报送。有关数据如下：$/u);
  expect(lines.filter((line) => line.includes("未收到") || line.includes("尚未报送"))).toEqual([lead]);
  expect(table?.kind === "table" ? cellTexts(table) : []).toEqual([
    ["地区", "申报小区", "初评定稿", "推荐", "入选", "工作报告", "典型案例", "支持事项"],
    ["越城区", "3", "2", "2", "1", "第1版", "1", "0件"],
    ["柯桥区", "3", "2", "2", "2", "第1版", "0", "2件\n未办结1件"],
    ["上虞区", "3", "2", "1", "0", "第1版", "1", "0件"],
    ["诸暨市", "3", "2", "2", "1", "第1版\n逾期\n已退回", "0", "0件"],
    ["新昌县", "3", "2", "0", "0", "未收到", "0", "0件"],
    ["合计", "15", "10", "7", "4", "4", "2", "2件\n未办结1件"],
  ]);
});

test("each part holds what the districts wrote, and below it who did not", () => {
  expect(below("一、活动开展情况")).toEqual([
    ...["越城区：越城区的活动开展情况。", "（一）第二行。", "柯桥区：柯桥区已开展。"],
    ...["诸暨市：诸暨市的活动开展情况。", "（一）第二行。", "上虞区的报告为文件，文字无法读取，请对照原件补充。"],
  ]);
  expect(below("三、存在问题").slice(-2)).toEqual([
    "柯桥区的报告中未写明。",
    "上虞区的报告为文件，文字无法读取，请对照原件补充。",
  ]);
  expect(below("五、推广实施")[0]).toBe("越城区：越城区已在三个镇街推广。");
});

test("before any report has come a part says so once", () => {
  const [, , third] = partsOfReport(shaoxing);
  const none = DISTRICTS.map((one) => ({ ...one, report: undefined, state: undefined }));
  expect(summaryText(shaoxing, none).values[third ?? ""]).toEqual(["尚未收到工作报告。"]);
});

test("典型案例 and what support is open stand at its end", () => {
  expect(below("六、典型案例")).toEqual([
    ...["越城区：红色管家。", "三方联席。", "上虞区：《上虞区案例.pdf》（文件，文字未能读取，见原件）"],
  ]);
  expect(below("七、支持事项").filter((line) => line !== "")).toEqual([
    "柯桥区　翠苑三区：充电桩用电增容（已答复，待办结，答复：已商供电公司）",
  ]);
});

test("the organizer is told which districts' reports are missing or lack a part", () => {
  expect(incomplete({ campaign }, DISTRICTS)).toEqual(["柯桥区", "上虞区", "新昌县"]);
  expect(openSupport(DISTRICTS).map(({ number }) => number)).toEqual([1]);
});
