/**
 * What the clerks of eight districts get unasked in a year, written by hand from the plan, the manual and the calendars of
 * 2023 and 2026: the four openings, reminders by the days before, on and after what is owed, and what others decide on
 * their work. Both clerks of a district get the same, but for a form that one of them has begun.
 */
export type Kind =
  | "early"
  | "lastMinute"
  | "late"
  | "silent"
  | "halfDone"
  | "halfDoneColleague"
  | "extended"
  | "returned"
  | "recommendsNobody";

/** `08-10 08:30 【第一阶段】`: when, and the first line of the card as it came; of an opening its stage. */
export type Lines = readonly string[];

const LIST = "【提醒】推荐名单　9月底前报送";
const REPORT = "【提醒】工作报告　10月20日前报送";
const LATE_REPORT = "【催办】工作报告　10月20日前报送 已逾期";
const OUTCOME = "10-13 11:00 市级名单已公布：本地区结果 已公布";

/** Openings on the first working day of each stage; the others in their order of time. */
const inYear = (openings: Lines, others: Lines): Lines =>
  [...openings, ...others].toSorted((one, other) => one.slice(0, 11).localeCompare(other.slice(0, 11)));

/** 2023: 9月29日 to 10月6日 are days off, 10月7日 and 8日 are worked; stage four begins on a Sunday. */
const in2023 = (...others: string[]): Lines =>
  inYear(
    ["08-10 08:30 【第一阶段】", "08-21 08:30 【第二阶段】", "09-21 08:30 【第三阶段】", "10-16 08:30 【第四阶段】"],
    others,
  );

export const YEAR_2023: Readonly<Record<Kind, Lines>> = {
  early: in2023(OUTCOME),
  lastMinute: in2023(
    "09-15 09:00 【提醒】待办2项 待办理",
    "09-19 09:00 【提醒】待办2项 剩2个工作日",
    `09-25 09:00 ${LIST} 待办理`,
    `09-28 09:00 ${LIST} 剩1个工作日`,
    `10-11 09:00 ${REPORT} 未报送`,
    OUTCOME,
    `10-17 09:00 ${REPORT} 未报送`,
    `10-20 09:00 ${REPORT} 今日截止`,
  ),
  late: in2023(
    `09-19 09:00 ${LIST} 待办理`,
    `09-25 09:00 ${LIST} 待办理`,
    `09-28 09:00 ${LIST} 剩1个工作日`,
    "10-08 09:00 【催办】推荐名单　9月底前报送 已逾期",
    "10-10 09:00 【催办】推荐名单　9月底前报送 已逾期",
    `10-11 09:00 ${REPORT} 未报送`,
    OUTCOME,
    `10-17 09:00 ${REPORT} 未报送`,
    `10-20 09:00 ${REPORT} 今日截止`,
    `10-23 09:00 ${LATE_REPORT}`,
    `10-25 09:00 ${LATE_REPORT}`,
  ),
  // 公布 on 13 October ends what leads to the list. A third one in that week would be one too many.
  silent: in2023(
    "09-15 09:00 【提醒】待办2项 待办理",
    "09-19 09:00 【提醒】待办2项 剩2个工作日",
    "09-25 09:00 【提醒】待办2项 待办理",
    "09-28 09:00 【提醒】待办2项 剩1个工作日",
    "10-08 09:00 【催办】待办2项 已逾期",
    "10-10 09:00 【催办】待办2项 已逾期",
    "10-11 09:00 【催办】待办3项 已逾期",
    `10-17 09:00 ${REPORT} 未报送`,
    `10-20 09:00 ${REPORT} 今日截止`,
    `10-23 09:00 ${LATE_REPORT}`,
    `10-25 09:00 ${LATE_REPORT}`,
    `10-30 09:00 ${LATE_REPORT}`,
  ),
  halfDone: in2023(
    "09-15 09:00 【提醒】待办2项 待办理",
    "09-19 09:00 【提醒】待办2项 剩2个工作日",
    `09-25 09:00 ${LIST} 待办理`,
    `10-11 09:00 ${REPORT} 未报送`,
    OUTCOME,
    `10-17 09:00 ${REPORT} 未报送`,
  ),
  // Who did not begin the form is reminded of the list only.
  halfDoneColleague: in2023(
    `09-19 09:00 ${LIST} 待办理`,
    `09-25 09:00 ${LIST} 待办理`,
    `10-11 09:00 ${REPORT} 未报送`,
    OUTCOME,
    `10-17 09:00 ${REPORT} 未报送`,
  ),
  extended: in2023(
    `09-19 09:00 ${LIST} 待办理`,
    "09-22 16:00 新昌县　推荐名单延期 已准予延期",
    "09-26 09:00 【提醒】推荐名单　10月11日前报送 待办理",
    "10-08 09:00 【提醒】推荐名单　10月11日前报送 待办理",
    "10-11 09:00 【提醒】待办2项 今日截止",
    OUTCOME,
  ),
  returned: in2023(
    "09-28 11:00 退回补正　滨海新区小区1 待补正",
    "10-07 09:00 【提醒】待办1项 待办理",
    "10-10 09:00 【提醒】待办1项 待办理",
    `10-11 09:00 ${REPORT} 未报送`,
    OUTCOME,
  ),
  // 已约定 10月18日: the reminder of the 17th is left out.
  recommendsNobody: in2023(
    "09-15 09:00 【提醒】待办2项 待办理",
    `10-11 09:00 ${REPORT} 未报送`,
    `10-19 09:00 ${REPORT} 剩2个工作日`,
  ),
};

/** 2026: 9月20日 and 10月10日 are worked, 9月25日 to 27日 and 10月1日 to 7日 are days off. */
const in2026 = (...others: string[]): Lines =>
  inYear(
    ["08-10 08:30 【第一阶段】", "08-21 08:30 【第二阶段】", "09-21 08:30 【第三阶段】", "10-15 08:30 【第四阶段】"],
    others,
  );

export const YEAR_2026: Readonly<Record<Kind, Lines>> = {
  early: in2026(OUTCOME),
  // The card that opens stage four on 15 October takes the place of that day's reminder.
  lastMinute: in2026(
    "09-16 09:00 【提醒】待办2项 待办理",
    "09-20 09:00 【提醒】待办2项 今日截止",
    `09-24 09:00 ${LIST} 待办理`,
    `09-30 09:00 ${LIST} 今日截止`,
    `10-10 09:00 ${REPORT} 未报送`,
    OUTCOME,
    `10-20 09:00 ${REPORT} 今日截止`,
  ),
  late: in2026(
    `09-20 09:00 ${LIST} 待办理`,
    `09-24 09:00 ${LIST} 待办理`,
    `09-30 09:00 ${LIST} 今日截止`,
    "10-08 09:00 【催办】推荐名单　9月底前报送 已逾期",
    "10-10 09:00 【催办】待办2项 已逾期",
    OUTCOME,
    `10-20 09:00 ${REPORT} 今日截止`,
    `10-21 09:00 ${LATE_REPORT}`,
    `10-23 09:00 ${LATE_REPORT}`,
  ),
  silent: in2026(
    "09-16 09:00 【提醒】待办2项 待办理",
    "09-20 09:00 【提醒】待办2项 今日截止",
    "09-24 09:00 【提醒】待办2项 待办理",
    "09-30 09:00 【提醒】待办2项 今日截止",
    "10-08 09:00 【催办】待办2项 已逾期",
    "10-10 09:00 【催办】待办3项 已逾期",
    `10-20 09:00 ${REPORT} 今日截止`,
    `10-21 09:00 ${LATE_REPORT}`,
    `10-23 09:00 ${LATE_REPORT}`,
    `10-28 09:00 ${LATE_REPORT}`,
    `11-04 09:00 ${LATE_REPORT}`,
  ),
  halfDone: in2026(
    "09-16 09:00 【提醒】待办2项 待办理",
    "09-20 09:00 【提醒】待办2项 今日截止",
    `09-24 09:00 ${LIST} 待办理`,
    `10-10 09:00 ${REPORT} 未报送`,
    OUTCOME,
  ),
  halfDoneColleague: in2026(
    `09-20 09:00 ${LIST} 待办理`,
    `09-24 09:00 ${LIST} 待办理`,
    `10-10 09:00 ${REPORT} 未报送`,
    OUTCOME,
  ),
  extended: in2026(
    `09-20 09:00 ${LIST} 待办理`,
    "09-22 16:00 新昌县　推荐名单延期 已准予延期",
    "09-24 09:00 【提醒】推荐名单　10月12日前报送 待办理",
    "10-08 09:00 【提醒】推荐名单　10月12日前报送 待办理",
    "10-10 09:00 【提醒】待办2项 剩2个工作日",
    "10-12 09:00 【提醒】待办2项 今日截止",
    OUTCOME,
  ),
  returned: in2026(
    "09-28 11:00 退回补正　滨海新区小区1 待补正",
    "09-30 09:00 【提醒】待办1项 待办理",
    "10-10 09:00 【提醒】待办2项 待办理",
    OUTCOME,
  ),
  // 已约定 10月20日, the report's last day.
  recommendsNobody: in2026("09-16 09:00 【提醒】待办2项 待办理", `10-10 09:00 ${REPORT} 未报送`),
};
