import type { Costs } from "../../src/campaign/administration/usage/costs.ts";
import { FREE_EDITION, monthlyCosts, mostCases, type Volume } from "../../src/campaign/administration/usage/quota.ts";
import type { Definition } from "../../src/campaign/definition/definition.ts";
import { takesEvidence } from "../../src/campaign/evidence/rules.ts";

/** The same campaign with so many districts, as if each were one of its own. */
export function withDistricts(definition: Definition, count: number): Definition {
  const own = definition.campaign.districts;
  const districts = Array.from({ length: count }, (_, at) => {
    const { within: _above, ...one } = own[at % own.length] ?? {};
    return { ...one, id: `district-${at + 1}` } as (typeof own)[number];
  });
  return { ...definition, campaign: { ...definition.campaign, districts } };
}

/** What a campaign takes month by month, with and without photos, and the largest that fits; for a terminal. */
export function quotaTable(definition: Definition, costs: Costs, { photosPerRow, ...volume }: Volume): string {
  const { name, words } = definition.campaign;
  const sizes = [0, ...(takesEvidence(definition) && photosPerRow > 0 ? [photosPerRow] : [])];
  return sizes
    .flatMap((photos) => {
      const title = photos === 0 ? "不传照片" : `每条材料${photos}份照片`;
      const months = [...monthlyCosts(definition, costs, { ...volume, photosPerRow: photos })];
      return [
        `${name}，${volume.cases}${words.case.measure}${words.case.noun}，${title}（免费版每月${FREE_EDITION.apiCalls}次调用、${FREE_EDITION.pushes}次推送）`,
        ...months.map(
          ([month, { apiCalls, pushes }]) =>
            `  ${month}  调用${String(Math.ceil(apiCalls)).padStart(6)}  推送${String(Math.ceil(pushes)).padStart(6)}`,
        ),
        `  免费版最多：${mostCases(definition, costs, photos)}${words.case.measure}${words.case.noun}`,
        "",
      ];
    })
    .join("\n")
    .trimEnd();
}
