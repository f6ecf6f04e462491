/**
 * Characters that Word treats as East Asian in a Chinese text (hint eastAsia) and counts one by one: the table in
 * [MS-OI29500] 2.1.88, "Part 1 Section 17.3.2.26, rFonts". Beside Chinese characters and punctuation that is most of what
 * is not a Latin letter: ①, ★, ◇, ℃, ㎡, °, ×, Greek and Cyrillic.
 */
const EAST_ASIAN = new RegExp(
  `[${[
    // Latin-1 Supplement: the table's exceptions, without the letters of pinyin (café is one word).
    "\\u00a1\\u00a4\\u00a7\\u00a8\\u00aa\\u00ad\\u00af\\u00b0-\\u00b4\\u00b6-\\u00ba\\u00bc-\\u00bf\\u00d7\\u00f7",
    // Spacing modifiers, Greek, Cyrillic; Hangul.
    "\\u02b0-\\u04ff\\u1100-\\u11ff",
    // General Punctuation to Dingbats.
    "\\u2000-\\u27bf",
    // CJK radicals to the compatibility ideographs, private use among them; forms of punctuation; surrogates.
    "\\u2e80-\\ud7af\\ue000-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uffef\\u{10000}-\\u{10ffff}",
  ].join("")}]`,
  "u",
);
const UNCOUNTED = /[\s\p{Mn}\p{Cf}\p{Variation_Selector}]/u;

/** Offsets of the counted words, in UTF-16 code units. */
function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let [at, inRun] = [0, false];
  for (const sign of text) {
    if (UNCOUNTED.test(sign)) inRun &&= !/\s/.test(sign);
    else if (EAST_ASIAN.test(sign)) {
      starts.push(at);
      inRun = false;
    } else {
      if (!inRun) starts.push(at);
      inRun = true;
    }
    at += sign.length;
  }
  return starts;
}

/**
 * 字数, as counted by Word and WPS: each East Asian character, sign or punctuation mark counts 1, and so does each run of
 * Latin letters, digits and their punctuation; whitespace counts 0.
 */
export const countWords = (text: string): number => wordStarts(text).length;

/** Splits a text after the given number of words, for the form and its attached page (附页). */
export function splitWords(text: string, words: number): { head: string; rest: string } {
  const start = wordStarts(text)[words];
  return start === undefined ? { head: text, rest: "" } : { head: text.slice(0, start), rest: text.slice(start) };
}
