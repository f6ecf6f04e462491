/** East Asian characters and punctuation, and the marks that Chinese shares with other scripts. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u3001-\u303f\uff01-\uffee]/u;
const UNCOUNTED = /[\s\p{Mn}\p{Cf}]/u;

/** Where each counted piece begins, in characters of the string (UTF-16). */
function pieces(text: string): number[] {
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
 * 字数 as Word and WPS count it: a Chinese character or punctuation mark is 1, a run of Latin letters, digits and their
 * marks is 1, blanks are 0.
 */
export const countWords = (text: string): number => pieces(text).length;

/** The first so many words and the rest, for the form and its attached page (附页); together they are the whole text. */
export function splitWords(text: string, words: number): { head: string; rest: string } {
  const start = pieces(text)[words];
  return start === undefined ? { head: text, rest: "" } : { head: text.slice(0, start), rest: text.slice(start) };
}
