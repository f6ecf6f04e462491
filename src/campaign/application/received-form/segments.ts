import { type Asked, type Labels, plainLabel } from "./labels.ts";

/** A label in a line and what stands behind it, up to the next label. */
export interface Segment {
  asked: Asked;
  value: string;
  /** A colon stands between them. */
  colon: boolean;
}

const COLON = /^[\s）)]*[:：]/u;
/** A tab or blanks, as between columns. */
const GAP = /(?:\t|[ \u3000]{2,})\s*$/u;
/** Lines to write on, and their ends. */
const RULED = /_{2,}|＿{2,}|﹍{2,}|‗{2,}/gu;
const EMPTY = /^[\s/／—–\-_、。:：]*$/u;

/** A value without the line it is written on; empty for a mere stroke. */
export const cleanValue = (text: string): string => {
  const plain = text.replaceAll(RULED, " ").trim();
  return EMPTY.test(plain) ? "" : plain;
};

/**
 * The labels of a line: the line is one, begins with one (小区名称：锦绣花园), or holds several, each with a colon or
 * apart from the rest.
 * Undefined for other text.
 */
export function segmentsOf(line: string, labels: Labels): Segment[] | undefined {
  const whole = labels.asked.get(plainLabel(line));
  if (whole) return [{ asked: whole, value: "", colon: COLON.test(line.slice(-1)) }];
  const found = [...line.matchAll(labels.pattern)].flatMap((match) => {
    const asked = labels.asked.get(plainLabel(match[0]));
    const from = match.index;
    const end = from + match[0].length;
    const colon = COLON.exec(line.slice(end))?.[0];
    const leads = plainLabel(line.slice(0, from)) === "";
    const isApart = (leads || GAP.test(line.slice(0, from))) && /^\s/u.test(line.slice(end));
    if (!asked || (colon === undefined && !isApart)) return [];
    return [{ asked, from, end: end + (colon?.length ?? 0), colon: colon !== undefined, leads }];
  });
  if (!found[0]?.leads) return undefined;
  return found.map(({ asked, end, colon }, at) => ({
    asked,
    colon,
    value: cleanValue(line.slice(end, found[at + 1]?.from ?? line.length)),
  }));
}
