import { afterAll, beforeAll, describe, expect } from "vitest";
import { cityVersions } from "./city-versions.ts";
import { connect } from "./database.ts";
import { journalOf } from "./journal-fold.ts";
import { read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;
/** On the published list, in its order. */
let names: string[];

beforeAll(async () => {
  world = await worldAt("10月13日");
  const list = (await world.as("keqiao-1").messages(await world.groupId("美好家园活动群")))
    .map(read)
    .findLast((text) => text.includes("小区名单 已公布"));
  names = [...(list ?? "").matchAll(/^\d+ \| .+? \| (.+)$/gmu)].map(([, name = ""]) => name);
});
afterAll(() => world.end());

async function says(userId: string, text: string): Promise<string> {
  return (await world.as(userId).says(text)).map(read).join("\n");
}

/** The person's newest card with this beginning, as it is now. */
async function cardOf(userId: string, beginning: string): Promise<string> {
  const cards = (await world.as(userId).messages()).flatMap(({ card }) => (card ? [card.text] : []));
  return cards.findLast((text) => text.startsWith(beginning)) ?? "";
}

const choice = (...at: number[]): string => at.map((one) => `${names[one]}：居民满意度高`).join("；");

describe("向省推荐", () => {
  step("takes exactly three of the published ones, each with its reason", async () => {
    expect(names).toHaveLength(10);
    await says("maxiaohan", "向省推荐");
    expect(await cardOf("maxiaohan", "向省推荐")).toContain("请按次序填写");
    expect(await says("keqiao-1", "向省推荐")).toContain("不在您的权限内");
    expect(await says("maxiaohan", `报批向省推荐 ${choice(0, 1)}`)).toContain("推荐数量须为3个，现为2个，未报批");
    expect(await says("maxiaohan", "报批向省推荐 稽山外滩：满意")).toContain("未能认出“稽山外滩”");
    expect(await says("maxiaohan", "登记向省报送 10月13日")).toContain("向省推荐尚未批准");
    expect(await says("maxiaohan", `报批向省推荐 ${choice(2, 0, 1)}；报送时限：10月20日`)).toContain(
      "向省推荐第1版已报审批领导",
    );
    const card = await cardOf("approver", "向省推荐（第1版）");
    expect(card).toContain(`1. ${names[2]}`);
    expect(card).toContain("10月20日");
  });

  step("is sent back with an opinion, and approved as it was proposed", async () => {
    expect(await says("approver", "不批准向省推荐")).toContain("请写明审批意见");
    expect(await says("approver", "不批准向省推荐 请调整次序")).toContain("已退回修改");
    await says("maxiaohan", `报批向省推荐 ${choice(1, 0, 2)}`);
    await says("maxiaohan", `报批向省推荐 ${choice(0, 1, 2)}`);
    expect(await says("approver", "批准向省推荐")).toContain("写明版本，例如：批准向省推荐 第3版");
    expect(await says("approver", "批准向省推荐 第2版")).toContain("第2版已不是待批准的版本");
    expect(await says("approver", "待我审批")).toContain("向省推荐第3版");
    expect(await says("approver", "批准向省推荐 第3版 经10月13日局长办公会研究同意，〔2023〕16号")).toContain("已批准");
    expect(await cardOf("maxiaohan", "向省推荐（第3版）")).toContain("〔2023〕16号");
    expect(await says("approver", "批准向省推荐")).toContain("没有待批准的向省推荐");
  });

  step("a district reads of its own compound's place only once it has been sent", async () => {
    const officers = ["yuecheng-1", "keqiao-1", "shangyu-1", "zhuji-1", "shengzhou-1", "xinchang-1"];
    const told = async () => {
      const cards = await Promise.all(officers.map((one) => cardOf(one, "市级名单已公布")));
      return cards.join("\n");
    };
    expect(await told()).not.toContain("推荐，第");
    expect(await says("maxiaohan", "登记省级结果 均入选")).toContain("尚未登记报送");
    expect(await says("maxiaohan", "向省推荐报告")).toContain("Word草稿随后发送");
    expect(await says("maxiaohan", "登记向省报送 10月14日；文号：绍建〔2023〕88号")).toContain("晚于今天");
    expect(await says("maxiaohan", "登记向省报送 10月13日；文号：绍建〔2023〕88号；签收：收文处")).toContain("已登记");
    await world.advanceTo("2023-10-13T13:00:00+08:00");
    expect(await told()).toContain(`${names[0]}：已向省住房和城乡建设厅推荐，第1位`);
  });

  step("a later version replaces it and leaves it as it was", async () => {
    await says("maxiaohan", `报批向省推荐 ${choice(0, 1, 3)}`);
    expect(await cardOf("maxiaohan", "向省推荐（第3版）")).toContain("已报送");
    await says("approver", "批准向省推荐");
    const old = await cardOf("maxiaohan", "向省推荐（第3版）");
    expect(old).toContain("已由第4版替代");
    expect(old).toContain(`3. ${names[2]}`);
  });

  step("what comes later is recorded after the campaign's end as well", async () => {
    await says("maxiaohan", "结束活动");
    await says("maxiaohan", "确认结束活动");
    expect(await says("maxiaohan", `报批向省推荐 ${choice(0, 1, 2)}`)).toContain("结束");
    expect(await says("maxiaohan", "登记向省报送 10月13日；文号：绍建〔2023〕89号")).toContain("已登记");
    expect(await says("maxiaohan", "登记省级结果 均评定为省级“美好家园”")).toContain("已登记");
    await says("maxiaohan", "向省推荐");
    expect(await cardOf("maxiaohan", "向省推荐（第4版）")).toContain("均评定为省级");
  });
});

step("every version is what anybody would reckon from the journal alone", async () => {
  const { versions, wrong } = cityVersions(await journalOf(world));

  expect(wrong).toEqual([]);
  expect(versions.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
    ...["selection 1", "publication 1"],
    ...["province 1", "province 2", "province 3", "province 4"],
  ]);
  expect(versions.find(({ kind }) => kind === "publication")?.chosen).toEqual(names);
});

step("the journal gives back the same tables", async () => {
  const database = await connect(world);
  const { replayed, actual } = await database.replay();
  await database.close();

  expect(replayed).toEqual(actual);
});
