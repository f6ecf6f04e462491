import { readPoints } from "./answers/parse-points.ts";
import { readWhole } from "./numerals.ts";
import type { ScoreRow, ScoreRules } from "./score-rules.ts";
import { NUMBER, POINTS, SAID_POINTS } from "./score-words.ts";

const MIN_WORD = 2;
const SECTION = new RegExp(
  `^第?(${NUMBER})(?:部分|大项|节)的?(?:得分|评分|分数|打分)?(?:如下|为|是)?[,，:：\\s]*`,
  "u",
);
/** 信用先给四分 */
const NAMED = new RegExp(
  `^[\\s,，、;；。]*(?:[嗯呃]|然后|还有|那个)*(?<word>\\p{Script=Han}{2,10}?)(?:这[项条]|那[项条]|方面|部分)?(?:先|就|也|都|是|给|打|得|评|记|算|的|我)*(?<points>(?:[扣减](?:去|掉|了)?)?${SAID_POINTS})`,
  "u",
);
const END = /^[\s,，、;；。吧了啊]*$/u;

const MARKS = /^\s*[（(]([^（()）]*分[^（()）]*)[)）]\s*/u;
const FEWEST = 4;

/** 3-3（达到得3分，达不到得0分）收缴率达到95%……达到，得3分: as the sheet prints the row, without what it prints. */
function withoutWording({ wording = "", maxPoints }: ScoreRow, given: string): string {
  const marks = MARKS.exec(given);
  const isOwn = marks?.[1]?.match(/\d+(?:\.\d+)?(?=分)/gu)?.includes(String(maxPoints)) === true;
  const rest = isOwn ? given.slice(marks?.[0].length) : given;
  const longest = Array.from({ length: rest.length }, (_, at) => rest.slice(0, rest.length - at)).find(
    (part) => part.length >= FEWEST && wording.includes(part),
  );
  if (!isOwn && longest === undefined) return given;
  const behind = rest.slice(longest?.length ?? 0).replace(/^[\s。.…：:，,；;]+/u, "");
  const points = behind.replace(/^(?:(?:自|区|初)评|[未没]?达到|达不到)?[，,:：\s]*(?=(?:得|为)?\d)/u, "");
  // 社区选派党员1名, 党员占比7人里4个: a count, and no points.
  return POINTS.test(points.replace(/^[得为给打]/u, "")) ? points : given;
}

/** 绿化四分 behind the number of the row whose wording has the word: the points, and what follows. */
export function withoutItsWords(row: ScoreRow, given: string): string {
  const { wording = "" } = row;
  const rest = withoutWording(row, given);
  const { word = "", points } = NAMED.exec(rest)?.groups ?? {};
  if (points === undefined || !wording.includes(word)) return rest;
  return rest.slice(rest.indexOf(word) + word.length).replace(/^\P{N}*?(?=[扣减]?[\d零〇一二三四五六七八九十两])/u, "");
}

/**
 * 信用四分满意度五分: rows named by words of their wording alone, as they are sent. Undefined unless all of the text is
 * such words and each is of one row.
 */
export function namedRows({ sections }: ScoreRules, typed: string): readonly string[] | undefined {
  const section = SECTION.exec(typed.trim());
  const number = readWhole(section?.[1] ?? "");
  const rows = sections.filter(({ id }) => number === undefined || id === String(number)).flatMap((one) => one.rows);
  let rest = typed.trim().slice(section?.[0].length ?? 0);
  const found: string[] = [];
  while (!END.test(rest)) {
    const match = NAMED.exec(rest);
    const { word = "", points: said = "" } = match?.groups ?? {};
    const [row, other] = word.length < MIN_WORD ? [] : rows.filter(({ wording }) => wording?.includes(word));
    const points = row && readPoints(said, row.maxPoints);
    if (!match || !row || other || points === undefined) return undefined;
    found.push(`${row.id} ${points}`);
    rest = rest.slice(match[0].length);
  }
  return found.length > 0 && new Set(found.map((one) => one.split(" ")[0])).size === found.length ? found : undefined;
}
