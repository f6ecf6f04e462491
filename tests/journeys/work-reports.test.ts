import { afterAll, beforeAll, describe, expect } from "vitest";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { contentsPhrases } from "../../src/campaign/work-report/contents/phrases.ts";
import { workReportPhrases } from "../../src/campaign/work-report/phrases.ts";
import { line, wordOf } from "../platform/documents/support/word.ts";
import { connect } from "./database.ts";
import { answerIn, cardTexts, read, readAll, refusal, said } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const TYPES = "docx、doc、wps、pdf、ofd、rtf、txt";
const OWING = ["yuecheng", "shangyu", "shengzhou", "xinchang"];

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("8月9日");
});
afterAll(() => world.end());

const answer = async (userId: string, text: string, conversationId?: string): Promise<string> =>
  readAll((await world.as(userId).says(text, { in: conversationId })).filter(({ kind }) => kind === "markdown")).join(
    "\n",
  );

/** The card that 待办 brings. */
const toDo = async (userId: string): Promise<string> => read(answerIn(await world.as(userId).says("待办")));

async function drops(userId: string, name: string, { bytes, text }: { bytes: string; text?: string }): Promise<string> {
  return (await world.as(userId).drops({ name, content: bytes }, { text }))
    .filter(({ kind }) => kind === "markdown")
    .map(read)
    .join("\n");
}

/** Title and status of the person's newest reminder. */
const reminder = async (userId: string): Promise<string | undefined> =>
  cardTexts(await world.as(userId).messages())
    .map((text) => text.split("\n")[0] ?? "")
    .findLast((title) => /^【(提醒|催办)】/.test(title));

/** Nobody has applied or sent a list, so these are owed too. */
const ALL_OWED = "【催办】待办3项 已逾期";
const BUT_THE_REPORT = "【催办】待办2项 已逾期";

const reminderDays = (fired: readonly { kind: string; dueAt: string }[]): string[] =>
  fired.filter(({ kind }) => kind === "reminder.rung").map(({ dueAt }) => dueAt.slice(0, 10));

/** The cards that take a report or say that it is in. */
const reportCards = async (userId: string): Promise<string[]> =>
  cardTexts(await world.as(userId).messages()).filter((text) => /^\S+[区县市]　工作报告/.test(text));

describe("a work report before its stage", () => {
  step("工作报告 shows a form and takes a file too", async () => {
    await world.advanceTo("2023-10-10T10:00:00+08:00");
    await world.as("keqiao-1").says("工作报告");

    expect(await reportCards("keqiao-1")).toEqual([
      said(
        "柯桥区　工作报告",
        "请在下方填写【工作报告】的文字，或点击「分项填写」逐项填写，也可在此发送文件（docx、pdf等）。内容包括活动开展情况、主要做法成效、存在问题、下一步工作建议，10月20日前报市建设局。请以一句话写明经验做法在辖区内推广实施的情况。可一并反映城镇老旧小区改造、社会组织、效果共评等方面的做法。总结提升自10月15日起，现在报送的须再确认一次。暂不报送请回复「取消」。",
        "工作报告（必填）：（空，提示：必填，活动开展情况、主要做法成效、存在问题、下一步工作建议；也可在单聊中发送文件）",
        "[报送工作报告]",
        "[分项填写]",
        "依据：实施方案“三、工作安排”第（四）项。四个部分一并报送或逐项填写均可。",
      ),
    ]);
  });

  step("a file of an unknown type is refused by name, and the question stays open", async () => {
    expect(await drops("keqiao-1", "程序.exe", { bytes: "MZ" })).toBe(
      refusal(`《程序.exe》不是可接收的报告文件，未作任何改动。可发送${TYPES}文件，或直接回复报告文字。`),
    );
    expect(await drops("keqiao-1", "没有扩展名", { bytes: "%PDF-1.4" })).toContain(
      "《没有扩展名》不是可接收的报告文件",
    );
  });

  step("a pdf dropped while the question is open is the report, once it is confirmed that it comes early", async () => {
    expect(await drops("keqiao-1", "柯桥区工作报告.pdf", { bytes: "%PDF-1.4 报告" })).toBe(
      said(
        "### 柯桥区　工作报告待确认（尚未报送）",
        "**内容**：文件《柯桥区工作报告.pdf》",
        "总结提升自10月15日起，请确认是否现在报送。",
        "[仍然报送]",
        "[不报送]",
        workReportPhrases.doubtFootnote(),
      ),
    );
    expect(await answer("maxiaohan", "工作报告 柯桥区")).toContain("尚未收到");
    expect(await answer("keqiao-1", "仍然报送工作报告")).toBe(
      said(
        "### 柯桥区　工作报告已收到（第1版）",
        "**内容**：文件《柯桥区工作报告.pdf》",
        "**时间**：10月10日（周二）10:00",
        "**报送人**：柯桥区经办人1",
        "**待补充**：活动开展情况、主要做法成效、存在问题、下一步工作建议、推广实施（请发送「补充工作报告 活动开展情况：具体内容」）",
        "[撤回工作报告]",
        workReportPhrases.receivedFootnote(),
      ),
    );
    // Of a PDF nothing can be read, so each part is asked for.
    const [card = ""] = await reportCards("keqiao-1");
    expect(card.split("\n").slice(0, 3)).toEqual([
      "柯桥区　工作报告 第1版",
      "已收到第1版（10月10日（周二）10:00）。",
      "活动开展情况：文件无法读取，未能核对",
    ]);
    expect(card.split("\n").slice(-2)).toEqual(["[补充]", "[重新报送]"]);
  });

  step("what the file does not show is given beside it, on the card or in words, and so is 推广实施", async () => {
    const { toast } = await world
      .as("keqiao-1")
      .submits({ 活动开展情况: "组织12个小区申报。", 存在问题: "无" }, { form: "report-parts" });
    expect(toast).toBe("活动开展情况、存在问题已补充，报告其余内容不变。还缺主要做法成效、下一步工作建议、推广实施。");
    const two = await answer("keqiao-2", "补充工作报告 主要做法成效：成立专班。\n下一步工作建议：加强培训。");
    expect(two).toContain("还缺推广实施。");
    expect(await answer("keqiao-2", "补充报告 推广实施：已在全区推广")).toContain("各部分均已写明。");
    expect(await answer("keqiao-1", "补充报告 下一步工作建议：再培训")).toContain("已替换，原为“加强培训。”（5字）。");
    expect(await answer("keqiao-2", "补充工作报告 我区做得很好")).toContain("没有读到要补充哪一部分");
    expect((await reportCards("keqiao-1"))[0]?.split("\n").slice(2)).toEqual([
      ...["活动开展情况：已补充，9字", "主要做法成效：已补充，5字", "存在问题：已说明无此项内容"],
      ...["下一步工作建议：已补充，3字", "推广实施：已在全区推广", "[重新报送]"],
    ]);
  });

  step("重新报送 shows a form for the next version; the question may be left", async () => {
    await world.as("keqiao-1").presses("重新报送");

    const [first = "", second = ""] = await reportCards("keqiao-1");
    expect(first).toContain("第1版");
    expect(second).toContain("已收到第1版（10月10日（周二）10:00）。再次报送将作为新的一版。");
    expect(second).toContain("[报送工作报告]");
    await answer("keqiao-1", "取消");
  });

  step("a group is no place for it", async () => {
    const group = await world.groupId("美好家园活动群");

    expect(await answer("keqiao-1", "工作报告", group)).toBe(refusal(dispatchPhrases.directOnly("工作报告")));
  });
});

describe("reminders of the work report in 2023", () => {
  step(
    "seven working days before, one card names all that a district owes; a report that is in is not on it",
    async () => {
      const fired = await world.advanceTo("2023-10-11T10:00:00+08:00");

      expect(reminderDays(fired)).toEqual(["2023-10-11"]);
      expect(await reminder("keqiao-1")).toBe(BUT_THE_REPORT);
      for (const district of [...OWING, "zhuji"]) {
        for (const number of [1, 2]) expect(await reminder(`${district}-${number}`)).toBe(ALL_OWED);
      }
    },
  );

  step("three working days before, the newer card takes the older one's place", async () => {
    const fired = await world.advanceTo("2023-10-17T10:00:00+08:00");

    expect(reminderDays(fired)).toEqual(["2023-10-13", "2023-10-16", "2023-10-17"]);
    expect(await reminder("zhuji-1")).toBe(ALL_OWED);
  });

  step("on the last three working days the cards count, from midnight on", async () => {
    await world.advanceTo("2023-10-18T00:00:00+08:00");

    const stage = cardTexts(await world.as("shangyu-2").messages()).find((text) => text.startsWith("【第四阶段】"));
    expect(stage?.split("\n")).toContain(
      "工作报告：尚未报送；10月20日前（含当日），请尽量于10月19日（周四）17:00前，剩3个工作日",
    );
  });

  step("报送工作报告。 opens the question too: the full stop is no report", async () => {
    await world.as("shengzhou-1").says("报送工作报告。");
    expect(await reportCards("shengzhou-1")).toHaveLength(1);
    expect(await answer("maxiaohan", "工作报告 嵊州市")).toContain("嵊州市的工作报告尚未收到。");
    await answer("shengzhou-1", "取消");
  });

  step("handed in by the card's form, both officials' cards show it and nothing is asked again", async () => {
    const values = { text: "一、活动开展情况。二、主要做法成效。三、存在问题。四、下一步工作建议。" };
    const { toast } = await world.as("zhuji-1").submits(values, { form: "report" });

    const parts = ["活动开展情况", "主要做法成效", "存在问题", "下一步工作建议", "promotion"];
    expect(toast).toBe(workReportPhrases.toast(1) + contentsPhrases.lacksToast(parts));
    for (const userId of ["zhuji-1", "zhuji-2"]) {
      const cards = cardTexts(await world.as(userId).messages());
      expect(await reminder(userId)).toBe(BUT_THE_REPORT);
      const stage = cards.find((text) => text.startsWith("【第四阶段】"))?.split("\n");
      expect(stage).toContain("工作报告：已报送");
    }
  });

  step("on the last three working days only those who still owe are reminded", async () => {
    const fired = await world.advanceTo("2023-10-20T10:00:00+08:00");

    expect(reminderDays(fired)).toEqual(["2023-10-18", "2023-10-20"]);
    expect(await reminder("zhuji-2")).toBe(BUT_THE_REPORT);
    for (const district of OWING) expect(await reminder(`${district}-2`)).toBe(ALL_OWED);
  });

  step("a district sees its own in 进度, not who else handed in", async () => {
    expect(await answer("yuecheng-1", "进度")).toContain("**工作报告**：尚未报送；10月20日前（含当日）");
    expect(await answer("zhuji-2", "进度")).toContain("**工作报告**：已报送");
  });

  step("the city sees all districts and reads one's report", async () => {
    expect(await answer("maxiaohan", "工作报告")).toBe(
      said(
        "### 工作报告　已收到2个，共6个地区",
        "1. 越城区 未收到",
        "2. 柯桥区 第1版 10月10日（周二）10:00",
        "3. 上虞区 未收到",
        "4. 诸暨市 第1版 10月18日（周三）00:00",
        "5. 嵊州市 未收到",
        "6. 新昌县 未收到",
        "查看一个地区的报告请发送「工作报告 地区」，例如「工作报告 柯桥区」。",
      ),
    );
    expect(await answer("maxiaohan", "工作报告 诸暨市")).toBe(
      said(
        "### 诸暨市　工作报告（第1版）",
        "一、活动开展情况。二、主要做法成效。三、存在问题。四、下一步工作建议。",
        ...["活动开展情况", "主要做法成效", "存在问题", "下一步工作建议"].map(
          (name) => `**${name}**：有标题，没有内容`,
        ),
        "**推广实施**：未写明",
        "已阅：马小涵，10月20日（周五）10:00。",
        "[退回修改]",
      ),
    );
    const sent = await world.as("approver").says("工作报告 柯桥区");
    expect(sent.flatMap(({ file }) => (file ? [file.fileName] : []))).toEqual(["柯桥区工作报告第1版.pdf"]);
  });
});

describe("what is not plainly a work report", () => {
  const OWING_TEXT = "一、活动开展情况。二、主要做法成效。三、存在问题。四、下一步工作建议。均已完成。";

  step("an acknowledgement brings the question back, nothing is recorded", async () => {
    await world.as("xinchang-1").says("工作报告");
    const [asked = ""] = await reportCards("xinchang-1");

    expect(asked).toContain("请在下方填写【工作报告】的文字");
    for (const text of ["收到", "怎么填？"]) {
      await world.as("xinchang-1").says(text);
      expect((await reportCards("xinchang-1")).at(-1)).toBe(asked);
    }
    expect(await answer("maxiaohan", "工作报告 新昌县")).toContain("尚未收到");
  });

  step(
    "told in several messages, all of it is kept: whether all or the last counts is for the clerk to say",
    async () => {
      expect(await answer("xinchang-1", "嗯 好的 那我说了啊")).toContain("全文仅5字，请确认是否为工作报告。");
      const second = await answer("xinchang-1", "新昌县今年一共申报了两个小区 开展宣传五十六次 发放资料三千五百份");
      const third = await answer("xinchang-1", "还有物业费收缴率百分之九十二");

      for (const view of [second, third]) {
        expect(view).toContain("已连续收到多段文字，尚未报送。请确认是合为一份报送，还是只报送最后一段。");
        expect(view).toContain("[全部报送]");
        expect(view).toContain("[只报送最后一段]");
      }
      expect(second).toContain("**内容**：文字，共36字：那我说了啊");
      expect(third).toContain("**内容**：文字，共50字：那我说了啊");
      expect(third).toContain("**最后一段**：文字，共14字：还有物业费收缴率百分之九十二");
      expect(await answer("xinchang-1", "好的")).toBe(third);
      expect(await answer("maxiaohan", "工作报告 新昌县")).toContain("尚未收到");
      expect(await answer("xinchang-1", "不报送")).toBe(
        said("### 工作报告未报送", "已按您的意见未报送；此前已报送的不变。"),
      );
    },
  );

  step("工作报告 with its text is the report; while another text is asked for, it asks first", async () => {
    await world.as("xinchang-1").says("申报");

    expect(await answer("xinchang-1", `工作报告 ${OWING_TEXT}`)).toContain(
      "未作任何改动。是作为内容填写，还是办理「工作报告」？",
    );
    const split = await answer("xinchang-1", `/工作报告 ${OWING_TEXT}`);
    expect(split).toMatch(/尚未报送[\s\S]*\*\*存在问题\*\*：有标题，没有内容[\s\S]*\[确认报送\]/u);
    expect(await answer("xinchang-1", "提交")).toContain("### 新昌县　工作报告已收到（第1版）");
  });

  step(
    "what is sent right after it may be its continuation: together, alone or not at all, the clerk says",
    async () => {
      const asked = await answer("xinchang-1", "另外，继续推进，详见 https://example.com/plan。");

      expect(asked).toContain(workReportPhrases.continued(1));
      expect(asked).toContain("[全部报送]");
      expect(await answer("maxiaohan", "工作报告 新昌县")).not.toContain("example.com");
      await answer("xinchang-1", "全部报送");
      const shown = await answer("maxiaohan", "工作报告 新昌县");
      expect(shown).toContain("另外，继续推进，详见 [https://example.com/plan](https://example.com/plan)");
      expect(shown).toContain(OWING_TEXT.slice(0, 10));
      await answer("xinchang-1", "撤回工作报告");
      await answer("xinchang-1", "确认撤回工作报告");
    },
  );

  step("the last version is taken back: the one before counts, then none, and reminders go on", async () => {
    for (const text of [`工作报告 第二次${OWING_TEXT}`, "确认报送"]) await answer("xinchang-1", text);
    expect(await answer("xinchang-1", `/工作报告 第二次${OWING_TEXT}`)).toContain("相同，未重复报送，原报告不变");

    const asked = await answer("xinchang-2", "撤回工作报告第3版");
    expect(asked).toContain("将撤回第3版文字（10月20日（周五）10:00）。撤回后以第1版（10月20日（周五）10:00）为准");
    expect(asked).toContain("[确认撤回工作报告]");
    expect(await answer("xinchang-2", "撤回工作报告第1版")).toBe(refusal(workReportPhrases.onlyTheLast(3)));
    expect(await answer("xinchang-2", "取消")).toContain("撤回工作报告第3版");
    expect(await answer("xinchang-2", "确认撤回工作报告")).toContain("尚未撤回");
    expect(await answer("xinchang-2", "确认撤回工作报告")).toBe(
      said("### 新昌县　工作报告已撤回", "第3版工作报告已撤回。现以第1版（10月20日（周五）10:00）为准。"),
    );
    expect(await answer("xinchang-1", "撤回工作报告")).toContain("撤回后没有已报送的工作报告，须重新报送");
    expect(await answer("xinchang-1", "确认撤回工作报告")).toContain("第1版工作报告已撤回。目前没有已报送的工作报告");
    expect(await answer("xinchang-1", "撤回工作报告")).toBe(refusal(workReportPhrases.nothingToTakeBack()));
    const reminders = cardTexts(await world.as("xinchang-2").messages()).filter((text) => text.startsWith("【催办】"));
    expect(reminders.at(-1)).toContain("工作报告：尚未报送，10月20日前（含当日），今日截止");
  });

  step("a file that nobody asked for is asked about, with 工作报告 as a button; a second one names both", async () => {
    const first = await drops("xinchang-2", "新昌县 总结.docx", { bytes: "PK 甲" });
    expect(first).toBe(
      said(
        "### 请说明该文件的用途",
        "已收到《新昌县 总结.docx》，尚未归入任何材料。请说明该文件的用途，24小时内未选择的自动删除。",
        "[作为工作报告]",
        "[作为典型案例]",
      ),
    );
    expect(await answer("xinchang-2", "作为工作报告 新昌县 总结.docx")).toContain("工作报告已收到（第4版）");

    const second = await drops("xinchang-2", "新昌县典型案例.docx", { bytes: "PK 乙" });
    expect(second).toContain(
      "工作报告现为《新昌县工作报告第4版.docx》（第4版，10月20日（周五）10:00），选择「作为工作报告」将以《新昌县典型案例.docx》替代",
    );
    expect(await answer("xinchang-2", "作为工作报告")).toContain(
      "内容似为典型案例，请确认是否作为工作报告报送。报送典型案例的，请先回复「不报送」，再发送「典型案例」。报送后将替代第4版，原版留存。",
    );
    expect(await answer("xinchang-2", "不报送工作报告")).toContain("此前已报送的不变");
  });

  step("a report in two files is one: the second is joined; taken back, the first stands alone again", async () => {
    const name = "新昌县 总结（下）.docx";
    const content = await wordOf([line("四、下一步工作建议"), line("加强培训。")]);
    const asked = await world.as("xinchang-2").drops({ name, content });
    expect(readAll(asked).join("\n")).toContain("两个文件合为一份报告的，请选择「并入工作报告」。");
    expect(await answer("xinchang-2", `并入工作报告 ${name}`)).toContain("其中有文件的文字无法读取");
    expect(await answer("maxiaohan", "工作报告 新昌县")).toContain("**其余文件**：1个");
    for (const then of ["现以第4版", "目前没有已报送"]) {
      await answer("xinchang-2", "撤回工作报告");
      expect(await answer("xinchang-2", "确认撤回工作报告")).toContain(then);
    }
  });

  step("a picture with words: the words are what is said, the picture is asked about", async () => {
    const answers = await world.as("xinchang-2").drops({ name: "图.png", content: "\u0089PNG" }, { text: "进度" });
    const texts = answers.filter(({ kind }) => kind === "markdown").map(read);

    expect(texts.map((text) => text.split("\n").slice(0, 2).join(" "))).toEqual([
      expect.stringContaining("已收到图片，目前没有可以归入的材料，24小时后自动删除。"),
      expect.stringContaining("进度"),
    ]);
  });
});

describe("a work report after the day", () => {
  step("from midnight on the last reminder still says that something is overdue", async () => {
    await world.advanceTo("2023-10-21T00:00:00+08:00");

    expect(await reminder("shangyu-2")).toBe(ALL_OWED);
  });

  step("it is marked late, and a file that is not what its name says is remarked on", async () => {
    await world.advanceTo("2023-10-21T10:00:00+08:00");

    const said = await drops("yuecheng-1", "报告.docx", { bytes: "hello", text: "工作报告" });

    expect(said.split("\n").slice(-8)).toEqual([
      "**内容**：文件《报告.docx》",
      "**时间**：10月21日（周六）10:00",
      "**报送人**：越城区经办人1",
      "**逾期**：已过10月20日，注明逾期",
      "**待补充**：活动开展情况、主要做法成效、存在问题、下一步工作建议、推广实施（请发送「补充工作报告 活动开展情况：具体内容」）",
      "**请核对**：文件内容与扩展名不符，请核对能否正常打开。",
      "[撤回工作报告]",
      workReportPhrases.receivedFootnote(),
    ]);
  });

  step("handed in again it is a new version; the earlier one stays", async () => {
    const text = "补充后的报告全文，内容完整，包括活动开展情况、主要做法成效、存在问题和下一步工作建议。";
    for (const said of ["工作报告", text, "确认报送"]) await answer("keqiao-2", said);

    const database = await connect(world);
    const rows = await database.query<{ district: string; version: number; kind: string; late: boolean }>(
      "select district, version, kind, late from work_report where withdrawn_at is null order by district, version",
    );
    const { replayed, actual } = await database.replay();
    await database.close();
    expect(rows).toEqual([
      { district: "keqiao", version: 1, kind: "file", late: false },
      { district: "keqiao", version: 2, kind: "text", late: true },
      { district: "yuecheng", version: 1, kind: "file", late: true },
      { district: "zhuji", version: 1, kind: "text", late: false },
    ]);
    expect(replayed).toEqual(actual);
  });

  step(
    "sent back with remarks and a day, it is owed again; unchanged it is not taken, a corrected one is in time",
    async () => {
      const back = await answer("maxiaohan", "退回工作报告 诸暨市 10月25日前 存在问题写得过简");
      expect(back).toContain("诸暨市工作报告第1版已退回，重报期限10月25日，已告知经办人。");
      expect(await answer("maxiaohan", "退回工作报告 诸暨市 10月25日 再改")).toContain("未重复退回");
      expect(await answer("maxiaohan", "退回工作报告 新昌县 10月25日 再改")).toContain("没有已报送的工作报告，未退回");
      expect(await answer("maxiaohan", "退回工作报告 越城区 10月25日")).toContain("没有写明修改意见，未退回");
      expect(await answer("maxiaohan", "退回工作报告 越城区 缺数据")).toContain("没有写明重报期限，未退回");
      expect((await reportCards("zhuji-2")).at(-1)).toContain(
        "已退回修改，请于10月25日前重新报送。修改意见：存在问题写得过简",
      );
      expect(await toDo("zhuji-1")).toContain("工作报告：市级退回修改，期限10月25日，尚未重新报送");
      expect(await toDo("maxiaohan")).toContain("工作报告：等待诸暨市修改后重新报送");

      const same = "一、活动开展情况。二、主要做法成效。三、存在问题。四、下一步工作建议。";
      expect(await answer("zhuji-1", `工作报告 ${same}`)).toContain(
        "内容与已退回的第1版相同，未重新报送，原报告不变。退回意见：存在问题写得过简。请修改后于10月25日前重新报送。",
      );
      for (const part of ["活动开展情况：已开展", "主要做法成效：专班推进", "下一步工作建议：加强培训"])
        await answer("zhuji-2", `补充工作报告 ${part}`);
      expect(await answer("zhuji-1", "报送工作报告")).toContain("还缺存在问题，未报送，已填写的内容保留。");
      expect(await answer("zhuji-1", "补充工作报告 存在问题：物业费收缴难；推广实施：已在三个镇街推广")).toContain(
        "各部分均已填写，尚未报送。",
      );
      expect(await answer("zhuji-1", "报送工作报告")).toContain("### 诸暨市　工作报告已收到（第2版）");
      expect(await toDo("zhuji-1")).not.toContain("退回修改");
      const seen = await answer("maxiaohan", "工作报告 诸暨市");
      expect(seen).toContain("### 诸暨市　工作报告（第2版）");
      expect(seen).toContain("**存在问题**：已写明，7字");
      expect(seen).toContain("**推广实施**：已在三个镇街推广");
    },
  );

  step("典型案例 comes beside the report or later, by file or text, and is read by the city", async () => {
    await world.as("shangyu-1").says("典型案例");
    const [file = ""] = [await drops("shangyu-1", "上虞区典型案例.docx", { bytes: "PK 案例" })];
    expect(file).toContain("典型案例第1个已收到。查看全文请发送「典型案例 1」；");
    const text = "“红色管家”党建联建案例：推行三方联席会议，解决停车难等问题二十三件。";
    expect(await answer("shangyu-2", `典型案例 ${text}`)).toContain("典型案例第2个已收到。");
    expect(await answer("shangyu-2", `典型案例 ${text}`)).toContain("与已报送的第2个典型案例相同，未重复报送");
    expect(await answer("shangyu-1", "撤回典型案例")).toContain("请写明编号：「撤回典型案例 1」、「撤回典型案例 2」");
    expect(await answer("shangyu-1", "撤回典型案例 1")).toContain("第1个典型案例已撤回。");
    expect(await answer("maxiaohan", "典型案例")).toContain("上虞区　第2个");
    expect(await answer("maxiaohan", "典型案例 上虞区")).toContain(text);
  });

  step("of another district's name, or too large, it is asked about or refused", async () => {
    await world.as("shengzhou-2").says("工作报告");
    expect(await drops("shengzhou-2", "新昌县工作报告.docx", { bytes: "PK 报告" })).toContain(
      "标题或文件名写的是新昌县，不是您所在的辖区，请确认是否发错。",
    );
    expect(await answer("shengzhou-2", "不报送")).toContain("已按您的意见未报送");
    await world.as("shengzhou-2").says("工作报告");
    const large = await world
      .as("shengzhou-2")
      .drops({ name: "嵊州市工作报告.docx", content: Buffer.alloc(60 * 1024 * 1024) });
    expect(readAll(large).join("\n")).toContain("文件超过20MB，未接收。");
    await answer("shengzhou-2", "取消");
    expect(await answer("maxiaohan", "工作报告 嵊州市")).toContain("尚未收到");
  });

  step("someone of the team may neither hand in nor look", async () => {
    expect(await answer("team-1", "工作报告")).toBe(refusal(dispatchPhrases.mayNot("工作报告", "评选工作组成员")));
  });

  step(
    "on the first working day after it, the organizer reads on the morning's card who is overdue; the districts have their 催办",
    async () => {
      await world.advanceTo("2023-10-24T09:00:00+08:00");
      const overdue = async (userId: string) =>
        cardTexts(await world.as(userId).messages()).filter((text) =>
          /^工作报告　(应于10月20日前报送|逾期情况)/.test(text.split("\n")[0] ?? ""),
        );

      for (const userId of ["zhuji-1", "xinchang-1", "maxiaohan"]) expect(await overdue(userId)).toEqual([]);
      expect(await reminder("xinchang-1")).toBe(ALL_OWED);
      const told = (await world.as("maxiaohan").messages()).filter(({ from }) => from !== "maxiaohan");
      expect(cardTexts(told.filter(({ at }) => at.startsWith("2023-10-23")))).toHaveLength(1);
      const city = cardTexts(told).findLast((text) => text.startsWith("今日待办"));
      expect(city).toContain("新昌县：截至10月24日逾期2个工作日");
      expect(city).not.toContain("诸暨市：截至");
    },
  );
});
