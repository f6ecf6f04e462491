import { said } from "./reading.ts";

/**
 * What six roles read on eleven dates of two years, written by hand from the plan, docs/manual.md and the calendars of
 * 2023 and 2024: on 2024's 9月14日, 29日 and 10月12日 people work, 中秋 is 9月15日 to 17日, 国庆节 10月1日 to 7日,
 * 8月10日, 9月21日 and 10月20日 are days off.
 */
export interface Row {
  on: string;
  /** In the direct chats: what came that day, the answer to 进度 last. */
  organizer: string[];
  approver: string[];
  clerk: string[];
  teamLead: string[];
  auditor: string[];
  /** In the campaign's group. */
  member: string[];
  /** How the newest card of a stage stands then: the clerk's and the group's. */
  cards: [string, string];
}

const city = (...lines: string[]) => said("绍兴市“加强物业管理，共建美好家园”活动　办理进度", ...lines);
const own = (...lines: string[]) => said("柯桥区　办理进度", ...lines);

/** Everybody of the city who only asks. */
const asking = (progress: string) => ({
  organizer: [progress],
  approver: [progress],
  teamLead: [progress],
  auditor: [progress],
});

const MISSING = "越城区、上虞区、诸暨市、嵊州市、新昌县";
const LIST_BY = "9月底前（截至9月30日），请尽量于9月30日（周一）17:00前";
const LIST_LATE = "应于9月底前报送，已逾期，仍可报送，将注明逾期";
const REPORT_BY = "10月20日前（含当日），请尽量于10月18日（周五）17:00前";
const SOON = "请尽量于9月20日前办理，之后仍可办理";
const RUNNING_4 = "【第四阶段】总结提升　10月15日至10月30日 进行中";
const CLOSED_2023 = "【第四阶段】总结提升　10月15日至10月30日 活动已结束";
const ALL_IN = ["推荐名单：应报6个，已报6个", "工作报告：应报6个，已报6个"];
const PUBLISHED_2023 = "市级名单：已于10月13日公布，共10个小区";
const WEEK_2023 = [
  "当前阶段：第四阶段　总结提升",
  PUBLISHED_2023,
  "申报表：已提交12个小区，涉及6个地区",
  "初评：已提交定稿12个，共12个小区",
  ...ALL_IN,
  "全市总结，10月30日前",
];
/** Files, which say nothing in the chat: the week's workbook and its picture. */
const WORKBOOK = "";
const PICTURE = "";
const YEAR_2023 = [
  "8月10日至8月20日　第一阶段　宣传发动",
  "8月21日至9月20日　第二阶段　组织实施",
  "9月21日至10月14日　第三阶段　核查推荐",
  "9月29日至10月6日　中秋、国庆节放假",
  "10月15日至10月30日　第四阶段　总结提升",
];
const YEAR_2024 = [
  "8月10日至8月20日　第一阶段　宣传发动",
  "8月21日至9月20日　第二阶段　组织实施",
  "9月15日至9月17日　中秋放假",
  "9月21日至10月14日　第三阶段　核查推荐",
  "10月1日至10月7日　国庆节放假",
  "10月15日至10月30日　第四阶段　总结提升",
];
const DISTRICTS = ["越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县"];
/** The week's first morning comes with how far the districts are. */
const week = (year: number, day: string, of: (district: string) => string): string[] => [
  said(
    `${year}年度绍兴市“美好家园”活动办理进度`,
    ...DISTRICTS.map((district) => `${district}：${of(district)}`),
    `截至${year}年${day}，各地区按方案所列次序排列。`,
  ),
  PICTURE,
];
const LAST_STAGE = "当前阶段：第四阶段　总结提升，10月30日结束";
const HANDED_IN = ["推荐名单：已报送，盖章件待补", "工作报告：已报送"];
const [LIST_IN = ""] = HANDED_IN;
const NO_PROOF = "证明材料0/25条：□□□□□ □□□□ □□□□□□□□□ □□□□□□□（■有□无）";
const CASE_2024 = `瓜渚湖畔：初评已提交定稿，附件1尚未填报，意见已登记0/4；${NO_PROOF}`;
const OUTCOME_2023 = "市级名单：已于10月13日公布，本地区入选1个小区：瓜渚湖畔";

/** The last week of 2023: everything has come by its last day, so nobody is reminded of anything. */
const year2023: Row[] = [
  {
    on: "2023-10-23",
    ...asking(city(LAST_STAGE, PUBLISHED_2023, ...ALL_IN)),
    // The stage's opening has sent the card, so no picture of the week comes with it.
    organizer: [
      said(
        "今日待办　美好家园 3项待办",
        "1. 全市总结：定稿尚未归档，请尽量于10月30日前办理，之后仍可办理",
        // The last report came on the Friday.
        "10月20日（周五）08:45以来",
        "推荐名单：应报6个，已报6个",
      ),
      ...week(2023, "10月23日", () => "申报2个，初评定稿2个，推荐名单已报送，工作报告已报送"),
      city(LAST_STAGE, PUBLISHED_2023, ...ALL_IN),
    ],
    clerk: [own(LAST_STAGE, OUTCOME_2023, ...HANDED_IN)],
    member: [
      said("办理进度汇总（截至10月23日）", ...WEEK_2023, ...YEAR_2023),
      WORKBOOK,
      PICTURE,
      city(LAST_STAGE, PUBLISHED_2023, ...ALL_IN),
    ],
    cards: [RUNNING_4, RUNNING_4],
  },
  {
    on: "2023-10-30",
    ...asking(city("当前阶段：活动已于2023年10月30日结束，只可查阅", PUBLISHED_2023, ...ALL_IN)),
    organizer: [
      "结束活动　请确认",
      "活动已结束",
      city("当前阶段：活动已于2023年10月30日结束，只可查阅", PUBLISHED_2023, ...ALL_IN),
    ],
    clerk: [own("当前阶段：活动已于2023年10月30日结束，只可查阅", OUTCOME_2023, ...HANDED_IN)],
    member: [
      said("办理进度汇总（截至10月30日）", ...WEEK_2023, ...YEAR_2023),
      WORKBOOK,
      PICTURE,
      city("当前阶段：活动已于2023年10月30日结束，只可查阅", PUBLISHED_2023, ...ALL_IN),
    ],
    cards: [CLOSED_2023, CLOSED_2023],
  },
];

/** The day before the first stage, its opening on the next working day, and stage two. */
const summer2024: Row[] = [
  {
    on: "2024-08-09",
    ...asking(city("当前阶段：活动尚未开始")),
    clerk: [own("当前阶段：活动尚未开始")],
    member: [city("当前阶段：活动尚未开始")],
    cards: [CLOSED_2023, CLOSED_2023],
  },
  {
    on: "2024-08-12",
    ...asking(city("当前阶段：第一阶段　宣传发动，8月20日结束")),
    organizer: [
      said(
        "口径：对实施方案的理解",
        "共35条：待明确2条，待审批领导确认0条，已答复0条，其余按默认口径执行。",
        "其余33条按默认口径执行，发送「全部口径」分页查看。",
      ),
      city("当前阶段：第一阶段　宣传发动，8月20日结束"),
    ],
    clerk: [
      said("【第一阶段】宣传发动　8月20日结束 进行中", "柯桥区“美好家园”活动已启动，本阶段至8月20日，共7个工作日。"),
      own("当前阶段：第一阶段　宣传发动，8月20日结束"),
    ],
    member: ["【第一阶段】宣传发动　8月10日至8月20日 进行中", city("当前阶段：第一阶段　宣传发动，8月20日结束")],
    cards: ["【第一阶段】宣传发动　8月20日结束 进行中", "【第一阶段】宣传发动　8月10日至8月20日 进行中"],
  },
  stageTwoOpens(),
  lastDayOfStageTwo(),
];

function stageTwoOpens(): Row {
  const title = "【第二阶段】组织实施　9月底前报推荐名单 进行中";
  const holiday = "9月15日至9月17日中秋放假，请提前安排。";
  const owed = "推荐名单：9月底前（截至9月30日）。请尽量于9月30日（周一）17:00前报送。";
  const progress = city(
    "当前阶段：第二阶段　组织实施，9月20日结束",
    `申报表：已提交0个小区，涉及0个地区；${SOON}`,
    `初评：已提交定稿0个，共0个小区；${SOON}`,
    `推荐名单：应报6个，已报0个；${LIST_BY}`,
  );
  const facts = [`申报表：尚未提交；${SOON}`, `初评：尚未开始；${SOON}`, `推荐名单：尚未报送；${LIST_BY}`];
  return {
    on: "2024-08-21",
    ...asking(progress),
    clerk: [
      said(
        title,
        `推荐以居民满意度为首要标准，原则上不少于2个。${holiday}`,
        "申报表：每个小区一份，请尽量于9月20日前办理。",
        "初评：每个小区25条、共100分。",
        owed,
        ...facts,
      ),
      own("当前阶段：第二阶段　组织实施，9月20日结束", ...facts),
    ],
    member: [
      said(
        title,
        `请指导参加创建的小区填写申报表，对照评选标准做好初评，择优填写推荐名单向市级推荐，原则上每个地区不少于2个。${holiday}`,
        "申报表、初评：请尽量于9月20日前办理，之后仍可办理。",
        owed,
      ),
      progress,
    ],
    cards: [title, title],
  };
}

function lastDayOfStageTwo(): Row {
  const title = "【第二阶段】组织实施　9月底前报推荐名单 进行中";
  const stage = "当前阶段：第二阶段　组织实施，今日结束";
  const soon = "请尽量于今日办理，之后仍可办理";
  const totals = [
    `申报表：已提交1个小区，涉及1个地区；${soon}`,
    `初评：已提交定稿1个，共1个小区；${soon}`,
    `推荐名单：应报6个，已报0个；${LIST_BY}`,
  ];
  return {
    on: "2024-09-20",
    ...asking(city(stage, ...totals, "柯桥区：申报表已提交1个；初评已提交定稿1个，共1个；推荐名单尚未报送")),
    clerk: [
      // Seven working days before the day: 9月29日 is worked.
      said("【提醒】推荐名单　9月底前报送 待办理", `推荐名单：尚未报送，${LIST_BY}`),
      own(stage, "申报表：已提交1个", "初评：已提交定稿1个，共1个", `推荐名单：尚未报送；${LIST_BY}`, CASE_2024),
    ],
    member: [city(stage, ...totals)],
    cards: [title, title],
  };
}

/** 今日待办 by itself at 08:45, while lists are late: nothing is left of the days for visits, which end with the list. */
const morning = (own: number, late: string, ...more: string[]): string =>
  said(
    `今日待办　美好家园 ${own}项待办`,
    "推荐名单　9月底前（截至9月30日）",
    ...[late, ...more],
    `推荐名单：应报6个，已报1个；尚未报送：${MISSING}`,
    "核验安排测算：现场核验最迟至10月12日，可用0个工作日。按每组每天2个估算，最多可核验0个小区，1个不能如期完成。",
  );

/** Stage three, begun on a Saturday, and stage four, three working days before the last one for the report. */
const autumn2024: Row[] = [stageThreeOpens(), stageFourOpens()];

function stageThreeOpens(): Row {
  const title = "【第三阶段】核查推荐　9月底前报推荐名单 进行中";
  const stage = "当前阶段：第三阶段　核查推荐，10月14日结束";
  const holiday = "10月1日至10月7日国庆节放假，请提前安排。";
  const progress = city(stage, `推荐名单：应报6个，已报0个；${LIST_BY}`);
  const six = "越城区、柯桥区、上虞区、诸暨市、嵊州市、新昌县";
  return {
    on: "2024-09-23",
    ...asking(progress),
    organizer: [
      said(
        "今日待办　美好家园 3项待办",
        "推荐名单　9月底前（截至9月30日）",
        `${six}：9月20日已提醒，未读`,
        `推荐名单：应报6个，已报0个；尚未报送：${six}`,
      ),
      progress,
    ],
    clerk: [
      said(
        title,
        holiday,
        "推荐名单：9月底前（截至9月30日）。请尽量于9月30日（周一）17:00前报送。",
        `推荐名单：尚未报送；${LIST_BY}`,
      ),
      own(stage, `推荐名单：尚未报送；${LIST_BY}`, CASE_2024),
    ],
    member: [
      said(
        "【第三阶段】核查推荐　9月21日至10月14日 进行中",
        `市评选工作组将下沉小区，对已推荐的小区进行核验，择优选择并公布10个市级“美好家园”小区，并向省住房和城乡建设厅推荐3个。${holiday}`,
        "推荐名单尚未报送的，请于9月底前（截至9月30日）报送。",
      ),
      progress,
    ],
    cards: [title, "【第三阶段】核查推荐　9月21日至10月14日 进行中"],
  };
}

function stageFourOpens(): Row {
  const title = "【第四阶段】总结提升　10月20日前报工作报告 进行中";
  const stage = LAST_STAGE;
  const owed = "工作报告：10月20日前（含当日）。请尽量于10月18日（周五）17:00前报送。";
  const report = `工作报告：尚未报送；${REPORT_BY}`;
  const progress = city(
    stage,
    `推荐名单：应报6个，已报1个；尚未报送：${MISSING}；${LIST_LATE}`,
    `工作报告：应报6个，已报0个；${REPORT_BY}`,
  );
  return {
    on: "2024-10-15",
    ...asking(progress),
    organizer: [
      morning(
        4,
        // The list was urged on the 14th, five working days after the first one; 柯桥区 read of its report on the 10th.
        `${MISSING}：截至10月15日逾期7个工作日，10月14日已提醒，未读`,
        "工作报告　10月20日前（含当日），遇休息日，最后一个工作日为10月18日",
        `${MISSING}：10月14日已提醒，未读`,
        "柯桥区：10月10日已提醒",
      ),
      progress,
    ],
    // The card that opens the stage says it all: no reminder beside it on the same morning.
    clerk: [said(title, owed, LIST_IN, report), own(stage, LIST_IN, report, CASE_2024)],
    member: [
      said(title, owed),
      city(stage, `推荐名单：应报6个，已报1个；${LIST_LATE}`, `工作报告：应报6个，已报0个；${REPORT_BY}`),
    ],
    cards: [title, title],
  };
}

/** The reminder on the last working day, the last day, a Sunday, and the day after. 柯桥区 reports on the first. */
const october2024: Row[] = [
  lastDays("2024-10-18", {
    report: "应报6个，已报0个",
    due: `${REPORT_BY}，剩1个工作日`,
    before: morning(
      4,
      `${MISSING}：截至10月18日逾期10个工作日，10月18日已提醒，未读`,
      "工作报告　10月20日前（含当日），遇休息日，最后一个工作日为10月18日",
      "越城区、柯桥区、上虞区、诸暨市、嵊州市、新昌县：剩1个工作日，10月18日已提醒，未读",
    ),
    clerk: [
      said(
        "【提醒】工作报告　10月20日前报送 剩1个工作日",
        "柯桥区的工作报告尚未报送，请于10月20日前（含当日）报送，并尽量于10月18日（周五）17:00前完成。",
      ),
      own(LAST_STAGE, LIST_IN, `工作报告：尚未报送；${REPORT_BY}，剩1个工作日`, CASE_2024),
    ],
    cards: [
      "【第四阶段】总结提升　10月20日前报工作报告 进行中，剩1个工作日",
      "【第四阶段】总结提升　10月20日前报工作报告 进行中，剩1个工作日",
    ],
  }),
  lastDays("2024-10-20", {
    report: "应报6个，已报1个",
    // 10月18日 is past: nobody is asked for it any more.
    due: "10月20日前（含当日），今日截止",
    cards: [RUNNING_4, "【第四阶段】总结提升　10月20日前报工作报告 今日截止"],
  }),
  dayAfter(),
];

type LastDay = Pick<Row, "cards"> & { report: string; due: string; clerk?: string[]; before?: string };

function lastDays(on: string, { report, due, clerk, before, cards }: LastDay): Row {
  const stage = LAST_STAGE;
  const missing = report.endsWith("已报0个") ? "" : `；尚未报送：${MISSING}`;
  const progress = city(
    stage,
    `推荐名单：应报6个，已报1个；尚未报送：${MISSING}；${LIST_LATE}`,
    `工作报告：${report}${missing}；${due}`,
  );
  return {
    on,
    ...asking(progress),
    organizer: [...(before === undefined ? [] : [before]), progress],
    clerk: clerk ?? [own(stage, ...HANDED_IN, CASE_2024)],
    member: [city(stage, `推荐名单：应报6个，已报1个；${LIST_LATE}`, `工作报告：${report}；${due}`)],
    cards,
  };
}

function dayAfter(): Row {
  const late = "应于10月20日前报送，已逾期，仍可报送，将注明逾期";
  const row = lastDays("2024-10-21", { report: "应报6个，已报1个", due: late, cards: [RUNNING_4, RUNNING_4] });
  return {
    ...row,
    organizer: [
      ...week(2024, "10月21日", (district) =>
        district === "柯桥区"
          ? "申报1个，初评定稿1个，推荐名单已报送，工作报告已报送"
          : "申报0个，初评定稿0个，推荐名单尚未报送，工作报告尚未报送",
      ),
      morning(
        5,
        `${MISSING}：截至10月21日逾期11个工作日，10月21日已提醒，未读`,
        "工作报告　10月20日前（含当日）",
        `${MISSING}：截至10月21日逾期1个工作日，10月21日已提醒，未读`,
        "5. 全市总结：定稿尚未归档，请尽量于10月30日前办理，之后仍可办理",
        "10月18日（周五）08:45以来",
      ),
      ...row.organizer,
    ],
    member: [
      said(
        "办理进度汇总（截至10月21日）",
        "当前阶段：第四阶段　总结提升",
        "申报表：已提交1个小区，涉及1个地区",
        "初评：已提交定稿1个，共1个小区",
        "推荐名单：应报6个，已报1个",
        "工作报告：应报6个，已报1个",
        "全市总结，10月30日前",
        ...YEAR_2024,
      ),
      WORKBOOK,
      PICTURE,
      ...row.member,
    ],
  };
}

export const TABLE: readonly Row[] = [...year2023, ...summer2024, ...autumn2024, ...october2024];
