import { withdrawable } from "../application/extension-points.ts";
import { hasRecommendation } from "../application/offered.ts";
import { districtName } from "../definition/districts.ts";
import { districtsOf, mayMember } from "../directory/member.ts";
import { extend } from "../engine/feature.ts";
import { recommendingDistricts } from "./levels.ts";
import { isFrozen } from "./list-step.ts";
import { newestList } from "./store.ts";
import { withdrawalPhrases as phrases } from "./withdrawal-phrases.ts";

/** The district's list in force is what 撤回 may mean. */
export const canWithdrawList = extend(withdrawable, async (context, { person }) => {
  const { tx, campaign } = context;
  const { definition } = campaign;
  if (!hasRecommendation(definition) || !mayMember(definition, person, "recommendation.submit")) return undefined;
  const among = recommendingDistricts(context);
  const own = districtsOf(definition, person).filter((id) => among.includes(id));
  const choices = [];
  for (const district of own) {
    const list = await newestList(tx, campaign.id, district);
    if (!list || list.withdrawnAt || (await isFrozen(context, list))) continue;
    const name = own.length > 1 ? ` ${districtName(definition, district)}` : "";
    choices.push({ name: phrases.asWhole(list.version) + name, typed: phrases.word() + name });
  }
  return choices;
});
