import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { writeWorkbook } from "../../src/platform/documents/workbook.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { answerIn, cardTexts, read, readAll } from "./reading.ts";
import { asPlayed, type Reviewed } from "./reviewed.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** 3-2 and 3-3 at 0, 2-2 in full. */
const BY_CARD: Reviewed = { district: "keqiao", name: "鉴湖新村", less: { "3-2": 5, "3-3": 3 } };
const BY_WORDS: Reviewed = { district: "keqiao", name: "柯岩人家" };

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
  await world.advanceTo("2023-09-13T09:00:00+08:00");
});
afterAll(() => world.end());

const acts = () => districtByCards(persistent(playersIn(world), "keqiao-1"));
const says = async (text: string, userId = "keqiao-2"): Promise<string> =>
  read(answerIn(await world.as(userId).says(text)));
const cardOf = async (title: string, userId = "keqiao-2"): Promise<string> =>
  cardTexts(await world.as(userId).messages()).findLast((text) => text.startsWith(title)) ?? "";

async function taken(): Promise<{ calls: number; pushes: number }> {
  const { months } = await world.call<{ months: Record<string, { apiCalls: number; pushes: number }> }>("/usage");
  const { apiCalls = 0, pushes = 0 } = months["2023-09"] ?? {};
  return { calls: apiCalls, pushes };
}

async function sheets(): Promise<unknown[]> {
  const database = await connect(world);
  const rows = await database.query<{ clauses: unknown; figures: unknown }>(
    "select s.clauses, s.figures from requirement_sheet s join application a on a.id = s.case_id order by a.submitted_at",
  );
  await database.close();
  return rows.map(({ clauses, figures }) => ({ clauses, figures }));
}

/** A list of the city with a row a compound. */
const list = (header: string, rows: readonly (readonly (string | number)[])[]): Promise<Buffer> =>
  writeWorkbook({
    author: "市局",
    at: new Date("2023-09-13T00:00:00Z"),
    sheets: [
      {
        name: "名单",
        titles: ["绍兴市名单"],
        paper: "portrait",
        columns: ["小区名称", "地区", header, "是否位于"].map((one) => ({ header: one, width: 12, kind: "text" })),
        rows: rows.map((row) => row.map(String)),
      },
    ],
  });

async function drops(name: string, content: Buffer, userId = "maxiaohan"): Promise<string> {
  return readAll(await world.as(userId).drops({ name, content })).join("\n");
}

describe("from 申报 to 提交", () => {
  step("takes at most 12 pushes and 15 calls by cards", async () => {
    const before = await taken();

    await acts().applies(asPlayed(BY_CARD));

    const after = await taken();
    expect(after.pushes - before.pushes).toBeLessThanOrEqual(12);
    expect(after.calls - before.calls).toBeLessThanOrEqual(15);
    expect(await cardOf("柯桥区　鉴湖新村申报表", "keqiao-1")).toContain("[填报要求]");
    await acts().applies(asPlayed(BY_WORDS));
  });
});

describe("附件1 by clause", () => {
  step("shows all 30 clauses in full, with nothing preset and nothing that the form has asked already", async () => {
    await world.as("keqiao-2").says("要求 鉴湖新村");

    const card = await cardOf("附件1要求：鉴湖新村");
    expect(card.match(/^- \d+-\d/gm)?.length).toBe(30);
    expect(card).toContain("2-2　选举产生业主委员会或成立小区自管组织：符合（见申报表“业主组织形式”）");
    expect(card).toContain("安全责任事故情况：无（见申报表，此处不再填报）。");
    expect(card).toContain("10-2　满意度位于全市前5%（或投诉率位于全市后5%）：待核实");
    expect(card).toContain("不符合：（空");
  });

  step("a page with something wrong is not saved, says so and keeps what was typed", async () => {
    const { toast } = await world.as("keqiao-2").submits({ 不符合: "11-1", 尚不清楚: "8", 其余各条: "均符合" });

    expect(toast).toBe("未保存，应改内容已列在表单上方。");
    const card = await cardOf("附件1要求：鉴湖新村");
    expect(card).toContain("没有编号11-1");
    expect(card).toContain("第8项须写明是哪一条：8-1、8-2、8-3、8-4");
    expect(card).toContain("不符合：11-1");
    expect(await sheets()).toEqual([]);
  });

  step("by card and by words it comes to the same", async () => {
    const person = world.as("keqiao-2");
    await person.submits({
      不符合: "9-1",
      尚不清楚: "3-1",
      其余各条: "均符合",
    });
    const { toast } = await person.submits({ 物业企业近1年行政处罚: "无", "应收物业费（元）": "100万" });
    expect(toast).toBe("未保存，应改内容已列在表单上方。");
    expect(await cardOf("附件1要求：鉴湖新村")).toContain("应收物业费（元）和实收物业费（元）须同时填报");
    await person.submits({
      "入户宣传比例（%）": "100",
      "应收物业费（元）": "100万",
      "实收物业费（元）": "94.96万",
      "近1年为民办实事（件）": "2",
      最近一件的日期: "2023-05-01",
    });
    await person.submits({
      "业主组织成员（人）": "6",
      "其中党员（人）": "3",
    });
    const words =
      "其余均符合，不符合 9-1，尚不清楚 3-1，行政处罚 无，入户宣传 100%，应收 1,000,000，实收 949600元，为民办实事 2件 2023年5月1日，成员 6，党员 3";
    const answer = await says(`要求 柯岩人家 ${words}`);

    expect(answer).toContain(
      "已记录：其余均符合，不符合 9-1，尚不清楚 3-1，行政处罚 无，入户宣传 100%，应收 1000000，实收 949600，为民办实事 2，最近一件 2023-05-01，成员 6，党员 3。",
    );
    expect(answer).toContain("8-2　缴费率不低于95%：不符合（缴费率94.96%：实收949600元，应收1000000元）");
    expect(answer).toContain("2-2　业主组织成员中的党员占比50%：党员3人，成员6人");
    const [first, second] = await sheets();
    expect(first).toEqual(second);
    expect(await says(`要求 柯岩人家 ${words}`)).toContain("与原来填报的相同，未作改动。");
  });

  step("is refused whole where a word says otherwise than a figure, or is not understood", async () => {
    expect(await says("要求 柯岩人家 符合 8-2，不符合 4-1")).toContain(
      "未保存，原填报不变：8-2按填报数据为不符合（缴费率94.96%：实收949600元，应收1000000元），与所写不一致。",
    );
    expect(await says("要求 柯岩人家 其余均符合，还行吧")).toContain("“还行吧”未能识别");
    expect(await says("要求 柯岩人家 符合 10-2")).toContain("10-2由市级名单认定，无须填报");
    expect(await says("要求 鉴湖新村 其余均符合", "yuecheng-1")).toContain("还没有申报");
  });

  step(
    "what was read of a refused message is offered, without 其余均符合, which is open until the rest is clear",
    async () => {
      const answer = await says("要求 柯岩人家 其余均符合 不符合 4-1、9-1 党员六成");

      expect(answer).toContain("“六成”应写数字");
      expect(answer).toContain("已识别：不符合 4-1、9-1。“其余均符合”待以上内容明确后再写。");
      expect(answer).toContain("[记录其余2项]");
      expect(await says("要求 柯岩人家 其余均符合 不符合 七杠三")).toContain("此前所写的4-1为不符合，尚未记录");
    },
  );

  step("below the open card answers need no command in front", async () => {
    await world.as("keqiao-2").says("要求 柯岩人家");

    expect(await says("九之一不符合 三之一尚不清楚")).toContain("与原来填报的相同，未作改动。");
    expect(await says("收到")).not.toContain("要求未保存");
  });
});

describe("lists of the city", () => {
  const SATISFACTION = "2022年业主满意度.xlsx";

  step("with a row that cannot be read nothing is taken, and each such row is named", async () => {
    const wrong = await list("满意度", [
      ["鉴湖新村", "杭州市", 97, "是"],
      ["柯岩人家", "柯桥区", "优", "否"],
    ]);
    expect(await drops(SATISFACTION, wrong)).toContain("[作为满意度名单]");

    const answer = await says(`导入满意度名单 ${SATISFACTION}`, "maxiaohan");

    expect(answer).toContain("未导入，原名单不变");
    expect(answer).toContain("第3行所属“杭州市”有误，本活动中没有这一名称；第4行“优”不是数值");
    expect(await says("市级名单", "maxiaohan")).toContain("业主满意度：尚未导入");
  });

  step("are for the organizer, fill the clause for everybody, and are replaced by a new version", async () => {
    const right = await list("满意度", [
      ["鉴湖新村小区", "柯桥区", 97, "是"],
      ["柯岩人家", "柯桥区", 80, "否"],
    ]);
    expect(await drops(SATISFACTION, right, "keqiao-1")).not.toContain("名单]");
    await drops(SATISFACTION, right);
    const { news } = await world.as("maxiaohan").opensLink("作为满意度名单");

    const told = read(answerIn(news));
    expect(told).toContain("业主满意度名单第1版已导入，共2行：位于前列的1行，待核实0行。");
    expect(told).toContain("已申报的2个中，位于所列范围的1个。");
    expect(await says("要求 鉴湖新村", "keqiao-1")).toContain(
      "10-2　满意度位于全市前5%（或投诉率位于全市后5%）：符合（业主满意度：位于全市前列",
    );
    const complaints = await list("投诉件数", [["柯岩人家", "柯桥区", 0, "是"]]);
    await drops("投诉.xlsx", complaints);
    expect(await says("导入投诉名单 投诉.xlsx", "maxiaohan")).toContain("记为待核实的：鉴湖新村");
    expect(await drops(SATISFACTION, right)).toContain("将替换现有的第1版");
  });
});

describe("附件1 beside the points", () => {
  step("what differs is shown to the clerk before 提交定稿", async () => {
    const person = world.as("keqiao-1");
    await acts().reviews(asPlayed(BY_WORDS));
    await person.says("初评 鉴湖新村");
    for (const [at, section] of asPlayed(BY_CARD).points.entries()) {
      await person.says(`${"一二三四"[at]} ${section.join(" ")}`);
    }
    const asked = read(answerIn(await person.says("提交定稿 鉴湖新村")));

    expect(asked).toContain("要求与评分有以下不一致，请核对（系统建议，非文件规定）：");
    expect(asked).toContain("附件1第10-2项填报为符合，条目3-2得0分");
    expect(asked).toContain("条目2-2得3分，而业主组织成员中的党员占比50%：党员3人，成员6人，未达到");
    await person.says("确认定稿 鉴湖新村");
  });

  step("at 推荐 what is not met asks for a reason, and what differs is shown", async () => {
    const person = world.as("keqiao-1");
    await person.says("推荐");
    expect(await cardOf("柯桥区　推荐名单", "keqiao-1")).toContain("附件1第8-2、9-1项不符合，第3-1项待核实");
    expect(read(answerIn(await person.says("1-2")))).toContain("要求不符合的理由");
    await person.says("物业费正在催缴，9月底前可达标");
    expect(read(answerIn(await person.says("同上，年内整改")))).toContain(
      "「物业费正在催缴，9月底前可达标，年内整改」",
    );
    const ready = read(answerIn((await person.opensLink("与上一项相同并补充")).news));

    expect(ready).toContain("理由：物业费正在催缴，9月底前可达标");
    expect(ready).toContain("理由：物业费正在催缴，9月底前可达标，年内整改");
    expect(ready).toContain("要求待核实的，未明确之前不予公布。");
    expect(ready).toContain("鉴湖新村：附件1第10-2项填报为符合，条目3-2得0分");
    expect(ready).toContain("以下尚缺，不影响报送，请尽快补齐：");
    expect(ready).toMatch(/：证明材料缺\d+条（共25条）；.*意见已登记0\/4；申报表“审批单位”未填写/);
    await person.says("报送");
  });

  step("the city sees it at 择优", async () => {
    await world.as("maxiaohan").says("择优");

    const card = await cardOf("择优", "maxiaohan");
    expect(card).toContain("附件1第8-2、9-1项不符合");
    expect(card).toContain("附件1第10-2项填报为符合，条目3-2得0分");
    expect(await says("要求 鉴湖新村", "approver")).toContain("附件1要求：鉴湖新村");
  });
});

describe("the journal", () => {
  step("holds lists and answers", async () => {
    const database = await connect(world);
    const rows = await database.query<{ action: string }>(
      "select distinct action from journal_entry where action like 'requirements.%' or action like 'reference-list.%' order by 1",
    );
    await database.close();

    expect(rows.map(({ action }) => action)).toEqual(["reference-list.applied", "requirements.answered"]);
    expect(compounds.length).toBeGreaterThan(0);
  });
});
