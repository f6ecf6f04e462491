import type { Way } from "./check-in.ts";

const WAY_WORDS: Readonly<Record<Way, string>> = {
  written: "书面报告",
  meeting: "会议汇报",
  person: "当面汇报",
  other: "其他方式",
};

export const checkInPhrases = {
  recordWord: () => "已汇报",
  listWord: () => "汇报情况",
  recordLabel: () => "登记汇报",
  changeLabel: () => "更改汇报登记",
  recordPurpose: () => "登记已向党委、政府汇报的日期和方式",
  listPurpose: () => "查看已登记的汇报情况",
  example: () => "已汇报 8月15日 书面",
  title: (district: string) => `${district}　汇报情况`,
  listTitle: () => "汇报情况",
  open: () => "未登记",
  done: () => "已登记",
  ask: () => "已向党委、政府汇报本活动的，请登记日期和方式。不作要求，无须附照片等材料。",
  typedHint: (day: string) => `也可发送「已汇报 ${day} 书面」。`,
  dayField: () => "汇报日期",
  wayField: () => "汇报方式",
  way: (way: Way) => WAY_WORDS[way],
  submit: () => "登记",
  recorded: (on: string, way: Way) => `已登记：${on}汇报，${WAY_WORDS[way]}。`,
  line: (district: string, on: string, way: Way) => `${district}：${on}，${WAY_WORDS[way]}`,
  none: () => "目前没有登记的汇报情况。本项由各地自愿登记。",
  noDay: () => "没有写明汇报日期，没有登记。请写明日期，例如「已汇报 8月15日 书面」。",
  severalDays: (typed: readonly string[]) =>
    `写有多个汇报日期，没有登记。一次登记一个日期，登记以最后一次为准，请点击或回复其中一项：${typed.map((one) => `「${one}」`).join("、")}。`,
  noSuchDay: (said: string) => `没有“${said}”这一天，没有登记。请核对日期后重新发送。`,
  toCome: (on: string) => `${on}还没有到，没有登记。请在汇报之后登记。`,
  otherYear: (on: string) => `${on}不在本活动期间，没有登记。请核对日期。`,
  noWay: () => "没有写明汇报方式，没有登记。请写明书面、会议、当面或其他，例如「已汇报 8月15日 书面」。",
  footnote: (source: string) => `依据：${source}。登记日期和方式为系统建议，非文件规定。`,
};
