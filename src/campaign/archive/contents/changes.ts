import { z } from "zod";
import { isPersonalRef, type PersonalRef } from "../../../platform/journal/personal-value.ts";
import { type KnownRow, whyOf } from "./lost-points.ts";
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
  clause: z.string().nullish(),
  reason: z.unknown(),
});

/** What a change does to points; undefined for a change of something else. */
export function pointsIn({ table, before, after }: RecordedChange): PointsChange | undefined {
  if (table !== "score") return undefined;
  const now = points.safeParse(after).data;
  const then = points.safeParse(before).data;
  const at = now ?? then;
  if (!at) return undefined;
  const { ledger, scorer, criterion } = at;
  return {
    ...{ ledger, scorer, criterion, hundredths: now?.hundredths ?? null, state: now?.state },
    clause: now?.clause ?? undefined,
    reason: isPersonalRef(now?.reason) ? now.reason : undefined,
  };
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
 * What a change did, in sentences; of points with why they are less than they may be.
 * @param texts of references, by id; of those erased none
 * @param caseId the others' items are left out; `none`: every case's
 * @param knownRow of the rubric, by id
 */
export function changeLines(
  change: RecordedChange,
  texts: ReadonlyMap<string, string>,
  caseId: string | "none" | undefined = undefined,
  knownRow: (id: string) => KnownRow | undefined = () => undefined,
): string[] {
  const given = pointsIn(change);
  const wanted = broughtIn(change).filter(
    (one) => one.caseId === undefined || caseId === undefined || one.caseId === caseId,
  );
  const said = wanted
    .filter(({ column }) => given === undefined || column !== REASON)
    .map(({ column, ref }) => phrases.said(column, texts.get(ref.personal) ?? phrases.gone()));
  if (!given) return said;
  const known = knownRow(given.criterion);
  const reason = given.reason && (texts.get(given.reason.personal) ?? phrases.gone());
  const why = whyOf(given, { known, reason });
  return [`${phrases.given(given, known?.row)}${why === undefined ? "" : `　${why}`}`, ...said];
}

const REASON = "reason";

/** Points of a ledger's scorer as they stand after each change, in hundredths; 与初评一致 counts what the district gave. */
export function makeTotals(): (change: PointsChange) => number {
  const rows = new Map<string, Map<string, { hundredths: number; asDistrict: boolean }>>();
  const sheetOf = (name: string) => {
    const sheet = rows.get(name) ?? new Map<string, { hundredths: number; asDistrict: boolean }>();
    rows.set(name, sheet);
    return sheet;
  };
  return ({ ledger, scorer, criterion, hundredths, state }) => {
    const sheet = sheetOf(`${ledger}/${scorer}`);
    if (hundredths === null) sheet.delete(criterion);
    else sheet.set(criterion, { hundredths, asDistrict: state === "asDistrict" });
    const district = sheetOf(DISTRICT_SHEET);
    return [...sheet].reduce(
      (sum, [id, one]) => sum + (one.asDistrict ? (district.get(id)?.hundredths ?? one.hundredths) : one.hundredths),
      0,
    );
  };
}

const DISTRICT_SHEET = "district/district";
