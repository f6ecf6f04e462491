import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bindingPhrases } from "../../src/campaign/administration/binding/phrases.ts";
import { usagePhrases } from "../../src/campaign/administration/usage/phrases.ts";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import { connect } from "./database.ts";
import { addGroup, readAll, refusal, said } from "./reading.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World;
let campaignGroup: string;
let cityGroup: string;

beforeAll(async () => {
  world = await worldAt("8月9日");
  campaignGroup = await world.groupId("美好家园活动群");
  cityGroup = await world.groupId("美好家园市级工作群");
});
beforeEach(() => world.call("/reset", {}));
afterAll(() => world.end());

/** What somebody's words bring them: the message, and whether it came in the group or to them alone. */
async function asks(userId: string, text: string, conversationId?: string): Promise<{ where: string; text: string }[]> {
  const messages = await world.as(userId).says(text, { in: conversationId });
  return readAll(messages).map((line, index) => ({
    where: messages[index]?.conversationId === conversationId ? "group" : "direct",
    text: line,
  }));
}

const refused = (sentence: string) => [{ where: "direct", text: refusal(sentence) }];
const bound = (sentence: string) => [{ where: "group", text: said("### 绑定成功", sentence) }];
const newGroup = () =>
  addGroup(world, { title: "新活动群", memberIds: ["maxiaohan", "keqiao-1", "outsider", "administrator"] });

async function bindings(): Promise<{ audience: string; title: string; boundBy: string }[]> {
  const database = await connect(world);
  const rows = await database.query<{ audience: string; title: string; boundBy: string }>(
    `select audience, title, bound_by as "boundBy" from group_binding order by audience`,
  );
  await database.close();
  return rows;
}

describe("绑定本群", () => {
  test("in a new group makes it the campaign group, and says which one no longer is", async () => {
    const group = await newGroup();

    expect(await asks("maxiaohan", "绑定本群", group)).toEqual(
      bound("本群已设为活动群，原活动群「美好家园活动群」同时解除绑定。群内只发布汇总数和不含分数的名单。"),
    );
    expect(await bindings()).toEqual([
      { audience: "campaign", title: "新活动群", boundBy: "maxiaohan" },
      { audience: "city", title: "美好家园市级工作群", boundBy: "system" },
    ]);
    const [answer] = await asks("keqiao-1", "进度", group);
    expect(answer?.where).toBe("group");
  });

  test("from then on stage cards come to the new group only", async () => {
    const group = await newGroup();
    await world.as("maxiaohan").says("绑定本群", { in: group });

    await world.advanceTo("2023-08-10T09:00:00+08:00");

    const cards = async (id: string) =>
      (await world.as("maxiaohan").messages(id)).filter(({ kind }) => kind === "card");
    expect(await cards(group)).toHaveLength(1);
    expect(await cards(campaignGroup)).toHaveLength(0);
  });

  test("as the city's group by the administrator", async () => {
    const group = await newGroup();

    expect(await asks("administrator", "绑定本群 市级工作群", group)).toEqual(
      bound(
        "本群已设为市级工作群，原市级工作群「美好家园市级工作群」同时解除绑定。群内可发布排名和含分数的材料，请确认群成员均为市级工作人员。",
      ),
    );
  });

  test("is refused to an official", async () => {
    const group = await newGroup();

    expect(await asks("keqiao-1", "绑定本群", group)).toEqual(
      refused(dispatchPhrases.mayNot("绑定本群", "区（县、市）经办人")),
    );
  });

  test("is refused in a direct chat", async () => {
    expect(await asks("maxiaohan", "绑定本群")).toEqual(refused(dispatchPhrases.groupOnly("绑定本群")));
  });

  test("is refused where the group is bound so already", async () => {
    expect(await asks("maxiaohan", "绑定本群", campaignGroup)).toEqual(
      refused("本群已是活动群，无须重复绑定，未作任何改动。"),
    );
  });

  test("is refused where the group is bound as something else", async () => {
    expect(await asks("maxiaohan", "绑定本群 活动群", cityGroup)).toEqual(refused(bindingPhrases.boundAlready()));
  });

  test("is refused for a kind of group that there is not", async () => {
    const group = await newGroup();

    expect(await asks("maxiaohan", "绑定本群 火星", group)).toEqual(
      refused("请注明绑定为哪一类群：「绑定本群 活动群」或「绑定本群 市级工作群」。"),
    );
  });

  test("stands in the journal, which gives the binding back", async () => {
    const group = await newGroup();
    await world.as("maxiaohan").says("绑定本群", { in: group });
    const database = await connect(world);

    const entries = await database.query<{ actor: string; action: string }>(
      "select actor, action from journal_entry order by id desc limit 1",
    );
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(entries).toEqual([{ actor: "maxiaohan", action: "group.bound" }]);
    expect(replayed).toEqual(actual);
  });
});

describe("a group that is not bound", () => {
  test("says so to whoever asks, and does nothing", async () => {
    const group = await newGroup();

    expect(await asks("keqiao-1", "进度", group)).toEqual([
      {
        where: "group",
        text: said(
          "### 本群尚未绑定",
          "本群尚未绑定到活动，暂不能在群内使用。请活动的组织人员在群内@家园助手发送「绑定本群」，或改在与家园助手的单聊中办理。",
        ),
      },
    ]);
  });

  test("is left alone by words that do not name the bot", async () => {
    const group = await newGroup();
    const before = (await world.as("keqiao-1").messages(group)).length;

    await world.call("/users/keqiao-1/say", { conversationId: group, text: "进度", at: false });
    await world.idle();

    expect(await world.as("keqiao-1").messages(group)).toHaveLength(before + 1);
  });
});

describe("somebody outside the campaign", () => {
  const sentence = [
    {
      where: "direct",
      text: said(
        "### 暂时无法办理",
        "您好，您不在绍兴市“加强物业管理，共建美好家园”活动的人员名单中，暂时无法在此办理。如需参加，请联系马小涵，电话85082235。",
      ),
    },
  ];

  test.each(["帮助", "进度", "依据 L15", "绑定本群", "采用", "你好", "   "])(
    "who says %s is told so once",
    async (text) => {
      expect(await asks("outsider", text)).toEqual(sentence);
    },
  );

  test("who speaks in a group is told so alone", async () => {
    const group = await newGroup();

    expect(await asks("outsider", "绑定本群", group)).toEqual(sentence);
    expect(await world.as("maxiaohan").messages(group)).toHaveLength(1);
  });

  test("who presses a card of the group learns that it is not for them", async () => {
    await world.call(`/groups/${encodeURIComponent(campaignGroup)}/members`, { userIds: ["outsider"] });
    await world.advanceTo("2023-08-10T09:00:00+08:00");

    const { toast } = await world.as("outsider").presses("查看进度", { in: campaignGroup });

    expect(toast).toBe(chatPhrases.notYourCard());
    expect(await world.as("outsider").messages()).toEqual([]);
  });
});

describe("用量", () => {
  test("by the administrator: calls and pushes of the month, and what they went to", async () => {
    await world.as("keqiao-1").says("帮助");
    await world.as("keqiao-1").says("进度");

    const [answer] = await asks("administrator", "用量");

    expect(answer?.text).toBe(
      said(
        "### 2023年8月　钉钉用量（已用0%）",
        "**接口调用**：2次，免费版每月5000次",
        "**消息推送**：3次，免费版每月3000次",
        "- 发送单聊消息：2次",
        "按活动安排和实测用量测算，免费版每月额度内最多可办理约96个小区；逐条上传证明材料（每条2张照片）的，约19个小区。",
        usagePhrases.footnote(),
      ),
    );
  });

  test("is refused to an official", async () => {
    expect(await asks("keqiao-1", "用量")).toEqual(refused(dispatchPhrases.mayNot("用量", "区（县、市）经办人")));
  });
});
