import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import { cardTexts, readAll } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

const keqiao = () => persistent(playersIn(world), "keqiao-1");
const [first] = compounds.filter(({ district }) => district === "keqiao");
if (!first) throw new Error("the demonstration has a compound of this district");
const { name } = first;

/** The newest card whose title begins so, as it is now. */
async function cardOf(userId: string, title: string): Promise<string[]> {
  const cards = cardTexts(await world.as(userId).messages()).filter((text) => text.startsWith(title));
  return cards.at(-1)?.split("\n") ?? [];
}
const asksFor = async (userId: string, word: string): Promise<string[]> => {
  await world.as(userId).says(word);
  return cardOf(userId, word);
};

describe("待办", () => {
  step("tells a clerk what to begin with, and has the press that does it", async () => {
    expect(await asksFor("keqiao-1", "待办")).toEqual([
      "待办　2项 待办理",
      "1. 申报表：尚未填写，请尽量于9月20日前办理，之后仍可办理",
      "2. 推荐名单：尚未报送，9月底前（截至9月30日），请尽量于9月28日（周四）17:00前",
      "[申报]",
    ]);
  });

  step("says plainly that there is nothing, to those who have nothing", async () => {
    expect(await asksFor("team-1", "待办")).toEqual(["待办 无待办", "目前没有需要您办理的事项。"]);
    expect(await asksFor("approver", "待我审批")).toEqual(["待我审批 无待审批", "目前没有等待您审批的事项。"]);
    expect(await asksFor("keqiao-1", "待我审批")).toEqual([
      "待我审批 无待审批",
      "审批由审批领导办理，没有等待您审批的事项。",
    ]);
  });

  step("follows a form that is being filled in, once the conversation pauses", async () => {
    await keqiao().says("申报");
    await keqiao().says(name);
    await world.emulator.clock.advance({ minutes: 5 });

    expect(await cardOf("keqiao-1", "待办")).toEqual([
      "待办　2项 待办理",
      `1. 申报表　${name}：填写中，已填1/23项，尚未提交，请尽量于9月20日前办理，之后仍可办理`,
      "2. 推荐名单：尚未报送，9月底前（截至9月30日），请尽量于9月28日（周四）17:00前",
      "[继续申报]",
    ]);
  });

  step("goes on to the points, and names how many rows are left", async () => {
    await districtByWords(keqiao()).applies(first);
    await world.as("keqiao-1").says(`初评 ${name}`);
    await world.as("keqiao-1").says("一 4 4 4 5 3");
    await world.emulator.clock.advance({ minutes: 5 });

    expect(await cardOf("keqiao-1", "待办")).toEqual([
      "待办　2项 待办理",
      `1. 初评　${name}：还有20条未评分，请尽量于9月20日前办理，之后仍可办理`,
      "2. 推荐名单：尚未报送，9月底前（截至9月30日），请尽量于9月28日（周四）17:00前",
      "[初评]",
      `[查看${name}]`,
    ]);
  });

  step("shows the organizer which answers are open, and for which lists they wait", async () => {
    expect(await asksFor("maxiaohan", "待办")).toEqual([
      "待办　2项 待办理",
      "1. 口径R10：尚未答复，公布前须明确",
      "2. 口径R14：尚未答复，公布前须明确",
      "等待他人办理",
      "- 推荐名单：越城区、柯桥区、上虞区、诸暨市、嵊州市、新昌县尚未报送",
      "[答复R10]",
      "[答复R14]",
    ]);
  });
});

describe("待我审批", () => {
  step("names what waits for the approver, and decides it by a press", async () => {
    await world.as("maxiaohan").says("口径 R14 以区级初评分为准");

    expect(await asksFor("approver", "待我审批")).toEqual([
      "待我审批　1项 待办理",
      "- 口径R14待您确认。拟答复：以区级初评分为准",
      "[确认口径R14]",
      "[不同意口径R14]",
    ]);
    expect((await cardOf("maxiaohan", "待办")).slice(0, 4)).toEqual([
      "待办　1项 待办理",
      "- 口径R10：尚未答复，公布前须明确",
      "等待他人办理",
      "- 推荐名单：越城区、柯桥区、上虞区、诸暨市、嵊州市、新昌县尚未报送",
    ]);
  });

  step("同意 with one thing waiting proposes it and decides nothing", async () => {
    const [answer = ""] = readAll(await world.as("approver").says("同意"));

    expect(answer.split("\n").slice(1)).toEqual([
      "- 口径R14待您确认。拟答复：以区级初评分为准",
      "[确认口径R14]",
      "[不同意口径R14]",
    ]);
    expect((await cardOf("approver", "待我审批"))[0]).toBe("待我审批　1项 待办理");
  });

  step("is empty once it is decided", async () => {
    await world.as("approver").presses("确认口径R14");

    // It keeps its place until the card is opened anew.
    expect(await cardOf("approver", "待我审批")).toEqual([
      "待我审批 无待审批",
      "目前没有等待您审批的事项。",
      "已办理",
      "- 口径R14：已确认",
      "[口径R14已办理（不可点）]",
    ]);
    expect(await asksFor("approver", "待我审批")).toEqual(["待我审批 无待审批", "目前没有等待您审批的事项。"]);
    expect((await cardOf("maxiaohan", "待办")).slice(0, 3)).toEqual([
      "待办　2项 待办理",
      "1. 口径R10：尚未答复，公布前须明确",
      "2. 决定依据：R14的依据文件待登记",
    ]);
  });
});
