/** 由95.5%改为96.2%, 95.5% 更正为 0.962 */
const FROM_TO = /^\s*[由从原]?\s*(\S.{0,30}?)\s*(?:更改为|更正为|变更为|调整为|改为|改成|改到)\s*(\S.{0,30}?)[。\s]*$/u;

/** What is said to take the place of another value of the same kind; the words themselves where nothing is. */
export function withoutFormer(said: string, isValue: (text: string) => boolean): string {
  const [, before = "", after = ""] = FROM_TO.exec(said) ?? [];
  return after !== "" && isValue(before) ? after : said;
}
