import { doubtPhrases } from "./score-doubt-phrases.ts";
import { inDoubt, showEntries } from "./score-readings.ts";
import type { ScoreLine, ScoreRules } from "./score-rules.ts";
import { ID, SAID_POINTS } from "./score-words.ts";
import { withoutFillers } from "./spoken.ts";

const NAMES_ROW = new RegExp(
  `[\\s,，。；;]${ID}(?:(?:[、和与及跟\\s]+${ID})*(?:[都均各先\\s:：]*\\d|[\\s:：]*[一二三四五六七八九十]+分|[\\s:：]*[满扣])|\\s*(?![年月日号幢栋楼层单元户人个次件处名期至到])\\p{Script=Han}{2})`,
  "u",
);
const rowsOf = ({ entries }: Extract<ScoreLine, { kind: "points" }>): string[] => entries.map(({ row }) => row);
const LED_BY_POINTS = new RegExp(
  `^(?:就|给|打|先|大概)*(?:${SAID_POINTS}|满分|\\d{1,2}(?:\\.\\d)?(?=[\\s,，]+(?:${ID}[\\s:：、和跟与]|\\p{Script=Han}{2})))`,
  "u",
);

/** 四分吧哦不对给五分…，1-5 2分: what stands before the first row may be of the one that is asked for. */
export function pointsOfOpen(
  { at }: ScoreRules,
  segments: readonly string[],
  read: (segment: string) => ScoreLine,
): ScoreLine | undefined {
  const [said = ""] = segments;
  const words = withoutFillers(said);
  const isBefore = segments.length > 1 || NAMES_ROW.test(words);
  if (at === undefined || !isBefore || words.includes(at) || !LED_BY_POINTS.test(words)) return undefined;
  const line = rowsBehind(at, words, read) ?? read(`${at} ${words}`);
  if (line.kind === "retry") return line.readable ? line : undefined;
  return line.kind === "points"
    ? inDoubt(doubtPhrases.ofOpenRow(said, at), showEntries(line.entries), rowsOf(line))
    : undefined;
}

/** 4 议事会记录不全，1-1机制刚建: what is read of the row behind the reason of the open one is offered with it. */
function rowsBehind(at: string, words: string, read: (segment: string) => ScoreLine): ScoreLine | undefined {
  const behind = new RegExp(`[\\s,，。；;]+(?=${ID}(?![\\d年月－-]))`, "u").exec(words);
  if (!behind) return undefined;
  const own = read(`${at} ${words.slice(0, behind.index)}`);
  const said = words.slice(behind.index + behind[0].length);
  const line = read(said);
  const typed = line.kind === "retry" && line.readable?.doubtful ? line.readable.typed : "";
  const others = typed === "" ? line : read(typed);
  if (own.kind !== "points" || others.kind !== "points" || others.rest) return undefined;
  const entries = [...own.entries, ...others.entries];
  const rows = entries.map(({ row }) => row);
  if (new Set(rows).size < rows.length) return undefined;
  return inDoubt(doubtPhrases.ofOpenRow(words, at), showEntries(entries), rows);
}
