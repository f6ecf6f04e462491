const NUMERALS = "零一二三四五六七八九";
const BETWEEN_DIGITS = /(?<=[\d一二三四五六七八九十])[.。·、,—–−_~-]+(?=\d)/g;
const IGNORED = /[\s"'“”‘’《》〈〉「」『』【】]/g;

/**
 * Normalizes a reference: folds width and case, turns separators between numbers into hyphens and Chinese numerals
 * before a hyphen or after 要求 and 口径 into digits. `３－２`, `3.2` and `三-2` become `3-2`.
 */
export const normalReference = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(IGNORED, "")
    .replace(BETWEEN_DIGITS, "-")
    .replace(/[一二三四五六七八九十]+(?=-\d)/g, digits)
    .replace(/(?<=要求|口径)第?([一二三四五六七八九十]+)[项条]?$/, (_, numeral: string) => digits(numeral))
    .replace(/^(要求|口径|标准|评选标准)第?(\d+(?:-\d+)?)[项条]?$/, "$1$2");

/** Converts 一 … 九十九 to digits. */
function digits(numeral: string): string {
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const value = (part: string | undefined) => NUMERALS.indexOf(part || "零");
  const tenfold = numeral.includes("十") ? value(tens || "一") * 10 : 0;
  return String(tenfold + value(ones));
}
