import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { casesOf } from "../../demo/cases.ts";
import { cityByWords } from "../../demo/city-by-words.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { type Calendar, makeCalendar } from "../../src/campaign/definition/calendar.ts";
import { loadCampaignFolder } from "../../src/campaign/definition/load.ts";
import { addDays, civilDate } from "../../src/shared/civil-date.ts";
import { playersIn } from "./campaign-state.ts";
import { copyFolder, edit } from "./folder.ts";
import { read } from "./reading.ts";
import type { Kind } from "./reminded-table.ts";
import { type Message, startWorld, type World } from "./world.ts";

/** Six districts and two zones: 滨海新区 and 镜湖新区 are made up for this. */
export const DISTRICTS: Readonly<Record<Exclude<Kind, "halfDoneColleague">, string>> = {
  early: "yuecheng",
  lastMinute: "keqiao",
  late: "shangyu",
  silent: "zhuji",
  halfDone: "shengzhou",
  extended: "xinchang",
  returned: "binhai",
  recommendsNobody: "jinghu",
};
export type Behaviour = keyof typeof DISTRICTS;
const ZONES = [
  { id: "binhai", name: "滨海新区" },
  { id: "jinghu", name: "镜湖新区" },
];

/** When each does what, `MM-DD HH:MM`; the year's own, because holidays differ. */
export interface Dates {
  year: number;
  lastMinute: { reviews: string; list: string; report: string };
  late: { reviews: string; list: string; report: string };
  halfDone: { begins: string; list: string; report: string };
  extended: { until: string; list: string; report: string };
  returned: { report: string };
  recommendsNobody: { promises: string; until: string; report: string };
}

const REASON = "居民满意度高，各方参与充分";
const REPORT =
  "活动开展情况：辖区内广泛宣传发动，组织小区申报。主要做法成效：党建引领，多方联动。存在问题：个别小区设施老旧。下一步工作建议：总结经验，持续推进。";

/** The campaign of that year with eight districts, in a folder of its own. */
export async function folderOf(year: number): Promise<string> {
  const folder = await copyFolder();
  const zones = ZONES.map(
    ({ id, name }) => `  - { id: ${id}, name: ${name}, kind: zone, line: 14, mark: ours, rulings: [R25] }`,
  );
  const last = "  - { id: xinchang, name: 新昌县, kind: county, line: 14, mark: ours, rulings: [R25] }";
  await edit(folder, "campaign.yaml", [
    [last, [last, ...zones].join("\n")],
    ...(year === 2023
      ? []
      : ([
          ["id: shaoxing-2023", `id: shaoxing-${year}`],
          ["value: 2023", `value: ${year}`],
          ["quote: 2023年度", `quote: ${year}年度`],
        ] as [string, string][])),
  ]);
  if (year !== 2023) await edit(folder, "plan.txt", [["2023年度", `${year}年度`]]);
  await edit(folder, "rulings.yaml", [
    ["[yuecheng, keqiao, shangyu, zhuji, shengzhou, xinchang]", `[${Object.values(DISTRICTS).join(", ")}]`],
  ]);
  const clerks = ZONES.flatMap(({ id, name }, zone) =>
    [1, 2].map((number) =>
      [
        `  - id: ${id}-${number}`,
        `    name: ${name}经办人${number}`,
        `    title: ${name}建设部门经办人`,
        `    mobile: "1990000009${zone * 2 + number}"`,
        `    roles: [{ role: districtOfficer, district: ${id} }]`,
      ].join("\n"),
    ),
  );
  await edit(folder, "roster.yaml", [["people:\n", `people:\n${clerks.join("\n")}\n`]]);
  return folder;
}

/** A message that nobody asked for. */
export interface Unasked {
  person: string;
  at: string;
  line: string;
}

/** What one of the year's scenes does, by whom: what these get then is an answer. */
interface Scene {
  at: string;
  by: readonly string[];
  act(): Promise<unknown>;
}

/**
 * Plays a year from 1 August to 5 November, stopping at 09:00 of every working day, and notes what reaches anybody's direct
 * chat without having been asked for.
 */
export async function remindedYear(dates: Dates, until = "11-05"): Promise<Unasked[]> {
  const folder = await folderOf(dates.year);
  const from = `${dates.year}-08-01T00:00:00+08:00`;
  const world = await startWorld({ environment: { CAMPAIGN: folder, EMULATOR_NOW: from, CALLS_PER_SECOND: "200" } });
  try {
    await world.call("/settings", { callsPerSecond: 200 });
    const calendar = makeCalendar({ overrides: [] });
    return await play(world, dates, { scenes: scenesOf(world, dates, folder), until, calendar });
  } finally {
    await world.end();
    await rm(dirname(folder), { recursive: true, force: true });
  }
}

async function play(
  world: World,
  { year }: Dates,
  { scenes, until, calendar }: { scenes: readonly Scene[]; until: string; calendar: Calendar },
): Promise<Unasked[]> {
  const { users } = await world.call<{ users: { userId: string }[] }>("/state");
  const watch = watchChats(
    world,
    users.map(({ userId }) => userId),
  );
  const to = (at: string) => world.advanceTo(`${year}-${at.replace(" ", "T")}:00+08:00`);
  const unasked: Unasked[] = [];
  await watch([]);
  for (let day = civilDate(`${year}-08-01`); day <= civilDate(`${year}-${until}`); day = addDays(day, 1)) {
    const today = scenes.filter(({ at }) => at.startsWith(day.slice(5)));
    // What comes on a day off is found on the next working day, with its time.
    if (today.length === 0 && !calendar.isWorkingDay(day)) continue;
    await to(`${day.slice(5)} 09:00`);
    unasked.push(...(await watch([])));
    for (const { at, by, act } of today.toSorted((one, other) => one.at.localeCompare(other.at))) {
      await to(at);
      unasked.push(...(await watch([])));
      await act();
      unasked.push(...(await watch(by)));
    }
  }
  return unasked;
}

/** What is new in the direct chats since it was asked before; answers to who acted are left out. */
function watchChats(world: World, people: readonly string[]) {
  const seen = new Set<string>();
  const after = new Map<string, number>();
  return async (acting: readonly string[]): Promise<Unasked[]> => {
    const found: Unasked[] = [];
    for (const person of people) {
      const path = `/users/${encodeURIComponent(person)}/messages?after=${after.get(person) ?? 0}`;
      const { messages, seq } = await world.call<{ messages: Message[]; seq: number }>(path);
      after.set(person, seq);
      for (const message of messages) {
        if (seen.has(message.id)) continue;
        seen.add(message.id);
        if (message.from === person || acting.includes(person)) continue;
        found.push({ person, at: message.at, line: lineOf(message) });
      }
    }
    return found;
  };
}

/** Of an opening the stage only: its last words change with what is owed. */
function lineOf(message: Message): string {
  const [first = ""] = read(message).split("\n");
  const title = first.replace(/^### /, "");
  return /^【第.阶段】/.exec(title)?.[0] ?? title;
}

function scenesOf(world: World, dates: Dates, folder: string): Scene[] {
  const { definition } = loadCampaignFolder(folder);
  const all = casesOf(definition);
  const client = playersIn(world);
  const clerkOf = (kind: Behaviour) => `${DISTRICTS[kind]}-1`;
  const person = (kind: Behaviour) => persistent(client, clerkOf(kind));
  const acts = (kind: Behaviour) => districtByWords(person(kind));
  const own = (kind: Behaviour) => all.filter(({ district }) => district === DISTRICTS[kind]);
  const says =
    (who: string, ...texts: string[]) =>
    async () => {
      for (const text of texts) await persistent(client, who).says(text);
    };
  const applies = (kind: Behaviour) => async () => {
    for (const one of own(kind)) {
      await acts(kind).applies(one);
      await acts(kind).reviews(one);
    }
  };
  const lists = (kind: Behaviour) => () =>
    acts(kind).recommends(
      own(kind).map(({ name }) => name),
      REASON,
    );
  const reports = (kind: Behaviour) => says(clerkOf(kind), "工作报告", REPORT, "确认报送");
  const by = (kind: Behaviour, at: string, act: Scene["act"]): Scene => ({ at, by: [clerkOf(kind)], act });

  const [returned] = own("returned");
  const name = returned?.name ?? "";
  const { lastMinute, late, halfDone, extended, recommendsNobody } = dates;
  return [
    by("early", "09-01 10:10", applies("early")),
    by("early", "09-08 10:10", lists("early")),
    by("early", "10-09 10:10", reports("early")),
    by("lastMinute", lastMinute.reviews, applies("lastMinute")),
    by("lastMinute", lastMinute.list, lists("lastMinute")),
    by("lastMinute", lastMinute.report, reports("lastMinute")),
    by("late", late.reviews, applies("late")),
    by("late", late.list, lists("late")),
    by("late", late.report, says(clerkOf("late"), "工作报告", REPORT, "逾期原因 材料汇总较晚")),
    by("halfDone", halfDone.begins, says(clerkOf("halfDone"), "申报", own("halfDone")[0]?.name ?? "", "保存退出")),
    by("halfDone", "09-22 15:10", applies("halfDone")),
    by("halfDone", halfDone.list, lists("halfDone")),
    by("halfDone", halfDone.report, reports("halfDone")),
    by("extended", "09-08 15:10", applies("extended")),
    by("extended", "09-22 14:10", says(clerkOf("extended"), `申请延期 推荐名单 ${extended.until} 正在盖章`)),
    { at: "09-22 15:10", by: ["maxiaohan"], act: says("maxiaohan", "准予延期 新昌县 推荐名单") },
    { at: "09-22 16:00", by: ["approver"], act: says("approver", "同意延期 新昌县 推荐名单") },
    by("extended", extended.list, lists("extended")),
    by("extended", extended.report, reports("extended")),
    by("returned", "09-01 15:10", applies("returned")),
    by("returned", "09-08 15:20", lists("returned")),
    {
      ...{ at: "09-28 11:00", by: ["maxiaohan"] },
      act: says("maxiaohan", `退回补正 ${name} 10月10日：材料3-5 缺夜间照片`, `确认退回补正 ${name}`),
    },
    by("returned", "10-10 16:00", says(clerkOf("returned"), `补正说明 ${name} 1 经核对无误`, `报送补正 ${name}`)),
    by("returned", dates.returned.report, reports("returned")),
    by("recommendsNobody", "09-18 15:10", says(clerkOf("recommendsNobody"), "推荐", "无推荐 本区小区均在改造", "报送")),
    by(
      "recommendsNobody",
      recommendsNobody.promises,
      says(clerkOf("recommendsNobody"), `约定报送 工作报告 ${recommendsNobody.until}`),
    ),
    by("recommendsNobody", recommendsNobody.report, reports("recommendsNobody")),
    ...cityScenes(
      world,
      all.filter(({ district }) => district !== DISTRICTS.silent && district !== DISTRICTS.recommendsNobody),
    ),
  ];
}

/** The city answers what 公布 waits for, chooses ten of twelve, and publishes them on 13 October. */
function cityScenes(world: World, candidates: readonly { name: string }[]): Scene[] {
  const client = playersIn(world);
  const people = { organizer: persistent(client, "maxiaohan"), approver: persistent(client, "approver") };
  const city = cityByWords(people);
  const by = ["maxiaohan", "approver"];
  return [
    {
      ...{ at: "09-22 10:20", by },
      act: async () => {
        await city.answers("R10", "不公示");
        await city.answers("R14", "以区级初评分为准");
      },
    },
    {
      at: "10-12 16:20",
      by,
      act: () =>
        city.selectsAllBut(
          candidates.slice(10).map(({ name }) => name),
          REASON,
        ),
    },
    { at: "10-13 11:00", by, act: () => city.publishes() },
  ];
}
