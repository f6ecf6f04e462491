import { isDeepStrictEqual } from "node:util";
import { readTurn, type Turn } from "../../platform/conversation/page-turn.ts";
import { showEntries } from "../../platform/conversation/score-readings.ts";
import { type Change, changesKnownSince, type Refused } from "../../platform/conversation/shared-work.ts";
import { nameOf } from "../application/colleagues.ts";
import { applicationPhrases } from "../application/phrases.ts";
import type { PersonContext } from "../engine/context.ts";
import type { RowProblem } from "./give-points.ts";
import { giveShared } from "./give-shared.ts";
import { givenOnPage } from "./given-on-page.ts";
import { pageAfter, pageBefore, sheetPages } from "./page.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { REASONS } from "./reasons.ts";
import type { GivenScore } from "./score-sheet.ts";
import { givenWhere, type ScoreValues, scoreValues, shownScores, valuesWith } from "./score-values.ts";
import { moveTo, nextRow, type ScoringDraft } from "./scoring-draft.ts";

interface TurnedPage {
  turn: Turn;
  /** Whether points were saved that were not there before. */
  some: boolean;
  /** How many values of the page could not be saved, and how many differ from a colleague's. */
  problems: number;
  conflicts: number;
}

/**
 * Saves a submitted page. What is good stands; what is not keeps the page open, unless the person leaves. After the
 * last page follows the first row without points, if there is one.
 * @param before `face`: edition of the work that the submitted page showed; what the same person changed after it, on
 *   another device, or was told of there, is not overwritten
 */
export async function turnSheetPage(
  context: PersonContext,
  before: ScoringDraft & { face?: number | undefined },
  submitted: Readonly<Record<string, unknown>>,
): Promise<TurnedPage> {
  const { turn, values } = readTurn(submitted);
  const read = givenOnPage(context, values, before.sheet.ledger);
  const known = await scoreValues(context, before.sheet);
  const wanted = valuesWith(known, read.given);
  // A client sends the values of fields that nobody touched as well.
  const changed = givenWhere(read.given, (key) => !isDeepStrictEqual(known[key], wanted[key]));
  const newer = before.face === undefined ? [] : changesKnownSince(before.work, before.viewer, before.face);
  const fresh = givenWhere(changed, (key) => newer.every((change) => change.key !== key));
  const outcome = await giveShared(context, before, fresh);
  const told = [
    ...read.refused,
    ...refusedOf(outcome.problems, fresh),
    ...overtaken(context, newer, { known, wanted }),
  ];
  const refused = mergeReasons(told);
  const stays = refused.length > 0 || outcome.conflicts.length > 0;
  const here = { ...outcome.draft, at: rowOnPage(context, before.at, values) };
  const at = stays || turn === "leave" ? here.at : after(context, here, turn);
  await moveTo(context, outcome.draft, at, {
    refused,
    conflicts: outcome.conflicts,
    ...(turn === "leave" ? { step: "left" as const } : {}),
  });
  const some = !isDeepStrictEqual(outcome.draft.sheet.scores, before.sheet.scores);
  return { turn, some, problems: refused.length, conflicts: outcome.conflicts.length };
}

/** The row that is asked, or the first of the submitted page if the person has gone on elsewhere meanwhile. */
function rowOnPage(context: PersonContext, at: string | undefined, submitted: object): string | undefined {
  const page = sheetPages(context).find(({ rows }) => rows.some(({ id }) => Object.hasOwn(submitted, id)));
  return page === undefined || page.rows.some(({ id }) => id === at) ? at : page.rows[0]?.id;
}

function after(context: PersonContext, { at, sheet }: ScoringDraft, turn: Turn): string | undefined {
  return turn === "back" ? pageBefore(context, at) : (pageAfter(context, at) ?? nextRow(context, sheet, undefined));
}

/** Refused points with what was written; their reasons and remarks are kept with them. */
function refusedOf(problems: readonly RowProblem[], given: readonly GivenScore[]): Refused[] {
  return problems.flatMap(({ criterion, sentence }) => {
    const one = given.find((each) => each.criterion === criterion);
    const points = one?.points === undefined ? "" : String(one.points);
    const row: Refused = { key: criterion, label: criterion, sentence, typed: points };
    if (!one || (!one.notApplicable && one.reason === undefined && one.remark === undefined)) return [row];
    const kept = { key: REASONS, label: phrases.reasonsLabel(), sentence: phrases.reasonKept(criterion) };
    return [row, { ...kept, typed: writtenOf(one) }];
  });
}

/** Values of a page that have been changed elsewhere meanwhile. One that the page only showed is none of its own. */
function overtaken(
  { people, person }: PersonContext,
  newer: readonly Change[],
  { known, wanted }: { known: ScoreValues; wanted: ScoreValues },
): Refused[] {
  return newer.flatMap(({ key, before, by }): Refused[] => {
    const [now, typed] = [known[key], wanted[key]];
    if (isDeepStrictEqual(typed, now) || isDeepStrictEqual(typed, before)) return [];
    const label = shownScores.label(key);
    const who = by === person.staffId ? undefined : nameOf(people, by);
    const shown = now === undefined ? undefined : shownScores.value(key, now);
    const sentence = `${label}：${applicationPhrases.changedElsewhere({ now: shown, who })}`;
    const isPoints = label === key;
    return [{ key: isPoints ? key : REASONS, label, sentence, typed: isPoints ? String(typed ?? "") : "" }];
  });
}

/** The entry without its points, as the field for reasons takes it. */
const writtenOf = ({ criterion, notApplicable, reason, remark }: GivenScore): string =>
  showEntries([
    {
      row: criterion,
      ...(notApplicable ? { notApplicable } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(remark === undefined ? {} : { remark }),
    },
  ]);

/** The field for reasons is one: what is left of it is named once. */
function mergeReasons(refused: readonly Refused[]): Refused[] {
  const reasons = refused.filter(({ key }) => key === REASONS);
  const [first] = reasons;
  const rows = refused.filter(({ key }) => key !== REASONS);
  if (!first) return rows;
  const sentence = reasons.map((one) => one.sentence).join("");
  return [...rows, { ...first, sentence, typed: reasons.map(({ typed }) => typed).join("；") }];
}
