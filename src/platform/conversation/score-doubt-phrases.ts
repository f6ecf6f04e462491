import { scorePhrases } from "./phrases.ts";

/** Points that may be meant in more than one way. */
export const doubtPhrases = {
  /** @param said a reason that corrects itself */
  reworded: (row: string, said: string) => `${row}的理由「${said}」中有更正，未保存。`,
  unmet: (row: string, points: number, reason: string) =>
    `${row}写${points}分，理由写「${reason}」，两者不一致，未保存。`,
  whichColumn: (names: readonly string[]) =>
    `表中有${names.join("、")}${names.length}列分数，以哪一列为准不明确，未保存。请点击其中一列，或只发送一列分数。`,
  byColumn: (name: string) => `按“${name}”一列记录`,
  /** @param one and the other as they can be sent */
  mayMeanEither: (sentence: string, one: string, other: string) =>
    `${sentence}请点击「${scorePhrases.recordReading(one)}」或「${scorePhrases.recordReading(other)}」，或改正后重新发送。`,
};
