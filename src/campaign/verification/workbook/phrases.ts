import type { Nouns } from "../../directory/nouns.ts";

export const memberWorkbookPhrases = {
  word: () => "核验表",
  words: ["核验表", "导出 核验表", "导出核验表"],
  example: () => "导出 核验表",
  purpose: ({ case: noun }: Nouns) => `导出由您核验的${noun}的打分表格，填好后发回，一次采用`,
  title: (name: string, member: string) => `核验表：${name}（${member}）`,
  hint: ({ blind, clause, annex }: { blind: boolean; clause: string | undefined; annex: string }) =>
    `只填考核分、理由、备注三栏。考核分填数字${blind ? "" : "，也可填“与初评一致”"}${clause === undefined ? "" : `，不符合${annex}条款的填“不符合 ${clause}”并写明事实`}；留空的不改动。填好后把本文件发到与家园助手的单聊，核对后一次采用；提交定稿另行办理。`,
  fileName: (member: string) => `核验表（${member}）.xlsx`,
  none: ({ case: noun }: Nouns) => `目前没有由您核验、尚未提交定稿的${noun}，没有可导出的核验表。`,
  typedTake: () => "采用核验表",
  takePurpose: () => "采用发到单聊的核验表（导出后填好的表格）",
  take: () => "采用",
  takeFile: () => "采用核验表 以文件为准",
  takeNow: () => "采用核验表 以现有为准",
  fileCounts: () => "以文件为准",
  nowCounts: () => "以现有为准",
  readTitle: (sites: string) => `已读取${sites}的核验表`,
  otherMember: (sheet: string, member: string) => `工作表“${sheet}”是${member}的核验表，不能作为您的打分。`,
  notYours: (sheet: string, { case: one }: Nouns) => `工作表“${sheet}”的${one}没有分派您核验。`,
  final: (name: string) => `“${name}”的核验打分已提交定稿，不能再改。`,
  notRead: () => "核验表未读入",
  nothingKept: () => "没有待采用的核验表，未作任何改动。请把填好的文件重新发送。",
  changedSince: () => "核对之后有新的改动，已重新列出，请再核对。",
  taken: (sites: string) => `已写入${sites}的核验打分`,
  takenLead: () => "核验表已写入，尚未提交定稿。",
};
