/** Words that say which row files are for: 翠苑三区 3-5 东门. */
export interface RowWords {
  /** Before the row; empty if no case is named. */
  caseName: string;
  row: string;
  /** 说明; empty if there is none. */
  label: string;
  /** 都归入 3-5: of all files that wait. */
  all?: true;
}

export type ReadRow = { kind: "row"; words: RowWords } | { kind: "unknown"; row: string } | { kind: "none" };

const DIGITS = "〇一二三四五六七八九";
/** In characters, of what may follow the row. */
const LONGEST_LABEL = 30;
const NUMBER = String.raw`\d{1,2}|[一二三四五六七八九]`;
const ROW = new RegExp(
  String.raw`^(?<before>.*?)(?:第)?(?<![\d-])(?<section>${NUMBER})\s*(?:[-－—–‐‑−之杠]|横杠)\s*(?<row>${NUMBER})(?!\d)(?:条|项)?(?<after>.*)$`,
  "su",
);
/** 3-5 4.5, 3-5：4: points, not a place. */
const POINTS = /^[\s:：=]*\d/u;
const AROUND = /^[\s:：,，、。.；;]+|[\s:：,，、。.；;]+$/gu;
/** 翠苑三区 3-5 4 垃圾未分类: points of the case; undefined for other words. */
export function caseOfPoints(text: string): string | undefined {
  const { before = "", after = "" } = ROW.exec(text.normalize("NFKC").trim())?.groups ?? {};
  const name = before.replaceAll(AROUND, "");
  return name === "" || !POINTS.test(after) ? undefined : name;
}

const MORE_ROWS = new RegExp(String.raw`(?:${NUMBER})\s*[-－—–‐‑−之杠]\s*(?:${NUMBER})`, "u");
/** 3-5和3-6: where files cannot go at once. */
export const namesSeveralRows = (text: string): boolean =>
  (text.normalize("NFKC").match(new RegExp(MORE_ROWS, "gu")) ?? []).length > 1;

/** 都归入, 全部放到 */
const ALL = /^(?:都|全部|均)(?:归入|归到|归|放到|放在|放)\s*/u;

const numberOf = (said: string): number => (DIGITS.includes(said) ? DIGITS.indexOf(said) : Number(said));

/**
 * Reads where files are to go. Points (3-5 4.5), several rows and whole sentences are no such words.
 * @param rows ids of the rows that take evidence
 */
export function readRowWords(text: string, rows: readonly string[]): ReadRow {
  const found = ROW.exec(text.normalize("NFKC").trim())?.groups;
  const { before = "", section = "", row = "", after = "" } = found ?? {};
  if (!found || POINTS.test(after) || MORE_ROWS.test(after) || after.length > LONGEST_LABEL) return { kind: "none" };
  if (before.length > LONGEST_LABEL || /[。；;!?\n]/u.test(before)) return { kind: "none" };
  const id = `${numberOf(section)}-${numberOf(row)}`;
  if (!rows.includes(id)) return { kind: "unknown", row: id };
  return {
    kind: "row",
    words: {
      ...{ caseName: before.replace(ALL, "").replaceAll(AROUND, ""), row: id, label: after.replaceAll(AROUND, "") },
      ...(ALL.test(before) ? { all: true as const } : {}),
    },
  };
}
