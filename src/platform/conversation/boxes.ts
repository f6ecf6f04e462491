import { compactAnswer } from "./plain.ts";

/** A row of the paper form that others fill in. */
export interface Box {
  from: number;
  /** Where its content begins. */
  to: number;
  label: string;
}

const NUMBERING = "[ \\u3000]*(?:[（(]?\\d{1,2}[)）.、．][ \\u3000]*|[一二三四五六七八九十]{1,3}、[ \\u3000]*)?";
const BRACKETED = "(?:[（(][^()（）\\n]{0,8}[)）])?";
/** 街道意见, 柯桥区住建局意见：who gives one, in people's own words. */
const GIVEN_BY = `[^\\s:：，,。;；、（()）]{0,12}(?:业委会|业主委员会|物管会|自管组织|居委会|社区|街道|乡镇|镇|乡|[市区县]局|建设局|住建局|建设部门)${BRACKETED}意见栏?`;
const SHORT = new RegExp(
  `(?<=^|\\n)${NUMBERING}(${GIVEN_BY})[ \\u3000]*${BRACKETED}(?:[ \\u3000]*[:：\\t]|(?=[ \\u3000]*(?:\\n|$)))`,
  "gu",
);

const escaped = (sign: string): string => sign.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");

/** The labels as they are called, where Word breaks or spaces them out: 市住房和城乡␤建设局意见. */
export const withWholeLabels = (text: string, labels: readonly string[]): string =>
  labels.reduce((whole, label) => {
    const spaced = [...label].map(escaped).join("\\s*");
    return whole.replaceAll(
      new RegExp(`(?<=^|\\n)([ \\u3000]*)${spaced}`, "gu"),
      (_, before: string) => before + label,
    );
  }, text);

/** The boxes in a text with whole labels, in their order. */
export function boxesIn(text: string, labels: readonly string[]): readonly Box[] {
  if (labels.length === 0) return [];
  const printed = labels.map(escaped).join("|");
  const exact = new RegExp(`(?<=^|\\n)${NUMBERING}(${printed})[ \\u3000]*${BRACKETED}[ \\u3000]*[:：\\t]?`, "gu");
  const found = [...text.matchAll(exact), ...text.matchAll(SHORT)].map((match): Box => {
    const from = match.index;
    return { from, to: from + match[0].length, label: match[1] ?? "" };
  });
  return found
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter((box, at, all) => all.findIndex(({ from }) => from === box.from) === at);
}

const BLANK = /盖章|公章|签章|签字|[\p{P}\p{S}\s年月日]/gu;

/** （盖章） 年 月 日 says nothing. */
export const isBlankBox = (content: string): boolean => content.replaceAll(BLANK, "") === "";

/** Lines that begin with one of the labels, and the others. */
export function apart(lines: readonly string[], labels: readonly string[]): { own: string[]; others: string[] } {
  const isOwn = (line: string): boolean => labels.some((label) => compactAnswer(line).startsWith(compactAnswer(label)));
  return { own: lines.filter(isOwn), others: lines.filter((line) => !isOwn(line)) };
}
