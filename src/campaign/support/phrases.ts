import type { Nouns } from "../directory/nouns.ts";
import type { SupportState } from "./support.ts";

export const supportPhrases = {
  word: () => "支持事项",
  words: () => ["支持事项", "申请支持情况", "支持情况"],
  purpose: ({ city, district }: Nouns) => `查看${district}申请${city}级支持的事项和办理情况`,
  askWord: () => "申请支持",
  typedAsk: (name: string) => `申请支持 ${name}`,
  askWords: () => ["申请支持", "请求支持", "需要支持"],
  askExample: ({ case: one }: Nouns) => `申请支持 ${one}名称：需协调的事项`,
  askPurpose: ({ case: one, city }: Nouns) => `${one}需要${city}级协调支持的，写明事项`,
  answerWord: () => "答复支持",
  answerExample: () => "答复支持 1 答复内容",
  answerPurpose: ({ district }: Nouns) => `答复${district}申请支持的事项`,
  closeWord: () => "办结支持",
  closeExample: () => "办结支持 1 办理结果",
  closePurpose: () => "支持事项已解决或不再需要的，登记办结",

  states: { asked: "待答复", answered: "已答复，待办结", closed: "已办结" } satisfies Record<SupportState, string>,
  title: (number: number) => `支持事项第${number}件`,
  listTitle: (count: number, open: number) => (count === 0 ? "支持事项" : `支持事项　${count}件，${open}件未办结`),
  none: () => "目前没有申请支持的事项。",
  line: (said: { number: number; district: string; about: string; state: string }) =>
    `第${said.number}件　${said.district}　${said.about}：${said.state}`,
  more: (count: number) => `另有${count}件，请发送「支持事项 编号」查看。`,
  /** On the card of a case, and in reports. */
  ofCase: (content: string, state: string) => `支持事项：${content}（${state}）`,
  reportLabel: () => "支持事项",
  summaryLine: (about: string, content: string, state: string, answer: string | undefined) =>
    `${about}：${content}（${state}${answer === undefined ? "" : `，答复：${answer}`}）`,
  counted: (count: number, open: number) => `${count}件，${open === 0 ? "均已办结" : `${open}件未办结`}`,
  aboutLabel: () => "对象",
  contentLabel: () => "需协调的事项",
  askedLabel: () => "申请",
  answerLabel: () => "答复",
  answerToldLabel: () => "答复时间",
  outcomeLabel: () => "办理结果",
  by: (name: string, at: string) => `${name}，${at}`,

  formTitle: (about: string) => (about === "" ? "申请支持" : `${about}　申请支持`),
  /** Asked in words where only the name was given. */
  whichMatter: (about: string, { city }: Nouns) =>
    `“${about}”需要${city}级协调支持哪些事项？请回复，回复后即提交；不申请的，请回复「取消」。`,
  typedAsIs: (about: string, content: string) => `${supportPhrases.askWord()} ${about}：内容：${content}`,
  matterDropped: () => "未申请支持，未作任何改动。",
  formText: ({ city }: Nouns) => `请写明需要${city}级协调支持的事项。提交后由${city}级答复，解决后请登记办结。`,
  fields: {
    about: ({ case: one }: Nouns) => `${one}名称`,
    content: "需协调的事项",
    answer: "答复",
    outcome: "办理结果",
  },
  submitAsk: () => "提交申请",
  submitAnswer: () => "提交答复",
  submitClose: () => "登记办结",
  openLabel: (number: number) => `第${number}件`,

  asked: (number: number, { organizer }: Nouns) =>
    `已提交，编号第${number}件，已告知${organizer}。解决后请发送「办结支持 ${number}」。`,
  answered: (number: number) => `第${number}件已答复，已告知申请的经办人。`,
  closeAnywayMark: () => "（仍整件办结）",
  closeAnywayLabel: () => "仍整件办结",
  closeAnyway: (number: number, outcome: string) => `办结支持 ${number} ${outcome}${supportPhrases.closeAnywayMark()}`,
  closed: (number: number) => `第${number}件已办结。`,
};

export const supportRefusals = {
  which: () =>
    "没有读到是第几件，或写了不止一件，未作任何改动。请逐件写明编号，例如「办结支持 1 办理结果」；「支持事项」列出全部。",
  noSuch: (number: number) => `没有第${number}件支持事项，或不在您可以查看的范围，未作任何改动。`,
  noAbout: ({ case: one }: Nouns) => `没有写明是哪个${one}，未提交。请写作「申请支持 ${one}名称：需协调的事项」。`,
  several: (names: readonly string[]) => `名称相近的有${names.join("、")}，未提交。请写明全称。`,
  otherCase: (own: string, other: string) =>
    `申请的是“${own}”，内容中另有“${other}”的事项，未提交。请分别申请：「申请支持 ${own}：事项」、「申请支持 ${other}：事项」。`,
  noContent: () => "没有写明需协调的事项，未提交。请补充。",
  undone: (number: number, outcome: string) =>
    `所写的“${outcome.slice(0, 60)}”中似有尚未办理的事项，第${number}件未办结，未作任何改动。办结以整件为准，全部办好后再登记；确需整件办结的，请点击「仍整件办结」。`,
  noOutcome: (number: number, said: string) =>
    `“${said}”没有写明办理结果，第${number}件未办结，未作任何改动。请写明，例如「办结支持 ${number} 供电公司已装好」；不写办理结果的，请发送「办结支持 ${number}」。`,
  idle: (content: string) => `“${content}”不是需协调的事项，未提交。请写明事项，例如「申请支持 名称：需协调的事项」。`,
  noAnswer: () => "没有写明答复内容，未作任何改动。请补充。",
  tooLong: (label: string, length: number, most: number) =>
    `${label}共${length}字，超过${most}字，未作任何改动。请精简。`,
  same: (number: number) => `同一事项已申请（第${number}件），未重复提交。`,
  alreadyClosed: (number: number) => `第${number}件已办结，未作任何改动。仍需支持的，请重新申请。`,
};
