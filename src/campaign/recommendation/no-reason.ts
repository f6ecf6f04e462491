import { visibleText } from "../../shared/visible-text.ts";

/** 同建议, 按建议次序 */
const AS_PROPOSED =
  /^(?:[同按照用]|按照|采用|同意)(?:系统|你们?|您)?(?:的)?建议(?:的)?(?:次序|顺序|排序)?(?:来|排|填|写|办)?[吧了。]*$/u;
/** 曹娥锦苑理由同上, 理由删掉, 下一个 */
const INSTRUCTS =
  /(?:[同和跟与](?:上|前)(?:面|一?[条个项])?(?:的)?(?:一样|相同)?|照旧|照抄|下一[个条项]|[删去撤]掉|删除|清空|(?:其余|其他|剩下)(?:的)?(?:都|全)?(?:同上|一样|不变|照旧|满分?))[吧了啊。]*$/u;
const MOST = 20;
const GENERIC = /^(?:小区|花园|花苑|社区|家园|公寓|名苑|雅苑|新村|新城|新苑|一期|二期|三期|东区|西区|南区|北区)$/u;
/** 花园, 新村: how many names end. */
export const isGeneric = (part: string): boolean => GENERIC.test(part);

/** Between names, and 同 before one. */
const BESIDE_NAMES =
  /^(?:一样|相同|理由|都(?:可以|行|报|推|要|好)|推荐|[\s>＞、，,。.;；:：/|\d()（）-]|[同跟和与先后再然第一二三四五六七八九十名位])/u;
const SHORTEST = 2;

/** How far the words at the head are a part of a name that says which. */
function nameLength(rest: string, names: readonly string[]): number {
  for (let length = Math.min(rest.length, Math.max(0, ...names.map((name) => name.length))); length >= SHORTEST; ) {
    const part = rest.slice(0, length);
    if (!GENERIC.test(part) && names.some((name) => name.includes(part))) return length;
    length -= 1;
  }
  return 0;
}

/** 江南>锦苑, 同江南: names and nothing else. */
function isOnlyNames(said: string, names: readonly string[]): boolean {
  let rest = said;
  let named = 0;
  while (rest !== "") {
    const length = nameLength(rest, names);
    const beside = length > 0 ? length : BESIDE_NAMES.exec(rest)?.[0].length;
    if (beside === undefined) return false;
    if (length > 0) named += 1;
    rest = rest.slice(beside);
  }
  return named > 0;
}

/**
 * Words that say which case, or what is to be done, and not why.
 * @param names of the district's cases
 */
export function isNoReason(text: string, names: readonly string[]): boolean {
  const said = visibleText(text).normalize("NFKC").trim();
  if ([...said].length <= MOST && (AS_PROPOSED.test(said) || INSTRUCTS.test(said))) return true;
  return isOnlyNames(
    said,
    names.map((name) => name.normalize("NFKC")),
  );
}
