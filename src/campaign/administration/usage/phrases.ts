export const usagePhrases = {
  title: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月　钉钉用量`,
  status: (share: number) => `已用${Math.floor(share * 100)}%`,
  callsLabel: () => "接口调用",
  pushesLabel: () => "消息推送",
  of: (used: number, limit: number) => `${used}次，免费版每月${limit}次`,
  line: (work: string, count: number) => `${work}：${count}次`,
  footnote: () => "由系统自行统计，以钉钉后台为准。",
};
