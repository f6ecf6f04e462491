/** East Asian characters and punctuation, and the punctuation that Chinese shares with other scripts. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u3001-\u303f\uff01-\uffee]/u;
const UNCOUNTED = /[\s\p{Mn}\p{Cf}]/u;

/** Offsets of the counted words, in UTF-16 code units. */
function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let [at, inRun] = [0, false];
  for (const sign of text) {
    if (WIDE.test(sign)) {
      starts.push(at);
      inRun = false;
    } else if (!UNCOUNTED.test(sign)) {
      if (!inRun) starts.push(at);
      inRun = true;
    } else if (/\s/.test(sign)) inRun = false;
    at += sign.length;
  }
  return starts;
}

/**
 * 字数, as counted by Word and WPS: each Chinese character or punctuation mark counts 1, and so does each run of Latin
 * letters, digits and their punctuation; whitespace counts 0.
 */
export const countWords = (text: string): number => wordStarts(text).length;

/** Splits a text after the given number of words, for the form and its attached page (附页). */
export function splitWords(text: string, words: number): { head: string; rest: string } {
  const start = wordStarts(text)[words];
  return start === undefined ? { head: text, rest: "" } : { head: text.slice(0, start), rest: text.slice(start) };
}
