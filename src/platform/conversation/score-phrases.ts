/** What is said of a line of points that cannot stand. */
export const scorePhrases = {
  count: (section: { numeral: string; rows: readonly unknown[] }, given: number) =>
    `第${section.numeral}部分有${section.rows.length}个条目，收到${given}个分数，未保存。请按顺序写满${section.rows.length}个，例如：${example(section)}。`,
  range: (row: string, max: number, step: number) =>
    `${row}的分数应为0至${max}之间的${step === 1 ? "整数" : `数，以${step}为一档`}，未保存。`,
  unknownRow: (row: string, rows: string) => `没有${row}这个条目，未保存。条目为${rows}。`,
  unknownSection: (numeral: string, numerals: string) => `没有第${numeral}部分，未保存。共有${numerals}。`,
  notPoints: (text: string) =>
    `「${text}」不是分数，未保存。分数请写数字，理由请写在「条目 分数」之后，例如：1-2 3 理由。`,
};

const example = ({ numeral, rows }: { numeral: string; rows: readonly unknown[] }): string =>
  `${numeral} ${rows.map(() => "3").join(" ")}`;
