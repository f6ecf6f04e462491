import { decided } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { fallenOut } from "../selection/after-publication.ts";
import type { Selection } from "../selection/selection.ts";
import type { ProvincialRecommendation } from "./recommendation.ts";
import { nextOf, recommendable } from "./rules.ts";
import { provincialVersions } from "./store.ts";

/** What comes next after 公布, and the version that it is about: the newest. @param selection the published one */
export async function provincialNext(
  context: Context,
  selection: Selection,
): Promise<{ next: ReturnType<typeof nextOf>; latest: ProvincialRecommendation | undefined }> {
  const { tx, campaign, rulings } = context;
  const latest = (await provincialVersions(tx, campaign.id)).at(-1);
  if (!latest) return { next: "propose", latest };
  const { onlyFromSelected } = decided(campaign.definition, "provinceFromSelected", rulings);
  const listed = new Set(recommendable(selection.items, onlyFromSelected).map(({ applicationId }) => applicationId));
  const fallen = await fallenOut(context);
  const isWhole = latest.items.every(({ applicationId: id }) => listed.has(id) && !fallen.has(id));
  return { next: nextOf(latest, isWhole), latest };
}
