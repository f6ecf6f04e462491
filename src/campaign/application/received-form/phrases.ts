import type { ApplicationWords } from "../words.ts";

const MOST_SHOWN = 40;
const shortened = (text: string): string =>
  [...text].length > MOST_SHOWN ? `${[...text].slice(0, MOST_SHOWN).join("")}……` : text;
const listed = (labels: readonly string[]): string => labels.join("、");

export const receivedPhrases = {
  take: () => "采用",
  typedTake: (district?: string) => (district === undefined ? "采用申报表" : `采用申报表 ${district}`),
  takeFor: (district: string) => `采用到${district}`,
  title: (name: string, { form }: ApplicationWords) => `已读取${name === "" ? "" : `“${name}”`}${form}`,
  rowsTitle: (count: number, words: ApplicationWords) => `已读取${words.cases(count)}的表格`,
  status: () => "待采用",
  lead: (file: string, count: number) => `从《${file}》中读出${count}项，尚未写入。请核对后按「采用」，一次全部写入。`,
  nothingNew: (file: string) => `《${file}》的内容与现有内容一致，没有需要写入的。`,
  into: {
    new: ({ form }: ApplicationWords) => `将新建一份${form}。`,
    draft: ({ form }: ApplicationWords) => `将写入正在填写的同名${form}。`,
    application: ({ form }: ApplicationWords) => `同名${form}已提交：采用后作为修改，再按「提交」才生效。`,
  },
  changedHeading: (count: number) => `与现有内容不同（${count}项）`,
  changed: (label: string, before: string, after: string) => `${label}：现为“${before}”，文件为“${after}”`,
  addedHeading: (count: number) => `新填（${count}项）`,
  same: (labels: readonly string[]) => `与现有内容相同：${listed(labels)}。`,
  leftOpen: (labels: readonly string[]) => `选填、文件中留空的：${listed(labels)}。`,
  empty: (labels: readonly string[]) => `文件中没有、尚未填写的${labels.length}项：${listed(labels)}。采用后接着填写。`,
  unreadHeading: (count: number) => `未能读入（${count}项），采用后请改正`,
  unread: (label: string, sentence: string, typed: string) => `${label}：${sentence}（文件中是“${shortened(typed)}”）`,
  long: (label: string, words: number, most: number) =>
    `${label}共${words}字，超过${most}字：表内排前${most}字，其余排在附页。`,
  disagrees: (labels: readonly string[]) => `封面与表内不一致的栏目：${listed(labels)}，以表内的为准。`,
  pictures: (count: number) => `文件中有${count}张图片，图片未读入，只读入了文字。`,
  formulas: ({ all, empty }: { all: number; empty: number }) =>
    `表格中有${all}个公式，按其显示的结果读入，请核对。${empty === 0 ? "" : `其中${empty}个没有结果，作为空白。`}`,
  /** Of 附件4: what is kept elsewhere. */
  listOnly: ({ case: noun, form }: ApplicationWords) =>
    `只读入表中属于${form}的栏目；得分、次序以系统内的评分和推荐名单为准，表中的改动和另加的${noun}未读入，请分别用「初评」「推荐」「申报」办理。`,
  opinions: (count: number, name: string) =>
    `文件中另有${count}栏意见，未读入；请在提交之后发送「意见 ${name}」登记，或直接发送盖章件的扫描件。`,
  namedTwice: (names: readonly string[], { case: noun }: ApplicationWords) =>
    `表格中不止一次写了${names.map((name) => `“${name}”`).join("、")}，未读入。每个${noun}只写一行，请删去多余的行后重新发送。`,
  unknown: (headers: readonly string[]) => `表格中有未能识别的列：${listed(headers)}，这些列未读入。`,
  rowsItem: (name: string, parts: readonly string[]) => `${name}：${parts.join("；")}`,
  rowsParts: {
    new: ({ form }: ApplicationWords) => `新建${form}`,
    draft: () => "写入正在填写的",
    application: () => "已提交，作为修改",
  },
  rowsAdded: (count: number) => `新填${count}项`,
  rowsChanged: (changes: readonly string[]) => `不同${changes.length}项（${changes.join("；")}）`,
  rowsSame: () => "无变动",
  rowsUnread: (labels: readonly string[]) => `未能读入：${listed(labels)}`,
  which: (names: readonly string[], noun: string) => `您负责不止一个${noun}，请选择写入哪一个：${listed(names)}。`,
  problems: {
    twoForms: ({ form }: ApplicationWords) =>
      `这个文件里有不止一份${form}，未读入。请每份另存为一个文件后分别发送，或发送「导出 ${form}」用表格一次填写多个。`,
    emptyTable: ({ case: noun }: ApplicationWords) =>
      `这份表格中没有填写任何${noun}，未读入。请每个${noun}填写一行后重新发送。`,
    otherCampaign: ({ form, paper }: ApplicationWords) =>
      `这不是本活动的${form}（标题不同），未读入。请使用本活动的${form}，发送「导出 ${paper} 空白」可获取。`,
    otherYear: ({ form }: ApplicationWords) => `这份${form}不是本年度的，未读入。请使用本年度的${form}重新填写后发送。`,
    otherCampaignTable: ({ form }: ApplicationWords) =>
      `这份表格不是本活动的（标题不同），未读入。请使用本活动的表格，发送「导出 ${form}」可获取。`,
    otherYearTable: ({ form }: ApplicationWords) =>
      `这份表格不是本年度的，未读入。请使用本年度的表格重新填写后发送，发送「导出 ${form}」可获取。`,
    older: ({ form, paper }: ApplicationWords, name: string, { from, now }: { from: number; now: number }) =>
      `这份${form}是“${name}”第${from}次提交的版本，现已是第${now}次提交，为避免覆盖新内容未读入。请发送「导出 ${paper} ${name}」，在最新的一份上修改。`,
    otherDistrict: ({ form, district }: ApplicationWords) => `这份${form}不属于您负责的${district}，未读入。`,
    foreignNumber: ({ form }: ApplicationWords) =>
      `这份${form}页脚的校验号不属于本活动，未读入。请使用本活动的${form}。`,
  },
  problemTitle: () => "文件未读入",
  oldFormat: ({ form }: ApplicationWords) => `如果这是${form}，请另存为.docx后重新发送，即可读入。`,
  tooLarge: ({ form }: ApplicationWords) => `如果这是${form}，请删去或压缩其中的图片后重新发送，即可读入。`,
  nothingKept: ({ form }: ApplicationWords) => `没有待采用的${form}，未作任何改动。请重新发送文件。`,
  changedSince: () => "尚未写入：读取之后现有内容有变动，请按下面的对照再核对一次。",
  taken: (words: ApplicationWords, count: number) => `已写入${words.cases(count)}的${words.form}`,
  takenLead: ({ form }: ApplicationWords) => `内容已写入，尚未提交。请逐份核对、补齐后提交${form}。`,
  noCases: (names: readonly string[]) => `尚无申报、未写入的：${listed(names)}。`,
  purpose: ({ form }: ApplicationWords) => `把填好的${form}（Word或Excel）发到单聊，核对后采用`,
};
