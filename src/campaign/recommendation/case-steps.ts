import { caseStepChanged } from "../application/events.ts";
import { caseAffected, caseStep } from "../application/extension-points.ts";
import { districtName } from "../definition/districts.ts";
import { type Extension, extend, type Listener, on } from "../engine/feature.ts";
import { listConfirmed } from "./events.ts";
import { recommendationPhrases } from "./phrases.ts";
import { listsInForce } from "./store.ts";

/** 推荐 has come to its end: how far a case has come, and what its withdrawal affects. */
export const listSteps: readonly Extension[] = [
  extend(caseStep, async ({ tx, campaign }) => {
    const lists = await listsInForce(tx, campaign.id);
    const listed = [...lists.values()].flatMap(({ items }) => items);
    return new Map(listed.map(({ applicationId }) => [applicationId, "recommended" as const]));
  }),
  extend(caseAffected, async ({ tx, campaign }, { caseId }) => {
    const lists = await listsInForce(tx, campaign.id);
    return [...lists.values()].flatMap(({ district, version, items }) => {
      const at = items.findIndex(({ applicationId }) => applicationId === caseId);
      const name = districtName(campaign.definition, district);
      return at === -1 ? [] : [recommendationPhrases.affected(name, { version, place: at + 1 })];
    });
  }),
];

export const onListStep: Listener = on(listConfirmed, async (context) => context.emit(caseStepChanged, {}));
