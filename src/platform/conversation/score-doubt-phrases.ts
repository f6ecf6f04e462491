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
  /** @param said 3/4 */
  otherMost: (row: string, said: string, most: number) =>
    `${row}「${said}」未保存：该条满分为${most}分，请核对是否为这一条的得分。`,
  takenOff: (row: string, points: number, said: string, left: number) =>
    `${row}写${points}分，又写${said}（从满分中扣减为${left}分），两者不一致，未保存。`,
  /** @param rows in what could not be read */
  namedAgain: (rows: readonly string[]) => `${rows.join("、")}另在未能识别的文字中提到，以哪一处为准不明确，未保存。`,
  /** @param head the rows as they are written */
  sameForEach: (head: string, given: string) =>
    `「${head} ${given}」是否每条都是如此不明确，未保存。每条相同的，也可写作「${head}都${given}」。`,
  /** @param words behind points of several rows @param rows below their maximum */
  wordsOfWhich: (words: string, rows: readonly string[]) =>
    `「${words}」是${rows.join("、")}中哪一条的理由不明确，未保存。`,
  wordsOfNone: (words: string, entries: string) => `「${words}」是哪一条的理由不明确（${entries}均为满分），未保存。`,
  countOf: (head: string, count: number, values: readonly string[]) =>
    `${head}有${count}个条目，收到${values.length}个分数，未保存。请按顺序写满${count}个；每条相同的，请写作「${head}都${values[0]}」。`,
  /** @param said 同上 */
  asBefore: (rows: string, said: string) => `${rows}写「${said}」，按前一条的分数和理由读作如下，尚未保存。`,
  /** @param isGiven whether the rows have points */
  unchanged: (rows: string, said: string, isGiven: boolean) =>
    isGiven ? `${rows}写「${said}」，原有分数不改动。` : `${rows}写「${said}」，但尚未评分，未保存。`,
  whichPart: (item: string, rows: readonly string[]) =>
    `「${item}」是指${rows.join("还是")}不明确，未保存。请点击其中一项，或写明条目编号。`,
  sharedReason: (said: string) => `理由「${said}」是否为各条共用不明确，未保存。`,
  reasonAdded: () => "理由补充：",
  restOfSeveral: (parts: string) =>
    `“其余”是指第${parts}部分的其余条目，还是全部其余条目不明确，未保存。指全部其余条目，`,
  /** @param said 都满分除了3-6扣一分 */
  allBut: (said: string) =>
    `「${said}」将已有分数的条目也改为满分，还是只把未评分的条目打满分不明确，未保存。只打未评分条目的，`,
  /** @param said points without a row, before others with theirs */
  ofOpenRow: (said: string, row: string) => `「${said}」没有写明条目，是否为${row}的分数不明确，未保存。`,
  counted: (said: string) => `「${said}」没有写条目编号，未保存。`,
  rowsOrParts: (said: string, readings: readonly string[]) =>
    `「${said}」没有写条目编号，未保存。请点击或回复${readings.map((one) => `「${one}」`).join("、")}。`,
  fullRows: (first: string, last: string) => `${first}至${last}满分`,
  fullParts: (first: string, last: string) => `第${first}至${last}部分满分`,
  restWithPoints: (said: string, example: string | undefined) =>
    `「${said}」未保存：其余条目的满分不同。打满分的，请发送「其余满分」${example === undefined ? "" : `；相同分数的，请写明条目，例如「${example}」`}。`,
  whichColumn: (names: readonly string[]) =>
    `表中有${names.join("、")}${names.length}列分数，以哪一列为准不明确，未保存。请点击其中一列，或只发送一列分数。`,
  byColumn: (name: string) => `按“${name}”一列记录`,
  /** @param one and the other as they can be sent */
  mayMeanEither: (sentence: string, one: string, other: string) =>
    `${sentence}请点击「${scorePhrases.recordReading(one)}」或「${scorePhrases.recordReading(other)}」，或改正后重新发送。`,
};
