import { cleanLine } from "../../platform/conversation/plain.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { showEntries } from "../../platform/conversation/score-readings.ts";
import { namesRows, rowsSaid } from "../../platform/conversation/score-rows-said.ts";
import type { ScoreLine, ScoreRules } from "../../platform/conversation/score-rules.ts";
import { type Refused, shareOf } from "../../platform/conversation/shared-work.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { pointRulesIn, rowsToScore } from "./points.ts";
import { criteriaOf } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import { moveTo, type ScoringDraft } from "./scoring-draft.ts";

const POINTS =
  /(?:\d|[零〇一二三四五六七八九十两])\s*分(?![之钟公配管类期])|满分|\d{1,2}\s*-\s*\d{1,2}[\s:：,，]+(?:\d|[零〇一二三四五六七八九十两满])/u;

/** Whether the words give points to rows, in whatever form. */
export const givesRows = (rules: ScoreRules, text: string): boolean =>
  POINTS.test(text.normalize("NFKC")) && rowsSaid(rules, text).length > 0;

/**
 * The rows of a refused message: those that it was read to be of, and those that it names in any way. Each part of it is
 * told with its own row, so that it goes with that row's points.
 */
export function refusedBy(
  rules: ScoreRules,
  line: Pick<Extract<ScoreLine, { kind: "retry" }>, "rows" | "unread" | "sentence" | "apart" | "readable">,
  text: string,
): Refused[] {
  const { rows = [], unread, sentence, apart = [{ sentence: unread ?? sentence, rows }] } = line;
  const typed = cleanLine(text);
  const readings = readableRows(rules, line.readable);
  // 四、部门联动: above its rows the name of a part is of none that has its points.
  const isNamed = rows.length === 0 || namesRows(text);
  const said = rowsSaid(rules, text).filter((id) => isNamed || !rules.given?.includes(id));
  const keys = [...new Set([...rows, ...said, ...readings.keys()])];
  const told = apart.map((one) => ({ sentence: one.sentence, key: one.rows[0] ?? keys[0] }));
  return keys.map((key) => {
    const own = told.filter((one) => one.key === key).map((one) => one.sentence);
    const reading = readings.get(key);
    return { key, label: key, sentence: own.join(""), typed, ...(reading === undefined ? {} : { reading }) };
  });
}

/** What could be read for certain, row by row. */
function readableRows(
  rules: ScoreRules,
  readable: Extract<ScoreLine, { kind: "retry" }>["readable"],
): ReadonlyMap<string, string> {
  const read = readable && !readable.doubtful ? readScoreLine(rules, readable.typed) : undefined;
  return new Map(read?.kind === "points" ? read.entries.map((entry) => [entry.row, showEntries([entry])]) : []);
}

/** The row to which the person gave something last. */
export const lastGiven = ({ work, viewer }: Pick<ScoringDraft, "work" | "viewer">): string | undefined =>
  work.changes.findLast(({ by }) => by === viewer)?.key.match(/^\d{1,2}-\d{1,2}/u)?.[0];

/** The row that a refused message named straight before, where it did not name the open one. */
export function rowBefore({ work, viewer }: Pick<ScoringDraft, "work" | "viewer">, open: string): string | undefined {
  const all = shareOf(work, viewer).refused.filter(({ edition }) => edition === work.edition);
  const last = all.at(-1)?.typed;
  const [only, second] = new Set(all.filter(({ typed }) => typed === last).map(({ key }) => key));
  return second === undefined && only !== open ? only : undefined;
}

/** The first row before the last that was given whose points were refused and are still missing: it is asked again first. */
export function passedOver(
  { campaign: { definition }, rulings }: Context,
  sheet: ScoreSheet,
  refused: readonly Pick<Refused, "key">[],
  last: string,
): string | undefined {
  const order = criteriaOf(definition.rubric).map(({ id }) => id);
  const open = rowsToScore(definition, sheet, pointRulesIn(definition, rulings));
  return open.find((id) => order.indexOf(id) < order.indexOf(last) && refused.some(({ key }) => key === id));
}

/** Remembers which rows a refused line was to give points to, for 其余满分 and for the card. */
export function keepRefused(
  context: PersonContext,
  draft: ScoringDraft,
  refused: readonly Refused[],
): Promise<ScoringDraft> {
  const keys = refused.map(({ key }) => key);
  const earlier = shareOf(draft.work, draft.viewer).refused.filter(({ key }) => !keys.includes(key));
  const { edition } = draft.work;
  return moveTo(context, draft, draft.at, { refused: [...earlier, ...refused.map((one) => ({ ...one, edition }))] });
}
