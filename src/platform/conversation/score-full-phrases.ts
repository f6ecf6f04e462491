export const fullPhrases = {
  partFull: (said: string, { numeral, rows }: { numeral: string; rows: readonly object[] }) =>
    `「${said}」未保存：将给第${numeral}部分的${rows.length}个条目全部打满分，已评的也改为满分。`,
  whichPart: (said: string) => `「${said}」是哪一部分不明确，未保存，请写明部分，例如「一 满分」。`,
  fullOf: (numeral: string) => `${numeral} 满分`,
};
