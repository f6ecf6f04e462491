import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { formsOf, readAnswer } from "../../../src/campaign/ruling/answer-value.ts";
import { valueWords } from "../../../src/campaign/ruling/value-words.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const read = (ruling: string, text: string) => readAnswer(ruling, text, { definition: shaoxing, today: "2023-08-10" });
const R4_ONLY = { allOrNothing: ["2-2", "3-3"], asked: ["3-1", "3-2", "4-4", "4-7"] };
const value = (ruling: string, text: string) => {
  const answer = read(ruling, text);
  return answer.kind === "value" ? answer.value : answer.kind;
};

describe("an answer in words becomes what the engine reads", () => {
  test.each([
    ["R1", "截至9月28日", { on: "09-28", inclusive: true }],
    ["R1", "截至九月二十八日，不含当日", { on: "09-28", inclusive: false }],
    ["R1", "顺延至10月7日", { on: "10-07", inclusive: true }],
    ["R2", "不包括当日", { inclusive: false }],
    ["R2", "包括10月20日当天", { on: "10-20", inclusive: true }],
    ["R3", "按整数打分", { step: 1 }],
    ["R3", "可以打半分", { step: 0.5 }],
    ["R3", "不打半分，按整数打", { step: 1 }],
    ["R3", "以0.1分为一档", { step: 0.1 }],
    ["R4", "只有2-2、3-3达到得满分，达不到得0分；4-4酌情给分", R4_ONLY],
    ["R4", "2-2酌情给分", { allOrNothing: ["3-1", "3-2", "3-3"], asked: ["2-2", "4-4", "4-7"] }],
    ["R4", "2-2和3-1酌情给分，其余达到得满分", { allOrNothing: ["3-2", "3-3", "4-4", "4-7"], asked: ["2-2", "3-1"] }],
    ["R4", "3-1至3-3酌情给分", { allOrNothing: ["2-2"], asked: ["3-1", "3-2", "3-3", "4-4", "4-7"] }],
    ["R4", "4-4、4-7达到得满分，达不到得0分", { allOrNothing: ["2-2", "3-1", "3-2", "3-3", "4-4", "4-7"], asked: [] }],
    ["R4", "3-1酌情給分", { allOrNothing: ["2-2", "3-2", "3-3"], asked: ["3-1", "4-4", "4-7"] }],
    ["R4", "除3-1外达到得满分", "unclear"],
    ["R9", "最多2個", { count: 2, fewerAllowed: true }],
    ["R10", "公示期為七天", { days: 7, workingDays: false }],
    ["R4", "均可酌情给分", { allOrNothing: [], asked: ["2-2", "3-1", "3-2", "3-3", "4-4", "4-7"] }],
    ["R6", "按3年计算，含本市分支", { yearsBefore: 3 }],
    ["R6", "近五年", { yearsBefore: 5 }],
    ["R8", "只从公布的10个中产生", { onlyFromSelected: true }],
    ["R8", "不限于公布的10个", { onlyFromSelected: false }],
    ["R31", "只告知入选或未入选", { points: false, reasons: false }],
    ["R31", "反馈本地区小区的分数和理由", { points: true, reasons: true }],
    ["R31", "反馈理由，不反馈分数", { points: false, reasons: true }],
    ["R33", "保存十二个月", { months: 12 }],
    ["R33", "电话保存1年，归档材料按档案规定", { months: 12 }],
    ["R33", "保存半年", { months: 6 }],
    ["R33", "按档案规定保存", "words"],
    ["R33", "保存十一年", "words"],
    ["R33", "电话保存三个月，草稿保存一年", "several"],
    ["R9", "正好10个", { count: 10, fewerAllowed: false }],
    ["R9", "八个", { count: 8, fewerAllowed: false }],
    ["R9", "不超过3个", { count: 3, fewerAllowed: true }],
    ["R9", "最多十个", { count: 10, fewerAllowed: true }],
    ["R9", "可以少于10个", { count: 10, fewerAllowed: true }],
    ["R9", "允许不足10个", { count: 10, fewerAllowed: true }],
    ["R10", "不公示", { days: 0, workingDays: false }],
    ["R10", "公示5天", { days: 5, workingDays: false }],
    ["R10", "公示七个工作日", { days: 7, workingDays: true }],
    ["R10", "10月12日起公示3日", { days: 3, workingDays: false }],
    ["R12", "不限", { maximum: "none" }],
    ["R12", "不超过5个", { maximum: 5 }],
    ["R12", "每个地区最多推荐1个", { maximum: 1 }],
    ["R1", "9。28", { on: "09-28", inclusive: true }],
    ["R1", "9.28", { on: "09-28", inclusive: true }],
    ["R1", "9·28，不含当日", { on: "09-28", inclusive: false }],
    ["R10", "10月9日至13日公示5天", { days: 5, workingDays: false }],
    ["R10", "公示5个工作日，首日计入", { days: 5, workingDays: true, firstDayCounts: true }],
    ["R10", "公示五天（自然日），首日不计入", { days: 5, workingDays: false, firstDayCounts: false }],
    ["R10", "公示不少于5个工作日", { days: 5, workingDays: true }],
    ["R7", "按满意度", { ladder: ["satisfactionMet", "joint"] }],
    [
      "R7",
      "先比满意度高低，再比1-2与1-4之和，仍相同的并列",
      { ladder: ["satisfactionMet", "satisfactionOrComplaints", "1-2+1-4", "joint"] },
    ],
    ["R7", "先比3-2，再比3-3", { ladder: ["3-2", "3-3", "joint"] }],
    ["R7", "是否达到3-2", { ladder: ["satisfactionMet", "joint"] }],
    ["R7", "并列，由人研究决定", { ladder: ["joint"] }],
    ["R5", "第5、8项不符合的不得推荐，其余须说明理由", { excludes: ["5", "8"], reasonRequired: true }],
    ["R5", "第十项不符合的一律不得推荐", { excludes: ["10"], reasonRequired: true }],
    ["R5", "均不排除，无须说明理由", { excludes: [], reasonRequired: false }],
    ["R5", "推荐时须说明理由", { excludes: [], reasonRequired: true }],
    ["R17", "均予计入", { counted: ["ownersCommittee", "propertyManagementCommittee", "selfManagementOrganization"] }],
    ["R17", "物管会不满足，自管组织计入", { counted: ["ownersCommittee", "selfManagementOrganization"] }],
    ["R25", "不含新昌县", { districts: ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou"] }],
    ["R25", "越城区、柯桥区", { districts: ["yuecheng", "keqiao"] }],
    ["R27", "不得推荐", { atRecommendation: "block" }],
    ["R27", "推荐时提示，公布时提示", { atRecommendation: "warn", atPublication: "warn" }],
    ["R13", "不是，仅作提醒", { closes: false }],
    ["R13", "是", { closes: true }],
    ["R14", "以核验修正后的区级初评分为准", { basis: "district" }],
    ["R14", "以市级自评分为准", { basis: "city" }],
    ["R14", "以核验分为准", { basis: "city" }],
    ["R26", "每条取平均分，保留一位小数", { combine: "mean", decimals: 1 }],
    ["R26", "五名以上成员的，去掉最高分和最低分后平均", { combine: "trimmedMean" }],
    ["R26", "取平均分，不记录合议分", { combine: "mean", agreedFigureAllowed: false }],
    ["R24", "不可以", { overflow: false }],
    ["R28", "可以", { allowed: true }],
    ["R28", "允许，但不对外发布", { allowed: true }],
    ["R28", "公布前不得展示", { allowed: false }],
  ])("%s %s", (ruling, text, expected) => {
    expect(value(ruling, text)).toEqual(expected);
  });

  test.each([
    ["R1", "尽快"],
    ["R1", "截至2024年9月28日"],
    ["R3", "以0.3分为一档"],
    ["R4", "酌情"],
    ["R9", "若干"],
    ["R9", "不少于8个"],
    ["R9", "8至10个"],
    ["R9", "少于10个"],
    ["R12", "不少于2个"],
    ["R10", "公示-3天"],
    ["R10", "公示0天"],
    ["R10", "公示5至7天"],
    ["R10", "公示不超过5天"],
    ["R4", "9-9酌情给分"],
    ["R4", "2-2不得酌情给分"],
    ["R7", "按党建引领"],
    ["R7", "先比3-2，再看材料"],
    ["R5", "第11项不符合的不得推荐"],
    ["R5", "严格把关"],
    ["R5", "不符合的不得推荐"],
    ["R17", "酌情把握"],
    ["R25", "七个地区"],
    ["R25", "越城区、滨海新区"],
    ["R27", "看情况"],
    ["R10", "公示"],
    ["R14", "看着办"],
    ["R14", "区级初评分和市级自评分各占一半"],
    ["R28", "再议"],
  ])("%s %s is not understood, and not guessed", (ruling, text) => {
    expect(value(ruling, text)).toBe("unclear");
  });

  test("R9 可以少于5个 may mean the plan's ten or five at most: it is asked back, and either is understood", () => {
    const answer = read("R9", "可以少于5个");
    expect(answer).toEqual({ kind: "several", readings: ["不超过10个", "不超过5个"] });
    expect(value("R9", "不超过10个")).toEqual({ count: 10, fewerAllowed: true });
    expect(value("R9", "不超过5个")).toEqual({ count: 5, fewerAllowed: true });
  });

  test.each([
    ["R11", "填市住房和城乡建设局"],
    ["R6", "只看本小区"],
  ])("%s %s is followed by people, not by the engine", (ruling, text) => {
    expect(value(ruling, text)).toBe("words");
  });
});

describe("what was not read is left over, to be asked about", () => {
  const rest = (ruling: string, text: string) => {
    const answer = read(ruling, text);
    return answer.kind === "value" ? answer.rest : answer.kind;
  };

  test.each([
    ["R1", "截至9月28日"],
    ["R1", "顺延至10月7日"],
    ["R2", "包括10月20日当天"],
    ["R2", "不包括当日"],
    ["R3", "可以打半分"],
    ["R3", "以0.1分为一档"],
    ["R4", "2-2酌情给分"],
    ["R4", "2-2、3-1、3-2、3-3达到得满分，达不到得0分；4-4、4-7酌情给分"],
    ["R7", "按满意度"],
    ["R5", "第5、8项不符合的不得推荐，其余须说明理由"],
    ["R5", "均不排除，须说明理由"],
    ["R17", "物业管理委员会不计入"],
    ["R17", "均予计入"],
    ["R9", "正好10个"],
    ["R9", "不超过3个"],
    ["R10", "不公示"],
    ["R10", "公示5个工作日"],
    ["R10", "公示5个工作日，首日计入"],
    ["R12", "每个地区最多推荐1个"],
    ["R13", "是"],
    ["R14", "以核验修正后的区级初评分为准"],
    ["R14", "以市级自评分为准"],
    ["R24", "不可以"],
    ["R24", "不得另附页"],
    ["R25", "不含新昌县"],
    ["R27", "推荐时提示，未明确前不公布"],
    ["R28", "公布前不得展示"],
  ])("%s %s: nothing", (ruling, text) => {
    expect(rest(ruling, text)).toBe("");
  });

  test.each([
    ["R10", "10月9日至13日公示5天", "10月9日至13日"],
    ["R10", "公示5天，在政府网站", "在政府网站"],
    ["R12", "不超过5个，老旧小区不计", "老旧小区不计"],
    ["R14", "以核验修正后的区级初评分为准，市里可调整", "市里可调整"],
    ["R28", "允许，但不对外发布", "但不对外发布"],
    ["R1", "截至9月28日，有困难的可放宽", "有困难的可放宽"],
  ])("%s %s: %s", (ruling, text, left) => {
    expect(rest(ruling, text)).toBe(left);
  });

  test.each([
    ["R10", "公示5天或7天", ["5天", "7天"]],
    ["R10", "公示5个工作日，共7天", ["5个工作日", "7天"]],
    ["R9", "10个或8个", ["10个", "8个"]],
    ["R1", "9月28日或10月7日", ["9月28日", "10月7日"]],
  ])("%s %s can be read in several ways", (ruling, text, readings) => {
    expect(read(ruling, text)).toEqual({ kind: "several", readings });
  });

  test("what an answer does not name stays as it was answered before", () => {
    const rulings = new Map([["R4", { text: "…", value: { allOrNothing: ["3-1"], asked: ["3-2"] } }]]);

    expect(readAnswer("R4", "3-2达到得满分", { definition: shaoxing, today: "2023-08-10", rulings })).toEqual({
      kind: "value",
      value: { allOrNothing: ["3-1", "3-2"], asked: [] },
      rest: "",
    });
  });
});

describe("in another campaign an answer is read by what its ruling decides", () => {
  const valueIn = (definition: Definition, ruling: string, text: string, today: CivilDate = "2024-12-01") => {
    const answer = readAnswer(ruling, text, { definition, today });
    return answer.kind === "value" ? answer.value : answer.kind;
  };

  test.each([
    ["R1", "截至12月10日", { on: "12-10", inclusive: true }],
    ["R1", "截至1月10日", { on: "2025-01-10", inclusive: true }],
    ["R1", "截至2025年1月10日", { on: "2025-01-10", inclusive: true }],
    ["R1", "截至2026年1月10日", "unclear"],
    ["R1", "截至2023年12月10日", "unclear"],
    ["R2", "按2年计算", { yearsBefore: 2 }],
    ["R3", "按整数打分", { step: 1 }],
    ["R5", "以各村的打分为准", { basis: "district" }],
    ["R5", "以镇级评分为准", { basis: "city" }],
    ["R5", "村级、镇级各占一半", "unclear"],
    ["R6", "公示3个工作日", { days: 3, workingDays: true }],
    ["R4", "并列的都入选", "unclear"],
  ])("households %s %s", (ruling, text, expected) => {
    expect(valueIn(households, ruling, text)).toEqual(expected);
  });

  test.each([
    ["R1", "不包括当日", { inclusive: false }],
    ["R2", "不作为一个区", "words"],
    ["R3", "以0.1分为一档", "unclear"],
    ["R4", "不公示", { days: 0, workingDays: false }],
  ])("beijing %s %s: no number means what it means elsewhere", (ruling, text, expected) => {
    expect(valueIn(beijing, ruling, text)).toEqual(expected);
  });

  test("numbers are counted in the campaign's own measure", () => {
    const counting: Definition = {
      ...households,
      rulings: [
        { ...(households.rulings[0] as Definition["rulings"][number]), id: "R1", decides: "numberSelected" },
        { ...(households.rulings[1] as Definition["rulings"][number]), id: "R2", decides: "maximumPerDistrict" },
      ],
      datePhrases: { ...households.datePhrases, dates: [] },
    };

    expect(valueIn(counting, "R1", "18户")).toEqual({ count: 18, fewerAllowed: false });
    expect(valueIn(counting, "R1", "0户")).toBe("unclear");
    expect(valueIn(counting, "R2", "不超过4户")).toEqual({ maximum: 4 });
    expect(formsOf("R1", counting)).toBe("「正好10户」「不超过8户」");
    expect(valueWords({ count: 18 }, counting)).toBe("镇级名单为18户");
    expect(valueWords({ maximum: 4 }, counting)).toBe("每个村最多推荐4户");
  });

  test("a row of two digits is not cut short", () => {
    const [section] = shaoxing.rubric.sections;
    const [row] = section?.criteria ?? [];
    if (!section || !row) throw new Error("no row");
    const rows = ["6-1", "6-10", "12-3"].map((id) => ({ ...row, id }));
    const definition: Definition = {
      ...shaoxing,
      rubric: { ...shaoxing.rubric, sections: [{ ...section, criteria: rows }] },
    };

    expect(valueIn(definition, "R4", "6-10、12-3达到得满分，达不到得0分")).toEqual({
      allOrNothing: ["6-10", "12-3"],
      asked: [],
    });
    expect(valueIn(definition, "R4", "16-10达到得满分")).toBe("unclear");
  });

  test("examples are rows and words of the campaign", () => {
    expect(formsOf("R4", shaoxing)).toBe("「2-2、3-3达到得满分，达不到得0分；4-4酌情给分」");
    expect(formsOf("R14", shaoxing)).toBe("「以核验修正后的区级初评分为准」「以市级自评分为准」");
    expect(formsOf("R5", households)).toBe("「以村级初评分为准」「以镇级自评分为准」");
  });

  test("what it makes of an answer names the campaign's own levels, and the year where it is another", () => {
    expect(valueWords({ basis: "district" }, households)).toBe("全镇排名以村级初评分为准");
    expect(valueWords({ on: "2025-01-10" }, households)).toBe("截止日为2025年1月10日");
  });
});

describe("what the engine makes of an answer is said in words", () => {
  test.each([
    [{ on: "09-28", inclusive: false }, "截止日为9月28日，不含当日"],
    [{ days: 0, workingDays: false }, "公布前不公示"],
    [{ days: 7, workingDays: true }, "公布前公示7个工作日，首日不计入"],
    [{ basis: "district" }, "全市排名以区级初评分（核验修正后）为准"],
    [{ allOrNothing: ["2-2"], asked: [] }, "2-2只能打满分或0分"],
    [{ allowed: false }, "公布前不展示带分数的排名"],
  ])("%j", (given, words) => {
    expect(valueWords(given, shaoxing)).toBe(words);
  });

  test("an answer without a value says nothing", () => {
    expect(valueWords(undefined, shaoxing)).toBeUndefined();
  });
});
