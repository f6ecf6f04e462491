import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAll, refusal, said } from "./reading.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const PLAN = "《关于开展“加强物业管理，共建美好家园”活动实施方案》";
const IMPLEMENTATION =
  "（二）组织实施（8月21日—9月20日）。各区（县、市）建设部门组织开展本辖区内“美好家园”共建工作，对申报参加示范创建的小区工作进行指导，填写“美好家园”小区申报表（详见附件3）。";
const LIST_SENTENCE =
  "同时，负责对辖区内“美好家园”申报项目根据评选标准（详见附件2）进行初评，9月底前择优填写推荐名单（详见附件4），向市级推荐，原则上每个地区“美好家园”小区推荐不少于2个。";
const VERIFICATION =
  "（三）核查推荐（9月21日—10月14日）。市建设部门成立评选工作组，下沉小区，对各地推荐的“美好家园”小区进行核验，择优选择并公布10个市级“美好家园”小区名单，并向省住房和城乡建设厅推荐3个小区申报省级“美好家园”。";
const R1 =
  "- 口径R1　问：“9月底前”截至哪一天？遇节假日怎么办？答（默认口径）：截至9月30日（含当日），此后报送的注明逾期并说明原因；9月30日逢休假日的，提醒至节前最后一个工作日为止，节后首个工作日24:00前报送的注明“9月30日后报送（法定休假日期间）”，不作逾期。均不拒收。";
const R12 = "- 口径R12　问：每个地区推荐数量有无上限？答（默认口径）：无上限。附件4印有10行，只是版式。";
const R13 =
  "- 口径R13　问：9月20日是否为申报和初评的截止日？答（默认口径）：不是。方案只给推荐名单定了时间，9月20日仅作提醒。";
const R25 =
  "- 口径R25　问：“每个地区”包括哪些地区？功能区是否单独计算？答（默认口径）：越城区、柯桥区、上虞区、诸暨市、嵊州市、新昌县六个地区。";

const R35 = "- 口径R35　问：往年已入选的小区可否再次申报？答（默认口径）：可以申报，如实记录并提示，不作限制。";

let world: World;
beforeAll(async () => {
  world = await worldAt("8月9日");
});
afterAll(() => world.end());

async function cites(reference: string): Promise<string> {
  return readAll(await world.as("keqiao-1").says(`依据${reference}`)).join("\n---\n");
}

describe("依据 shows the plan word for word, and how it is read now", () => {
  test.each([" L15", "L15", " 第15行", " l15"])("of a line:%s", async (reference) => {
    expect(await cites(reference)).toBe(
      said(
        "### 依据：L15　实施方案第15行（文件规定）",
        `> ${IMPLEMENTATION}${LIST_SENTENCE}`,
        `**出处**：${PLAN}第15行`,
        R1,
        R12,
        R13,
        R25,
        R35,
        "性质：文件规定。",
      ),
    );
  });

  test.each([" 3-2", " ３－２", " 三-2", " 3.2", "3-2"])("of a row of the rubric:%s", async (reference) => {
    expect(await cites(reference)).toBe(
      said(
        "### 依据：3-2　评选标准 3-2（5分）（文件规定）",
        "> 2.小区业主满意度位于全市前5%或小区物业管理投诉位于全市后5%。",
        `**出处**：${PLAN}第121行`,
        "- 口径R4　问：带有门槛的条目，达到得满分、达不到不得分，还是可以酌情给分？答（默认口径）：2-2、3-1、3-2、3-3达到得满分，达不到得0分；4-4、4-7另行明确之前可酌情给分。",
        "- 口径R7　问：总分相同时怎样排序？答（默认口径）：方案未作规定。先比是否达到3-2条。均达到的，比该条背后的数据，仅限同一指标、同一时段；指标不同或缺少数据的，并列，由人研究决定。均未达到的，或数据相同的，比1-2与1-4两条得分之和；仍相同的，并列，由人研究决定。",
        "- 口径R20　问：全市前5%（后5%）按什么指标、什么时段计算？5%怎样取整？并列和缺数据怎么办？答（默认口径）：以市级提供的名单为准；没有数据的记为待核实。",
        "性质：文件规定。",
      ),
    );
  });

  test("of a row that the plan breaks over two lines: in one piece", async () => {
    const [, quote, source] = (await cites(" 2-1")).split("\n");

    expect(quote).toBe(
      "> 1.街道社区党组织做好业委会人选推荐把关工作，组织业主成立业主大会，选举产生业主委员会，或指导组建物业管理委员会，临时代行业主委员会部分职责。",
    );
    expect(source).toBe(`**出处**：${PLAN}第84、85行`);
  });

  test.each([" 要求8", " 要求八", "要求8"])("of a requirement:%s", async (reference) => {
    expect(await cites(reference)).toBe(
      said(
        "### 依据：附件1第8项　小区要求第8项（文件规定）",
        "> 8．小区物业费收费规范，缴费率不低于95%。小区服务事项、收费标准、履行情况、维修资金使用情况定期公示，公共部位经营、收益、使用情况透明公开。",
        `**出处**：${PLAN}第32行`,
        "- 口径R5　问：有一项要求（附件1）不符合，是否不得推荐？请逐项明确。答（默认口径）：不自动排除。推荐时列出不符合的要求，须说明理由；已认定排除的，须审批领导凭文件解除。",
        "- 口径R19　问：缴费率（收缴率）按哪个时段、是否含历年欠费、按户数还是金额计算？答（默认口径）：按上一完整年度的金额计算：实收÷应收，不四舍五入。",
        "性质：文件规定。",
      ),
    );
  });

  test("of a clause: its sentence alone", async () => {
    expect(await cites(" 要求8-1")).toBe(
      said(
        "### 依据：附件1第8-1项　小区要求第8-1项（文件规定）",
        "> 8．小区物业费收费规范，缴费率不低于95%。",
        `**出处**：${PLAN}第32行`,
        "性质：文件规定。",
      ),
    );
  });

  test.each([" R14", " r14", " Ｒ１４", " 口径14"])(
    "of an ambiguity that only people can settle:%s",
    async (reference) => {
      expect(await cites(reference)).toBe(
        said(
          "### 依据：R14　口径 R14（口径）",
          `> ${VERIFICATION}`,
          "> 评价分数",
          `**出处**：${PLAN}第16、320行`,
          "- 口径R14　问：全市排名以谁的总分为准：核验修正后的区级初评分，还是市级自评分？答（待明确）：尚未明确，须由审批领导答复。",
          "性质：口径。",
        ),
      );
    },
  );

  test.each([" 推荐名单", " 附件4", "推荐名单"])("of something handed in, by its name:%s", async (reference) => {
    expect(await cites(reference)).toBe(
      said(
        "### 依据：推荐名单（文件规定）",
        `> ${LIST_SENTENCE}`,
        `**出处**：${PLAN}第15行`,
        R1,
        R12,
        R25,
        "性质：文件规定。",
      ),
    );
  });
});

describe("a reference that names nothing", () => {
  test.each([
    { reference: "L405", nearest: ["L40", "L4", "L45"] },
    { reference: "9-9", nearest: ["3-9", "L99", "附件1第9-1项"] },
    { reference: "要求11", nearest: ["附件1第1项", "L11", "附件1第1-1项"] },
    { reference: "推荐名", nearest: ["推荐名单", "附件4", "2-1"] },
  ])("$reference: the three nearest", async ({ reference, nearest }) => {
    const sentence = refusal(
      `没有编号「${reference}」。相近的有：${nearest.map((label) => `「依据 ${label}」`).join("、")}。`,
    );
    expect(await cites(` ${reference}`)).toBe([sentence, ...nearest.map((label) => `[依据 ${label}]`)].join("\n"));
  });

  test("left out: what can be named", async () => {
    expect(await cites("")).toBe(
      refusal(
        "请注明要查的编号，例如「依据 L15」（文件行）、「依据 3-2」（评分条目）、「依据 附件1第10项」、「依据 R14」（口径）。",
      ),
    );
  });

  test("however long it is, shown by its beginning only", async () => {
    const [, sentence = ""] = (await cites(` ${"九".repeat(500)}`)).split("\n");

    expect(sentence.startsWith(`没有编号「${"九".repeat(40)}」。`)).toBe(true);
  });
});
