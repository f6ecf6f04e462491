import { type Call, makeCall } from "dingtalk-emulator/client/call.ts";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import { cityByCards } from "../../demo/city-by-cards.ts";
import { type Compound, compounds } from "../../demo/compounds.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { ACTS } from "../../src/campaign/case-history/acts.ts";
import { pictureOf } from "../platform/documents/support/scan.ts";
import { watchLiveCards } from "./live-cards.ts";
import { receivedWorkbook } from "./received-workbook.ts";
import { rosterWorkbook } from "./roster-workbook.ts";
import { startWorld, type World } from "./world.ts";

/** A step: somebody said or pressed something, or time went on. */
const STEP = /\/(say|press|submit|drop|follow)$|^\/clock/;
const RAISED_LIMIT = 200;
const ACCIDENT = "近两年内重大安全责任事故";
const REASON = "居民满意度高，各方参与充分";
/** Comes only with a changed campaign folder (its card is followed in definition.test.ts), or is of earlier versions. */
const ELSEWHERE = ["definition.proposal", "work-report.reminder", "reminder.overdue", "reminder.overdue-city"];

/** What was found on a played year. */
export interface LiveYear {
  /** Cards that showed something else than their state, each with the step after which it was found. */
  stale: string[];
  /** Steps after which the cards were compared. */
  compared: number;
  /** Kinds of cards with more than one primary act. */
  crowded: string[];
  /** Buttons on live cards that are refused after 公布 and after the end. */
  refused: string[];
  /** Kinds of cards that had a button or form then. */
  offered: string[];
  /** What was done with cases and has no words in 留痕. */
  wordless: string[];
  /** Kinds of cards that never came. */
  unseen: string[];
}

export interface Course {
  /** Only until the districts' points: the city's part takes twice as long. */
  isShort?: boolean;
  /** What else is done in the year. */
  afterStep?(world: World): Promise<void>;
  atEnd?(world: World): Promise<void>;
}

/**
 * Plays a year in which every kind of card comes, and compares each live card with its state drawn anew.
 * @param every compares after every so many steps, and whenever time went on
 */
export async function liveYear(every: number, course: Course = {}): Promise<LiveYear> {
  // Some 1100 calls: at 20 a second the test would mostly wait.
  const world = await startWorld({ environment: { CALLS_PER_SECOND: String(RAISED_LIMIT) } });
  await world.call("/settings", { callsPerSecond: RAISED_LIMIT });
  const cards = await watchLiveCards(world);
  const stale: string[] = [];
  const refused: string[] = [];
  let steps = 0;
  let compared = 0;
  const watched =
    (call: Call): Call =>
    async <Reply>(path: string, body?: object, method?: "DELETE"): Promise<Reply> => {
      const reply = await call<Reply>(path, body, method);
      if (body === undefined || !STEP.test(path)) return reply;
      steps += 1;
      if (course.afterStep) {
        await call("/idle", { timeoutMs: 60_000 });
        await course.afterStep(world);
      }
      if (steps % every !== 0 && !path.startsWith("/clock")) return reply;
      await call("/idle", { timeoutMs: 60_000 });
      compared += 1;
      const found = await cards.staleCards();
      stale.push(...found.map((card) => `after ${path} ${JSON.stringify(body)}: ${card}`));
      return reply;
    };
  try {
    const client = emulatorClient(world.url, { idleMs: 60_000, call: watched(makeCall(world.url)) });
    await changePeople(client, world);
    await play(client, course, async (state) => {
      await client.idle();
      refused.push(...(await cards.refusedOffers()).map((one) => `${state}: ${one}`));
    });
    await course.atEnd?.(world);
    const unseen = cards.kinds.filter((kind) => !cards.seen.has(kind) && !ELSEWHERE.includes(kind));
    const wordless = (await cards.actionsOnCases()).filter((action) => !(action in ACTS));
    return { wordless, stale, compared, unseen, crowded: [...cards.crowded], refused, offered: [...cards.offered] };
  } finally {
    await cards.close();
    await world.end();
  }
}

/** The card that adds a person, and the one that shows what a workbook would change. */
async function changePeople(client: EmulatorClient, world: World): Promise<void> {
  const organizer = client.as("maxiaohan");
  await organizer.says("人员名单");
  await organizer.opensLink("新增人员");
  const { rows } = await receivedWorkbook(world, await organizer.says("导出 人员名单"));
  const today = rows.slice(3).map((row) => row.map((cell) => String(cell ?? "")));
  const turned = today.map(([name = "", mobile = "", district = "", role = ""]) => [role, name, district, "", mobile]);
  const more = [...turned, ["经办人", "组织外同事", "柯桥区", "", "19900000024"]];
  await organizer.drops({ name: "人员.xlsx", content: await rosterWorkbook(more) });
  await organizer.opensLink("核对人员名单");
  await organizer.presses("不采用");
}

const own = (district: string): readonly Compound[] => compounds.filter((compound) => compound.district === district);

async function play(
  client: EmulatorClient,
  { isShort }: Course,
  look: (state: string) => Promise<void>,
): Promise<void> {
  const yuecheng = persistent(client, "yuecheng-1");
  const colleague = persistent(client, "yuecheng-2");
  const keqiao = persistent(client, "keqiao-1");
  const shangyu = persistent(client, "shangyu-1");
  const organizer = persistent(client, "maxiaohan");
  const approver = persistent(client, "approver");
  const city = cityByCards({ organizer, approver });
  const [byCards, byWords] = [districtByCards(yuecheng), districtByWords(keqiao)];
  const [first, second] = own("yuecheng");
  const [third, fourth] = own("keqiao");
  const [late] = own("shangyu");
  if (!first || !second || !third || !fourth || !late)
    throw new Error("the demonstration has two compounds a district");

  await client.clock.advanceTo("2023-08-10T09:00:00+08:00");
  for (const text of ["登记汇报", "已汇报 8月9日 书面"]) await yuecheng.says(text);
  await organizer.says("今日待办");
  await organizer.presses("广播");
  await organizer.submits({ text: "请各地抓紧宣传发动。", audience: "officials" });
  await client.clock.advanceTo("2023-08-22T10:00:00+08:00");
  for (const person of [yuecheng, keqiao, organizer, approver]) await person.says("待办");
  await approver.says("待我审批");
  await byCards.applies(first);
  await byWords.applies(third);
  await keqiao.says("申报");
  await keqiao.says(fourth.name);
  await keqiao.says("保存退出");
  await byCards.reviews(first);
  await byWords.reviews(third);
  await keqiao.says(`重新修改 ${third.name}`);
  for (const text of ["漏看一份证明材料", `提交定稿 ${third.name}`, `确认定稿 ${third.name}`]) await keqiao.says(text);
  await colleague.says(`要求 ${first.name}`);
  await yuecheng.says(`要求 ${first.name} 其余均符合，不符合 9-1，尚不清楚 3-1，应收 100万，实收 94万`);
  for (const person of [yuecheng, colleague]) await person.says(`意见 ${first.name}`);
  await yuecheng.says(`意见 ${first.name} 业委会、社区 同意 8月21日`);
  await yuecheng.drops({ name: "盖章件.png", content: await pictureOf("没有校验号") });
  for (const text of ["申报表盖章件", first.name, `意见 ${first.name} 街道 同意 8月22日`]) await yuecheng.says(text);
  for (const text of [`修改申报 ${first.name}`, "改 小区地址 胜利路88号", "提交"]) await colleague.says(text);
  for (const text of ["更正笔误", "撤销笔误", "确认原意见", "撤回盖章件"]) await yuecheng.says(`${text} ${first.name}`);
  for (const rest of ["", " 第1份 区局 8月22日"]) await yuecheng.says(`纸质件 ${first.name}${rest}`);
  await byWords.applies(fourth);
  await keqiao.says(`撤回 ${fourth.name}`);
  await keqiao.says("确认撤回");
  const accident = { ...second.answers, [ACCIDENT]: "有 2021年8月25日 人员伤亡事故" };
  await districtByWords(yuecheng).applies({ ...second, answers: accident });
  await approver.says(`解除不得参与 ${second.name}`);
  await approver.says(`解除不得参与 ${second.name} 经8月21日局长办公会研究同意`);
  for (const face of ["", " 要求", " 评分", " 材料", " 经过"]) await yuecheng.says(`查看 ${first.name}${face}`);
  await keqiao.says(`查看 ${third.name} 材料`);
  await keqiao.drops({ name: "东门.png", content: await pictureOf("现场照片") });
  await organizer.says("口径 R13 是");
  await approver.says("确认口径 R13");
  if (isShort) return;
  // Past the days on which cards count, over the end of stage two.
  await client.clock.advanceTo("2023-09-22T10:00:00+08:00");
  for (const text of ["更多条目", "3-5", "改放", "3-6", "含个人信息", "撤回材料"]) await keqiao.says(text);
  await districtByWords(shangyu).applies(late);
  await shangyu.says("逾期原因 材料补齐较晚");
  for (const text of ["今日待办", "催办 推荐名单", "登记约定"]) await organizer.says(text);
  await organizer.says("应报地区 越城区 柯桥区");
  await approver.says("确认应报地区");
  await city.answers("R14", "以区级初评分为准");
  await organizer.says("登记依据 R14");
  await organizer.says("登记依据 R14 经9月20日局长办公会研究同意，〔2023〕12号");
  await city.answers("R10", "公示1天，首日计入");
  await organizer.says("口径汇总");
  await organizer.says("口径 R9 2个");
  await approver.says("确认口径 R9");
  await byCards.recommends([first.name], REASON);
  await organizer.presses("排名");
  for (const text of ["纸质件", `意见 ${first.name}`, `收到纸质件 ${first.name}`]) await organizer.says(text);
  await byWords.recommends([third.name], REASON);
  await organizer.says(`查看 ${third.name}`);
  for (const person of [yuecheng, organizer]) await person.says("所缺 越城区");
  await yuecheng.says(`要求 ${first.name} 3-1符合，应收 100万，实收 96万`);
  for (const text of ["撤回名单", "确认撤回", "恢复名单"]) await keqiao.says(text);
  for (const rest of ["", " 审签人王建国 9月22日"]) await yuecheng.says(`名单盖章件${rest}`);
  await organizer.says(`退回补正 ${third.name}`);
  await organizer.submits({ items: "材料1-1 不清晰", dueOn: "2023-10-09" });
  await organizer.presses("确认退回补正");
  for (const text of [`补正延期 ${third.name}`, `补正延期 ${third.name} 10月11日 正在补拍`]) await keqiao.says(text);
  await organizer.says(`准予补正延期 ${third.name}`);
  for (const text of [`补正说明 ${third.name} 1 原件即如此`, `报送补正 ${third.name}`]) await keqiao.says(text);
  await organizer.says("评选工作组 组长 评选工作组组长 成员 评选工作组成员1、评选工作组成员2");
  await approver.says("批准评选工作组");
  await organizer.says("调整评选工作组");
  for (const rest of ["", " 亲属在物业服务企业任职"]) await client.as("team-1").says(`回避 ${first.name}${rest}`);
  await client.as("team-lead").says(`不同意回避 ${first.name} 评选工作组成员1 经核实不属实`);
  for (const text of ["核验安排", "安排日期", "核验分派"]) await organizer.says(text);
  for (const text of [`核验安排 10月9日 ${third.name} 1号车`, "采用核验建议"]) await organizer.says(text);
  await consults(client, third.name);
  await organizer.says("口径 R28 可以");
  await approver.says("确认口径 R28");
  await organizer.presses("排名");
  await organizer.presses("发活动群");
  await verifies(client, third.name);
  await client.clock.advanceTo("2023-10-12T10:00:00+08:00");
  await client.as("team-lead").says(`核验退回 ${third.name} 评选工作组成员1 理由：3-5事实不清`);
  for (const text of ["择优", "1-2", `理由 1-2 ${REASON}`, "报批"]) await organizer.says(text);
  await approver.presses("不批准");
  await approver.says("请补充理由");
  await city.selectsAllBut([], REASON);
  for (const text of ["公示", "公示 10月12日至10月12日", "确认公示"]) await organizer.says(text);
  for (const text of ["登记异议", `登记异议 来电 ${third.name}：绿化养护较差`, "异议核查 1 已督促整改"])
    await organizer.says(text);
  await approver.says("异议决定 1 不成立 养护情况符合要求");
  await organizer.says("答复异议 1 10月12日 电话 已说明");
  await client.clock.advanceTo("2023-10-13T10:00:00+08:00");
  await city.publishes();
  await look("published");
  await organizer.says(`更正 第1行应为“${first.name}（一期）”；理由：录入有误`);
  await approver.says("批准更正");
  await organizer.says("向省推荐");
  await client.clock.advanceTo("2023-10-19T10:00:00+08:00");
  for (const text of ["申请延期 工作报告", "申请延期 工作报告 10月25日 正在盖章"]) await shangyu.says(text);
  await organizer.says("准予延期 上虞区 工作报告");
  await approver.says("同意延期 上虞区 工作报告");
  await byCards.reports("活动开展情况：辖区内广泛宣传发动，组织小区申报。主要做法成效：党建引领。");
  await byWords.reports("活动开展情况：辖区内广泛宣传发动，组织小区申报。主要做法成效：多方联动。");
  for (const text of ["申请支持", "申请支持 桥畔：充电桩用电增容", "分项填写工作报告"]) await shangyu.says(text);
  await organizer.says("支持事项 1");
  for (const name of ["越城区", "柯桥区"]) await organizer.says(`退回工作报告 ${name}`);
  await client.clock.advanceTo("2023-10-31T10:00:00+08:00");
  for (const text of ["督办 诸暨市 工作报告", "确认督办 诸暨市 工作报告"]) await organizer.says(text);
  for (const text of ["督办 上虞区 工作报告", "确认督办", "结束活动", "确认结束活动"]) await organizer.says(text);
  await look("closed");
}

/** Departments are asked; one of them reports something of a site, which the approver decides. */
async function consults(client: EmulatorClient, site: string): Promise<void> {
  const [organizer, approver] = [client.as("maxiaohan"), client.as("approver")];
  for (const text of ["导出 征求意见函", "征求意见", "登记回复 市信访局"]) await organizer.says(text);
  await organizer.says("登记回复 市信访局 全部无异议 回复人 张科长");
  await organizer.says(`登记回复 市综合行政执法局 ${site} 有情况 7-3 东门有违规搭建 回复人 李队`);
  await approver.says("审批部门意见");
  await approver.says(`认定不属实 ${site} 市综合行政执法局 已整改`);
}

/** A member's points of a site, final before the clock goes on; the lead is being asked why they go back. */
async function verifies(client: EmulatorClient, site: string): Promise<void> {
  const [lead, member] = [client.as("team-lead"), client.as("team-1")];
  await client.as("maxiaohan").says(`核验安排 ${site} 成员 评选工作组成员1`);
  await lead.says(`核验情况 ${site}`);
  for (const text of [`无应回避情形 ${site}`, `核验 ${site}`, "3-5 2 东门有垃圾", "其余满分", "提交定稿", "确认定稿"])
    await member.says(text);
  await lead.says(`核验退回 ${site} 评选工作组成员1`);
}
