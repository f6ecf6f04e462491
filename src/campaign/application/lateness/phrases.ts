import { textView } from "../../../platform/chat/view.ts";
import { withoutStop } from "../../../shared/without-stop.ts";

export const latenessPhrases = {
  title: (name: string) => `逾期申报：${name}`,
  status: () => "待填原因",
  done: () => "已提交",
  ask: (due: string) => `申报截止日（${due}）已过，尚未提交。仍可提交，将注明逾期，请先填写逾期原因。`,
  typedHint: () => "也可发送「逾期原因」加原因，随即提交。",
  submitted: () => "申报已提交，已注明逾期。",
  reason: () => "逾期原因",
  submit: () => "提交",
  purpose: () => "填写逾期原因并提交申报",
  example: () => "逾期原因 材料补齐较晚",
  asked: () => "尚未提交：请先填写逾期原因。",
  empty: () => "逾期原因不能为空，尚未提交。请发送「逾期原因」加原因，例如「逾期原因 材料补齐较晚」。",
  long: () => "逾期原因超过200字，尚未提交。请精简后重新发送。",
  talk: () => "所发内容不是逾期原因，尚未提交。请发送「逾期原因」加原因，例如「逾期原因 材料补齐较晚」。",
  order: (said: string, own: string): string =>
    `逾期原因中的「${said}」似非原因，尚未提交。只记录其余内容的，请点击或发送「${latenessPhrases.typed(own)}」。`,
  typed: (reason: string): string => `逾期原因 ${reason}`,
  withCommand: {
    order: (said: string, own: string): string =>
      `逾期原因中的「${said}」似非原因，未作任何改动。请重新发送，原因只写「${latenessPhrases.typed(own)}」。`,
    long: () => "逾期原因超过200字，未作任何改动。请精简后重新发送。",
    talk: () => "“逾期原因”后所写的不是原因，未作任何改动。请写明，例如「逾期原因 材料补齐较晚」。",
  },
  notLate: () => "本次未逾期，所写的逾期原因未记录。",
  nothing: () => "目前没有需要填写逾期原因的申报，未作任何改动。已提交的申报，逾期原因按提交时所填留存。",
  late: () => "逾期",
  lateLine: (reason: string) => `本申报为逾期申报，原因：${withoutStop(reason)}。`,
  told: (district: string, name: string, reason: string) =>
    textView(`逾期申报：${district}“${name}”`, `该申报在截止日后提交，原因：${withoutStop(reason)}。`, {
      tone: "near",
    }),
};
