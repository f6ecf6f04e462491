import { afterAll, beforeAll, describe, expect } from "vitest";
import { authorityRefusals } from "../../src/campaign/authority/phrases.ts";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { approvalPhrases, selectionRefusals } from "../../src/campaign/selection/phrases.ts";
import { correctionPhrases, correctionRefusals } from "../../src/campaign/selection/publication/phrases.ts";
import { connect } from "./database.ts";
import { read, refusal } from "./reading.ts";
import { selectionWords } from "./shaoxing-words.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;
let campaignGroup: string;

beforeAll(async () => {
  world = await worldAt("9月28日");
  campaignGroup = await world.groupId("美好家园活动群");
  await world.advanceTo("2023-10-09T09:00:00+08:00");
  await says("maxiaohan", "口径 R10 公示3个工作日");
  await says("approver", "确认口径 R10");
});
afterAll(() => world.end());

async function says(userId: string, text: string): Promise<string> {
  const answered = await world.as(userId).says(text);
  const last = answered.filter(({ kind }) => kind !== "card").at(-1) ?? answered.at(-1);
  return last ? read(last) : "";
}

/** The person's newest card with this beginning, line by line. */
async function cardOf(userId: string, beginning: string): Promise<string[]> {
  const cards = (await world.as(userId).messages()).flatMap(({ card }) => (card ? [card.text] : []));
  return cards.findLast((text) => text.startsWith(beginning))?.split("\n") ?? [];
}

async function publishedLists(): Promise<string[]> {
  const messages = (await world.as("keqiao-1").messages(campaignGroup)).map(read);
  return messages.filter((text) => text.startsWith("2023年度绍兴市“美好家园”小区名单"));
}

async function selects(): Promise<void> {
  await says("maxiaohan", "择优");
  await says("maxiaohan", "1-10");
  await says("maxiaohan", "理由 1-10 居民满意度高");
  await says("maxiaohan", "理由 11-12 同区另有更优");
}

/** 公示 on these days, by words. */
async function begins(days: string): Promise<void> {
  expect(await says("maxiaohan", `公示 ${days}`)).toContain("确认公示");
  expect(await says("maxiaohan", "确认公示")).toContain("公示已登记");
}

describe("不批准", () => {
  step("asks for an opinion, which the organizer's card shows", async () => {
    await selects();
    await says("maxiaohan", "报批");

    await world.as("approver").presses("不批准");
    expect(await cardOf("approver", "第1版退回修改")).toContain(approvalPhrases.opinionQuestion());
    expect(await says("approver", "请补充未入选的理由")).toContain(approvalPhrases.declinedToast(1, selectionWords));

    const card = await cardOf("maxiaohan", "市级名单（第1版）");
    expect(card[0]).toBe("市级名单（第1版） 退回修改");
    expect(card[1]).toBe("审批领导已退回修改，审批意见：请补充未入选的理由。请修改后重新择优。");
  });
});

describe("an approval binds what was approved", () => {
  step("with the words beside it: authority and opinion; its document's number may follow", async () => {
    await selects();
    await says("maxiaohan", "报批");

    expect(await says("approver", "批准 经10月10日局长办公会研究同意")).toBe(
      refusal(authorityRefusals.future("2023-10-10")),
    );
    await says("approver", "批准 2 经10月8日局长办公会研究同意，请按程序公布");

    const before = await cardOf("maxiaohan", "市级名单（第2版）");
    expect(before.join("\n")).toContain("10月8日局长办公会，依据文件待登记");
    expect(before.join("\n")).toContain("请按程序公布");
    await says("maxiaohan", "登记依据 市级名单第2版 经10月8日局长办公会研究同意，〔2023〕12号");
    expect((await cardOf("maxiaohan", "市级名单（第2版）")).join("\n")).toContain("10月8日局长办公会，〔2023〕12号");
  });

  step("公布 waits for the days of 公示, and the card offers it only then", async () => {
    const waits = "不能公布：按口径R10须公示3个工作日，尚未开始公示。请先发送「公示」办理。";
    expect(await says("maxiaohan", "公布")).toBe(refusal(waits));
    const card = await cardOf("maxiaohan", "市级名单（第2版）");
    expect(card).toContain(waits);
    expect(card).toContain("[公示]");
    expect(card).not.toContain("[公布]");
    await says("maxiaohan", "待办");
    expect(await cardOf("maxiaohan", "待办")).toContain("[公示]");

    await begins("10月9日至10月12日");
    const runs = "不能公布：公示期未满：10月9日至10月12日公示，10月12日24:00期满，最早可于10月13日公布。";
    expect(await says("maxiaohan", "公布")).toBe(refusal(runs));
    expect(await cardOf("maxiaohan", "市级名单（第2版）")).toContain(runs);
    const tasks = await cardOf("maxiaohan", "待办");
    expect(tasks).toContain("- 公布：择优第2版的公示期未满，最早可于10月13日公布");
    expect(tasks).not.toContain("[公布]");

    await world.advanceTo("2023-10-13T09:00:00+08:00");
    expect((await cardOf("maxiaohan", "待办")).join()).toContain("公布：择优第2版已批准，尚未公布");
    const last = (await world.as("maxiaohan").messages()).map(read).at(-1)?.split("\n") ?? [];
    expect(last[0]).toBe("市级名单（第2版） 已批准");
    expect(last).toContain("[公布]");
  });

  step(
    "a change of the enterprise asks for a new approval and is named to both; the version stays as it was",
    async () => {
      const approved = await cardOf("approver", "市级名单（第2版）");
      const line = approved.find((one) => one.startsWith("1. ")) ?? "";
      const name = /^1\. (.+?)（/u.exec(line)?.[1] ?? "";
      await says("yuecheng-1", `修改申报 ${name}`);
      for (const text of ["改 物业服务企业名称", "越州物业服务有限公司", "提交"]) await says("yuecheng-1", text);

      const told = `批准后有变动，须重新批准：${name}的物业服务企业名称由“${name}物业服务有限公司”改为“越州物业服务有限公司”。`;
      for (const userId of ["maxiaohan", "approver"]) {
        const card = await cardOf(userId, "市级名单（第2版）");
        expect(card[0]).toBe("市级名单（第2版） 须重新批准");
        expect(card).toContain(told);
      }
      expect((await cardOf("approver", "市级名单（第2版）")).find((one) => one.startsWith("1. "))).toBe(line);
      expect(await says("maxiaohan", "确认公布")).toContain("报批后有变动，不能公布");
      expect(await says("approver", "批准 2")).toBe(refusal(selectionRefusals.reopened(2, selectionWords)));
    },
  );

  step("重新报批 proposes the same choice with what is so now; 公示 runs anew from the approval", async () => {
    await world.as("maxiaohan").presses("重新报批");
    expect((await cardOf("approver", "市级名单（第3版）")).join("\n")).toContain("越州物业服务有限公司");
    expect(await says("approver", "批准 2")).toContain("第2版不是待批准的版本，未作任何改动。目前待批准的是第3版");
    await world.as("approver").presses("批准");

    expect(await says("maxiaohan", "公布")).toContain("尚未开始公示");
    await begins("10月13日至10月18日");
    expect(await says("maxiaohan", "公布")).toContain("最早可于10月19日公布");
    // Where the city's own points rank, they have to exist; 公布 names both reasons.
    await says("maxiaohan", "口径 R14 以市级自评分为准");
    await says("approver", "确认口径 R14");
    const said = await says("maxiaohan", "公布");
    expect(said).toContain("系统中尚无以下12个的市级评分：");
    expect(said).toContain("另，公示期未满：10月13日至10月18日公示，10月18日24:00期满，最早可于10月19日公布。");
    expect((await cardOf("maxiaohan", "市级名单（第3版）")).join("\n")).not.toContain("[公布]");
    await says("maxiaohan", "口径 R14 以核验修正后的区级初评分为准");
    await says("approver", "确认口径 R14");
    // On a rest day it is warned of, and not refused.
    await world.advanceTo("2023-10-21T09:00:00+08:00");
    expect(await says("maxiaohan", "公布")).toContain("今天（10月21日）为休息日，请确认须在今天公布");
    await says("maxiaohan", "确认公布");
    expect(await publishedLists()).toHaveLength(1);
  });
});

describe("after 公布", () => {
  step("the list stays; a withdrawal is told to the city", async () => {
    const [list] = await publishedLists();
    await says("yuecheng-1", "撤回 稽山花园");
    await says("yuecheng-1", "确认撤回");

    expect(await publishedLists()).toEqual([list]);
    for (const userId of ["maxiaohan", "approver"]) {
      expect((await cardOf(userId, "市级名单（第3版）")).join("\n")).toContain("公布后有变动：稽山花园已撤回。");
    }
  });

  step("who asks for a change of a form is not sent to what is refused then", async () => {
    expect(await says("yuecheng-1", "修改 鉴湖雅苑 入住率 95")).toBe(
      refusal(dispatchPhrases.published("修改申报 鉴湖雅苑", { city: "市", organizer: "活动联系人" })),
    );
  });

  step("only a correction of the city's, approved, stands beside it", async () => {
    expect(await says("maxiaohan", "更正 第1行有误")).toBe(refusal(correctionRefusals.unreadable()));
    await says("maxiaohan", "更正 第1行应为“稽山花园（一期）”；理由：录入有误");
    expect(await says("keqiao-1", "批准更正")).toContain("不在您的权限内");
    expect((await publishedLists()).join()).not.toContain("更正");
    expect(await says("approver", "批准更正")).toContain(correctionPhrases.decided(1, "approved"));
    expect(await cardOf("maxiaohan", "公布名单的更正（第1次）")).toContain("决定依据：依据文件待登记");
    await says("maxiaohan", "登记依据 名单更正第1次 经10月18日局长办公会研究同意，〔2023〕15号");
    expect((await cardOf("approver", "公布名单的更正（第1次）")).join("\n")).toContain(
      "10月18日局长办公会，〔2023〕15号",
    );

    const list = (await publishedLists()).at(-1) ?? "";
    expect(list).toContain("更正（10月21日（周六）09:00）：第1行应为“稽山花园（一期）”。");
    expect(list).toContain("1 | 越城区 | ");
  });

  step("who has read the list and its correction stands on the organizer's cards, on nobody else's", async () => {
    const counts = async (userId: string): Promise<string[]> =>
      [...(await cardOf(userId, "公布名单的更正（第1次）")), ...(await cardOf(userId, "已公布"))].filter((line) =>
        line.startsWith("阅读情况："),
      );
    expect(await counts("maxiaohan")).toEqual(Array(2).fill("阅读情况：已发12人，发送2小时后查询是否已读"));
    await world.as("keqiao-1").reads();
    await world.advanceTo("2023-10-21T11:30:00+08:00");

    for (const line of await counts("maxiaohan")) expect(line).toMatch(/^阅读情况：已读1\/12，未读：柯桥区经办人2、/);
    expect(await counts("maxiaohan")).toHaveLength(2);
    expect(await counts("approver")).toEqual([]);
  });
});

describe("the journal", () => {
  step("the journal gives back the same tables", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
  });
});
