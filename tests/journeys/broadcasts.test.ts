import type { EmulatorState } from "dingtalk-emulator/contract/control.ts";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { broadcastPhrases } from "../../src/campaign/broadcast/phrases.ts";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { supportPhrases, supportRefusals } from "../../src/campaign/support/phrases.ts";
import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import { connect } from "./database.ts";
import { columnsWith } from "./outputs.ts";
import { cardTexts, read, readAll, refusal, said } from "./reading.ts";
import { nouns } from "./shaoxing-words.ts";
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
  (await world.as(userId).messages(conversationId)).map(read).filter((text) => text.startsWith("美好家园　通知"));

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
        "美好家园　通知",
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
    expect(await answer("maxiaohan", `广播 ${"长".repeat(1201)}`)).toBe(
      refusal(broadcastPhrases.tooLong(1201, 1200) + broadcastPhrases.earlierDropped()),
    );
    expect(await answer("maxiaohan", "确认发送")).toContain("没有待确认的通知");

    await answer("maxiaohan", "群发通知 又一条");
    expect(await answer("maxiaohan", "群发通知")).toBe(
      said("### 通知", broadcastPhrases.ask() + broadcastPhrases.earlierDropped()),
    );
    expect(await answer("maxiaohan", "长".repeat(1201))).toBe(refusal(broadcastPhrases.tooLong(1201, 1200)));
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
    expect(sent && read(sent)).toBe(said("美好家园　通知", text, "发布：马小涵。联系人：马小涵，电话85082235。"));
    expect(sent?.card?.links.map(({ url }) => url)).toEqual(["https://example.gov.cn/a_b?c=1"]);
    expect(sent?.card?.text).not.toMatch(/\p{Cf}/u);
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
        "编号：4号",
        "接收：活动群",
        "时间：8月10日（周四）09:00",
        "阅读情况：已发12人，发送2小时后查询是否已读",
        broadcastPhrases.sent(12),
        "卡片上的通知。",
        "[更正通知]",
        "[撤回通知]",
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
      ...["maxiaohan broadcast.confirmed", "maxiaohan broadcast.sent-to-group", "maxiaohan broadcast.check-planned"],
      ...[
        "maxiaohan broadcast.confirmed",
        "maxiaohan broadcast.sent-to-officials",
        "maxiaohan broadcast.check-planned",
      ],
      ...["maxiaohan broadcast.confirmed", "maxiaohan broadcast.sent-to-group", "maxiaohan broadcast.check-planned"],
      ...["deputy broadcast.confirmed", "deputy broadcast.sent-to-group", "deputy broadcast.check-planned"],
    ]);
    expect(acts.filter(({ changes }) => /抓紧|附件|卡片/.test(changes))).toEqual([]);
    expect(replayed).toEqual(actual);
  });
});

/** What the person is told, cards and messages, without what others get. */
const told = async (userId: string, text: string): Promise<string> =>
  (await readAll(await world.as(userId).says(text))).join("\n");
const lastCard = async (userId: string, conversationId?: string): Promise<string | undefined> =>
  cardTexts(await world.as(userId).messages(conversationId)).at(-1);

describe("what a message says to each, and to whom", () => {
  step("an unknown field is refused by its name, with those that are known; an unpaired brace, too", async () => {
    expect(await answer("maxiaohan", "广播 {名字}您好")).toBe(
      refusal(broadcastPhrases.unknownField(["名字"], ["姓名", "地区", "未办事项", "截止日期", "联系人", "联系电话"])),
    );
    expect(await answer("maxiaohan", "广播 {姓名您好")).toContain("花括号不成对");
    expect(await answer("maxiaohan", "确认发送")).toContain("没有待确认的通知");
  });

  step("receivers that are nobody, or that nobody knows, are refused and nothing waits", async () => {
    expect(await answer("maxiaohan", "广播 发给 未报名单的地区：请报")).toContain("目前没有接收人，没有发送");
    expect(await answer("maxiaohan", "广播 发给 张三丰：请报")).toContain("未能识别接收人「张三丰」");
    expect(await answer("maxiaohan", "确认发送")).toContain("没有待确认的通知");
  });

  step("districts and roles are previewed as each kind sees it, and each gets their own words", async () => {
    const shown = await answer("maxiaohan", "广播 发给 柯桥区、审批领导：{姓名}您好，{地区}的{未办事项}。");
    expect(shown).toContain("**接收**：柯桥区、审批领导3人的单聊，每人1条，共3条消息");
    expect(shown).toContain("**区（县、市）经办人（无未办事项）（2人，以柯桥区经办人1为例）**");
    await answer("maxiaohan", "确认发送");

    expect((await notices(undefined, "keqiao-2")).at(-1)?.split("\n")[1]).toBe("柯桥区经办人2您好，柯桥区的无。");
    expect((await notices(undefined, "approver")).at(-1)?.split("\n")[1]).toBe("审批领导您好，绍兴市的无。");
    expect(await notices(undefined, "yuecheng-1")).toHaveLength(1);
    expect(await answer("maxiaohan", "导出 阅读情况")).toContain(".xlsx");
  });

  step("at night it goes out only if that is said once more, in other words", async () => {
    await answer("maxiaohan", "广播 发给 审批领导：晚间的一条");
    await answer("maxiaohan", "定时发送 23:00");
    expect(await answer("maxiaohan", "确认发送")).toContain("为夜间（20:00至次日8:00），没有发送");
    expect(await answer("maxiaohan", "确认发送")).toContain("没有发送");
    expect(await answer("maxiaohan", "仍要发送")).toContain("通知将于8月10日（周四）23:00发送");
    expect(await notices(undefined, "approver")).toHaveLength(1);

    await world.advanceTo("2023-08-10T23:01:00+08:00");

    expect((await notices(undefined, "approver")).at(-1)).toContain("晚间的一条");
    await world.advanceTo("2023-08-11T09:00:00+08:00");
  });

  step("one that waits for its moment can be cancelled", async () => {
    await answer("maxiaohan", "广播 发给 审批领导：不发的定时通知");
    await answer("maxiaohan", "定时 8月14日 8:30");
    await answer("maxiaohan", "确认发送");
    await answer("maxiaohan", "撤回通知");
    expect(await answer("maxiaohan", "确认撤回通知")).toContain("定时通知已取消，没有发送");

    await world.advanceTo("2023-08-14T09:00:00+08:00");

    expect(await notices(undefined, "approver")).toHaveLength(2);
  });
});

describe("what was sent", () => {
  step("is corrected: the new version takes the place of the card", async () => {
    await answer("maxiaohan", "广播 发给 柯桥区：9月30日前报送");
    await answer("maxiaohan", "确认发送");
    await answer("maxiaohan", "更正通知 9月28日前报送");
    await answer("maxiaohan", "确认发送");

    const cards = cardTexts(await world.as("keqiao-1").messages());
    expect(cards.at(-1)?.split("\n").slice(0, 2)).toEqual(["美好家园　通知 已更正", "9月28日前报送"]);
    expect(cards.at(-2)).toContain("已由新卡片替代");
  });

  step("is sent once more to those only who have not read it", async () => {
    await world.call("/users/keqiao-1/read", { messageId: "all" });
    const before = [await notices(undefined, "keqiao-1"), await notices(undefined, "keqiao-2")].map(
      (all) => all.length,
    );
    expect(await answer("maxiaohan", "提醒未读")).toContain("尚未取得该通知的已读情况");

    await world.advanceTo("2023-08-14T11:05:00+08:00");
    expect(await answer("maxiaohan", "广播 发给 上次未读：请阅")).toContain(
      "**接收**：上一条通知的未读人员1人的单聊，每人1条，共1条消息",
    );
    await answer("maxiaohan", "取消广播");
    expect(await told("maxiaohan", "提醒未读")).toContain("已向未读的1人单聊重发通知");

    const cards = cardTexts(await world.as("keqiao-2").messages());
    expect(cards.slice(-2).map((text) => text.split("\n")[0])).toEqual([
      "已由新卡片替代 已替代",
      "美好家园　通知 已更正",
    ]);
    expect((await notices(undefined, "keqiao-1")).length).toBe(before[0]);
    expect(await answer("maxiaohan", "提醒未读")).toContain("已提醒过未读人员一次");
  });

  step("is recalled after a question: its text is gone from the cards", async () => {
    expect(await answer("maxiaohan", "确认撤回通知")).toContain("没有待确认的撤回");
    await answer("maxiaohan", "撤回通知");
    await told("maxiaohan", "确认撤回通知");

    expect(await lastCard("keqiao-1")).toBe(said("美好家园　通知 已撤回", broadcastPhrases.recalledText(false)));
    expect(await answer("maxiaohan", "更正通知 再改")).toContain("已撤回，未作任何改动");
  });

  step("goes with a file, which everybody gets once", async () => {
    await answer("maxiaohan", "广播 发给 柯桥区：请查收附件");
    await world.as("maxiaohan").drops([{ name: "通知.pdf", content: "%PDF-1.4\n%%EOF\n" }]);
    await answer("maxiaohan", "确认发送");

    const files = (await world.as("keqiao-2").messages()).flatMap(({ file }) => (file ? [file.fileName] : []));
    expect(files).toEqual(["通知.pdf"]);
    expect(await lastCard("keqiao-2")).toContain("附件：通知.pdf");
    // It may tell of people.
    expect(await columnsWith(world, { fileName: "通知.pdf" })).toEqual([]);
  });

  step("to a group that the bot was taken out of, nothing comes, and the writer is told", async () => {
    const before = (await notices(group)).length;
    const { conversations } = await world.call<EmulatorState>("/state");
    const {
      title = "",
      memberIds = [],
      robotCodes = [],
    } = conversations.find(({ conversationId }) => conversationId === group) ?? {};
    const withRobots = (robots: readonly string[]) =>
      world.call("/groups", { conversationId: group, title, memberIds, robotCodes: robots });
    await withRobots([]);
    await answer("maxiaohan", "广播 送不到的一条");
    await answer("maxiaohan", "确认发送");
    await world.advanceTo("2023-08-14T11:30:00+08:00");
    await withRobots(robotCodes);

    const last = (await world.as("maxiaohan").messages()).map(read).at(-1);
    expect(last).toContain("有1处未能送达");
    expect(last).toContain("请确认活动群仍在、家园助手仍在群内");
    expect(await notices(group)).toHaveLength(before);
  });

  step("its text is kept as a template, used and removed", async () => {
    await answer("maxiaohan", "广播 {姓名}，请报送名单。");
    await answer("maxiaohan", "存为模板 催报");
    await answer("maxiaohan", "取消");
    expect(await answer("maxiaohan", "通知模板")).toContain("催报：{姓名}，请报送名单。");
    expect(await answer("maxiaohan", "用模板 催报")).toContain("越城区经办人1，请报送名单。");
    await answer("maxiaohan", "取消");
    await answer("maxiaohan", "删除模板 催报");
    expect(await answer("maxiaohan", "用模板 催报")).toContain("没有模板「催报」");
  });
});

describe("bad input", () => {
  step("20 KB of text: refused with its length and what else can be done, and nothing waits", async () => {
    expect(await answer("maxiaohan", `广播 ${"长".repeat(6_800)}`)).toBe(
      refusal(broadcastPhrases.tooLong(6_800, 1_200)),
    );
    expect(await answer("maxiaohan", `广播 ${"a".repeat(20 * 1024)}`)).not.toContain("预览");
    expect(await answer("maxiaohan", "确认发送")).toContain("没有待确认的通知");
  });

  step(
    "files: 60 MB, a program, the same twice and a fourth are refused by name; the message keeps the others",
    async () => {
      const pdf = (name: string) => ({ name, content: `%PDF-1.4\n%${name}\n%%EOF\n` });
      const drops = async (file: { name: string; content: string | Buffer }) =>
        readAll(await world.as("maxiaohan").drops([file])).join("\n");
      await answer("maxiaohan", "广播 发给 柯桥区：附件见下");
      expect(await drops({ name: "大.pdf", content: Buffer.alloc(60 * 1024 * 1024) })).toContain(
        "文件超过20MB，未接收",
      );
      expect(await drops({ name: "程序.exe", content: "MZ" })).toContain("《程序.exe》不能随通知发送，没有附上");
      for (const name of ["一.pdf", "二.pdf", "三.pdf"]) await drops(pdf(name));
      expect(await drops(pdf("三.pdf"))).toContain(broadcastPhrases.tooManyFiles(3));
      expect(await drops(pdf("四.pdf"))).toContain(broadcastPhrases.tooManyFiles(3));
      await answer("maxiaohan", "去掉附件");
      await drops(pdf("一.pdf"));
      expect(await drops(pdf("一.pdf"))).toContain(broadcastPhrases.sameFile("一.pdf"));
      await answer("maxiaohan", "取消广播");
    },
  );

  step(
    "on the card's form: a field, a receiver and a moment that are not known are said, and nothing is sent",
    async () => {
      const before = (await notices(undefined, "keqiao-1")).length;
      await world.as("deputy").says("今日待办");
      await world.as("deputy").presses("广播");
      const filled = async (values: Record<string, string>) =>
        (
          await world
            .as("deputy")
            .submits({ text: "请报送。", audience: "officials", ...values }, { form: "broadcast" })
        ).toast;
      expect(await filled({ text: "{名字}您好" })).toContain("没有{名字}这一项，没有保存，也没有发送");
      expect(await filled({ audience: "group", text: "{姓名}您好" })).toContain("发到活动群的通知对所有人相同");
      expect(await filled({ who: "张三丰" })).toContain("未能识别接收人「张三丰」");
      expect(await filled({ at: "昨天9:00" })).toContain("8月13日（周日）09:00已过，未作任何改动");
      expect(await filled({ at: "尽快" })).toBe(broadcastPhrases.timeUnclear());
      expect(await filled({ text: "长".repeat(1_201) })).toBe(broadcastPhrases.tooLong(1_201, 1_200));
      expect(await answer("deputy", "确认发送")).toContain("没有待确认的通知");
      expect(await notices(undefined, "keqiao-1")).toHaveLength(before);
    },
  );

  step("without a bound group nothing is sent, and the direct chats are offered", async () => {
    // Written here because no command takes a binding away.
    const bind = async (from: string, to: string) => {
      const database = await connect(world);
      await database.query(`update group_binding set audience = '${to}' where audience = '${from}'`);
      await database.close();
    };
    const before = (await notices(group)).length;
    await bind("campaign", "none");
    await answer("maxiaohan", "广播 没有群的一条");
    expect(await answer("maxiaohan", "确认发送")).toBe(refusal(broadcastPhrases.noGroup()));
    await bind("none", "campaign");
    await answer("maxiaohan", "取消广播");
    expect(await notices(group)).toHaveLength(before);
  });
});

describe("支持事项", () => {
  step("from stage one on a district asks for a case, the city answers, the district closes it", async () => {
    expect(await told("yuecheng-1", "申请支持 稽山花园：充电桩用电增容")).toContain(supportPhrases.asked(1, nouns));
    expect(await told("yuecheng-2", "申请支持 稽山花园：充电桩用电增容")).toContain(supportRefusals.same(1));
    expect(await lastCard("maxiaohan")).toContain("充电桩用电增容");
    expect(await told("zhuji-1", "办结支持 1 已解决")).toContain(supportRefusals.noSuch(1));
    expect(await told("maxiaohan", "答复支持 1 已商供电公司，十月底前完成。")).toContain(supportPhrases.answered(1));
    expect(await lastCard("yuecheng-2")).toContain("已商供电公司");
    expect(await told("yuecheng-1", "办结支持 1 已增容")).toContain(supportPhrases.closed(1));
    expect(await told("maxiaohan", "答复支持 1 再答")).toContain(supportRefusals.alreadyClosed(1));
  });
});

describe("what is read elsewhere is asked about, and recorded once it is said to be meant", () => {
  step("a request for support", async () => {
    expect(await told("yuecheng-1", "申请支持 稽山花园：更正：增容160千伏安应为260千伏安")).toContain(
      "是否为需协调的事项不明确，整条未保存",
    );
    expect(await told("yuecheng-1", "申请支持 稽山花园：内容：更正：增容160千伏安应为260千伏安")).toContain(
      supportPhrases.asked(2, nouns),
    );
  });

  step("an opinion, also as the answer that is waited for", async () => {
    expect(await told("keqiao-1", "意见建议 刚才那个电话不用回了")).toContain("是否为意见建议不明确");
    await told("keqiao-1", "意见建议");
    expect(await told("keqiao-1", "刚才那个电话不用回了")).toContain("是否为意见建议不明确");
    await told("keqiao-1", "内容：刚才那个电话不用回了");
    expect(await lastCard("maxiaohan")).toContain("刚才那个电话不用回了");
  });
});

describe("意见建议", () => {
  step("reaches the organizers only, and is answered on the card of who said it", async () => {
    await told("keqiao-1", "意见建议 核验日期请提前告知。");
    expect(await lastCard("maxiaohan")).toContain("提出：柯桥区经办人1");
    expect(await lastCard("deputy")).toContain("核验日期请提前告知。");
    expect(await lastCard("approver")).not.toContain("核验日期");

    await world.as("maxiaohan").submits({ answer: "好的，届时提前两日告知。" }, { form: "feedback" });

    expect(await lastCard("keqiao-1")).toContain(
      said("答复", "好的，届时提前两日告知。", "马小涵，8月14日（周一）11:30"),
    );
    expect(await told("keqiao-2", "答复意见 1 我来答复")).toContain("不在您的权限内");
    expect(await told("keqiao-2", "收到的意见建议")).toContain("不在您的权限内");
  });

  step("what both leave in the journal is a reference, and replay gives the tables back", async () => {
    const database = await connect(world);
    const acts = await database.query<{ changes: string }>(
      "select changes::text as changes from journal_entry where action like 'broadcast.%' or action like 'feedback.%'",
    );
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(acts.filter(({ changes }) => /抓紧|附件\b|卡片上|提前|请报/.test(changes))).toEqual([]);
    expect(replayed).toEqual(actual);
  });
});
