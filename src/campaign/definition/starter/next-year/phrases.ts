import type { CivilDate } from "../../../../shared/civil-date.ts";
import type { RestSpan } from "../../calendar.ts";
import type { LineMove } from "./plan-moves.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];
const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}……` : words);

export const nextYearPhrases = {
  made: (folder: string, year: number, id: string) => `已写好“${folder}”：${year}年度，活动编号${id}。`,
  exists: (folder: string) => `“${folder}”里已有文件，未作改动。请换一个文件夹。`,
  noSource: (folder: string) =>
    `“${folder}”不是可用的活动文件夹，未作改动。请先核对：npm run campaign -- check ${folder}`,
  noYear: () => "没有写明年度，未作改动。请在新文件夹的名称中写明，或用 --year 2024。",
  sameYear: (year: number) => `新旧文件夹同为${year}年度，未作改动。请用 --year 写明新的年度。`,
  uncovered: (year: number) => `日历中没有${year}年的节假日安排，未作改动。请待国务院办公厅公布后更新程序，再行生成。`,
  yearIsOurs: (year: number) =>
    `新方案尚未放入：年度${year}暂按我们自己的设定（ours），方案下发后用 --plan-file 重新生成，或自行改写 plan.txt 和 year。`,
  headings: {
    calendar: "一、各日期在新年度的情况",
    flagged: "二、写有年份、日期或星期的文字，请逐条核对",
    plan: "三、新旧方案逐行对比，以及所据的行有变动的条目",
    rulings: "四、需重新考虑的口径（上年答复）",
    friction: "五、上年的逾期和等待情况",
    asked: "六、上年反复询问、未能办理最多的语句",
  },
  none: () => "无。",
  noPlan: () => "尚无新方案，未作对比。",
  noArchive: () => "未提供上年卷宗（--archive <利用本.zip>），不列。",
  opens: (stage: string) => `${stage}开始`,
  closes: (stage: string) => `${stage}结束`,
  day: (name: string, day: CivilDate, { weekday, off }: { weekday: number; off: boolean }) =>
    `${name}：${day}（周${WEEKDAYS[weekday - 1] ?? ""}${off ? "，非工作日，请考虑是否调整" : ""}）`,
  rest: ({ name, from, to }: RestSpan) => `期间假期：${name}，${from}至${to}`,
  override: (day: string, reason: string) => `上年的日历调整须删去或改写（calendar.yaml）：${day} ${reason}`,
  flagged: (file: string, line: number, words: string) => `${file}:${line}　${short(words)}`,
  lineChanged: (line: number, before: string, to: number, after: string) =>
    `第${line}行有改动：${short(before.trim())}　→　第${to}行：${short(after.trim())}`,
  lineGone: (line: number, before: string) => `第${line}行已删去：${short(before.trim())}`,
  lineAdded: (line: number, after: string) => `新增第${line}行：${short(after.trim())}`,
  item: (file: string, at: number, line: number, move: LineMove) =>
    `${file}:${at}　所据第${line}行${move.kind === "gone" ? "已删去" : `${move.kind === "changed" ? "有改动，" : ""}现为第${move.to}行`}`,
  ruling: (id: string, version: number, text: string, approver: string) =>
    `${id}（第${version}版，${approver}确认）：${short(text)}`,
  late: (who: string, what: string, days: number) => `${who}的${what}逾期${days}个工作日，等待${who}报送`,
  correctedLate: (who: string, name: string, days: number) => `${who}${name}的补正逾期${days}个工作日，等待${who}报送`,
  waited: (what: string, whom: string, days: number) => `${what}，等待${whom}答复${days}个工作日`,
  decided: {
    ruling: (which: string) => `口径${which}的答复`,
    team: (which: string) => `第${which}次提名评选工作组`,
    selection: (which: string) => `第${which}次择优报批`,
    correction: (which: string) => `第${which}次更正`,
    province: (which: string) => `第${which}次向上级推荐报批`,
    reply: () => "部门反映情况的认定",
    extension: (which: string) => `第${which}次延期申请`,
    support: (which: string) => `第${which}号支持事项`,
  },
  inTime: () => "上年均按期报送，报批和申请次日前均已答复。",
  askedBack: (what: string, count: number) => `${what}：${count}次`,
  nothingAsked: () => "没有记录。",
};
