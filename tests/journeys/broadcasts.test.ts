import { afterAll, beforeAll, describe, expect } from "vitest";
import { broadcastPhrases } from "../../src/campaign/broadcast/phrases.ts";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import { connect } from "./database.ts";
import { cardTexts, read, readAll, refusal, said } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const OFFICIALS = ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"].flatMap((id) => [
  `${id}-1`,
  `${id}-2`,
]);
const TO_GROUP = "活动群1条消息，6个地区12名经办人可见，群内市级人员也可见";

const step = story();
let world: World;
let group: string;

beforeAll(async () => {
  world = await worldAt("8月9日");
  group = await world.groupId("美好家园活动群");
});
afterAll(() => world.end());

const answer = async (userId: string, text: string): Promise<string> =>
  readAll((await world.as(userId).says(text)).filter(({ conversationId }) => conversationId !== group)).join("\n");

const notices = async (conversationId?: string, userId = "keqiao-1"): Promise<string[]> =>
  (await world.as(userId).messages(conversationId)).map(read).filter((text) => text.startsWith("### 美好家园　通知"));

const preview = (receivers: string, text: string, other: string): string =>
  said(
    "### 通知　预览（待确认发送）",
    `**接收**：${receivers}`,
    "**内容**",
    text,
    "[确认发送]",
    `[${other}]`,
    "[取消广播]",
    broadcastPhrases.previewFootnote(),
  );

describe("广播 in words", () => {
  step("the text is asked for, previewed word for word with its receivers, and not sent", async () => {
    expect(await answer("maxiaohan", "广播")).toBe(said("### 通知", broadcastPhrases.ask()));
    expect(await answer("maxiaohan", "请各地抓紧申报，9月20日前完成（含初评）。")).toBe(
      preview(TO_GROUP, "请各地抓紧申报，9月20日前完成（含初评）。", "改发单聊"),
    );
    expect(await notices(group)).toEqual([]);
  });

  step("confirmed, it stands in the campaign group once; confirmed again, nothing goes out", async () => {
    expect(await answer("maxiaohan", "确认发送")).toBe(said("### 通知　已发送", broadcastPhrases.sent(12)));
    expect(await answer("maxiaohan", "确认发送")).toBe(
      refusal("没有待确认的通知。最近一条已于8月9日（周三）09:00发送，没有重复发送。"),
    );

    expect(await notices(group)).toEqual([
      said(
        "### 美好家园　通知",
        "请各地抓紧申报，9月20日前完成（含初评）。",
        "发布：马小涵。联系人：马小涵，电话85082235。",
      ),
    ]);
  });

  step("to the officials' direct chats it goes once to each of the twelve", async () => {
    await answer("maxiaohan", "广播：请查收附件。");
    expect(await answer("maxiaohan", "改发单聊")).toBe(
      preview("12名经办人的单聊，每人1条，共12条消息（6个地区）", "请查收附件。", "改发活动群"),
    );

    await answer("maxiaohan", "确认发送");

    const received = await Promise.all(OFFICIALS.map((userId) => notices(undefined, userId)));
    expect(received.map((texts) => texts.length)).toEqual(OFFICIALS.map(() => 1));
    expect(await notices(group)).toHaveLength(1);
  });

  step("given up by 取消, it can no longer be confirmed", async () => {
    await answer("maxiaohan", "广播 不发的一条");
    expect(await answer("maxiaohan", "取消")).toBe(said("### 通知　已取消", broadcastPhrases.dropped()));

    expect(await answer("maxiaohan", "确认发送")).toContain("没有待确认的通知");
    expect(await notices(group)).toHaveLength(1);
  });

  step("a text that is too long leaves nothing that 确认发送 could send, nor does a new 广播 or 群发通知", async () => {
    await answer("maxiaohan", "广播 先前的一条");
    expect(await answer("maxiaohan", `广播 ${"长".repeat(2001)}`)).toBe(
      refusal(broadcastPhrases.tooLong(2001, 2000) + broadcastPhrases.earlierDropped()),
    );
    expect(await answer("maxiaohan", "确认发送")).toContain("没有待确认的通知");

    await answer("maxiaohan", "群发通知 又一条");
    expect(await answer("maxiaohan", "群发通知")).toBe(
      said("### 通知", broadcastPhrases.ask() + broadcastPhrases.earlierDropped()),
    );
    expect(await answer("maxiaohan", "长".repeat(2001))).toBe(refusal(broadcastPhrases.tooLong(2001, 2000)));
    expect(await answer("maxiaohan", "确认发送")).toContain("没有待确认的通知");
    await answer("maxiaohan", "取消");
    expect(await notices(group)).toHaveLength(1);
  });

  step("what is sent is drawn as it was typed, in preview and message, and its address can be pressed", async () => {
    const text = "电话138****1234、139****5678，8:00~~11:30，详见https://example.gov.cn/a_b?c=1。\n1. 甲\n3. 乙";
    const shown = text.replace("https://example.gov.cn/a_b?c=1", "[$&](https://example.gov.cn/a_b?c=1)");
    expect(await answer("maxiaohan", `广播 ${text}`)).toBe(preview(TO_GROUP, shown, "改发单聊"));
    await answer("maxiaohan", "确认发送");

    const [sent] = (await world.as("keqiao-1").messages(group)).slice(-1);
    expect(sent && read(sent)).toBe(said("### 美好家园　通知", shown, "发布：马小涵。联系人：马小涵，电话85082235。"));
    expect(sent?.links?.map(({ url }) => url)).toEqual(["https://example.gov.cn/a_b?c=1"]);
    expect(sent?.text).not.toMatch(/\p{Cf}/u);
  });

  step("only an organizer may broadcast", async () => {
    expect(await answer("keqiao-1", "广播 大家好")).toBe(refusal(dispatchPhrases.mayNot("广播", "区（县、市）经办人")));
    expect(await answer("approver", "确认发送")).toContain("「确认发送」不在您的权限内（审批领导）");
  });

  step("one organizer's preview is not the other's to confirm", async () => {
    await answer("maxiaohan", "广播 待定");

    expect(await answer("deputy", "确认发送")).toBe(refusal(broadcastPhrases.nothingWaiting()));
    await answer("maxiaohan", "取消广播");
  });
});

describe("广播 by cards only", () => {
  step("written on a card, previewed on it, sent from it; pressed twice it goes out once", async () => {
    await world.advanceTo("2023-08-10T09:00:00+08:00");
    await world.as("deputy").says("今日待办");
    await world.as("deputy").presses("广播");
    const values = { text: "卡片上的通知。", audience: "group" };
    await world.as("deputy").submits(values, { form: "broadcast" });
    const card = (await world.as("deputy").messages())
      .flatMap((message) => (message.card ? [message.card] : []))
      .at(-1);
    const confirm = card?.actions.find(({ label }) => label === "确认发送");
    expect(card?.text.split("\n").slice(0, 4)).toEqual([
      "通知　预览 待确认发送",
      `接收：${TO_GROUP}`,
      "内容",
      "卡片上的通知。",
    ]);

    const press = () =>
      world.call<{ toast?: string }>("/users/deputy/press", {
        outTrackId: card?.outTrackId,
        actionId: confirm?.actionId,
        version: card?.version,
      });
    const first = await press();
    const second = await press();
    await world.idle();

    expect(first.toast).toBe(broadcastPhrases.sent(12));
    expect(second.toast).toBe(chatPhrases.alreadyDone());
    expect((await notices(group)).at(-1)?.split("\n")[1]).toBe("卡片上的通知。");
    expect(await notices(group)).toHaveLength(3);
    expect(cardTexts(await world.as("deputy").messages()).at(-1)).toBe(
      said(
        "通知 已发送",
        "时间：8月10日（周四）09:00",
        "阅读情况：已发12人，发送2小时后查询是否已读",
        broadcastPhrases.sent(12),
        "卡片上的通知。",
      ),
    );
  });

  step("each broadcast is in the journal once, its text only as a reference", async () => {
    const database = await connect(world);
    const acts = await database.query<{ actor: string; action: string; changes: string }>(
      "select actor, action, changes::text as changes from journal_entry where action like 'broadcast.%' order by id",
    );
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(acts.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      "maxiaohan broadcast.sent-to-group",
      "maxiaohan broadcast.sent-to-officials",
      "maxiaohan broadcast.sent-to-group",
      "deputy broadcast.sent-to-group",
    ]);
    expect(acts.filter(({ changes }) => /抓紧|附件|卡片/.test(changes))).toEqual([]);
    expect(replayed).toEqual(actual);
  });
});
