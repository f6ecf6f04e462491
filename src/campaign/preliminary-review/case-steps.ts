import { caseStepChanged } from "../application/events.ts";
import { caseAffected, caseStep } from "../application/extension-points.ts";
import { type Extension, extend, type Listener, on } from "../engine/feature.ts";
import { sheetEvents } from "../scoring/events.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { sheetOf, sheetsOf } from "../scoring/store.ts";
import { reviewPhrases } from "./phrases.ts";

/** 初评 has come to its end: how far a case has come, and what its withdrawal affects. */
export const reviewSteps: readonly Extension[] = [
  extend(caseStep, async ({ tx, campaign }) => {
    const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
    const finalized = [...sheets].filter(([, sheet]) => isFinalized(sheet));
    return new Map(finalized.map(([id]) => [id, "finalized" as const]));
  }),
  extend(caseAffected, async ({ tx, campaign }, { caseId }) => {
    const sheet = await sheetOf(tx, { caseId, ledger: "district", scorer: DISTRICT_SCORER });
    return isFinalized(sheet) ? [reviewPhrases.affected(totalOf(campaign.definition.rubric, sheet))] : undefined;
  }),
];

export const onReviewStep: readonly Listener[] = sheetEvents.map((type) =>
  on(type, async (context, { caseId, ledger }) =>
    context.emit(caseStepChanged, ledger === "district" ? { reviewed: [caseId] } : {}),
  ),
);
