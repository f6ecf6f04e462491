import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Demonstration } from "../../demo/demonstration.ts";
import { playTo, scenesOf } from "../../demo/play.ts";
import { loadCampaignFolder } from "../../src/campaign/definition/load.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { readAll } from "./reading.ts";
import { everythingShown, foreignIn, rowsExported } from "./shown.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";

const FOLDER = "campaigns/beijing-2024";

/** What only other campaigns say, what this one has not, and what nobody should ever read. */
const FOREIGN = [
  /小区|地区|区（县、市）|业主|街道|农户|户主/,
  /绍兴|马小涵|85082235/,
  /实施方案|附件\d|25条/,
  /初评|核验|排名|得分|总分|工作报告|典型案例/,
  /R([5-9]|\d\d)/,
  /系统繁忙|undefined|\[object/,
];

/** What the folder's author has still to finish: who asks for how many are chosen, and what an official is called. */
const FINISHING: readonly [file: string, from: string, to: string][] = [
  ["rulings.yaml", "怎样选出20个？\n  affects", "怎样选出20个？\n  decides: numberSelected\n  affects"],
  ["campaign.yaml", "name: 区（县、市）经办人", "name: 区经办人"],
];
/** A few districts show what seventeen would. */
const LEFT_OUT =
  /^ +- \{ id: (shijingshan|mentougou|fangshan|tongzhou|shunyi|changping|daxing|huairou|pinggu|miyun|yanqing)\b.*\n/gm;
const LEFT_OUT_OF_GROUPS =
  / (shijingshan|mentougou|fangshan|tongzhou|shunyi|changping|daxing|huairou|pinggu|miyun|yanqing)-1,/g;

/** A copy of the folder, finished and with fewer districts. */
async function finishedFolder(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "jiayuan-beijing-"));
  await cp(FOLDER, copy, { recursive: true });
  const change = async (file: string, changed: (text: string) => string) =>
    writeFile(join(copy, file), changed(await readFile(join(copy, file), "utf8")));
  for (const [file, from, to] of FINISHING) await change(file, (text) => text.replace(from, to));
  await change("campaign.yaml", (text) => text.replace(LEFT_OUT, ""));
  await change("roster.yaml", (text) => text.replace(LEFT_OUT, "").replace(LEFT_OUT_OF_GROUPS, ""));
  return copy;
}

const step = story();
let folder: string;
let world: World;
let campaign: Demonstration;
beforeAll(async () => {
  folder = await finishedFolder();
  campaign = loadCampaignFolder(folder);
  world = await startWorld({ environment: { CAMPAIGN: folder } });
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

const asks = async (userId: string, text: string): Promise<string> =>
  readAll(await world.as(userId).says(text)).join("\n");
const playUntil = (day: string) => {
  const players = playersIn(world);
  return playTo(players, { scenes: scenesOf(players, "mixed", campaign), to: `${day}T18:00:00+08:00` });
};
const EVERYBODY = ["organizer-1", "approver", "dongcheng-1", "team-lead", "team-1", "administrator", "auditor"];
/** What people look up at any time. */
const WORDS = ["帮助", "进度", "口径", "依据 L8", "工作台"];

async function everybodyLooks(): Promise<void> {
  for (const userId of EVERYBODY) for (const word of WORDS) await world.as(userId).says(word);
}

describe("a city without a rubric whose districts send one project each", () => {
  step("begins with its own people and offers neither scores nor a ranking", async () => {
    expect(await world.emulator.clock.now()).toBe("2024-09-22T09:00:00+08:00");
    await world.advanceTo("2024-09-23T09:00:00+08:00");

    const help = await asks("dongcheng-1", "帮助");
    expect(help).toContain("- 申报：");
    expect(help).not.toMatch(/初评|排名|核验|工作报告/);
    await everybodyLooks();
  });

  step("every district applies with one project and recommends it, without any score", async () => {
    await playUntil("2024-09-26");

    expect(await asks("organizer-1", "进度")).toContain("推荐名单**：应报6个，已报6个");
    await everybodyLooks();
    const rows = await rowsExported(world, "organizer-1", "推荐名单");
    expect(rows[1]?.slice(0, 2)).toEqual(["区", "项目"]);
    expect(rows.slice(2, -3)).toHaveLength(6);
    expect(rows.at(-3)).toEqual(["（盖章）　　　　　　年　　月　　日　　"]);
    expect(rows.at(-2)?.[0]).toMatch(/^操作留痕：第\d+条，校验值[0-9a-f]{16}$/);
    expect(rows.at(-1)?.[0]).toMatch(/^校验号：/);
  });

  step("what there is no rubric for is refused in a sentence", async () => {
    for (const word of ["初评", "排名", "工作报告"])
      expect(await asks("dongcheng-1", word)).toMatch(/^### [^\n]*\n[^\n]*$/);
  });

  step("the approver says how many are chosen and that there is no notice", async () => {
    await playUntil("2024-09-27");

    expect(await asks("organizer-1", "口径 R3")).toContain("6个");
  });

  step("the city selects and publishes", async () => {
    await playUntil("2024-12-30");

    const texts = readAll(await world.as("organizer-1").messages(await world.groupId("活动群")));
    const published = texts.filter((text) => text.includes("东城区项目1"));
    expect(published).toHaveLength(1);
    expect(published[0]).toContain("北京市美好家园名单");
    await everybodyLooks();
  });

  step("nobody was ever shown a foreign word", async () => {
    // Answers to what is not offered may repeat the word that was typed.
    const shown = (await everythingShown(world)).filter(({ text }) => !/本活动没有/.test(text));

    expect(shown.length).toBeGreaterThan(200);
    expect(foreignIn(shown, FOREIGN)).toEqual([]);
  });

  step("the journal replayed gives the same tables", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
  });
});
