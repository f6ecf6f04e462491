import { readPoints } from "./answers/parse-points.ts";
import { scorePhrases } from "./phrases.ts";
import { cleanLine } from "./plain.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { askReading, showEntries } from "./score-readings.ts";
import { bare, QUESTION } from "./score-reason.ts";
import { type ScoreLine, type ScoreRow, type ScoreRules, unfitPoints } from "./score-rules.ts";
import { saysUnmet } from "./score-turn.ts";
import { SAID_POINTS, UNCHANGED } from "./score-words.ts";

const LEADS_TO_POINTS = "(?:所以|因此)?(?:就|只能|只|先|得|给|打|评|为|是|个)*";
const LEADS_TO_REASON = "(?:的?(?:原因|理由)\\s*(?:就?是|为|[:：])?|因为|由于)";
/** 没达到零分原因人手不够, 便民服务有三项给满分 */
const AROUND = new RegExp(
  `^(?<words>\\p{Script=Han}.*?)[，,\\s]*${LEADS_TO_POINTS}(?<points>${SAID_POINTS}|满分)[吧了]*[，,。\\s]*(?:${LEADS_TO_REASON}[，,\\s]*(?<why>\\p{Script=Han}{2}.*))?$`,
  "su",
);
const REACHED = /^(?:已经?|都|是)*(?:达到|达标|符合|做到)[了的吧啊]*$/u;
const UNMET = /^(?:还|都|也|是)*(?:没有?|未能?|不|达不)(?:达到|达标|符合|做到|达|到)[了的吧啊]*$/u;
/** Other rows and other points within the words are not of this reading. */
const SAYS_MORE = /\d{1,2}-\d|分(?!之|类|期|管|工)/u;

/**
 * Points with words before them: what says whether the row is reached agrees with them and is recorded; other words may
 * be their reason, and are asked about. Undefined for other texts.
 */
export function readAround(rules: ScoreRules, row: ScoreRow, said: string): ScoreLine | undefined {
  const { words = "", points: written, why } = AROUND.exec(cleanLine(said))?.groups ?? {};
  const points = written === undefined ? undefined : readPoints(written, row.maxPoints);
  if (points === undefined || QUESTION.test(said) || SAYS_MORE.test(words) || SAYS_MORE.test(why ?? ""))
    return undefined;
  const reason = why === undefined ? "" : bare(why);
  const isFull = points === row.maxPoints;
  // 是绿化四分: its own word.
  if (why === undefined && words.startsWith("是") && row.wording?.includes(words.slice(1)))
    return unfitPoints(rules, row, points) === undefined
      ? { kind: "points", entries: [{ row: row.id, points }] }
      : undefined;
  if (REACHED.test(words) && isFull && reason === "") return { kind: "points", entries: [{ row: row.id, points }] };
  const sentence = scorePhrases.reasonFirst(row.id, cleanLine(said));
  if (!UNMET.test(words)) {
    const [all, isNew] = [[bare(words), reason].filter((one) => one !== "").join("，"), why !== undefined || isFull];
    return isNew ? orOther(rules, row, { points, reason: all, sentence, words }) : undefined;
  }
  if (points === 0) return { kind: "points", entries: [{ row: row.id, points, reason: reason || words }] };
  // 没达到满分: of a row that is reached or not it is nothing.
  return isFull && row.allOrNothing
    ? askReading(rules, row, { points: 0, reason: reason || words.replace(/[了的吧啊]+$/u, ""), sentence })
    : undefined;
}

/** 三之八物业费收缴率…给满分: the words are of another row's wording, so that one is offered too. */
function orOther(
  rules: ScoreRules,
  row: ScoreRow,
  said: { points: number; reason: string; sentence: string; words: string },
): ScoreLine {
  const own = askReading(rules, row, said);
  const runs = Array.from(said.words, (_, at) => said.words.slice(at, at + RUN)).filter((run) => run.length === RUN);
  const isOf = ({ wording = "" }: ScoreRow): boolean => runs.some((run) => wording.includes(run));
  const [other, second] = isOf(row) ? [] : rules.sections.flatMap(({ rows }) => rows.filter(isOf));
  if (own.kind !== "retry" || !own.readable || !other || second || other.knocksOut) return own;
  const points = said.points === row.maxPoints ? other.maxPoints : said.points;
  if (unfitPoints(rules, other, points) !== undefined) return own;
  const typed = showEntries([{ row: other.id, points, reason: said.reason }]);
  const sentence = doubtPhrases.mayMeanEither(said.sentence, own.readable.typed, typed);
  return { ...own, sentence, rows: [row.id, other.id], readings: [typed] };
}
/** In signs: fewer stand in the wording of many rows. */
const RUN = 4;

const STAYS = new RegExp(`^(?:原来?的?)?(?:理由|原因)(?:也|都|就|还)*(?:${UNCHANGED})[吧了的啊]*$`, "u");

/** 理由不改, 原来的理由不动: the row keeps its reason. */
export const keepsReason = (after: string): boolean => STAYS.test(cleanLine(after).replace(/^[，,、\s吧了啊呀]+/u, ""));

/** 是绿化啊理由应该是…: the word by which a row is known, before its reason. */
const WORD_AND_REASON = /^是?(?<word>\p{Script=Han}{2,6}?)(?:[嘛呢啊呀吧]|的)*[，,\s]*(?=理由|原因)/u;

export function withoutItsName({ wording = "" }: ScoreRow, said: string): string {
  const { word } = WORD_AND_REASON.exec(said)?.groups ?? {};
  return word !== undefined && wording.includes(word) && !saysUnmet(word) ? said.replace(WORD_AND_REASON, "") : said;
}
