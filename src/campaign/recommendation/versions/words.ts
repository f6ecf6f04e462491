import type { Context } from "../../engine/context.ts";
import { sectionsKept } from "../../snapshot/as-kept.ts";
import { listsReported, type RecommendationList } from "../store.ts";
import { differenceOf, type ListedCase } from "./difference.ts";
import { versionPhrases as phrases } from "./phrases.ts";

/** What this version has otherwise than the one before it, in a sentence; undefined for a first version. */
export async function differenceWords(context: Context, list: RecommendationList): Promise<string | undefined> {
  const reported = await listsReported(context.tx, context.campaign.id);
  const before = reported.findLast(({ district, version }) => district === list.district && version < list.version);
  if (!before) return undefined;
  const [then, now] = [await casesOf(context, before), await casesOf(context, list)];
  return phrases.difference(before.version, differenceOf(then, now));
}

async function casesOf(context: Context, { items, confirmedAt }: RecommendationList): Promise<ListedCase[]> {
  const kept = await sectionsKept(context, items, confirmedAt);
  return items.map(({ applicationId: id }) => {
    const sections = kept.get(id);
    return { id, name: sections?.identity?.content.name ?? id, total: sections?.points?.content.total ?? null };
  });
}
