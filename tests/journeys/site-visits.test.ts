import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { checkQr, shownCheckNumber } from "../../src/campaign/application/check-number.ts";
import { recordNumber } from "../../src/campaign/site-visit/record/number.ts";
import { pictureOf } from "../platform/documents/support/scan.ts";
import { connect } from "./database.ts";
import { answerIn, cardTexts, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const CITY = "maxiaohan";
const LEAD = "team-lead";
const nameOf = (district: string, at = 0): string =>
  compounds.filter((one) => one.district === district)[at]?.name ?? "";
const [FIRST, SECOND, THIRD] = [nameOf("keqiao"), nameOf("keqiao", 1), nameOf("yuecheng")];
const FOURTH = nameOf("zhuji");
const QUIET = nameOf("shangyu");

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const says = async (text: string, userId = CITY): Promise<string> => read(answerIn(await world.as(userId).says(text)));

const cards = async (userId: string, title: string): Promise<string[]> =>
  cardTexts(await world.as(userId).messages()).filter((text) => text.startsWith(title));
const card = async (userId: string, title: string): Promise<string> => (await cards(userId, title)).at(-1) ?? "";
const everything = async (userId: string): Promise<string> => (await world.as(userId).messages()).map(read).join("\n");

const drops = async (content: Buffer, name: string, userId: string): Promise<string> =>
  read(answerIn(await world.as(userId).drops({ name, content })));

const opens = async (label: string): Promise<string> =>
  read(answerIn((await world.as("team-1").opensLink(label)).news));

/** Check number of the record of the visit in force. */
async function numberOn(name: string): Promise<string> {
  const database = await connect(world);
  const rows = await database.query<{ caseId: string; number: number }>(
    `select v.case_id as "caseId", v.number from site_visit v join application a on a.id = v.case_id
     where a.compound_name = '${name}' and v.state <> 'cancelled'`,
  );
  await database.close();
  const [row] = rows;
  if (!row) throw new Error(`${name} has no visit`);
  return recordNumber("shaoxing-2023", row);
}

/** The team, proposed and approved. */
async function approveTeam(): Promise<void> {
  const others = [1, 2, 3, 4, 5].map((at) => `评选工作组成员${at}`).join("、");
  await says(`评选工作组 组长 评选工作组组长 成员 ${others}`);
  await says("批准评选工作组", "approver");
}

describe("visits are arranged", () => {
  step("not before a team is approved, and not by others", async () => {
    expect(await says(`核验安排 10月8日 ${FIRST}`)).toContain("评选工作组尚未批准，不能安排核验，未作任何改动");
    await approveTeam();
    expect(await says(`核验安排 10月8日 ${FIRST}`, "team-1")).toContain("核验由组长或活动联系人安排");
    expect(await says(`核验安排 10月8日 ${FIRST}`, "keqiao-1")).toContain("未作任何改动");
  });

  step("all of it or nothing: a day that is over, a name that is none", async () => {
    expect(await says(`核验安排 9月27日 ${FIRST}`)).toContain("早于今天，未安排");
    expect(await says(`核验安排 10月8日 ${FIRST}、没有这个花园`)).toContain("没有找到“没有这个花园”，均未改动");
    expect(await card(CITY, "核验安排")).toBe("");
    await says("核验安排");
    expect(await card(CITY, "核验安排")).toContain("未定12个");
  });

  step("a day off and a day outside the stage are said", async () => {
    expect(await says(`核验安排 10月2日 ${FIRST} 1号车`)).toContain("10月2日为休息日，请核对。");
    expect(await says(`核验安排 10月20日 ${FIRST}`)).toContain("10月20日不在核查推荐阶段");
  });

  step("the district hears of day and preparation once, moved days with what they were", async () => {
    const done = await says(`核验安排\n10月9日 ${FIRST}、${SECOND} 1号车 陪同 区物业科\n10月9日 ${THIRD} 1号车`);
    expect(done).toContain(`“${FIRST}”：10月9日（周一），1号车（原定10月20日）`);
    expect(done).toContain("已告知越城区经办人、柯桥区经办人");
    const told = await card("keqiao-1", "现场核验　10月9日（周一）");
    expect(told).toContain(FIRST);
    expect(told).toContain("陪同：区物业科");
    expect(told).toContain("证明材料原件");
    expect(told).not.toContain(THIRD);
    expect(told).not.toContain("成员");
    expect(await cards("keqiao-1", "现场核验　10月20日")).toHaveLength(1);
    expect(await cards("zhuji-1", "现场核验")).toEqual([]);
  });

  step("a list with a visited site is not withdrawn", async () => {
    expect(await says("撤回名单", "keqiao-1")).toMatch(/名单中的“.+”已安排现场核验，推荐名单不再撤回/u);
  });
});

describe("members are assigned", () => {
  step("by the proposal, two a site; each gets one card", async () => {
    const page = await world.as(CITY).says("核验分派");
    expect(read(answerIn(page))).toContain("建议由");
    expect(await says("采用核验建议")).toContain("已告知");
    await says("核验安排");
    expect(await card(CITY, "核验安排")).not.toContain("未分派成员");
    expect(await cards("team-1", "我的核验")).toHaveLength(1);
    expect(await card("team-1", "我的核验")).toContain("同组");
  });

  step("by hand, and by nobody who is outside the team", async () => {
    expect(await says(`核验安排 ${FIRST} 成员 某某某`)).toContain("评选工作组中没有“某某某”，均未改动");
    expect(await says(`核验安排 ${FIRST} 成员 成员1`)).toContain("成员评选工作组成员1");
    expect(await says(`核验安排 ${FIRST}`)).toContain(`成员不足2名：${FIRST}`);
    expect(await says(`核验安排 ${FIRST} 成员 成员1、成员2`, LEAD)).toContain("成员评选工作组成员1、评选工作组成员2");
  });

  step("an accepted recusal ends the assignment, and proposes who takes it over", async () => {
    await says(`核验安排 ${FOURTH} 成员 成员3、成员4`);
    await says(`回避 ${FOURTH} 曾在该物业服务企业任职`, "team-3");
    await says(`同意回避 ${FOURTH} 评选工作组成员3 情况属实`, LEAD);
    expect(await everything(CITY)).toContain(`评选工作组成员3已回避“${FOURTH}”，分派已结束。建议由`);
    expect(await says(`核验安排 ${FOURTH} 增加成员 成员3`)).toContain("应当回避");
    const labels = (await world.as(CITY).messages()).flatMap(({ links = [] }) => links.map(({ label }) => label));
    const substitute = labels.findLast((label) => label.endsWith("接替")) ?? "";
    expect(read(answerIn((await world.as(CITY).opensLink(substitute)).news))).toContain("评选工作组成员4");
  });

  step("a change reaches those whom it concerns", async () => {
    const before = (await world.as("team-5").messages()).length;
    expect(await says(`核验安排 ${FIRST} 10月10日 2号车`)).toContain(
      "已告知柯桥区经办人、评选工作组成员1、评选工作组成员2",
    );
    expect(await everything("team-1")).toContain(`“${FIRST}”改为10月10日（周二），2号车（原定10月9日）`);
    expect(await world.as("team-5").messages()).toHaveLength(before);
  });
});

describe("an unannounced visit", () => {
  step("is nowhere the district's before it was made", async () => {
    const before = await world.as("shangyu-1").messages();
    expect(await says(`核验安排 9月28日 ${QUIET} 暗访`)).toContain("暗访的事先不告知地区");
    expect(await world.as("shangyu-1").messages()).toEqual(before);
    expect(await says("核验安排", "shangyu-1")).toContain("目前没有已告知的现场核验");
  });

  step("and is told after it", async () => {
    expect(await says(`已核验 ${QUIET}`)).toContain(`“${QUIET}”已登记为9月28日核验`);
    expect(await card("shangyu-1", "现场核验　9月28日")).toContain(`${QUIET}（已核验）`);
    expect(await says(`已核验 ${FIRST}`)).toContain("尚未到期，未登记");
    expect(await says("核验安排", "shangyu-1")).toContain(QUIET);
  });
});

describe("the record of a visit", () => {
  step("is printed for who verifies or oversees the site, one or a day's", async () => {
    expect(await says(`现场核验记录表 ${FIRST}`, "team-5")).toContain(`“${FIRST}”不由您核验，未打印`);
    expect(await says(`导出 现场核验记录表 ${FIRST}`, "team-1")).toContain("已生成1份");
    expect(await says("现场核验记录表 10月10日")).toContain("已生成1份");
    expect(await says("现场核验记录表 10月11日")).toContain("没有安排核验，没有可打印的记录表");
    const file = (await world.as("team-1").messages()).findLast((message) => message.file)?.file;
    expect(file?.fileName).toBe(`现场核验记录表_${FIRST}.docx`);
  });

  step("comes back signed: known by its number, of another site refused", async () => {
    await world.advanceTo("2023-10-10T15:00:00+08:00");
    const scan = await pictureOf(checkQr("visit", [await numberOn(FIRST)]));
    expect(await drops(scan, "记录表.png", "team-5")).toContain(`“${FIRST}”不由您核验，未归档`);
    const known = await drops(scan, "记录表.png", "team-1");
    expect(known).toContain(`按校验号识别，为“${FIRST}”10月10日的现场核验记录表`);
    expect(await says(`归档记录表 ${THIRD}`, "team-1")).toContain(
      `这是“${FIRST}”的现场核验记录表，不是“${THIRD}”的，未归档`,
    );
    expect(await says(`归档记录表 ${shownCheckNumber(await numberOn(FIRST))}`, "team-1")).toContain("共1份");
    expect(await says(`核验安排 ${FIRST}`)).toContain("已核验");
    expect(await card("keqiao-1", "现场核验　10月10日")).toContain(`${FIRST}（已核验）`);
  });

  step("without a number on it is asked for it; the same again is filed once", async () => {
    const scan = await pictureOf("无校验号");
    await drops(scan, "第二页.png", "team-1");
    expect(await opens("现场核验记录表（签字件）")).toContain("请回复页脚的校验号");
    expect(await says("12345-67890", "team-1")).toContain("校验号不正确，未归档");
    const number = shownCheckNumber(await numberOn(FIRST));
    expect(await says(number, "team-1")).toContain("共2份");
    await drops(scan, "第二页.png", "team-1");
    await opens("现场核验记录表（签字件）");
    expect(await says(number, "team-1")).toContain("未重复归档");
  });

  step("is shown to others once all points are final, and is taken back by who filed it", async () => {
    expect(await says(`查看记录表 ${FIRST}`, "team-1")).toContain("共2份，见下方");
    expect(await says(`查看记录表 ${FIRST}`)).toContain("全部成员提交定稿后方可查看");
    expect(await says(`撤回记录表 ${FIRST}`, "team-2")).toContain("由他人归档");
    expect(await says(`撤回记录表 ${FIRST}`, "team-1")).toContain("现有1份");
  });
});

describe("what ends a visit", () => {
  step("取消核验 keeps the members", async () => {
    expect(await says(`取消核验 ${THIRD}`)).toContain("已取消");
    expect(await everything("yuecheng-1")).toContain(`原定10月9日（周一）对“${THIRD}”的现场核验已取消`);
    expect(await says(`核验安排 ${THIRD}`)).toContain("未定日期");
  });

  step("a withdrawn compound leaves the arrangement, and cannot be arranged again", async () => {
    await says(`撤回 ${SECOND}`, "keqiao-1");
    await says(`确认撤回 ${SECOND}`, "keqiao-1");
    expect(await everything(LEAD)).toContain(`核验取消：${SECOND}`);
    expect(await says(`核验安排 10月12日 ${SECOND}`)).toContain("不能安排核验，均未改动");
    await says("核验安排");
    expect(await card(CITY, "核验安排")).not.toContain(SECOND);
  });
});

describe("the journal", () => {
  step("replays to the same visits and assignments", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();
    expect(replayed).toEqual(actual);
  });
});
