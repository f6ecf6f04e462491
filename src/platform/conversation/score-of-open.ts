import { doubtPhrases } from "./score-doubt-phrases.ts";
import { inDoubt, showEntries } from "./score-readings.ts";
import type { ScoreLine, ScoreRules } from "./score-rules.ts";
import { ID, SAID_POINTS } from "./score-words.ts";
import { withoutFillers } from "./spoken.ts";

const NAMES_ROW = new RegExp(`[\\s,，。；;]${ID}[\\s:：]*(?:\\d|[一二三四五六七八九十两]+分|满|扣)`, "u");
const rowsOf = ({ entries }: Extract<ScoreLine, { kind: "points" }>): string[] => entries.map(({ row }) => row);
const LED_BY_POINTS = new RegExp(
  `^(?:就|给|打|先|大概)*(?:${SAID_POINTS}|满分|\\d{1,2}(?:\\.\\d)?(?=[\\s,，]+${ID}[\\s:：]))`,
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
  const line = read(`${at} ${words}`);
  if (line.kind === "retry") return line.readable ? line : undefined;
  return line.kind === "points"
    ? inDoubt(doubtPhrases.ofOpenRow(said, at), showEntries(line.entries), rowsOf(line))
    : undefined;
}
