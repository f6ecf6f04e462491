import { createHash } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProbe, type Probe } from "./case-probe.ts";
import { connect } from "./database.ts";
import { asFile, cellsOf, workbookIn } from "./edited-workbook.ts";
import { draws, generatedLooks, type Sights } from "./generated-looks.ts";
import { answerIn, read } from "./reading.ts";
import { copyWorld } from "./workshop.ts";
import { type Message, startWorld, type World } from "./world.ts";

export const [FIRST, SECOND, THIRD] = ["稽山花园", "瓜渚湖畔", "浣纱名苑"] as const;
const CITY = "maxiaohan";
const LEAD = "team-lead";
/** Everybody but who scores, in every role. */
const LOOKERS = [
  ...[CITY, "deputy", "approver", "auditor", "administrator", LEAD, "team-2", "team-4"],
  ...["yuecheng-1", "keqiao-1", "zhuji-2", "outsider"],
];
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const says = async (world: World, userId: string, text: string): Promise<string> => {
  const news = await world.as(userId).says(text);
  return news.length === 0 ? "" : read(answerIn(news));
};

/** A team that has begun: one site without points, one with a member outside the organisation, one reopened. */
export async function teamAtWork(world: World): Promise<void> {
  const members = "评选工作组成员1、评选工作组成员2、评选工作组成员3、评选工作组成员4、周工（市物业管理协会）";
  await says(world, CITY, `评选工作组 组长 评选工作组组长 成员 ${members}`);
  await says(world, "approver", "批准评选工作组");
  await says(world, CITY, `核验安排 9月28日 ${FIRST}、${THIRD} 成员 评选工作组成员1、评选工作组成员2`);
  await says(world, CITY, `核验安排 9月28日 ${SECOND} 成员 评选工作组成员3、周工`);
  for (const member of ["team-1", "team-2"])
    for (const site of [FIRST, THIRD]) await says(world, member, `无应回避情形 ${site}`);
  await says(world, "team-3", `无应回避情形 ${SECOND}`);
  for (const member of ["team-1", "team-2"]) {
    for (const text of [`核验 ${THIRD}`, "3-5 4 东门有垃圾", "其余满分"]) await says(world, member, text);
    for (const text of ["提交定稿", "确认定稿"]) await says(world, member, text);
  }
  await says(world, LEAD, `核验退回 ${THIRD} 评选工作组成员1 理由：3-5事实不清`);
  await says(world, "team-1", "保存退出");
}

/** Points of every kind, in every way, and none of them final. */
export async function scoreWithoutFinishing(world: World): Promise<void> {
  const member = world.as("team-1");
  for (const text of [`核验 ${FIRST}`, "3-5 2 东门有垃圾；3-6 不符合 7-3 违建未拆", "3-7"])
    await says(world, "team-1", text);
  await member.drops({ name: "东门.png", content: PICTURE });
  for (const text of ["其余满分", "提交定稿"]) await says(world, "team-1", text);
  for (const text of [`核验 ${THIRD}`, "3-5 0 无人清扫", "3-8 1"]) await says(world, "team-1", text);
  const { name, book } = await workbookIn(world, await world.as("team-3").says("导出 核验表"));
  const cell = cellsOf(book.worksheets[0], "条目");
  for (const row of ["1-1", "1-2", "3-5"]) cell(row, "考核分").value = 1;
  await world.as("team-3").drops(await asFile(name, book));
  await says(world, "team-3", "采用核验表");
}

/** Two worlds with the same past, down to every id. The given one is stopped. */
export async function twins(world: World): Promise<[World, World]> {
  await world.stop();
  const begin = async (): Promise<World> => {
    const dataDir = await mkdtemp(join(tmpdir(), "jiayuan-journey-"));
    await copyWorld(world.dataDir, dataDir);
    return startWorld({ dataDir });
  };
  return [await begin(), await begin()];
}

async function sightsIn(world: World): Promise<Sights> {
  const database = await connect(world);
  const rows = await database.query<{ id: string; name: string }>(
    "select id, compound_name as name from application order by compound_name",
  );
  await database.close();
  const named = (name: string) => ({ id: rows.find((one) => one.name === name)?.id ?? "", name });
  return {
    people: LOOKERS,
    cases: [FIRST, SECOND, THIRD].map(named),
    districts: [
      { id: "yuecheng", name: "越城区" },
      { id: "keqiao", name: "柯桥区" },
    ],
    rows: ["3-5", "3-6", "3-7", "1-1"],
    members: [
      { id: "team-1", name: "评选工作组成员1" },
      { id: "team-3", name: "评选工作组成员3" },
    ],
  };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

export interface Looked {
  look: Probe;
  /** Everything that came of it; ids made by the look itself are left out. */
  found: string;
}

/** What comes of so many generated looks and acts, each taken back. */
export async function lookAround(world: World, { seed, count }: { seed: number; count: number }): Promise<Looked[]> {
  const sights = await sightsIn(world);
  const known = new Set(sights.cases.map(({ id }) => id));
  const { probe, registry, close } = await openProbe(world);
  const all: Looked[] = [];
  for (const look of generatedLooks(registry, sights, { seed, count })) {
    const found = JSON.stringify(await probe(look));
    all.push({ look, found: found.replaceAll(UUID, (id) => (known.has(id) ? id : "id")) });
  }
  await close();
  return all;
}

/** Looks that show something else in one world than in the other, from where they part. */
export function differences(one: readonly Looked[] = [], other: readonly Looked[] = []): string[] {
  return one.flatMap(({ look, found }, at) => {
    const there = other[at]?.found ?? "";
    if (there === found) return [];
    const from = [...found].findIndex((sign, place) => sign !== there[place]);
    const part = (text: string) => text.slice(Math.max(0, from - 80), from + 80);
    return [`${JSON.stringify(look)}: ${part(found)} | ${part(there)}`];
  });
}

/** The same people really look, one after the other, and stay with what they have before them. */
export async function reallyLook(world: World, { seed, count }: { seed: number; count: number }): Promise<void> {
  const { probe: _, registry, close } = await openProbe(world);
  await close();
  const reads = registry.commands.filter(({ effect, words }) => effect === "read" && words);
  const sights = await sightsIn(world);
  const draw = draws(seed);
  for (let at = 0; at < count; at++) {
    const [words = ""] = draw.of(reads).words ?? [];
    const about = draw.of(["", ` ${draw.of(sights.cases).name}`, ` ${draw.of(sights.cases).name}`]);
    await world.as(draw.of(LOOKERS)).says(words + about);
  }
}

/** All that everybody but the scorers has before them, with how often each card has changed, and every file's bytes. */
export async function seenBy(world: World): Promise<Map<string, unknown[]>> {
  const seen = new Map<string, unknown[]>();
  for (const person of LOOKERS) {
    const messages = (await world.as(person).messages("*")).toSorted((a, b) => a.at.localeCompare(b.at));
    seen.set(person, await Promise.all(messages.map((message) => contentOf(world, message))));
  }
  return seen;
}

async function contentOf(world: World, message: Message): Promise<unknown> {
  const { kind, at, from, links, card, file } = message;
  const bytes = file && Buffer.from(await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer());
  return {
    ...{ kind, at, from, text: read(message), links: links?.map(({ label }) => label), version: card?.version },
    ...(file && bytes ? { name: file.fileName, bytes: createHash("sha256").update(bytes).digest("hex") } : {}),
  };
}
