import { scorePhrases } from "./phrases.ts";

/** Points that may be meant in more than one way. */
export const doubtPhrases = {
  /** @param said a reason that corrects itself */
  reworded: (row: string, said: string) => `${row}的理由「${said}」中有更正，未保存。`,
  unmet: (row: string, points: number, reason: string) =>
    `${row}写${points}分，理由写「${reason}」，两者不一致，未保存。`,
  /** @param said a reason with a number at its end */
  endsInPoints: (row: string, said: string) => `${row}「${said}」末尾的数是分数还是理由的一部分不明确，未保存。`,
  /** @param said 2-3分 */
  whichPoints: (row: string, said: string) => `${row}「${said}」以哪个分数为准不明确，未保存。`,
  /** @param head the rows as they are written */
  sameForEach: (head: string, given: string) =>
    `「${head} ${given}」是否每条都是如此不明确，未保存。每条相同的，也可写作「${head}都${given}」。`,
  countOf: (head: string, count: number, values: readonly string[]) =>
    `${head}有${count}个条目，收到${values.length}个分数，未保存。请按顺序写满${count}个；每条相同的，请写作「${head}都${values[0]}」。`,
  whichColumn: (names: readonly string[]) =>
    `表中有${names.join("、")}${names.length}列分数，以哪一列为准不明确，未保存。请点击其中一列，或只发送一列分数。`,
  byColumn: (name: string) => `按“${name}”一列记录`,
  /** @param one and the other as they can be sent */
  mayMeanEither: (sentence: string, one: string, other: string) =>
    `${sentence}请点击「${scorePhrases.recordReading(one)}」或「${scorePhrases.recordReading(other)}」，或改正后重新发送。`,
};
