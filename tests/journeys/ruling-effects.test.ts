import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { reviewPhrases } from "../../src/campaign/preliminary-review/phrases.ts";
import { playersIn } from "./campaign-state.ts";
import { cardTexts, readAll } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
const UNCHANGED = ["不影响现有申报"];
let world: World;

/** Two reviewed compounds a district, lists of two, nothing selected; R10 and R14 are answered. */
beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const says = async (userId: string, text: string): Promise<string> =>
  readAll(await world.as(userId).says(text)).join("\n");
const cardsOf = async (userId: string): Promise<string[]> => cardTexts(await world.as(userId).messages());

/** What the approver's card says that the answer changes. */
async function effectsOf(typed: string): Promise<string[]> {
  await says("maxiaohan", typed);
  const card = (await cardsOf("approver")).findLast((text) => text.includes("请确认 待确认")) ?? "";
  return card
    .split("\n")
    .filter((line) => line.startsWith("影响："))
    .map((line) => line.slice("影响：".length));
}

describe("before an answer is confirmed, the approver reads what it changes", () => {
  step("lists longer than a new maximum", async () => {
    expect(await effectsOf("口径 R12 最多推荐1个")).toEqual([
      "已报送的推荐名单超过上限，名单仍然有效；需要调整的，由报送单位撤回名单后重新报送：越城区2个小区、柯桥区2个小区、上虞区2个小区、诸暨市2个小区、嵊州市2个小区、新昌县2个小区",
    ]);
    expect(await effectsOf("口径 R12 最多推荐2个")).toEqual(UNCHANGED);
  });

  step("districts that come in or go", async () => {
    expect(await effectsOf("口径 R25 不含新昌县")).toEqual(["新昌县不再计入应报，已报送的材料保留"]);
  });

  step("the joint ranking that goes while the city has no points", async () => {
    expect(await effectsOf("口径 R14 以市级自评分为准")).toEqual(["系统中尚无市级评分，12个小区均不排全市名次"]);
    expect(await effectsOf("口径 R14 以核验修正后的区级初评分为准")).toEqual(UNCHANGED);
  });

  step("final points that stay although the rows have become all or nothing", async () => {
    const [line = "", ...more] = await effectsOf("口径 R4 3-5达到得满分，达不到得0分");

    expect(more).toEqual([]);
    expect(line).toMatch(/^已提交定稿的初评分数不变，其中不合新口径的：/);
    expect(line).toMatch(/等10个$/);
  });

  step("a date that moves", async () => {
    expect(await effectsOf("口径 R1 截至9月26日")).toEqual(["推荐名单由9月30日改为9月26日"]);
  });

  step("nothing, where all stays as it is", async () => {
    for (const typed of ["R3 可以打半分", "R7 并列，由人研究决定", "R9 正好8个", "R10 公示3个工作日", "R24 不可以"]) {
      expect([typed, await effectsOf(`口径 ${typed}`)]).toEqual([typed, UNCHANGED]);
    }
  });

  step("of a ruling that people follow the program tells no effects", async () => {
    expect(await effectsOf("口径 R15 限物业服务企业")).toEqual([]);
  });
});

describe("once 9月20日 closes applications and reviews", () => {
  const [model] = compounds.filter(({ district }) => district === "keqiao");
  const late = { ...model, district: "keqiao", name: "迟到雅苑" } as NonNullable<typeof model>;

  step("a review finalized afterwards asks why", async () => {
    expect(await effectsOf("口径 R13 是")).toEqual(["申报表到期后注明逾期", "初评到期后注明逾期"]);
    await says("approver", "确认口径 R13");
    const answers = { ...late.answers, 小区名称: late.name, 项目名称: late.name };
    await districtByCards(persistent(playersIn(world), "keqiao-1"))
      .applies({ ...late, answers })
      .catch(() => undefined);
    await says("keqiao-1", "逾期原因 材料补齐较晚");
    await says("keqiao-1", `初评 ${late.name}`);
    await says("keqiao-1", "其余满分");
    await says("keqiao-1", `提交定稿 ${late.name}`);

    const asked = reviewPhrases.whyLate("9月20日", late.name);
    expect((await cardsOf("keqiao-1")).at(-1)).toContain(asked);
    expect(await says("keqiao-1", `确认定稿 ${late.name}`)).toContain(asked);
  });

  step("with the reason it is final, marked, and the city is told", async () => {
    await says("keqiao-1", `确认定稿 ${late.name} 逾期原因 材料补齐较晚`);

    const sheet = (await cardsOf("keqiao-1")).find((text) => text.startsWith(`初评：${late.name} `)) ?? "";
    expect(sheet.split("\n")[0]).toBe(`初评：${late.name} 已提交定稿，逾期`);
    expect(sheet).toContain(reviewPhrases.lateLine("材料补齐较晚"));
    expect(readAll(await world.as("maxiaohan").messages()).join("\n")).toContain(
      "该初评在截止日后提交定稿，原因：材料补齐较晚。",
    );
  });
});

describe("a ruling that excludes a selected compound", () => {
  let name = "";
  const selectionCard = async (): Promise<string> =>
    (await cardsOf("maxiaohan")).findLast((text) => text.startsWith("市级名单（第1版）")) ?? "";

  step("an accident before the two years takes part, is selected and approved", async () => {
    await says("maxiaohan", "择优");
    await says("maxiaohan", "1-10");
    await says("maxiaohan", "理由 1-10 居民满意度高");
    await says("maxiaohan", "理由 11-12 同区另有更优");
    const review = (await cardsOf("maxiaohan")).at(-1) ?? "";
    name = compounds.find((one) => one.district === "yuecheng" && review.includes(one.name))?.name ?? "";
    await says("maxiaohan", "取消");
    await says("yuecheng-1", `修改申报 ${name}`);
    for (const text of ["改 近两年内重大安全责任事故", "有 2019年5月1日 人员伤亡事故", "提交"]) {
      await says("yuecheng-1", text);
    }
    for (const text of ["择优", "1-10", "理由 1-10 居民满意度高", "理由 11-12 同区另有更优", "报批"]) {
      await says("maxiaohan", text);
    }
    expect(await effectsOf("口径 R9 正好8个")).toEqual([
      "市级名单第1版入选10个小区，将不合规定数量，须重新择优并由审批领导批准",
    ]);
    await says("approver", "批准 1");

    expect((await selectionCard()).split("\n")[0]).toBe("市级名单（第1版） 已批准");
    expect(await effectsOf("口径 R10 公示3个工作日")).toEqual([
      "市级名单第1版：由“批准后即可公布”改为“须先公示3个工作日，期满后可以公布”",
    ]);
  });

  step("is named before it is confirmed, and then asks for a new approval", async () => {
    if ((await says("maxiaohan", "口径 R6 近五年")).includes("确认记录")) await says("maxiaohan", "确认记录");
    const card = (await cardsOf("approver")).findLast((text) => text.includes("请确认 待确认")) ?? "";
    expect(card).toContain(`影响：越城区“${name}”将认定不得参与`);

    await says("approver", "确认口径 R6");

    expect((await selectionCard()).split("\n")[0]).toBe("市级名单（第1版） 须重新批准");
    expect(await selectionCard()).toContain(`${name}不得参与`);
  });
});
