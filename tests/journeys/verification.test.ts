import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { photoRefusals } from "../../src/campaign/verification/photo-phrases.ts";
import { openProbe, type Probe } from "./case-probe.ts";
import { connect } from "./database.ts";
import { asFile, cellsOf, workbookIn } from "./edited-workbook.ts";
import { answerIn, read, refusal } from "./reading.ts";
import { story } from "./story.ts";
import { differences, lookAround } from "./unfinished-points.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const CITY = "maxiaohan";
const LEAD = "team-lead";
const [FIRST, SECOND] = ["稽山花园", "瓜渚湖畔"];

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const says = async (userId: string, text: string): Promise<string> => read(answerIn(await world.as(userId).says(text)));

const finalizes = async (member: string): Promise<string> => {
  await says(member, "提交定稿");
  return says(member, "确认定稿");
};

/** What people of every role may look at. */
const LOOKS = [
  "核验",
  "核验情况 稽山花园",
  "排名",
  "查看 稽山花园",
  "进度",
  "待办",
  "评分差异较大条目",
  "帮助",
  "所缺 越城区",
];
const LOOKERS = [CITY, "auditor", LEAD, "team-2", "yuecheng-1"];

/** Every look by everybody but the member who scores, in an order that a seed makes. */
async function looks(seed: number): Promise<Map<string, string>> {
  const asked = LOOKERS.flatMap((person) => LOOKS.map((typed): Probe => ({ person, ask: { typed } })));
  const order = asked.toSorted((a, b) => hash(seed, a) - hash(seed, b));
  const { probe, close } = await openProbe(world);
  const found = new Map<string, string>();
  for (const one of order) {
    const { read: said, changes, orders } = await probe(one);
    found.set(JSON.stringify(one), JSON.stringify([said, changes, orders]));
  }
  await close();
  return found;
}

function hash(seed: number, of: Probe): number {
  let value = seed;
  for (const sign of JSON.stringify(of)) value = (Math.imul(value, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  return value;
}

const cardsOf = async (userId: string): Promise<string[]> => (await world.as(userId).messages()).map(read);

describe("members score apart", () => {
  step("only at sites that are assigned to them, after they said that nothing speaks against it", async () => {
    await says(
      CITY,
      "评选工作组 组长 评选工作组组长 成员 评选工作组成员1、评选工作组成员2、评选工作组成员3、周工（市物业管理协会）",
    );
    await says("approver", "批准评选工作组");
    await says(CITY, `核验安排 ${FIRST} 成员 评选工作组成员1、评选工作组成员2`);
    await says(CITY, `核验安排 ${SECOND} 成员 评选工作组成员3、周工`);

    expect(await says("team-1", "核验 柯岩新村")).toContain("您可以查看的核验中没有“柯岩新村”，未作任何改动");
    expect(await says("team-1", `核验 ${FIRST}`)).toContain(`核验“${FIRST}”前，须先说明有无应回避情形，分数未记录`);
    for (const member of ["team-1", "team-2"]) await says(member, `无应回避情形 ${FIRST}`);
    const card = await says("team-1", `核验 ${FIRST}`);
    expect(card).toContain("本条打分后方显示初评分");
    expect(card.indexOf("1-5（3分）")).toBeLessThan(card.indexOf("1-1（4分）"));
    expect(card).not.toContain("初评5分");
  });

  step(
    "by words, in the order in which they were sent; what is missing is named; the district's points come after",
    async () => {
      expect(await says("team-1", "3-5 与初评一致")).toContain("须先打出自己的分数，不能记为与初评一致（口径R30）");
      expect(await says("team-1", "3-5 2 东门有垃圾；3-6 不符合 7-3 违建未拆")).toContain(
        "3-6不符合附件1条款7-3，计0分",
      );
      // What was readable of a message is for this sheet, also after something else was asked.
      expect(await says("team-1", "3-5 2 东门有垃圾；3-6 99")).toContain("[记录其余1项]");
      await says("team-1", "待办");
      expect(await says("team-1", "记录其余1项")).toContain("3-5");
      expect(await says("team-1", `核验 ${FIRST} 3-6 99`)).toContain("3-6");
      expect(await says("team-1", "3-5 与初评一致")).not.toContain("须先打出自己的分数");
      expect(await says("team-1", "3-5 2 东门有垃圾")).not.toContain("未保存");
      expect(await says("team-1", "3-7 不符合 违建")).toContain("记为不符合须写明附件1的条款");
      expect(await says("team-1", "3-5呢")).toContain("初评5分");
      expect(await says("team-1", "还差哪几条")).toContain("还有23条未打分：1-1");
      expect(await says("team-1", "提交定稿")).toContain("还有23条未打分，不能提交定稿");
    },
  );
});

describe("points that are not final", () => {
  step("change nothing that anybody else sees, in whatever order they look", async () => {
    const drawn = { seed: 3, count: 40 };
    const generated = await lookAround(world, drawn);
    const before = await looks(1);
    const cards = await Promise.all(LOOKERS.map(cardsOf));
    await says("team-1", "其余满分");
    expect(await says("team-1", "3-7 5")).toContain("25条均已打分");

    expect(differences(generated, await lookAround(world, drawn))).toEqual([]);
    const after = await looks(2);

    for (const [look, said] of before) expect([look, after.get(look)]).toEqual([look, said]);
    expect(await Promise.all(LOOKERS.map(cardsOf))).toEqual(cards);
    expect([...before.values()].filter((said) => said.includes("失败"))).toEqual([]);
  });

  step(
    "go with their pictures: filed under the row that is asked for, for others once the points are final",
    async () => {
      await says("team-1", "3-5");
      const filed = read(answerIn(await world.as("team-1").drops({ name: "东门.png", content: PICTURE })));
      expect(filed).toContain("照片已存入“稽山花园”3-5的现场照片，现有1张");
      expect(await says(CITY, `核验照片 ${FIRST} 3-5`)).toContain("没有您可以查看的现场照片");
      expect(await says("team-1", `核验照片 ${FIRST} 3-5`)).toContain("已发送1张现场照片");
    },
  );

  step("filed under a wrong row they are moved, by whoever filed them and with a reason", async () => {
    expect(await says("team-1", "改放照片 3-5 到 3-6")).toContain("请说明理由，未作任何改动");
    expect(await says("team-2", `改放照片 ${FIRST} 3-5 到 3-6 看错条目`)).toBe(refusal(photoRefusals.noneOwn()));
    expect(await says("team-1", "改放照片 3-5 1 到 3-6 理由：看错条目")).toContain(
      "3-5的第1张现场照片已改放到3-6，现有1张",
    );
    expect(await says("team-1", `撤回照片 ${FIRST} 3-5 看错条目`)).toBe(
      refusal(photoRefusals.noSuch(FIRST, "3-5", { at: 0, of: 0 })),
    );
    expect(await says("team-1", `改放照片 ${FIRST} 3-6 到 ${SECOND} 3-5 看错条目`)).toContain("未作任何改动");
    await says("team-1", "取消");
    await says("team-1", `改放照片 ${FIRST} 3-6 到 3-5 原条目无误`);
    expect(await says(CITY, `核验照片 ${FIRST}`)).toContain("没有您可以查看的现场照片");
  });

  step("become final by one press after a look, once; afterwards they are refused", async () => {
    expect(await says("team-1", "确认定稿")).toContain("尚未定稿：请先核对以下分数");
    expect(await says("team-1", "确认定稿")).toContain(`“${FIRST}”核验打分92分，已提交定稿`);
    expect(await says("team-1", `确认核验定稿 ${FIRST}`)).toContain("已于9月28日（周四）09:00提交定稿，分数未改动");
    expect(await says("team-1", "3-5 4")).toContain("未记录：目前没有打开核验打分");
    expect(await says(CITY, `核验情况 ${FIRST}`)).toContain("评选工作组成员1：2分（东门有垃圾）");
    expect(await says("team-2", `核验情况 ${FIRST}`)).toContain("您提交本人核验打分定稿后，方可查看其他成员的分数");
    expect(await says("team-2", `核验情况 ${FIRST}`)).not.toContain("东门");
    expect(await says(CITY, `核验照片 ${FIRST}`)).toContain("已发送1张现场照片");
    expect(await says(CITY, `核验情况 ${FIRST}`)).toContain("现场照片1张");
    expect(await says(CITY, `查看 ${FIRST} 材料`)).toContain("核验现场照片：3-5有1张");
    expect(await says("team-1", `撤回照片 ${FIRST} 3-5 看错条目`)).toBe(refusal(photoRefusals.final(FIRST)));
  });
});

describe("the city's ledger", () => {
  step("stands beside the district's; the lead records what was agreed, or sends back", async () => {
    await says("team-2", `核验 ${FIRST}`);
    await says("team-2", "其余满分");
    expect(await says(LEAD, `合议分 ${FIRST} 3-5 4 理由：共同核对`)).toContain("尚未全部提交定稿，不能记录合议分");
    expect(await finalizes("team-2")).toContain("核验打分100分");
    const seen = await says(LEAD, `核验情况 ${FIRST}`);
    expect(seen).toContain("市级核验分：96分");
    expect(seen).toContain("3-5　初评5分；评选工作组成员1：2分（东门有垃圾）；评选工作组成员2：5分；市级3.5分");
    expect(await says(LEAD, `合议分 ${FIRST} 3-5 4 理由：共同核对`)).toContain("已记录：3-5合议分4分");
    expect(await says(LEAD, `合议分 ${FIRST} 3-3 2 理由：共同核对`)).toContain("不能给中间分（口径R4）");
    expect(await says("team-2", `合议分 ${FIRST} 3-5 4 理由：我认为`)).toContain("不在您的权限内");
    expect(await says(CITY, `核验情况 ${FIRST}`)).toContain("市级核验分：96.5分");
  });

  step("names what is far apart, by its effect on the last place; 复核 is asked for by one press", async () => {
    expect(await says(CITY, "评分差异较大条目")).toContain(`${FIRST}　3-6　成员之间0分～5分（取高取低影响是否入围`);
    expect(await says(LEAD, "评分差异较大条目")).not.toContain("入围");
    await says("approver", `核验情况 ${FIRST}`);
    await world.as("approver").presses("要求复核");
    expect((await cardsOf(LEAD)).join("\n")).toContain("审批领导要求复核“稽山花园”的核验打分：3-6");
    expect(await says("approver", `复核 ${FIRST}`)).toContain("已有尚未办结的复核，未重复登记");
    expect(await says(LEAD, `核验退回 ${FIRST} 评选工作组成员1 理由：3-6事实不清`)).toContain(
      "已退回评选工作组成员1修改",
    );
    expect(await says(CITY, `核验情况 ${FIRST}`)).toContain("市级核验分：100分");
    await says("team-1", `核验 ${FIRST}`);
    await says("team-1", "3-6 4 已整改");
    expect(await finalizes("team-1")).toContain("核验打分96分");
    expect(await says(LEAD, `复核结果 ${FIRST} 现场再看，3-6为4分`)).toContain("复核结果已记录");
    expect(await says(CITY, `核验情况 ${FIRST}`)).toContain("市级核验分：98分");
  });

  step(
    "takes in what a member outside the organisation wrote on paper, entered by the lead, and nobody else's",
    async () => {
      expect(await says("team-3", `代录 周工 ${SECOND}`)).toContain("不在您的权限内");
      expect(await says(LEAD, `代录 ${SECOND}`)).toContain("没有组织外成员");
      expect(await says(LEAD, `代录 周工 ${SECOND}`)).toContain("周工尚未说明对“瓜渚湖畔”有无应回避情形");
      await says(LEAD, `无应回避情形 ${SECOND} 周工`);
      expect(await says(LEAD, `代录 周工 ${SECOND}`)).toContain("代录：周工（组织外成员）的分数");
      await says(LEAD, "3-9 4 巡查记录缺两月");
      await says(LEAD, "其余满分");
      expect(await finalizes(LEAD)).toContain("核验打分99分");
      const database = await connect(world);
      const [row] = await database.query(
        "select given_by as by, responsible, scorer from score where scorer = 'outside-1' and criterion = '3-9'",
      );
      await database.close();
      expect(row).toEqual({ by: LEAD, responsible: "outside-1", scorer: "outside-1" });
    },
  );

  step(
    "takes in a workbook that a member filled in, whole, and of that member alone; 待办 names what is left",
    async () => {
      await says("team-3", `无应回避情形 ${SECOND}`);
      expect(await says("team-3", "待办")).toContain("核验：瓜渚湖畔待您打分并提交定稿");
      const { name, book } = await workbookIn(world, await world.as("team-3").says("导出 核验表"));
      const cell = cellsOf(book.worksheets[0], "条目");
      for (const section of compounds[0]?.points.keys() ?? [])
        for (const [row, points] of (compounds[0]?.points[section] ?? []).entries())
          cell(`${section + 1}-${row + 1}`, "考核分").value = points;
      cell("3-6", "考核分").value = "不符合 7-3 违建未拆";
      const file = await asFile(name, book);
      expect(read(answerIn(await world.as("team-1").drops(file)))).toContain(
        "是评选工作组成员3的核验表，不能作为您的打分",
      );
      expect(read(answerIn(await world.as("team-3").drops(file)))).toContain("3-6　不符合附件1条款7-3；理由：违建未拆");
      expect(await says("team-3", "采用核验表")).toContain("写入25条");
      expect(await says("team-3", "采用核验表")).toContain("没有待采用的核验表");
    },
  );

  step("sets the points of a member aside who keeps out of the case, and does not erase them", async () => {
    await says("team-2", `回避 ${FIRST} 居住在该小区`);
    expect(await says(LEAD, `同意回避 ${FIRST} 评选工作组成员2 情况属实`)).toContain("分派已结束");
    const seen = await says(CITY, `核验情况 ${FIRST}`);
    expect(seen).toContain("评选工作组成员2已回避，其分数留存，不计入");
    expect(seen).toContain("市级核验分：96分");
    expect(await says("team-2", `核验 ${FIRST}`)).toContain(`您已回避“${FIRST}”，分数未记录`);
  });
});

describe("the ranking", () => {
  step("waits for all members; until then it is for the organizer and the approver alone", async () => {
    const city = await world.groupId("美好家园市级工作群");
    expect(await says(LEAD, "排名")).toContain("核验成员的打分尚未全部提交定稿");
    expect(read(answerIn(await world.as(CITY).says("排名", { in: city })))).toContain("核验成员的打分尚未全部提交定稿");
    const own = await says(CITY, "排名");
    expect(own).toContain("稽山花园 总分96 初评分100 已推荐");
    expect(await says("approver", "排名")).toContain("已核验1/12");
    expect(await says("yuecheng-1", "排名")).toContain("稽山花园 100");
  });
});
