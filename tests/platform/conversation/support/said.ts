import fc from "fast-check";

/** How people write the same thing: generators of answers with what they mean. */

const INVISIBLE = ["\u200b", "\u200d", "\ufe0f", "\u2060", "\u00ad", "\u202a", "\u2066", "\ufeff"];
const DIGITS = "零一二三四五六七八九";

/** Chinese numerals of 0 to 100. */
export function inChinese(value: number): string {
  if (value === 100) return "一百";
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const unit = ones === 0 && tens > 0 ? "" : (DIGITS[ones] ?? "");
  return tens === 0 ? unit : `${tens === 1 ? "" : DIGITS[tens]}十${unit}`;
}

export const digitByDigit = (text: string): string => text.replaceAll(/\d/g, (digit) => DIGITS[Number(digit)] ?? "");

const wide = (text: string): string =>
  text.replaceAll(/[0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The same words with invisible signs in them, in full width, with a full stop. */
export const decorated = (said: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      said,
      fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...INVISIBLE)), { maxLength: 3 }),
      fc.boolean(),
      fc.constantFrom("", "。", " ", "\n", "；"),
    )
    .map(([text, signs, isWide, end]) => {
      const body = isWide ? wide(text) : text;
      return `${signs.reduce((words, [at, sign]) => {
        const place = at % (words.length + 1);
        return `${words.slice(0, place)}${sign}${words.slice(place)}`;
      }, body)}${end}`;
    });

export interface Said<Value> {
  typed: string;
  value: Value;
}

const said = <Value>(typed: fc.Arbitrary<string>, value: Value): fc.Arbitrary<Said<Value>> =>
  decorated(typed).map((text) => ({ typed: text, value }));

export const percents: fc.Arbitrary<Said<number>> = fc.integer({ min: 2, max: 10_000 }).chain((hundredths) => {
  const value = hundredths / 100;
  const text = String(value);
  const point = text.replace(".", "。");
  const forms = [`${text}%`, `${point}%`, `${text}个百分点`, `百分之${text}`, `入住率：${text}%`];
  if (value > 1) forms.push(text, point, `${text} %`);
  if (Number.isInteger(value)) forms.push(inChinese(value), `百分之${inChinese(value)}`);
  if (Number.isInteger(value) && value > 10 && value < 100 && value % 10 > 0)
    forms.push(`${Math.floor(value / 10)}成${value % 10}`, `${DIGITS[Math.floor(value / 10)]}成${DIGITS[value % 10]}`);
  return said(fc.constantFrom(...forms), value);
});

const pad = (number: number): string => String(number).padStart(2, "0");

/** Days that have passed on 12 September 2023. */
export const days: fc.Arbitrary<Said<string>> = fc
  .tuple(fc.integer({ min: 2014, max: 2022 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain(([year, month, day]) => {
    const chinese = digitByDigit(String(year)).replaceAll("零", "○");
    const forms = [
      `${year}年${month}月${day}日`,
      `${year}年${pad(month)}月${pad(day)}号`,
      `${year}-${pad(month)}-${pad(day)}`,
      `${year}/${month}/${day}`,
      `${year}.${month}.${day}`,
      `${year}。${month}。${day}`,
      `${year}${pad(month)}${pad(day)}`,
      `${chinese}年${inChinese(month)}月${inChinese(day)}日`,
      `截至${year}年${month}月${day}日`,
      `${year}年${month}月${inChinese(day).replace("二十", "廿")}`,
    ];
    return said(fc.constantFrom(...forms), `${year}-${pad(month)}-${pad(day)}`);
  });

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(""));

export const mobiles: fc.Arbitrary<Said<string>> = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)
  .chain((number) => {
    const parts = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
    const forms = [
      number,
      parts.join(" "),
      parts.join("-"),
      parts.join("，"),
      `+86 ${number}`,
      `手机${number}`,
      digitByDigit(number),
      parts.map(digitByDigit).join("，"),
    ];
    return said(fc.constantFrom(...forms), number);
  });

export const landlines: fc.Arbitrary<Said<string>> = fc
  .tuple(fc.constantFrom("010", "021", "0575", "0571"), fc.integer({ min: 2, max: 8 }), digits(7), fc.nat(999))
  .chain(([area, first, rest, extension]) => {
    const line = `${first}${rest}`;
    const plain = [`${area}-${line}`, `${area}${line}`, `（${area}）${line.slice(0, 4)} ${line.slice(4)}`];
    const at = extension + 100;
    const inner = [`${area}-${line}-${at}`, `${area}-${line}转${at}`, `${area}${line} 分机${at}`];
    return fc.oneof(
      said(fc.constantFrom(...plain), `${area}-${line}`),
      said(fc.constantFrom(...inner), `${area}-${line}转${at}`),
    );
  });

/** Words that say something, with quotes, commands, dates, ranges and numbers in them. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      "会议记录不全",
      "缺“三方协议”",
      "「跳过」一栏未填",
      "请提交台账",
      "2年无事故",
      "95%以上业主满意",
      "3号楼",
      "见1-3",
      "2022年5月有整改",
      "撤回原方案",
      "进度滞后",
      "（详见附件）",
      "約三成住戶",
      "1至4幢",
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => `已查${parts.join("")}`);
