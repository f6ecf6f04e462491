const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

export const summaryPhrases = {
  word: () => "自动报表",
  purpose: () => "查看系统自动发送的表格，可停发、改时间，也可先取一份",
  title: () => "自动报表",
  lead: () => "以下表格由系统自动发送：",
  line: (name: string, { isOn, when, moved }: { isOn: boolean; when: string; moved: string | undefined }) =>
    `${name}：${isOn ? "发送" : "已停发"}，${moved ?? when}`,
  at: (weekday: number | undefined, time: string) =>
    weekday === undefined ? `${time}发送` : `每周${WEEKDAYS[weekday - 1]}${time}`,
  moved: (weekday: number | undefined, time: string) =>
    `改在${summaryPhrases.at(weekday, time)}${weekday === undefined ? "" : "发送"}`,
  footnote: (name: string) =>
    `发送「自动报表 ${name}」先取一份；「停发 ${name}」「恢复发送 ${name}」「改发送时间 ${name} 周二10:00」（8:00至20:00）。`,
  stopWord: () => "停发",
  resumeWord: () => "恢复发送",
  moveWord: () => "改发送时间",
  get: (name: string) => `取${name}`,
  getTyped: (name: string) => `自动报表 ${name}`,
  stopped: (name: string) => `已停发${name}，不再自动发送。`,
  resumed: (name: string) => `已恢复发送${name}。`,
  movedTo: (name: string, moved: string) => `${name}已${moved}。`,
  given: (name: string) => `${name}已发给您本人，没有发到群内。`,
  momentLabel: () => "自动报表",
  unknown: (known: readonly string[]) => `请写明是哪一项：${known.join("、")}，未作任何改动。`,
  unclear: (name: string) =>
    `未能识别发送时间，未作任何改动。请写明8:00至20:00之间的时间，例如「改发送时间 ${name} 17:00」，每周发送的写「周二10:00」。`,
  notWeekly: (name: string) => `${name}不按周发送，只写时间即可，例如「改发送时间 ${name} 17:00」，未作任何改动。`,
};
