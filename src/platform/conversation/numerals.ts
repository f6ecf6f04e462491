const DIGITS = new Map(
  [..."零一二三四五六七八九"].flatMap((sign, at) => [
    [sign, at],
    ["〇壹贰叁肆伍陆柒捌玖"[at] ?? sign, at],
  ]),
);
const UNITS = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);
const ARABIC = /^\d{1,12}$/;
const GROUPED = /^\d{1,3}(,\d{3})+$/;

const CIRCLES = /[○◯Ｏ]/g;
const OTHER_SIGNS = /[廿卅○◯Ｏ]/;

/** 廿八 is 28, 卅 is 30; ○ (a circle) stands for 〇. */
const written = (text: string): string =>
  OTHER_SIGNS.test(text) ? text.replaceAll("廿", "二十").replaceAll("卅", "三十").replaceAll(CIRCLES, "〇") : text;

const digitOf = (sign: string): number | undefined => (sign === "两" ? 2 : DIGITS.get(sign));

/** A sequence of digits: 二〇二三 is 2023. */
function readDigits(text: string): number | undefined {
  const digits = [...text].map(digitOf);
  return digits.length > 0 && digits.length <= 12 && digits.every((digit) => digit !== undefined)
    ? Number(digits.join(""))
    : undefined;
}

/** 三百零五, 十二, 一百五 (150). */
function readUnits(text: string): number | undefined {
  let [sum, unit] = [0, 10_000];
  let digit: number | undefined;
  let afterZero = false;
  for (const sign of text) {
    const [value, nextUnit] = [digitOf(sign), UNITS.get(sign)];
    if (value === 0) afterZero = true;
    if (value === undefined && nextUnit === undefined) return undefined;
    if (value !== undefined && digit !== undefined) return undefined;
    if (value !== undefined && value > 0) digit = value;
    if (nextUnit === undefined) continue;
    if (nextUnit >= unit || (digit === undefined && nextUnit !== 10)) return undefined;
    sum += (digit ?? 1) * nextUnit;
    [unit, digit, afterZero] = [nextUnit, undefined, false];
  }
  if (digit === undefined) return unit === 10_000 ? undefined : sum;
  return sum + digit * (unit < 10_000 && unit > 10 && !afterZero ? unit / 10 : 1);
}

/** Parses a whole number in Arabic digits (also `1,280`) or Chinese numerals. */
export function readWhole(text: string): number | undefined {
  if (ARABIC.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replaceAll(",", ""));
  const signs = written(text);
  return readDigits(signs) ?? readUnits(signs);
}

/** Parses a number, possibly negative or with decimals, in half width: `92.5`, `92。5`, 九十二点五, 负一. */
export function readNumber(text: string): number | undefined {
  const negative = /^[-负]/.test(text);
  const [whole = "", decimals, more] = text.replace(/^[-+负]/, "").split(/[.。·点]/);
  if (more !== undefined) return undefined;
  const size = readWhole(whole);
  const tail = decimals === undefined ? "" : fraction(decimals);
  if (size === undefined || tail === undefined) return undefined;
  return Number(`${negative && size + Number(`0.${tail || 0}`) > 0 ? "-" : ""}${size}.${tail || 0}`);
}

/** Parses the decimals. */
function fraction(text: string): string | undefined {
  if (/^\d{1,12}$/.test(text)) return text;
  const digits = [...text].map(digitOf);
  return digits.length > 0 && digits.length <= 12 && digits.every((digit) => digit !== undefined)
    ? digits.join("")
    : undefined;
}
