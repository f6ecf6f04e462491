/** Commands of the bot, offered after `/`. A trailing space means that an argument follows. */
export interface Command {
  words: string;
  what: string;
}

export const commands: readonly Command[] = [
  { words: "帮助", what: "现在可以做什么" },
  { words: "进度", what: "各地申报、初评、推荐情况" },
  { words: "依据 L15", what: "方案原文，编号可换" },
  { words: "申报", what: "为一个小区填写申报表" },
  { words: "改 ", what: "跳到某一项，如：改 小区地址" },
  { words: "上一步", what: "回到上一个问题" },
  { words: "跳过", what: "暂不填写这一项" },
  { words: "保存退出", what: "保存草稿，以后继续" },
  { words: "提交", what: "提交正在填写的内容" },
  { words: "撤回 ", what: "撤回某小区的申报" },
  { words: "初评 ", what: "为某小区打分，如：初评 锦绣花园" },
  { words: "未评分条目", what: "尚未评分的条目" },
  { words: "提交定稿", what: "提交初评定稿" },
  { words: "推荐", what: "排定本地推荐名单" },
  { words: "确认推荐", what: "上报推荐名单" },
  { words: "口径", what: "方案未明之处的答复" },
  { words: "择优", what: "选定入选小区" },
  { words: "批准", what: "批准待批事项" },
  { words: "公布", what: "预览公布名单" },
  { words: "排名", what: "按评价分数排列" },
  { words: "导出 附件4", what: "推荐汇总表" },
  { words: "导出 排名", what: "排名表" },
  { words: "导出 进度", what: "进度表" },
  { words: "工作报告", what: "填写或查看工作报告" },
  { words: "广播", what: "向活动群发布通知" },
  { words: "绑定本群", what: "把所在群登记为活动群" },
  { words: "用量", what: "本月接口调用次数" },
  { words: "取消", what: "放弃正在进行的操作" },
];

/** Commands that contain the text after the slash; those that start with it come first. */
export function matchingCommands(typed: string): readonly Command[] {
  const wanted = typed.replace(/^[/／]/, "").trim();
  if (wanted === "") return commands;
  const begins = commands.filter(({ words }) => words.startsWith(wanted));
  const holds = commands.filter(({ words, what }) => words.includes(wanted) || what.includes(wanted));
  return [...new Set([...begins, ...holds])];
}
