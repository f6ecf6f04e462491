import { afterAll, beforeAll, describe, expect } from "vitest";
import { readWord } from "../../src/platform/documents/word/read-word.ts";
import { cityVersions } from "./city-versions.ts";
import { connect } from "./database.ts";
import { journalOf } from "./journal-fold.ts";
import { read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const CITY = "maxiaohan";
const LAST = "柯岩新村";
const NEXT = "南岩雅居";

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

/** The document that was answered. */
async function wordOf(userId: string, text: string): Promise<Buffer> {
  const file = (await world.as(userId).says(text)).flatMap((message) => message.file ?? []).at(-1);
  if (!file) throw new Error("no document was received");
  return Buffer.from(await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer());
}

const ruled = async (ruling: string, answer: string): Promise<void> => {
  await says(CITY, `口径 ${ruling} ${answer}`);
  await says("approver", `确认口径 ${ruling}`);
};

/** Points of a member for one site: full, but for what is said. */
async function finalizes(member: string, name: string, less: string): Promise<void> {
  for (const text of [`无应回避情形 ${name}`, `核验 ${name}`, "其余满分", less, "提交定稿", "确认定稿"])
    await says(member, text);
}

describe("before the choice", () => {
  step("入围临界情况 names the tie across the tenth place and the single rows that would resolve it", async () => {
    const seen = await says(CITY, "入围临界情况");

    expect(seen).toContain(`第10位：${LAST}（并列第10名，95分）；其后：${NEXT}（并列第10名，95分），相差0分。`);
    expect(seen).toContain(`第10位上下未分先后的有2个：${LAST}、${NEXT}`);
    expect(seen).toContain(`${NEXT}（并列第10名，95分）：3-5、3-6、3-7、3-9，任一条多1分，即可入围`);
    const rows = seen.split("\n").filter((line) => line.startsWith(`- ${NEXT}（`) && line.includes("即"));
    expect(rows.filter((line) => !line.includes("不计分"))).toHaveLength(1);
    expect(seen).toContain("暨阳新村（第12名，94分）：3-5、3-6、3-7、3-9，任一条多1分，即在第10位上下并列");
    expect(await says(CITY, `比较 ${LAST}和${NEXT}`)).toContain("各条得分均相同");
    for (const person of ["keqiao-1", "team-1"]) expect(await says(person, "入围临界情况")).toContain("不在您的权限内");
  });
});

describe("查", () => {
  step("finds listed compounds by points, by what they lack, and says what it understands", async () => {
    const all = await says(CITY, "查 3-5<=5");
    expect(all).toMatch(/推荐名单所列(\d+)个小区中，符合条件的有\1个：/);
    expect(await says(CITY, "查 3-5>5")).toMatch(/推荐名单所列\d+个小区中，没有符合条件的。/);
    const own = await says(CITY, "查 柯桥 3-5≤5");
    expect(own).toContain(`柯桥区　${LAST}：3-5得`);
    expect(own).not.toContain(NEXT);
    expect(await says("approver", "查 缺盖章件")).toContain("柯桥区推荐名单（");
    expect(await says(CITY, "查 未报齐材料")).toContain(`柯桥区　${LAST}：证明材料`);
    expect(await says(CITY, "查 待核实")).toContain("### 查：待核实");
    expect(await says(CITY, "查 满意度<90")).toContain("没有满意度数据，未计入");
    expect(await says("approver", "查 差异较大")).toContain("评分差异较大条目");
    expect(await says(CITY, "查 临界")).toContain("### 入围临界情况");
    expect(await says(CITY, "查 柯桥")).toContain("未能识别要查的条件，未查询");
    expect(await says("keqiao-1", "查 3-5=0")).toContain("不在您的权限内");
  });

  step("is offered by 受理情况, and by one press from 排名 and 待办", async () => {
    const buttons = "[未报齐材料]\n[差异较大]\n[临界]\n[待核实]\n[缺盖章件]";
    expect((await says(CITY, "查")).endsWith(`\n${buttons}`)).toBe(true);
    for (const person of [CITY, "approver"]) expect(await says(person, "排名")).toContain("[查询]");
    expect((await cardOf(CITY, "待办")) || (await says(CITY, "待办"))).toContain("[查询]");
    expect(await says("approver", "受理情况")).toContain(`\n${buttons}\n`);
  });
});

describe("the choice", () => {
  step(
    "asks for reserves once R22 provides for them; a reason may be drafted, edited, and left for the other side",
    async () => {
      await ruled("R22", "设2个递补对象");
      await says(CITY, "择优");
      expect(await says(CITY, "1 2 3 4 5 6 8 9 10 11")).toContain("【递补对象】口径R22设递补对象2个");
      expect(await says(CITY, "10 12")).toContain("剡溪花园已列为入选，不能同时作为递补对象，未记录");
      expect(await says(CITY, "12 7")).toContain("拟稿：未得满分的有3条：3-5得4分（满分5分）");
      expect(await says(CITY, "报批")).toContain("尚未写明入选与否或理由，未报批：");
      await says(CITY, "其余拟稿");
      const review = await says(CITY, "理由 3 各方参与度高");

      expect(review).toContain(`第10名，初评95分，3-2条达到，各方参与17分）：各方参与度高`);
      expect(review).toContain("入选分布：越城区2个、柯桥区2个、上虞区2个、诸暨市1个、嵊州市2个、新昌县1个");
      expect(review.indexOf(NEXT)).toBeLessThan(review.indexOf("暨阳新村"));
      await says(CITY, "择优 1 2 4 5 6 7 8 9 10 11");
      expect(await says(CITY, "择优 1 2 3 4 5 6 8 9 10 11")).toContain("各方参与度高");
      await says(CITY, "递补 12 7");
      await says(CITY, "取消");
    },
  );

  step("is kept while the city's points come in; what has changed is said before it goes to the approver", async () => {
    await says(CITY, "评选工作组 组长 评选工作组组长 成员 评选工作组成员1、评选工作组成员2、评选工作组成员3");
    await says("approver", "批准评选工作组");
    await says(CITY, `核验安排 ${LAST} 成员 评选工作组成员1、评选工作组成员2`);
    await finalizes("team-1", LAST, "3-5 2 东门有垃圾");
    await finalizes("team-2", LAST, "3-5 3 东门有垃圾");
    await says(CITY, "择优");
    const again = await says(CITY, "报批");

    expect(again).toContain("上次保存以后有变动，请核对：");
    expect(again).toContain(`${LAST}由95分改为97.5分，由第10名改为第7名`);
    const proposed = await says(CITY, "报批");
    expect(proposed).toContain("择优第1版已报审批领导");
    expect(proposed).toContain(`${LAST}（柯桥区，${LAST}物业服务有限公司，第7名，核验后97.5分，初评95分`);
  });

  step("the approver sees what the organizer sees; 择优说明 is a document to sign", async () => {
    const card = await cardOf("approver", "市级名单（第1版）");
    expect(card).toContain("第7名，核验后97.5分，初评95分，3-2条达到，各方参与17分）：各方参与度高");
    expect(card).toContain("递补对象2个（按递补先后）：");
    await world.as("approver").presses("入围临界情况");
    await world.as("approver").presses("一事一链");
    const sent = (await world.as("approver").messages()).map(read);
    const chains = sent.find((text) => text.includes("一事一链：市级名单（第1版）")) ?? "";
    expect(chains).toContain(`${LAST}（柯桥区）`);
    expect(chains).toMatch(/审核：初评：柯桥区经办人1于.+定稿；核验评分：评选工作组成员1于.+、评选工作组成员2于.+定稿/);
    expect(chains).toMatch(/决定：择优第1版：马小涵于.+报批，拟入选，待批准/);
    expect(sent.some((text) => text.includes("第10位上下没有并列"))).toBe(true);
    const { blocks } = readWord(await wordOf("approver", "择优说明"));
    const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
    const texts = rows.map((row) => row.map(({ paragraphs }) => paragraphs.join("")));
    expect(texts).toContainEqual(["3", "柯桥区", LAST, "入选", "各方参与度高"]);
    expect(texts).toContainEqual(["11", "新昌县", NEXT, "递补对象第1位", expect.stringContaining("未得满分的有4条")]);
  });
});

describe("an approval", () => {
  step("is for exactly one version, and falls when the city's figures or whose points rank become others", async () => {
    expect(await says("approver", "批准 3")).toContain("第3版不是待批准的版本");
    expect(await says("approver", "批准 1 经10月8日局长办公会研究同意")).toContain("已批准第1版");
    await says("team-lead", `合议分 ${LAST} 3-5 5 理由：共同核对`);
    expect(await cardOf("approver", "市级名单（第1版）")).toContain(
      `批准后有变动，须重新批准：${LAST}的核验分由97.5分改为100分。`,
    );
    expect(await says("approver", "批准 1")).toContain("第1版报批后有变动，未作任何改动");
    await says(CITY, "重新报批");
    expect(await says("approver", "批准 2")).toContain("已批准第2版");
    await ruled("R14", "以市级自评分为准");
    expect(await cardOf("approver", "市级名单（第2版）")).toContain("排名所依据的分数（口径R14）改为市级自评分");
  });

  step("is not asked for with more reserves than R22 provides for, nor given by who proposed the version", async () => {
    await ruled("R22", "不设");
    expect(await says(CITY, "重新报批")).toContain("递补对象2个，口径R22现设0个");
    await ruled("R22", "设3个");
    expect(await says(CITY, "重新报批")).toContain("择优第3版已报审批领导");
    await says("administrator", "代理 审批领导 马小涵 至10月30日 经10月8日签批，〔2023〕12号");

    expect(await says(CITY, "批准 3")).toContain("本版本由您报批，不能由您批准，未作任何改动");
    expect(await says("approver", "不批准 3 请补充未入选的理由")).toContain("第3版已退回修改");
  });

  step("every version is what anybody would reckon from the journal alone", async () => {
    const { versions, wrong } = cityVersions(await journalOf(world));

    expect(wrong).toEqual([]);
    expect(versions.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      "selection 1",
      "selection 2",
      "selection 3",
    ]);
  });

  step("the journal gives back the same tables", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
  });
});
