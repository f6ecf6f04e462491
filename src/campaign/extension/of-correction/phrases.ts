import type { Nouns } from "../../directory/nouns.ts";
import type { DayProblem } from "../rules.ts";
import type { ReturnExtensionState } from "./return-extension.ts";

interface Days {
  /** 10月12日 */
  until: string;
  dueOn: string;
  latest: string;
  today: string;
}

const quoted = (name: string): string => `“${name}”`;
const UNCHANGED = "原补正期限不变";

/** 补正延期. */
export const returnExtensionPhrases = {
  askWord: () => "补正延期",
  askWords: ["补正延期", "申请补正延期", "延长补正"],
  grantWord: () => "准予补正延期",
  declineWord: () => "不予补正延期",
  askExample: ({ caseName }: Nouns) => `补正延期 ${caseName} 10月12日 正在补拍`,
  askPurpose: ({ organizer }: Nouns) => `补正不能按期完成的，写明日期和理由，报${organizer}决定`,
  grantExample: ({ caseName }: Nouns) => `准予补正延期 ${caseName}`,
  grantPurpose: () => "准予推迟补正期限；不同意的发送「不予补正延期」并写明意见",

  reasonName: () => "补正延期理由",
  typed: (name: string, day: string, reason: string) => `补正延期 ${name} ${day} ${reason}`,
  title: (name: string) => `补正延期　${name}`,
  status: (state: ReturnExtensionState | undefined) =>
    state === undefined
      ? "待填写"
      : { asked: "待决定", granted: "已准予延期", declined: "未准予延期", replaced: "已由新申请替代" }[state],
  lapsed: () => "无须决定",
  due: (name: string, dueOn: string) => `${quoted(name)}的补正期限为${dueOn}。`,
  fill: ({ organizer }: Nouns) =>
    `请填写拟延至的日期（须为工作日）和理由，经${organizer}准予后按新期限报送补正；此前${UNCHANGED}。`,
  typedHint: (name: string, day: string) => `也可发送「补正延期 ${name} ${day} 理由」。`,
  dayField: () => "延至",
  reasonField: () => "理由",
  submit: () => "提交申请",
  again: () => "如需再次申请：",
  decisionHint: (name: string) =>
    `请选择后提交；不予延期的请写明意见。也可发送「准予补正延期 ${name}」或「不予补正延期 ${name} 意见」。`,
  opinionToast: () => `请在卡片上写明意见后提交，${UNCHANGED}`,
  noOpinion: (name: string) => `请写明不予延期的意见，未办理。例如：「不予补正延期 ${name} 请按期报送」。`,
  noVerdict: () => "请选择准予补正延期或不予补正延期，未办理。",
  asks: (district: string, name: string, { dueOn, until }: Pick<Days, "dueOn" | "until">) =>
    `${district}${quoted(name)}的补正期限为${dueOn}，拟延至${until}。`,
  reason: (reason: string) => `理由：${reason}`,
  opinion: (opinion: string) => `办理意见：${opinion.replace(/[。.]$/u, "")}。`,
  waits: ({ organizer }: Nouns) => `等待${organizer}决定，此前${UNCHANGED}。`,
  granted: (name: string, until: string) => `${quoted(name)}的补正准予延至${until}（含当日）。`,
  declined: (name: string, dueOn: string) => `${quoted(name)}的补正未准予延期，仍应于${dueOn}前报送。`,
  footnote: () => "补正期限和延期的办理为系统建议，非文件规定。",

  asked: (name: string, until: string, { organizer }: Nouns) =>
    `已申请将${quoted(name)}的补正延至${until}，等待${organizer}决定，此前${UNCHANGED}。`,
  saidGranted: (name: string, until: string) => `已准予${quoted(name)}的补正延至${until}，已告知其经办人。`,
  saidDeclined: (name: string) => `未准予${quoted(name)}的补正延期，${UNCHANGED}，已告知其经办人。`,

  over: (name: string, dueOn: string) =>
    `${quoted(name)}的补正期限（${dueOn}）已过，不能再延期。仍可报送补正，须写明逾期原因。`,
  notOpen: (name: string) => `${quoted(name)}没有待办的退回补正，无须延期，未作任何改动。`,
  noReason: (name: string, day: string) =>
    `没有写明理由，未作任何改动。请在日期后写明，例如「补正延期 ${name} ${day} 正在补拍」。`,
  noSuchDay: (said: string) => `没有“${said}”这一天，未作任何改动。请核对日期后重新发送。`,
  unclearDay: (said: string) => `“${said}”可理解为不同日期，未作任何改动。请写成「10月12日」的形式。`,
  noneWaits: (name: string) => `${quoted(name)}没有等待决定的补正延期申请，未作任何改动。`,
  problem: (problem: DayProblem, { until, dueOn, latest, today }: Days) =>
    ({
      past: `${until}已过（今天是${today}），不能延至该日，${UNCHANGED}。`,
      notLater: `${until}不晚于现在的补正期限（${dueOn}），无须延期，${UNCHANGED}。`,
      beyond: `${until}过晚，补正最晚可延至${latest}，${UNCHANGED}。`,
      restDay: `${until}是休息日，请改为工作日，${UNCHANGED}。`,
    })[problem],
};
