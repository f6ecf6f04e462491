import { z } from "zod";
import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import { refsIn } from "./mask.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import type { PointsChange } from "./points-change.ts";

/** A row before and after, as the journal has it. */
export const recordedChange = z.object({
  table: z.string(),
  key: z.record(z.string(), z.union([z.string(), z.number()])),
  before: z.record(z.string(), z.unknown()).nullable().catch(null),
  after: z.record(z.string(), z.unknown()).nullable().catch(null),
});
export type RecordedChange = z.infer<typeof recordedChange>;

const points = z.object({
  ledger: z.string(),
  scorer: z.string(),
  criterion: z.string(),
  state: z.string(),
  hundredths: z.number(),
});

/** What a change does to points; undefined for a change of something else. */
export function pointsIn({ table, before, after }: RecordedChange): PointsChange | undefined {
  if (table !== "score") return undefined;
  const now = points.safeParse(after).data;
  const then = points.safeParse(before).data;
  const at = now ?? then;
  if (!at) return undefined;
  const { ledger, scorer, criterion } = at;
  return { ledger, scorer, criterion, hundredths: now?.hundredths ?? null, state: now?.state };
}

/** References that a change brought in, with the column that holds each, and the case where it is about one of several. */
export function broughtIn({ before, after }: RecordedChange): { column: string; ref: PersonalRef; caseId?: string }[] {
  const known = new Set(refsIn(before).map(({ personal }) => personal));
  return Object.entries(after ?? {})
    .filter(([column]) => column !== "answers")
    .flatMap(([column, value]) =>
      casesIn(value).flatMap(({ caseId, part }) =>
        refsIn(part).map((ref) => ({ column, ref, ...(caseId === undefined ? {} : { caseId }) })),
      ),
    )
    .filter(({ ref }) => !known.has(ref.personal));
}

/** Items of a list or a decision, each with its case; anything else as it is. */
function casesIn(value: unknown): { caseId?: string; part: unknown }[] {
  if (!Array.isArray(value)) return [{ part: value }];
  return value.map((part: unknown) => {
    const named = typeof part === "object" && part !== null && "applicationId" in part ? part.applicationId : undefined;
    return typeof named === "string" ? { caseId: named, part } : { part };
  });
}

/**
 * What a change did, in sentences.
 * @param texts of references, by id; of those erased none
 * @param caseId the others' items are left out; `none`: every case's
 */
export function changeLines(
  change: RecordedChange,
  texts: ReadonlyMap<string, string>,
  caseId: string | "none" | undefined = undefined,
): string[] {
  const given = pointsIn(change);
  const wanted = broughtIn(change).filter(
    (one) => one.caseId === undefined || caseId === undefined || one.caseId === caseId,
  );
  const said = wanted.map(({ column, ref }) => phrases.said(column, texts.get(ref.personal) ?? phrases.gone()));
  if (!given) return said;
  return [phrases.given(given), ...said];
}

/** Points of a ledger's scorer as they stand after each change, in hundredths. */
export function makeTotals(): (change: PointsChange) => number {
  const rows = new Map<string, Map<string, number>>();
  return ({ ledger, scorer, criterion, hundredths }) => {
    const sheet = rows.get(`${ledger}/${scorer}`) ?? new Map<string, number>();
    rows.set(`${ledger}/${scorer}`, sheet);
    if (hundredths === null) sheet.delete(criterion);
    else sheet.set(criterion, hundredths);
    return [...sheet.values()].reduce((sum, one) => sum + one, 0);
  };
}
