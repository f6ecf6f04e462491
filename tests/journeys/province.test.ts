import { afterAll, beforeAll, describe, expect } from "vitest";
import { cityVersions } from "./city-versions.ts";
import { connect } from "./database.ts";
import { journalOf } from "./journal-fold.ts";
import { read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

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

/** The card of the case that was looked at, as it is now. */
async function caseCard(userId: string): Promise<string> {
  const cards = (await world.as(userId).messages()).flatMap(({ card }) => (card ? [card.text] : []));
  return cards.findLast((text) => text.includes("依据文件：")) ?? "";
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
    expect(await says("approver", "批准向省推荐")).toContain("写明版本，例如「批准向省推荐 第3版」");
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
    await world.as("maxiaohan").drops({ name: "省级申报表.png", content: PICTURE });
    expect(await says("maxiaohan", "向省推荐材料")).toContain("已归入向省推荐材料，共1份");
    expect((await world.as("approver").says("查看向省推荐材料")).some(({ file }) => file !== undefined)).toBe(true);
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

  step("one that falls after 公布 is marked, and replaced by the same steps", async () => {
    await says("maxiaohan", `登记异议 来信 ${names[1]}：绿化被占；反映人：住户一；概述：绿化情况`);
    await says("maxiaohan", "异议核查 1 经核实，绿化被占");
    expect(await says("approver", "异议决定 1 成立 撤下 绿化被占")).toContain("异议第1件");
    const card = await cardOf("maxiaohan", "向省推荐（第4版）");
    expect(card).toContain(`“${names[1]}”已不在公布的名单中，须另行拟定一版报批`);
    expect(card).toMatch(new RegExp(`2\\. ${names[1]}（.+【已不在公布的名单中】`));
    expect(await says("maxiaohan", `报批向省推荐 ${choice(0, 1, 3)}`)).toContain(
      `“${names[1]}”已不在公布的名单中，未报批`,
    );
    expect(await says("maxiaohan", `报批向省推荐 ${choice(0, 3, 4)}`)).toContain("向省推荐第5版已报");
    expect(await says("approver", "批准向省推荐")).toContain("第5版已批准");
    expect(await cardOf("maxiaohan", "向省推荐（第4版）")).toContain("已由第5版替代");
    await says("maxiaohan", `查看 ${names[0]} 经过`);
    expect(await caseCard("maxiaohan")).toContain("向省推荐第1位：审批领导");
  });

  step("what comes later is recorded after the campaign's end as well", async () => {
    await says("maxiaohan", "结束活动");
    await says("maxiaohan", "确认结束活动");
    expect(await says("maxiaohan", `报批向省推荐 ${choice(0, 1, 2)}`)).toContain("结束");
    expect(await says("maxiaohan", "登记向省报送 10月13日；文号：绍建〔2023〕89号")).toContain("已登记");
    expect(await says("maxiaohan", "登记省级结果 均评定为省级“美好家园”")).toContain("已登记");
    await says("maxiaohan", "向省推荐");
    expect(await cardOf("maxiaohan", "向省推荐（第5版）")).toContain("均评定为省级");
    // The card of the case is drawn anew within five minutes.
    await world.advanceTo("2023-10-13T13:10:00+08:00");
    expect(await caseCard("maxiaohan")).toContain("绍建〔2023〕89号");
    expect(await caseCard("maxiaohan")).toContain("报送省级：10月13日");
  });

  step("a letter after the campaign's end is registered, decided and replied to", async () => {
    expect(await says("maxiaohan", `登记异议 来信 ${names[2]}：车位紧张；反映人：住户二；概述：停车情况`)).toContain(
      "异议第2件",
    );
    expect(await says("maxiaohan", "异议核查 2 属实情反映，不影响参评")).toContain("异议第2件");
    expect(await says("approver", "异议决定 2 不成立 不影响参评")).toContain("异议第2件");
    expect(await says("maxiaohan", "答复异议 2 10月13日 电话 已说明")).toContain("异议第2件");
    expect(await cardOf("maxiaohan", "异议第2件")).toContain("10月13日，电话，已说明");
  });

  step("one that is upheld then changes no list before the campaign is reopened", async () => {
    await says("maxiaohan", `登记异议 来信 ${names[3]}：收费未公开；反映人：住户三；概述：收费情况`);
    await says("maxiaohan", "异议核查 3 经核实，收费未公开");
    const said = await says("approver", "异议决定 3 成立 撤下 收费未公开");
    expect(said).toContain("活动已结束，名单未作改动；须调整名单的，由活动联系人先「恢复活动」，再重新择优、报批。");
    expect(await says("maxiaohan", `报批向省推荐 ${choice(0, 2, 4)}`)).toContain("结束");
    expect(await cardOf("maxiaohan", "向省推荐（第5版）")).toContain(
      `“${names[3]}”已不在公布的名单中，须另行拟定一版报批（活动已结束，须先「恢复活动」）`,
    );
  });
});

describe("the auditor", () => {
  const looks = (): [text: string, answer: RegExp | "file", action: string][] => [
    ["查看择优", /入选/, "selection.seen"],
    ["择优说明", "file", "selection.statement-made"],
    ["排名", /排名/, "ranking.seen"],
    ["入围临界情况", /入围临界情况/, "ranking.boundary-seen"],
    [`比较 ${names[0]} ${names[1]}`, /比较/, "ranking.compared"],
    ["评审底稿", "file", "export.made"],
    ["查 待核实", /查：待核实/, "city-intake.found"],
    ["查 差异较大", /评分差异较大条目/, "verification.discrepancies-seen"],
    ["公布文本", "file", "publication.text-seen"],
    ["向省推荐报告", "file", "provincial-recommendation.report-seen"],
    ["查看向省推荐材料", "file", "attachment.seen"],
    ["向省推荐", /向省推荐（第5版）/, "provincial-recommendation.seen"],
    ["异议", /第2件/, "objection.list-looked-at"],
    ["异议 2", /停车情况/, "objection.list-looked-at"],
    ["异议人 2 核查信访件办理", /住户二/, "objection.objector-looked-at"],
    [`查看 ${names[0]} 经过`, /依据文件(?:\*\*)?：/, "case.seen"],
    [`一事一链 ${names[0]}`, /依据文件(?:\*\*)?：/, "case.seen"],
    [`回看 9月28日 ${names[0]}`, /回看/, "case-history.seen"],
    [`留痕 ${names[0]}`, /操作留痕/, "case-history.trail-seen"],
    [`导出留痕 ${names[0]}`, "file", "export.made"],
  ];

  step(
    "reads all of it, also after the campaign's end; every look is in the journal, and who objected needs a reason",
    async () => {
      const database = await connect(world);
      const last = async (): Promise<{ id: bigint; action: string } | undefined> =>
        (
          await database.query<{ id: bigint; action: string }>(
            "select id, action from journal_entry where actor = 'auditor' order by id desc limit 1",
          )
        )[0];
      const wrong: string[] = [];
      for (const [text, answer, action] of looks()) {
        const before = (await last())?.id;
        const news = await world.as("auditor").says(text);
        const said = `${news.map(read).join("\n")}\n${await cardOf("auditor", "")}`;
        const isRead = answer === "file" ? news.some(({ file }) => file !== undefined) : answer.test(said);
        const look = await last();
        if (!isRead) wrong.push(`${text}: ${said.slice(0, 200)}`);
        if (look?.action !== action || look.id === before) wrong.push(`${text}: ${look?.action} is no new ${action}`);
        if (!text.startsWith("异议人") && /住户|车位紧张/u.test(said)) wrong.push(`${text}: says who objected`);
      }
      expect(await says("auditor", "异议人 2")).toContain("请写明查看反映人的理由");
      await database.close();

      expect(wrong).toEqual([]);
    },
  );
});

describe("the journal", () => {
  step("every version is what anybody would reckon from the journal alone", async () => {
    const { versions, wrong } = cityVersions(await journalOf(world));

    expect(wrong).toEqual([]);
    expect(versions.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      ...["selection 1", "publication 1"],
      ...["province 1", "province 2", "province 3", "province 4", "province 5"],
    ]);
    expect(versions.find(({ kind }) => kind === "publication")?.chosen).toEqual(names);
  });

  step("the journal gives back the same tables", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
  });
});
