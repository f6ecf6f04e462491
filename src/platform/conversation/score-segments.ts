import { visibleText } from "../../shared/visible-text.ts";
import { cleanLine } from "./plain.ts";
import { beginsWithNote } from "./score-notes.ts";
import { COUNTS, GIVES, ID, SAME, UNCHANGED } from "./score-words.ts";

const VALUE = "(?:[-+]?\\d+(?:[.．。·]\\d+)?|[零〇一二三四五六七八九十两]+|满分?|通过|否决|不通过|不适用|备注)";
/** …1-5 2场地小: points straight before their reason. */
const STRAIGHT = `\\s+\\d{1,2}(?:\\.\\d)?(?=\\p{Script=Han}{2})(?!${COUNTS}|${SAME})`;
/** …1-2 1-3同上, …2-4不变 */
const AS_BEFORE = `(?:[\\s,，、和及与]+${ID})*[\\s:：,，]*(?:也|都|还是|还|就)*(?:${SAME}|${UNCHANGED})[吧了的]*(?=$|[\\s,，、；;。])`;
/** …，3-2扣2保洁差 */
const TAKEN_OFF = `[\\s:：]*[扣减]\\s*\\d{1,2}(?=\\p{Script=Han}{2})(?!${COUNTS})`;
/** …，1-1理由联动少, …，1-5的活动场所是共用的，备注一下 */
const ITS_WORDS = `\\s*(?:的?(?:理由|原因)[:：\\s]*(?:是|为)?\\p{Script=Han}{2}|(?:的|那[个条项])?(?![\\d，,；;。\\s])[^，,；;。\\n]{2,40}?[，,\\s]*(?<![未没有已经不需要应])(?:请|也|帮忙|麻烦)*备注(?:一下|一句)[吧了。]*$)`;
/** A further row begins where an id and its points stand on their own: what else names a row belongs to the reason. */
const NEXT_ROW = new RegExp(
  `[\\s,，、。/／]+(?=(${ID})(?![\\d年月－-])(?:${AS_BEFORE}|${STRAIGHT}|${TAKEN_OFF}|${ITS_WORDS}|[\\s,，:：、]*(?:${GIVES}|扣|按)\\s*${VALUE}(?:\\s*[分个]半|\\s*分(?!之)|$|[,，。:：、（(/／]|因为|由于|\\s+(?![名个件次人户年月日项条处栋]))))`,
  "gu",
);
/** 没公示 behind a row: words alone, which are none of another kind. */
const ONLY_WORDS = `(?![\\d年月－-])[\\s:：]*(?!${SAME}|${UNCHANGED}|[同也都均一二三四五六七八九十扣减按满改]|不适用|通过|否决|合并|理由|原因|备注|[和与及至到])\\p{Script=Han}{2}`;
const FIRST_REASON = new RegExp(`^${ID}${ONLY_WORDS}`, "u");
/** 3-4 没公示 3-5太脏 */
const NEXT_REASON = new RegExp(`[\\s,，、。]+(?=(${ID})${ONLY_WORDS})`, "gu");
const SAYS_POINTS = new RegExp(`(?:\\d|[零〇一二三四五六七八九十两])\\s*分(?!之)|满分|${ID}[\\s:：]*\\d`, "u");
const ROW_ALONE = new RegExp(`^${ID}(?:[\\s,，、和及与]+${ID})*$`, "u");
/** …，备注一下1-5场所合用: of that row. */
const NEXT_NOTE = new RegExp(`[\\s,，、。]+(?=备注(?:一下|一句)?[\\s:：]*${ID}(?![\\d年月－-]))`, "u");
const BREAK = /[\n；;]+/;
const STARTS_ROW = new RegExp(`^${ID}(?![\\d年月－-])`, "u");

/**
 * The rows of one message, divided by lines, ；, or a comma before another row with its points. A part without a row goes
 * on with the reason before it.
 * @param isRow whether there is such a row
 */
export function scoreSegments(typed: string, isRow: (id: string) => boolean): string[] {
  const segments: string[] = [];
  const parts = visibleText(typed)
    .split(BREAK)
    .flatMap((part) => part.split(NEXT_NOTE));
  for (const part of parts.map(cleanLine)) {
    if (part === "") continue;
    const last = segments.at(-1);
    if (last !== undefined && STARTS_ROW.test(last) && !startsOne(part))
      segments[segments.length - 1] = `${last}；${part}`;
    else segments.push(...rowsIn(part, isRow));
  }
  return segments;
}

/** 四 3 2 3 3 2 3 2，4-2漏了 4-5有飞线: the points of a part, and reasons of its rows. */
const PART_WITH_REASONS = new RegExp(
  `^第?[一二三四五六七八九十]{1,2}(?:部分)?[\\s:：、]+(?:\\d{1,2}(?:\\.\\d)?分?[\\s,，、]+){2,}(?=${ID}${ONLY_WORDS})`,
  "u",
);

const SECTION_OR_REST =
  /^(?:第?\s*(?:[一二三四五六七八九十]{1,3})(?:部分|节|大项)?[\s:：，,、.\d满]|其余|其他|其它|剩下|剩余)/u;

/** 7、2, 3. 5（经费未公布）, ②4分: points of a row that is only counted are no part of the reason before them. */
const COUNTED =
  /^(?:[①-⑳⑴-⒇⒈-⒛㈠-㈩]|[（(]\d{1,2}[)）]|\d{1,2}\s*(?:[、.．,，:：]|\s))\s*(?:\d{1,2}(?:\.\d+)?|满)\s*(?:分(?!之)|$|[\s,，、。:：（(])|^\d{1,2}(?:\.\d+)?分$/u;

/** ⑥绿化　5: a line with its own number and points, whatever stands between. */
export const NUMBERED =
  /^(?:[①-⑳⑴-⒇⒈-⒛㈠-㈩]|[（(]\d{1,2}[)）])\s*\S.*?[\s\u3000]+(?:[\d０-９]{1,2}(?:\.\d)?|满)分?(?:$|[\s\u3000])/u;

const startsOne = (part: string): boolean =>
  NUMBERED.test(part.trim()) ||
  STARTS_ROW.test(part) ||
  SECTION_OR_REST.test(part) ||
  beginsWithNote(part) ||
  COUNTED.test(part.normalize("NFKC").trim());

function rowsIn(part: string, isRow: (id: string) => boolean): string[] {
  const values = PART_WITH_REASONS.exec(part)?.[0];
  if (values !== undefined)
    return [cleanLine(values).replace(/[,，、\s]+$/u, ""), ...rowsIn(part.slice(values.length), isRow)];
  if (!STARTS_ROW.test(part)) return [part];
  const next = FIRST_REASON.test(part) && !SAYS_POINTS.test(part) ? NEXT_REASON : NEXT_ROW;
  const rows: string[] = [];
  let at = 0;
  for (const match of part.matchAll(next)) {
    // 1-2 1-3同上: named together.
    if (!isRow(match[1] ?? "") || ROW_ALONE.test(part.slice(at, match.index))) continue;
    rows.push(part.slice(at, match.index));
    at = match.index + match[0].length;
  }
  return [...rows, part.slice(at)].map(cleanLine);
}
