/**
 * Signs that nobody sees: controls but tab and line feed, format characters, variation selectors, joiners, fillers (the
 * Unicode property Default_Ignorable_Code_Point, UAX 44), the blank Braille pattern, the place of a pasted picture, and
 * the box around a keycap digit (1️⃣ is 1).
 */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffe\uffff]|\u20e3/gu;
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Radicals that PDF files use in place of the characters that look the same: ⼩区 is 小区. */
const RADICALS = /[\u2e80-\u2fdf]/g;

/** Nearly all that is typed: ASCII, Chinese characters and their punctuation, with nothing to take away or to replace. */
const ORDINARY = /^[\t\n -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

/** What a person sees of a text: without invisible signs, line breaks as line feeds. Nothing visible changes. */
export const visibleText = (text: string): string =>
  ORDINARY.test(text)
    ? text
    : text
        .replaceAll(BREAKS, "\n")
        .replaceAll(UNSEEN, "")
        .replaceAll(RADICALS, (sign) => sign.normalize("NFKC"))
        .toWellFormed();
