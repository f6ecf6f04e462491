import type { Definition } from "../../definition/definition.ts";

const nounOf = ({ campaign }: Definition): string => campaign.words.district.noun;

export const caseStudyPhrases = {
  word: () => "典型案例",
  purpose: (definition: Definition) =>
    `报送本${nounOf(definition)}的典型案例；${definition.campaign.words.city.noun}级人员查看`,
  askTitle: (district: string) => `${district}　典型案例`,
  ask: (has: number) =>
    `请在此发送典型案例的文件（docx、pdf等），或直接回复正文。${has > 0 ? `已报送${has}个，再次报送将另计一个。` : ""}随工作报告报送，也可以后补报。暂不报送请回复「取消」。`,
  asPlace: () => "作为典型案例",
  /** @param text what of it is shown; undefined: it is a file */
  added: (number: number, text: { words: number; first: string } | undefined) =>
    `典型案例第${number}个已收到。${text === undefined ? "" : `正文${text.words}字：${text.first}${text.words > [...text.first].length ? "……" : ""}　`}查看全文请发送「典型案例 ${number}」；有误的，请发送「撤回典型案例 ${number}」后重新报送。`,
  tooShort: (text: string) => `「${text}」不像典型案例的正文，未报送。请发送正文或文件，例如「典型案例 正文」。`,
  noneNumbered: (number: number, numbers: readonly number[]) =>
    numbers.length === 0
      ? `没有第${number}个典型案例：尚未报送典型案例。`
      : `没有第${number}个典型案例，未作任何改动。已报送：${numbers.map((one) => `「典型案例 ${one}」`).join("、")}。`,
  same: (number: number) => `内容与已报送的第${number}个典型案例相同，未重复报送。`,
  backWord: () => "撤回典型案例",
  backPurpose: () => "撤回已报送的典型案例",
  takenBack: (number: number) => `第${number}个典型案例已撤回。如需恢复，重新报送即可。`,
  whichBack: (numbers: readonly number[]) =>
    numbers.length === 0
      ? "没有可撤回的典型案例，未作任何改动。"
      : `没有读到要撤回哪一个，未作任何改动。请写明编号：${numbers.map((number) => `「撤回典型案例 ${number}」`).join("、")}。`,
  listTitle: (count: number) => `典型案例　${count}个`,
  none: () => "目前没有收到典型案例。",
  item: (district: string, number: number, at: string, what: string) => `${district}　第${number}个（${at}）：${what}`,
  file: (name: string) => `文件《${name}》`,
  keptName: (district: string, number: number, type: string) => `${district}典型案例${number}.${type}`,
  text: (words: number, first: string) => `文字${words}字，${first}`,
  listFootnote: (definition: Definition) => `查看全文请发送「典型案例 ${nounOf(definition)}名称」。`,
  oneTitle: (district: string, number: number) => `${district}　典型案例第${number}个`,
  unknown: (typed: string) => `没有读到“${typed.slice(0, 20)}”的典型案例。请发送「典型案例」查看全部。`,
  erased: () => "正文已按规定清除。",
};
