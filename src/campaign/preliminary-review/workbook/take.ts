import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { countingCopy } from "../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../engine/given-copy-phrases.ts";
import { giveShared } from "../../scoring/give-shared.ts";
import { HUNDREDTHS, pointRulesIn, rowsToScore, totalOf } from "../../scoring/points.ts";
import { moveTo, nextRow } from "../../scoring/scoring-draft.ts";
import { openReviewDraft, SHEET_CARD } from "../review.ts";
import { reviewWorkbookPhrases as phrases } from "./phrases.ts";
import {
  type ComparedSheet,
  comparedWorkbook,
  conflictsIn,
  fingerprint,
  RECEIVED,
  type ReceivedWorkbook,
  receivedWorkbook,
} from "./received.ts";
import { type ComparedRow, givenIn } from "./rules.ts";

/** A case into which the workbook was written. */
export interface TakenCase {
  id: string;
  name: string;
  rows: number;
  /** In points. */
  total: number;
  /** How many rows keep it from being final. */
  open: number;
}

/** `shown`: nothing was written; what would be is shown once more, with why. */
export type Taken =
  | { kind: "taken"; cases: readonly TakenCase[] }
  | { kind: "shown"; received: ReceivedWorkbook; sheets: readonly ComparedSheet[]; why: string };

/**
 * 采用初评表. Writes all that the sheets change, or nothing: not before every contested row is decided, and not over
 * what has changed since it was shown.
 * @throws {RefusalError} if no workbook waits, or its cases can no longer be scored
 */
export async function takeWorkbook(context: PersonContext, words: string): Promise<Taken> {
  const { drafts, person } = context;
  const [draft] = await drafts.unfinished({ kind: RECEIVED, subject: person.staffId });
  const parsed = receivedWorkbook.safeParse(draft?.body);
  if (!draft || !parsed.success) throw new RefusalError("review.no-workbook", phrases.nothingKept());
  const received = parsed.data;
  const { sheets, refused } = await comparedWorkbook(context, received.sheets);
  const [problem] = [...refused, ...sheets.flatMap(({ defects }) => defects.map(({ sentence }) => sentence))];
  if (problem !== undefined) throw new RefusalError("review.workbook-unfit", problem);
  const shown = fingerprint(sheets);
  if (shown !== received.shown) {
    await drafts.save(draft, { body: { ...received, shown } });
    return { kind: "shown", received, sheets, why: givenCopyPhrases.changedSince() };
  }
  const chosen = chosenRows(sheets, words);
  if (typeof chosen === "string") return { kind: "shown", received, sheets, why: chosen };
  const taken: TakenCase[] = [];
  for (const sheet of sheets) {
    const rows = sheet.rows.filter((row) => chosen.has(row));
    if (rows.length > 0) taken.push(await write(context, sheet, rows));
  }
  const reason = `${received.file.hash} ${taken.map(({ id }) => id).join(" ")}`;
  await context.withJournal({ action: "review.workbook-taken", reason }, () =>
    drafts.save(draft, { state: "done", body: {} }),
  );
  return { kind: "taken", cases: taken };
}

/** The rows that are written, or why it is not known yet. */
export function chosenRows(sheets: readonly ComparedSheet[], words: string): Set<ComparedRow> | string {
  const conflicts = conflictsIn(sheets);
  const counting = countingCopy(phrases.typedTake(), words, conflicts.length);
  if (typeof counting === "string") return counting;
  const own = sheets.flatMap(({ rows }) => rows.filter(({ kind }) => kind === "changed"));
  return new Set([...own, ...conflicts.flatMap(({ row }, at) => (counting.has(at + 1) ? [row] : []))]);
}

/** @throws {RefusalError} if anything of it is not saved */
async function write(
  context: PersonContext,
  { application: { id, compoundName: name } }: ComparedSheet,
  rows: readonly ComparedRow[],
): Promise<TakenCase> {
  const review = await openReviewDraft(context, id);
  // What colleagues changed was shown beside the file: none of it is unseen.
  const seen = await moveTo(context, review, review.at);
  const given = rows.flatMap(({ back }) => givenIn(back));
  const { draft, problems } = await giveShared(context, seen, given);
  const [problem] = problems;
  if (problem) throw new RefusalError("review.workbook-unfit", phrases.problem(name, problem.sentence));
  await moveTo(context, draft, nextRow(context, draft.sheet, undefined), { refused: [], conflicts: [] });
  await context.cards.refresh({ kind: SHEET_CARD, subject: id });
  const { definition } = context.campaign;
  const open = rowsToScore(definition, draft.sheet, pointRulesIn(definition, context.rulings)).length;
  return { id, name, rows: rows.length, total: totalOf(definition.rubric, draft.sheet) / HUNDREDTHS, open };
}
