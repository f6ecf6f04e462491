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
