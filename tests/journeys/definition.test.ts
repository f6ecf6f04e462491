import { spawnSync } from "node:child_process";
import { appendFile, cp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { adoptionPhrases } from "../../src/campaign/administration/adoption/phrases.ts";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import { connect } from "./database.ts";
import { copyFolder, edit, editPlanLine, SHAOXING_2023 } from "./folder.ts";
import { cardTexts, readAll, refusal, said } from "./reading.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const TITLE = adoptionPhrases.title();
const FOOTNOTE = adoptionPhrases.footnote();
const ADOPTED = said(`${TITLE} 已采用`, adoptionPhrases.adoptedLead());
const DECLINED = said(`${TITLE} 未采用`, adoptionPhrases.declinedLead());
const GONE = said(`${TITLE} 已失效`, adoptionPhrases.goneLead());

const NODE = join(import.meta.dirname, "../../node_modules/.bin/node");
const START = join(import.meta.dirname, "../../scripts/start.ts");

const step = story();
let folder: string;
let world: World;

beforeAll(async () => {
  folder = await copyFolder();
  world = await worldAt("8月21日", { CAMPAIGN: folder });
});
afterAll(async () => {
  await world.end();
  await rm(dirname(folder), { recursive: true, force: true });
});

/** The cards on changed definitions that the person has, oldest first. */
const proposals = async (userId: string): Promise<string[]> =>
  cardTexts(await world.as(userId).messages()).filter((text) => text.startsWith(TITLE));
const asks = async (userId: string, text: string): Promise<string[]> => readAll(await world.as(userId).says(text));

async function pressFirstFace(userId: string, label: string): Promise<string | undefined> {
  const card = (await world.as(userId).messages()).findLast((message) => message.card)?.card;
  const reply = await world.call<{ toast?: string }>(`/users/${userId}/press`, {
    outTrackId: card?.outTrackId,
    actionId: label,
    version: 1,
  });
  await world.idle();
  return reply.toast;
}

/** The id of the button with this label on the newest card. */
async function actionId(userId: string, label: string): Promise<string> {
  const card = (await world.as(userId).messages()).findLast((message) => message.card)?.card;
  return card?.actions.find((action) => action.label === label)?.actionId ?? "";
}

/** The entries of one part, e.g. `definition`, of a journal that is sound. */
async function journal(part: string): Promise<{ actor: string; action: string }[]> {
  const database = await connect(world);
  const rows = await database.query<{ actor: string; action: string }>(
    `select actor, action from journal_entry where action like '${part}.%' order by id`,
  );
  const { replayed, actual, verified } = await database.replay();
  await database.close();
  expect(replayed).toEqual(actual);
  expect(verified.broken).toBeUndefined();
  return rows;
}

describe("a campaign's folder that was changed while the campaign runs", () => {
  const OPEN = said(
    `${TITLE} 待确认`,
    "绍兴市“加强物业管理，共建美好家园”活动的设置与正在执行的版本不一致。目前仍按原版本执行，未作任何改动。请核对以下差异后选择是否采用。",
    "1. 评选标准 3-1 分值：4 → 5",
    "2. 评选标准 3-2 分值：5 → 4",
    "3. 实施方案第115行：\t4 → \t5",
    "4. 实施方案第122行：\t5 → \t4",
    "[采用]",
    "[不采用]",
    FOOTNOTE,
  );

  step(
    "is not followed: the bot starts on the version in force, and each organizer gets one card with the differences",
    async () => {
      await edit(folder, "rubric.yaml", [
        ["maxPoints: 4\n        pointsLine: 115", "maxPoints: 5\n        pointsLine: 115"],
        ["maxPoints: 5\n        pointsLine: 122", "maxPoints: 4\n        pointsLine: 122"],
      ]);
      await editPlanLine(folder, 115, "\t5");
      await editPlanLine(folder, 122, "\t4");

      await world.restartBot();

      expect(await proposals("maxiaohan")).toEqual([OPEN]);
      expect(await proposals("deputy")).toEqual([OPEN]);
      expect(await proposals("approver")).toEqual([]);
      expect((await asks("keqiao-1", "依据 3-2"))[0]).toContain("评选标准 3-2（5分）");
    },
  );

  step("is not proposed twice by another restart", async () => {
    await world.restartBot();

    expect(await proposals("maxiaohan")).toEqual([OPEN]);
  });

  step("is decided by nobody but an organizer", async () => {
    expect(await asks("approver", "采用")).toEqual([refusal(dispatchPhrases.mayNot("采用", "审批领导"))]);
  });

  step("adopted by one organizer's press: both cards say so, and the other's press finds it done", async () => {
    const adopt = await actionId("deputy", "采用");

    const { toast } = await world.as("maxiaohan").presses("采用");

    expect(toast).toBe("已采用新版本。");
    expect(await proposals("maxiaohan")).toEqual([ADOPTED]);
    expect(await proposals("deputy")).toEqual([ADOPTED]);
    expect(await pressFirstFace("deputy", adopt)).toBe(chatPhrases.stale());
    expect(await asks("deputy", "采用")).toEqual([refusal(adoptionPhrases.notOpen())]);
  });

  step("adopted, is what 依据 shows from then on", async () => {
    expect((await asks("keqiao-1", "依据 3-2"))[0]?.split("\n")[0]).toBe(
      "### 依据：3-2　评选标准 3-2（4分）（文件规定）",
    );
    await world.restartBot();
    expect((await asks("keqiao-1", "依据 3-2"))[0]?.split("\n")[0]).toBe(
      "### 依据：3-2　评选标准 3-2（4分）（文件规定）",
    );
    expect(await proposals("maxiaohan")).toEqual([ADOPTED]);
  });

  step("changed again and declined by a typed word, stays unfollowed and is not asked about again", async () => {
    await edit(folder, "rubric.yaml", [["short: 联席会议", "short: 联席会议制度"]]);
    await world.restartBot();
    expect((await proposals("deputy")).at(-1)?.split("\n")[2]).toBe("1. 评选标准 1-2 简称：联席会议 → 联席会议制度");

    expect(await asks("deputy", "不采用")).toContain(said("### 设置变化", "已记录：不采用，继续按原版本执行。"));

    expect(await proposals("maxiaohan")).toEqual([ADOPTED, DECLINED]);
    expect(await proposals("deputy")).toEqual([ADOPTED, DECLINED]);
    await world.restartBot();
    expect(await proposals("deputy")).toEqual([ADOPTED, DECLINED]);
  });

  step("changed and changed back before anybody answered: the question falls away", async () => {
    await edit(folder, "rubric.yaml", [["short: 联席会议制度", "short: 联席会议记录"]]);
    await world.restartBot();
    expect((await proposals("maxiaohan")).at(-1)?.split("\n")[0]).toBe(`${TITLE} 待确认`);
    await edit(folder, "rubric.yaml", [["short: 联席会议记录", "short: 联席会议"]]);

    await world.restartBot();

    expect(await proposals("maxiaohan")).toEqual([ADOPTED, DECLINED, GONE]);
    expect(await proposals("deputy")).toEqual([ADOPTED, DECLINED, GONE]);
  });

  step("changed to what was adopted once and left since, is a change again", async () => {
    await cp(SHAOXING_2023, folder, { recursive: true });
    await world.restartBot();
    await world.as("maxiaohan").presses("采用");
    await edit(folder, "rubric.yaml", [
      ["maxPoints: 4\n        pointsLine: 115", "maxPoints: 5\n        pointsLine: 115"],
      ["maxPoints: 5\n        pointsLine: 122", "maxPoints: 4\n        pointsLine: 122"],
    ]);
    await editPlanLine(folder, 115, "\t5");
    await editPlanLine(folder, 122, "\t4");

    await world.restartBot();

    expect((await proposals("maxiaohan")).at(-1)).toBe(OPEN);
  });

  step("stands in the journal at every turn", async () => {
    expect(await journal("definition")).toEqual([
      { actor: "system", action: "definition.found-changed" },
      { actor: "maxiaohan", action: "definition.adopted" },
      { actor: "system", action: "definition.found-changed" },
      { actor: "deputy", action: "definition.declined" },
      { actor: "system", action: "definition.found-changed" },
      { actor: "system", action: "definition.found-changed" },
      { actor: "system", action: "definition.found-changed" },
      { actor: "maxiaohan", action: "definition.adopted" },
      { actor: "system", action: "definition.found-changed" },
    ]);
  });
});

describe("people who come and go in roster.yaml", () => {
  const DEPUTY = `  - id: deputy
    name: 副联系人
    title: 活动副联系人
    mobile: "19900000002"
    roles: [{ role: organizer }]
`;
  const inGroups = "      - deputy\n";
  const OUTSIDER = '    mobile: "19900000024"\n    roles: ';
  let before: string[];

  step("are taken over at the next start: nobody has to adopt that", async () => {
    await asks("deputy", "口径 R14 以市级自评分为准");
    before = await proposals("maxiaohan");
    await edit(folder, "roster.yaml", [
      [DEPUTY, ""],
      [inGroups, ""],
      [`${OUTSIDER}[]`, `${OUTSIDER}[{ role: organizer }]`],
    ]);

    await world.restartBot();

    expect(await proposals("maxiaohan")).toEqual(before);
    expect(await journal("membership")).toEqual([
      { actor: "system", action: "membership.roster" },
      { actor: "system", action: "membership.roster" },
    ]);
  });

  step("who has come is served; who has gone is told where to turn, and decides nothing any more", async () => {
    expect((await asks("outsider", "帮助"))[0]?.split("\n")).toContain(
      "组织外同事，您好。您的身份是活动联系人，发送以下文字即可办理：",
    );
    expect(await asks("deputy", "口径")).toEqual([
      said(
        "### 不再办理",
        "您已不在绍兴市“加强物业管理，共建美好家园”活动的人员名单中，刚才发送的内容未作处理。您此前填写的内容均已保存，由接手的同事继续办理。如有疑问，请联系马小涵，电话85082235。",
      ),
    ]);
    const { toast } = await world.as("deputy").presses("不采用");
    expect(toast).toBe(chatPhrases.notYourCard());
    expect(await proposals("maxiaohan")).toEqual(before);
  });

  step("who has gone keeps the name in what was recorded", async () => {
    await asks("approver", "确认口径 R14");

    const card = cardTexts(await world.as("approver").messages()).find((text) => text.startsWith("口径 R14"));
    expect(card?.split("\n")[0]).toBe("口径 R14（第1版） 已确认");
    expect(card).toContain("记录：副联系人，8月21日（周一）09:00");
  });

  step("who comes back is served as before", async () => {
    await edit(folder, "roster.yaml", [
      ["  - id: approver\n", `${DEPUTY}  - id: approver\n`],
      [`${OUTSIDER}[{ role: organizer }]`, `${OUTSIDER}[]`],
    ]);

    await world.restartBot();

    expect((await asks("deputy", "口径"))[0]?.split("\n")[0]).toBe("### 口径：对实施方案的理解");
    expect((await asks("outsider", "口径"))[0]?.split("\n")[0]).toBe("### 不再办理");
    expect(await journal("membership")).toHaveLength(3);
  });
});

describe("a folder that is broken", () => {
  step("keeps the bot from starting, with one list by file and line, and changes nothing", async () => {
    await edit(folder, "rubric.yaml", [["short: 联席会议", "short: 7"]]);
    await appendFile(join(folder, "calendar.yaml"), "overrides: [\n");
    await world.stop();

    const { status, stderr } = spawnSync(NODE, [START], {
      encoding: "utf8",
      env: { ...process.env, PORT: "0", EMULATOR_PORT: "0", DATA_DIR: world.dataDir, CAMPAIGN: folder },
    });

    expect(status).toBe(1);
    const lines = stderr.trim().split("\n");
    expect(lines[0]).toMatch(/^活动目录 .*campaign 有\d+处问题，系统未启动，数据未改动：$/);
    expect(lines.filter((line) => /^(rubric|calendar)\.yaml:\d+ {2}\S/.test(line)).length).toBe(lines.length - 2);
    expect(lines.at(-1)).toBe(`改好后可先运行 npm run campaign -- check ${folder} 检查。`);
    await cp(SHAOXING_2023, folder, { recursive: true });
    world = await startWorld({ dataDir: world.dataDir, environment: { CAMPAIGN: folder } });
    expect(await world.call("/clock")).toMatchObject({ now: "2023-08-21T09:00:00+08:00" });
    expect((await asks("keqiao-1", "依据 3-2"))[0]).toContain("评选标准 3-2（5分）");
  });
});
