import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { check } from "../journeys/archive-checks.ts";
import { playersIn } from "../journeys/campaign-state.ts";
import { SHAOXING_2023 } from "../journeys/folder.ts";
import { readAll } from "../journeys/reading.ts";
import { story } from "../journeys/story.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

const run = promisify(execFile);
const step = story();
const known = compounds.find(({ district }) => district === "keqiao");
const REASON = "居民满意度高，各方参与充分";
let world: World;
let folder: string;
let archive: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-next-years-"));
  world = await worldAt("10月21日");
});
afterAll(async () => {
  await world.discard();
  await rm(folder, { recursive: true, force: true });
});

const says = async (userId: string, text: string): Promise<string> =>
  readAll(await world.as(userId).says(text)).join("\n");

/** Last year's folder as that year's, by the program; with the texts that it flags brought to the new year. */
async function cloned(year: number): Promise<{ to: string; said: string }> {
  const to = join(folder, `shaoxing-${year}`);
  const words = ["scripts/campaign.ts", "new", "--from", SHAOXING_2023, to, "--archive", archive];
  const { stdout } = await run(process.execPath, words);
  const flagged = [...stdout.matchAll(/^　([a-z-]+\.yaml):(\d+)　/gmu)];
  for (const [, file = "", line = ""] of flagged) {
    const path = join(to, file);
    const lines = (await readFile(path, "utf8")).split("\n");
    lines[Number(line) - 1] = lines[Number(line) - 1]?.replaceAll("2023", String(year)) ?? "";
    await writeFile(path, lines.join("\n"));
  }
  const checked = await run(process.execPath, ["scripts/campaign.ts", "check", to]);
  expect(checked.stdout).toContain("未发现问题");
  return { to, said: stdout };
}

step("2023 is closed, archived and cleaned, and its archive is intact", async () => {
  for (const words of ["结束活动", "确认结束活动", "提请归档 永久"]) await says("maxiaohan", words);
  expect(await says("approver", "同意归档")).toContain("开始制作");
  await world.idle();
  const archives = join(world.dataDir, "archives");
  archive = join(archives, (await readdir(archives)).find((name) => name.endsWith("利用本.zip")) ?? "");
  expect(await check(archive)).toMatchObject({ intact: true, findings: [] });

  await says("maxiaohan", "提请清理");
  expect(await says("approver", "同意清理")).toContain("内容已清除");
  expect(await says("maxiaohan", "到期清理")).toContain("没有需要清除的内容");
});

step("2024 in the same database: cloned, checked, its year is ours and people read so", async () => {
  const { to, said } = await cloned(2024);
  expect(said).toContain("年度2024暂按我们自己的设定");
  expect(said).toMatch(/五、上年的逾期和等待情况\n　[^未]/u);
  expect(said).toMatch(/六、上年反复询问、未能办理最多的语句\n　[^未]/u);
  expect(said).toMatch(/四、需重新考虑的口径（上年答复）\n　R/u);

  await world.advanceTo("2024-08-09T17:00:00+08:00");
  await world.stop();
  world = await startWorld({ dataDir: world.dataDir, environment: { CAMPAIGN: `${SHAOXING_2023},${to}` } });
  await world.idle();
  expect(await says("maxiaohan", "帮助")).toContain("新方案尚未放入，2024年度暂按系统设定");
});

step(
  "who applies for a compound of last year is offered its lasting facts with their source, and nobody's number",
  async () => {
    await world.advanceTo("2024-08-21T17:00:00+08:00");
    await says("keqiao-1", "申报");
    await says("keqiao-1", known?.name ?? "");
    const address = await says("keqiao-1", "改 小区地址");
    expect(address).toContain(`2023年度申报时为：${known?.answers.小区地址}。没有变化的请发送「确认」采用`);
    expect(await says("keqiao-1", "确认")).toContain(String(known?.answers.小区地址));
    const phone = await says("keqiao-1", "改 申报单位负责人电话");
    expect(phone).not.toContain("2023年度");
    await says("keqiao-1", "删除申报表");
    await says("keqiao-1", "确认删除申报表");
  },
);

step("2024 is played to its first list", () => playToFirstList(2024));

step("2026, cloned of 2023 and started anew, is played to its first list", async () => {
  const { to } = await cloned(2026);
  await world.discard();
  world = await startWorld({ environment: { CAMPAIGN: to } });
  await world.idle();
  await playToFirstList(2026);
});

async function playToFirstList(year: number): Promise<void> {
  if (!known) throw new Error("the demonstration has no compound in keqiao");
  const clerk = districtByWords(persistent(playersIn(world), "keqiao-1"));
  await world.advanceTo(`${year}-08-21T18:00:00+08:00`);
  await clerk.applies(known);
  await clerk.reviews(known);
  await world.advanceTo(`${year}-09-23T17:00:00+08:00`);
  await clerk.recommends([known.name], REASON);

  expect(await says("maxiaohan", "进度")).toContain("**推荐名单**：应报6个，已报1个");
}
