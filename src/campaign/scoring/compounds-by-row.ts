import { applicationsOf } from "../application/store.ts";
import type { Context } from "../engine/context.ts";

/** Names of the compounds with points of their district on these rows, for rows with any. A changed row keeps the points given before. */
export async function compoundsByRow(
  { tx, campaign }: Context,
  criteria: readonly string[],
): Promise<{ criterion: string; compounds: string[] }[]> {
  const [applications, scores] = await Promise.all([
    applicationsOf(tx, campaign.id),
    tx.score.findMany({
      where: { campaignId: campaign.id, ledger: "district", criterion: { in: [...criteria] } },
      select: { caseId: true, criterion: true },
    }),
  ]);
  const scored = Map.groupBy(scores, ({ criterion }) => criterion);
  return criteria
    .map((criterion) => {
      const cases = new Set(scored.get(criterion)?.map(({ caseId }) => caseId));
      const compounds = applications.filter(({ id }) => cases.has(id)).map(({ compoundName }) => compoundName);
      return { criterion, compounds };
    })
    .filter(({ compounds }) => compounds.length > 0);
}
