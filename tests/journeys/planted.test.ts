import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { makeBackup } from "../../src/platform/backup/make-backup.ts";
import { playersIn } from "./campaign-state.ts";
import { columnsWith, filesWith, foundIn, printed, readersOf, readyLine, type Values } from "./outputs.ts";
import { asPlayed } from "./reviewed.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** Nobody else has such a name or number: wherever it stands, it came from what is typed here. */
const APPLICANT: Values = {
  申报单位负责人: "欧阳植树",
  申报单位负责人电话: "13870010001",
  业委会主任: "诸葛栽花",
  业委会主任电话: "13870010002",
  党支部书记: "司马种草",
  党支部书记电话: "13870010003",
};
const SAID: Values = {
  新人手机号: "19900000024",
  无人手机号: "13870010004",
  留言: "公冶采桑",
  报告内容: "淳于锄草",
  文件名: "夏侯剪枝",
  反映人: "上官敲门",
  反映人电话: "13870010005",
  反映内容: "车库夜间施工扰民",
};
const SECRETS: Values = {
  robotCallback: "planted-callback-secret",
  eventToken: "planted-event-token",
  eventKey: "plantedplantedplantedplantedplantedplanted1",
};
const ENVIRONMENT = {
  ...{ LOG_LEVEL: "debug", ROBOT_CALLBACK: "on", CARD_CALLBACK_SECRET: SECRETS.robotCallback ?? "" },
  ...{ EVENT_TOKEN: SECRETS.eventToken ?? "", EVENT_AES_KEY: SECRETS.eventKey ?? "" },
};
/** One a role, one of another district, and somebody outside, who becomes a clerk in the first world. */
const ASKERS = ["maxiaohan", "approver", "keqiao-1", "yuecheng-1", "team-1", "administrator", "auditor", "outsider"];
const CASE = "绿苑人家";

/** No secret, and everybody may know it: it shows that the search finds what is there. */
const KNOWN: Values = { 小区: "稽山花园" };

/** Who has read what, what stands in which column and file, and what the programs said, after a play. */
interface Outputs {
  readers: Record<string, string[]>;
  columns: string[];
  files: string[];
  said: string[];
  backup: string[];
  manifest: string[];
  known: boolean[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-planted-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everybody asks for everything that could hold it. */
async function everybodyAsks(world: World, words: readonly string[]): Promise<void> {
  for (const text of words) await Promise.all(ASKERS.map((userId) => world.as(userId).says(text)));
}

/** The platform's secrets of this world: those that exist only while it runs. */
async function secretsOf(world: World): Promise<Values> {
  const { env = {} } = readyLine(world, "emulator");
  const secret = env.DINGTALK_CLIENT_SECRET ?? "";
  const reply = await fetch(`${world.url}/v1.0/oauth2/accessToken`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ appKey: env.DINGTALK_CLIENT_ID, appSecret: secret }),
  });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  const dataKey = (await readFile(join(world.dataDir, "data.key"), "utf8")).trim();
  return { ...SECRETS, clientSecret: secret, accessToken, dataKey, session: "/robot/sendBySession?session=ey" };
}

/** What the bot answers to whoever knocks at its doors, with the planted values in what they send. */
async function knocks(world: World, planted: Values): Promise<string> {
  const { url } = readyLine(world, "bot");
  const body = JSON.stringify(planted);
  const headers = { "content-type": "application/json", timestamp: "1", sign: planted.clientSecret ?? "" };
  const posted = ["/dingtalk/robot", "/dingtalk/card", "/dingtalk/event", "/_clock/reset", "/nowhere"].flatMap((path) =>
    [body, `{"broken":${body}`].map((one) => fetch(`${url}${path}`, { method: "POST", headers, body: one })),
  );
  const got = ["/metrics", "/livez", "/readyz", "/", "/owed/x", "/nowhere"].map((path) => fetch(`${url}${path}`));
  const replies = await Promise.all([...posted, ...got]);
  return (await Promise.all(replies.map(async (one) => `${one.status} ${await one.text()}`))).join("\n");
}

async function outputsOf(world: World, values: Values): Promise<Outputs> {
  const secrets = await secretsOf(world);
  const planted = { ...values, ...secrets };
  const instruments = await Promise.all(["traffic", "warnings", "state", "usage"].map((one) => world.call(`/${one}`)));
  const said = [...foundIn(planted, printed(world)), ...foundIn(secrets, JSON.stringify(instruments))];
  said.push(...foundIn(planted, await knocks(world, planted)));
  await world.idle();
  const { dataDir } = world;
  const order = { dataDir, dataKey: undefined, campaigns: ["campaigns/shaoxing-2023"], keep: 1, now: new Date() };
  const backup = await makeBackup({ ...order, into: join(dataDir, "backups") });
  const { dataKey: _, ...others } = secrets;
  const readers = await readersOf(world, { ...planted, ...KNOWN });
  const columns = await columnsWith(world, { ...planted, ...KNOWN });
  return {
    readers: Object.fromEntries(
      Object.entries(readers).flatMap(([userId, names]) => {
        const read = names.filter((name) => !(name in KNOWN));
        return read.length > 0 ? [[userId, read]] : [];
      }),
    ),
    columns: columns.filter((one) => !one.endsWith(": 小区")),
    // The key's own file, and the folder of the emulator, which is the platform.
    files: [
      ...(await filesWith(join(dataDir, "postgres"), planted)),
      ...(await filesWith(join(dataDir, "files"), planted)),
      ...(await filesWith(dataDir, others)).filter((one) => !/^(?:emulator|backups)\//.test(one)),
      ...foundIn(values, await readFile(join(dataDir, "bot.log"), "utf8")),
      ...foundIn(values, await readFile(join(dataDir, "postgres.log"), "utf8")),
    ],
    said,
    // Campaign folders are copied as they are; the demonstration's has the emulated app in it.
    backup: (await filesWith(backup.folder, planted)).filter((one) => !one.startsWith("campaigns/")),
    manifest: foundIn(planted, await readFile(join(backup.folder, "manifest.json"), "utf8")),
    known: [
      columns.includes("application.compound_name: 小区"),
      (await filesWith(join(dataDir, "postgres"), KNOWN)).length > 0,
      (await filesWith(backup.folder, KNOWN)).length > 0,
      readers["yuecheng-1"]?.includes("小区") === true,
    ],
  };
}

const NOWHERE = { columns: [], files: [], said: [], backup: [], manifest: [], known: [true, true, true, true] };

describe("while it is applied and reported, what is planted", () => {
  let world: World;
  let outputs: Outputs;
  beforeAll(async () => {
    world = await worldAt("9月13日", ENVIRONMENT);
    const acts = districtByCards(persistent(playersIn(world), "keqiao-1"));
    const compound = asPlayed({ district: "keqiao", name: CASE });
    await acts.applies({ ...compound, answers: { ...compound.answers, ...APPLICANT } });
    await world.as("team-1").says(`${SAID.留言}来电${SAID.无人手机号}`);
    await world.as("outsider").drops({ name: `${SAID.文件名}.pdf`, content: `%PDF-1.4 ${SAID.留言}` });
    await world.as("maxiaohan").says(`新增人员 某人 ${SAID.无人手机号} 柯桥区`);
    await world.as("maxiaohan").says(`新增人员 组织外同事 ${SAID.新人手机号} 诸暨市 经办人`);
    const file = { name: `柯桥区工作报告 ${SAID.文件名}${SAID.无人手机号}.pdf`, content: `%PDF-1.4 ${SAID.报告内容}` };
    await world.as("keqiao-1").says("工作报告");
    await world.as("keqiao-1").drops(file);
    await world.as("keqiao-1").says("仍然报送工作报告");
    await world.as("keqiao-1").says("典型案例");
    await world
      .as("keqiao-1")
      .drops({ ...file, name: `典型案例 ${SAID.文件名}.pdf`, content: `%PDF-1.4 案例 ${SAID.报告内容}` });
    await everybodyAsks(world, [
      ...["附件4", "工作报告", "人员名单"].map((one) => `导出 ${one}`),
      ...["申报", "小区", "留痕", "导出留痕", "一事一链", "回看 9月13日 12:00"].map((one) => `${one} ${CASE}`),
      ...["工作报告 柯桥区", "典型案例 柯桥区"],
    ]);
    outputs = await outputsOf(world, { ...APPLICANT, ...SAID });
  });
  afterAll(() => world.end());

  test("stands in no column, file, log, answer or backup", () => {
    const { readers: _, ...rest } = outputs;
    expect(rest).toEqual(NOWHERE);
  });

  test("is read by the district; a report also by the city; a number of the people's by who keeps their list", () => {
    expect(outputs.readers).toEqual({
      "keqiao-1": [...Object.keys(APPLICANT), "无人手机号", "报告内容", "文件名"],
      maxiaohan: ["新人手机号", "报告内容"],
      administrator: ["新人手机号"],
      approver: ["报告内容"],
      auditor: ["报告内容"],
    });
  });
});

describe("while an objection is dealt with, what is planted", () => {
  let world: World;
  let outputs: Outputs;
  beforeAll(async () => {
    world = await worldAt("10月13日", ENVIRONMENT);
    const { 反映人, 反映人电话, 反映内容 } = SAID;
    await world
      .as("maxiaohan")
      .says(`登记异议 来信 稽山花园：${反映内容}；反映人：${反映人}、${反映人电话}；概述：施工情况`);
    await world.as("maxiaohan").says("异议核查 1 已督促整改");
    await world.as("auditor").says("异议人 1 核查信访件办理情况");
    await everybodyAsks(world, [
      ...[
        "异议",
        "异议 1",
        "异议人 1 核对",
        "留痕 稽山花园",
        "一事一链 稽山花园",
        "导出留痕 稽山花园",
        "小区 稽山花园",
      ],
    ]);
    outputs = await outputsOf(world, { ...APPLICANT, ...SAID });
  });
  afterAll(() => world.end());

  test("stands in no column, file, log, answer or backup", () => {
    const { readers: _, ...rest } = outputs;
    expect(rest).toEqual(NOWHERE);
  });

  test("is read by the organizer and the approver, and by the auditor with a reason", () => {
    expect(outputs.readers).toEqual({
      maxiaohan: ["反映人", "反映人电话", "反映内容"],
      approver: ["反映人", "反映人电话", "反映内容"],
      auditor: ["反映人", "反映人电话", "反映内容"],
    });
  });
});
