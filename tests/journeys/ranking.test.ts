import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { rankingPhrases, sharePhrases } from "../../src/campaign/ranking/phrases.ts";
import { answerIn, read, refusal } from "./reading.ts";
import { type Reviewed, reviewed } from "./reviewed.ts";
import { nouns } from "./shaoxing-words.ts";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const HEAD = "口径R14「全市排名以谁的总分为准：核验修正后的区级初评分，还是市级自评分」";
const LADDER =
  "总分相同的，按口径R7先比是否达到3-2条；均达到的，比该条背后的数据，数据不全的暂列并列，由人研究决定；均未达到的，再比1-2与1-4两条得分之和，仍相同的并列。";
const TIES = `${LADDER}未列入推荐名单的小区，以及所在地区尚未报送推荐名单的小区，不参加全市排名。`;

const COMPOUNDS: readonly Reviewed[] = [
  { district: "yuecheng", name: "锦绣花园", less: { "3-5": 5 }, rate: 92.5 },
  { district: "yuecheng", name: "和畅苑", less: { "3-2": 5 }, rate: 88 },
  { district: "keqiao", name: "鉴湖新村", less: { "3-6": 5 } },
  { district: "keqiao", name: "柯岩人家", less: { "2-2": 3 } },
  { district: "keqiao", name: "轻纺小区", less: { "2-2": 3, "3-5": 5 }, declaration: "待核实" },
];

const step = story();
let world: World;
let campaignGroup: string;
let cityGroup: string;

beforeAll(async () => {
  world = await worldAt("8月21日");
  campaignGroup = await world.groupId("美好家园活动群");
  cityGroup = await world.groupId("美好家园市级工作群");
  await world.advanceTo("2023-09-13T09:00:00+08:00");
  for (const compound of COMPOUNDS) await reviewed(world, compound);
});
afterAll(() => world.end());

const says = async (userId: string, text: string, chat?: string): Promise<string> =>
  read(answerIn(await world.as(userId).says(text, { in: chat })));

const byWords = (a: string, b: string): number => (a < b ? -1 : 1);

const recommends = async (userId: string, order: string): Promise<void> => {
  for (const text of ["推荐", order, "报送"]) await world.as(userId).says(text);
};

/** The districts that have no compound. */
const OTHERS = ["shangyu", "zhuji", "shengzhou", "xinchang"];

/** 无推荐, with its reason. */
const recommendsNobody = async (district: string): Promise<void> => {
  for (const text of ["无推荐 今年没有小区申报", "报送"]) await world.as(`${district}-1`).says(text);
};

/** Pictures come without a name. */
const PICTURE = "[picture]";
const ofCity = (messages: readonly Message[]): string[] =>
  messages
    .filter(({ kind }) => kind === "card" || kind === "file" || kind === "image")
    .map((one) => (one.kind === "image" ? PICTURE : (one.file?.fileName ?? read(one))));

/** What came by itself to who decides. */
const ofDecider = async (userId: string): Promise<string[]> =>
  ofCity(await world.as(userId).messages()).filter(
    (text) => text === PICTURE || /^(?:排名汇总|2023年度.*排名汇总)/u.test(text),
  );

describe("the ranking before the lists are in", () => {
  step("a district sees its own compounds and their places among themselves", async () => {
    expect(await says("keqiao-2", "排名")).toBe(
      [
        "### 柯桥区　初评排名（无核验记录）",
        "1. 第1名 柯岩人家 97 推荐名单未报送",
        "2. 第2名 鉴湖新村 95 推荐名单未报送",
        "3. 第3名 轻纺小区 92 推荐名单未报送，安全责任事故情况待核实",
        "[导出排名]",
        "[导出附件4]",
        "[查看柯岩人家]",
        "[查看鉴湖新村]",
        "[查看轻纺小区]",
        `仅为本地区已提交定稿的初评分，不含其他地区。${LADDER}`,
      ].join("\n"),
    );
  });

  step("the campaign group gets counts, no name and no point", async () => {
    expect(await says("keqiao-1", "排名", campaignGroup)).toBe(
      [
        "### 排名汇总",
        rankingPhrases.groupCounts({ locked: 5, lists: "应报6个，已报0个" }, nouns),
        rankingPhrases.groupFootnote(nouns),
      ].join("\n"),
    );
  });

  test.each([
    ["team-1", dispatchPhrases.mayNot("排名", "评选工作组成员")],
    ["administrator", dispatchPhrases.mayNot("排名", "系统管理员")],
  ])("%s may not see it", async (userId, sentence) => {
    expect(await says(userId, "排名")).toBe(refusal(sentence));
  });
});

describe("the ranked summary", () => {
  step("is not posted while an expected list is missing", async () => {
    await recommends("keqiao-1", "1 2");

    expect(ofCity(await world.as("maxiaohan").messages(cityGroup))).toEqual([]);
  });

  step("the organizers get the card from which the city works", async () => {
    const card = (await world.as("deputy").messages()).map(read).at(-1) ?? "";

    const lines = card.split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "今日待办　美好家园 2项待办",
      "1. 口径R10：尚未答复，公布前须明确",
      "2. 口径R14：尚未答复，公布前须明确",
      "等待报送",
      "- 推荐名单：越城区、上虞区、诸暨市、嵊州市、新昌县尚未报送",
    ]);
    expect(lines).toContain("- 推荐名单报送：柯桥区");
    expect(lines).toContain("推荐名单：应报6个，已报1个；尚未报送：越城区、上虞区、诸暨市、嵊州市、新昌县");
    expect(lines).toContain("择优和公布：尚未择优");
  });

  step(
    "a district that recommends nobody says so with a reason, which counts as reported and can be replaced",
    async () => {
      expect(await says("shangyu-1", "推荐")).toContain("还没有可以推荐的小区");
      const asked = await says("shangyu-1", "无推荐");
      expect(asked).toContain("【无推荐的理由】");
      expect(await says("shangyu-1", "今年没有小区申报")).toContain("拟报送市级：本地区无推荐。");
      expect(await says("shangyu-1", "报送")).toContain(
        "已报送市级：本地区无推荐（第1版）。\n审签人和审签日期待登记；盖章件待补。\n无推荐的理由：今年没有小区申报",
      );
      for (const district of OTHERS.slice(1)) await recommendsNobody(district);

      expect(ofCity(await world.as("maxiaohan").messages(cityGroup))).toEqual([]);
      expect((await says("maxiaohan", "排名")).split("\n").slice(1, 3)).toEqual([
        "**推荐名单**：应报6个，已报5个（其中无推荐4个）；无推荐：上虞区、诸暨市、嵊州市、新昌县；尚未报送：越城区",
        "**计入小区**：5个，均为已提交定稿的区级初评分",
      ]);
    },
  );

  step(
    "goes to who decides when the last one has reported, and not to the city's group, where those sit who will score",
    async () => {
      await recommends("yuecheng-1", "1 2");

      expect(ofCity(await world.as("team-5").messages(cityGroup))).toEqual([
        "2023年度绍兴市“美好家园”活动办理进度.xlsx",
        PICTURE,
      ]);
      expect(await ofDecider("team-lead")).toEqual([]);
      expect(await ofDecider("keqiao-1")).toEqual([]);
      expect(await ofDecider("approver")).toEqual(await ofDecider("maxiaohan"));
      expect(await ofDecider("maxiaohan")).toEqual([
        [
          "排名汇总（全市） 无核验记录",
          "推荐名单：应报6个，已报6个（其中无推荐4个）；无推荐：上虞区、诸暨市、嵊州市、新昌县",
          "计入小区：5个，均为已提交定稿的区级初评分",
          ...["上虞区", "诸暨市", "嵊州市", "新昌县"].map((name) => `${name}无推荐，理由：今年没有小区申报。`),
          `${HEAD}尚未明确，暂不排全市名次。以下按地区列出各小区的初评总分，供参考。`,
          "越城区",
          "- 锦绣花园：95分（已推荐）",
          "- 和畅苑：95分（已推荐）",
          "柯桥区",
          "- 柯岩人家：97分（已推荐）",
          "- 鉴湖新村：95分（已推荐）",
          "- 轻纺小区：92分（未推荐，安全责任事故情况待核实）",
          "[导出排名]",
          "[导出附件4]",
          TIES,
        ].join("\n"),
        "2023年度绍兴市“美好家园”小区排名汇总.xlsx",
        PICTURE,
      ]);
    },
  );

  step("has joint ranks once R14 is answered: who met 3-2 share theirs, who did not comes after them", async () => {
    await world.as("maxiaohan").says("口径 R14 以核验修正后的区级初评分为准");
    await world.as("approver").says("确认口径 R14");

    expect((await says("team-lead", "排名")).split("\n").slice(7, 13)).toEqual([
      "口径R14以区级初评分（经核验修正）为准。系统中无核验记录，以下为按区级初评分的暂排名次。",
      "1. 第1名 柯桥区 柯岩人家 97 已推荐",
      "2. 并列第2名 越城区 锦绣花园 95 已推荐",
      "3. 并列第2名 柯桥区 鉴湖新村 95 已推荐",
      "4. 第4名 越城区 和畅苑 95 已推荐",
      "5. 不排名 柯桥区 轻纺小区 92 未推荐，安全责任事故情况待核实",
    ]);
  });

  step("confirmed anew, it comes anew, at most once a day, and the one before it says so", async () => {
    await recommends("keqiao-1", "1 2");
    expect((await ofDecider("approver")).filter((text) => text.endsWith(".xlsx"))).toHaveLength(1);
    await world.advanceTo("2023-09-14T09:30:00+08:00");

    const posted = await ofDecider("maxiaohan");
    expect(posted.map((text) => text.split("\n").slice(0, 2).join(" ")).sort(byWords)).toEqual([
      "2023年度绍兴市“美好家园”小区排名汇总.xlsx",
      "2023年度绍兴市“美好家园”小区排名汇总.xlsx",
      PICTURE,
      PICTURE,
      "排名汇总（全市） 已更新 推荐名单已有变动，本汇总不再更新。发送「排名」可查看最新情况。",
      "排名汇总（全市） 无核验记录 推荐名单：应报6个，已报6个（其中无推荐4个）；无推荐：上虞区、诸暨市、嵊州市、新昌县",
    ]);
    expect(ofCity(await world.as("maxiaohan").messages(cityGroup)).some((text) => text.includes("排名"))).toBe(false);
  });

  step("a workbook that comes by itself can be asked for and turned off", async () => {
    expect((await says("maxiaohan", "自动报表")).split("\n").slice(1, 6)).toEqual([
      expect.stringContaining("以下表格"),
      expect.stringMatching(/^- 每周进度：发送，每周一9:00/u),
      expect.stringMatching(/^- 公布名单：发送，/u),
      expect.stringMatching(/^- 办理进度：发送，/u),
      expect.stringMatching(/^- 排名汇总：发送，/u),
    ]);
    const asked = await world.as("maxiaohan").says("自动报表 每周进度");
    expect(asked.flatMap(({ file }) => (file ? [file.fileName] : []))).toEqual([
      "2023年度绍兴市“美好家园”活动办理进度汇总.xlsx",
    ]);
    expect(await says("maxiaohan", "停发 每周进度")).toContain("已停发每周进度");
    expect(await says("maxiaohan", "改发送时间 排名汇总 23:00")).toContain("未能识别发送时间");
    expect(await says("keqiao-1", "自动报表")).toContain("不在您的权限内");
  });

  step(
    "is awaited from every counted district: only the approver takes one out, the organizer proposes it",
    async () => {
      const asks = (await says("maxiaohan", "应报地区 越城区 柯桥区")).split("\n");
      expect(asks[1]).toContain("应报6个，已报6个");
      expect(asks[1]).toContain("已提请审批领导确认：应报地区调整为越城区、柯桥区。确认之前，仍按上述范围统计。");
      expect(await says("maxiaohan", "确认应报地区")).toContain("活动联系人");
      expect((await says("approver", "确认应报地区 今年暂不参加")).split("\n")[1]).toContain(
        "应报2个，已报2个；经审批领导确认不要求报送：上虞区、诸暨市、嵊州市、新昌县。",
      );
      expect(await says("approver", "确认应报地区")).toBe(refusal("没有等待确认的应报地区调整，未作任何改动。"));
      expect(await says("maxiaohan", "登记依据 应报地区 经9月11日局长办公会研究同意，〔2023〕14号")).toContain(
        "已登记应报地区的依据：9月11日局长办公会，〔2023〕14号。",
      );

      await world.as("maxiaohan").says("应报地区 恢复");
      expect(await says("approver", "不同意应报地区")).toContain("请写明审批意见，未办理。");
      expect((await says("approver", "不同意应报地区 请先与有关地区核实")).split("\n")[1]).toContain(
        "应报2个，已报2个",
      );
      await world.as("maxiaohan").says("应报地区 恢复");
      expect((await says("approver", "确认应报地区")).split("\n")[1]).toContain("应报6个，已报6个");
      expect(await says("maxiaohan", "应报地区 越城区 杭州市")).toContain("「杭州市」中未能识别出地区，未作任何改动。");
    },
  );

  step(
    "stays out of the campaign group before publication unless R28 allows it and the preview is confirmed",
    async () => {
      expect(await says("maxiaohan", "排名 发活动群")).toBe(
        refusal(
          "公布前不得向各地区展示带分数的排名（口径R28：不可以），未发送。如需提前展示，请先由审批领导答复口径R28。",
        ),
      );
      await world.as("maxiaohan").says("口径 R28 可以");
      await world.as("approver").says("确认口径 R28");
      expect((await says("maxiaohan", "排名 发活动群")).split("\n").slice(0, 2)).toEqual([
        "### 发送前请核对：排名汇总（尚未发送）",
        sharePhrases.previewLead(nouns),
      ]);
      await world.as("maxiaohan").says("确认发送排名");

      const shared = (await world.as("xinchang-1").messages(campaignGroup)).map(read).at(-1) ?? "";
      expect(shared.split("\n").slice(2, 6)).toEqual([
        "1. 第1名 柯桥区 柯岩人家 97",
        "2. 并列第2名 越城区 锦绣花园 95",
        "3. 并列第2名 柯桥区 鉴湖新村 95",
        "4. 第4名 越城区 和畅苑 95",
      ]);
      expect(await says("maxiaohan", "确认发送排名")).toBe(refusal(sharePhrases.nothingOpen()));
    },
  );

  step(
    "the week's counts, turned off, do not come on Monday; moved to Tuesday, they come then with their workbook",
    async () => {
      const weekly = async () =>
        (await world.as("xinchang-1").messages(campaignGroup))
          .filter(({ file }) => file?.fileName === "2023年度绍兴市“美好家园”活动办理进度汇总.xlsx")
          .map(({ at }) => at.slice(0, 16));
      const before = await weekly();
      await world.advanceTo("2023-09-18T10:00:00+08:00");
      expect(await weekly()).toEqual(before);
      expect(await says("maxiaohan", "自动报表")).toContain("每周进度：已停发");

      expect(await says("maxiaohan", "恢复发送 每周进度")).toContain("已恢复发送每周进度");
      expect(await says("maxiaohan", "改发送时间 每周进度 周二10:00")).toContain("改在每周二10:00发送");
      await world.advanceTo("2023-09-19T10:01:00+08:00");
      expect(await weekly()).toEqual([...before, "2023-09-19T10:00"]);
    },
  );
});
