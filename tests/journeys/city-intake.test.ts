import { afterAll, beforeAll, describe, expect } from "vitest";
import { answerIn, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const says = async (userId: string, text: string): Promise<string> => read(answerIn(await world.as(userId).says(text)));

const DISTRICTS = ["越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县"];
const FORECAST = [
  "核验安排测算",
  "待核验12个小区，人员名单中的评选工作组6人，每个小区2人，可分3组。",
  "现场核验最迟至10月12日，可用7个工作日。",
  "按每组每天2个估算，最多可核验42个小区，可以如期完成。",
];
const ESTIMATE = "每组每天2个为系统估算，非文件规定；如何安排由您决定。";

describe("受理情况", () => {
  step("says what has come from each district, and whether the visits can be made in time", async () => {
    const came = "9月26日（周二）10:00报送第1版，推荐2个小区；其中2个有所缺，共10项；盖章件或审签待补";
    expect(await says("maxiaohan", "受理情况")).toBe(
      [
        "### 市级受理情况",
        "**推荐名单**：应报6个，已报6个",
        "**可参评**：12个小区，应评选10个",
        ...DISTRICTS.map((name) => `- ${name}：${came}`),
        "**核验安排测算**",
        ...FORECAST.slice(1),
        ...["[未报齐材料]", "[差异较大]", "[临界]", "[待核实]", "[缺盖章件]"],
        ESTIMATE,
      ].join("\n"),
    );
  });

  step("is seen by the lead of the team, not by its members, nor by a district", async () => {
    expect(await says("team-lead", "受理情况")).toContain("**可参评**：12个小区");
    expect(await says("team-1", "受理情况")).toBe("### 未能办理\n受理情况只供市级查看，未作显示。");
    expect(await says("keqiao-1", "受理情况")).toBe(
      "### 未能办理\n「受理情况」不在您的权限内（区（县、市）经办人），未作任何改动。发送「帮助」可查看您能办理的事项。",
    );
  });

  step("tells the organizers at once, and once, when fewer can be selected than are to be", async () => {
    await world.as("maxiaohan").says("口径 R9 13个");
    const told = await world.as("deputy").receives(() => world.as("approver").says("确认口径 R9"));

    expect(told.map(read).filter((words) => words.includes("市级受理情况"))).toEqual([
      [
        "### 市级受理情况",
        "各地区名单均已报送，可参评的只有12个小区，少于应评选的13个。请研究是否请有关地区补充推荐，或明确名额口径。",
        "**核验安排测算**",
        ...FORECAST.slice(1),
        "[受理情况]",
        ESTIMATE,
      ].join("\n"),
    ]);
  });
});
