import type { Nouns } from "../directory/nouns.ts";

/** Of the pictures of how far the campaign is. */
export const figurePhrases = {
  progressTitle: (year: number, city: string, campaign: string) => `${year}年度${city}“${campaign}”活动办理进度`,
  progressLead: (day: string, { district }: Nouns) => `截至${day}，各${district}按方案所列次序排列。`,
  progressKey: () => "色条为申报数，其中深色为初评已定稿。",
  applied: (count: number, { measure }: Nouns) => `申报${count}${measure}`,
  finalized: (count: number, { measure }: Nouns) => `初评定稿${count}${measure}`,
  districtLine: (name: string, words: string) => `${name}：${words}`,
  stateOf: (name: string, state: string) => `${name}${state}`,
  yearTitle: (year: number, city: string, campaign: string) => `${year}年度${city}“${campaign}”活动日程`,
  yearLead: (day: string) => `截至${day}。`,
  yearKey: () => "浅色为已结束的阶段，灰色为法定节假日。",
  today: (day: string) => `今天 ${day}`,
  month: (number: number) => `${number}月`,
  span: (from: string, to: string) => `${from}至${to}`,
  stage: (numeral: string, name: string) => `第${numeral}阶段　${name}`,
  stageBar: (numeral: string, name: string, span: string) => `${numeral}、${name}　${span}`,
  rest: (name: string) => `${name}放假`,
  line: (when: string, what: string) => `${when}　${what}`,
  comes: (line: string) => `接下来：${line}`,
  word: () => "进度图",
  purpose: ({ district }: Nouns) => `取各${district}办理进度和活动日程的图片，附文字表格`,
  title: () => "进度图",
  sent: () => "办理进度和活动日程的图片随后发送。",
  tablesOnly: () => "本机不能绘制图片，现以文字发送。",
  notYours: ({ city, district }: Nouns) =>
    `各${district}的进度图只供${city}级查看。本${district}的情况请发送「进度」。`,
  notHere: ({ city }: Nouns) => `进度图只在单聊和${city}级工作群中提供，未发送。`,
};
