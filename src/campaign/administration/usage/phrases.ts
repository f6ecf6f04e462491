import { textView, type View } from "../../../platform/chat/view.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { dayWords } from "../../definition/wording.ts";

export const usagePhrases = {
  title: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月　钉钉用量`,
  status: (share: number) => `已用${Math.floor(share * 100)}%`,
  callsLabel: () => "接口调用",
  pushesLabel: () => "消息推送",
  of: (used: number, limit: number, isFree: boolean) => `${used}次，${isFree ? "免费版每月" : "每月额度"}${limit}次`,
  line: (work: string, count: number) => `${work}：${count}次`,
  /** @param withPhotos left out where the campaign takes no evidence */
  room: (
    { noun, measure }: { noun: string; measure: string },
    cases: number,
    withPhotos: { photos: number; cases: number } | undefined,
  ) => {
    const counted = (count: number) => `${count}${measure}${noun === measure ? "" : noun}`;
    const more = withPhotos
      ? `；逐条上传证明材料（每条${withPhotos.photos}张照片）的，约${counted(withPhotos.cases)}`
      : "";
    return `按活动安排和实测用量测算，免费版每月额度内最多可办理约${counted(cases)}${more}。`;
  },
  withoutScorers: () => "核验成员提交定稿前，其单聊的用量不计入上述数字，全部定稿后一并计入。",
  near: (): View =>
    textView("本月钉钉用量已达八成", "本月接口调用或消息推送已用至额度的八成，明细请发送「用量」查看。", {
      tone: "near",
      footnote: "达到九成时，群内卡片暂停自动更新，余量留给答复、通知和结果。额度用完后，消息待下月发出。",
    }),
  scarce: (from: CivilDate): View =>
    textView(
      "本月钉钉用量已达九成",
      `本月接口调用或消息推送已用至额度的九成，明细请发送「用量」查看。群内卡片即日起暂停自动更新，${dayWords(from)}恢复；点击卡片或发送命令的，仍按最新情况答复。`,
      { tone: "overdue", footnote: "余量留给答复、通知和结果。额度用完后，消息待下月发出。" },
    ),
  cardsStandStill: (from: CivilDate): View =>
    textView(
      "群内卡片暂停自动更新",
      `本月钉钉用量已近额度，本群卡片暂停自动更新，${dayWords(from)}恢复。需要最新情况的，请@机器人发送「进度」。`,
    ),
  footnote: () => "由系统自行统计，以钉钉后台为准；本单位其他应用同时占用额度。",
};
