/** Words that say yes, or only what is to be done with what was named: 好的, 那就, 是…的内容. As the source of an expression. */
export const FILL_WORDS =
  '(?:[嗯呃额哦噢啊呀诶哎欸嘛呢吧了就都要对是好行写填选用放上记按归叫算把请先也那这它的地得只和与跟里]|那个|这个|可以|没错|帮我|给我|应该|当然|一起|一下|作为|属于|内容|部分|一部分|栏目?|记录|录入|采用|[，,、。！!…\\s“”"「」])';

const COUNT = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})";
/** 其余2项, 剩下的那项, 两项都; bare 一项 is said of others, too. As the source of an expression. */
export const REST_WORDS = `(?:(?:其[余他]|剩下|余下)的?[那这]?${COUNT}?[项条个]|${COUNT}[项条个](?=都|全))`;
const REST = new RegExp(REST_WORDS, "gu");
const SAYS_REST = /记|录|要|采用|[好对是]的/u;
const FILL = new RegExp(`^${FILL_WORDS}*$`, "u");
const NUMBER = new RegExp(COUNT, "u");

/** Whether the text is made of nothing but fill words. */
export const isFill = (text: string): boolean => FILL.test(text);

/** The number that the words of the rest count, as it is written; undefined where they are nothing of the kind. */
export function restSaid(text: string): { count: string } | undefined {
  const [rest, second] = text.match(REST) ?? [];
  if (rest === undefined || second !== undefined) return undefined;
  const others = text.replace(rest, "");
  return isFill(others) && SAYS_REST.test(others) ? { count: NUMBER.exec(rest)?.[0] ?? "" } : undefined;
}
