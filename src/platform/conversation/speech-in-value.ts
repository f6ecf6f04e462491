/** To whoever listens: no name, address or unit ends a word so. */
const PARTICLE = /(?:谢谢[啊您你]?|(?<![酒网茶氧书水])[吧嘛呢呀哦喔啊])(?=[\s，。,]|$)/u;
const AT_THE_END = /(?:谢谢[啊您你]?|[吧嘛呢呀哦喔啊])+。?$/u;
/** 对就一样的 */
const AGREES = /^(?:对|是的|好的?|嗯|行|可以)(?:[，,\s]|就|一样)/u;
const THINKS = /应该是|好像|大概|说错|搞错|等下|等一下/u;
/** 现将有关情况补报如下 */
const OPENS = /^(?:现|兹)将.{2,40}如下/u;
/** 艮塔路128号，建成年份2015年 */
const BUILT = /建成(?:于|年份|时间)|年份/u;

/**
 * Of a short text that is to be recorded: whether it holds speech, or a fact of another kind, beside the value.
 * @returns the value without the particles at its end, if nothing else is left of it; undefined where it is a plain value
 */
export function speechInValue(value: string): { cleaned: string | undefined } | undefined {
  const holds = (text: string) => [PARTICLE, AGREES, THINKS, BUILT, OPENS].some((sign) => sign.test(text));
  if (!holds(value)) return undefined;
  const cleaned = value.replace(AT_THE_END, "").trim();
  return { cleaned: cleaned !== "" && cleaned !== value && !holds(cleaned) ? cleaned : undefined };
}
