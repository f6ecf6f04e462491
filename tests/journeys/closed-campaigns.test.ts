import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { connect } from "./database.ts";
import { copyFolder, edit, SHAOXING_2023 } from "./folder.ts";
import { readAll, refusal } from "./reading.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";

const TITLE = "绍兴市“加强物业管理，共建美好家园”活动";
const CLOSED = `${TITLE}已于2023年11月30日结束，只可查阅，不再办理，未作任何改动。`;

/** The next year's campaign of the same people. */
async function nextYear(): Promise<string> {
  const folder = await copyFolder();
  await edit(folder, "campaign.yaml", [
    ["id: shaoxing-2023", "id: shaoxing-2024"],
    ["value: 2023", "value: 2024"],
    ["quote: 2023年度", "quote: 2024年度"],
  ]);
  await edit(folder, "plan.txt", [["2023年度", "2024年度"]]);
  await edit(folder, "roster.yaml", [["cidShaoxing", "cidNext"]]);
  return folder;
}

const step = story();
let folder: string;
let world: World;
let group: string;

beforeAll(async () => {
  folder = await nextYear();
  world = await startWorld({ environment: { CAMPAIGN: `${SHAOXING_2023},${folder}` } });
  group = await world.groupId("美好家园活动群");
});
afterAll(async () => {
  await world.end();
  await rm(dirname(folder), { recursive: true, force: true });
});

const asks = async (userId: string, text: string, conversationId?: string): Promise<string[]> =>
  readAll(await world.as(userId).says(text, { in: conversationId }));
const heads = (texts: readonly string[]) => texts.map((text) => text.split("\n")[0]);

describe("a campaign that has ended", () => {
  step("the day after its last stage it goes on while something is missing, and its organizer is told", async () => {
    const before = (await world.as("maxiaohan").messages()).length;

    await world.advanceTo("2023-10-31T09:00:00+08:00");

    const told = readAll((await world.as("maxiaohan").messages()).slice(before)).join("\n");
    expect(told).toContain("### 各阶段均已结束，尚有事项未办结");
    expect(told).toContain("否则活动将于11月30日自动结束");
    // The next year's has not begun: this one is meant.
    expect((await asks("maxiaohan", "进度"))[0]).toContain("**活动**：2023年度美好家园");
  });

  step("thirty days later it ends, and nobody is asked which campaign is meant", async () => {
    await world.advanceTo("2023-12-01T09:00:00+08:00");

    expect((await asks("maxiaohan", "进度"))[0]).toContain("活动尚未开始");
    expect((await asks("keqiao-1", "进度"))[0]).toContain("活动尚未开始");
  });

  step("named, it is read", async () => {
    expect((await asks("maxiaohan", "进度 shaoxing-2023"))[0]).toContain(
      "**当前阶段**：活动已于2023年11月30日结束，只可查阅",
    );
    expect(heads(await asks("maxiaohan", "依据 3-2 shaoxing-2023"))).toEqual([
      "### 依据：3-2　评选标准 3-2（5分）（文件规定）",
    ]);
  });

  step("and nothing is done in it, in one sentence", async () => {
    expect(await asks("keqiao-1", "申报 shaoxing-2023")).toEqual([refusal(CLOSED)]);
    expect(await asks("keqiao-1", "工作报告 shaoxing-2023")).toEqual([refusal(CLOSED)]);
    expect(await asks("maxiaohan", "结束活动 shaoxing-2023")).toEqual([refusal(CLOSED)]);
  });

  step("its group is bound by the next without a refusal, and speaks for that one", async () => {
    expect((await asks("maxiaohan", "进度", group))[0]).toContain("活动已于2023年11月30日结束");
    expect(heads(await asks("maxiaohan", "绑定本群", group))).toEqual(["### 绑定成功"]);
    expect((await asks("maxiaohan", "进度", group))[0]).toContain("活动尚未开始");
    expect((await asks("maxiaohan", "进度 shaoxing-2023", group))[0]).toContain("活动已于2023年11月30日结束");
  });

  step("its organizer takes it up again and ends it by hand", async () => {
    expect(heads(await asks("maxiaohan", "恢复活动 shaoxing-2023"))[0]).toBe("### 活动已恢复");
    expect((await asks("maxiaohan", "进度"))[0]).toContain("**活动**：2023年度美好家园");
    expect(heads(await asks("maxiaohan", "结束活动 shaoxing-2023"))).toEqual(["### 结束活动　请确认"]);
    expect(heads(await asks("maxiaohan", "确认结束活动 shaoxing-2023"))[0]).toBe("### 活动已结束");
    expect((await asks("maxiaohan", "进度"))[0]).toContain("活动尚未开始");
  });

  step("the journal replayed gives back both", async () => {
    const database = await connect(world);
    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
  });
});
