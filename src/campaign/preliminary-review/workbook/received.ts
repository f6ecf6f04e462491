import { z } from "zod";
import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { ownDistricts } from "../../application/work-district.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { isFinalized, pointRulesIn } from "../../scoring/points.ts";
import { scoreValues } from "../../scoring/score-values.ts";
import { boundBy } from "../extension-points.ts";
import { reviewPhrases } from "../phrases.ts";
import { type ReviewedCase, reviewedCases } from "./cases.ts";
import { asWritten, type GivenSheet, givenSheets } from "./given.ts";
import { reviewWorkbookPhrases as phrases } from "./phrases.ts";
import { type ReadSheet, readSheet } from "./read.ts";
import { type ComparedRow, comparedRows, type RowDefect } from "./rules.ts";

/** A campaign and who scores. */
export type ScorerContext = Context & Pick<PersonContext, "person">;

/** Kind of the draft that keeps what a dropped 初评表 says until it is taken; its subject is the person. */
export const RECEIVED = "preliminary-review.workbook";

export const receivedWorkbook = z.object({
  file: z.object({ name: z.string(), hash: z.string() }),
  sheets: z.array(readSheet),
  /** Fingerprint of what was last shown. */
  shown: z.string(),
});
export type ReceivedWorkbook = z.infer<typeof receivedWorkbook>;

/** A sheet whose case is known, beside what is there. */
export interface ComparedSheet extends ReviewedCase {
  read: ReadSheet;
  number: string;
  now: Readonly<Record<string, unknown>>;
  rows: readonly ComparedRow[];
  defects: readonly RowDefect[];
}

/** Why sheets cannot be taken as a whole, in sentences; those that can be compared. */
export interface ComparedWorkbook {
  refused: readonly string[];
  sheets: readonly ComparedSheet[];
}

/** Compares every sheet with the case it was made of, as it is now. */
export async function comparedWorkbook(context: ScorerContext, read: readonly ReadSheet[]): Promise<ComparedWorkbook> {
  const own = await reviewedCases(context, ownDistricts(context));
  const refused: string[] = [];
  const sheets: ComparedSheet[] = [];
  for (const one of read) {
    const found = await caseOf(context, own, one);
    if (typeof found === "string") refused.push(found);
    else sheets.push(await comparedSheet(context, found, one));
  }
  const names = sheets.map(({ application }) => application.compoundName);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const closed = await Promise.all(sheets.map((sheet) => closedProblem(context, sheet)));
  return {
    refused: [
      ...refused,
      ...[...twice].map((name) => phrases.problems.twiceSheet(name)),
      ...closed.filter((sentence) => sentence !== undefined),
    ],
    sheets,
  };
}

interface KnownCase extends ReviewedCase {
  number: string;
  given: GivenSheet;
}

/** The case that a sheet was made of, or why it is not read. */
async function caseOf(
  context: ScorerContext,
  own: readonly ReviewedCase[],
  { sheet, number, name, lacking, doubled }: ReadSheet,
): Promise<KnownCase | string> {
  const { problems } = phrases;
  if (number === undefined) return problems.noNumber(sheet);
  const given = await givenSheets.withNumber(context, number);
  if (!given) return problems.unknownNumber(sheet);
  const found = own.find(({ application }) => application.id === given.caseId);
  if (!found) return problems.otherDistrict(sheet, nounsOf(context.campaign.definition));
  const { compoundName } = found.application;
  if (name !== "" && name.normalize("NFKC") !== compoundName.normalize("NFKC"))
    return problems.otherName(sheet, compoundName);
  if (lacking.length > 0) return phrases.problem(compoundName, problems.noColumn(lacking));
  if (doubled.length > 0) return phrases.problem(compoundName, problems.twiceColumn(doubled));
  return { ...found, number, given };
}

async function comparedSheet(
  context: ScorerContext,
  { application, sheet, number, given }: KnownCase,
  read: ReadSheet,
): Promise<ComparedSheet> {
  const { definition } = context.campaign;
  const entries = { definition, scores: sheet.scores, rules: pointRulesIn(definition, context.rulings) };
  const now = asWritten(await scoreValues(context, sheet));
  const compared = comparedRows(entries, read, { given: given.values, now });
  return { application, sheet, read, number, now, ...compared };
}

/** What changes nothing may stand in the file whatever has become of the case. */
async function closedProblem(
  context: Context,
  { application, sheet, rows }: ComparedSheet,
): Promise<string | undefined> {
  const { id, compoundName: name, state, exclusion, district } = application;
  if (rows.every(({ keys }) => keys.length === 0)) return undefined;
  if (state === "withdrawn") return reviewPhrases.withdrawn(name);
  if (state === "excluded") return reviewPhrases.excluded(name, exclusion ?? "");
  return isFinalized(sheet) ? reviewPhrases.finalizedAlready(name, await boundBy(context, district, id)) : undefined;
}

/** Rows that others changed as well, in the order in which they are numbered. */
export const conflictsIn = (sheets: readonly ComparedSheet[]): { sheet: ComparedSheet; row: ComparedRow }[] =>
  sheets.flatMap((sheet) => sheet.rows.filter(({ kind }) => kind === "conflict").map((row) => ({ sheet, row })));

/** Equal where the same would be written over the same. */
export const fingerprint = (sheets: readonly ComparedSheet[]): string =>
  JSON.stringify(
    sheets.map(({ application, rows, now }) => [
      application.id,
      rows.flatMap(({ id, kind, back, keys }) =>
        keys.length === 0 ? [] : [[id, kind, back, keys.map((key) => now[key] ?? null)]],
      ),
    ]),
  );

export const fileOf = ({ name, hash }: ReceivedFile) => ({ name, hash });
