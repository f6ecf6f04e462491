import type { SelectionWords } from "./words.ts";

const under = (words: SelectionWords): string => (words.reserves === undefined ? "" : `口径${words.reserves}`);

export const reservePhrases = {
  question: (most: number, words: SelectionWords) =>
    `【递补对象】${under(words)}设递补对象${most}${words.measure}。请从未入选的${words.case}中回复递补对象的序号，按递补先后排列，用空格隔开；没有的回复「无」。`,
  field: () => "递补序号",
  holder: () => "按递补先后，没有的填无",
  heading: (count: number, { measure }: SelectionWords) => `递补对象${count}${measure}（按递补先后）：`,
  none: () => "递补对象：无。",
  /** @param names of those not selected, with their numbers */
  among: (names: readonly string[]) => `可选的：${names.join("、")}。`,
  hint: (names: readonly string[]) => `要调整递补对象的，请回复「递补 序号」（可选的：${names.join("、")}）。`,
  notProvided: (words: SelectionWords) =>
    words.reserves === undefined
      ? "本活动不设递补对象，未作任何改动。"
      : `${under(words)}未设递补对象，未作任何改动。要设递补对象的，须先由${words.organizer}按「口径 ${words.reserves}」记录答复、${words.approver}确认。`,
  tooMany: (count: number, most: number, words: SelectionWords) =>
    `递补对象写了${count}${words.measure}，${under(words)}设${most}${words.measure}，未记录。请重新回复递补对象的序号。`,
  areSelected: (names: readonly string[]) =>
    `${names.join("、")}已列为入选，不能同时作为递补对象，未记录。请重新回复递补对象的序号。`,
  notAnswered: () => "尚未写明递补对象，未报批。请回复递补对象的序号，没有的回复「无」。",
  overNow: (count: number, most: number, words: SelectionWords) =>
    `递补对象${count}${words.measure}，${under(words)}现设${most}${words.measure}`,
  effect: (version: string, count: number, most: number, { measure, approver }: SelectionWords) =>
    `${version}列有递补对象${count}${measure}，将多于规定的${most}${measure}，须重新择优并由${approver}批准`,
};
