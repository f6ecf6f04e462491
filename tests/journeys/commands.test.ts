import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, readAll, said, typedBy } from "./reading.ts";
import { startWorld, type World } from "./world.ts";

const CONTACT = "遇到问题请联系马小涵，电话85082235。";
const SEE_PROGRESS = "- 进度：查看办到哪一步、还差什么";
const SEE_CITATION = "- 依据 L15：查看实施方案原文和现行口径";
const BIND = "- 绑定本群 活动群：在群内@机器人发送，把该群设为活动群或市级工作群";
const USAGE = "- 用量：查看本月钉钉接口和推送用量";
const CANCEL = "- 取消：放弃正在等待答复的事项";
const HELP = "- 帮助：查看现在能办理的事项";

let world: World;
let campaignGroup: string;
let cityGroup: string;

beforeAll(async () => {
  world = await startWorld();
  campaignGroup = await world.groupId("美好家园活动群");
  cityGroup = await world.groupId("美好家园市级工作群");
});
afterAll(() => world.end());

/** What one person's words bring them, in whatever chat it comes. */
async function asks(userId: string, text: string, conversationId?: string): Promise<string[]> {
  return readAll(await world.as(userId).says(text, conversationId));
}

const lines = async (userId: string, text: string): Promise<string[]> =>
  (await asks(userId, text)).flatMap((message) => message.split("\n"));

describe("帮助 lists what the person can do in this stage", () => {
  const lead = (name: string, role: string) => `${name}，您好。您的身份是${role}，发送以下文字即可办理：`;
  const people = [
    {
      userId: "keqiao-1",
      lead: lead("柯桥区经办人1", "区（县、市）经办人"),
      list: [SEE_PROGRESS, SEE_CITATION, CANCEL, HELP],
      buttons: ["[进度]", "[依据]", "[取消]"],
    },
    {
      userId: "maxiaohan",
      lead: lead("马小涵", "活动联系人"),
      list: [SEE_PROGRESS, SEE_CITATION, BIND, USAGE, CANCEL, HELP],
      buttons: ["[进度]", "[依据]", "[用量]", "[取消]"],
    },
    {
      userId: "approver",
      lead: lead("审批领导", "审批领导"),
      list: [SEE_PROGRESS, SEE_CITATION, CANCEL, HELP],
      buttons: ["[进度]", "[依据]", "[取消]"],
    },
    {
      userId: "team-1",
      lead: lead("评选工作组成员1", "评选工作组成员"),
      list: [SEE_PROGRESS, SEE_CITATION, CANCEL, HELP],
      buttons: ["[进度]", "[依据]", "[取消]"],
    },
    {
      userId: "administrator",
      lead: lead("系统管理员", "系统管理员"),
      list: [SEE_CITATION, BIND, USAGE, CANCEL, HELP],
      buttons: ["[依据]", "[用量]", "[取消]"],
    },
    {
      userId: "auditor",
      lead: lead("审计人员", "审计人员"),
      list: [SEE_PROGRESS, SEE_CITATION, CANCEL, HELP],
      buttons: ["[进度]", "[依据]", "[取消]"],
    },
  ];
  beforeAll(() => world.call("/reset", {}));

  test.each(people)("to $userId before the first stage", async ({ userId, lead: first, list, buttons }) => {
    expect(await lines(userId, "帮助")).toEqual(["### 您可以办理以下事项", first, ...list, ...buttons, CONTACT]);
  });

  test("to an official in stage two, naming the stage", async () => {
    await world.advanceTo("2023-08-21T09:00:00+08:00");

    const [title] = await lines("keqiao-1", "帮助");

    expect(title).toBe("### 您可以办理以下事项（第二阶段　组织实施）");
  });

  test.each(["/帮助", "／帮助", "help", "Help", "帮助。", "菜单", "bz"])("%s is the same command", async (text) => {
    const [title] = await lines("auditor", text);

    expect(title).toBe("### 您可以办理以下事项（第二阶段　组织实施）");
  });

  test("its buttons type the words that stand in the list", async () => {
    const [help] = await world.as("maxiaohan").says("帮助");

    expect(help && typedBy(help)).toEqual({ 进度: "进度", 依据: "依据 L15", 用量: "用量", 取消: "取消" });
  });
});

describe("words the bot does not know", () => {
  test.each([
    { text: "进渡", nearest: ["进度", "依据", "取消"] },
    { text: "进度如何", nearest: ["进度", "依据", "取消"] },
    { text: "hlep", nearest: ["帮助", "进度", "依据"] },
    { text: "bangzhu", nearest: ["帮助", "进度", "依据"] },
    { text: "？", nearest: ["进度", "依据", "取消"] },
    { text: "😀😀", nearest: ["进度", "依据", "取消"] },
  ])("$text: the three nearest, as words and as buttons", async ({ text, nearest }) => {
    expect(await asks("auditor", text)).toEqual([
      said(
        "### 没有听懂",
        `没有听懂您的意思，未作任何改动。您是否要：${nearest.map((word) => `「${word}」`).join("、")}？发送「帮助」可查看全部操作。`,
        ...nearest.map((word) => `[${word}]`),
      ),
    ]);
  });

  test("what is for one moment only, such as 采用, is proposed to nobody", async () => {
    const [text] = await asks("maxiaohan", "采取");

    expect(text).not.toContain("采用");
  });
});

describe("进度", () => {
  const APPLICATION = "宜于9月20日（周三）前，剩23个工作日，之后仍可办理";
  const LIST = "9月30日（周六）截止，宜于9月28日（周四）17:00前，剩29个工作日";
  const STAGE = "**当前阶段**：第二阶段　组织实施，9月20日结束，剩23个工作日";
  const CITY_TITLE = "### 绍兴市“加强物业管理，共建美好家园”活动　办理进度";
  const COUNTS = [
    `**申报表**：已收到0个，共6个地区；${APPLICATION}`,
    `**初评**：已收到0个，共6个地区；${APPLICATION}`,
    `**推荐名单**：已收到0个，共6个地区；${LIST}`,
  ];
  beforeAll(async () => {
    await world.call("/reset", {});
    await world.advanceTo("2023-08-21T09:00:00+08:00");
  });

  test.each(["进度", "jd", "JD", "/进度", "progress"])("by an official as %s: the own district", async (text) => {
    expect(await lines("keqiao-1", text)).toEqual([
      "### 柯桥区　办理进度",
      STAGE,
      `**申报表**：尚未收到；${APPLICATION}`,
      `**初评**：尚未收到；${APPLICATION}`,
      `**推荐名单**：尚未收到；${LIST}`,
    ]);
  });

  test("by the organizer: all districts in numbers", async () => {
    expect(await lines("maxiaohan", "进度")).toEqual([CITY_TITLE, STAGE, ...COUNTS]);
  });

  test("in the campaign group: counts, whoever asks", async () => {
    const answer = [
      said(CITY_TITLE, STAGE, ...COUNTS, "群内只显示汇总数。本地区的具体情况请在与机器人的单聊中发送「进度」。"),
    ];

    expect(await asks("keqiao-1", "进度", campaignGroup)).toEqual(answer);
    expect(await asks("maxiaohan", "进度", campaignGroup)).toEqual(answer);
  });

  test("in the city's group: counts, without a word on a district", async () => {
    expect(await asks("team-lead", "进度", cityGroup)).toEqual([
      said(CITY_TITLE, STAGE, ...COUNTS, "群内只显示汇总数。"),
    ]);
  });

  test("is refused to the administrator, naming the role", async () => {
    expect(await asks("administrator", "进度")).toEqual([
      said("### 未能办理", "「进度」不在您的权限内（系统管理员），未作任何改动。发送「帮助」可查看您能办理的事项。"),
    ]);
  });

  test("before the first stage there is nothing to hand in", async () => {
    await world.call("/reset", {});

    expect(await lines("keqiao-1", "进度")).toEqual([
      "### 柯桥区　办理进度",
      "**当前阶段**：活动尚未开始",
      "目前没有须报送的材料。",
    ]);
  });
});

describe("the button on the group's card", () => {
  beforeEach(async () => {
    await world.call("/reset", {});
    await world.advanceTo("2023-08-10T09:00:00+08:00");
  });

  test("answers in the person's direct chat, and says so", async () => {
    const before = (await world.as("maxiaohan").messages(campaignGroup)).length;

    const { accepted, toast } = await world.as("keqiao-1").presses("查看进度", campaignGroup);

    expect({ accepted, toast }).toEqual({ accepted: true, toast: "已发送到您与机器人的单聊。" });
    const newest = (await world.as("keqiao-1").messages()).at(-1);
    expect(newest && read(newest)).toBe(
      said(
        "### 柯桥区　办理进度",
        "**当前阶段**：第一阶段　宣传发动，8月20日结束，剩7个工作日",
        "目前没有须报送的材料。",
      ),
    );
    expect(await world.as("maxiaohan").messages(campaignGroup)).toHaveLength(before);
  });
});
