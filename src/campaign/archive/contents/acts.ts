import { ACTS } from "../../case-history/acts.ts";

/** What was done, where it is of no single case and 留痕 of a case does not name it. */
const MORE: Readonly<Record<string, string>> = {
  "archive.requested": "提请归档",
  "archive.confirmed": "同意归档",
  "archive.declined": "不同意归档",
  "archive.cleanup-requested": "提请清理",
  "archive.cleanup-confirmed": "同意清理",
  "archive.cleanup-declined": "不同意清理",
  "archive.made": "制成卷宗",
  "extension.asked": "申请延期",
  "extension.given": "给予延期",
  "extension.granted": "准予延期",
  "extension.declined": "不予延期",
  "extension.approved": "批准延期",
  "extension.authority-registered": "登记延期的依据",
  "extension.in-force": "延期生效",
  "ruling.recorded": "登记口径",
  "ruling.confirmed": "确认口径",
  "ruling.declined": "不确认口径",
  "ruling.sheet-confirmed": "一并确认口径",
  "ruling.authority": "登记口径的依据",
  "team.proposed": "提名评选工作组",
  "team.approved": "批准评选工作组",
  "team.declined": "不批准评选工作组",
  "team.authority-registered": "登记工作组的依据",
  "team.member-left": "成员退出工作组",
  "team.notice-made": "生成工作组通知",
};

export const actWords = (action: string): string => ACTS[action] ?? MORE[action] ?? action;
