import type ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { consultationRefusals as refusals } from "../../src/campaign/consultation/phrases.ts";
import { replySheetPhrases } from "../../src/campaign/consultation/workbook/phrases.ts";
import { connect } from "./database.ts";
import { asFile, cellsOf, workbookIn } from "./edited-workbook.ts";
import { answerIn, read, refusal } from "./reading.ts";
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

/** The person's newest card with this beginning. */
async function cardOf(userId: string, beginning: string): Promise<string> {
  const cards = (await world.as(userId).messages()).flatMap((message) => (message.card ? [read(message)] : []));
  return cards.findLast((text) => text.startsWith(beginning)) ?? "";
}

/** Everything the person was told, as they read it now. */
const heard = async (userId: string): Promise<string> => (await world.as(userId).messages()).map(read).join("\n");

const lineWith = (text: string, words: string): string => text.split("\n").find((line) => line.includes(words)) ?? "";

const ILLEGAL = "瓜渚湖畔";
const ACCIDENT = "柯岩新村";

describe("征求意见", () => {
  step(
    "begins with a letter; who may not read replies is told so, a department that is not asked is named",
    async () => {
      expect(await says("maxiaohan", "登记回复 信访 全部无异议 回复人 张科长")).toBe(refusal(refusals.noLetter()));
      expect(await says("maxiaohan", "登记回复 市水利局 全部无异议 回复人 张科长")).toContain(
        "请写明部门，未办理。征求意见的部门有：市应急管理局、市消防救援支队、市综合行政执法局、市市场监督管理局、市信访局。",
      );
      expect(await says("keqiao-1", "征求意见")).toContain("不在您的权限内");
      expect(await says("team-lead", "征求意见")).toContain("不在您的权限内");

      expect(await says("maxiaohan", "导出 征求意见函")).toContain(
        "已导出5个部门的征求意见函（草稿）和回复表，征求12个小区。",
      );

      expect(await says("maxiaohan", "受理情况")).toContain(
        "征求意见：市应急管理局、市消防救援支队、市综合行政执法局、市市场监督管理局、市信访局尚未全部回复；不影响核验。",
      );
      expect(await says("team-lead", "受理情况")).not.toContain("征求意见");
      await says("maxiaohan", "待办");
      expect(await cardOf("maxiaohan", "待办")).toContain(
        "征求意见：市应急管理局、市消防救援支队、市综合行政执法局等5个部门尚未全部回复，收到后请登记",
      );
    },
  );

  step("takes in replies in words, each once", async () => {
    expect(await says("maxiaohan", "登记回复 信访 全部无异议 回复人 张科长")).toContain(
      "已登记市信访局对12个小区的回复。",
    );
    expect(await says("maxiaohan", "登记回复 信访 全部无异议 回复人 张科长")).toBe(
      refusal(refusals.allAnswered("市信访局")),
    );
    expect(await says("maxiaohan", `登记回复 信访 ${ILLEGAL} 无异议 回复人 张科长`)).toContain(
      "市信访局的回复与已登记的相同，未重复登记。",
    );
    expect(await says("maxiaohan", `登记回复 综合执法 ${ILLEGAL} 有情况 8-1 多收费 回复人 李队`)).toContain(
      "8-1不在向该部门征求意见的范围内，未登记。",
    );
    expect(
      await says(
        "maxiaohan",
        `登记回复 综合执法 ${ILLEGAL} 有情况 7-3 9月1日查实东门有违规搭建 9月28日回复 回复人 李队`,
      ),
    ).toContain("其中1个与申报不一致或申报未明确，已报审批领导认定。");
  });

  step("shows a contradiction to the city as 待核实, and to the district nothing before it is decided", async () => {
    await says("maxiaohan", `查看 ${ILLEGAL} 要求`);
    const seen = await cardOf("maxiaohan", `柯桥区　${ILLEGAL}`);
    expect(lineWith(seen, "- 7-3")).toContain("待核实（市综合行政执法局9月28日回复有情况，待认定）");
    expect(lineWith(seen, "- 市综合行政执法局：有情况")).toBe(
      "- 市综合行政执法局：有情况：9月1日查实东门有违规搭建；涉及7-3设施与秩序（申报：未填报）；9月28日回复，李队；待认定",
    );
    await says("keqiao-1", `查看 ${ILLEGAL} 要求`);
    const own = await cardOf("keqiao-1", `柯桥区　${ILLEGAL}`);
    expect(own).not.toContain("执法局");
    expect(lineWith(own, "- 7-3")).not.toContain("待核实");
    expect(lineWith(await says("maxiaohan", "择优"), ILLEGAL)).toContain("附件1第7-3项待核实");
    await says("maxiaohan", "取消");
  });

  step(
    "is decided by the approver with an opinion and what it rests on; the district hears what was decided",
    async () => {
      await says("approver", "待我审批");
      expect(await cardOf("approver", "待我审批")).toContain(
        `部门意见：市综合行政执法局就${ILLEGAL}反映的情况待您认定`,
      );
      await world.as("approver").says("审批部门意见");
      expect((await world.as("approver").submits({ verdict: "upheld" })).toast).toBe(refusals.noOpinion());
      await world.as("approver").submits({ verdict: "upheld", opinion: "经9月28日局长办公会研究同意，现场核实属实" });

      expect(await heard("keqiao-1")).toContain(
        `市级征求市综合行政执法局意见并核实，${ILLEGAL}的附件1第7-3项认定为不符合。如有不同意见，请联系市级。`,
      );
      const own = await cardOf("keqiao-1", `柯桥区　${ILLEGAL}`);
      expect(lineWith(own, "- 7-3")).toContain("不符合（市综合行政执法局9月28日回复，已认定属实）");
      expect(own).not.toContain("违规搭建；");
      expect(await cardOf("maxiaohan", `柯桥区　${ILLEGAL}`)).toContain(
        "认定属实：现场核实属实（9月28日局长办公会，依据文件待登记）",
      );
      expect(await says("approver", `认定属实 ${ILLEGAL} 综合执法 属实`)).toBe(refusal(refusals.nothingWaits()));
    },
  );

  step("opens what was decided for a supplement only, which the approver decides again", async () => {
    expect(await says("maxiaohan", `登记回复 综合执法 ${ILLEGAL} 无异议 回复人 李队`)).toContain(
      "的回复已由审批领导认定，未作任何改动。",
    );
    await says("maxiaohan", `登记回复 综合执法 ${ILLEGAL} 无异议 补充来函，已拆除 回复人 李队`);
    const own = await cardOf("keqiao-1", `柯桥区　${ILLEGAL}`);
    expect(lineWith(own, "- 7-3")).toContain("不符合");
    expect(await says("approver", `认定不属实 ${ILLEGAL} 综合执法 已整改`)).toContain("反映的情况不属实或不影响。");
    expect(lineWith(await cardOf("keqiao-1", `柯桥区　${ILLEGAL}`), "- 7-3")).not.toContain("不符合");
  });

  step("an accident that is upheld keeps the case out, whatever was declared", async () => {
    await says("maxiaohan", `登记回复 应急管理 ${ACCIDENT} 有情况 2022年5月发生人员伤亡事故 应急函〔2023〕5号`);
    expect(await says("approver", `认定属实 ${ACCIDENT} 已核实`)).toContain("已认定市应急管理局反映的情况属实。");
    expect(await heard("keqiao-1")).toContain(
      `“${ACCIDENT}”：市应急管理局9月28日回复有安全责任事故，已认定属实，不得参与`,
    );
    expect(await says("maxiaohan", `登记回复 应急管理 ${ACCIDENT} 无异议 回复人 王科长`)).toBe(
      refusal(refusals.left(ACCIDENT, false)),
    );
    expect(await says("maxiaohan", "受理情况")).toContain("**可参评**：11个小区");
  });

  step(
    "takes in a workbook by its 校验号: what is wrong is named, what differs is shown, and it is taken once",
    async () => {
      const given = await world.as("maxiaohan").says("导出 征求意见函 市消防救援支队");
      const { name, book } = await workbookIn(world, given);
      const drops = async (): Promise<string> =>
        read(answerIn(await world.as("maxiaohan").drops(await asFile(name, book))));
      const sheet = book.getWorksheet("回复表");
      const cell = cellsOf(sheet, "小区名称");
      fill(cell, "稽山花园", { 意见: "无异议", 回复日期: "2023-09-28", 回复人或文号: "赵参谋" });
      fill(cell, "鉴湖雅苑", { 意见: "好的", 涉及内容: "7-2", 情况说明: "消防泵故障", 回复人或文号: "赵参谋" });
      expect(await drops()).toContain("“鉴湖雅苑”的意见“好的”不能识别，请填“无异议”或“有情况”。");

      cell("鉴湖雅苑", "意见").value = "有情况";
      const title = sheet?.getCell(1, 1);
      if (title) title.value = "征求意见回复表：市信访局";
      expect(await drops()).toContain(replySheetPhrases.problems.otherDepartment("市信访局", "市消防救援支队"));

      if (title) title.value = "征求意见回复表：市消防救援支队";
      expect(await drops()).toContain("- 鉴湖雅苑：有情况，涉及7-2，消防泵故障，赵参谋");
      expect(await says("maxiaohan", "采用回复表")).toContain("已登记市消防救援支队对2个小区的回复。其中1个");
      expect(await says("maxiaohan", "采用回复表")).toBe(refusal(replySheetPhrases.nothingKept()));
      expect(await drops()).toContain("与已登记的相同，没有可采用的内容。");
    },
  );

  step("keeps the auditor's look, and the journal replays to what the tables hold", async () => {
    expect(await says("auditor", "征求意见")).toContain("鉴湖雅苑（越城区）：市消防救援支队：有情况：消防泵故障");
    const database = await connect(world);
    const looks = await database.query<{ n: number }>(
      "select count(*)::int as n from journal_entry where action = 'consultation.seen'",
    );
    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(looks).toEqual([{ n: 1 }]);
    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
  });
});

function fill(
  cell: (id: string, column: string) => ExcelJS.Cell,
  name: string,
  values: Readonly<Record<string, string>>,
): void {
  for (const [column, value] of Object.entries(values)) cell(name, column).value = value;
}
