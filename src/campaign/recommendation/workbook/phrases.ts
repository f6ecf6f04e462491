import type { Nouns } from "../../directory/nouns.ts";

/** Headers of the sheet; a dropped one is known by them. */
export const listSheetHeaders = {
  name: "名称",
  place: "次序",
  beside: "评选情况",
  reason: "理由",
  unmet: "要求说明",
  problem: "须改正",
} as const;

/** Rows below those of the cases, for reasons that belong to none. */
export const listSheetRows = { number: "数量说明", late: "逾期原因" } as const;

const listed = (parts: readonly string[]): string => parts.join("、");
const quoted = (text: string): string => (text === "" ? "空白" : `“${text}”`);

export const listWorkbookPhrases = {
  /** Where the form itself is called 推荐表, another word. */
  word: (formName: string | undefined) => (formName === "推荐表" ? "推荐次序表" : "推荐表"),
  title: (word: string, district: string) => `${word}：${district}`,
  /** @param number 校验号, which says what stood there when the sheet was made */
  state: (at: string, number: string) => `${at}导出　校验号 ${number}`,
  hint: ({ case: noun }: Nouns) =>
    `推荐的${noun}在次序一栏从1起填写，不推荐的留空；偏离建议次序、推荐数量不足等须说明的，写在理由、要求说明栏和表末两行。填好后把本文件发到与家园助手的单聊，核对后一次采用；报送另行办理。无推荐的请发送「无推荐」。`,
  proposed: (names: readonly string[]) => `建议次序：${listed(names)}。`,
  fileName: (title: string) => `${title.replace(/：/u, "（")}）.xlsx`,
  notYours: ({ district }: Nouns) => `该表由本${district}的推荐经办人导出填写，未导出。`,

  typedTake: () => "采用推荐表",
  purpose: () => "采用发到单聊的推荐表（导出后填好的表格）",
  readTitle: (district: string) => `已读取${district}的推荐表`,
  status: () => "待采用",
  lead: (file: string) => `《${file}》与现有内容有以下不同，尚未写入。请核对后按「采用」，一次全部写入。`,
  nothingNew: (file: string) => `《${file}》的内容与现有内容一致，没有需要写入的。`,
  orderLabel: () => "推荐次序",
  changed: (label: string, now: string, back: string) =>
    now === "" ? `${label}：${back}` : `${label}：现为${quoted(now)}，文件为${quoted(back)}`,
  joined: (names: readonly string[]) => `导出之后新增的推荐对象未在表中，不列入次序：${listed(names)}。`,
  missing: (labels: readonly string[]) => `采用后还须补充：${listed(labels)}。`,
  unused: (labels: readonly string[]) => `按所填次序不须说明、未写入的：${listed(labels)}。`,
  nothingKept: () => "没有待采用的推荐表，未作任何改动。请把填好的文件重新发送。",
  formulas: (all: number) => `表中有${all}个公式，按其显示的结果读入，请核对。`,
  takenSaid: () => "推荐表已写入，尚未报送。",

  notRead: () => "推荐表未读入",
  refused: (file: string, why: string) => `《${file}》未读入，原有内容未作改动：${why}`,
  problems: {
    noNumber: () => "标题下没有校验号，或校验号有误，无法确认是哪一次导出的。请重新导出后填写。",
    unknownNumber: () => "校验号不属于本活动。请重新导出后填写。",
    twoSheets: () => "文件中有不止一张推荐表，请只留一张。",
    otherDistrict: ({ district }: Nouns) => `不属于您负责的${district}。`,
    reported: () => "本表导出之后已报送推荐名单。确需重新报送的，请重新导出后填写。",
    noColumn: (headers: readonly string[]) => `缺少${listed(headers.map(quoted))}一栏，请重新导出后填写。`,
    twiceColumn: (headers: readonly string[]) => `${listed(headers.map(quoted))}一栏有不止一列，请只留一列。`,
    twiceRow: (name: string) => `“${name}”有不止一行，请只留一行。`,
    noCase: (name: string, noun: string) => `“${name}”不是可推荐的${noun}（未定稿、已撤回或不得推荐），请清空其次序。`,
    notPlace: (name: string, typed: string) => `“${name}”的次序“${typed}”不是序号，请填写1、2、3……。`,
    twicePlace: (place: number, names: readonly string[]) => `${listed(names)}的次序都是${place}，请改正。`,
    gap: (place: number) => `次序应从1起连续填写，缺少${place}。`,
    hidden: (name: string) => `“${name}”在隐藏的行或工作表中，所填与现有不同，请取消隐藏、核对后重新发送。`,
    reason: (label: string, why: string) => `${label}：${why}`,
    tooLong: (most: number) => `请控制在${most}字以内。`,
  },
};
