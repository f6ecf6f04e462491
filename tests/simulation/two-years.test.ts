import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { playersIn } from "../journeys/campaign-state.ts";
import { connect } from "../journeys/database.ts";
import { copyFolder, edit, SHAOXING_2023 } from "../journeys/folder.ts";
import { read } from "../journeys/reading.ts";
import { story } from "../journeys/story.ts";
import { type Row, TABLE } from "../journeys/two-years-table.ts";
import { type Message, startWorld, type World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

const IDS = {
  organizer: "maxiaohan",
  approver: "approver",
  clerk: "keqiao-1",
  teamLead: "team-lead",
  auditor: "auditor",
  member: "keqiao-2",
} as const;
type Role = keyof typeof IDS;
const ROLES = Object.keys(IDS) as Role[];

const REASON = "居民满意度高，各方参与充分";
const REPORT =
  "活动开展情况：辖区内广泛宣传发动，组织小区申报。主要做法成效：党建引领，多方联动。存在问题：个别小区设施老旧。下一步工作建议：总结经验，持续推进。";

const step = story();
let folder: string;
let world: World;
let group: string;
let cardsOf2023: Record<string, string>;

/** 2024 in the same groups with the same people; the days in the words of two rulings are those of its calendar. */
async function nextYear(): Promise<string> {
  const made = await copyFolder();
  await edit(made, "campaign.yaml", [
    ["id: shaoxing-2023", "id: shaoxing-2024"],
    ["value: 2023", "value: 2024"],
    ["quote: 2023年度", "quote: 2024年度"],
  ]);
  await edit(made, "plan.txt", [["2023年度", "2024年度"]]);
  return made;
}

beforeAll(async () => {
  folder = await nextYear();
  world = await worldAt("10月21日");
  group = await world.groupId("美好家园活动群");
});
afterAll(async () => {
  await world.end();
  await rm(dirname(folder), { recursive: true, force: true });
});

const chatOf = (role: Role): string | undefined => (role === "member" ? group : undefined);
const messagesOf = async (role: Role): Promise<Message[]> =>
  (await world.as(IDS[role]).messages(chatOf(role)))
    .filter(({ kind }) => kind !== "text")
    .sort((one, other) => (one.at < other.at ? -1 : 1));

const FACT = /^(?:当前阶段|申报表|初评|推荐名单|工作报告)：/;
const COUNTED = /\d+(?:月|日|个|条|分|项|年)/;

/** Title and status, and of the rest the sentences that state how far something is, a date or a count. */
function essence(message: Message): string {
  const [title = "", ...lines] = read(message).split("\n");
  const stated = lines
    .map((line) => line.replaceAll("**", "").replace(/^- /, ""))
    .map((line) =>
      FACT.test(line) ? line : (line.match(/[^。]+。?/g) ?? []).filter((one) => COUNTED.test(one)).join(""),
    )
    .filter((line) => line !== "");
  return [title.replace(/^### /, ""), ...stated].join("\n");
}

async function readOn(on: string, role: Role): Promise<string[]> {
  await world.as(IDS[role]).says("进度", { in: chatOf(role) });
  return (await messagesOf(role)).filter(({ at }) => at.startsWith(on)).map(essence);
}

async function newestStageCard(role: Role): Promise<string> {
  const cards = (await messagesOf(role)).filter(({ card }) => card?.text.startsWith("【第"));
  return cards.at(-1)?.card?.text.split("\n")[0] ?? "";
}

async function rowOn(on: string): Promise<Row> {
  const read: [Role, string[]][] = [];
  for (const role of ROLES) read.push([role, await readOn(on, role)]);
  return {
    on,
    ...(Object.fromEntries(read) as Record<Role, string[]>),
    cards: [await newestStageCard("clerk"), await newestStageCard("member")],
  };
}

/** Every card in the roles' chats, as it stands. */
async function allCards(): Promise<Record<string, string>> {
  const all = await Promise.all(ROLES.map(messagesOf));
  return Object.fromEntries(
    all.flat().flatMap((message) => (message.card ? [[message.card.outTrackId, read(message)] as const] : [])),
  );
}

/** What 柯桥区 does in 2024, by the day on which it does it. */
const clerk = () => districtByWords(persistent(playersIn(world), IDS.clerk));
const [compound] = compounds.filter(({ district }) => district === "keqiao");
const name = compound?.name ?? "";

const BEFORE_READING: Readonly<Record<string, () => Promise<unknown>>> = {
  async "2023-10-30"() {
    await world.as("maxiaohan").says("结束活动");
    await world.as("maxiaohan").says("确认结束活动");
  },
  async "2024-08-09"() {
    cardsOf2023 = await allCards();
    await world.stop();
    const environment = { CAMPAIGN: `${SHAOXING_2023},${folder}` };
    world = await startWorld({ dataDir: world.dataDir, environment });
    await world.idle();
  },
};
const AFTERWARDS: Readonly<Record<string, () => Promise<unknown>>> = {
  async "2024-08-21"() {
    if (!compound) throw new Error("the demonstration has no compound in keqiao");
    await clerk().applies(compound);
    await clerk().reviews(compound);
  },
  async "2024-09-23"() {
    await clerk().recommends([name], REASON);
  },
  async "2024-10-18"() {
    await clerk().reports(REPORT);
  },
};

describe("2023 to its end and 2024 in the same groups", () => {
  for (const expected of TABLE) {
    step(`on ${expected.on} each role reads what plan, manual and calendar say`, async () => {
      const { on } = expected;
      await world.advanceTo(`${on}T17:00:00+08:00`);
      await BEFORE_READING[on]?.();

      const row = await rowOn(on);
      await AFTERWARDS[on]?.();

      expect.soft(row).toEqual(expected);
    });
  }

  step("the cards of 2023 stand as they stood when it was closed", async () => {
    const now = await allCards();

    expect(Object.keys(cardsOf2023).length).toBeGreaterThan(10);
    expect(Object.fromEntries(Object.keys(cardsOf2023).map((id) => [id, now[id]]))).toEqual(cardsOf2023);
  });

  step("2023 is read by its name and says in which year it ended", async () => {
    const [answer] = await world.as("auditor").says("进度 shaoxing-2023");

    expect(answer && essence(answer).split("\n").slice(1)).toEqual([
      "活动：2023年度美好家园",
      "当前阶段：活动已于2023年10月30日结束，只可查阅",
      "市级名单：已于10月13日公布，共10个小区",
      "推荐名单：应报6个，已报6个",
      "工作报告：应报6个，已报6个",
    ]);
  });

  step("nobody was ever asked which campaign is meant", async () => {
    const said = (await Promise.all(ROLES.map(messagesOf))).flat().map(read);

    expect(said.filter((text) => /请选择活动|请注明活动/.test(text))).toEqual([]);
  });

  step("the journal replayed gives back both", async () => {
    const database = await connect(world);
    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
  });
});
