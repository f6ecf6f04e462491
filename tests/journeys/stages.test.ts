import { afterAll, beforeAll, describe, expect } from "vitest";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const DISTRICTS = {
  yuecheng: "越城区",
  keqiao: "柯桥区",
  shangyu: "上虞区",
  zhuji: "诸暨市",
  shengzhou: "嵊州市",
  xinchang: "新昌县",
};
const OFFICIALS = Object.entries(DISTRICTS).flatMap(([id, name]) =>
  [1, 2].map((n) => ({ userId: `${id}-${n}`, name })),
);
const OTHERS = ["team-lead", "team-1", "team-2", "team-3", "team-4", "team-5", "auditor", "outsider"];
const BUTTONS = ["[查看进度]", "[查看依据]", "[查看帮助]"];

const step = story();
let world: World;
let campaignGroup: string;

beforeAll(async () => {
  world = await worldAt("8月9日");
  campaignGroup = await world.groupId("美好家园活动群");
});
afterAll(() => world.end());

/** Reminders, weekly counts and the like have journeys of their own. */
const openings = (fired: readonly { kind: string; key: string; dueAt: string }[]) =>
  fired.filter(({ kind }) => kind === "stage.opening");
const cardsOf = (messages: readonly Message[]) => messages.flatMap(({ card }) => (card ? [card] : []));

async function groupCard(): Promise<string | undefined> {
  return cardsOf(await world.as("maxiaohan").messages(campaignGroup)).at(-1)?.text;
}

async function officialCards(): Promise<Record<string, string[]>> {
  const entries = await Promise.all(
    OFFICIALS.map(async ({ userId }) => {
      const cards = cardsOf(await world.as(userId).messages());
      return [userId, cards.map(({ text }) => text).filter((text) => text.startsWith("【第"))] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const eachOfficial = (text: (district: string) => string[]) =>
  Object.fromEntries(OFFICIALS.map(({ userId, name }) => [userId, text(name)]));

/** What a card says in its first line after the title. */
const status = (text = "") => text.split("\n")[0]?.split(" ").at(-1);

const mobilization = (district: string) =>
  [
    "【第一阶段】宣传发动　8月20日结束 进行中",
    `您好。${district}“美好家园”活动已启动，本阶段至8月20日，共7个工作日。请做好向属地党委、政府的汇报和辖区内的宣传发动。`,
    "- 本阶段没有须报送的表格。",
    "[登记汇报]",
    ...BUTTONS,
    "依据：实施方案“三、工作安排”第（一）项。如有疑问，请联系马小涵（85082235）。",
  ].join("\n");

describe("the stages of 2023 open one after the other", () => {
  step("nothing is sent on the day before the first stage", async () => {
    const fired = await world.advanceTo("2023-08-10T08:29:00+08:00");

    expect(fired).toEqual([]);
    expect(await groupCard()).toBeUndefined();
  });

  step(
    "stage one opens on 8月10日 at 08:30: the group one card, each of the twelve officials exactly one",
    async () => {
      const fired = await world.advanceTo("2023-08-10T09:00:00+08:00");

      expect(openings(fired)).toEqual([
        { kind: "stage.opening", key: "shaoxing-2023/mobilization", dueAt: "2023-08-10T08:30:00+08:00" },
      ]);
      expect(await officialCards()).toEqual(eachOfficial((district) => [mobilization(district)]));
      expect(await groupCard()).toBe(
        [
          "【第一阶段】宣传发动　8月10日至8月20日 进行中",
          "各区（县、市）建设部门：绍兴市“加强物业管理，共建美好家园”活动现进入宣传发动阶段。请积极向属地党委、政府汇报，争取高位支持；在辖区物业小区内广泛开展宣传发动，鼓励支持街道社区、业主委员会、物业服务企业参加。",
          "- 本阶段没有须报送的表格。",
          "- 下一阶段起可在与家园助手的单聊中办理申报，届时另行告知。",
          ...BUTTONS,
          "依据：实施方案“三、工作安排”第（一）项。联系人：马小涵，电话85082235。",
        ].join("\n"),
      );
    },
  );

  step("the team, the auditor and outsiders get nothing", async () => {
    const received = await Promise.all(OTHERS.map((userId) => world.as(userId).messages()));

    expect(received.flat()).toEqual([]);
  });

  step("the group's card shows no district", async () => {
    const text = (await groupCard()) ?? "";

    expect(Object.values(DISTRICTS).filter((name) => text.includes(name))).toEqual([]);
  });

  step(
    "from three working days before its end the cards count, and at midnight; a rest day counts nothing",
    async () => {
      const shown: Record<string, (string | undefined)[]> = {};
      for (const day of ["08-15", "08-16", "08-18", "08-19", "08-20"]) {
        await world.advanceTo(`2023-${day}T00:05:00+08:00`);
        shown[day] = [status((await officialCards())["shengzhou-1"]?.at(-1)), status(await groupCard())];
      }

      expect(shown).toEqual({
        "08-15": ["进行中", "进行中"],
        "08-16": ["进行中，剩3个工作日", "进行中，剩3个工作日"],
        "08-18": ["进行中，剩1个工作日", "进行中，剩1个工作日"],
        "08-19": ["进行中", "进行中"],
        "08-20": ["今日结束", "今日结束"],
      });
    },
  );

  step("stage two opens on Monday 8月21日 with the list due after its end", async () => {
    const fired = await world.advanceTo("2023-08-21T09:00:00+08:00");

    expect(status((await officialCards())["shengzhou-1"]?.at(0))).toBe("已结束");
    expect(openings(fired).map(({ dueAt }) => dueAt)).toEqual(["2023-08-21T08:30:00+08:00"]);
    const cards = await officialCards();
    expect(cards["keqiao-1"]?.at(-1)).toBe(
      [
        "【第二阶段】组织实施　9月底前报推荐名单 进行中",
        "您好。请为柯桥区参加创建的小区填写申报表，并对照评选标准初评。可以分次填写，随时保存，下次接着填。推荐以居民满意度为首要标准，原则上不少于2个。9月29日至10月6日中秋、国庆节放假，请提前安排。",
        "- 申报表：每个小区一份，请尽量于9月20日前办理。",
        "- 初评：每个小区25条、共100分。",
        "- 推荐名单：9月底前（截至9月30日）。请尽量于9月28日（周四）17:00前报送。",
        "申报表：尚未提交；请尽量于9月20日前办理，之后仍可办理",
        "初评：尚未开始；请尽量于9月20日前办理，之后仍可办理",
        "推荐名单：尚未报送；9月底前（截至9月30日），请尽量于9月28日（周四）17:00前",
        "[申报]",
        ...BUTTONS,
        "依据：实施方案“三、工作安排”第（二）项、“四、相关要求”第（二）项；口径R1、R13。回复「申报」即可开始。",
      ].join("\n"),
    );
  });

  step("stage three opens on 9月21日 while stage two's list is still owed", async () => {
    await world.advanceTo("2023-09-21T09:00:00+08:00");

    const text = (await officialCards())["xinchang-2"]?.at(-1) ?? "";
    expect(text.split("\n")[0]).toBe("【第三阶段】核查推荐　9月底前报推荐名单 进行中");
    expect(text.split("\n")).toContain("推荐名单：尚未报送；9月底前（截至9月30日），请尽量于9月28日（周四）17:00前");
  });

  step("stage four, begun on a Sunday, opens on Monday 10月16日", async () => {
    const fired = await world.advanceTo("2023-10-16T09:00:00+08:00");

    expect(openings(fired)).toEqual([
      { kind: "stage.opening", key: "shaoxing-2023/conclusion", dueAt: "2023-10-16T08:30:00+08:00" },
    ]);
    const lines = (await officialCards())["zhuji-1"]?.at(-1)?.split("\n") ?? [];
    expect(lines[0]).toBe("【第四阶段】总结提升　10月20日前报工作报告 进行中");
    expect(lines).toContain("工作报告：尚未报送；10月20日前（含当日），请尽量于10月19日（周四）17:00前");
  });

  step("after its end its card says so, and that what is still owed is late", async () => {
    await world.advanceTo("2023-10-31T09:00:00+08:00");

    const lines = (await officialCards())["zhuji-1"]?.at(-1)?.split("\n") ?? [];
    expect(lines[0]).toBe("【第四阶段】总结提升　10月15日至10月30日 已结束");
    expect(lines).toContain("工作报告：尚未报送；应于10月20日前报送，已逾期，仍可报送，将注明逾期");
  });

  step("over the whole year each official got four cards and the group four", async () => {
    const cards = await officialCards();
    const group = cardsOf(await world.as("maxiaohan").messages(campaignGroup));

    expect(Object.values(cards).map((texts) => texts.length)).toEqual(OFFICIALS.map(() => 4));
    expect(group).toHaveLength(4);
  });
});
