import { closeUp, findNumbers } from "../../../platform/conversation/answers/find-numbers.ts";
import { uncovered } from "../../../platform/conversation/answers/reading.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";

const SAYS_NOTHING = /物业费|[元人名件个位户]|共计?|合计|其中|有|[是为：:,，、。()（）\s]/gu;
const TIMES: Readonly<Record<string, number>> = { "": 1, 万: 10_000, w: 10_000, W: 10_000, 亿: 100_000_000 };

/** An amount or a number of people or items: 1,200,000元, 120万, 七人. Undefined if it is none, or says more (约). */
export function readNumber(typed: string, { decimals = 0 }: { decimals?: 0 | 2 } = {}): number | undefined {
  const text = closeUp(simplified(plainAnswer(typed)))
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    // 118万5千
    .replace(/(?<![\d.])(\d+)万(\d)千(?!\d)/u, "$1.$2万");
  const numbers = findNumbers(text);
  const [only, ...more] = numbers;
  if (!only || more.length > 0 || only.percent || Number.isNaN(only.value) || only.value < 0) return undefined;
  const times = TIMES[uncovered(text, numbers).replaceAll(SAYS_NOTHING, "")];
  if (times === undefined) return undefined;
  const hundredths = Math.round(only.value * times * 100);
  const isExact = Math.abs(only.value * times * 100 - hundredths) < 1e-4;
  if (!isExact || !Number.isSafeInteger(hundredths)) return undefined;
  return decimals === 2 || hundredths % 100 === 0 ? hundredths / 100 : undefined;
}
