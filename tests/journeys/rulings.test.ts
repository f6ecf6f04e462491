import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { exportPhrases } from "../../src/campaign/export/phrases.ts";
import { rulingPhrases } from "../../src/campaign/ruling/phrases.ts";
import { shaoxing } from "../campaign/definition/support/shaoxing.ts";
import { connect } from "./database.ts";
import { copyFolder, edit } from "./folder.ts";
import { cardTexts, read, readAll, refusal, said } from "./reading.ts";
import { receivedWorkbook } from "./received-workbook.ts";
import { nouns } from "./shaoxing-words.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";

const R14 = "全市排名以谁的总分为准：核验修正后的区级初评分，还是市级自评分？";
const R10 = "公布前是否公示？公示几天？";
const DISTRICT_FIRST = "以核验修正后的区级初评分为准";

const step = story();
let folder: string;
let world: World;

/** The deputy is an approver too, so that there are two. */
beforeAll(async () => {
  folder = await copyFolder();
  await edit(folder, "roster.yaml", [
    [
      `title: 活动副联系人\n    mobile: "19900000002"\n    roles: [{ role: organizer }]`,
      `title: 活动副联系人\n    mobile: "19900000002"\n    roles: [{ role: organizer }, { role: approver }]`,
    ],
  ]);
  world = await startWorld({ environment: { CAMPAIGN: folder } });
});
afterAll(async () => {
  await world.end();
  await rm(dirname(folder), { recursive: true, force: true });
});

const answer = async (userId: string, text: string): Promise<string> =>
  readAll((await world.as(userId).says(text)).filter(({ kind }) => kind === "markdown")).join("\n---\n");
const newestCard = async (userId: string): Promise<string> => cardTexts(await world.as(userId).messages()).at(-1) ?? "";

describe("口径 before anything is answered", () => {
  step("the list names what is open; the defaults come by pages, with who carries them out", async () => {
    const lines = (await answer("maxiaohan", "口径")).split("\n");

    expect(lines.slice(0, 6)).toEqual([
      "### 口径：对实施方案的理解",
      "共35条：待明确2条，待审批领导确认0条，已答复0条，其余按默认口径执行。",
      `**${rulingPhrases.openHeading()}**`,
      `- R10 ${R10}明确之前不能公布。`,
      `- R14 ${R14}明确之前不显示全市排名，也不能公布。`,
      rulingPhrases.defaultsLeftOut(33),
    ]);
    const pages = [
      await answer("maxiaohan", "全部口径"),
      await answer("maxiaohan", "全部口径 2"),
      await answer("maxiaohan", "全部口径 3"),
    ];
    expect(pages.map((page) => page.split("\n").filter((line) => /^- R\d+ /.test(line)).length)).toEqual([12, 12, 9]);
    expect(pages[0]).toContain("- R9 市级名单是否必须正好10个？默认：正好10个。超过10个不予公布；少于10个须有口径。");
    expect(pages[0]).toContain("默认：留空，建议填写市住房和城乡建设局。（由人工执行）");
  });

  step("in a group it gives numbers only", async () => {
    const group = await world.groupId("美好家园活动群");

    const replies = readAll(await world.as("maxiaohan").says("口径", { in: group }));

    expect(replies).toEqual([
      said(
        "### 口径：对实施方案的理解",
        "共35条：待明确2条，待审批领导确认0条，已答复0条，其余按默认口径执行。",
        rulingPhrases.groupLine(),
      ),
    ]);
  });

  step("a district reads, and records nothing", async () => {
    expect(await answer("keqiao-1", `口径 R14 ${DISTRICT_FIRST}`)).toBe(refusal(rulingPhrases.mayNotRecord(shaoxing)));
  });

  step("an answer the engine could not follow is not recorded; the forms it understands are named", async () => {
    expect(await answer("maxiaohan", "口径 R14 看着办")).toBe(
      said("### 口径答复", "R14由谁确认？请回复【审批领导】的序号或姓名：1.副联系人，2.审批领导。"),
    );
    expect(await answer("maxiaohan", "审批领导")).toBe(
      refusal(rulingPhrases.unclear("R14", "「以核验修正后的区级初评分为准」「以市级自评分为准」")),
    );
    await answer("maxiaohan", "取消");
  });

  step("an unknown number is said to be unknown", async () => {
    expect(await answer("maxiaohan", "口径 R99 是")).toBe(refusal(rulingPhrases.unknown("R99")));
  });
});

describe("口径 answered in words", () => {
  step("with two approvers it is asked who confirms, then recorded for that one", async () => {
    await answer("maxiaohan", `口径 R14 ${DISTRICT_FIRST}；理由：区级初评在先`);

    expect(await answer("maxiaohan", "2")).toBe(
      said(
        "### 口径 R14　已记录，待确认",
        "**拟答复**：以核验修正后的区级初评分为准",
        "**据此执行**：全市排名以区级初评分（核验修正后）为准",
        "**影响**：不影响现有申报",
        "**生效**：自确认之时起",
        "**理由**：区级初评在先",
        "**确认人**：审批领导",
        "**记录**：马小涵，8月9日（周三）09:00",
        rulingPhrases.recordedText("R14", "审批领导"),
      ),
    );
  });

  step("the named approver has a card with the question, the answer and two buttons", async () => {
    expect(await newestCard("approver")).toBe(
      said(
        "口径 R14（第1版）请确认 待确认",
        `问：${R14}`,
        "现行：尚未明确，须由审批领导答复",
        "拟答复：以核验修正后的区级初评分为准",
        "据此执行：全市排名以区级初评分（核验修正后）为准",
        "影响：不影响现有申报",
        "生效：自确认之时起",
        "理由：区级初评在先",
        "确认人：审批领导",
        "记录：马小涵，8月9日（周三）09:00",
        "决定依据：（空，提示：可以后登记）",
        "会议或签批日期：（空）",
        "文号：（空，提示：例如〔2023〕12号，可以后登记）",
        "审批意见：（空，提示：200字以内）",
        "[确认口径]",
        "[不同意口径（另写意见）]",
        rulingPhrases.confirmFootnote("R14"),
      ),
    );
  });

  step("another approver cannot confirm it, an organizer neither", async () => {
    expect(await answer("deputy", "确认口径 R14")).toBe(refusal(rulingPhrases.notNamed("R14", "审批领导")));
    expect(await answer("maxiaohan", "确认口径 R14")).toBe(refusal(dispatchPhrases.mayNot("确认口径", "活动联系人")));
    expect(await answer("keqiao-1", "依据 R14")).toContain("答（待明确）：尚未明确，须由审批领导答复。");
  });

  step("confirmed, it is in force with who and when; a second confirmation says so", async () => {
    expect(await answer("approver", "确认口径 R14")).toBe(
      said("### 口径 R14　已确认", "R14的答复已确认：以核验修正后的区级初评分为准。即时生效。"),
    );
    expect(await answer("keqiao-1", "依据 R14")).toContain(
      `答（已明确）：以核验修正后的区级初评分为准（审批领导 8月9日）`,
    );
    expect(await answer("approver", "确认口径 R14")).toBe(
      refusal("R14第1版答复已于8月9日（周三）09:00确认，未作任何改动。"),
    );
  });

  step("a new answer takes the place of one that still waits: that one can no longer be confirmed", async () => {
    await answer("maxiaohan", "口径 R10 不公示");
    await answer("maxiaohan", "审批领导");
    await answer("maxiaohan", "口径 R10 公示5个工作日");
    await answer("maxiaohan", "审批领导");

    const titles = cardTexts(await world.as("approver").messages()).map((text) => text.split("\n")[0]);
    expect(titles).toContain("口径 R10（第1版） 已由新的答复替代");
    expect(titles).toContain("口径 R10（第2版）请确认 待确认");
    const old = (await world.as("approver").messages()).find(({ card }) => card?.text.includes("R10（第1版）"))?.card;
    const { toast } = await world.call<{ toast?: string }>("/users/approver/callback", {
      outTrackId: old?.outTrackId,
      actionIds: ["x"],
      params: { action: "ruling.confirm", subject: "R10@1", v: String(old?.version) },
    });
    expect(toast).toBe("R10第1版答复已由新的答复替代，无须再确认，未作任何改动。");
    expect(await answer("keqiao-1", "依据 R10")).toContain("答（待明确）");
  });

  step("not agreed to, it changes nothing, and whoever recorded it is told", async () => {
    const { toast } = await world.as("approver").presses("不同意口径（另写意见）");

    expect(toast).toBe(rulingPhrases.askOpinion("R10"));
    expect(await answer("approver", "请先征求各区意见")).toBe(
      said("### 口径 R10　未同意", rulingPhrases.declined("R10")),
    );
    expect((await world.as("maxiaohan").messages()).map(read).at(-1)).toBe(
      said("### 口径 R10　未同意", rulingPhrases.toldDeclined("R10", "审批领导", "公示5个工作日", "请先征求各区意见")),
    );
    expect(await newestCard("approver")).toContain("审批意见：请先征求各区意见");
  });

  step("what was not read is shown before anything is recorded; 取消 leaves nothing", async () => {
    await answer("maxiaohan", "口径 R12 不超过5个，老旧小区不计");
    expect(await answer("maxiaohan", "审批领导")).toBe(
      said(
        "### 口径 R12　请核对",
        "**拟答复**：不超过5个，老旧小区不计",
        "**系统的理解**：每个地区最多推荐5个",
        `**未能识别**：${rulingPhrases.rest("老旧小区不计")}`,
        "**影响**：不影响现有申报",
        "**确认人**：审批领导",
        rulingPhrases.echoText("审批领导"),
        "[确认记录]",
      ),
    );
    await answer("maxiaohan", "取消");
    expect(await answer("maxiaohan", "确认记录")).toBe(refusal(rulingPhrases.nothingToKeep()));
  });

  step("two numbers that could be it are asked about", async () => {
    await answer("maxiaohan", "口径 R10 公示5天或7天");

    expect(await answer("maxiaohan", "审批领导")).toBe(
      said("### 口径 R10　请核对", rulingPhrases.several(["5天", "7天"])),
    );
    await answer("maxiaohan", "取消");
  });

  step("R10 says early what is still possible", async () => {
    expect(await answer("maxiaohan", "口径 R10")).toContain(
      "- 公示5个工作日止于10月13日的，首日不计入须10月8日开始，首日计入须10月9日开始",
    );
    expect(await answer("maxiaohan", "口径 R10")).toContain(
      "公示于10月13日24:00期满的，10月14日起可以公布（休息日，其后第一个工作日为10月16日）；须在截止前的工作日公布的，公示应不迟于10月12日期满。" +
        "公布市级名单的截止日为10月14日；10月13日（周五）17:00是请尽量在此前完成的时间，不是截止时间，与公示期满的时间不矛盾。",
    );
    await answer("maxiaohan", "取消");
  });
});

describe("口径 by cards only", () => {
  step("the organizers' card comes with the first stage and opens a card for one ruling", async () => {
    await world.advanceTo("2023-08-10T09:00:00+08:00");
    expect((await newestCard("maxiaohan")).split("\n")).toEqual([
      "口径：对实施方案的理解",
      "共35条：待明确1条，待审批领导确认0条，已答复1条，其余按默认口径执行。",
      "待明确（没有默认口径）",
      `- R10 ${R10}明确之前不能公布。`,
      "已答复",
      `- R14 ${R14}答：${DISTRICT_FIRST}`,
      rulingPhrases.defaultsLeftOut(33),
      "选择口径：（空）",
      "或填其他口径的编号：（空，提示：例如：R1）",
      "[查看并答复]",
      "[口径 R10]",
      "[全部口径]",
      "[导出口径]",
      "记录答复请发送「口径 编号 答复」，例如「口径 R10 公示5天」。查看一条请发送「口径 R10」。",
    ]);

    expect((await world.as("maxiaohan").submits({}, { form: "ruling" })).toast).toBe(rulingPhrases.chooseOne());
    await world.as("maxiaohan").submits({ other: "R1" }, { form: "ruling" });
    expect((await newestCard("maxiaohan")).split("\n")[0]).toBe("口径 R1 默认口径");
    await world.as("maxiaohan").presses("其余口径");
    await world.as("maxiaohan").presses("全部口径");
    await world.as("maxiaohan").submits({ ruling: "R1" }, { form: "ruling" });

    expect((await newestCard("maxiaohan")).split("\n")[0]).toBe("口径 R1 默认口径");
  });

  step("an answer that moves a date says so before it is confirmed, and the cards follow", async () => {
    await world.advanceTo("2023-08-21T09:00:00+08:00");
    const values = { answer: "截至9月28日", approver: "approver" };
    const { toast } = await world.as("maxiaohan").submits(values, { form: "answer" });
    expect(toast).toBe(rulingPhrases.recordedToast("R1", "审批领导"));
    expect((await newestCard("approver")).split("\n")).toContain("影响：推荐名单由9月30日改为9月28日");

    await world.as("approver").submits({}, { form: "confirm" });

    const stage =
      cardTexts(await world.as("keqiao-1").messages())
        .at(-1)
        ?.split("\n") ?? [];
    expect(stage[0]).toBe("【第二阶段】组织实施　9月28日前报推荐名单 进行中");
    expect(await answer("keqiao-1", "进度")).toContain(
      "**推荐名单**：尚未报送；9月28日前，请尽量于9月28日（周四）17:00前",
    );
  });

  step("confirmed for a later day, it is in force from that day on", async () => {
    await world.as("maxiaohan").presses("口径 R10");
    const values = { answer: "公示5天", approver: "approver", effectiveOn: "2023-09-01" };
    await world.as("maxiaohan").submits(values, { form: "answer" });

    const { toast } = await world.as("approver").submits({}, { form: "confirm" });

    expect(toast).toBe("R10的答复已确认：公示5天。自9月1日（周五）00:00起生效。");
    expect(await answer("keqiao-1", "依据 R10")).toContain("答（待明确）");
    const fired = await world.advanceTo("2023-09-01T00:00:00+08:00");
    expect(fired.filter(({ kind }) => kind === "ruling.effect").map(({ dueAt }) => dueAt)).toEqual([
      "2023-09-01T00:00:00+08:00",
    ]);
    expect(await answer("keqiao-1", "依据 R10")).toContain("答（已明确）：公示5天（审批领导 8月21日）");
  });

  step("answered again, version 2 takes version 1's place", async () => {
    await answer("deputy", "口径 R14 以市级自评分为准");
    await answer("deputy", "审批领导");
    await world.as("approver").submits({}, { form: "confirm" });

    expect(await answer("keqiao-1", "依据 R14")).toContain("答（已明确）：以市级自评分为准（审批领导 9月1日）");
    const database = await connect(world);
    const rows = await database.query<{ name: string; state: string; value: unknown }>(
      "select ruling || '@' || version as name, state, value from ruling_answer order by ruling, version",
    );
    await database.close();
    expect(rows).toEqual([
      { name: "R1@1", state: "confirmed", value: { on: "09-28", inclusive: true } },
      { name: "R10@1", state: "superseded", value: { days: 0, workingDays: false } },
      { name: "R10@2", state: "declined", value: { days: 5, workingDays: true } },
      { name: "R10@3", state: "confirmed", value: { days: 5, workingDays: false } },
      { name: "R14@1", state: "confirmed", value: { basis: "district" } },
      { name: "R14@2", state: "confirmed", value: { basis: "city" } },
    ]);
  });

  step("the sheet confirms all defaults together but the excepted, with what that rests on", async () => {
    const sent = await answer("maxiaohan", "口径汇总");
    expect(sent).toContain("《口径汇总表》已送副联系人、审批领导，由审批领导一并确认。");
    const card = (await newestCard("approver")).split("\n");
    expect(card[0]).toBe("口径汇总表：实施方案的默认口径 28条待确认");
    expect(card).toContain("- R4 带有门槛的条目，达到得满分、达不到不得分，还是可以酌情给分？须于8月21日前单独答复");
    expect(card).toContain("- R1、R10、R14：已答复");
    expect(await answer("approver", "确认汇总表 除R99")).toBe(
      refusal("R99不在待一并确认的默认口径中，未作任何改动。请核对编号后重新发送。"),
    );

    expect(await answer("approver", "确认汇总表 除R3、R12外，经8月18日局长办公会研究同意，〔2023〕12号")).toBe(
      said("### 口径汇总", "已一并确认26条默认口径，R3、R12除外。依据：8月18日局长办公会，〔2023〕12号。"),
    );
    expect(await answer("keqiao-1", "依据 R2")).toContain("答（已明确）：包括10月20日当天。");
    expect(await answer("keqiao-1", "依据 R3")).toContain("答（默认口径）：按整数打分。");
    expect((await answer("maxiaohan", "口径")).split("\n")[1]).toBe(
      "共35条：待明确0条，待审批领导确认0条，已答复29条，其余按默认口径执行。",
    );
  });

  step("a default that has to be answered by itself is answered by one word", async () => {
    await answer("maxiaohan", "口径 R4 按默认");
    await answer("maxiaohan", "审批领导");
    const confirmed = await answer("approver", "确认口径 R4 经8月18日签批");

    expect(confirmed).toContain(
      "达不到得0分；4-4、4-7另行明确之前可酌情给分。即时生效。依据：8月18日签批，依据文件待登记。",
    );
    expect(await answer("maxiaohan", "登记依据 R4 经8月18日签批，〔2023〕15号")).toContain(
      "已登记R4的依据：8月18日签批，〔2023〕15号。",
    );
  });

  step("the printed sheet says of every ruling who decided it, when, on what, and who carries it out", async () => {
    const messages = await world.as("approver").says("导出 口径");
    const { name, sheet, rows } = await receivedWorkbook(world, messages);
    const row = (id: string) => rows.find(([first]) => first === id)?.slice(1);

    expect([name, sheet]).toEqual(["2023年度绍兴市“美好家园”活动口径汇总表.xlsx", "口径汇总表"]);
    expect(rows[2]).toEqual(["编号", "问题", "出处", "口径", "状态", "确认人", "确认时间", "决定依据", "执行"]);
    expect(row("R4")?.slice(3)).toEqual([
      ...["已确认", "审批领导", "2023-09-01", "8月18日签批，〔2023〕15号"],
      "系统执行：2-2、3-1、3-2、3-3只能打满分或0分，4-4、4-7可酌情给分",
    ]);
    expect(row("R3")?.slice(2)).toEqual([
      "按整数打分。以后放宽的，已打分数继续有效。",
      "默认口径",
      null,
      null,
      null,
      "系统执行：打分以1分为一档",
    ]);
    expect(row("R11")?.at(-1)).toBe("由人工执行");
    expect(rows.filter(([id]) => String(id).startsWith("R")).length).toBe(35);
  });

  step("an auditor exports it too, a district does not", async () => {
    const { rows } = await receivedWorkbook(world, await world.as("auditor").says("导出 口径"));

    expect(rows.some(([id]) => id === "R35")).toBe(true);
    expect(await answer("keqiao-1", "导出 口径")).toBe(refusal(exportPhrases.rulingsNotYours(nouns)));
  });

  step("the journal gives the same tables back", async () => {
    const database = await connect(world);
    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
  });
});
