import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { progressPhrases } from "../../src/campaign/overview/progress/phrases.ts";
import { meaningOf } from "./campaign-state.ts";
import type { Moment } from "./moments.ts";
import { read, readAll, refusal, said } from "./reading.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World;
let campaignGroup: string;
let cityGroup: string;

function useWorldAt(moment: Moment): void {
  beforeAll(async () => {
    world = await worldAt(moment);
    campaignGroup = await world.groupId("美好家园活动群");
    cityGroup = await world.groupId("美好家园市级工作群");
  });
  afterAll(() => world.end());
}

/** What one person's words bring them, in whatever chat it comes. */
async function asks(userId: string, text: string, conversationId?: string): Promise<string[]> {
  return readAll(await world.as(userId).says(text, { in: conversationId }));
}

const lines = async (userId: string, text: string): Promise<string[]> =>
  (await asks(userId, text)).flatMap((message) => message.split("\n"));

describe("before the first stage", () => {
  useWorldAt("8月9日");

  describe("the usual word and all its other spellings", () => {
    test.each(["帮助", "/帮助", "／帮助", "help", "Help", "ＨＥＬＰ", "帮助。", "菜单", "bz"])(
      "%s is one command",
      async (text) => {
        const [title] = await lines("administrator", text);

        expect(title).toBe("### 您可以办理以下事项");
      },
    );
  });

  describe("words the bot does not know", () => {
    test.each([
      { text: "用两", nearest: ["用量", "待办", "依据"] },
      { text: "用量多少", nearest: ["用量", "待办", "依据"] },
      { text: "hlep", nearest: ["帮助", "待办", "依据"] },
      { text: "bangzhu", nearest: ["帮助", "待办", "依据"] },
      { text: "？", nearest: ["待办", "依据", "意见建议"] },
      { text: "★☆", nearest: ["待办", "依据", "意见建议"] },
    ])("$text: the three nearest of what the person may do, as words and as buttons", async ({ text, nearest }) => {
      expect(await asks("administrator", text)).toEqual([
        said(
          "### 未能识别",
          `未能识别您发送的内容，未作任何改动。您是否要：${nearest.map((word) => `「${word}」`).join("、")}？发送「帮助」可查看全部操作。`,
          ...nearest.map((word) => `[${word}]`),
        ),
      ]);
    });

    test.each(["收到", "好的，谢谢！", "👍"])("%s is an acknowledgement", async (text) => {
      expect(await asks("administrator", text)).toEqual([said("### 收到", "好的。如需办理事项，可发送「帮助」。")]);
    });

    test("what is for one moment only, such as 采用, is proposed to nobody", async () => {
      const [text] = await asks("maxiaohan", "采取");

      expect(text).not.toContain("采用");
    });

    test("what belongs to a later stage is proposed to nobody", async () => {
      for (const userId of ["keqiao-1", "maxiaohan"]) expect((await asks(userId, "初平")).join()).not.toContain("初评");
    });
  });

  test("进度 has nothing to hand in", async () => {
    expect(await lines("keqiao-1", "进度")).toEqual([
      "### 柯桥区　办理进度",
      "**当前阶段**：活动尚未开始",
      progressPhrases.nothingYet(),
    ]);
  });
});

describe("进度", () => {
  const APPLICATION = "请尽量于9月20日前办理，之后仍可办理";
  const LIST = "9月底前（截至9月30日），请尽量于9月28日（周四）17:00前";
  const STAGE = "**当前阶段**：第二阶段　组织实施，9月20日结束";
  const CITY_TITLE = "### 绍兴市“加强物业管理，共建美好家园”活动　办理进度";
  const COUNTS = [
    `**申报表**：已提交0个小区，涉及0个地区；${APPLICATION}`,
    `**初评**：已提交定稿0个，共0个小区；${APPLICATION}`,
    `**推荐名单**：应报6个，已报0个；${LIST}`,
  ];
  useWorldAt("8月21日");

  test.each(["进度", "jd", "JD", "/进度", "progress"])("by an official as %s: the own district", async (text) => {
    expect(await lines("keqiao-1", text)).toEqual([
      "### 柯桥区　办理进度",
      STAGE,
      `**申报表**：尚未提交；${APPLICATION}`,
      `**初评**：尚未开始；${APPLICATION}`,
      `**推荐名单**：尚未报送；${LIST}`,
    ]);
  });

  const DISTRICTS = ["越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县"];
  const NOTHING = "申报表尚未提交；初评尚未开始；推荐名单尚未报送";

  test("by the organizer: the totals, and each district", async () => {
    expect(await lines("maxiaohan", "进度")).toEqual([
      CITY_TITLE,
      STAGE,
      ...COUNTS,
      "**各地区办理情况**",
      ...DISTRICTS.map((district) => `- ${district}：${NOTHING}`),
    ]);
  });

  test.each(["几个区报了？", "哪些地区没报", "谁没报 推荐名单", "名单报齐了吗"])(
    "%s is answered in three sentences that can be passed on",
    async (text) => {
      for (const userId of ["maxiaohan", "approver"]) {
        expect((await lines(userId, text)).slice(0, 3)).toEqual([
          "### 推荐名单　报送情况",
          "**可直接转发**",
          `截至8月21日（周一）09:00，推荐名单应报6个，已报0个。尚未报送的：${DISTRICTS.join("、")}。推荐名单${LIST}。`,
        ]);
      }
    },
  );

  test("of one district: by the organizer and its own officials, and by nobody of another district", async () => {
    const own = await lines("keqiao-1", "进度");
    const forSuperiors = [
      "**可直接转发**",
      `截至8月21日（周一）09:00，柯桥区申报表尚未提交，初评尚未开始，推荐名单尚未报送。推荐名单${LIST}。推荐名单：尚未提醒。`,
    ];

    expect(await lines("maxiaohan", "进度 柯桥区")).toEqual([...own, ...forSuperiors]);
    expect(await lines("approver", "进度 柯桥")).toEqual([...own, ...forSuperiors]);
    expect(await lines("keqiao-1", "进度 柯桥区")).toEqual(own);
    expect(await asks("yuecheng-1", "进度 柯桥区")).toEqual([refusal("您不能查看柯桥区的进度，只能查看本地区的。")]);
    expect(await asks("maxiaohan", "进度 西湖区")).toEqual([
      refusal(`没有名为「西湖区」的地区，可查看：${DISTRICTS.join("、")}。`),
    ]);
  });

  test("in the campaign group: counts, whoever asks", async () => {
    const answer = [
      said(CITY_TITLE, STAGE, ...COUNTS, "群内只显示汇总数。本地区的具体情况请在与家园助手的单聊中发送「进度」。"),
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
    expect(await asks("administrator", "进度")).toEqual([refusal(dispatchPhrases.mayNot("进度", "系统管理员"))]);
  });
});

describe("words that are misspelt in the second stage", () => {
  useWorldAt("8月21日");

  test("are met with what is of the stage and of the person's role; nothing changes", async () => {
    const before = (await meaningOf(world)).actual;

    const [clerk = ""] = await asks("keqiao-1", "初平 雅苑");
    const [administrator = ""] = await asks("administrator", "初平 雅苑");

    expect(clerk).toContain("您是否要：「初评 雅苑」、");
    expect(clerk.match(/^\[.*\]$/gmu)).toHaveLength(3);
    expect(administrator).not.toContain("初评");
    expect((await meaningOf(world)).actual).toEqual(before);
  });
});

describe("the button on the group's card", () => {
  useWorldAt("8月10日");

  test("answers in the person's direct chat, and says so", async () => {
    const before = (await world.as("maxiaohan").messages(campaignGroup)).length;

    const { accepted, toast } = await world.as("keqiao-1").presses("查看进度", { in: campaignGroup });

    expect({ accepted, toast }).toEqual({ accepted: true, toast: dispatchPhrases.sentToDirectChat() });
    const newest = (await world.as("keqiao-1").messages()).at(-1);
    expect(newest && read(newest)).toBe(
      said("### 柯桥区　办理进度", "**当前阶段**：第一阶段　宣传发动，8月20日结束", progressPhrases.nothingYet()),
    );
    expect(await world.as("maxiaohan").messages(campaignGroup)).toHaveLength(before);
  });
});
