import { isWithin } from "../../platform/conversation/score-table.ts";
import { isNamedBy } from "../application/find-application.ts";

/** 鹿山1-1 4, 鹿山的 第二条改4: words before the first row of a line of points. */
const BEFORE_ROW =
  /^(?<called>\p{Script=Han}{2,12}?)(?:小区)?(?:的|那个|这个)?[\s：:，,]*(?<rest>(?:\d{1,2}\s*[-－杠之]\s*\d|第[一二三四五六七八九十\d]|[一二三四五六七八九十]\s*[杠之]).*)$/su;

/**
 * Points behind a part of the name of one case. Undefined where the words name none or several, or a part of the sheet.
 * @param names of the district's cases @param noun 小区
 */
export function calledCase(
  text: string,
  { names, parts, noun }: { names: readonly string[]; parts: readonly string[]; noun: string },
): { name: string; rest: string } | undefined {
  const { called = "", rest = "" } = BEFORE_ROW.exec(text.trim().normalize("NFKC"))?.groups ?? {};
  if (called === "" || parts.some((part) => part.includes(called))) return undefined;
  const [name, other] = [...new Set(names)].filter((one) => isNamedBy(one, called, noun));
  return name === undefined || other !== undefined ? undefined : { name, rest };
}

/** 我觉得, 刚才, 领导说: no names. */
const NO_NAME =
  /[我你他她这那说的了是把给改刚请按有没未不少差坏漏脏乱满扣分]|觉得|现在|今天|应该|领导|小组|其余|其他|剩|第.|和|及|[后前上下]面/u;

/**
 * 鹿山1-1 4, where no case is called so: whose points they are is not known, so none are offered for the open sheet.
 * @param words of the rubric: names of parts, wordings of rows
 */
export function strangeCase(
  text: string,
  { names, words, noun }: { names: readonly string[]; words: readonly string[]; noun: string },
): { called: string; rest: string } | undefined {
  const { called = "", rest = "" } = BEFORE_ROW.exec(text.trim().normalize("NFKC"))?.groups ?? {};
  const isOfRubric = words.some((one) => one.includes(called) || isWithin(called, one));
  if (called === "" || isOfRubric || NO_NAME.test(called)) return undefined;
  return names.some((one) => isNamedBy(one, called, noun)) ? undefined : { called, rest };
}
