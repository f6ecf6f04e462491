import type { Question } from "./field.ts";

const example = ({ example: given }: Question, otherwise?: string): string => {
  const shown = given ?? otherwise;
  return shown === undefined ? "" : `，例如：${shown}`;
};

/** What is said of an answer that cannot stand. */
export const retryPhrases = {
  empty: (question: Question) => `请填写文字${example(question)}。`,
  noWords: (question: Question) => `内容里没有文字，未保存。请用文字填写${example(question)}。`,
  tooLong: (words: number, most: number) => `共${words}字，超过${most}字，未保存。请精简后重新发送。`,
  tooLarge: (characters: number) => `内容过长（${characters}个字符），未保存。请精简后重新发送。`,
  attachedPage: (words: number, most: number) =>
    `共${words}字，超过${most}字，尚未保存。超出部分另附页的，请回复「附页」；否则请精简后重新发送。`,
  phone: (question: Question) =>
    `请填写11位手机号码，或7至12位办公电话（外地请加区号）${example(question, "13812345678、0571-87654321")}。`,
  percent: (question: Question) => `请填写0至100之间的数，最多两位小数${example(question, "92.5")}。`,
  fraction: (typed: string) =>
    `「${typed}」看不出是百分之几：百分之${Number((Number(typed) * 100).toFixed(4))}请回复「${Number((Number(typed) * 100).toFixed(4))}」，百分之${typed}请回复「${typed}%」。`,
  date: (question: Question, year: number) =>
    `请填写日期${example(question, `${year}年10月20日、10.20`)}；不写年份的按${year}年。`,
  choice: (options: readonly string[]) => `请回复序号或名称：${options.join("，")}。`,
  choiceUnclear: (typed: string, options: readonly string[]) =>
    `「${typed}」对应不止一项，请回复序号：${options.join("，")}。`,
  points: ({ min = 0, max, step = 1, ...rest }: Question) => {
    const range = max === undefined ? `不小于${min}` : `${min}至${max}之间`;
    return `请填写${range}的${step === 1 ? "整数" : `数，以${step}为一档`}${example(rest, String(max ?? min))}。`;
  },
  detailDate: (option: string, label: string, year: number) =>
    `已选「${option}」，请补充${label}，例如：${year}年10月20日、10.20。`,
  detailText: (option: string, label: string) => `已选「${option}」，请补充${label}。`,
  declarationUnclear: (options: readonly string[]) =>
    `请只回复一项的序号或名称，需要说明的写在后面：${options.join("，")}。`,
};

/** How an answer is shown again. */
export const shownPhrases = {
  percent: (value: number) => `${value}%`,
  points: (value: number) => `${value}分`,
  declaration: (option: string, details: readonly string[]) => [option, ...details].join("；"),
};

/** What is said of a step that cannot be taken. */
export const stepPhrases = {
  required: () => "这一项必填，不能跳过。",
  cannotClear: () => "这一项必填，不能清除，可直接发送新的内容。",
  first: () => "已经是第一项。",
  wrongType: () => "内容的格式无法识别，未保存，请重新填写。",
  unknownField: () => "本表没有这一项，未保存。",
  left: () => "必填项尚未填写。",
  choiceFirst: () => "请先选择这一项。",
};
