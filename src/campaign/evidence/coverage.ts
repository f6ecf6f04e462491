import { attachmentsAt } from "../attachment/store.ts";
import type { Context } from "../engine/context.ts";
import { likesInCase } from "./likeness.ts";
import { evidencePhrases as phrases } from "./phrases.ts";
import { ROWS, rowOfPlace } from "./place.ts";
import { coverageOf, evidenceRows, stripOf, takesEvidence } from "./rules.ts";

/** Ids of the rows with at least one file in force, by case. */
export async function provedRows(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const proved = new Map<string, Set<string>>(caseIds.map((id) => [id, new Set()]));
  if (caseIds.length === 0) return proved;
  for (const one of await attachmentsAt(tx, { campaignId: campaign.id, caseIds, prefix: ROWS })) {
    proved.get(one.caseId ?? "")?.add(rowOfPlace(one));
  }
  return proved;
}

/** How many files prove each row of a case, in words; of rows that take no proof nothing. */
export async function rowProofs(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = evidenceRows(campaign.definition.rubric);
  if (rows.length === 0) return new Map();
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: ROWS });
  const byRow = Map.groupBy(filed, rowOfPlace);
  return new Map(rows.map(({ id }) => [id, phrases.ofRow(byRow.get(id)?.length ?? 0)]));
}

/** 证明材料14/25条（第1部分有1无4，…）, by case; empty in a campaign that takes no evidence. */
export async function evidenceStrips(
  context: Pick<Context, "tx" | "campaign">,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { definition } = context.campaign;
  if (!takesEvidence(definition)) return new Map();
  const all = await provedRows(context, caseIds);
  const { rubric } = definition;
  return new Map(
    [...all].map(([id, proved]) => [id, phrases.short(coverageOf(rubric, proved), stripOf(rubric, proved))]),
  );
}

/** 材料概况 of one case: what has proof, what has not, and what is like a file of another case or year. */
export async function coverageLines(context: Pick<Context, "tx" | "campaign">, caseId: string): Promise<string[]> {
  const { rubric } = context.campaign.definition;
  const proved = (await provedRows(context, [caseId])).get(caseId) ?? new Set<string>();
  const coverage = coverageOf(rubric, proved);
  return [
    phrases.coverage(coverage, stripOf(rubric, proved)),
    ...(coverage.missing.length > 0 ? [phrases.missing(coverage.missing)] : []),
    ...(await likesLine(context, caseId)),
  ];
}

/** Which rows hold files that are like one of another case or year; empty if there is none. */
export async function likesLine(context: Pick<Context, "tx" | "campaign">, caseId: string): Promise<string[]> {
  const likes = await likesInCase(context, caseId);
  if (likes.size === 0) return [];
  const { tx, campaign } = context;
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: ROWS });
  const byRow = Map.groupBy(
    filed.filter(({ id }) => likes.has(id)),
    rowOfPlace,
  );
  const rows = evidenceRows(campaign.definition.rubric).map(({ id: row }) => ({
    row,
    count: byRow.get(row)?.length ?? 0,
  }));
  return [phrases.likes(rows.filter(({ count }) => count > 0))];
}
