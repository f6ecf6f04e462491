import { afterAll, beforeAll, describe, expect } from "vitest";
import { readWord } from "../../src/platform/documents/word/read-word.ts";
import { connect } from "./database.ts";
import { read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const CITY = "maxiaohan";
const [FIRST, LAST, NEXT] = ["稽山花园", "柯岩新村", "南岩雅居"];

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
  await world.advanceTo("2023-10-09T09:00:00+08:00");
});
afterAll(() => world.end());

/** All that was answered. */
const says = async (userId: string, text: string): Promise<string> =>
  (await world.as(userId).says(text)).map(read).join("\n");

async function cardOf(userId: string, beginning: string): Promise<string> {
  const cards = (await world.as(userId).messages()).flatMap(({ card }) => (card ? [card.text] : []));
  return cards.findLast((text) => text.startsWith(beginning)) ?? "";
}

/** Points of a member for one site: all of them full, but for what is said. */
async function scores(member: string, name: string, less: string): Promise<void> {
  for (const text of [`无应回避情形 ${name}`, `核验 ${name}`, "其余满分", less, "提交定稿", "确认定稿"])
    await says(member, text);
}

describe("before the choice", () => {
  step("入围临界情况 names the tie across the tenth place and the rows that would decide it", async () => {
    const seen = await says(CITY, "入围临界情况");
    console.log(seen);
    expect(seen).toContain(`第10位上下未分先后的有2个：${LAST}、${NEXT}`);
    console.log(await says(CITY, `比较 ${LAST} ${NEXT}`));
    expect(await says("keqiao-1", "入围临界情况")).toContain("无权");
    console.log(await says("keqiao-1", "入围临界情况"));
  });
});

describe("the choice", () => {
  step("asks for reserves once R22 provides for them, in order", async () => {
    await says(CITY, "口径 R22 设2个递补对象");
    console.log(await says("approver", "确认口径 R22"));
    console.log(await says(CITY, "择优"));
    console.log(await says(CITY, "1-10"));
    console.log(await says(CITY, "11 12"));
    console.log(await says(CITY, "其余拟稿"));
  });
  step("the city's points come in between", async () => {
    await says(CITY, "评选工作组 组长 评选工作组组长 成员 评选工作组成员1、评选工作组成员2、评选工作组成员3");
    await says("approver", "批准评选工作组");
    await says(CITY, `核验安排 ${FIRST} 成员 评选工作组成员1、评选工作组成员2`);
    await scores("team-1", FIRST, "3-5 2 东门有垃圾");
    await scores("team-2", FIRST, "3-5 3 东门有垃圾");
    console.log(await says(CITY, "择优"));
    console.log(await says(CITY, "报批"));
    console.log(await says(CITY, "报批"));
    console.log(await cardOf("approver", "市级名单"));
    console.log(await says(CITY, "择优说明"));
    console.log(readWord(Buffer.alloc(0)), connect, NEXT);
  });
});
