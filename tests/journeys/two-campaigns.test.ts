import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { progressPhrases } from "../../src/campaign/overview/progress/phrases.ts";
import { connect } from "./database.ts";
import { copyFolder, edit, SHAOXING_2023 } from "./folder.ts";
import { addGroup, cardTexts, readAll, said } from "./reading.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";

const GROUP_2024 = "cidNext/Campaign+==";
const NAME_2023 = "2023年度绍兴市“加强物业管理，共建美好家园”活动（shaoxing-2023）";
const NAME_2024 = "2024年度绍兴市“加强物业管理，共建美好家园”活动（shaoxing-2024）";
const WHICH = said(
  "### 请选择活动",
  "您参加了不止一个活动，请回复序号选择：",
  `1. ${NAME_2023}`,
  `2. ${NAME_2024}`,
  `[${NAME_2023}]`,
  `[${NAME_2024}]`,
);
const BEFORE_2024 = said(
  "### 绍兴市“加强物业管理，共建美好家园”活动　办理进度",
  "**活动**：2024年度美好家园",
  "**当前阶段**：活动尚未开始",
  progressPhrases.nothingYet(),
);

/** The next year's campaign: 马小涵 organizes both, keqiao-2 works in the first only, a former outsider in the second. */
async function nextYear(): Promise<string> {
  const folder = await copyFolder();
  await edit(folder, "campaign.yaml", [
    ["id: shaoxing-2023", "id: shaoxing-2024"],
    ["value: 2023", "value: 2024"],
    ["quote: 2023年度", "quote: 2024年度"],
  ]);
  await edit(folder, "plan.txt", [["2023年度", "2024年度"]]);
  await edit(folder, "roster.yaml", [
    ["cidShaoxing", "cidNext"],
    ["美好家园活动群", "2024年活动群"],
    ["- id: keqiao-2\n", "- id: formerly-2\n"],
    ["- id: outsider\n", "- id: nobody\n"],
    ["- id: formerly-2\n", "- id: outsider\n"],
    ["      - keqiao-2\n", "      - outsider\n"],
  ]);
  return folder;
}

const step = story();
let folder: string;
let world: World;

beforeAll(async () => {
  folder = await nextYear();
  world = await startWorld({ environment: { CAMPAIGN: `${SHAOXING_2023},${folder}` } });
  const memberIds = ["maxiaohan", "keqiao-1", "outsider"];
  await world.call("/groups", { conversationId: GROUP_2024, title: "2024年活动群", memberIds });
});
afterAll(async () => {
  await world.end();
  await rm(dirname(folder), { recursive: true, force: true });
});

const asks = async (userId: string, text: string, conversationId?: string): Promise<string[]> =>
  readAll(await world.as(userId).says(text, { in: conversationId }));
const firstLines = (texts: readonly string[]) => texts.map((text) => text.split("\n")[0]);
/** The first lines of the cards that opened stages. */
const cardsOf = async (userId: string, conversationId?: string) =>
  firstLines(cardTexts(await world.as(userId).messages(conversationId))).filter((line) => line?.startsWith("【第"));

describe("two campaigns served by one bot", () => {
  step(
    "before either has begun, 进度 by somebody in both asks which, and the number goes on with what was asked",
    async () => {
      expect(await asks("maxiaohan", "进度")).toEqual([WHICH]);
      expect(await asks("maxiaohan", "2")).toEqual([BEFORE_2024]);
    },
  );

  step("a number that the list does not have asks again and forgets nothing", async () => {
    await world.as("maxiaohan").says("依据 3-2");

    expect(await asks("maxiaohan", "3")).toEqual([WHICH]);
    expect(firstLines(await asks("maxiaohan", "２"))).toEqual(["### 依据：3-2　评选标准 3-2（5分）（文件规定）"]);
  });

  step("a question that was open before which campaign was asked is open again after the number", async () => {
    await world.as("maxiaohan").says("广播 shaoxing-2023");

    expect(await asks("maxiaohan", "依据 3-2")).toEqual([WHICH]);
    await world.as("maxiaohan").says("1");
    expect(firstLines(await asks("maxiaohan", "请各地抓紧申报。"))).toEqual(["### 通知　预览（待确认发送）"]);

    await world.as("maxiaohan").says("取消广播 shaoxing-2023");
    await world.as("maxiaohan").says("广播 shaoxing-2023");
    await world.as("maxiaohan").says("依据 3-2");
    expect(firstLines(await asks("maxiaohan", "请各地抓紧初评。"))).toEqual(["### 通知　预览（待确认发送）"]);
    await world.as("maxiaohan").says("取消广播 shaoxing-2023");
  });

  step("取消 gives the question up, without asking which", async () => {
    await world.as("maxiaohan").says("进度");

    expect(await asks("maxiaohan", "取消")).toEqual([
      said("### 已取消", "**活动**：2023年度美好家园", "已停止办理，此前已保存的内容不变。"),
    ]);
    expect(await asks("maxiaohan", "取消")).toEqual([
      said("### 无须取消", "**活动**：2023年度美好家园", "目前没有等待您答复的事项。"),
    ]);
  });

  step("the first year's stage opens for its own people and group only", async () => {
    const fired = await world.advanceTo("2023-08-21T09:00:00+08:00");

    const openings = fired.filter(({ kind }) => kind === "stage.opening");
    expect(openings.map(({ key }) => key)).toEqual(["shaoxing-2023/mobilization", "shaoxing-2023/implementation"]);
    expect(await cardsOf("keqiao-2")).toHaveLength(2);
    expect(await cardsOf("outsider")).toEqual([]);
    expect(await cardsOf("maxiaohan", GROUP_2024)).toEqual([]);
  });

  step("once one is running, 进度 is about that one, and names it", async () => {
    const [answer = ""] = await asks("maxiaohan", "进度");

    expect(answer.split("\n").slice(1, 3)).toEqual([
      "**活动**：2023年度美好家园",
      "**当前阶段**：第二阶段　组织实施，9月20日结束",
    ]);
  });

  step("进度 with the campaign's id goes straight", async () => {
    expect(await asks("maxiaohan", "进度 shaoxing-2024")).toEqual([BEFORE_2024]);
    const [answer = ""] = await asks("maxiaohan", "进度 shaoxing-2023");
    expect(answer.split("\n")[2]).toBe("**当前阶段**：第二阶段　组织实施，9月20日结束");
  });

  step("a group answers for the campaign it is bound to", async () => {
    const [first = ""] = await asks("maxiaohan", "进度", await world.groupId("美好家园活动群"));
    const [second = ""] = await asks("maxiaohan", "进度", GROUP_2024);

    expect(first.split("\n")[1]).toBe("**当前阶段**：第二阶段　组织实施，9月20日结束");
    expect(second.split("\n")[1]).toBe("**当前阶段**：活动尚未开始");
  });

  step("somebody in one campaign only is never asked, and sees only that one", async () => {
    expect(firstLines(await asks("keqiao-2", "进度"))).toEqual(["### 柯桥区　办理进度"]);
    expect((await asks("keqiao-2", "进度"))[0]).toContain("第二阶段");
    expect(await asks("outsider", "进度")).toEqual([
      said("### 柯桥区　办理进度", "**当前阶段**：活动尚未开始", progressPhrases.nothingYet()),
    ]);
  });

  step("somebody of the other campaign is nobody in a bound group", async () => {
    await world.call(`/groups/${encodeURIComponent(GROUP_2024)}/members`, { userIds: ["keqiao-2"] });

    expect(firstLines(await asks("keqiao-2", "进度", GROUP_2024))).toEqual(["### 暂时无法办理"]);
  });

  step("binding a new group names its campaign", async () => {
    const group = await addGroup(world, { title: "新群", memberIds: ["maxiaohan"] });

    expect(await asks("maxiaohan", "绑定本群", group)).toEqual([
      said(
        "### 请注明活动",
        "您参加了不止一个活动，请注明本群属于哪一个：「绑定本群 活动群 shaoxing-2023」、「绑定本群 活动群 shaoxing-2024」。",
      ),
    ]);
    expect(await asks("maxiaohan", "绑定本群 市级工作群 shaoxing-2024", group)).toEqual([
      said(
        "### 绑定成功",
        "本群已设为市级工作群，原市级工作群「美好家园市级工作群」同时解除绑定。群内可发布排名和含分数的材料，请确认群成员均为市级工作人员。",
      ),
    ]);
  });

  step("a year later the second opens, and the first shows nothing of it", async () => {
    await world.advanceTo("2024-08-12T09:00:00+08:00");

    expect(await cardsOf("outsider")).toEqual(["【第一阶段】宣传发动　8月20日结束 进行中"]);
    expect(await cardsOf("keqiao-2")).toHaveLength(4);
    expect(await cardsOf("maxiaohan", await world.groupId("美好家园活动群"))).toHaveLength(4);
    expect(await cardsOf("maxiaohan", GROUP_2024)).toHaveLength(1);
    const [over = ""] = await asks("keqiao-2", "进度");
    expect(over.split("\n")[1]).toBe("**当前阶段**：活动已于2023年11月30日结束，只可查阅");
  });

  step("the first is over: somebody in both is no longer asked which, and reads the first by its id", async () => {
    const [now = ""] = await asks("maxiaohan", "进度");
    expect(now.split("\n")[1]).toBe("**当前阶段**：第一阶段　宣传发动，8月20日结束");
    const [then = ""] = await asks("maxiaohan", "进度 shaoxing-2023");
    expect(then.split("\n")).toContain("**当前阶段**：活动已于2023年11月30日结束，只可查阅");
  });

  step("the journal replayed gives back both", async () => {
    const database = await connect(world);

    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
    expect(actual.campaign?.map((row) => JSON.stringify(row).includes("shaoxing-2024"))).toEqual([false, true]);
    expect(verified.broken).toBeUndefined();
  });
});
