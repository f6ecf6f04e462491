import type { Nouns } from "../../directory/nouns.ts";

const listed = (parts: readonly string[]): string => parts.join("、");

/** Headers of the sheet. */
export const replyHeaders = {
  enterprise: "物业服务企业",
  finding: "意见",
  concerns: "涉及内容",
  words: "情况说明",
  on: "回复日期",
  by: "回复人或文号",
} as const;

export const replyColumns = ({ caseName, district }: Nouns): string[] => [
  caseName,
  district,
  ...Object.values(replyHeaders),
];

export const replySheetPhrases = {
  sheet: () => "回复表",
  titleHead: () => "征求意见回复表",
  title: (department: string) => `征求意见回复表：${department}`,
  state: (at: string, number: string) => `${at}导出　校验号 ${number}`,
  hint: ({ organizer }: Nouns) =>
    `“意见”填“无异议”或“有情况”；有情况的在“情况说明”写明事实，在“涉及内容”写明下列编号或名称。尚未答复的留空。填好后由${organizer}发到与家园助手的单聊，核对后一次采用。`,
  concern: (label: string, wording: string) => `${label}：${wording}`,
  fileName: (department: string) => `征求意见回复表（${department}）.xlsx`,

  typedTake: () => "采用回复表",
  takePurpose: () => "采用发到单聊的回复表（部门填好的表格）",
  readTitle: (department: string) => `已读取${department}的回复表`,
  status: () => "待采用",
  lead: (file: string) => `《${file}》与已登记的有以下不同，采用后登记：`,
  nothingNew: (file: string) => `《${file}》与已登记的相同，没有可采用的内容。`,
  change: (name: string, now: string, back: string) => `${name}：${now === "" ? "" : `${now} → `}${back}`,
  cells: ({ finding, concerns, words, on, by }: Record<"finding" | "concerns" | "words" | "on" | "by", string>) =>
    [finding, ...(concerns === "" ? [] : [`涉及${concerns}`]), words, on === "" ? "" : `${on}回复`, by]
      .filter((part) => part !== "")
      .join("，"),
  emptied: (names: readonly string[]) => `以下各行在文件中为空，已登记的回复不变：${listed(names)}。`,
  left: (names: readonly string[], { case: one }: Nouns) => `以下${one}已不参加评选，所填不登记：${listed(names)}。`,
  formulas: (count: number) => `表中有${count}个公式，按其显示的结果读入，请核对。`,
  nothingKept: () => "没有待采用的回复表，未作任何改动。请把填好的文件重新发送。",

  notRead: () => "回复表未读入",
  refused: (file: string, why: string) => `《${file}》未读入，原有内容未作改动：${why}`,
  problemsLead: (file: string) => `《${file}》有以下各处须改正，均未登记。请改正后重新发送：`,
  problems: {
    noNumber: () => "标题下没有校验号，或校验号有误，无法确认是哪个部门的回复表。请重新导出后填写。",
    unknownNumber: () => "校验号不属于本活动。请重新导出后填写。",
    otherDepartment: (title: string, department: string) =>
      `标题是${title}的回复表，校验号是${department}的，请核对是否用错了表。`,
    twoSheets: () => "文件中有不止一张回复表，请只留一张。",
    noColumn: (headers: readonly string[]) => `缺少${listed(headers.map((one) => `“${one}”`))}一栏，请重新导出后填写。`,
    unknownCase: (name: string, noun: string) => `“${name}”不在本表导出时所列的${noun}之中。`,
    sameName: (name: string, { district }: Nouns) => `有几个“${name}”，所在${district}一栏不能区分，请逐行写明。`,
    twice: (name: string) => `“${name}”有不止一行，请只留一行。`,
    finding: (name: string, typed: string) =>
      typed === ""
        ? `“${name}”没有填写意见，请填“无异议”或“有情况”。`
        : `“${name}”的意见“${typed}”不能识别，请填“无异议”或“有情况”。`,
    of: (name: string, why: string) => `“${name}”：${why}`,
    hidden: (name: string) => `“${name}”在隐藏的行中，所填与已登记的不同，请取消隐藏、核对后重新发送。`,
  },
};
