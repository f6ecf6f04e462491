import { attachmentsAt } from "../attachment/store.ts";
import type { Context } from "../engine/context.ts";
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
