import { applicationsOf } from "../application/store.ts";
import { recommendingToCity } from "../directory/expected-districts.ts";
import type { Context } from "../engine/context.ts";
import { listsInForce } from "../recommendation/store.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import { casesNow } from "../snapshot/take.ts";
import { againstThese } from "./against.ts";
import { type Change, changesOf } from "./changes.ts";
import type { Selection } from "./selection.ts";
import { standingSections } from "./standing.ts";

/** What has changed since the selection was proposed; empty if it holds as it was. */
export async function changesSince(
  context: Context,
  { items, recordedAt }: Pick<Selection, "items" | "recordedAt">,
): Promise<Change[]> {
  const { tx, campaign } = context;
  const lists = await listsInForce(tx, campaign.id);
  const listed = recommendingToCity(campaign.definition.campaign.districts)
    .flatMap(({ id }) => lists.get(id)?.items ?? [])
    .map(({ applicationId }) => applicationId);
  const all = await applicationsOf(tx, campaign.id);
  const now = await casesNow(
    context,
    all.map(({ id }) => id),
    await standingSections(context),
  );
  const cases = new Map([...now].map(([id, { sections }]) => [id, sections]));
  const against = await againstThese(context, items);
  return [
    ...changesOf(campaign.definition, items, {
      kept: await sectionsKept(context, items, recordedAt),
      now: cases,
      listed,
    }),
    ...against.map(({ name, applicationId, reason }): Change => ({ kind: "against", name, applicationId, reason })),
  ];
}
