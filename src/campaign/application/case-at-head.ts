const BEHIND =
  /^(?:的)?(?:初评|评分|打分|得分|分数|填报|附件1|要求)?(?:情况|结果|表|如下)?\s*[:：]?\s*(?=$|[\s\d第一二三四五六七八九十其不])/u;
const BEFORE = /^\s*(?:附件[1一])?\s*(?:小区名称|小区|项目)?\s*[:：]?\s*/u;

/**
 * The name of a case in front of points or answers, as a heading on its own line or before the first of them, and what
 * is behind it. Of names within names the longest is meant.
 */
export function caseAtHead(text: string, names: readonly string[]): { name: string; rest: string } | undefined {
  const begun = text.replace(BEFORE, "");
  const plain = begun.normalize("NFKC");
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    if (name === "" || !plain.startsWith(name.normalize("NFKC"))) continue;
    const behind = begun.slice(name.length);
    const length = BEHIND.exec(behind)?.[0].length;
    if (length !== undefined) return { name, rest: behind.slice(length).trim() };
  }
  return undefined;
}
