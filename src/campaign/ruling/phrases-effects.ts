/** Names on one line of a card; the others are counted. */
const MOST_NAMES = 8;

/** Sentences on what an answer would change, shared by the parts that tell it. */
export const effectPhrases = {
  /** @param measure of what is counted: 个 */
  names: (names: readonly string[], measure: string): string =>
    names.length <= MOST_NAMES
      ? names.join("、")
      : `${names.slice(0, MOST_NAMES).join("、")}等${names.length}${measure}`,
  /** 越城区“锦绣花园” */
  case: (district: string, name: string): string => `${district}“${name}”`,
  marksStay: (what: string, names: string): string => `已报送的${what}不重新认定是否逾期：${names}`,
};
