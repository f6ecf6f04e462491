import { textView, type View } from "../../../platform/chat/view.ts";
import type { Nouns } from "../../directory/nouns.ts";

/** Headers of the sheet; a dropped one is known by them. */
export const workbookHeaders = {
  row: "条目",
  wording: "评选标准",
  most: "分值",
  beside: "材料与数据",
  points: "考核分",
  reason: "理由",
  remark: "备注",
  problem: "须改正",
} as const;

const listed = (parts: readonly string[]): string => parts.join("、");
const MOST_SHOWN = 24;
const shortened = (text: string): string =>
  [...text].length > MOST_SHOWN ? `${[...text].slice(0, MOST_SHOWN).join("")}……` : text;
const quoted = (text: string): string => (text === "" ? "空白" : `“${shortened(text)}”`);

export const reviewWorkbookPhrases = {
  word: () => "初评表",
  title: (name: string) => `初评表：${name}`,
  /** @param number 校验号, which says what stood there when the sheet was made */
  state: ({ district, at, number }: { district: string; at: string; number: string }, final: string | undefined) =>
    `${district}　${at}导出　校验号 ${number}${final === undefined ? "" : `　${final}`}`,
  final: () => "已提交定稿，本表只供查看",
  hint: ({ case: noun }: Nouns, notApplicable: readonly string[]) =>
    `只填考核分、理由、备注三栏，其余不能改动；每个${noun}一张工作表。考核分填数字${notApplicable.length > 0 ? `，${listed(notApplicable)}可填“不适用”并写明理由` : ""}；考核分、理由留空的不改动，备注清空的删除。填好后把本文件发到与家园助手的单聊，核对后一次采用；提交定稿另行办理。`,
  fileName: (part: string) => `初评表（${part}）.xlsx`,
  listWord: (options: readonly (string | number)[]) => options.join("、"),
  notYours: ({ district }: Nouns, paper: string) =>
    `初评表由本${district}的初评经办人导出填写，未导出。查看分数请发送「导出 ${paper}」。`,
  none: ({ case: noun }: Nouns, part: string) => `${part}没有参加初评的${noun}，没有可导出的初评表。`,

  typedTake: () => "采用初评表",
  purpose: () => "采用发到单聊的初评表（导出后填好的表格）",
  status: () => "待采用",
  readTitle: (count: number, { cases }: Nouns) => `已读取${cases(count)}的初评表`,
  lead: (file: string, rows: number) => `《${file}》将改动${rows}条，尚未写入。请核对后按「采用」，一次全部写入。`,
  nothingNew: (file: string) => `《${file}》的内容与现有内容一致，没有需要写入的。`,
  caseHeading: (name: string, parts: readonly string[]) => `${name}：${parts.join("，")}`,
  added: (count: number) => `新评${count}条`,
  changedCount: (count: number) => `改动${count}条`,
  conflictCount: (count: number) => `与同事不一致${count}条`,
  noChange: () => "无变动",
  row: (id: string, parts: readonly string[]) => `${id}　${parts.join("；")}`,
  valueNew: (value: string) => value,
  valueChanged: (now: string, back: string) => `现为${now}，文件为${back}`,
  reasonNew: (text: string) => `理由：${shortened(text)}`,
  reasonChanged: (now: string, back: string) => `理由现为${quoted(now)}，文件为${quoted(back)}`,
  remarkNew: (text: string) => `备注：${shortened(text)}`,
  remarkChanged: (now: string, back: string) =>
    back === "" ? `备注${quoted(now)}将删除` : `备注现为${quoted(now)}，文件为${quoted(back)}`,
  unscored: () => "未评分",
  fullRows: (count: number) => `其余${count}条为满分`,
  more: (count: number) => `另有${count}条未列出，均以文件所填为准`,
  conflict: (name: string, row: string) => `${name} ${row}`,
  formulas: ({ all, empty }: { all: number; empty: number }) =>
    `表中有${all}个公式，按其显示的结果读入，请核对。${empty === 0 ? "" : `其中${empty}个没有结果，作为空白，不改动。`}`,
  nothingKept: () => "没有待采用的初评表，未作任何改动。请把填好的文件重新发送。",
  taken: (count: number, { cases }: Nouns) => `已写入${cases(count)}的初评`,
  takenCase: (name: string, { rows, total, open }: { rows: number; total: number; open: number }) =>
    `${name}：写入${rows}条，当前总分${total}分，${open === 0 ? "各条均已评分" : `还有${open}条未评分`}`,
  takenLead: () => "初评表已写入，尚未提交定稿。",

  notRead: () => "初评表未读入",
  sheetsLead: (file: string) => `《${file}》未读入，原有分数未作改动：`,
  problem: (name: string, sentence: string) => `${name}：${sentence.replace(/。$/u, "")}`,
  problems: {
    noNumber: (sheet: string) =>
      `工作表“${sheet}”标题下没有校验号，或校验号有误，无法确认是哪一次导出的。请重新导出后填写。`,
    unknownNumber: (sheet: string) => `工作表“${sheet}”的校验号不属于本活动，未读入。请重新导出后填写。`,
    otherDistrict: (sheet: string, { district }: Nouns) => `工作表“${sheet}”不属于您负责的${district}，未读入。`,
    otherName: (sheet: string, own: string) =>
      `工作表“${sheet}”的校验号是“${own}”的，标题写的是另一个名称，无法确认是哪一个。请重新导出后填写。`,
    twiceSheet: (name: string) => `“${name}”有不止一张工作表，请只留一张。`,
    noColumn: (headers: readonly string[]) => `缺少${listed(headers.map((one) => `“${one}”`))}一栏，请重新导出后填写。`,
    twiceColumn: (headers: readonly string[]) =>
      `${listed(headers.map((one) => `“${one}”`))}一栏有不止一列，请只留一列。`,
    twiceRow: (id: string) => `${id}有不止一行，请只留一行。`,
    hidden: (id: string) => `${id}在隐藏的行或工作表中，所填与现有不同，请取消隐藏、核对后重新发送。`,
    noRow: (id: string) => `没有条目${id}，请删去该行。`,
    notPoints: (id: string, typed: string) => `${id}的考核分“${shortened(typed)}”不是分数，请填写数字。`,
    tooLong: (id: string, most: number) => `${id}的理由、备注请各控制在${most}字以内。`,
    twiceSameReason: (id: string) => `${id}没有可沿用的理由，请写明理由。`,
  },
};

export const unreadView = (file: string, sentences: readonly string[]): View => ({
  ...textView(reviewWorkbookPhrases.notRead(), reviewWorkbookPhrases.sheetsLead(file), { tone: "near" }),
  body: [
    { kind: "text", text: reviewWorkbookPhrases.sheetsLead(file) },
    { kind: "list", items: sentences },
  ],
});
