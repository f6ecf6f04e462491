import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { persistent } from "../../demo/persistent.ts";
import { rosterPhrases, rosterRefusals } from "../../src/campaign/administration/roster/phrases.ts";
import { rowProblems, workbookPhrases } from "../../src/campaign/administration/roster/workbook/phrases.ts";
import { onBehalfPhrases } from "../../src/campaign/application/on-behalf-phrases.ts";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { onBehalfPhrases as engineOnBehalf } from "../../src/campaign/engine/on-behalf-phrases.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { read, refusal } from "./reading.ts";
import { receivedWorkbook } from "./received-workbook.ts";
import { rosterWorkbook } from "./roster-workbook.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const MOBILE = "19900000024";
const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月13日");
});
afterAll(() => world.end());

const says = async (userId: string, text: string): Promise<string> =>
  (await world.as(userId).says(text)).map((message) => message.file?.fileName ?? read(message)).join("\n");
const chatOf = async (userId: string): Promise<string[]> => (await world.as(userId).messages()).map(read);
const lookups = async (): Promise<number> => {
  const { entries } = await world.call<{ entries: { name: string }[] }>("/traffic", undefined);
  return entries.filter(({ name }) => name.includes("getbymobile")).length;
};

const dropsRoster = async (userId: string, rows: readonly (readonly string[])[]): Promise<string> =>
  (await world.as(userId).drops({ name: "人员.xlsx", content: await rosterWorkbook(rows) })).map(read).join("\n");

/** Fills in page after page of the open form card, and hands it in. */
async function fillsIn(userId: string, answers: Readonly<Record<string, unknown>>): Promise<void> {
  const person = persistent(playersIn(world), userId);
  for (;;) {
    const form = (await person.latestCard(({ text }) => text.includes("小区申报表") || text.includes("花园申报表")))
      ?.forms[0];
    if (!form) break;
    await person.submits(Object.fromEntries(form.fields.map(({ name, label }) => [name, answers[label]])));
  }
  await person.presses("提交");
}

describe("代填", () => {
  step("is for a named district, marked on the form with who enters and who answers for it", async () => {
    expect(await says("maxiaohan", "代填")).toContain("请写明为哪里代填");
    expect(await says("keqiao-1", "代填 柯桥区")).toContain("不在您的权限内");

    const form = await says("maxiaohan", "代填 柯桥区");
    expect(form).toContain("柯桥区　小区申报表");
    expect(form).toContain(onBehalfPhrases.filling("马小涵", "柯桥区经办人1"));
  });

  step("handed in, it comes to the district, which corrects it; lists and workbooks say who entered it", async () => {
    await fillsIn("maxiaohan", { ...compounds[0]?.answers, 小区名称: "代填花园", 项目名称: "代填花园项目" });
    const entered = onBehalfPhrases.submitted("马小涵", "柯桥区经办人1");

    expect((await chatOf("keqiao-1")).join("\n")).toContain(entered);
    expect((await chatOf("keqiao-2")).join("\n")).toContain(entered);
    const { rows } = await receivedWorkbook(world, await world.as("maxiaohan").says("导出 进度"));
    expect(rows.at(-1)).toEqual([
      onBehalfPhrases.note([{ name: "代填花园", what: ["申报表"], typedBy: "马小涵", responsible: "柯桥区经办人1" }]),
    ]);

    expect(await says("maxiaohan", "修改申报 代填花园")).toContain("「代填 越城区 修改申报」");
    await says("keqiao-2", "修改申报 代填花园");
    await says("keqiao-2", "改 小区地址 滨河路5号");
    expect(await says("keqiao-2", "提交")).toContain("本次为第2次提交，由柯桥区经办人2提交；上一次由马小涵提交。");
  });
});

describe("代填 of what follows", () => {
  const told = (texts: readonly string[]) => texts.filter((text) => text.includes("马小涵正在代柯桥区办理"));

  step("附件1 and opinions are recorded for the district, with who typed and who answers for it", async () => {
    const by = engineOnBehalf.by("马小涵", "柯桥区经办人1");
    const rest = await says("maxiaohan", "代填 柯桥区 要求 代填花园 其余均符合");
    expect(rest).toContain(by);
    const opinion = await says("maxiaohan", "代填 柯桥区 意见 代填花园 业委会同意 9月10日");
    expect(opinion).toContain("已登记业委会意见");
    await says("keqiao-1", "意见 代填花园");
    expect((await world.as("keqiao-1").latestCard("附件3意见：代填花园"))?.text).toContain(by);
  });

  step("初评 is scored on the card and in words, and the district goes on where it was left", async () => {
    await says("maxiaohan", "代填 柯桥区 初评 代填花园");
    const card = await world.as("maxiaohan").latestCard("初评：代填花园");
    expect(card?.text).toContain(engineOnBehalf.acting("柯桥区", "柯桥区经办人1"));
    await says("maxiaohan", "1-1 4分");
    await says("maxiaohan", "1-2 3分 理由：公示栏不全");
    expect(await says("keqiao-2", "初评 代填花园")).toContain(
      engineOnBehalf.rows(2, engineOnBehalf.by("马小涵", "柯桥区经办人1")),
    );
    await says("keqiao-2", "保存退出");
  });

  step("a report is handed in for the district; the district reads once of each piece of work", async () => {
    const report = await says("maxiaohan", `代填 柯桥区 工作报告 ${"活动开展情况良好。".repeat(40)}`);
    expect(report).toContain("请确认是否现在报送");
    expect(await says("maxiaohan", "仍然报送")).toContain(engineOnBehalf.by("马小涵", "柯桥区经办人1"));
    const works = told(await chatOf("keqiao-2")).map((text) => /办理(\S+?)，/u.exec(text)?.[1]);
    expect(works).toEqual(["代填花园的附件1", "代填花园的意见", "代填花园的初评", "工作报告"]);
    const { rows } = await receivedWorkbook(world, await world.as("maxiaohan").says("导出 进度"));
    expect(rows.at(-1)?.[0]).toContain("柯桥区的工作报告（马小涵代填，柯桥区经办人1负责）");
    await says("keqiao-1", "撤回工作报告");
    expect(await says("keqiao-1", "确认撤回工作报告")).toContain("第1版");
  });

  step("its list is chosen and reported; the list says who typed and who answers for it", async () => {
    await says("maxiaohan", "代填 柯桥区 推荐 1 2");
    const reported = await says("maxiaohan", "代填 柯桥区 报送");

    expect(reported).toContain(engineOnBehalf.by("马小涵", "柯桥区经办人1"));
    expect(told(await chatOf("keqiao-2")).at(-1)).toContain("附件4");
    const { rows } = await receivedWorkbook(world, await world.as("keqiao-1").says("导出 附件4"));
    expect(rows.map(([first]) => first).join("\n")).toContain("柯桥区的附件4（马小涵代填，柯桥区经办人1负责）");
  });

  step("is never an approval, and nothing that is not the district's", async () => {
    expect(await says("maxiaohan", "代填 柯桥区 广播 测试")).toContain("不在您的权限内（区（县、市）经办人）");
    await says("maxiaohan", "取消");
    expect(await says("maxiaohan", "初评 代填花园")).toContain("「代填 越城区 初评」");
    expect(await says("team-1", "代填 柯桥区 初评 代填花园")).toContain("不在您的权限内");
  });
});

describe("a new clerk", () => {
  step("is entered by words, found by the number, told once, and can begin at once", async () => {
    const done = await says("maxiaohan", `新增人员 组织外同事 ${MOBILE} 柯桥区 经办人`);

    expect(done).toContain(rosterPhrases.added("组织外同事", "柯桥区经办人"));
    expect(done).not.toContain(MOBILE);
    const told = (await chatOf("outsider")).filter((text) => text.includes(rosterPhrases.granted("柯桥区经办人")));
    expect(told.length).toBe(1);
    expect(await says("outsider", "申报")).toContain("柯桥区　小区申报表");
    await says("outsider", "取消");
  });

  step("is refused with a number that nobody has, without one, and by whoever may not", async () => {
    const refused: [string, string, string][] = [
      ["maxiaohan", "新增人员 某人 19911112222 柯桥区", rosterRefusals.nobodyHas("199****2222")],
      ["maxiaohan", "新增人员 某人 柯桥区", rosterRefusals.noMobile("某人")],
      ["maxiaohan", "新增人员 马小涵 审批领导", rosterRefusals.notOneself("审批领导")],
      ["maxiaohan", "新增人员 副联系人 审批领导", rosterRefusals.administratorOnly("审批领导")],
      ["keqiao-1", "移除人员 柯桥区经办人2", dispatchPhrases.mayNot("移除人员", "区（县、市）经办人")],
    ];

    for (const [who, text, sentence] of refused) expect(await says(who, text)).toBe(refusal(sentence));
    const group = await world.groupId("美好家园活动群");
    const inGroup = await world.as("maxiaohan").says(`新增人员 某人 ${MOBILE} 柯桥区`, { in: group });
    expect(inGroup.map(read).join()).toContain(dispatchPhrases.directOnly("新增人员"));
  });
});

describe("a clerk removed in mid-form", () => {
  step("names the successor where there are several, and is told in one message what becomes of the form", async () => {
    await says("keqiao-1", "申报");
    await says("keqiao-1", "移交花园");

    expect(await says("maxiaohan", "移除人员 柯桥区经办人1")).toContain("请写明由谁接手");
    const done = await says("maxiaohan", "移除人员 柯桥区经办人1 移交 组织外同事");
    expect(done).toContain(rosterPhrases.removed("柯桥区经办人1", ["柯桥区经办人"]));
    const [farewell] = (await chatOf("keqiao-1")).filter((text) => text.includes("不再担任"));
    expect(farewell).toContain(rosterPhrases.given(["申报表“移交花园”"], "组织外同事"));
  });

  step("reads one sentence on the next answer; the successor goes on where it was left", async () => {
    expect(await says("keqiao-1", "滨河路3号")).toContain("您此前填写的内容均已保存，由接手的同事继续办理。");
    expect(
      (
        await world
          .as("keqiao-1")
          .presses("申报")
          .catch((error: Error) => error.message)
      ).toString(),
    ).toContain("申报");

    await world
      .as("outsider")
      .presses("继续填写 移交花园")
      .catch(() => says("outsider", "继续填写 移交花园"));
    const card = await world.as("outsider").latestCard("移交花园");
    expect(card?.text).toContain("已填1/23项");
    expect(card?.text).toContain("【申报单位】");
    await says("outsider", "取消");
  });
});

describe("休假", () => {
  step("leaves no district without anybody", async () => {
    await says("maxiaohan", "移除人员 组织外同事 移交 柯桥区经办人2");

    expect(await says("maxiaohan", "休假 柯桥区经办人2 9月20日至9月22日")).toBe(
      refusal(rosterRefusals.unattended("柯桥区", "2023-09-20")),
    );
    expect(await says("maxiaohan", "休假 柯桥区经办人2 9月22日至9月20日 越城区经办人1")).toBe(
      refusal(rosterRefusals.over({ from: "2023-09-22", until: "2023-09-20" })),
    );
    const done = await says("maxiaohan", "休假 柯桥区经办人2 9月20日至9月22日 越城区经办人1");
    const period = { from: "2023-09-20", until: "2023-09-22" } as const;
    expect(done).toContain(rosterPhrases.leaveDone("柯桥区经办人2", period, "越城区经办人1"));
  });

  step("open work goes to the stand-in on the first day; cards go there, not to whoever is away", async () => {
    expect(await says("yuecheng-1", "继续填写 移交花园")).not.toContain("已填1/23项");
    await world.advanceTo("2023-09-20T09:00:00+08:00");
    expect((await chatOf("yuecheng-1")).join("\n")).toContain(rosterPhrases.taken("柯桥区经办人2"));

    const [standIn, away] = [world.as("yuecheng-1"), world.as("keqiao-2")];
    let cards: string[] = [];
    const awayCards = await away.receives(async () => {
      cards = (await standIn.receives(() => world.advanceTo("2023-09-21T09:00:00+08:00"))).map(read);
    });
    // One in the group, which both read; the stand-in has one more for each district.
    const opened = (texts: readonly string[]) => texts.filter((text) => text.startsWith("【第三阶段】")).length;
    expect([opened(cards), opened(awayCards.map(read))]).toEqual([3, 1]);
  });

  step("after the last day the stand-in has the own district only", async () => {
    await world.advanceTo("2023-09-22T23:00:00+08:00");
    expect(await says("yuecheng-1", "申报 柯桥区")).toContain("移交花园");
    await world.advanceTo("2023-09-23T09:00:00+08:00");
    expect(await says("yuecheng-1", "申报 柯桥区")).not.toContain("移交花园");
  });
});

describe("代理 of the approver", () => {
  step("needs an authority and an administrator, and is shown to the approver", async () => {
    expect(await says("administrator", "代理 审批领导 副联系人 至9月30日")).toBe(
      refusal(rosterRefusals.noMandate("审批领导")),
    );
    const words = "代理 审批领导 副联系人 至9月30日 经9月18日签批，〔2023〕12号";
    expect(await says("maxiaohan", words)).toBe(refusal(rosterRefusals.administratorOnly("审批领导")));

    expect(await says("administrator", words)).toContain("授权人：审批领导，9月18日签批，〔2023〕12号");
    expect((await chatOf("approver")).join("\n")).toContain(
      rosterPhrases.standInKnown("副联系人", { from: "2023-09-23", until: "2023-09-30" }),
    );
    expect(await says("maxiaohan", "人员名单")).toContain("副联系人（代审批领导，9月23日至9月30日）");
  });
});

describe("the roster as a workbook", () => {
  const today: (readonly string[])[] = [];

  step("comes with numbers to the person alone, and unchanged changes nothing", async () => {
    const { rows } = await receivedWorkbook(world, await world.as("maxiaohan").says("导出 人员名单"));
    const [, , header = [], ...lines] = rows;

    expect(header).toEqual(["姓名", "手机号", "地区", "角色", "备注"]);
    for (const [name, mobile, district, role] of lines)
      today.push([role, name, district, "", mobile].map((cell) => String(cell ?? "")));
    expect(today).toContainEqual(["活动联系人", "马小涵", "", "", "19900000001"]);
    const before = await lookups();
    const dropped = await dropsRoster("maxiaohan", today);
    expect(dropped).toContain("是人员名单");
    expect([...dropped.matchAll(/\[([^\]]+)\]/g)].map(([, label]) => label)).toEqual(["核对人员名单"]);
    expect((await world.as("maxiaohan").opensLink("核对人员名单")).news.map(read).join()).toContain("与现有名单一致");
    expect(await lookups()).toBe(before);
  });

  step("with errors comes back with each beside its row, and changes nothing", async () => {
    const wrong = [
      ...today,
      ["经办人", "甲某", "柯桥区", "", "19911112222"],
      ["经办人", "乙某", "不存在区", "", MOBILE],
      ["巡视员", "丙某", "", "", "12345"],
      ["成员", "马小涵", "", "", "19900000002"],
      ["活动联系人", "马小涵", "", "", "19900000001"],
    ];
    const before = await lookups();
    await dropsRoster("maxiaohan", wrong);
    const { news } = await world.as("maxiaohan").opensLink("核对人员名单");

    const { rows } = await receivedWorkbook(world, news);
    const said = (name: string) => rows.filter((row) => row[0] === name).map((row) => row[5] ?? "");
    // The unknown number, and two known ones under another name.
    expect((await lookups()) - before).toBe(3);
    expect(said("甲某")).toEqual([rowProblems.nobodyHas()]);
    expect(said("乙某")[0]).toContain("没有“不存在区”这一地区");
    expect(said("丙某")[0]).toContain(rowProblems.badMobile());
    expect(said("丙某")[0]).toContain("没有“巡视员”这一角色");
    expect(said("马小涵").filter((one) => one !== "").length).toBe(2);
    expect(news.map(read).join("\n")).toContain("未作任何改动");
  });

  step("is shown as differences and adopted whole by one press, one call a new number", async () => {
    const more = [
      ...today.filter(([, name]) => name !== "评选工作组成员5"),
      ["经办人", "组织外同事", "柯桥区、诸暨市", "", MOBILE],
    ];
    await dropsRoster("maxiaohan", more);
    await world.as("maxiaohan").opensLink("核对人员名单");
    const card = await world.as("maxiaohan").latestCard("人员名单更新");

    expect(card?.text).toContain(workbookPhrases.lead(2, 1));
    expect(card?.text).toContain(workbookPhrases.adding("组织外同事", "诸暨市经办人"));
    expect(card?.text).toContain(workbookPhrases.ending("评选工作组成员5", "评选工作组成员"));
    const { accepted } = await world.as("maxiaohan").presses("采用");
    expect(accepted).toBe(true);
    expect((await world.as("maxiaohan").latestCard("人员名单更新"))?.text).toContain("已采用");
    const told = (await chatOf("outsider")).join("\n");
    expect(told).toContain(rosterPhrases.granted("柯桥区经办人"));
    expect(told).toContain(rosterPhrases.granted("诸暨市经办人"));
    expect(await says("outsider", "申报")).toContain("请注明");
    expect(await says("team-5", "待办")).toContain("您此前填写的内容均已保存");
  });
});

describe("the roster by card", () => {
  step("a clerk, a leave and a stand-in are entered on its forms; what cannot be changes nothing", async () => {
    const organizer = world.as("maxiaohan");
    const enters = async (button: string, values: Readonly<Record<string, string>>): Promise<string> => {
      await organizer.says(button);
      const news = await organizer.receives(async () => {
        await organizer.submits(values);
      });
      return news.map(read).join("\n");
    };
    const clerk = { 姓名: "组织外同事", 角色: "districtOfficer", 地区: "新昌县" };

    expect(await enters("新增人员", { ...clerk, 姓名: "某人", 手机号: "19911112222" })).toContain(
      rosterRefusals.nobodyHas("199****2222"),
    );
    expect(await enters("新增人员", { ...clerk, 手机号: MOBILE })).toContain(
      rosterPhrases.added("组织外同事", "新昌县经办人"),
    );
    expect(await says("outsider", "申报 新昌县")).toContain("新昌县　小区申报表");
    const [from, until] = ["2023-09-25", "2023-09-26"] as const;
    expect(
      await enters("休假", { 姓名: "新昌县经办人1", 开始日期: from, 结束日期: until, 代办人姓名: "组织外同事" }),
    ).toContain(rosterPhrases.leaveDone("新昌县经办人1", { from, until }, "组织外同事"));
    const standIn = { 被代理人姓名: "嵊州市经办人1", 代理人姓名: "组织外同事", 开始日期: from, 结束日期: until };
    expect(await enters("代理", standIn)).toContain("已登记组织外同事代嵊州市经办人1办理嵊州市经办人的工作");
  });
});

describe("what is kept", () => {
  step("the journal gives back the same tables and holds no number; nor do the tables or the log", async () => {
    const database = await connect(world);
    const { replayed, actual, verified } = await database.replay();
    const rows = await database.query<{ text: string }>(
      `select changes::text || coalesce(reason, '') as text from journal_entry
       union all select to_jsonb(p)::text from person p union all select content::text from definition_content
       where content ? 'people'`,
    );
    await database.close();

    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
    expect(rows.filter(({ text }) => /1990000\d{4}/.test(text))).toEqual([]);
    expect(world.output()).not.toMatch(/1990000\d{4}/);
  });
});
