import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import { read } from "./reading.ts";
import { reviewed } from "./reviewed.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

/** All that the person's words bring them. */
const says = async (userId: string, text: string): Promise<string> =>
  (await world.as(userId).says(text)).map(read).join("\n");

describe("the same compound, handed in by two districts", () => {
  const [compound] = compounds.filter(({ district }) => district === "keqiao");
  if (!compound) throw new Error("the demonstration has no such compound");
  const hands = async (userId: string, name: string): Promise<string> => {
    const person = persistent(playersIn(world), userId);
    const before = (await world.as(userId).messages()).length;
    await districtByWords(person).applies({
      ...compound,
      name,
      answers: { ...compound.answers, 小区名称: name, 小区地址: "越王路1号" },
    });
    return (await world.as(userId).messages()).slice(before).map(read).join("\n");
  };

  step("is taken, and the second clerk is told that it may be the same", async () => {
    expect(await hands("keqiao-1", "锦绣 花园（一期）")).not.toContain("请核对是否重复");
    await world.advanceTo("2023-08-21T10:00:00+08:00");

    const second = await hands("yuecheng-1", "锦绣花园(一期)");

    expect(second).toContain("已提交");
    expect(second).toContain("柯桥区有名称相同的申报，请核对是否重复（系统建议，非文件规定）。");
  });

  step("is named to the city, both with their districts", async () => {
    const progress = await says("maxiaohan", "进度");

    expect(progress).toContain("柯桥区“锦绣 花园（一期）”与越城区“锦绣花园(一期)”（名称相同）");
    expect(await says("keqiao-1", "进度")).not.toContain("越城区");
  });
});

describe("a list that was left in August", () => {
  const REPORT = `一、活动开展情况：组织两个小区申报。二、主要做法成效：成立专班。${"三、存在问题：缴费难。".repeat(8)}四、下一步工作建议：加强培训。`;

  step("steps aside for the work report in October: the text is the report, whole", async () => {
    for (const name of ["柯岩人家", "鉴湖新村"]) await reviewed(world, { district: "keqiao", name, less: {} });
    await world.advanceTo("2023-08-30T09:00:00+08:00");
    expect(await says("keqiao-2", "推荐")).toContain("请按推荐先后回复序号");
    expect(await says("keqiao-2", "2 1")).toContain("次序已保存");
    await world.advanceTo("2023-10-16T09:00:00+08:00");

    const answer = await says("keqiao-2", `工作报告 ${REPORT}`);

    expect(answer).not.toContain("不是序号");
    expect(answer).toContain("柯桥区　工作报告待确认（尚未报送）");
    expect(answer).toContain("**活动开展情况**：9字：组织两个小区申报。");
    expect(await says("keqiao-2", "确认报送")).toContain("柯桥区　工作报告已收到（第1版）");
  });

  step("and is taken up where it was", async () => {
    expect(await says("keqiao-2", "继续")).toContain("柯桥区　推荐名单");
  });
});
