import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { type EmbeddedServer, startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { cardsSeen, playersIn } from "../journeys/campaign-state.ts";
import { connect } from "../journeys/database.ts";
import { read } from "../journeys/reading.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { folderAt } from "../journeys/world-at.ts";
import { openPacketProxy, type PacketProxy, type Side } from "./faults/packet-proxy.ts";

/** For a short try, every n-th packet from the first one. */
const EVERY = Number(process.env.PACKETS ?? 1);
const CLERK = "yuecheng-1";
const AS_LONG_AS_IT_TAKES = 4 * 3_600_000;

let server: EmbeddedServer;
let proxy: PacketProxy;
let world: World;
let clerk: PersistentPerson;
let database: Awaited<ReturnType<typeof connect>>;
/** What a 提交 that nobody disturbs leaves. */
let calm: Left;

beforeAll(async () => {
  const dataDir = await folderAt("8月21日");
  server = await startEmbeddedServer(dataDir);
  const url = new URL(server.url);
  proxy = await openPacketProxy(Number(url.port));
  url.port = String(proxy.port);
  world = await startWorld({ dataDir, environment: { DATABASE_URL: url.href } });
  await world.call("/settings", { redeliverAfterMs: 1_000 });
  database = await connect(world);
  clerk = persistent(playersIn(world), CLERK);
  calm = (await submitted({ number: Number.POSITIVE_INFINITY, side: "before" })).left;
});
afterAll(async () => {
  await database?.close();
  await world?.end();
  await proxy?.close();
  await server?.stop();
});

test("without a kill there is one application, and one confirmation", () => {
  expect(calm).toMatchObject({ revisions: ["submitted 1 1"], openForms: 0, pending: 0, confirmations: 1 });
  expect(calm.entries).toContain("application.submitted");
});

test.each<Side>(["before", "after"])(
  "kill -9 %s each packet that 提交 sends to the database: it is done once and whole, and nobody has a card twice",
  async (side) => {
    const begun = performance.now();
    const wrong: unknown[] = [];
    let kills = 0;
    let repeated = 0;
    for (let number = 1; ; number += EVERY) {
      const { struck, left, whole } = await submitted({ number, side });
      if (struck) kills += 1;
      if (left.confirmations === 2) repeated += 1;
      // One that went out just before the kill is sent again: the platform knows no number of a message.
      const allowed = struck ? [1, 2] : [1];
      const isRight = whole && allowed.includes(left.confirmations);
      if (!isRight || !isDeepStrictEqual({ ...left, confirmations: 1 }, calm)) wrong.push({ number, ...left, whole });
      if (!struck) break;
    }
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    console.log(`${side} each packet: ${kills} kills, ${repeated} confirmations sent twice, ${seconds} s`);
    expect(wrong).toEqual([]);
    expect(kills).toBeGreaterThan(0);
    const cards = await cardsSeen(world);
    expect(cards).toHaveLength(new Set(cards).size);
  },
  AS_LONG_AS_IT_TAKES,
);

interface Left {
  /** State and revision of the application, and how many stored revisions it has. */
  revisions: string[];
  /** Keys of the answers. */
  answered: string[];
  /** Actions in the journal that are about the application. */
  entries: string[];
  /** Forms that are still being filled in. */
  openForms: number;
  /** What is not worked on or not sent. */
  pending: number;
  /** Events that were refused or given up. */
  failed: number;
  confirmations: number;
}

/** Hands in another application, and is killed meanwhile. */
async function submitted({ number, side }: { number: number; side: Side }) {
  const name = nextName();
  for (const text of [`申报 ${name}`, formOf(name), "提交"]) await clerk.says(text);
  const before = new Set((await clerk.messages()).map(({ id }) => id));
  let back: Promise<void> | undefined;
  proxy.strikeAt(number, side, () => {
    back = world.nextReady("bot");
    process.kill(world.pids.get("bot") ?? 0, "SIGKILL");
  });
  await clerk.says("提交");
  const { packets, struck } = await proxy.end();
  await back;
  await playersIn(world).idle();
  if (!struck) console.log(`提交 sends ${packets} packets`);
  const left = await leftOf(name, before);
  return { struck, left, whole: await isWhole() };
}

async function leftOf(name: string, before: ReadonlySet<string>): Promise<Left> {
  const applications = await database.query<{ id: string; line: string; answered: string[] }>(
    `select id, state || ' ' || revision || ' ' ||
       (select count(*) from application_revision r where r.case_id = a.id) as line,
       array(select jsonb_object_keys(answers) order by 1) as answered
     from application a where compound_name = '${name}' order by id`,
  );
  const entries = await database.query<{ action: string }>(
    `select action from journal_entry where case_id = '${applications[0]?.id}' order by id`,
  );
  const [counts] = await database.query<Pick<Left, "openForms" | "pending" | "failed">>(
    `select (select count(*)::int from draft where state in ('open', 'left')) as "openForms",
       (select count(*)::int from inbox_event where state = 'new')
         + (select count(*)::int from outbox_item where state in ('waiting', 'sending', 'held')) as pending,
       (select count(*)::int from inbox_event where state in ('parked', 'refused')) as failed`,
  );
  const news = (await clerk.messages()).filter(({ id, from }) => !before.has(id) && from !== CLERK);
  const words = news.filter(({ kind }) => kind !== "card").map(read);
  return {
    revisions: applications.map(({ line }) => line),
    answered: applications[0]?.answered ?? [],
    entries: entries.map(({ action }) => action),
    ...(counts ?? { openForms: -1, pending: -1, failed: -1 }),
    confirmations: words.filter((text) => text.includes(name) && text.includes("已提交")).length,
  };
}

/** Whether the journal's seals are whole, and replayed it gives the tables. */
async function isWhole(): Promise<boolean> {
  const { replayed, actual, verified } = await database.replay();
  expect(replayed).toEqual(actual);
  return verified.broken === undefined && verified.unsealed === 0;
}

const SIGNS = [..."梅兰竹菊松柏桃李杏枫荷桂樟柳榆棠"];
let names = 0;
/** A compound that nobody has entered yet. */
function nextName(): string {
  const digits = [names % 16, Math.floor(names / 16) % 16, Math.floor(names / 256)];
  names += 1;
  return `${digits.map((digit) => SIGNS[digit]).join("")}花园`;
}

const formOf = (name: string): string =>
  [
    "附件3",
    "绍兴市“美好家园”示范小区申报表",
    `小区名称\t${name}\t\t小区地址\t${name.slice(0, 3)}路2号`,
    "申报单位\t府山街道办事处\t\t审批单位\t",
    "申报单位负责人\t周伟\t电话\t13957512345",
    "党支部书记\t吴敏\t电话\t13957500003",
    "申报材料\t建成于2012年，共18幢860户。",
    "近两年内是否发生重大安全责任事故\t否",
    "备注\t",
  ].join("\n");
