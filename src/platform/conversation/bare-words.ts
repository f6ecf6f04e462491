import { visibleText } from "../../shared/visible-text.ts";

/** A message without what people put around its words. */
export interface BareWords {
  /** The message without invisible signs. */
  said: string;
  words: string;
  /** Where the words begin in `said`. */
  start: number;
  /** Whether the whole message stood in quotes or brackets, as copied from 帮助. */
  wrapped: boolean;
}

/** `/` gives 、 in Chinese input methods. */
const BEFORE = /^(?:[\s/／\\＼、，,。．·：:；;]+|[@＠][^\s@＠]{1,32}(?:\s+|$))/u;
const AFTER = /(?:[\s。．.！!？?，,、；;：:~～…]+|\p{Extended_Pictographic}+|\s[@＠][^\s@＠]{1,32})$/u;
/** A name, and what it belongs to, below an empty line. */
const MAIL_FOOT =
  /\n\s*\n(?:[ \t]*[-—_]{2,}[ \t]*\n)?[ \t]*\p{Script=Han}{2,4}[ \t]*\n[^\n]{4,40}(?:\n[^\n]{0,40}){0,4}\s*$/u;
const PAIRS = [
  "「」",
  "『』",
  "【】",
  "“”",
  "‘’",
  '""',
  "''",
  "《》",
  "〈〉",
  "（）",
  "()",
  "［］",
  "[]",
  "〔〕",
  "｢｣",
];
/** 请发送「进度」 is copied with the quotes and what stands before them. */
const ASKED = /^(?:请|可)?(?:您)?(?:发送|回复|输入|发)\s*(?=[「“【『"])/u;

function unwrapped(words: string): string | undefined {
  const pair = PAIRS.find(([open = "", close = ""]) => words.startsWith(open) && words.endsWith(close));
  const inner = words.slice(1, -1);
  if (pair === undefined || words.length < 3) return undefined;
  return [...pair].some((sign) => inner.includes(sign)) ? undefined : inner;
}

/**
 * The words of a message without mentions, slashes, closing punctuation and quotes around all of it, for finding out
 * which command it is.
 */
export function bareWords(text: string): BareWords {
  const said = visibleText(text).replace(MAIL_FOOT, "");
  let [words, start, wrapped] = [said, 0, false];
  for (;;) {
    const opening = (BEFORE.exec(words) ?? ASKED.exec(words))?.[0] ?? "";
    const rest = words.slice(opening.length).replace(AFTER, "");
    const inner = unwrapped(rest);
    start += opening.length + (inner === undefined ? 0 : 1);
    if (inner !== undefined) wrapped = true;
    const next = inner ?? rest;
    if (next === words) return { said, words, start, wrapped };
    words = next;
  }
}
