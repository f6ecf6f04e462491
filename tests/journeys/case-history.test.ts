import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { type Copies, makeCopies } from "./copies.ts";
import { copyFolder, edit } from "./folder.ts";
import { readAll } from "./reading.ts";
import { receivedWorkbook } from "./received-workbook.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;
let copies: Copies;
let folder: string;

beforeAll(async () => {
  folder = await copyFolder();
  world = await worldAt("9月28日", { CAMPAIGN: folder });
  copies = await makeCopies(world);
  await copies.take();
});
afterAll(async () => {
  await copies.close();
  await world.end();
  await rm(dirname(folder), { recursive: true, force: true });
});

const [first] = compounds.filter(({ district }) => district === "keqiao");
const name = first?.name ?? "";
const asks = async (person: string, text: string): Promise<string> =>
  readAll(await world.as(person).says(text)).at(-1) ?? "";

describe("历史查询", () => {
  step("shows the case as it was, with the points and the rulings of then", async () => {
    await world.advanceTo("2023-09-29T10:00:00+08:00");
    await asks("keqiao-1", `要求 ${name} 尚不清楚 3-1`);
    await copies.take();
    await world.advanceTo("2023-09-29T11:00:00+08:00");

    const then = await asks("maxiaohan", `回看 2023-09-13 09:00 ${name}`);

    expect(then).toContain(`### 回看：柯桥区　${name}（2023年9月13日（周三）09:00　概述）`);
    expect(then).toContain("**状态**：初评已提交定稿");
    expect(then).toMatch(/\*\*最后办理\*\*：9月\d+日（周.）\d\d:00　柯桥区经办人1初评提交定稿/);
    expect(then).toContain(`**已确认口径**：无，均按实施方案和默认口径`);
    const now = await asks("maxiaohan", `回看 2023-09-29 11:00 ${name}`);
    expect(now).toContain("**状态**：推荐名单已报送");
    expect(now).toMatch(/\*\*已确认口径\*\*：R\d+（第1版）/);
    expect(now).toContain("[上一处变化]");
  });

  step("names what it needs, in other words too", async () => {
    expect(await asks("maxiaohan", `历史查询 9月13日 ${name} 评分`)).toContain("评分");
    expect(await asks("maxiaohan", `回看 ${name}`)).toContain("请写明一个时刻");
    expect(await asks("maxiaohan", `回看 9月31日 ${name}`)).toContain("请写明一个时刻");
    expect(await asks("maxiaohan", `回看 10月9日 ${name}`)).toContain("尚未到来");
    expect(await asks("maxiaohan", `回看 8月10日 ${name}`)).toContain("尚未提交申报");
    expect(await asks("maxiaohan", "回看 9月13日 无此小区")).toContain("无此小区");
  });

  step("shows the plan's table as it was in force then", async () => {
    await world.advanceTo("2023-09-29T12:00:00+08:00");
    await edit(folder, "rubric.yaml", [["short: 联席会议", "short: 联席会议制度"]]);
    await world.restartBot();
    await world.as("maxiaohan").presses("采用");

    expect(await asks("maxiaohan", `回看 2023-09-29 11:30 ${name} 评分`)).toMatch(/1-2 联席会议(?!制度)/);
    expect(await asks("maxiaohan", `回看 2023-09-29 12:00 ${name} 评分`)).toContain("1-2 联席会议制度");
  });

  step("is for organizer, approver and auditor, and every look of the auditor is recorded", async () => {
    for (const person of ["keqiao-1", "team-1"]) {
      expect(await asks(person, `回看 9月13日 ${name}`)).not.toContain("### 回看");
      expect(await asks(person, `留痕 ${name}`)).not.toContain("操作留痕：");
    }
    expect(await asks("auditor", `回看 9月13日 ${name}`)).toContain("### 回看");
    expect(await asks("approver", `留痕 ${name}`)).toContain("审计人员查询历史");
  });
});

describe("一事一链", () => {
  step(
    "names who reported, reviewed and decided, on what papers, and who was told; 回看 names it as of then",
    async () => {
      const chain = await asks("maxiaohan", `一事一链 ${name}`);
      const then = await asks("maxiaohan", `回看 2023-09-13 09:00 ${name}`);

      expect(chain).toContain(`### 一事一链：${name}（柯桥区）`);
      expect(chain).toMatch(/\*\*申报\*\*：柯桥区经办人1.+提交申报；柯桥区经办人1.+报送推荐名单（第1版）/);
      expect(chain).toMatch(/\*\*审核\*\*：初评：柯桥区经办人1.+定稿/);
      expect(chain).toContain("**决定**：尚未决定");
      expect(chain).toContain("**依据文件**：推荐名单：");
      expect(chain).toContain("**告知**：尚未告知");
      expect(then).toContain("**一事一链**");
      expect(then).not.toContain("报送推荐名单");
      expect(then).toContain("**依据文件**：尚无");
    },
  );
});

describe("留痕", () => {
  step("lists what was done with the case, newest first, and goes out as a workbook with the same lines", async () => {
    const listed = await asks("maxiaohan", `留痕 ${name}`);
    const file = await receivedWorkbook(world, await world.as("maxiaohan").says(`导出留痕 ${name}`));

    expect(listed).toContain(`### 操作留痕：${name}`);
    const count = Number(/共(\d+)条/.exec(listed)?.[1]);
    expect(count).toBeGreaterThan(5);
    const numbered = file.rows.filter(([number]) => /^\d+$/.test(String(number)));
    expect(numbered).toHaveLength(count);
    expect(numbered.map(([, , , , what]) => what)).not.toContain("其他操作");
    expect(numbered.map(([, , , , what]) => what)).toContain("初评提交定稿");
  });
});

describe("the journal", () => {
  step("gives the tables as they were at each moment", async () => {
    for (const at of copies.moments()) {
      expect(await copies.compare(at)).toEqual([]);
      for (const one of copies.casesAt(at).slice(0, 3)) expect(await copies.compare(at, one)).toEqual([]);
    }
    expect(copies.moments()).toHaveLength(2);
  });
});
